"""What a clock shows at one instant: its figures, how near the end is, and what share of the time is left."""

from dataclasses import dataclass

from hrdesk.floor.picture import Clock, Picture, Turn
from hrdesk.floor.rules.clock import Reading
from hrdesk.records.moment import Moment

STAGES = ("idle", "called", "running", "warned", "urged", "over", "paused", "ended", "ended_over", "unsure")
"""In words, shape and colour alike. "unsure" is a clock across a restart, until a person confirms what it read."""

WHOLE = 1000
"""The share of a clock that has not begun."""

NOT_TOLD = "–:––"
"""What the room sees of a time that nobody has confirmed yet."""


@dataclass(frozen=True, slots=True)
class ClockFace:
    """``share`` is what is left in thousandths, none without a limit."""

    figures: str = ""
    stage: str = "idle"
    share: int | None = None


def speaker_face(picture: Picture, now: Moment) -> ClockFace:
    """Read the clock of who speaks; after the end that of who spoke last stays, so that overtime stays in sight."""
    turn = picture.current or picture.last
    return face_of(turn, now) if turn is not None else ClockFace()


def segment_face(picture: Picture, now: Moment) -> ClockFace:
    """Read the clock of the segment that goes on."""
    going_on = picture.running
    return clock_face(going_on.clock, now) if going_on is not None else ClockFace()


def face_of(turn: Turn, now: Moment) -> ClockFace:
    """Read the clock of one turn."""
    return clock_face(turn.clock, now)


def clock_face(clock: Clock, now: Moment) -> ClockFace:
    """Read any clock; what nobody has confirmed after a restart is not told."""
    reading = clock.read(now)
    stage = stage_of(reading, clock, now)
    if stage == "unsure":
        return ClockFace(NOT_TOLD, stage)
    share = None
    if reading.allowed is not None:
        share = WHOLE * max(0, reading.allowed - reading.used) // max(reading.allowed, 1)
    return ClockFace(figures(reading), stage, share)


def is_running(picture: Picture, now: Moment) -> bool:
    """Tell whether a clock goes on, that of the speaker or that of the segment."""
    clocks = [one.clock for one in (picture.current, picture.running) if one is not None]
    return any(clock.read(now).running for clock in clocks)


def figures(reading: Reading) -> str:
    """Write the time left, "1:30", or what it is over by, "+0:07"; without a limit the time used.

    A second counts as left until it is over, so that a limit of two minutes begins with "2:00" and "0:00" is its end.
    """
    if reading.left is None:
        return time_text(reading.used // 1000)
    if reading.left > -1000:
        return time_text(-(-max(reading.left, 0) // 1000))
    return f"+{time_text(-reading.left // 1000)}"


def time_text(seconds: int) -> str:
    """Write a length of time in European figures: "0:07", "2:00", "1:05:00"."""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def stage_of(reading: Reading, clock: Clock, now: Moment) -> str:
    """Say how near its end a clock is. Where a machine counts nothing itself the wall is believed."""
    left = reading.left
    if reading.ended:
        return "ended" if left is None or left > -1000 else "ended_over"
    if not reading.certain and now.boot:
        return "unsure"
    if not reading.running:
        return "paused" if reading.used else "called"
    if left is None:
        return "running"
    if left <= 0:
        return "over"
    if left <= clock.urge_at * 1000:
        return "urged"
    return "warned" if left <= clock.warn_at * 1000 else "running"
