"""Putting a file in its place: written beside it, through to the stick, read again, and only then given its name.

Whoever is stopped at any moment, or pulls the stick, leaves what was there before or the whole new file.
"""

import contextlib
import errno
import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.file_check import refuse_desk_file

_BLOCK = 1 << 20


@contextlib.contextmanager
def placed(target: Path, check: Callable[[Path], object] | None = None) -> Iterator[IO[bytes]]:
    """Give a file to write; afterwards it stands at ``target``, synced, read again and found the same.

    ``check`` looks at the file before it gets its name. Refused, with the place as it was, when anything fails. What
    lies beside it under the name it is made under goes: on a stranger's stick it may be a link to a file of ours.
    """
    refuse_desk_file(target)
    beside = target.with_name(f".{target.name}.new")
    try:
        _remove(beside)
        with beside.open("xb") as file:
            hashing = _Hashing(file)
            yield hashing  # type: ignore[misc]  # it writes, which is all that is asked of it
            file.flush()
            os.fsync(file.fileno())
        if _hash_of(beside) != hashing.digest.digest():
            raise OSError(N_("the file reads otherwise than it was written"))
        if check:
            check(beside)
        beside.replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        _remove(beside)
        raise _cannot_be_written(target, error) from None
    except BaseException:
        _remove(beside)
        raise


def check_place(target: Path) -> None:
    """Refuse a place where no file can be put, before anything is said to leave; nothing is left there."""
    refuse_desk_file(target)
    beside = target.with_name(f".{target.name}.new")
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        _remove(beside)
        beside.open("xb").close()
    except OSError as error:
        raise _cannot_be_written(target, error) from None
    finally:
        _remove(beside)


def _cannot_be_written(target: Path, error: OSError) -> Refused:
    return Refused(
        N_(
            "{path} cannot be written ({reason}). The desk is unchanged;"
            " please check the stick or choose another place."
        ),
        path=str(target),
        reason=error.strerror or str(error),
    )


class _Hashing:
    """Writes into a file and hashes what it writes."""

    def __init__(self, file: IO[bytes]) -> None:
        self.digest = hashlib.sha256()
        self._file = file

    def write(self, data: bytes) -> int:
        self.digest.update(data)
        return self._file.write(data)

    def flush(self) -> None:
        self._file.flush()


def _hash_of(path: Path) -> bytes:
    """Hash what the stick itself gives back, where the system can be asked to forget what it remembers of it."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if hasattr(os, "posix_fadvise"):
            with contextlib.suppress(OSError):
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.digest()


def _remove(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut where the system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
