"""What a moderator can do with the order of the list: move, swap, accept a late dignitary, draw lots.

Each is a decision of the chair that is recorded and replayed (see ``rules.replay``); no number is written.
"""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor import announcing
from hrdesk.floor.line_up import LineUp, line_up, place_of
from hrdesk.floor.marks import session_here
from hrdesk.floor.recording import decide
from hrdesk.floor.rules.lots import replay
from hrdesk.floor.rules.order import FIRST, WAITING, Place
from hrdesk.language import N_
from hrdesk.records import FloorDecision, FloorRequest
from hrdesk.store.fitting import fitting
from hrdesk.store.pen import Pen


def move_request(pen: Pen, request: str, before: str | None = None) -> dict[str, Any]:
    """Move a speaker in front of another, or to the end of the list: a decision of the chair."""
    held = _waiting(pen, request)
    other = _waiting(pen, before) if before else None
    session = held.session or ""
    if other is not None and _queue(other) != _queue(held):
        raise _other_queue()
    if other is not None and other.id == held.id:
        return {"id": request, "place": place_of(pen.read, held)}
    if other is not None:
        _stand_alone(pen, other, without=request)
    made = decide(pen, session, "move", request=request, other=before)
    if other is not None and other.announced:
        announcing.put_in(pen, held, other.id)
    elif held.announced:
        announcing.withhold(pen, request)
    return {"id": request, "decision": made, "place": _place_now(pen, request)}


def swap_requests(pen: Pen, request: str, other: str, consents: str) -> dict[str, Any]:
    """Exchange the places of two speakers who both agreed; ``consents`` says who agreed, and how."""
    one, second = _waiting(pen, request), _waiting(pen, other)
    words = consents.strip()
    if not words:
        raise Refused(
            N_("It is not said that both speakers agreed. Nothing was changed; please note the two consents.")
        )
    if one.id == second.id or _queue(one) != _queue(second):
        raise _other_queue()
    _stand_alone(pen, one)
    _stand_alone(pen, second)
    made = decide(pen, one.session or "", "swap", request=request, other=other, text=words)
    if one.announced or second.announced:
        announcing.exchange(pen, one, second)
    return {"id": made, "place": _place_now(pen, request), "other": _place_now(pen, other)}


def accept_late(pen: Pen, request: str) -> dict[str, Any]:
    """Let a dignitary or group who came late speak next, after those who were announced."""
    held = _waiting(pen, request)
    if not held.late or held.speaker_class not in FIRST:
        raise Refused(
            N_("Only a dignitary or a group that came late is put next. Nothing was changed; please move others.")
        )
    made = decide(pen, held.session or "", "late_first", request=request)
    return {"id": request, "decision": made, "place": _place_now(pen, request)}


def draw_lots(
    pen: Pen, session: str, number: int | None = None, seed: str | None = None, segment: str | None = None
) -> dict[str, Any]:
    """Draw lots among those who wait: who of them speaks, and in which order.

    Without a number it is that of the format, or else all are drawn and only the order is. Dignitaries and groups,
    who was announced, and a national institution that follows its State take no part. Anyone can replay the draw from
    the seed and the ids that are recorded (see ``rules.lots``).
    """
    session_here(pen.read, session)
    if number is not None and number < 1:
        raise Refused(N_("At least one speaker is drawn. Nothing was changed."))
    held = line_up(pen.read, session)
    taking_part = [one.request.id for one in _draws(held, segment)]
    if len(taking_part) < 2:
        raise Refused(N_("Fewer than two speakers wait among whom lots could be drawn. Nothing was changed."))
    wanted = number or (held.format.lots_drawn if held.format else None) or len(taking_part)
    told = str(fitting(FloorDecision.field("seed"), " ".join((seed or "").split())) or pen.new_id())
    drawn = replay(told, taking_part, wanted)
    for one in taking_part:
        pen.change(FloorRequest, one, lot=drawn.index(one) + 1 if one in drawn else 0)
    made = decide(
        pen, session, "draw", seed=told, amount=len(drawn), drawn_from=" ".join(sorted(taking_part)), segment=segment
    )
    return {
        "id": made,
        "seed": told,
        "drawn": list(drawn),
        "not_drawn": [one for one in taking_part if one not in drawn],
    }


def _draws(held: LineUp, segment: str | None) -> list[Place]:
    """Give among whom lots are drawn: those of the first round, from now on, that has more than one of them."""
    rounds: list[str | None] = [segment] if segment else [one.id for one in held.rounds] or [None]
    found: list[Place] = []
    for one in rounds:
        found = [place for place in held.places(segment=one) if _takes_part(place)]
        if len(found) > 1:
            break
    return found


def _takes_part(place: Place) -> bool:
    return not (
        place.is_later
        or place.request.announced
        or place.request.speaker_class in FIRST
        or any(reason.word == "after_state" for reason in place.reasons)
    )


def _stand_alone(pen: Pen, held: FloorRequest, without: str = "") -> None:
    """Record where a national institution stands that followed its State, before others are placed by it.

    It would else go away with its State, and whoever was placed by it with both.
    """
    if held.speaker_class != "nhri":
        return
    places = line_up(pen.read, held.session or "").places(_queue(held), held.number)
    index = next((index for index, one in enumerate(places) if one.request.id == held.id), None)
    if index is None or all(reason.word != "after_state" for reason in places[index].reasons):
        return
    behind = [one.request.id for one in places[index + 1 :] if one.request.id != without]
    decide(pen, held.session or "", "move", request=held.id, other=behind[0] if behind else None)


def _place_now(pen: Pen, request: str) -> int:
    held = pen.read.get(FloorRequest, request)
    return place_of(pen.read, held) if held else 0


def _waiting(pen: Pen, request: str) -> FloorRequest:
    held = pen.read.get(FloorRequest, request)
    if held is None:
        raise Refused(N_("There is no request for the floor “{id}” here. Nothing was changed."), id=request)
    if held.state not in (*WAITING, None):
        raise Refused(N_("Only those who wait on the list change their places. Nothing was changed."))
    return held


def _queue(request: FloorRequest) -> str:
    return request.queue or "floor"


def _other_queue() -> Refused:
    return Refused(N_("These are not two who wait in one queue. Nothing was changed; please choose two of one list."))


COMMANDS = (
    Command("move-request", N_("Move on the list"), move_request),
    Command("swap-requests", N_("Exchange two places"), swap_requests),
    Command("accept-late", N_("Put next"), accept_late),
    Command("draw-lots", N_("Draw lots"), draw_lots),
)
