"""What a person can see of the set-up: the consultation, its programme, its people, any record of a kind."""

from hrdesk.records import (
    KINDS,
    AgendaItem,
    Consultation,
    GuidingQuestion,
    Person,
    Record,
    Seat,
    Session,
)
from hrdesk.records.ids import between
from hrdesk.store.reading import Reader


def consultation(reader: Reader) -> Consultation | None:
    """Give the consultation this desk is about: the first that was made."""
    found = reader.every(Consultation)
    return found[0] if found else None


def sessions(reader: Reader) -> list[Session]:
    """Give the sessions in the order of the programme."""
    return reader.every(Session)


def agenda_items(reader: Reader) -> list[AgendaItem]:
    """Give the agenda items in order."""
    return reader.every(AgendaItem)


def questions(reader: Reader, session: Session) -> list[GuidingQuestion]:
    """Give the guiding questions of a session's agenda item, or of the consultation when the item has none."""
    found = reader.every(GuidingQuestion, owner=session.agenda_item) if session.agenda_item else []
    return found or reader.every(GuidingQuestion, owner=session.consultation)


def people(reader: Reader) -> list[Person]:
    """Give the people and delegations by affiliation and name."""
    return sorted(reader.every(Person), key=lambda one: (one.affiliation or "", one.name or ""))


def seats(reader: Reader) -> list[Seat]:
    """Give the seats of the desks that take part."""
    return reader.every(Seat)


def seat_of(reader: Reader, device: str) -> Seat | None:
    """Give the seat of a device, whatever its incarnation."""
    base = device.split(".")[0]
    return next((seat for seat in seats(reader) if (seat.device or "").split(".")[0] == base), None)


def counts(reader: Reader) -> dict[str, int]:
    """Count the living records of each kind that has any."""
    found = {kind: reader.value(f'SELECT count(*) FROM "{kind}" WHERE _state <> 1') for kind in KINDS}
    return {kind: int(count) for kind, count in found.items() if count}


def was_deleted(reader: Reader, noun: type[Record], record: str) -> bool:
    """Tell whether a record of ``noun`` was deleted, also when an edit keeps it alive."""
    return bool(reader.value(f'SELECT 1 FROM "{noun.kind}" WHERE id = ? AND _state > 0', record))


def deleted_links(reader: Reader, item: str) -> list[str]:
    """Give the deleted links that said what ``item`` was made from."""
    rows = reader.rows(
        "SELECT id FROM link WHERE item = ? AND link_kind = 'made_from' AND _state = 1 ORDER BY id", item
    )
    return [row["id"] for row in rows]


def next_position(reader: Reader, noun: type[Record]) -> str | None:
    """Give the order key that puts a new record of ``noun`` last; nothing when the noun has no order."""
    if "position" not in noun.field_names():
        return None
    last = reader.value(f'SELECT max("position") FROM "{noun.kind}" WHERE _state <> 1')
    return between(last, None)


def contested(reader: Reader, record: str) -> dict[str, int]:
    """Count the versions that stand against each other in the fields of a record that desks disagree on."""
    rows = reader.rows(
        "SELECT field, count(DISTINCT val) AS versions FROM change WHERE record = ? AND head = 2 GROUP BY field", record
    )
    return {row["field"]: max(2, row["versions"]) for row in rows}


def every_of(reader: Reader, kind: str) -> list[Record]:
    """Give the living records of a kind by its name, in their order; people by affiliation and name."""
    from hrdesk.records import KINDS

    return list(people(reader)) if kind == "person" else list(reader.every(KINDS[kind]))
