"""Whose turn it is to take notes: the one that goes on, and the one that comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Shift:
    """A turn of taking notes: who has it, from when to when by the clock of the venue; an empty time is not told."""

    seat: str
    starts: str
    ends: str


@dataclass(frozen=True)
class Turns:
    """The turn that goes on and the next one; either may be missing."""

    now: Shift | None = None
    next: Shift | None = None


def turns(shifts: Sequence[Shift], now: datetime) -> Turns:
    """Tell whose turn it is at ``now`` by the clock of the venue; of two at once the one that began last."""
    going_on = [one for one in shifts if _begins(one, now) and not _is_over(one, now)]
    to_come = [one for one in shifts if one.starts and not _begins(one, now)]
    return Turns(
        max(going_on, key=lambda one: _at(one.starts, now), default=None),
        min(to_come, key=lambda one: _at(one.starts, now), default=None),
    )


def hour(told: str) -> str:
    """Give the hour of a time that is told with its day, or without one."""
    return told.partition("T")[2][:5] or told


def _begins(shift: Shift, now: datetime) -> bool:
    return not shift.starts or _at(shift.starts, now) <= f"{now:%Y-%m-%dT%H:%M}"


def _is_over(shift: Shift, now: datetime) -> bool:
    return bool(shift.ends) and _at(shift.ends, now) <= f"{now:%Y-%m-%dT%H:%M}"


def _at(told: str, now: datetime) -> str:
    """Give a time with its day; an hour alone is meant of today."""
    return told if "T" in told or not told else f"{now:%Y-%m-%d}T{told.zfill(5)}"
