"""What follows from a picture at one instant, without asking the desk again: segments, what fits, how it is shared."""

from collections.abc import Sequence
from itertools import pairwise

from hrdesk.floor.picture import Line, Picture, Speaker, Stretch, Turn
from hrdesk.floor.rules import balance as sharing
from hrdesk.floor.rules import fit as fitting
from hrdesk.floor.rules.balance import Balance, Part
from hrdesk.floor.rules.clock import between, moment_of
from hrdesk.floor.rules.fit import Ahead, Fit, Option
from hrdesk.floor.rules.plan import Leg, droppable
from hrdesk.floor.rules.rounds import speaks_in
from hrdesk.records import FloorMark, FormatSegment
from hrdesk.records.moment import Moment


def legs_of(stretches: Sequence[Stretch], now: Moment) -> list[Leg]:
    """Give the segments as the rules of the plan know them."""
    return [_leg(one, now) for one in stretches]


def fit_of(picture: Picture, now: Moment) -> Fit | None:
    """Give what fits and the options of the chair; nothing where no time was set for anything."""
    ahead = _ahead(picture, now)
    return None if ahead is None else fitting.fit([line.seconds for line in counted(picture)], ahead)


def limit_of(picture: Picture, now: Moment, seconds: int) -> Option | None:
    """Give what fits by a limit that the chair thinks of; nothing where no time was set for anything."""
    ahead = _ahead(picture, now)
    return None if ahead is None else fitting.limited([line.seconds for line in counted(picture)], ahead, seconds)


def counted(picture: Picture) -> list[Line]:
    """Give those who are to speak in this round: not who waits for a later one, nor who was not drawn."""
    return [line for line in picture.waiting if is_counted(line, picture.round)]


def is_counted(line: Line, number: int) -> bool:
    """Tell whether somebody who waits is to speak in the round ``number``, if there is time."""
    return speaks_in(number, line.speaker.request, line.reasons)


def balance_of(picture: Picture, now: Moment) -> Balance:
    """Give how the floor was shared so far."""
    parts = [
        _part(turn.speaker, interventions=1, used=turn.clock.read(now).used)
        for turn in picture.turns
        if turn.clock.marks
    ]
    parts += [_part(line.speaker, is_missed=True) for line in missed(picture)]
    return sharing.balance(parts, may_name=picture.may_name)


def list_is_due(picture: Picture, now: Moment) -> bool:
    """Tell whether the list is to be closed by the format, and nobody has opened it again since the discussion began.

    No list closes by itself: the chair is told when its time has come (general debates: after about 15 minutes).
    """
    after = picture.format.closes_after if picture.format else None
    begun = next(
        (mark for one in picture.stretches if one.segment.segment_kind == "floor_round" for mark in one.clock.marks),
        None,
    )
    if after is None or begun is None or not picture.list_is_open:
        return False
    opened = [one for one in picture.decisions if one.decision == "open_list" and (one.at or "") > (begun.at or "")]
    return not opened and between(moment_of(begun), now)[0] >= after * 60_000


def missed(picture: Picture) -> list[Line]:
    """Give who asked for the floor and was not reached."""
    return [line for line in picture.done if line.speaker.request.state == "not_reached"]


def gaps(turns: Sequence[Turn]) -> list[int]:
    """Give the milliseconds between each end and the next beginning in one segment, as the marks tell them."""
    found = []
    for before, after in pairwise(turns):
        if before.intervention.segment != after.intervention.segment:
            continue
        stop = next((mark for mark in reversed(before.clock.marks) if mark.mark == "stop"), None)
        start = next((mark for mark in after.clock.marks if mark.mark == "start"), None)
        if stop and start:
            found.append(_apart(stop, start))
    return found


def _apart(stop: FloorMark, start: FloorMark) -> int:
    """Give the milliseconds between two marks, the times of the wall read only where one run did not count both."""
    if stop.boot and stop.boot == start.boot and stop.ticks is not None and start.ticks is not None:
        return max(start.ticks - stop.ticks, 0)
    return between(moment_of(stop), moment_of(start))[0]


def stage_of(stretches: Sequence[Stretch]) -> Stretch | None:
    """Give the floor round that goes on or comes next; the last one when all are over."""
    return next(iter(stages_of(stretches)), None)


def stages_of(stretches: Sequence[Stretch]) -> list[Stretch]:
    """Give the floor rounds that go on or are to come; the last one when all are over."""
    rounds = [one for one in stretches if is_round(one.segment) and one.state != "dropped"]
    return [one for one in rounds if one.state in {"running", "to_come"}] or rounds[-1:]


def is_round(segment: FormatSegment) -> bool:
    """Tell whether the floor is given to the room in a segment."""
    return segment.segment_kind == "floor_round"


def _round(segment: FormatSegment) -> int:
    return (segment.number or 1) if is_round(segment) else 0


def _ahead(picture: Picture, now: Moment) -> Ahead | None:
    legs = {one.segment.id: _leg(one, now) for one in picture.stretches}
    to_end = _to_end(picture, now)
    stage = stage_of(picture.stretches)
    if stage is not None and stage.state == "done":
        stage = None
    if stage is None and legs:
        return None
    own = legs[stage.segment.id] if stage else None
    order = list(legs)
    at = order.index(own.id) if own else 0
    before = sum(legs[one].ahead for one in order[:at])
    rest = sum(legs[one].ahead for one in order[at + 1 :])
    allowed = own.allowed if own else None
    if own is not None and allowed is not None:
        left = allowed - (own.used if own.state == "running" else 0)
    elif to_end is not None:
        left = to_end - before - rest
    else:
        return None
    drop = droppable(list(legs.values()))
    is_here = stage is None or stage.state == "running"
    current = picture.current if is_here else None
    return Ahead(
        left,
        picture.changeover,
        before,
        _busy(current, now, picture.assumed),
        is_here and (current is not None or _follows(picture.last, own)),
        rest,
        to_end,
        drop.allowed if drop and drop.id != (own and own.id) else None,
        picture.list_is_open,
        picture.assumed,
    )


def _busy(turn: Turn | None, now: Moment, assumed: int) -> int:
    """Give what whoever has the floor may still take."""
    if turn is None:
        return 0
    reading = turn.clock.read(now)
    allowed = assumed * 1000 if reading.allowed is None else reading.allowed
    return 0 if reading.ended else max(allowed - reading.used, 0)


def _follows(last: Turn | None, own: Leg | None) -> bool:
    return last is not None and (own is None or last.intervention.segment == own.id)


def _leg(one: Stretch, now: Moment) -> Leg:
    reading = one.clock.read(now)
    planned = None if one.segment.minutes is None else one.segment.minutes * 60_000
    return Leg(one.segment.id, planned, reading.allowed, reading.used, one.state, _round(one.segment))


def _to_end(picture: Picture, now: Moment) -> int | None:
    if picture.hard_end is None:
        return None
    return round((picture.hard_end - now.at).total_seconds() * 1000)


def _part(speaker: Speaker, *, interventions: int = 0, used: int = 0, is_missed: bool = False) -> Part:
    request = speaker.request
    return Part(
        request.person or request.delegation or request.speaker_label or request.id,
        request.speaker_class or "other",
        speaker.regional_group,
        speaker.body,
        speaker.gender,
        speaker.is_protected,
        interventions,
        used,
        is_missed,
    )
