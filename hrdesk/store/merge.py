"""Uniting sets of changes: what a desk shows is a pure function of the set of changes it holds.

Taking in changes never makes any. Everything but the journal itself (which changes are heads, the tables of
records) is derived, can be dropped, and comes out the same again.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from hrdesk.records import KINDS, FieldInfo, Record, Value
from hrdesk.records.classes import rank
from hrdesk.store.change import DELETED, Change, decode, encode, line_hash, unpack_group
from hrdesk.store.schema import columns, make_derived

SUPERSEDED, SETTLED, CONTESTED = 0, 1, 2
LIVING, GONE, GONE_BUT_EDITED = 0, 1, 2
_SEQ_BITS = 40


@dataclass
class Taken:
    """What came of taking changes in: how many were new, how many were known, which records they touched."""

    new: int = 0
    known: int = 0
    forked: int = 0
    records: set[tuple[str, str]] = field(default_factory=set)


def to_column(value: Value) -> Any:
    """Give the form in which SQLite keeps ``value`` so that true and 1 stay apart."""
    return bytes([value]) if isinstance(value, bool) else value


def from_column(value: Any) -> Value:
    """Give back what ``to_column`` was given."""
    return value == b"\x01" if isinstance(value, bytes) else value


def change_number(device: int, seq: int) -> int:
    """Give the number under which this desk keeps a change: the device's above, the change's own below."""
    return device << _SEQ_BITS | seq


def device_number(connection: Any, dev: str) -> int:
    """Give the number under which this desk keeps the changes of ``dev``."""
    row = connection.execute("SELECT n FROM device WHERE dev = ?", (dev,)).fetchone()
    if row:
        return int(row[0])
    return int(connection.execute("INSERT INTO device (dev) VALUES (?)", (dev,)).lastrowid)


_SELECT = (
    "SELECT c.id, d.dev, c.lam, c.at, c.kind, c.record, c.field, c.val, c.seen, c.nonce, c.sv"
    " FROM change c JOIN device d ON d.n = c.id >> 40 "
)


def _change(row: Any) -> Change:
    return Change(
        at=row["at"],
        dev=row["dev"],
        field=row["field"],
        kind=row["kind"],
        lam=row["lam"],
        n=row["nonce"],
        record=row["record"],
        seen=json.loads(row["seen"]),
        seq=row["id"] & ((1 << _SEQ_BITS) - 1),
        sv=row["sv"],
        val=from_column(row["val"]),
    )


def all_changes(connection: Any) -> list[Change]:
    """Read the journal: grouped by author, each author's changes in the order they were made."""
    return [_change(row) for row in connection.execute(_SELECT + "ORDER BY d.dev, c.id")]


def changes_of_record(connection: Any, record: str) -> list[tuple[int, Change]]:
    """Read all changes of a record, with their numbers in this desk."""
    return [(row["id"], _change(row)) for row in connection.execute(_SELECT + "WHERE c.record = ?", (record,))]


def changes_of_cell(connection: Any, record: str, field_name: str) -> list[tuple[int, Change]]:
    """Read all changes of one field of one record, with their numbers in this desk."""
    rows = connection.execute(_SELECT + "WHERE c.record = ? AND c.field = ?", (record, field_name))
    return [(row["id"], _change(row)) for row in rows]


def unite(connection: Any, changes: Iterable[Change]) -> Taken:
    """Take ``changes`` into the journal inside the caller's transaction and bring everything derived up to date."""
    taken = Taken()
    numbers: dict[str, int] = {}
    for change in changes:
        if change.dev not in numbers:
            numbers[change.dev] = device_number(connection, change.dev)
        _insert(connection, change_number(numbers[change.dev], change.seq), change, taken)
    for _kind, record in sorted(taken.records):
        derive(connection, record)
    return taken


def _insert(connection: Any, number: int, change: Change, taken: Taken) -> None:
    """Insert one change; of two different ones under one name the one with the smaller hash counts on every desk."""
    row = connection.execute(_SELECT + "WHERE c.id = ?", (number,)).fetchone()
    if row is None:
        taken.new += 1
        taken.records.add((change.kind, change.record))
        _write(connection, "INSERT", number, change)
        return
    held = _change(row)
    if held == change and type(held.val) is type(change.val):  # true and 1 are equal in Python and differ in a line
        taken.known += 1
        return
    taken.forked += 1
    for one in (held, change):
        connection.execute(
            "INSERT OR IGNORE INTO fork (hash, dev, seq, line) VALUES (?, ?, ?, ?)",
            (line_hash(one), one.dev, one.seq, encode(one)),
        )
    connection.execute("UPDATE device SET forked = 1 WHERE dev = ?", (change.dev,))
    if line_hash(change) < line_hash(held):
        _write(connection, "REPLACE", number, change)
        if held.kind in KINDS:  # derived again below if anything of it is left
            connection.execute(f'DELETE FROM "{held.kind}" WHERE id = ?', (held.record,))
        taken.records |= {(held.kind, held.record), (change.kind, change.record)}


def _write(connection: Any, verb: str, number: int, change: Change) -> None:
    connection.execute(
        f"{verb} INTO change (id, lam, at, kind, record, field, val, seen, nonce, sv) VALUES (?,?,?,?,?,?,?,?,?,?)",
        (
            number,
            change.lam,
            change.at,
            change.kind,
            change.record,
            change.field,
            to_column(change.val),
            json.dumps(change.seen, sort_keys=True, separators=(",", ":")),
            change.n,
            change.sv,
        ),
    )


def heads(changes: Sequence[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Give the changes that no other one covers, the one that counts meanwhile first."""
    uncovered = [one for one in _last_of_each(changes) if not any(other[1].covers(one[1]) for other in changes)]
    return sorted(uncovered, key=lambda one: one[1].precedence, reverse=True)


def _last_of_each(changes: Sequence[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """Leave out what a later change of the same device covers; a long history has few that are left."""
    left: list[tuple[int, Change]] = []
    highest: dict[str, int] = {}
    for one in sorted(changes, key=lambda one: one[1].seq, reverse=True):
        if one[1].lam >= highest.get(one[1].dev, 0):
            highest[one[1].dev] = one[1].lam
            left.append(one)
    return left


def derive(connection: Any, record: str) -> None:
    """Bring heads and tables of one record up to date from its changes."""
    found = changes_of_record(connection, record)
    marks: dict[int, int] = {}
    by_kind: dict[str, dict[str, list[Change]]] = {}
    for (kind, name), cell in _by_cell(found):
        top = heads(cell)
        agreed = len({(type(one.val), one.val) for _, one in top}) == 1
        marks |= dict.fromkeys((number for number, _ in cell), SUPERSEDED)
        marks |= dict.fromkeys((number for number, _ in top), SETTLED if agreed else CONTESTED)
        by_kind.setdefault(kind, {})[name] = [one for _, one in top]
    connection.executemany(
        "UPDATE change SET head = ? WHERE id = ? AND head <> ?",
        [(mark, number, mark) for number, mark in marks.items()],
    )
    for kind, noun in KINDS.items():
        if kind in by_kind:
            row = (record, *_row(noun, by_kind[kind]), _state(by_kind[kind]))
            marked = ", ".join("?" * len(row))
            connection.execute(f'REPLACE INTO "{kind}" VALUES ({marked})', row)


def _by_cell(found: Sequence[tuple[int, Change]]) -> Iterable[tuple[tuple[str, str], list[tuple[int, Change]]]]:
    def cell(one: tuple[int, Change]) -> tuple[str, str]:
        return (one[1].kind, one[1].field)

    for name, group in groupby(sorted(found, key=cell), key=cell):
        yield name, list(group)


def _state(cells: dict[str, list[Change]]) -> int:
    """A record is gone when a deletion had seen all of it; an edit the deleter had not seen keeps it alive."""
    deletions = [one for one in cells.get(DELETED, []) if one.val is True]
    others = [one for one in cells.get(DELETED, []) if one.val is not True]
    if not deletions:
        return LIVING
    standing = [one for name, top in cells.items() if name != DELETED for one in top] + others
    if any(all(deletion.covers(one) for one in standing) for deletion in deletions):
        return GONE
    return GONE_BUT_EDITED


def _row(noun: type[Record], cells: dict[str, list[Change]]) -> list[Any]:
    """Give the values of a record's columns from the heads of its cells."""
    values: dict[str, Any] = {}
    for name, infos in noun.cells().items():
        if name not in cells:
            continue
        tops = [one.val for one in cells[name]]
        if infos[0].group:
            packed = unpack_group(tops[0])
            values |= {info.name: _fitting(info, packed.get(info.name)) for info in infos}
        else:
            values[name] = _fitting(infos[0], _counting(infos[0], tops))
    return [values.get(name) for name in columns(noun)[1:-1]]


def _counting(info: FieldInfo, tops: list[Value]) -> Value:
    """Give the value that counts: of a contested confidentiality the strictest, of anything else the first head."""
    if not info.strictness or len(tops) == 1:
        return tops[0]
    strictest = max(tops, key=lambda value: rank(info.strictness, info.unsaid, value))
    if strictest is None:
        # Nobody said is not nobody's word: what counts where nothing is said must stand there when contested.
        return info.unsaid == "yes" if info.type == "yes_no" else info.unsaid
    return strictest


def _fitting(info: FieldInfo, value: Value) -> Any:
    """Keep a value of the declared type; anything else, from a newer or a hostile desk, shows as empty.

    Of a confidentiality it shows as the strictest: what this desk cannot read may be stricter than all it knows.
    """
    if isinstance(value, bool):
        fits = info.type == "yes_no"
    else:
        fits = isinstance(value, int if info.type == "number" else str) and info.type != "yes_no"
    if fits:
        return int(value) if isinstance(value, bool) else value
    if value is None or not info.strictness:
        return None
    return 1 if info.type == "yes_no" else info.strictness[-1]


def rebuild(connection: Any) -> None:
    """Drop everything derived and make it again from the journal."""
    make_derived(connection)
    forks = [decode(bytes(row[0])) for row in connection.execute("SELECT line FROM fork ORDER BY hash DESC")]
    for change in forks:
        _write(connection, "REPLACE", change_number(device_number(connection, change.dev), change.seq), change)
    for row in connection.execute("SELECT DISTINCT record FROM change").fetchall():
        derive(connection, row[0])
