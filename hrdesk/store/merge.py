"""Uniting sets of changes: what a desk shows is a pure function of the set of changes it holds.

Taking in changes never makes any. Everything but the journal itself (which changes are heads, the tables of
records, the search index) is derived, can be dropped, and comes out the same again.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby, islice
from operator import itemgetter
from typing import Any

import msgspec

from hrdesk.store import forks, lamport, search, withdrawals
from hrdesk.store.arriving import bring_up_to_date
from hrdesk.store.change import Change
from hrdesk.store.derivation import CONTESTED, SETTLED, SUPERSEDED, derive, heads, insertion, rows_from
from hrdesk.store.journal import (
    COLUMNS,
    SEQ_BITS,
    SEQ_MASK,
    all_changes,
    change_number,
    change_of,
    changes_of_cell,
    changes_of_record,
    device_number,
    from_column,
    plain_rows,
    row_of,
    rows_of,
    to_column,
)
from hrdesk.store.lines import without_collecting
from hrdesk.store.schema import GONE, GONE_BUT_EDITED, LIVING, make_derived

__all__ = [
    "CONTESTED",
    "GONE",
    "GONE_BUT_EDITED",
    "LIVING",
    "SETTLED",
    "SUPERSEDED",
    "Cancelled",
    "Taken",
    "all_changes",
    "change_number",
    "changes_of_cell",
    "changes_of_record",
    "derive",
    "device_number",
    "from_column",
    "heads",
    "rebuild",
    "to_column",
    "unite",
]

CHUNK = 20_000
"""So many changes are taken in at a time: larger chunks are hardly quicker and need more memory."""

MOST_NAMED = 10_000
"""More records than this are not named one by one."""


BY_RANGE = f"SELECT {COLUMNS} FROM change WHERE id BETWEEN ? AND ?"
BY_NUMBER = (
    f"SELECT {', '.join(f'c.{name}' for name in COLUMNS.split(', '))}"
    " FROM json_each(?) a CROSS JOIN change c ON c.id = a.value"
)
BY_RECORD = (
    "SELECT c.id, d.dev, c.lam, c.at, c.kind, c.record, c.field, c.val, c.seen, c.nonce, c.sv, c.head"
    " FROM change c INDEXED BY change_cell CROSS JOIN device d ON d.n = c.id >> 40 ORDER BY c.record"
)


class Cancelled(Exception):
    """Whoever watches a merge wants it stopped; the transaction is taken back by whoever began it."""


@dataclass
class Taken:
    """What came of taking changes in.

    ``new``, ``known`` and ``forked`` count lines; ``withdrawn`` those that were refused because they had been
    withdrawn, ``removed`` those held until now. ``records`` names what was touched, or nothing when it is too much.
    """

    new: int = 0
    known: int = 0
    forked: int = 0
    withdrawn: int = 0
    removed: int = 0
    records: set[tuple[str, str]] = field(default_factory=set)
    is_too_much: bool = False

    def touch(self, records: Iterable[tuple[str, str]]) -> None:
        """Note records that were touched."""
        if not self.is_too_much:
            self.records.update(records)
        if len(self.records) > MOST_NAMED:
            self.is_too_much = True
            self.records = set()


def unite(connection: Any, changes: Iterable[Change], *, progress: Callable[[int], bool] | None = None) -> Taken:
    """Take ``changes`` into the journal inside the caller's transaction and bring everything derived up to date.

    ``progress`` is told after each chunk how many lines were looked at, and gives False to stop: Cancelled.
    """
    taken = Taken()
    numbers: dict[str, int] = {}
    stream = iter(changes)
    looked_at = 0
    with without_collecting():
        while chunk := list(islice(stream, CHUNK)):
            _take_chunk(connection, chunk, taken, numbers)
            looked_at += len(chunk)
            if progress and not progress(looked_at):
                raise Cancelled
    return taken


def _take_chunk(connection: Any, chunk: list[Change], taken: Taken, numbers: dict[str, int]) -> None:
    devices = {change.dev for change in chunk}
    for dev in devices - numbers.keys():
        numbers[dev] = device_number(connection, dev)
    removed = withdrawals.learn(connection, chunk)
    if withdrawals.are_any(connection):
        kept = withdrawals.refuse(connection, chunk)
        taken.withdrawn += len(chunk) - len(kept)
        chunk = kept
    places = {dev: change_number(numbers[dev], 0) for dev in devices}
    arriving = {places[change.dev] | change.seq: change for change in chunk}
    differing: list[tuple[int, Change]] = []
    if len(arriving) < len(chunk):
        for change in chunk:
            number = places[change.dev] | change.seq
            if arriving[number] is not change:
                if row_of(number, arriving[number]) == row_of(number, change):
                    taken.known += 1
                else:
                    differing.append((number, change))
    held = _held(connection, arriving, [numbers[dev] for dev in devices])
    coming = [(row[0], arriving.pop(row[0])) for row in held]
    for row, told, one in zip(held, rows_of(coming), coming, strict=True):
        if row == told:
            taken.known += 1
        else:
            differing.append(one)
    taken.new += len(arriving)
    lamport.note(connection, arriving.values())
    touched, are_new = bring_up_to_date(connection, arriving)
    for number, change in differing:
        records = forks.keep(connection, number, change)
        if records is None:
            taken.known += 1
        else:
            taken.forked += 1
            touched |= records
    if removed:
        taken.removed += removed.lines
        touched |= removed.records
    taken.touch(touched)
    are_new = are_new and not differing and not removed
    search.refresh(connection, {record for _, record in touched}, {kind for kind, _ in touched}, are_new=are_new)


def _held(connection: Any, arriving: dict[int, Change], devices: Iterable[int]) -> list[tuple[Any, ...]]:
    """Give the rows held under the numbers of ``arriving``; most are new, which the highest of a device tells."""
    highest: dict[int, int] = {}
    for device in devices:
        bounds = (change_number(device, 0), change_number(device, SEQ_MASK))
        row = connection.execute("SELECT max(id) FROM change WHERE id BETWEEN ? AND ?", bounds).fetchone()
        highest[device] = row[0] or 0
    if not any(highest.values()):
        return []
    asked: dict[int, list[int]] = {}
    for number in arriving:
        if number <= highest[device := number >> SEQ_BITS]:
            asked.setdefault(device, []).append(number)
    return [row for numbers in asked.values() for row in _rows_numbered(connection, sorted(numbers))]


def _rows_numbered(connection: Any, asked: list[int]) -> list[tuple[Any, ...]]:
    """Give the rows held under ascending numbers: in one run where they lie close together."""
    if asked[-1] - asked[0] < 2 * len(asked):
        wanted = set(asked)
        return [row for row in plain_rows(connection, BY_RANGE, asked[0], asked[-1]) if row[0] in wanted]
    return plain_rows(connection, BY_NUMBER, msgspec.json.encode(asked).decode())


def rebuild(connection: Any) -> None:
    """Drop everything derived and make it again from the journal."""
    make_derived(connection)
    forks.settle_all(connection)
    withdrawals.settle_all(connection)
    with without_collecting():
        _rebuild_tables(connection)
    search.rebuild(connection)


def _rebuild_tables(connection: Any) -> None:
    rows: dict[str, list[list[Any]]] = {}
    marks: list[tuple[int, int]] = []
    waiting = 0
    for record, found, held in _by_record(connection):
        told, made = rows_from(record, found)
        marks += [(mark, number) for number, mark in told.items() if held[number] != mark]
        for kind, row in made.items():
            rows.setdefault(kind, []).append(row)
        waiting += len(found)
        if waiting >= CHUNK:
            _write(connection, rows)
            waiting = 0
    _write(connection, rows)
    connection.executemany("UPDATE change SET head = ? WHERE id = ?", marks)


def _write(connection: Any, rows: dict[str, list[list[Any]]]) -> None:
    for kind, made in rows.items():
        connection.executemany(insertion(kind), made)
    rows.clear()


def _by_record(connection: Any) -> Iterator[tuple[str, list[tuple[int, Change]], dict[int, int]]]:
    """Read the journal record by record: its changes by their numbers, and the marks they have."""
    cursor = connection.cursor()
    cursor.row_factory = None
    for record, group in groupby(cursor.execute(BY_RECORD), key=itemgetter(5)):
        rows = list(group)
        yield record, [(row[0], change_of(row[:11])) for row in rows], {row[0]: row[11] for row in rows}
