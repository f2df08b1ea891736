"""Small files that belong to the person alone: written whole or not at all, and lasting through a power cut."""

import contextlib
import os
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_


def write_privately(file: Path, data: bytes) -> None:
    """Write ``file`` whole or not at all, readable by its owner alone, and safe from a power cut."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        beside = file.with_name(f".{file.name}.{os.getpid()}.new")
        with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as opened:  # noqa: PTH123 - a handle of our own mode
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        beside.replace(file)
    except OSError as error:
        raise Refused(
            N_("{folder} cannot be written ({reason}). Nothing was changed; please make room or choose another place."),
            folder=str(file.parent),
            reason=error.strerror or str(error),
        ) from None


def make_privately(file: Path, data: bytes) -> bytes:
    """Write ``file`` if there is none yet, as ``write_privately`` does, and give what stands in it now.

    Of two programs that make a key at once both go on with the same one.
    """
    beside = file.with_name(f".{file.name}.{os.urandom(8).hex()}.made")
    try:
        write_privately(beside, data)
        try:
            file.hardlink_to(beside)
        except FileExistsError:
            pass
        except OSError:  # a file system without second names: there both may only differ in the last moment
            if not file.exists():
                beside.replace(file)
        sync_folder(file.parent)
        return file.read_bytes()
    except OSError as error:
        raise Refused(
            N_("{folder} cannot be written ({reason}). Nothing was changed; please make room or choose another place."),
            folder=str(file.parent),
            reason=error.strerror or str(error),
        ) from None
    finally:
        beside.unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make what was put into a folder last through a power cut, where the system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
