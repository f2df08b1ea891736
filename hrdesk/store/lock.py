"""One writing process for one desk file: a lock that the operating system drops when the process ends."""

import os
import sys
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_


def take_lock(desk: Path) -> "WriterLock":
    """Take the lock of a desk file; Refused when somebody else has it, OSError where none can be made."""
    lock = WriterLock(desk)
    if not lock.take():
        raise Refused(
            N_(
                "{path} is open for writing in another window or command. Nothing was changed;"
                " please close it there and try again."
            ),
            path=str(desk),
        )
    return lock


def lock_file(desk: Path) -> Path:
    """Name the file that is there while ``desk`` is being written."""
    return desk.with_name(desk.name + "-writer")


class WriterLock:
    """The lock file beside a desk file; it is taken away again when the desk is closed."""

    def __init__(self, desk: Path) -> None:
        self._file = lock_file(desk)
        self._handle: int | None = None

    def take(self) -> bool:
        """Take the lock; False when another process has it."""
        for _ in range(3):
            handle = os.open(self._file, os.O_RDWR | os.O_CREAT, 0o600)
            if not _lock(handle):
                os.close(handle)
                return False
            if self._is_still(handle):
                self._handle = handle
                return True
            os.close(handle)  # the process before us removed the file between our opening and our locking it
        return False

    def drop(self) -> None:
        """Give the lock back."""
        if self._handle is None:
            return
        handle, self._handle = self._handle, None
        if sys.platform == "win32":
            os.close(handle)
            self._file.unlink(missing_ok=True)
        else:
            self._file.unlink(missing_ok=True)
            os.close(handle)

    def _is_still(self, handle: int) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), self._file.stat())
        except FileNotFoundError:
            return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
