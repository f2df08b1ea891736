"""Where a record is at home in the window: the room that shows it, and the record to go to there."""

from hrdesk.records import KINDS, Note, OutsideSource, Record, Wording
from hrdesk.store.reading import Reader

AT_HOME = {
    "note": "notes",
    "recommendation": "recommendations",
    "document": "outcome",
    "document_agenda_item": "outcome",
    "paragraph": "outcome",
}
"""The rooms of kinds that have a place of their own; what has none is shown with what it belongs to."""

WITHIN = (
    "addressee",
    "action",
    "tagging",
    "decision",
    "link",
    "wording",
    "wording_version",
    "alternative",
    "amendment",
    "reservation",
    "validation",
)
"""Kinds that are shown only as a part of another record."""

ELSE = "agenda"
"""The room with the outline, where every other kind stands."""


def way_to(reader: Reader, record: Record) -> tuple[str, str]:
    """Give room and record to go to for ``record``."""
    for _ in range(len(KINDS)):  # a circle of records, from a hostile desk, ends somewhere
        if record.kind in AT_HOME:
            return AT_HOME[record.kind], record.id
        above = owner(reader, record) if record.kind in WITHIN else None
        if above is None:
            break
        record = above
    if isinstance(record, OutsideSource) and (taken := reader.every(Note, source=record.id)):
        return AT_HOME["note"], taken[0].id
    if record.kind == "tag":
        return "recommendations", ""
    return ELSE, record.id


def owner(reader: Reader, record: Record) -> Record | None:
    """Give the record that this one is a part of: of what was said the session, of a translation what it translates."""
    names = [info.name for info in record.declared if info.part_of or info.name == "item"]
    first = ["session"] if "session" in names else []
    for name in (*first, *names):
        held = reader.find(getattr(record, name))
        if held is not None:
            return held
    return None


def beside(reader: Reader, record: Record) -> Record | None:
    """Give the record that tells a reader where a found one stands; of a translation what its original stands in."""
    above = owner(reader, record)
    return owner(reader, above) if isinstance(record, Wording) and above is not None else above
