"""What a person can see of the exchange: conflicts with all their versions, what came in, whether a desk is sound."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hrdesk.records import KINDS, Record, Seat, Value
from hrdesk.records.classes import rank
from hrdesk.store.change import DELETED, Change, unpack_group
from hrdesk.store.merge import heads
from hrdesk.store.namings import opened
from hrdesk.store.reading import Reader
from hrdesk.store.schema import GONE, GONE_BUT_EDITED

OF_AN_ITEM = frozenset({"link", "tagging", "wording", "decision", "withdrawal"})
"""Kinds that say something about one item and are of no interest without it."""


@dataclass(frozen=True)
class Version:
    """One of the values desks gave a field: its name (device:number), the value, who gave it and when."""

    name: str
    value: Any
    device: str
    by: str
    at: str
    counts: bool


@dataclass(frozen=True)
class Conflict:
    """A field of a record that two desks gave different values, neither having seen the other's.

    ``base`` is the last value that all of them had seen; there is none where the history did not travel. ``edits``
    are the fields that somebody edited of a record that another desk deleted.
    """

    kind: str
    record: str
    field: str
    fields: tuple[str, ...]
    title: str
    versions: tuple[Version, ...]
    base: Version | None = None
    edits: tuple["Place", ...] = ()


@dataclass(frozen=True)
class Place:
    """One field of a record as it stands: its value, who gave it and when."""

    field: str
    fields: tuple[str, ...]
    value: Any
    device: str
    by: str
    at: str


@dataclass(frozen=True)
class TwoPlaces:
    """A record of which two desks changed different fields: nothing to settle, and worth a look."""

    kind: str
    record: str
    title: str
    places: tuple[Place, ...]


@dataclass(frozen=True)
class LooseEnd:
    """A record that refers to another one which is not here: deleted (``was_deleted``), or not travelled with it.

    ``belongs``: it is a part of what is missing, so that it is shown without owner.
    """

    kind: str
    record: str
    title: str
    field: str
    target: str
    was_deleted: bool
    belongs: bool


def conflicts(reader: Reader) -> list[Conflict]:
    """Give what is contested until a person settles it, and records that one desk deleted and another edited."""
    cells = {
        (row["kind"], row["record"], row["field"])
        for row in reader.rows("SELECT kind, record, field FROM change INDEXED BY change_contested WHERE head = 2")
    }
    for kind in KINDS:
        for row in reader.rows(f'SELECT id FROM "{kind}" WHERE _state = {GONE_BUT_EDITED}'):
            cells.add((kind, row["id"], DELETED))
    gone = {
        (kind, row["id"]) for kind in KINDS for row in reader.rows(f'SELECT id FROM "{kind}" WHERE _state = {GONE}')
    }
    cells = {one for one in cells if one[:2] not in gone}  # a deletion that had seen all of it leaves nothing to settle
    seats = seats_here(reader)
    return [_conflict(reader, kind, record, field, seats) for kind, record, field in sorted(cells)]


def conflict_about(reader: Reader, record: str, field: str) -> Conflict | None:
    """Give the conflict about one field of one record, if there is one."""
    for kind in sorted({change.kind for _, change in reader.cell(record, field)} & KINDS.keys()):
        state = reader.value(f'SELECT _state FROM "{kind}" WHERE id = ?', record)
        marked = reader.value(
            "SELECT 1 FROM change INDEXED BY change_contested WHERE record = ? AND field = ? AND kind = ? AND head = 2",
            *(record, field, kind),
        )
        if state == GONE_BUT_EDITED if field == DELETED else marked and state != GONE:
            return _conflict(reader, kind, record, field, seats_here(reader))
    return None


def standing_lines(reader: Reader, record: str) -> list[tuple[str, int, str]]:
    """Give the changes of a record that stand, as (device, number, journal field)."""
    rows = reader.rows(
        "SELECT d.dev, c.id, c.field FROM change c INDEXED BY change_cell JOIN device d ON d.n = c.id >> 40"
        " WHERE c.record = ? AND c.head <> 0",
        record,
    )
    return [(row["dev"], row["id"] & (2**40 - 1), row["field"]) for row in rows]


def two_places(reader: Reader) -> list[TwoPlaces]:
    """Give the living records of which two desks changed different fields, as the last merges noted them."""
    seats = seats_here(reader)
    found = []
    for row in reader.rows("SELECT kind, record, fields FROM two_places ORDER BY at DESC, kind, record"):
        noun = KINDS.get(row["kind"])
        held = reader.get(noun, row["record"]) if noun else None
        if held is not None:
            places = (_place(reader, held, field, seats) for field in row["fields"].split())
            told = tuple(one for one in places if one is not None)
            if told:
                found.append(TwoPlaces(held.kind, held.id, title_of(held), told))
    return found


def has_met_others(reader: Reader) -> bool:
    """Tell whether a bundle ever came in here or left: before that there is nobody to give anything to."""
    return bool(reader.value("SELECT 1 FROM bundle_log UNION ALL SELECT 1 FROM departure LIMIT 1"))


def loose_ends(reader: Reader) -> list[LooseEnd]:
    """Give what refers to a record that is deleted or is not in this desk; links and decisions go with their item."""
    states = {row["id"]: row["_state"] for kind in KINDS for row in reader.rows(f'SELECT id, _state FROM "{kind}"')}
    found = []
    for kind, noun in KINDS.items():
        if kind in OF_AN_ITEM:
            continue
        for info in noun.declared:
            if not info.refers_to:
                continue
            for row in reader.rows(
                f'SELECT id, "{info.name}" AS target FROM "{kind}" WHERE _state <> {GONE} AND "{info.name}" <> \'\''
            ):
                state = states.get(row["target"], GONE)
                if state == GONE:
                    title = title_of(reader.get(noun, row["id"]))
                    was_deleted = row["target"] in states
                    found.append(LooseEnd(kind, row["id"], title, info.name, row["target"], was_deleted, info.part_of))
    return found


def seats_here(reader: Reader) -> dict[str, str]:
    """Give the names of the seats by device."""
    return {(seat.device or "").split(".")[0]: seat.name or "" for seat in reader.every(Seat)}


def incoming(reader: Reader) -> list[dict[str, Any]]:
    """Give the log of bundles that were taken in, newest first; ``told`` counts what came, new records by kind."""
    seats = seats_here(reader)
    rows = reader.rows("SELECT name, sender, merged_at, new, known, told FROM bundle_log ORDER BY merged_at DESC")
    told = [json.loads(row["told"] or "{}") for row in rows]
    by = [seats.get(row["sender"].split(".")[0], "") for row in rows]
    return [{**row, "told": one, "by": name} for row, one, name in zip(rows, told, by, strict=True)]


def authors(reader: Reader) -> list[dict[str, Any]]:
    """Give who wrote into this desk: device, seat, number of changes, the latest."""
    seats = seats_here(reader)
    rows = reader.rows(
        "SELECT d.dev AS device, count(*) AS changes, max(c.at) AS latest, d.forked AS forked"
        " FROM change c JOIN device d ON d.n = c.id >> 40 GROUP BY d.n ORDER BY d.dev"
    )
    return [{**row, "by": seats.get(row["device"].split(".")[0], "")} for row in rows]


def title_of(held: Record | None) -> str:
    """Give the words by which a person recognises a record."""
    if held is None:
        return ""
    values = held.values()
    if values.get("protected"):
        return str(values.get("pseudonym") or held.id)
    for name in ("title", "text", "name", "affiliation", "acronym", "theme", "alias", "speaker_label"):
        value = values.get(name)
        if isinstance(value, str) and value:
            return value if len(value) <= 90 else value[:89] + "…"
    return held.id


def _conflict(reader: Reader, kind: str, record: str, field: str, seats: dict[str, str]) -> Conflict:
    noun = KINDS.get(kind)
    infos = noun.cells().get(field, ()) if noun else ()
    found = [(number, opened(reader, one)) for number, one in reader.cell(record, field) if one.kind == kind]
    tops = [one for _, one in heads(found)]
    base = _base([one for _, one in found], tops)
    if infos and infos[0].strictness:  # the strictest counts until a person settles it, whoever wrote last
        info = infos[0]
        tops.sort(key=lambda one: rank(info.strictness, info.unsaid, one.val), reverse=True)
    if field == DELETED and all(one.val is True for one in tops):
        tops = tops[:1]
    versions = [_version(one, bool(infos and infos[0].group), seats) for one in tops]
    if versions:
        versions[0] = Version(**{**versions[0].__dict__, "counts": True})
    held = reader.get(noun, record) if noun else None
    grouped = bool(infos and infos[0].group)
    return Conflict(
        kind,
        record,
        field,
        tuple(info.name for info in infos) or (field,),
        title_of(held),
        tuple(versions),
        _version(base, grouped, seats) if base else None,
        _edits(reader, held, tops, seats) if held and field == DELETED else (),
    )


def _base(found: Sequence[Change], tops: Sequence[Change]) -> Change | None:
    """Give the greatest change that the authors of all heads had seen; none where several are as great."""
    shared = [one for one in found if all(top.covers(one) for top in tops)]
    greatest = [one for one in shared if not any(other.covers(one) for other in shared)]
    return greatest[0] if len({repr(one.val) for one in greatest}) == 1 else None


def _edits(reader: Reader, held: Record, deletions: Sequence[Change], seats: dict[str, str]) -> tuple[Place, ...]:
    """Give the fields of a deleted record that somebody edited who did not know of the deletion."""
    found = []
    for field in sorted({line[2] for line in standing_lines(reader, held.id)} - {DELETED}):
        tops = [one for _, one in heads(reader.cell(held.id, field))]
        if any(not deletion.covers(one) for deletion in deletions if deletion.val is True for one in tops):
            found.append(_place(reader, held, field, seats))
    return tuple(one for one in found if one is not None)


def _place(reader: Reader, held: Record, field: str, seats: dict[str, str]) -> Place | None:
    infos = held.cells().get(field, ())
    tops = [one for _, one in heads([one for one in reader.cell(held.id, field) if one[1].kind == held.kind])]
    if not infos or not tops:
        return None
    version = _version(tops[0], bool(infos[0].group), seats)
    names = tuple(info.name for info in infos)
    return Place(field, names, version.value, version.device, version.by, version.at)


def _version(change: Change, grouped: bool, seats: dict[str, str]) -> Version:
    value: Value | dict[str, Value] = unpack_group(change.val) if grouped else change.val
    by = seats.get(change.dev.split(".")[0], "")
    return Version(f"{change.dev}:{change.seq}", value, change.dev, by, change.at, False)
