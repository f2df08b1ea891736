"""Two lists of one session, kept on two laptops: a speaker who was put on both asks twice, and a person makes it one.

Nothing is joined by itself: one delegation may well ask for two speakers. Which of the two goes on is decided alike on
every desk, so that two desks that join the same pair do not take both off the list.
"""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.line_up import line_up
from hrdesk.floor.ordering import move_request
from hrdesk.floor.recording import decide
from hrdesk.floor.rules.order import AT_THE_FLOOR, SPOKEN, WAITING
from hrdesk.language import N_
from hrdesk.language.folding import fold
from hrdesk.records import FloorRequest, Intervention, PanelQuestion, Person, Value
from hrdesk.store.pen import Pen

JOINED = N_("The same speaker stood on the list twice; the earlier place was kept.")
"""What stands in the record of the decision. It names nobody: one of the two may be protected."""


def join_requests(pen: Pen, request: str, other: str) -> dict[str, Any]:
    """Make one of two requests of the same speaker: it keeps the earlier place and takes over what only the other says.

    The one that has had the floor goes on, else the one that was inscribed first; the other is withdrawn.
    """
    kept, gone = _in_order(pen, _held(pen, request), _held(pen, other))
    _refuse_others(pen, kept, gone)
    if _stands_before(pen, gone, kept):
        move_request(pen, kept.id, before=gone.id)
    values = _taken_over(pen, kept, gone)
    if values:
        pen.change(FloorRequest, kept.id, **values)
    for question in pen.read.every(PanelQuestion, request=gone.id):
        pen.change(PanelQuestion, question.id, request=kept.id)
    pen.change(FloorRequest, gone.id, state="withdrawn", announced=None)
    made = decide(pen, kept.session or "", "other", request=kept.id, other=gone.id, text=JOINED)
    return {"id": kept.id, "withdrawn": gone.id, "decision": made}


def _in_order(pen: Pen, one: FloorRequest, other: FloorRequest) -> tuple[FloorRequest, FloorRequest]:
    """Give who goes on and who goes: the same two the same way on every desk, whichever is named first."""
    first, second = sorted((one, other), key=lambda held: (not _has_turn(pen, held), held.position or "", held.id))
    if first.id != second.id and _has_turn(pen, second):
        raise Refused(N_("Both have had the floor. Nothing was changed; please leave both on the list."))
    return first, second


def _has_turn(pen: Pen, held: FloorRequest) -> bool:
    return held.state in (*AT_THE_FLOOR, *SPOKEN) and bool(pen.read.every(Intervention, request=held.id))


def _refuse_others(pen: Pen, kept: FloorRequest, gone: FloorRequest) -> None:
    """Refuse two that cannot be one: they ask at another place, or another speaker, or for somebody else."""
    if kept.id == gone.id or _place(kept) != _place(gone):
        raise Refused(N_("Only two requests of one round of one session can be joined. Nothing was changed."))
    if gone.state == "withdrawn":
        raise Refused(N_("This speaker is not on the list any more. Nothing was changed."))
    if kept.person and gone.person and kept.person != gone.person:
        raise Refused(
            N_("These are two persons. Nothing was changed; if they are one, please join the two persons first.")
        )
    if kept.delegation and gone.delegation and kept.delegation != gone.delegation:
        raise Refused(N_("These are two delegations. Nothing was changed; please leave both on the list."))
    if kept.on_behalf_of and gone.on_behalf_of and fold(kept.on_behalf_of) != fold(gone.on_behalf_of):
        raise Refused(N_("They speak on behalf of different groups. Nothing was changed; please leave both."))
    people = [pen.read.get(Person, one.person) for one in (kept, gone) if one.person]
    is_protected = any(one is None or one.protected for one in people)
    if is_protected and any(one.delegation or one.speaker_label or one.on_behalf_of for one in (kept, gone)):
        raise Refused(
            N_(
                "One of the two is a protected person, and the other says more than may stand beside one. Nothing was"
                " changed; please withdraw the other."
            )
        )


def _place(held: FloorRequest) -> tuple[str | None, str, int]:
    return held.session, held.queue or "floor", held.number or 1


def _stands_before(pen: Pen, one: FloorRequest, other: FloorRequest) -> bool:
    """Tell whether both wait and ``one`` is called before ``other``."""
    if not all((held.state or WAITING[0]) in WAITING for held in (one, other)):
        return False
    places = line_up(pen.read, one.session or "").places(one.queue or "floor", one.number)
    in_line = [place.request.id for place in places]
    return one.id in in_line and other.id in in_line and in_line.index(one.id) < in_line.index(other.id)


def _taken_over(pen: Pen, kept: FloorRequest, gone: FloorRequest) -> dict[str, Value]:
    """Give what only the other one says."""
    names = ("person", "delegation", "speaker_label", "on_behalf_of", "written")
    values: dict[str, Value] = {
        name: getattr(gone, name) for name in names if not getattr(kept, name) and getattr(gone, name)
    }
    person = pen.read.get(Person, kept.person or gone.person)
    if person is not None and values.get("delegation") == person.delegation:
        values.pop("delegation", None)  # what the person's own record says stands there alone
    if (kept.speaker_class or "other") == "other" and gone.speaker_class:
        values["speaker_class"] = gone.speaker_class
    if (kept.statement or "own") == "own" and gone.statement not in (None, "own"):
        values["statement"] = gone.statement
    if kept.late and not gone.late:
        values["late"] = None
    states = (kept.state or WAITING[0], gone.state)
    if states == ("inscribed", "confirmed") or (states[0] not in (*WAITING, *AT_THE_FLOOR, *SPOKEN) and gone.state):
        values["state"] = gone.state
    return {name: value for name, value in values.items() if value != getattr(kept, name)}


def _held(pen: Pen, request: str) -> FloorRequest:
    held = pen.read.get(FloorRequest, request)
    if held is None:
        raise Refused(N_("There is no request for the floor “{id}” here. Nothing was changed."), id=request)
    return held


COMMANDS = (Command("join-requests", N_("Join two requests of one speaker"), join_requests),)
"""The commands of this module."""
