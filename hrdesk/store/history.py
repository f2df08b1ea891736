"""What commands did, kept in the desk so that undo and redo survive a restart. It never travels.

Undo is a new change that writes what stood there before: history is answered, never erased. Each value a field went
through is a state, named after the change that first wrote it; the table ``stand`` says which change stands for it
now. A command may be taken back while the field is in the state the command left it in, and in no other.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Value
from hrdesk.store.change import DELETED
from hrdesk.store.merge import changes_of_record, heads
from hrdesk.store.pen import Pen

DONE, UNDONE = "done", "undone"

_write_json = msgspec.json.Encoder().encode


@dataclass(frozen=True)
class Step:
    """One command in the history: its number, its name, and whether it can be undone."""

    number: int
    name: str
    undoable: bool


@dataclass(frozen=True)
class _Written:
    """One field a command wrote: the values and the states before and after."""

    kind: str
    record: str
    field: str
    before: Value
    after: Value
    before_state: str
    after_state: str

    @property
    def is_making(self) -> bool:
        """A record that was made was not there before: taking it back deletes it, whatever fields it got.

        One that was brought back was there, with fields that others may have written.
        """
        return (self.before_state, self.after_state) == (f"unmade/{self.record}", f"made/{self.record}")


def keep(connection: Any, pen: Pen, name: str, *, undoable: bool) -> None:
    """Note what the command ``name`` wrote with ``pen``; what had been undone can then no longer be redone."""
    if not pen.cells:
        return
    _forget_undone(connection)
    number = connection.execute(
        "INSERT INTO command (name, at, state, undoable) VALUES (?, ?, ?, ?)", (name, pen.now, DONE, int(undoable))
    ).lastrowid
    rows = [
        (
            number,
            cell.kind,
            record,
            field,
            _told(cell.before),
            _told(cell.after),
            _state(connection, cell.before_change) or _state_unwritten(record, field),
            str(cell.last_change),
        )
        for (record, field), cell in pen.cells.items()
    ]
    rows += [
        (number, kind, record, DELETED, "true", "false", f"unmade/{record}", f"made/{record}")
        for record, kind in pen.made.items()
    ]
    connection.executemany("INSERT INTO command_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _forget_undone(connection: Any) -> None:
    """Forget what was undone; it is always the end of the history, so that mostly one look at that is enough."""
    last = connection.execute("SELECT state FROM command ORDER BY id DESC LIMIT 1").fetchone()
    if last is not None and last[0] == UNDONE:
        undone = "SELECT id FROM command WHERE state = ?"
        connection.execute(f"DELETE FROM command_cell WHERE command IN ({undone})", (UNDONE,))
        connection.execute("DELETE FROM command WHERE state = ?", (UNDONE,))


def _told(value: Value) -> str:
    """Write a value as JSON."""
    return _write_json(value).decode()


def last_done(connection: Any) -> Step | None:
    """Give the command that undo would take back."""
    return _step(connection, DONE, "DESC")


def first_undone(connection: Any) -> Step | None:
    """Give the command that redo would do again."""
    return _step(connection, UNDONE, "ASC")


def undo(connection: Any, pen: Pen) -> Step:
    """Take the last command back, all of it, or refuse with a sentence."""
    step = last_done(connection)
    if step is None:
        raise Refused(N_("There is nothing to undo."))
    if not step.undoable and not step.name.startswith("settle"):
        raise Refused(N_("What was done last cannot be taken back. Nothing was changed."))
    if not step.undoable:
        raise Refused(N_("A settled conflict is not undone. Nothing was changed; please settle it again."))
    written = _cells(connection, step)
    _refuse_if_covered(connection, written, {(w.record, w.field): w.after_state for w in written})
    for one in _to_write(written):
        before = bool(one.before) if one.field == DELETED else one.before
        _bring_back(connection, pen, one, before, one.before_state)
    connection.execute("UPDATE command SET state = ? WHERE id = ?", (UNDONE, step.number))
    return step


def redo(connection: Any, pen: Pen) -> Step:
    """Do the command that was undone first again, all of it, or refuse with a sentence."""
    step = first_undone(connection)
    if step is None:
        raise Refused(N_("There is nothing to redo."))
    written = _cells(connection, step)
    made = {one.record for one in written if one.is_making}
    expected = {
        (w.record, w.field): w.after_state if w.record in made and not w.is_making else w.before_state for w in written
    }
    _refuse_if_covered(connection, written, expected)
    for one in _to_write(written):
        _bring_back(connection, pen, one, one.after, one.after_state)
    connection.execute("UPDATE command SET state = ? WHERE id = ?", (DONE, step.number))
    return step


def _step(connection: Any, state: str, order: str) -> Step | None:
    row = connection.execute(
        f"SELECT id, name, undoable FROM command WHERE state = ? ORDER BY id {order} LIMIT 1", (state,)
    ).fetchone()
    return Step(row[0], row[1], bool(row[2])) if row else None


def _cells(connection: Any, step: Step) -> list[_Written]:
    rows = connection.execute(
        "SELECT kind, record, field, before, after, before_state, after_state FROM command_cell"
        " WHERE command = ? ORDER BY record, field",
        (step.number,),
    ).fetchall()
    return [_Written(r[0], r[1], r[2], json.loads(r[3]), json.loads(r[4]), r[5], r[6]) for r in rows]


def _to_write(written: list[_Written]) -> list[_Written]:
    """Of a record that was made only its being there is written; of any other every field."""
    made = {one.record for one in written if one.is_making}
    left = [one for one in written if one.record not in made or one.is_making]
    # Protection first: it decides whether the fields that say who a person is are written sealed or in words.
    return sorted(left, key=lambda one: one.field != "protected")


def _bring_back(connection: Any, pen: Pen, one: _Written, value: Value, state: str) -> None:
    pen.write_cell(one.kind, one.record, one.field, value)
    change = pen.cells[one.record, one.field].last_change
    connection.execute("REPLACE INTO stand (state, change) VALUES (?, ?)", (state, change))


def _state(connection: Any, change: int | None) -> str | None:
    """Give the state that ``change`` stands for: another one's, when it brought a value back, else its own."""
    if change is None:
        return None
    row = connection.execute("SELECT state FROM stand WHERE change = ?", (change,)).fetchone()
    return str(row[0]) if row else str(change)


def _state_unwritten(record: str, field: str) -> str:
    """Name the state of a field that nothing was ever written to: a record never deleted is as it was made."""
    return f"made/{record}" if field == DELETED else f"nothing/{record}/{field}"


def _refuse_if_covered(connection: Any, written: list[_Written], expected: dict[tuple[str, str], str]) -> None:
    """Refuse when a field is no longer in the state the command left it in: someone else's change lies on top."""
    made = {one.record for one in written if one.is_making}
    for record in {one.record for one in written}:
        for field, tops in _heads_by_field(connection, record):
            state = expected.get((record, field))
            if state is None and record in made:
                state = _state_unwritten(record, field)
            if state is not None and [_state(connection, top) for top in tops] != [state]:
                raise Refused(
                    N_("A later change lies on top of this one. Nothing was changed; please edit the field instead.")
                )


def _heads_by_field(connection: Any, record: str) -> Iterator[tuple[str, list[int]]]:
    by_field: dict[str, list[Any]] = {}
    for one in changes_of_record(connection, record):
        by_field.setdefault(one[1].field, []).append(one)
    for field, found in by_field.items():
        yield field, [number for number, _ in heads(found)]
