"""Puts the marks of a session to the clocks they belong to: segments, and turns at the microphone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdesk.floor.picture import Clock, Speaker, Stretch, Turn
from hrdesk.floor.rules.plan import seconds_of
from hrdesk.floor.rules.turns import Standing, current, running_segment
from hrdesk.records import FloorDecision, FloorMark, FormatClass, FormatSegment, SessionFormat


@dataclass(frozen=True)
class Form:
    """A format with its segments and its classes, each in their order."""

    made: SessionFormat | None = None
    segments: tuple[FormatSegment, ...] = ()
    classes: tuple[FormatClass, ...] = ()


def stretches(form: Form, marks: Sequence[FloorMark], decisions: Sequence[FloorDecision]) -> tuple[Stretch, ...]:
    """Give the segments with their clocks; ``marks`` are all of the session, in order.

    One that was passed over, because a later one was begun, counts as dropped like one that the chair dropped.
    """
    by_segment: dict[str, list[FloorMark]] = defaultdict(list)
    for mark in marks:
        if mark.segment and not mark.intervention and mark.mark != "gavel":
            by_segment[mark.segment].append(mark)
    running = running_segment(marks)
    last = running or next(reversed(by_segment), None)
    passed = next((place for place, one in enumerate(form.segments) if one.id == last), 0)
    made = []
    for place, segment in enumerate(form.segments):
        seconds, is_dropped = seconds_of(segment.id, segment.minutes, decisions)
        clock = Clock(tuple(by_segment.get(segment.id, ())), seconds)
        state = "dropped" if is_dropped or place < passed else "to_come"
        if clock.marks:
            state = "running" if segment.id == running else "done"
        made.append(Stretch(segment, clock, state))
    return tuple(made)


def turns(
    standings: Iterable[Standing], speakers: Mapping[str, Speaker], made: SessionFormat | None
) -> tuple[tuple[Turn, ...], Turn | None, Turn | None]:
    """Give all turns in the order of the calls, who has the floor or is called to it, and who ended last."""
    found = [one for one in standings if one.state != "void" and one.intervention.request in speakers]
    warn_at = made.warn_at if made and made.warn_at is not None else Clock.warn_at
    urge_at = made.urge_at if made and made.urge_at is not None else Clock.urge_at
    told = {
        one.intervention.id: Turn(
            one.intervention,
            speakers[one.intervention.request or ""],
            Clock(one.marks, one.intervention.seconds, warn_at, urge_at),
        )
        for one in found
    }
    going = current(found)
    ended = next((one for one in reversed(found) if one.state == "ended"), None)
    return (
        tuple(told.values()),
        told[going.intervention.id] if going else None,
        told[ended.intervention.id] if ended else None,
    )
