"""How long somebody has spoken: computed from marks and the present instant, never counted down.

Within one run of the machine its own count decides, which goes on while it sleeps and which nobody can set; across a
restart, or on another laptop, only the wall can be asked, and then a person confirms (``certain`` is false till then).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from hrdesk.records.floor import FloorMark
from hrdesk.records.moment import Moment

RUNNING = ("start", "resume")
STANDING = ("pause", "stop")

TURNING = (*RUNNING, *STANDING)
"""The marks that set a clock going or still."""

SLACK = 1_000
"""Milliseconds by which a moment may lie before a mark of the same run: whoever shows a clock took it a little earlier.

More than that, and the count is not that of the run whose name it bears (a machine set back to a snapshot).
"""

FIRST_YEAR, LAST_YEAR = 1970, 9998
"""Beyond these some time zone has no such day."""

LONG_AGO = datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clock shows at one instant: milliseconds used and allowed (none: no limit)."""

    used: int
    allowed: int | None = None
    running: bool = False
    ended: bool = False
    certain: bool = True

    @property
    def left(self) -> int | None:
        """Give the milliseconds that are left, negative in overtime; none without a limit."""
        return None if self.allowed is None else self.allowed - self.used


def in_order(marks: Iterable[FloorMark]) -> list[FloorMark]:
    """Sort the marks of one clock as they were made.

    A mark gets an id that sorts after all marks that were seen when it was made, so that a clock of the wall that was
    set back changes nothing; marks of two desks that did not see each other stand by the time of the wall.
    """
    return sorted(marks, key=lambda mark: mark.id)


def read(marks: Iterable[FloorMark], now: Moment, seconds: int | None = None) -> Reading:
    """Read a clock at ``now``; ``seconds`` is the limit, to which the marks add what it was extended by.

    Marks of two desks on one clock: who starts what runs changes nothing, and the first stop is the end.
    """
    used, since, certain, ended, extended = 0, None, True, False, 0
    for mark in in_order(marks):
        if mark.mark == "extend":
            extended += mark.amount or 0
        if mark.mark == "confirm" and (ended or since is None):
            used, certain = mark.amount or 0, True
        if ended or (mark.mark not in TURNING and mark.mark != "confirm"):
            continue
        if since is not None:
            gone, sure = between(since, moment_of(mark))
            used, certain = used + gone, certain and sure
            if mark.mark == "confirm":
                used, certain, since = mark.amount or 0, True, moment_of(mark)
        if mark.mark in RUNNING:
            since = moment_of(mark)
        elif mark.mark in STANDING:
            since, ended = None, mark.mark == "stop"
    if since is not None:
        gone, sure = between(since, now)
        used, certain = used + gone, certain and sure
    allowed = None if seconds is None else seconds * 1000 + extended
    return Reading(used, allowed, since is not None, ended, certain)


def between(start: Moment, end: Moment) -> tuple[int, bool]:
    """Give the milliseconds from one instant to another, never less than none, and whether the machine counted them."""
    if start.boot and start.boot == end.boot and end.ticks >= start.ticks - SLACK:
        return max(end.ticks - start.ticks, 0), True
    return max(round((end.at - start.at).total_seconds() * 1000), 0), False


def moment_of(mark: FloorMark) -> Moment:
    """Give the instant of a mark; one whose time cannot be read counts as long ago, so that it shows."""
    return Moment(_instant(mark.at or ""), mark.boot or "", mark.ticks or 0)


@lru_cache(maxsize=4096)
def _instant(told: str) -> datetime:
    """Read the time of a mark; the marks of a day are read again after each key."""
    try:
        at = datetime.fromisoformat(told)
        at = at.astimezone(UTC) if at.tzinfo else LONG_AGO
    except (ValueError, OverflowError):
        return LONG_AGO
    return at if FIRST_YEAR <= at.year <= LAST_YEAR else LONG_AGO


def offset(here: Sequence[FloorMark], there: Sequence[FloorMark]) -> int | None:
    """Give by how many milliseconds the clock ``there`` is ahead, from gavels struck together; none without a pair.

    The last gavels of both count: pressed at the same stroke, they are the same instant.
    """
    mine, other = in_order(here), in_order(there)
    if not mine or not other:
        return None
    return round((moment_of(other[-1]).at - moment_of(mine[-1]).at).total_seconds() * 1000)
