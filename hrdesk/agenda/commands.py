"""What a person can do to set the consultation up, and to edit any field of any record by hand."""

from collections.abc import Mapping
from typing import Any

from hrdesk.agenda.by_decision import refuse_status_by_hand
from hrdesk.agenda.concept_note.taking import COMMANDS as TAKE_CONCEPT_NOTE
from hrdesk.agenda.keeping_versions import keep_version, opened_again
from hrdesk.agenda.lowering import record_lowering, record_moving, standing_of
from hrdesk.agenda.participants.taking import COMMANDS as TAKE_PARTICIPANTS
from hrdesk.agenda.people import completed
from hrdesk.agenda.queries import deleted_links, next_position, seats, was_deleted
from hrdesk.agenda.rules import sessions_of
from hrdesk.desk import Command
from hrdesk.errors import MEANWHILE, Refused
from hrdesk.language import N_
from hrdesk.records import (
    Alternative,
    Consultation,
    Decision,
    DraftVersion,
    FloorDecision,
    FloorMark,
    IdentityAccess,
    Link,
    Recommendation,
    Record,
    Seat,
    Session,
    Validation,
    Value,
    Withdrawal,
    WordingVersion,
)
from hrdesk.records.classes import is_milder
from hrdesk.records.ids import between, joined_id, positions
from hrdesk.records.protection import is_adopted, is_adopted_text, is_decided, lowered
from hrdesk.store.fitting import noun_of
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes

BY_CONSTRUCTION = {
    "alternative": ("recommendation", "outcome", "decided_at"),
    "amendment": ("recommendation", "base", "outcome", "decided_at"),
    "floor": ("session",),
    "link": ("item", "source", "link_kind"),
    "pen_holder": ("item",),
    "report_point": ("item",),
    "roster_entry": ("device",),
    "tag": ("scheme",),
    "tagging": ("item", "tag"),
    "wording": ("item", "item_field", "language"),
}
"""Kinds that the rooms which own them make, and fields of theirs that stay as they are: ids follow from them, or only
a command of the room may decide on them.
"""

Stood = dict[str, str | int | bool | None] | None
"""What somebody saw in fields when he began to change them: what came over it from another desk is not written over."""

TRAIL = (
    Decision, Withdrawal, IdentityAccess, FloorDecision, FloorMark, WordingVersion, DraftVersion, Validation
)  # fmt: skip
"""Nouns that only their own commands write: they say what was decided, and stay."""

_DECIDED = N_("This was decided on and is part of the trail. Nothing was changed.")


def add(pen: Pen, kind: str, **fields: Any) -> dict[str, str]:
    """Add a record of any kind that a person makes by hand."""
    noun = noun_of(kind)
    if kind in BY_CONSTRUCTION or noun in TRAIL:
        raise Refused(
            N_("A {kind} is made by the command of its room, not by hand. Nothing was changed."), kind=noun.label
        )
    refuse_status_by_hand(noun, fields)
    if fields.get("position") is None and "position" in noun.field_names():
        fields["position"] = next_position(pen.read, noun)
    if "consultation" in noun.field_names() and fields.get("consultation") is None:
        held = pen.read.every(Consultation)
        fields["consultation"] = held[0].id if held else None
    made = pen.new_id()
    return {"id": pen.create(noun, made, **completed(pen, noun, made, fields)), "kind": kind}


def edit(pen: Pen, id: str, reason: str | None = None, stood: Stood = None, **fields: Any) -> dict[str, Any]:  # noqa: A002 - the record's own word
    """Edit any field of a record; making it less confidential needs a reason and is recorded as a decision."""
    held = living(pen, id)
    if reason is not None and "reason" in held.field_names() and not lowered(held, fields):
        fields["reason"] = reason  # a noun may have a field of that name: then it is meant
    if is_adopted_text(held, fields):
        raise Refused(
            N_("The text was adopted and stays as it is. Nothing was changed; please reopen the recommendation first.")
        )
    refuse_status_by_hand(type(held), fields, held)
    _refuse_by_construction(held, fields)
    moves = any(
        info.part_of and fields.get(info.name, getattr(held, info.name)) != getattr(held, info.name)
        for info in held.declared
    )
    before = standing_of(pen, held) if moves else None
    record_lowering(pen, held, fields, reason)
    keep_version(pen, held, fields)
    fields = completed(pen, type(held), id, fields | opened_again(held, fields))
    meanwhile = {MEANWHILE: True} if pen.change_from(type(held), id, stood or {}, **fields) else {}
    changed = living(pen, id)
    if before is not None:
        record_moving(pen, changed, before, reason)
    return {"id": id, "kind": held.kind, **{name: getattr(changed, name) for name in fields}, **meanwhile}


def delete(pen: Pen, id: str) -> dict[str, str]:  # noqa: A002 - the record's own word
    """Delete a record; what belongs to it stays and is shown as without owner."""
    held = living(pen, id)
    if isinstance(held, TRAIL):
        raise _trail_stays(held)
    if is_decided(held):
        raise Refused(_DECIDED)
    if is_adopted_text(held, {"status": None}):
        raise Refused(
            N_("The text was adopted and stays as it is. Nothing was changed; please reopen the recommendation first.")
        )
    if isinstance(held, Link):
        delete_link(pen, held)
    else:
        pen.delete(type(held), id)
    return {"id": id, "kind": held.kind}


def restore(pen: Pen, kind: str, id: str) -> dict[str, str]:  # noqa: A002 - the record's own word
    """Bring a deleted record back."""
    noun = noun_of(kind)
    if not was_deleted(pen.read, noun, id):
        raise Refused(N_("No {kind} “{id}” was deleted here. Nothing was changed."), kind=noun.label, id=id)
    restore_with_links(pen, noun, id)
    _refuse_alternative_of_adopted(pen, living(pen, id))
    return {"id": id, "kind": kind}


def move(pen: Pen, id: str, before: str | None = None) -> dict[str, str]:  # noqa: A002 - the record's own word
    """Move a record in front of another of its kind, or to the end."""
    held = living(pen, id)
    if "position" not in held.field_names():
        raise Refused(N_("A {kind} has no order. Nothing was changed."), kind=held.label)
    others = [one for one in pen.read.every(type(held)) if one.id != id]
    place = next((index for index, one in enumerate(others) if one.id == before), len(others))
    keys: list[str | None] = [one.values()["position"] or None for one in others]  # type: ignore[misc]
    low = keys[place - 1] if place else None
    high = keys[place] if place < len(others) else None
    if high is not None and (low or "") >= high:
        # Two desks gave the same key, or none was ever given: all get new ones, in the order that is shown.
        order = [*others[:place], held, *others[place:]]
        for one, key in zip(order, positions(len(order)), strict=True):
            pen.change(type(held), one.id, position=key)
    else:
        pen.change(type(held), id, position=between(low, high))
    return {"id": id, "kind": held.kind}


def new_consultation(pen: Pen, title: str, **fields: Any) -> dict[str, str]:
    """Start a consultation by hand, with one session to take notes in."""
    made = pen.create(Consultation, title=title, **fields)
    sitting = sessions_of({"title": title, **fields}, [])[0]
    session = pen.create(Session, consultation=made, position=positions(1)[0], **sitting)
    return {"id": made, "session": session}


def take_seat(pen: Pen, name: str, role: str, seat: str | None = None) -> dict[str, str]:
    """Say who works at this desk: take a seat that staff prepared, or a new one."""
    device = pen.dev.split(".")[0]
    for other in seats(pen.read):
        if (other.device or "").split(".")[0] == device and other.id != seat:
            pen.change(Seat, other.id, device=None, key=None, recipient=None)
    told: dict[str, Value] = {"name": name, "role": role, "device": pen.dev, "key": pen.key, "recipient": pen.recipient}
    if seat:
        pen.change(Seat, seat, **told)
        return {"id": seat}
    held = pen.read.every(Consultation)
    made = pen.create(
        Seat,
        joined_id("seat", device),
        consultation=held[0].id if held else None,
        position=next_position(pen.read, Seat),
        **told,
    )
    return {"id": made}


def living(pen: Pen, record: str) -> Record:
    """Give a living record or refuse with a sentence."""
    held = pen.read.find(record)
    if held is None:
        raise Refused(N_("There is no record “{id}” here. Nothing was changed."), id=record)
    return held


def restore_with_links(pen: Pen, noun: type[Record], record: str) -> None:
    """Bring a record back, and the links that went with it and say how strict its words are."""
    pen.restore(noun, record)
    for link in deleted_links(pen.read, record):
        pen.restore(Link, link)


def delete_link(pen: Pen, link: Link) -> None:
    """Take a link away; what was made over it stays as strict as it was, because its words do."""
    before = read_classes(pen.read).of(link.item)
    pen.delete(Link, link.id)
    item = pen.read.find(link.item)
    if item and "sensitivity" in item.field_names() and is_milder(read_classes(pen.read).of(item.id), before):
        pen.change(type(item), item.id, sensitivity=before)


def _refuse_by_construction(held: Record, fields: Mapping[str, Value]) -> None:
    if isinstance(held, TRAIL):
        raise _trail_stays(held)
    if is_decided(held) and not set(fields) <= {"sensitivity", "position"}:
        raise Refused(_DECIDED)
    for name in BY_CONSTRUCTION.get(held.kind, ()):
        if fields.get(name, getattr(held, name)) != getattr(held, name):
            raise Refused(
                N_("“{field}” of a {kind} stays as it was made. Nothing was changed; please make another."),
                field=held.field(name).label,
                kind=held.label,
            )


def _refuse_alternative_of_adopted(pen: Pen, held: Record) -> None:
    """Refuse to put another wording beside a text that was adopted meanwhile."""
    if not isinstance(held, Alternative) or is_decided(held):
        return
    above = pen.read.get(Recommendation, held.recommendation)
    if above is not None and is_adopted(above):
        raise Refused(
            N_("The text was adopted and stays as it is. Nothing was changed; please reopen the recommendation first.")
        )


def _trail_stays(held: Record) -> Refused:
    return Refused(N_("A {kind} is part of the trail and stays. Nothing was changed."), kind=held.label)


COMMANDS = (
    Command("add", N_("Add"), add),
    Command("edit", N_("Edit"), edit),
    Command("delete", N_("Delete"), delete),
    Command("restore", N_("Restore"), restore),
    Command("move", N_("Move"), move),
    Command("new-consultation", N_("New consultation"), new_consultation),
    *TAKE_CONCEPT_NOTE,
    Command("take-seat", N_("Take a seat"), take_seat),
    *TAKE_PARTICIPANTS,
)
