"""Many new changes at once: their marks, their rows in the journal, and the tables of the records they touch.

The plain way (``derivation.derive``) reads a record whole. Here only the fields that changes meet in are read, in one
question, and tables are written in groups. Both give the same; what is rare here (deletions, renamed fields) is left
to the plain way. The indexes are named in every statement: chosen otherwise, one took 313 seconds instead of one.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from hrdesk.records import KINDS, Person, Value
from hrdesk.store.change import DELETED, Change
from hrdesk.store.derivation import (
    SETTLED,
    SUPERSEDED,
    Tops,
    derive,
    heads,
    mark_of,
    rows_of_kind,
)
from hrdesk.store.identities import is_sealed
from hrdesk.store.journal import (
    COLUMNS,
    SEQ_BITS,
    SEQ_MASK,
    changes_numbered,
    dot_of,
    plain_rows,
    rows_of,
    seen_from_column,
)
from hrdesk.store.upcasting import is_old

Key = tuple[str, str]
"""The kind and the id of a record."""

Cell = tuple[str, str, str]
"""A field of a record: its kind, its id, the field."""

Found = list[tuple[int, Change]]

HELD_RECORDS = (
    "SELECT a.value, EXISTS (SELECT 1 FROM change d INDEXED BY change_deletion"
    " WHERE d.record = a.value AND d.field = '_del')"
    " FROM json_each(?) a WHERE EXISTS (SELECT 1 FROM change c INDEXED BY change_cell WHERE c.record = a.value)"
)
MEETING = (
    "SELECT a.n, c.id, c.lam, c.head, c.seen FROM temp.meeting a"
    " CROSS JOIN change c INDEXED BY change_cell ON c.record = a.record AND c.field = a.field"
    " WHERE c.kind = a.kind AND (c.head <> 0 OR c.lam > a.lam)"
)
_INSERT = f"INSERT INTO change ({COLUMNS}, head) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, {SETTLED})"
_MARK = "UPDATE change SET head = ? WHERE id = ?"


class _Old(NamedTuple):
    """A change already held in a cell where new ones arrive; a plain tuple, because there are so many."""

    cell: int
    number: int
    lam: int
    head: int
    seen: str

    def covers(self, other: Change, names: dict[int, str]) -> bool:
        """Tell whether this one takes the place of ``other``; ``names`` are those of the devices."""
        if self.lam <= other.lam:
            return False
        device, seq = dot_of(self.number)
        if names[device] == other.dev:
            return seq > other.seq
        return other.seq <= seen_from_column(self.seen).get(other.dev, 0)

    def is_covered_by(self, other: Change, names: dict[int, str]) -> bool:
        """Tell whether ``other`` takes the place of this one."""
        if other.lam <= self.lam:
            return False
        device, seq = dot_of(self.number)
        dev = names[device]
        if dev == other.dev:
            return other.seq > seq
        return seq <= other.seen.get(dev, 0)


@dataclass
class _Outcome:
    """What is to be written: marks of new changes other than settled, old heads no more, heads by record."""

    marks: dict[int, int] = field(default_factory=dict)
    demoted: list[tuple[int, int]] = field(default_factory=list)
    tops: dict[Key, dict[str, Tops]] = field(default_factory=dict)


def bring_up_to_date(connection: Any, arriving: dict[int, Change]) -> tuple[set[Key], bool]:
    """Write new changes, by their numbers here, with all that follows, and give the records they touch.

    Tells as well whether nothing was held of any of these, and one change came of each field.
    """
    if not arriving:
        return set(), False
    rows = rows_of(arriving.items())
    _, _, _, kinds, records, fields, *_ = zip(*rows, strict=True)
    told = msgspec.json.encode(list(set(records))).decode()
    held = dict(plain_rows(connection, HELD_RECORDS, told))
    plain = {record for record, has_deletion in held.items() if has_deletion}
    plain |= {record for record, name in zip(records, fields, strict=True) if name == DELETED}
    plain |= _rare(arriving.values(), set(kinds), held)
    outcome = _Outcome()
    cells = zip(kinds, records, fields, arriving.items(), strict=True)
    meeting, crowded = _by_record(cells, held, plain, outcome.tops)
    for cell, one in zip(zip(kinds, records, fields, strict=True), arriving.items(), strict=True) if crowded else ():
        if cell in crowded:
            crowded[cell].append(one)
    touched = set(outcome.tops)
    if plain:
        outcome.tops = {key: tops for key, tops in outcome.tops.items() if key[1] not in plain}
    for (kind, record, name), found in crowded.items():
        if record not in held and record not in plain:
            outcome.tops[kind, record][name] = _among_themselves(found, outcome)
    if meeting:
        _meet(connection, meeting, crowded, outcome)
    connection.executemany(_INSERT, rows)
    connection.executemany(_MARK, [(mark, number) for number, mark in outcome.marks.items() if mark != SETTLED])
    connection.executemany(_MARK, outcome.demoted)
    _write_tables(connection, outcome)
    for record in plain:
        derive(connection, record)
    return touched, not (held or plain or crowded)


def _rare(arriving: Collection[Change], kinds: set[str], held: Collection[str]) -> set[str]:
    """Give the records that need the plain way: old declarations, identities that may be sealed."""
    old = {kind for kind in kinds if is_old(kind)}
    found = {one.record for one in arriving if one.kind in old} if old else set()
    if Person.kind in kinds:
        persons = (one for one in arriving if one.kind == Person.kind)
        found |= {one.record for one in persons if one.record in held or is_sealed(one.val)}
    return found


def _by_record(
    arriving: Iterable[tuple[str, str, str, tuple[int, Change]]],
    held: Collection[str],
    plain: Collection[str],
    tops: dict[Key, dict[str, Tops]],
) -> tuple[Found, dict[Cell, Found]]:
    """Put the values of arriving changes into ``tops``, as if each were the only one of its field.

    Gives one change of each field in which something may stand already, and names the fields of which several came.
    """
    last_kind = last = ""
    fields: dict[str, Tops] = {}
    meeting: Found = []
    crowded: dict[Cell, Found] = {}
    may_meet = False
    for kind, record, name, one in arriving:
        if record != last or kind != last_kind:  # changes of one record mostly come together
            last_kind, last = kind, record
            fields = tops.setdefault((kind, record), {})
            may_meet = record in held and record not in plain
        if name in fields:
            crowded[kind, record, name] = []
            continue
        fields[name] = (one[1].val,)
        if may_meet:
            meeting.append(one)
    return meeting, crowded


def _among_themselves(found: Found, outcome: _Outcome) -> Tops:
    """Find the heads of a field that nothing was held of."""
    top = heads(found)
    values = [one.val for _, one in top]
    outcome.marks |= dict.fromkeys((number for number, _ in found), SUPERSEDED)
    outcome.marks |= dict.fromkeys((number for number, _ in top), mark_of(values))
    return values


def _meet(connection: Any, meeting: Found, crowded: dict[Cell, Found], outcome: _Outcome) -> None:
    """Find the heads of fields in which something may stand already."""
    old = _held_in(connection, meeting, crowded)
    names = dict(connection.execute("SELECT n, dev FROM device").fetchall()) if old else {}
    careful = {n for n, (_, change) in enumerate(meeting) if change.cell in crowded} if crowded else set()
    careful |= {one[0] for one, other in pairwise(old) if one[0] == other[0]}
    demote = outcome.demoted.append
    for n, number, lam, _, _ in old:
        if n in careful:
            continue
        change = meeting[n][1]
        dev = names[number >> SEQ_BITS]
        known = change.seq - 1 if dev == change.dev else change.seen.get(dev, 0)
        if number & SEQ_MASK <= known and lam < change.lam:  # nearly always an edit of what stood there
            demote((SUPERSEDED, number))
        else:
            careful.add(n)
    if careful:
        before: dict[int, list[_Old]] = {n: [] for n in careful}
        for row in old:
            if row[0] in careful:
                before[row[0]].append(_Old(*row))
        cells = [(crowded.get(meeting[n][1].cell) or [meeting[n]], held) for n, held in before.items()]
        _contest(connection, _uncovered(cells, names, outcome), outcome)


def _uncovered(
    cells: Iterable[tuple[Found, list[_Old]]], names: dict[int, str], outcome: _Outcome
) -> list[tuple[Cell, Found, list[_Old]]]:
    """Give each field that looks otherwise now, with the changes that stand there: new ones, and old ones."""
    contested: list[tuple[Cell, Found, list[_Old]]] = []
    for found, before in cells:
        standing = [one for one in before if one.head]
        staying = [one for one in standing if not any(one.is_covered_by(other, names) for _, other in found)]
        tops = [one for one in heads(found) if not any(other.covers(one[1], names) for other in before)]
        outcome.demoted += [(SUPERSEDED, one.number) for one in standing if one not in staying]
        outcome.marks |= dict.fromkeys((number for number, _ in found), SUPERSEDED)
        kind, record, name = found[0][1].cell
        del outcome.tops[kind, record][name]
        if tops or len(staying) < len(standing):
            contested.append((found[0][1].cell, tops, staying))
    return contested


def _held_in(connection: Any, meeting: Found, crowded: dict[Cell, Found]) -> list[tuple[int, int, int, int, str]]:
    """Give what is held in fields where changes arrive: heads, and what may cover an arriving change."""
    connection.execute(
        "CREATE TEMP TABLE IF NOT EXISTS meeting"
        " (n INTEGER PRIMARY KEY, kind TEXT, record TEXT, field TEXT, lam INTEGER)"
    )
    connection.execute("DELETE FROM temp.meeting")
    rows = [(n, one.kind, one.record, one.field, one.lam) for n, (_, one) in enumerate(meeting)]
    if crowded:
        lowest = {cell: min(one.lam for _, one in found) for cell, found in crowded.items()}
        rows = [(*row[:4], lowest.get(row[1:4], row[4])) for row in rows]
    connection.executemany("INSERT INTO temp.meeting VALUES (?, ?, ?, ?, ?)", rows)
    old: list[tuple[int, int, int, int, str]] = plain_rows(connection, MEETING)
    connection.execute("DELETE FROM temp.meeting")
    return old


def _contest(connection: Any, contested: list[tuple[Cell, Found, list[_Old]]], outcome: _Outcome) -> None:
    """Settle or mark fields in which more than one change may stand; only here values of old changes are read."""
    numbers = [one.number for _, _, staying in contested for one in staying]
    held = changes_numbered(connection, numbers) if numbers else {}
    for (kind, record, name), tops, staying in contested:
        top = [*((one.number, held[one.number]) for one in staying), *tops]
        top.sort(key=lambda one: one[1].precedence, reverse=True)
        values: list[Value] = [one.val for _, one in top]
        mark = mark_of(values)
        outcome.marks |= dict.fromkeys((number for number, _ in tops), mark)
        outcome.demoted += [(mark, one.number) for one in staying if one.head != mark]
        outcome.tops[kind, record][name] = values


def _write_tables(connection: Any, outcome: _Outcome) -> None:
    """Write what changed in the rows of records, those with the same columns together."""
    groups: dict[tuple[str, ...], list[tuple[str, dict[str, Tops]]]] = {}
    as_they_come: dict[tuple[str, ...], list[tuple[str, dict[str, Tops]]]] = {}
    for (kind, record), tops in outcome.tops.items():
        if (order := (kind, *tops)) not in as_they_come:
            as_they_come[order] = groups.setdefault((kind, *sorted(tops)), [])
        as_they_come[order].append((record, tops))
    for (kind, *names), made in groups.items():
        if kind in KINDS and names:
            rows = rows_of_kind(kind)
            values = [column for name in names for column in rows.columns_of(name, [tops[name] for _, tops in made])]
            connection.executemany(_upsert(kind, names), zip((record for record, _ in made), *values, strict=True))


def _upsert(kind: str, cells: list[str]) -> str:
    """Give the statement that writes the columns that some cells of the journal fill, whether or not a row is there."""
    named = [f'"{column}"' for cell in cells for column in rows_of_kind(kind).named(cell)]
    action = "UPDATE SET " + ", ".join(f"{name} = excluded.{name}" for name in named) if named else "NOTHING"
    return (
        f'INSERT INTO "{kind}" ({", ".join(["id", "_state", *named])}) VALUES (?, 0{", ?" * len(named)})'
        f" ON CONFLICT (id) DO {action}"
    )
