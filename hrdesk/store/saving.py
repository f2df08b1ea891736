"""Writing a file for somebody outside: whole or not at all, and never over a desk."""

import contextlib
import os
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.file_check import refuse_desk_file


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
