"""Desks in memory: quick enough that laws can be tried on hundreds of histories."""

import itertools
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from hrdesk.desk import Command
from hrdesk.store import driver, history
from hrdesk.store.change import Change
from hrdesk.store.merge import Taken, unite
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader
from hrdesk.store.verification import derived
from tests.store import ready_made

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"


def device_name(number: int, incarnation: int = 1) -> str:
    """Name the device of a desk that has no key."""
    return f"{LETTERS[number % 32] * 16}.{incarnation}"


class MemoryDesk:
    """A desk without a file: a journal, a pen, undo; its clock may be years wrong."""

    def __init__(self, number: int, *, wrong_by: timedelta = timedelta(0)) -> None:
        self.device = device_name(number)
        self.connection: Any = driver.connect(None)
        ready_made.new().backup(self.connection)
        self.seq = 0
        self._ticks = itertools.count()
        self._start = datetime(2026, 11, 20, 10, tzinfo=UTC) + wrong_by

    @property
    def reader(self) -> Reader:
        return Reader(self.connection)

    def clock(self) -> datetime:
        return self._start + timedelta(seconds=next(self._ticks))

    def run(self, command: Command, **arguments: Any) -> Any:
        """Run a command as a desk does: one transaction, one step of undo."""
        command.check(arguments)
        self.connection.execute("BEGIN")
        try:
            pen = self.pen()
            result = command.do(pen, **arguments)
            history.keep(self.connection, pen, command.name, undoable=command.undoable)
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        self.seq = pen.seq
        return result

    def undo(self) -> str:
        return self._walk(history.undo)

    def redo(self) -> str:
        return self._walk(history.redo)

    def pen(self) -> Pen:
        return Pen(self.connection, self.device, self.seq, self.clock)

    def take(self, changes: Iterable[Change]) -> Taken:
        """Take changes in as a bundle brings them."""
        self.connection.execute("BEGIN")
        taken = unite(self.connection, changes)
        self.connection.execute("COMMIT")
        return taken

    def changes(self) -> list[Change]:
        return self.reader.changes()

    def state(self) -> dict[str, list[tuple[Any, ...]]]:
        """Give everything that is derived: tables and marks."""
        return derived(self.reader)

    def visible(self) -> dict[str, list[Any]]:
        """Give what a person sees: the living records of every kind."""
        from hrdesk.records import KINDS

        return {kind: self.reader.every(noun) for kind, noun in KINDS.items() if self.reader.every(noun)}

    def copy(self, incarnation: int) -> "MemoryDesk":
        """Copy the desk with all it holds; the copy goes on under an incarnation of its own, or under the same one."""
        other = MemoryDesk.__new__(MemoryDesk)
        other.__dict__.update(self.__dict__)
        other.connection = driver.connect(None)
        self.connection.backup(other.connection)
        base, _, held = self.device.partition(".")
        other.device = f"{base}.{incarnation}"
        other.seq = self.seq if incarnation == int(held) else 0
        other._ticks = itertools.count(5000)
        return other

    def close(self) -> None:
        self.connection.close()

    def _walk(self, walk: Any) -> str:
        self.connection.execute("BEGIN")
        try:
            pen = self.pen()
            step = walk(self.connection, pen)
        except BaseException:
            self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")
        self.seq = pen.seq
        return str(step.name)
