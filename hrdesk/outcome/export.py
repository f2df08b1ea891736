"""Writing the outcome document of a desk into a file, whole or not at all, with a report on what is in it."""

from dataclasses import dataclass
from pathlib import Path

from hrdesk.outcome.composition import compose
from hrdesk.outcome.queries import material
from hrdesk.outcome.report import Report
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader
from hrdesk.store.saving import write_safely


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
