"""What a moderator does with the clock of the speaker: start, pause, go on, stop, extend, and take the last of it back.

Each writes a mark; how long somebody spoke is computed from the marks and from nothing else, so that no edit of the
list touches a clock.
"""

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.limiting import limit_of, segment_of
from hrdesk.floor.marks import make_mark, standings_here
from hrdesk.floor.rules.clock import read
from hrdesk.floor.rules.turns import Standing, current, last
from hrdesk.language import N_
from hrdesk.records import FloorMark, FloorRequest, Intervention
from hrdesk.store.pen import Pen

WAITING = ("inscribed", "confirmed")

LONGEST = 24 * 60 * 60
"""Seconds beyond which a number is a slip of the hand."""

Told = dict[str, str | None]
"""What a command of the clock gives: the ids of intervention, request and mark."""


def start(pen: Pen, session: str) -> Told:
    """Start the clock of who was called, with the limit and the segment that hold at this moment."""
    standing = current(standings_here(pen.read, session))
    if standing is None:
        raise Refused(N_("Nobody is called. Nothing was changed; please call the next speaker first."))
    if standing.state != "called":
        raise Refused(N_("The clock of this speaker was started already. Nothing was changed."))
    return start_clock(pen, standing)


def pause(pen: Pen, session: str) -> Told:
    """Pause the clock of who speaks."""
    standing = current(standings_here(pen.read, session))
    if standing is None or standing.state != "speaking":
        raise Refused(N_("No speaker’s clock is running. Nothing was changed."))
    return told_of(standing, _mark(pen, standing, "pause"))


def resume(pen: Pen, session: str) -> Told:
    """Let a paused clock go on."""
    standing = current(standings_here(pen.read, session))
    if standing is None or standing.state != "paused":
        raise Refused(N_("No speaker’s clock is paused. Nothing was changed."))
    return told_of(standing, _mark(pen, standing, "resume"))


def stop(pen: Pen, session: str) -> Told:
    """Stop the clock of who speaks, and of anybody else whose clock another desk left running."""
    found = standings_here(pen.read, session)
    standing = current(found)
    if standing is None:
        raise Refused(N_("Nobody has the floor. Nothing was changed."))
    if standing.state == "called":
        raise Refused(
            N_("This speaker has not begun. Nothing was changed; please take the call back or mark the speaker absent.")
        )
    return told_of(standing, stop_clocks(pen, found))


def extend(pen: Pen, session: str, seconds: int) -> Told:
    """Give who speaks or is called some seconds more."""
    standing = current(standings_here(pen.read, session))
    if standing is None:
        raise Refused(N_("Nobody has the floor. Nothing was changed."))
    if not 0 < seconds <= LONGEST:
        raise Refused(N_("An extension takes at least one second and at most a day. Nothing was changed."))
    return told_of(standing, _mark(pen, standing, "extend", amount=seconds * 1000))


def take_back(pen: Pen, session: str, after: str | None = None) -> Told:
    """Take back the last thing the clock of this speaker was told, at last the call; never one of the speaker before.

    A stop that is taken back was never there: the clock shows the time since the start.
    """
    found = standings_here(pen.read, session)
    refuse_second_press(found, after)
    standing = current(found) or next(reversed(found), None)
    if standing is None or standing.state == "void":
        raise Refused(N_("There is nothing of this speaker to take back. The speaker before was not touched."))
    request = pen.read.get(FloorRequest, standing.intervention.request)
    if not standing.marks:
        if request is not None:
            pen.change(FloorRequest, request.id, state=_state_before(pen, request))
        return told_of(standing, None)
    taken = standing.marks[-1]
    pen.delete(FloorMark, taken.id)
    back_to = {"start": "called", "stop": "speaking"}.get(taken.mark or "")
    if request is not None and back_to and taken.mark not in {one.mark for one in standing.marks[:-1]}:
        pen.change(FloorRequest, request.id, state=back_to)
    return told_of(standing, taken.id)


def confirm_elapsed(pen: Pen, session: str, seconds: int | None = None) -> Told:
    """Say how long has been spoken at this moment: after the machine was started again only a person can know.

    Without seconds what the time of the wall proposes is confirmed, to the millisecond.
    """
    standing = last(standings_here(pen.read, session))
    if standing is None or not standing.has_begun:
        raise Refused(N_("Nobody has spoken yet. Nothing was changed."))
    if seconds is not None and not 0 <= seconds <= LONGEST:
        raise Refused(N_("The time spoken lies between nothing and a day. Nothing was changed."))
    amount = seconds * 1000 if seconds is not None else read(standing.marks, pen.moment()).used
    return told_of(standing, _mark(pen, standing, "confirm", amount=amount))


def start_clock(pen: Pen, standing: Standing) -> Told:
    """Start the clock of a speaker who was called; a limit that was decided meanwhile holds."""
    held = standing.intervention
    request = pen.read.get(FloorRequest, held.request)
    if request is not None:
        segment = segment_of(pen.read, held.session or "")
        seconds = limit_of(pen.read, request, segment)
        pen.change(Intervention, held.id, segment=segment.id if segment else None, seconds=seconds)
        pen.change(FloorRequest, request.id, state="speaking")
    return told_of(standing, _mark(pen, standing, "start"))


def stop_clocks(pen: Pen, found: list[Standing]) -> str | None:
    """Stop every clock that runs and give the mark of the last."""
    made = None
    for standing in found:
        if standing.is_open and standing.has_begun:
            made = _mark(pen, standing, "stop")
            request = pen.read.get(FloorRequest, standing.intervention.request)
            if request is not None:
                pen.change(FloorRequest, request.id, state="spoke")
    return made


def refuse_second_press(found: list[Standing], after: str | None) -> None:
    """Refuse who saw another state than this one: the key was pressed twice, or somebody else was quicker.

    ``after`` is the intervention that was seen last, or its last mark, which says more; empty: none was there.
    """
    if after is None:
        return
    standing = last(found)
    seen = {standing.intervention.id, *(one.id for one in standing.marks[-1:])} if standing else {""}
    if after not in seen:
        raise Refused(N_("The floor has gone on meanwhile. Nothing was changed by the second press."))


def told_of(standing: Standing, mark: str | None) -> Told:
    """Give the ids of an intervention and of a mark, for whoever presses the next key."""
    return {"intervention": standing.intervention.id, "request": standing.intervention.request, "mark": mark}


def _mark(pen: Pen, standing: Standing, mark: str, amount: int | None = None) -> str:
    held = standing.intervention
    return make_mark(pen, held.session or "", mark, intervention=held.id, amount=amount)


def _state_before(pen: Pen, request: FloorRequest) -> str:
    """Give the state in which somebody waited before the call."""
    written = sorted((one.lam, one.at, str(one.val)) for _, one in pen.read.cell(request.id, "state"))
    return next((state for _, _, state in reversed(written) if state in WAITING), "inscribed")


COMMANDS = (
    Command("start", N_("Start the clock"), start),
    Command("pause", N_("Pause the clock"), pause),
    Command("resume", N_("Let the clock go on"), resume),
    Command("stop", N_("Stop the clock"), stop),
    Command("extend", N_("Extend the speaking time"), extend),
    Command("take-back", N_("Take back the last step of the clock"), take_back),
    Command("confirm-elapsed", N_("Confirm the time spoken"), confirm_elapsed),
)
