"""What a person can see of the exchange: conflicts with all their versions, what came in, whether a desk is sound."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hrdesk.records import KINDS, Record, Seat, Value
from hrdesk.records.classes import rank
from hrdesk.records.disclosure import may_travel
from hrdesk.store.change import DELETED, Change, unpack_group
from hrdesk.store.merge import GONE, GONE_BUT_EDITED, heads
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes


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
    """A field of a record that two desks gave different values, neither having seen the other's."""

    kind: str
    record: str
    field: str
    fields: tuple[str, ...]
    title: str
    versions: tuple[Version, ...]


@dataclass(frozen=True)
class Travelling:
    """What a bundle of this desk would hold: living records by kind, and how many stay because confidential."""

    going: dict[str, int]
    staying: dict[str, int]


def travelling(reader: Reader, *, confidential_too: bool = False) -> Travelling:
    """Count what would travel and what would stay, by kind."""
    classes = read_classes(reader)
    going: dict[str, int] = {}
    staying: dict[str, int] = {}
    for kind in KINDS:
        for row in reader.rows(f'SELECT id FROM "{kind}" WHERE _state <> 1'):
            goes = may_travel(classes.of(row["id"]), confidential_too=confidential_too)
            side = going if goes else staying
            side[kind] = side.get(kind, 0) + 1
    return Travelling(going, staying)


def seats_in(changes: Iterable[Change]) -> dict[str, str]:
    """Give the names of the seats that a bundle brings, by device: who wrote it may not be known here yet."""
    told: dict[str, dict[str, Any]] = {}
    for change in sorted(changes, key=lambda one: one.lam):
        if change.kind == Seat.kind:
            told.setdefault(change.record, {})[change.field] = change.val
    return {
        str(one["device"]).split(".")[0]: str(one["name"])
        for one in told.values()
        if one.get("device") and one.get("name")
    }


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
    seats = {(seat.device or "").split(".")[0]: seat.name or "" for seat in reader.every(Seat)}
    return [_conflict(reader, kind, record, field, seats) for kind, record, field in sorted(cells)]


def incoming(reader: Reader) -> list[dict[str, Any]]:
    """Give the log of bundles that were taken in, newest first."""
    return reader.rows("SELECT name, sender, merged_at, new, known FROM bundle_log ORDER BY merged_at DESC")


def authors(reader: Reader) -> list[dict[str, Any]]:
    """Give who wrote into this desk: device, seat, number of changes, the latest."""
    seats = {(seat.device or "").split(".")[0]: seat.name or "" for seat in reader.every(Seat)}
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
    for name in ("title", "text", "name", "affiliation", "acronym", "theme", "alias"):
        value = values.get(name)
        if isinstance(value, str) and value:
            return value if len(value) <= 90 else value[:89] + "…"
    return held.id


def _conflict(reader: Reader, kind: str, record: str, field: str, seats: dict[str, str]) -> Conflict:
    noun = KINDS.get(kind)
    infos = noun.cells().get(field, ()) if noun else ()
    found = [one for one in reader.cell(record, field) if one[1].kind == kind]
    tops = [one for _, one in heads(found)]
    if infos and infos[0].strictness:  # the strictest counts until a person settles it, whoever wrote last
        info = infos[0]
        tops.sort(key=lambda one: rank(info.strictness, info.unsaid, one.val), reverse=True)
    if field == DELETED and all(one.val is True for one in tops):
        tops = tops[:1]
    versions = [_version(one, bool(infos and infos[0].group), seats) for one in tops]
    if versions:
        versions[0] = Version(**{**versions[0].__dict__, "counts": True})
    held = reader.get(noun, record) if noun else None
    return Conflict(
        kind, record, field, tuple(info.name for info in infos) or (field,), title_of(held), tuple(versions)
    )


def _version(change: Change, grouped: bool, seats: dict[str, str]) -> Version:
    value: Value | dict[str, Value] = unpack_group(change.val) if grouped else change.val
    by = seats.get(change.dev.split(".")[0], "")
    return Version(f"{change.dev}:{change.seq}", value, change.dev, by, change.at, False)
