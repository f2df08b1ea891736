"""Who is given the floor: the next of those who wait, one of them, a panellist, or whoever comes after the speaker.

A second press is known by what its presser saw last (``after``), so that two presses never call two.
"""

from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.announcing import announce
from hrdesk.floor.limiting import limit_of, segment_of
from hrdesk.floor.line_up import LineUp, line_up
from hrdesk.floor.marks import id_after_all, standings_here
from hrdesk.floor.rules.turns import current
from hrdesk.floor.timing import WAITING, Told, refuse_second_press, start_clock, stop_clocks, told_of
from hrdesk.language import N_
from hrdesk.records import FloorRequest, Intervention, Person
from hrdesk.records.floor import QUEUES
from hrdesk.store.pen import Pen

QUEUE_IN = {
    "opening": "panel_reply",
    "presentations": "panel_reply",
    "replies": "panel_reply",
    "concluding": "panel_reply",
    "right_of_reply": "right_of_reply",
}
"""Whose turn it is in a segment: the podium's, a right of reply, in all others and without segments the floor's."""

NOBODY_WAITS = N_(
    "Nobody is waiting whose turn it is in this segment. Nothing was changed; please call a speaker by name or begin"
    " another segment."
)


def call_next(pen: Pen, session: str, after: str | None = None, queue: str | None = None) -> Told:
    """Call the first of those who wait; the queue is that of the segment, or the one named."""
    _check_floor_is_free(pen, session, after)
    listed = line_up(pen.read, session)
    waiting = _waiting(listed, queue or _queue_of_segment(pen, session))
    if not waiting:
        raise Refused(NOBODY_WAITS)
    return _call(pen, listed, waiting[0], waiting)


def call(pen: Pen, session: str, request: str, after: str | None = None) -> Told:
    """Call one of those who wait, whoever is first."""
    _check_floor_is_free(pen, session, after)
    held = pen.read.get(FloorRequest, request)
    if held is None or held.session != session:
        raise Refused(N_("There is no request “{id}” in this session. Nothing was changed."), id=request)
    if held.state not in WAITING:
        raise Refused(N_("This speaker is not waiting. Nothing was changed; please put the request back first."))
    return _call_whoever(pen, held)


def begin_reply(pen: Pen, session: str, person: str, after: str | None = None) -> Told:
    """Call a panellist, who needs no place on the list."""
    _check_floor_is_free(pen, session, after)
    if pen.read.get(Person, person) is None:
        raise Refused(N_("There is no speaker “{id}” here. Nothing was changed; please choose again."), id=person)
    replies = pen.read.every(FloorRequest, session=session, person=person, queue="panel_reply")
    waiting = next((one for one in replies if one.state in WAITING), None) or _inscribe_panellist(pen, session, person)
    return _call_whoever(pen, waiting)


def advance(pen: Pen, session: str, after: str | None = None) -> Told:
    """Do what comes next, as the key of a clicker does: start who is called; stop who speaks and call the next; call.

    Whoever gives as ``after`` the last mark, and not only the intervention, is guarded against starting and stopping
    with one hasty press.
    """
    found = standings_here(pen.read, session)
    refuse_second_press(found, after)
    standing = current(found)
    if standing is not None and standing.state == "called":
        return start_clock(pen, standing)
    told: Told | None = None
    if standing is not None:
        told = told_of(standing, stop_clocks(pen, found))
    listed = line_up(pen.read, session)
    waiting = _waiting(listed, _queue_of_segment(pen, session))
    if waiting:
        return _call(pen, listed, waiting[0], waiting)
    if told is None:
        raise Refused(NOBODY_WAITS)
    return told


def _check_floor_is_free(pen: Pen, session: str, after: str | None) -> None:
    """Refuse while somebody has the floor."""
    found = standings_here(pen.read, session)
    refuse_second_press(found, after)
    standing = current(found)
    if standing is not None and standing.state == "called":
        raise Refused(
            N_("A speaker is called and has not begun. Nothing was changed; please start, or mark the speaker absent.")
        )
    if standing is not None:
        raise Refused(N_("Somebody has the floor. Nothing was changed; please stop the clock first."))


def _waiting(listed: LineUp, queue: str) -> list[FloorRequest]:
    """Give who waits in a queue and whose turn may come; of the floor not who waits for a later round or segment."""
    found = listed.waiting(queue if queue in QUEUES else "floor")
    return [one.request for one in found if one.request.state in WAITING]


def _queue_of_segment(pen: Pen, session: str) -> str:
    """Give the queue whose turn it is in the segment that goes on."""
    segment = segment_of(pen.read, session)
    return QUEUE_IN.get((segment.segment_kind or "") if segment else "", "floor")


def _call_whoever(pen: Pen, request: FloorRequest) -> Told:
    listed = line_up(pen.read, request.session or "")
    return _call(pen, listed, request, _waiting(listed, request.queue or "floor"))


def _call(pen: Pen, listed: LineUp, request: FloorRequest, waiting: list[FloorRequest]) -> Told:
    """Call a speaker and announce those who come then, so many as the format says.

    ``waiting`` is the queue of the speaker; whoever is announced already keeps that place.
    """
    session = request.session or ""
    for left in pen.read.every(FloorRequest, session=session, state="called"):
        pen.change(FloorRequest, left.id, state="inscribed")  # called by a desk that did not know of the last call
    segment = segment_of(pen.read, session)
    made = pen.create(
        Intervention,
        id_after_all(pen, session),
        session=session,
        request=request.id,
        segment=segment.id if segment else None,
        seconds=limit_of(pen.read, request, segment),
    )
    pen.change(FloorRequest, request.id, state="called")
    ahead = (listed.format.announced or 0) if listed.format else 0
    announce(pen, session, [one.id for one in waiting if one.id != request.id][:ahead])
    return {"intervention": made, "request": request.id, "mark": None}


def _inscribe_panellist(pen: Pen, session: str, person: str) -> FloorRequest:
    segment = segment_of(pen.read, session)
    made = pen.create(
        FloorRequest,
        session=session,
        person=person,
        speaker_class="panellist",
        queue="panel_reply",
        number=segment.number if segment else None,
        state="inscribed",
        inscribed_at=pen.now,
        position=next_position(pen.read, FloorRequest),
    )
    return pen.change(FloorRequest, made)


COMMANDS = (
    Command("call-next", N_("Call the next speaker"), call_next),
    Command("call", N_("Call this speaker"), call),
    Command("begin-reply", N_("Give the floor to a panellist"), begin_reply),
    Command("next", N_("Go on to the next speaker"), advance),
)
