"""What a moderator does with the session itself: begin and end segments, pause, strike the gavel, end the list."""

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.marks import make_mark, marks_of_segments, session_here
from hrdesk.floor.rules.clock import in_order, read
from hrdesk.floor.rules.turns import running_segment
from hrdesk.language import N_
from hrdesk.records import Floor, FloorMark, FloorRequest, FormatSegment
from hrdesk.records.ids import joined_id
from hrdesk.store.pen import Pen


def begin_segment(pen: Pen, session: str, segment: str | None = None) -> dict[str, str]:
    """Begin a segment, the next of the format where none is named, and end the one that goes on.

    One that had ended goes on: the time between counts as a pause.
    """
    session_here(pen.read, session)
    marks = marks_of_segments(pen.read, session)
    wanted = _segment(pen, session, segment) if segment else _next(pen, session, marks)
    running = running_segment(marks)
    if running == wanted.id:
        raise Refused(N_("This segment goes on already. Nothing was changed."))
    _end_all(pen, session, marks)
    own = [one for one in marks if one.segment == wanted.id]
    for mark in own:
        if mark.mark == "stop":
            pen.change(FloorMark, mark.id, mark="pause")
    made = make_mark(pen, session, "resume" if own else "start", segment=wanted.id)
    return {"segment": wanted.id, "mark": made}


def end_segment(pen: Pen, session: str) -> dict[str, str]:
    """End the segment that goes on."""
    session_here(pen.read, session)
    marks = marks_of_segments(pen.read, session)
    running = _running(marks)
    _end_all(pen, session, marks)
    return {"segment": running}


def pause_session(pen: Pen, session: str) -> dict[str, str]:
    """Pause the clock of the segment, as for a break."""
    return _halt(pen, session, "pause", is_running=True)


def resume_session(pen: Pen, session: str) -> dict[str, str]:
    """Let the clock of the segment go on."""
    return _halt(pen, session, "resume", is_running=False)


def gavel(pen: Pen, session: str) -> dict[str, str]:
    """Keep the moment at which the gavel fell: pressed on every laptop at the same stroke, it compares their clocks."""
    session_here(pen.read, session)
    return {"mark": make_mark(pen, session, "gavel")}


def end_list(pen: Pen, session: str, number: int | None = None, queue: str | None = None) -> dict[str, list[str]]:
    """Say of all who still wait, of a round or a queue where one is named, that they were not reached."""
    session_here(pen.read, session)
    left = [
        one
        for one in pen.read.every(FloorRequest, session=session)
        if one.state in {"inscribed", "confirmed"}
        and number in {None, one.number}
        and queue in {None, one.queue or "floor"}
    ]
    if not left:
        raise Refused(N_("Nobody is waiting any more. Nothing was changed."))
    for one in left:
        pen.change(FloorRequest, one.id, state="not_reached")
    return {"not_reached": [one.id for one in left]}


def _halt(pen: Pen, session: str, mark: str, *, is_running: bool) -> dict[str, str]:
    session_here(pen.read, session)
    marks = marks_of_segments(pen.read, session)
    running = _running(marks)
    own = [one for one in marks if one.segment == running]
    if read(own, pen.moment()).running != is_running:
        raise Refused(
            N_("The session is paused already. Nothing was changed.")
            if is_running
            else N_("The session is not paused. Nothing was changed.")
        )
    return {"segment": running, "mark": make_mark(pen, session, mark, segment=running)}


def _running(marks: list[FloorMark]) -> str:
    running = running_segment(marks)
    if running is None:
        raise Refused(N_("No segment goes on. Nothing was changed; please begin one first."))
    return running


def _end_all(pen: Pen, session: str, marks: list[FloorMark]) -> None:
    """End what goes on, and what another desk left running."""
    while (running := running_segment(marks)) is not None:
        make_mark(pen, session, "stop", segment=running)
        marks = [one for one in marks if one.segment != running]


def _segments(pen: Pen, session: str) -> list[FormatSegment]:
    floor = pen.read.get(Floor, joined_id("floor", session))
    if floor is None or floor.session_format is None:
        raise Refused(N_("This session has no format. Nothing was changed; please choose one first."))
    return pen.read.every(FormatSegment, session_format=floor.session_format)


def _segment(pen: Pen, session: str, segment: str) -> FormatSegment:
    for one in _segments(pen, session):
        if one.id == segment:
            return one
    raise Refused(N_("The format has no segment “{id}”. Nothing was changed."), id=segment)


def _next(pen: Pen, session: str, marks: list[FloorMark]) -> FormatSegment:
    """Give the segment after the last that began."""
    left = _segments(pen, session)
    begun = [one.segment for one in in_order(marks)]
    for place in reversed(range(len(left))):
        if left[place].id in begun:
            left = left[place + 1 :]
            break
    if not left:
        raise Refused(N_("The format has no further segment. Nothing was changed."))
    return left[0]


COMMANDS = (
    Command("begin-segment", N_("Begin a segment"), begin_segment),
    Command("end-segment", N_("End the segment"), end_segment),
    Command("pause-session", N_("Pause the session"), pause_session),
    Command("resume-session", N_("Let the session go on"), resume_session),
    Command("gavel", N_("Strike the gavel"), gavel),
    Command("end-list", N_("End the list of speakers"), end_list),
)
