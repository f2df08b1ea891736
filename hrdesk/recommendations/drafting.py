"""What a person can do while several write on a draft: hold the pen of a section, keep a version that was printed."""

from hrdesk.agenda.commands import living
from hrdesk.agenda.queries import consultation, seat_of
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.recommendations.negotiation_queries import draft_hash, draft_versions, next_version_name, pen_holders
from hrdesk.records import DraftVersion, PenHolder
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen

SECTIONS = ("session", "paragraph", "consultation")
"""What a pen is held for: the recommendations of a session, a heading of the document, what has no session."""


def take_pen(pen: Pen, item: str) -> dict[str, str]:
    """Say that this desk writes on a section for now; others are told, and may write all the same."""
    held = living(pen, item)
    if held.kind not in SECTIONS:
        raise Refused(N_("Nobody holds the pen for a {kind}. Nothing was changed."), kind=held.label)
    seat = seat_of(pen.read, pen.dev)
    if seat is None:
        raise Refused(N_("Nobody knows yet who works at this desk. Nothing was changed; please take a seat first."))
    made = joined_id("pen_holder", item)
    pen.create(PenHolder, made, item=item, seat=seat.id, at=pen.now)
    return {"id": made, "seat": seat.id}


def lay_down_pen(pen: Pen, item: str) -> dict[str, str]:
    """Say that this desk writes on a section no more."""
    holder = pen_holders(pen.read).get(item)
    seat = seat_of(pen.read, pen.dev)
    if holder is None or seat is None or holder.seat != seat.id:
        raise Refused(N_("This desk does not hold the pen here. Nothing was changed."))
    pen.delete(PenHolder, holder.id)
    return {"id": holder.id}


def keep_draft_version(pen: Pen, name: str | None = None) -> dict[str, str]:
    """Keep that the draft was printed or sent as it reads now, under a name: "Rev.1", "Rev.2" unless another is said.

    A draft that reads as the last version did is that version, and no new one.
    """
    digest, kept = draft_hash(pen.read), draft_versions(pen.read)
    told = " ".join((name or "").split())
    if kept and kept[-1].text_hash == digest and told in ("", kept[-1].name):
        return {"id": kept[-1].id, "name": kept[-1].name or "", "text_hash": digest}
    about = consultation(pen.read)
    named = told or next_version_name(kept)
    made = pen.create(
        DraftVersion,
        pen.new_id(after=kept[-1].id if kept else ""),
        consultation=about.id if about else None,
        name=named,
        text_hash=digest,
        at=pen.now,
    )
    return {"id": made, "name": named, "text_hash": digest}


COMMANDS = (
    Command("take-pen", N_("Take the pen"), take_pen),
    Command("lay-down-pen", N_("Lay down the pen"), lay_down_pen),
    Command("keep-draft-version", N_("Keep version of the draft"), keep_draft_version),
)
