"""The rows of the journal: how a change is kept in SQLite, and how changes are read back."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from hrdesk.records import Value
from hrdesk.store.change import Change, decode
from hrdesk.store.upcasting import names_of

SEQ_BITS = 40
SEQ_MASK = (1 << SEQ_BITS) - 1

COLUMNS = "id, lam, at, kind, record, field, val, seen, nonce, sv"
"""The columns of a change that are its line; ``head`` beside them is derived."""

_SELECT = (
    "SELECT c.id, d.dev, c.lam, c.at, c.kind, c.record, c.field, c.val, c.seen, c.nonce, c.sv"
    " FROM change c JOIN device d ON d.n = c.id >> 40 "
)
_OF_RECORD = _SELECT.replace("change c", "change c INDEXED BY change_cell") + "WHERE c.record = ?"
_write_json = msgspec.json.Encoder(order="sorted").encode
_read_seen = msgspec.json.Decoder(dict[str, int]).decode


def to_column(value: Value) -> Any:
    """Give the form in which SQLite keeps ``value`` so that true and 1 stay apart."""
    return bytes([value]) if isinstance(value, bool) else value


def from_column(value: Any) -> Value:
    """Give back what ``to_column`` was given."""
    return value == b"\x01" if isinstance(value, bytes) else value


def seen_from_column(told: str) -> dict[str, int]:
    """Read a context as a row keeps it: canonical JSON."""
    return {} if told == "{}" else _read_seen(told)


def row_of(number: int, change: Change) -> tuple[Any, ...]:
    """Give the columns under which this desk keeps a change."""
    return rows_of(((number, change),))[0]


def rows_of(changes: Iterable[tuple[int, Change]]) -> list[tuple[Any, ...]]:
    """Give the columns under which this desk keeps changes, by their numbers; one expression, for there are many."""
    return [
        (
            number,
            one.lam,
            one.at,
            one.kind,
            one.record,
            one.field,
            to_column(one.val) if one.val.__class__ is bool else one.val,
            _write_json(one.seen).decode() if one.seen else "{}",
            one.n,
            one.sv,
        )
        for number, one in changes
    ]


def change_number(device: int, seq: int) -> int:
    """Give the number under which this desk keeps a change: the device's above, the change's own below."""
    return device << SEQ_BITS | seq


def dot_of(number: int) -> tuple[int, int]:
    """Give the device's number in this desk and the change's own."""
    return number >> SEQ_BITS, number & SEQ_MASK


def plain_rows(connection: Any, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """Give the rows of a query as plain tuples: rows that know the names of their columns take twice the time."""
    cursor = connection.cursor()
    cursor.row_factory = None
    found: list[tuple[Any, ...]] = cursor.execute(sql, values).fetchall()
    return found


def device_number(connection: Any, dev: str) -> int:
    """Give the number under which this desk keeps the changes of ``dev``."""
    row = connection.execute("SELECT n FROM device WHERE dev = ?", (dev,)).fetchone()
    if row:
        return int(row[0])
    return int(connection.execute("INSERT INTO device (dev) VALUES (?)", (dev,)).lastrowid)


def change_of(row: Any) -> Change:
    """Give the change that a row of the journal holds."""
    number, dev, lam, at, kind, record, field, value, seen, nonce, version = row
    return Change(
        at=at,
        dev=dev,
        field=field,
        kind=kind,
        lam=lam,
        n=nonce,
        record=record,
        seen=seen_from_column(seen),
        seq=number & SEQ_MASK,
        sv=version,
        val=from_column(value),
    )


def stream(connection: Any) -> Iterator[Change]:
    """Read the whole journal, little of it in memory: by author, each author's lines in the order they were made.

    Of a fork both lines are given, the one with the smaller hash first, so that they travel on together.
    """
    forks: dict[tuple[str, int], list[Change]] = {}
    for row in connection.execute("SELECT dev, seq, line FROM fork ORDER BY hash"):
        forks.setdefault((row[0], row[1]), []).append(decode(bytes(row[2])))
    for n, dev in connection.execute("SELECT n, dev FROM device ORDER BY dev").fetchall():
        for change in _changes_of_device(connection, n):
            yield from (forks.get((dev, change.seq)) or (change,)) if forks else (change,)


def counting(connection: Any) -> Iterator[Change]:
    """Read the lines of the journal that count: of a fork only the one with the smaller hash."""
    for row in connection.execute("SELECT n FROM device ORDER BY dev").fetchall():
        yield from _changes_of_device(connection, row[0])


def _changes_of_device(connection: Any, n: int) -> Iterator[Change]:
    rows = connection.execute(_SELECT + "WHERE c.id BETWEEN ? AND ? ORDER BY c.id", (n << 40, n << 40 | SEQ_MASK))
    return map(change_of, rows)


def all_changes(connection: Any) -> list[Change]:
    """Read the whole journal at once."""
    return list(stream(connection))


def changes_of_record(connection: Any, record: str) -> list[tuple[int, Change]]:
    """Read all changes of a record, with their numbers in this desk."""
    rows = connection.execute(
        _SELECT.replace("change c", "change c INDEXED BY change_cell") + "WHERE c.record = ?", (record,)
    )
    return [(row[0], change_of(row)) for row in rows]


def changes_of_cell(connection: Any, record: str, field: str) -> list[tuple[int, Change]]:
    """Read all changes of one field of one record, with their numbers in this desk.

    What was written under a name the field had in an older version is part of it.
    """
    found = []
    for name in names_of(field):
        rows = connection.execute(
            _SELECT.replace("change c", "change c INDEXED BY change_cell") + "WHERE c.record = ? AND c.field = ?",
            (record, name),
        )
        found += [(row[0], change_of(row)) for row in rows]
    return found


def changes_numbered(connection: Any, numbers: Iterable[int]) -> dict[int, Change]:
    """Read changes by their numbers in this desk; those that are not held are left out."""
    told = msgspec.json.encode(list(numbers)).decode()
    rows = connection.execute(
        _SELECT.replace("FROM change c", "FROM json_each(?) a CROSS JOIN change c ON c.id = a.value"), (told,)
    )
    return {row[0]: change_of(row) for row in rows}
