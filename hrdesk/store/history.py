"""What commands did, kept in the desk so that undo and redo survive a restart. It never travels.

Undo is a new change that writes what stood there before: history is answered, never erased. Each value a field went
through is a state, named after the change that first wrote it; the table ``stand`` says which change stands for it
now. A command may be taken back while the field is in the state the command left it in, and in no other.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Value
from hrdesk.store.change import DELETED
from hrdesk.store.derivation import SUPERSEDED
from hrdesk.store.journal import plain_rows
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

DONE, UNDONE = "done", "undone"

_write_json = msgspec.json.Encoder().encode
_read_json = msgspec.json.Decoder().decode


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
    cells = pen.cells
    # What was made and deleted in one command is gone before and after it.
    gone = {one for one in pen.made if (cell := cells.get((one, DELETED))) is not None and cell.after is True}
    states = _states(connection, (cell.before_change for cell in cells.values() if cell.before_change is not None))
    rows = [
        (
            number,
            cell.kind,
            record,
            field,
            _told(cell.before),
            _told(cell.after),
            _state_unwritten(record, field) if cell.before_change is None else states[cell.before_change],
            str(cell.last_change),
        )
        for (record, field), cell in cells.items()
        if record not in pen.made
    ]
    # Of what was made only its being there is taken back and done again; of its fields it is enough by which changes
    # they stand, and one row holds them all.
    made: dict[str, dict[str, int]] = {record: {} for record in pen.made if record not in gone}
    for (record, field), cell in cells.items():
        if record in made and field != DELETED:
            made[record][field] = cell.last_change
    rows += [
        (number, pen.made[record], record, DELETED, "true", _told(fields), f"unmade/{record}", f"made/{record}")
        for record, fields in made.items()
    ]
    connection.executemany("INSERT INTO command_cell VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _forget_undone(connection: Any) -> None:
    """Forget what was undone; it is always the end of the history, so that mostly one look at that is enough."""
    last = connection.execute("SELECT state FROM command ORDER BY id DESC LIMIT 1").fetchone()
    if last is not None and last[0] == UNDONE:
        undone = "SELECT id FROM command WHERE state = ?"
        connection.execute(f"DELETE FROM command_cell WHERE command IN ({undone})", (UNDONE,))
        connection.execute("DELETE FROM command WHERE state = ?", (UNDONE,))


def _told(value: Value | dict[str, int]) -> str:
    """Write a value as JSON."""
    return _write_json(value).decode()


def last_done(connection: Any) -> Step | None:
    """Give the command that undo would take back."""
    return _step(connection, DONE, "DESC")


def first_undone(connection: Any) -> Step | None:
    """Give the command that redo would do again."""
    return _step(connection, UNDONE, "ASC")


def wrote_more_than(reader: Reader, step: Step, number: int) -> bool:
    """Tell whether a step wrote more than so many fields and new records, so that taking it takes long."""
    asked = "SELECT count(*) FROM (SELECT 1 FROM command_cell WHERE command = ? LIMIT ?)"
    return bool(reader.value(asked, step.number, number + 1) > number)


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
    back = _to_write(written)
    for one in back:
        pen.write_cell(one.kind, one.record, one.field, bool(one.before) if one.field == DELETED else one.before)
    _let_stand(connection, pen, {(one.record, one.field): one.before_state for one in back})
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
    back = _to_write(written)
    for one in back:
        pen.write_cell(one.kind, one.record, one.field, one.after)
    _let_stand(connection, pen, {(one.record, one.field): one.after_state for one in back})
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
    return [one for row in rows for one in _read(*row)]


def _read(kind: str, record: str, field: str, before: str, after: str, was: str, became: str) -> list[_Written]:
    """Read a row: a field, or a record that was made with all its fields."""
    told = _read_json(after)
    if not isinstance(told, dict):
        return [_Written(kind, record, field, _read_json(before), told, was, became)]
    made = _Written(kind, record, field, _read_json(before), after=False, before_state=was, after_state=became)
    fields = [_Written(kind, record, name, None, None, "", str(change)) for name, change in sorted(told.items())]
    return [made, *fields]


def _to_write(written: list[_Written]) -> list[_Written]:
    """Of a record that was made only its being there is written; of any other every field."""
    made = {one.record for one in written if one.is_making}
    left = [one for one in written if one.record not in made or one.is_making]
    # Protection first: it decides whether the fields that say who a person is are written sealed or in words.
    return sorted(left, key=lambda one: one.field != "protected")


def _let_stand(connection: Any, pen: Pen, states: dict[tuple[str, str], str]) -> None:
    """Note that what was written last now stands for these states; all is written by then, so that it goes together."""
    cells = pen.cells
    rows = [(state, cells[name].last_change) for name, state in states.items()]
    connection.executemany("REPLACE INTO stand (state, change) VALUES (?, ?)", rows)


def _states(connection: Any, changes: Iterable[int]) -> dict[int, str]:
    """Give the state that each change stands for: another one's, when it brought a value back, else its own.

    All are asked for at once: what stands for what is read from one end to the other.
    """
    states = {change: str(change) for change in changes}
    if states:
        asked = "SELECT change, state FROM stand WHERE change IN (SELECT value FROM json_each(?))"
        states |= {row[0]: str(row[1]) for row in connection.execute(asked, (json.dumps(list(states)),))}
    return states


def _state_unwritten(record: str, field: str) -> str:
    """Name the state of a field that nothing was ever written to: a record never deleted is as it was made."""
    return f"made/{record}" if field == DELETED else f"nothing/{record}/{field}"


def _refuse_if_covered(connection: Any, written: list[_Written], expected: dict[tuple[str, str], str]) -> None:
    """Refuse when a field is no longer in the state the command left it in: someone else's change lies on top."""
    made = {one.record for one in written if one.is_making}
    tops = _tops(connection, {one.record for one in written})
    states = _states(connection, (top for found in tops.values() for top in found))
    for (record, field), found in tops.items():
        state = expected.get((record, field))
        if state is None and record in made:
            state = _state_unwritten(record, field)
        if state is not None and [states[top] for top in found] != [state]:
            raise Refused(
                N_("A later change lies on top of this one. Nothing was changed; please edit the field instead.")
            )


def _tops(connection: Any, records: set[str]) -> dict[tuple[str, str], list[int]]:
    """Give the changes that stand in each field of some records, by their marks; there are thousands to ask for."""
    found: dict[tuple[str, str], list[int]] = {}
    for record, field, number in plain_rows(
        connection,
        "SELECT c.record, c.field, c.id FROM json_each(?) j"
        f" CROSS JOIN change c INDEXED BY change_cell ON c.record = j.value WHERE c.head <> {SUPERSEDED}",
        json.dumps(sorted(records)),
    ):
        found.setdefault((record, field), []).append(number)
    return found
