"""What a profile remembers of one desk: under which incarnation it writes there, and the highest number it gave.

A mark is written before the commit it speaks of, and costs no second wait for the disk: it is written in place, and the
system carries it to the disk when it likes. A program that is killed loses nothing of it, for the system holds it. The
end of a run of the machine (a power cut) may leave an older mark behind, so the mark says in which run the desk is
being written, and that lasts before anything else does. Who finds it later, in another run, knows that the number may
be too low and does not go on under it. Closing the desk takes the run out again. A disk that is pulled out in the same
run may leave an older mark, too: then the number does not fit the desk, unless an older copy of that is put back.
"""

import contextlib
import json
import os
from dataclasses import dataclass, replace
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.store.machine_clock import name_of_run
from hrdesk.store.private_files import sync_folder, write_privately

ENDED = "ended"
"""Stands for a run of the machine that is over; no run is called so."""

BLOCK = 512
"""A mark is filled up with spaces to a multiple of so many bytes, so that the next one fits in its place."""


@dataclass(frozen=True)
class Mark:
    """The incarnation, the highest number given, where the file of the desk lay.

    An incarnation that is only foreseen is not ``claimed``: that is done before the first change is written. ``run``
    names the run of the machine in which the desk was being written and not closed.
    """

    incarnation: int
    highest: int
    place: str
    claimed: bool = True
    run: str = ""

    @property
    def is_sure(self) -> bool:
        """Tell whether no higher number was given: the desk was closed, or the machine has been running since."""
        return self.run in ("", name_of_run())

    def ended(self, highest: int) -> "Mark":
        """Give what is to be remembered of a desk that was open when the machine stopped, and never more than once.

        It holds ``highest`` then: what it held before anybody could bring it lines was written by ourselves.
        """
        return self if self.run == ENDED else replace(self, highest=max(self.highest, highest), run=ENDED)


class MarkFile:
    """The file that holds the mark of one desk; ``keep`` and ``close`` are for whoever writes the desk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: Mark | None = None
        self._opened: int | None = None

    def read(self) -> Mark | None:
        """Read what is remembered; nothing where that cannot be read."""
        try:
            held = json.loads(self.path.read_bytes())
            run = str(held.get("run", ""))
            return Mark(int(held["incarnation"]), int(held["highest"]), str(held["place"]), run=run)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def keep(self, mark: Mark) -> None:
        """Keep ``mark`` before the commit it speaks of. Refused where it cannot be written."""
        told = replace(mark, run=name_of_run())
        if self._kept is None or not self._is_written_in_place(_written(told)):
            self.write(told)
        self._kept = told

    def write(self, mark: Mark) -> None:
        """Write ``mark`` as it is and wait until it lasts. Refused where it cannot be written."""
        self._let_go()  # before another file takes its place: Windows lets nobody replace what is open
        write_privately(self.path, _written(mark))
        sync_folder(self.path.parent)

    def close(self) -> None:
        """Say that the desk was closed; where that cannot be written the mark is as after a crash, which is safe."""
        if self._kept is not None:
            with contextlib.suppress(Refused):
                self.write(replace(self._kept, run=""))
            self._kept = None
        self._let_go()

    def _is_written_in_place(self, told: bytes) -> bool:
        """Write over what stands there, which stays open; no, where something else lies there by now."""
        try:
            if self._opened is None:
                self._opened = os.open(self.path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
            held = os.fstat(self._opened)
            if held.st_size != len(told) or not os.path.samestat(held, self.path.stat()):
                return False
            os.lseek(self._opened, 0, os.SEEK_SET)
            return os.write(self._opened, told) == len(told)
        except OSError:
            return False

    def _let_go(self) -> None:
        if self._opened is not None:
            os.close(self._opened)
            self._opened = None


def _written(mark: Mark) -> bytes:
    told = {"incarnation": mark.incarnation, "highest": mark.highest, "place": mark.place, "run": mark.run}
    plain = json.dumps(told).encode()
    return plain.ljust(-(-len(plain) // BLOCK) * BLOCK)
