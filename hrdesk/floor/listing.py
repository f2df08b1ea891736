"""What a moderator can do with the list of speakers: inscribe, confirm, correct, take off, put back, open and close.

An edit of the list writes requests and decisions and never a mark of the clock.
"""

from itertools import takewhile
from typing import Any

from hrdesk.agenda.participants import vocabulary
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.line_up import LineUp, delegation_of, line_up, place_of
from hrdesk.floor.marks import session_here, standings_here
from hrdesk.floor.recording import decide
from hrdesk.floor.rules.classes import class_of
from hrdesk.floor.rules.order import AT_THE_FLOOR, SPOKEN, WAITING, asking, is_open, twice
from hrdesk.language import N_
from hrdesk.records import Delegation, FloorRequest, Person, Value
from hrdesk.store.pen import Pen

CORRECTABLE = ("person", "delegation", "label", "speaker_class", "statement", "on_behalf_of", "queue", "number")

OFF_THE_LIST = ("absent", "withdrawn", "not_reached")


def inscribe(
    pen: Pen,
    session: str,
    delegation: str | None = None,
    person: str | None = None,
    label: str | None = None,
    speaker_class: str | None = None,
    statement: str | None = None,
    on_behalf_of: str | None = None,
    queue: str = "floor",
    number: int | None = None,
    again: bool = False,
    late: bool = False,
) -> dict[str, Any]:
    """Put a speaker on the list, known or only written; the class follows from the delegation or the person.

    Somebody who is on the list of that round needs ``again``, and a closed list needs ``late``.
    """
    session_here(pen.read, session)
    held = line_up(pen.read, session)
    open_now = is_open(held.decisions) or queue != "floor"
    if not open_now and not late:
        raise Refused(
            N_("The list is closed. Nothing was changed; please inscribe as late if the chair admits the speaker.")
        )
    who = _who(pen, person, delegation, label, on_behalf_of)
    of_round = number or held.round
    request = pen.create(
        FloorRequest,
        session=session,
        **who,
        statement=statement or ("group" if on_behalf_of else "own"),
        on_behalf_of=on_behalf_of,
        queue=queue,
        number=of_round,
        state="inscribed",
        inscribed_at=pen.now,
        late=late or _has_begun(held, queue, of_round) or None,
        position=next_position(pen.read, FloorRequest),
    )
    made = _held(pen, request)
    made = pen.change(FloorRequest, request, speaker_class=speaker_class or _class(pen, made))
    asked = asking(made, delegation_of(pen.read, made))
    others = twice(held.askings, asked)
    if others and not again:
        raise Refused(
            N_("This speaker is on the list of this round already. Nothing was changed; please confirm a second time.")
        )
    if not open_now:
        decide(pen, session, "inscribed_late", request=request)
    return {"id": request, "place": held.joined_by(asked).place(made), "twice": list(others)}


def confirm_request(pen: Pen, request: str) -> dict[str, Any]:
    """Note that a speaker is in the room and ready."""
    held = _in_state(pen, request, *WAITING)
    pen.change(FloorRequest, held.id, state="confirmed")
    return {"id": request, "state": "confirmed"}


def withdraw_request(pen: Pen, request: str) -> dict[str, Any]:
    """Take a speaker off the list at the speaker's wish."""
    return _take_off(pen, _in_state(pen, request, *WAITING, "called", "absent", "not_reached"), "withdrawn")


def mark_absent(pen: Pen, request: str) -> dict[str, Any]:
    """Note that a speaker was not there when called; the place is lost until somebody puts the speaker back."""
    return _take_off(pen, _in_state(pen, request, *WAITING, "called"), "absent")


def put_back(pen: Pen, request: str, at_place: bool = False) -> dict[str, Any]:
    """Put a speaker who was taken off back on the list: at the end, or where the speaker stood before.

    So is one who was called or began at another desk and has no turn, as two lists that met may leave it.
    """
    found = _held(pen, request)
    held = found if _has_no_turn(pen, found) else _in_state(pen, request, *OFF_THE_LIST)
    now = line_up(pen.read, held.session or "")
    values: dict[str, Value] = {"state": "inscribed", "announced": None}
    if not at_place:
        values |= {"position": next_position(pen.read, FloorRequest), "lot": None}
    if (held.queue or "floor") == "floor" and (held.number or 1) < now.round:
        values["number"] = now.round
    changed = pen.change(FloorRequest, request, **values)
    if not at_place:
        decide(pen, held.session or "", "move", request=request, other=_first_again(pen, changed))
    return {"id": request, "state": "inscribed", "place": place_of(pen.read, _held(pen, request))}


def receive_written(pen: Pen, request: str) -> dict[str, Any]:
    """Note that the statement was handed in in writing, read out or not."""
    pen.change(FloorRequest, _held(pen, request).id, written=True)
    return {"id": request}


def correct_request(pen: Pen, request: str, **fields: Any) -> dict[str, Any]:
    """Correct who asks for the floor, in which class and on whose behalf; the place follows from that.

    The class is guessed anew where the speaker changes and none is given.
    """
    held = _held(pen, request)
    for name in fields:
        if name not in CORRECTABLE:
            raise Refused(
                N_("“{field}” of a request is not corrected by hand. Nothing was changed; choose one of {fields}."),
                field=name,
                fields=", ".join(CORRECTABLE),
            )
    values = {name: value for name, value in fields.items() if name not in ("person", "delegation", "label")}
    behalf = fields.get("on_behalf_of", held.on_behalf_of)
    changes_who = len(values) < len(fields)
    if changes_who:
        told = {"person": held.person, "delegation": held.delegation, "label": held.speaker_label} | {
            name: fields[name] for name in ("person", "delegation", "label") if name in fields
        }
        values |= _who(pen, told["person"], told["delegation"], told["label"], behalf)
    elif behalf:
        _refuse_naming(pen.read.get(Person, held.person), behalf)
    changed = pen.change(FloorRequest, request, **values)
    if not fields.get("speaker_class") and (changes_who or "statement" in fields):
        pen.change(FloorRequest, request, speaker_class=_class(pen, changed))
    return {"id": request, "place": place_of(pen.read, _held(pen, request))}


def open_list(pen: Pen, session: str) -> dict[str, Any]:
    """Open the list of speakers."""
    session_here(pen.read, session)
    if is_open(line_up(pen.read, session).decisions):
        raise Refused(N_("The list is open already. Nothing was changed."))
    return {"id": decide(pen, session, "open_list")}


def close_list(pen: Pen, session: str) -> dict[str, Any]:
    """Close the list of speakers; who comes later needs the chair's leave."""
    session_here(pen.read, session)
    if not is_open(line_up(pen.read, session).decisions):
        raise Refused(N_("The list is closed already. Nothing was changed."))
    return {"id": decide(pen, session, "close_list")}


def _who(
    pen: Pen, person: str | None, delegation: str | None, label: str | None, behalf: str | None
) -> dict[str, Value]:
    """Give who asks as a request holds it; of a protected person the id alone."""
    held = pen.read.get(Person, person)
    if person and held is None:
        raise Refused(N_("There is no speaker “{id}” here. Nothing was changed; please choose again."), id=person)
    if held is not None and held.protected:
        _refuse_naming(held, behalf)
        return {"person": held.id, "delegation": None, "speaker_label": None}
    body = vocabulary.ensure(pen, delegation) if delegation else None
    words = " ".join((label or "").split()) or None
    if not (held or body or words):
        raise Refused(N_("It is not said who asks for the floor. Nothing was changed."))
    if held is not None and held.delegation == body:
        body = None  # what the person's own record says stands there alone, where it can be protected
    return {"person": held.id if held else None, "delegation": body, "speaker_label": words}


def _refuse_naming(person: Person | None, behalf: str | None) -> None:
    if person is not None and person.protected and behalf:
        raise Refused(
            N_(
                "A protected person is inscribed without saying on whose behalf. Nothing was changed; please leave"
                " it out."
            )
        )


def _class(pen: Pen, request: FloorRequest) -> str:
    person = pen.read.get(Person, request.person)
    delegation: Delegation | None = delegation_of(pen.read, request)
    category = (delegation.category if delegation else None) or (person.category if person else None)
    return class_of(category, request.statement, request.queue)


def _has_begun(held: LineUp, queue: str, number: int) -> bool:
    """Tell whether the discussion of a round has begun: its segment did, or somebody was called."""
    if queue != "floor":
        return False
    rounds = [one for one in held.segments if one.segment_kind == "floor_round" and (one.number or 1) == number]
    called = any(
        one.request.state in (*AT_THE_FLOOR, "spoke", "absent") and (one.request.number or 1) >= number
        for one in held.askings
        if (one.request.queue or "floor") == "floor"
    )
    return called or any(one.id in held.begun for one in rounds)


def _has_no_turn(pen: Pen, held: FloorRequest) -> bool:
    """Tell whether somebody is said to have the floor and no clock says so."""
    if held.state not in AT_THE_FLOOR:
        return False
    found = standings_here(pen.read, held.session or "")
    return not any(one.has_begun or one.is_open for one in found if one.intervention.request == held.id)


def _first_again(pen: Pen, held: FloorRequest) -> str | None:
    """Give before whom the end of the list is for who has not spoken: the first of those who have, at its end."""
    places = line_up(pen.read, held.session or "").places(held.queue or "floor", held.number)
    own = {one.request.id: any(reason.word == "again" for reason in one.reasons) for one in places}
    if own.pop(held.id, True):
        return None
    behind = list(takewhile(own.__getitem__, reversed(own)))
    return behind[-1] if behind else None


def _take_off(pen: Pen, held: FloorRequest, state: str) -> dict[str, Any]:
    pen.change(FloorRequest, held.id, state=state, announced=None)
    return {"id": held.id, "state": state}


def _held(pen: Pen, request: str) -> FloorRequest:
    held = pen.read.get(FloorRequest, request)
    if held is None:
        raise Refused(N_("There is no request for the floor “{id}” here. Nothing was changed."), id=request)
    return held


def _in_state(pen: Pen, request: str, *states: str) -> FloorRequest:
    """Give a request that is in one of ``states``, or say why it cannot be done."""
    held = _held(pen, request)
    state = held.state or WAITING[0]
    if state in states:
        return held
    if state in SPOKEN:
        raise Refused(N_("This speaker has the floor or has spoken. Nothing was changed."))
    if state in WAITING:
        raise Refused(N_("This speaker is still on the list. Nothing was changed."))
    if state in AT_THE_FLOOR:
        raise Refused(N_("This speaker has been called. Nothing was changed."))
    raise Refused(
        N_("This speaker is not on the list any more. Nothing was changed; please put the speaker back first.")
    )


COMMANDS = (
    Command("inscribe", N_("Put on the list"), inscribe),
    Command("confirm-request", N_("Confirm"), confirm_request),
    Command("withdraw-request", N_("Withdraw from the list"), withdraw_request),
    Command("mark-absent", N_("Absent when called"), mark_absent),
    Command("put-back", N_("Put back on the list"), put_back),
    Command("receive-written", N_("Written statement received"), receive_written),
    Command("correct-request", N_("Correct a request"), correct_request),
    Command("open-list", N_("Open the list"), open_list),
    Command("close-list", N_("Close the list"), close_list),
)
