"""Writing the outcome document of a desk into a file, whole or not at all, with a report on what is in it."""

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.outcome.composition import compose
from hrdesk.outcome.queries import material
from hrdesk.outcome.report import Report
from hrdesk.records.disclosure import may_appear
from hrdesk.store.file_check import refuse_desk_file
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Exported:
    """What was written: where, how many pages, the report, and the characters that no font of ours has."""

    path: Path
    language: str
    pages: int
    report: Report
    missing: dict[str, int]


def export_pdf(reader: Reader, language: str, target: Path) -> Exported:
    """Compose the document in ``language`` and write it as PDF: what may stand in it is asked once more here."""
    from hrdesk.outcome.pdf import write_pdf  # the text layer and its fonts, only when something is written

    composed = compose(material(reader), language)
    if not all(may_appear(one) for one in composed.classes):
        raise RuntimeError("a confidential text was composed into the document; nothing was written")
    written = write_pdf(composed.document)
    write_safely(target, written.data)
    return Exported(target, language, written.pages, composed.report, written.missing)


def write_safely(target: Path, data: bytes) -> None:
    """Write ``target`` beside itself first, so that a full disk or a crash leaves what was there before."""
    refuse_desk_file(target)
    beside = target.with_name(f".{target.name}.new")
    try:
        beside.unlink(missing_ok=True)  # on a stranger's stick it may be a link to a file of ours
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Refused(
            N_("{path} cannot be written ({reason}). The desk is unchanged; please choose another place."),
            path=str(target),
            reason=error.strerror or str(error),
        ) from None
