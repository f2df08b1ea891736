"""Planned against actual: what each segment of a session was given, what it took, and how the rest is shortened.

Times are milliseconds. What the chair decided stands in decisions, which are replayed here in the order of their time,
so that the plan of two desks is the same once they have met.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrdesk.records.floor import FloorDecision


@dataclass(frozen=True, slots=True)
class Leg:
    """A segment: what the format planned, what it may take now (none: no budget), and what it took so far.

    ``state`` is "to_come", "running", "done" or "dropped"; ``round`` is the number of a round of the floor, else 0.
    """

    id: str
    planned: int | None = None
    allowed: int | None = None
    used: int = 0
    state: str = "to_come"
    round: int = 0

    @property
    def ahead(self) -> int:
        """Give what it still takes, as planned; a segment that is over its time takes no more."""
        if self.state == "to_come":
            return self.allowed or 0
        return max((self.allowed or 0) - self.used, 0) if self.state == "running" else 0


def replayed(decisions: Iterable[FloorDecision]) -> list[FloorDecision]:
    """Sort decisions as they count: by time, ties by id."""
    return sorted(decisions, key=lambda one: (one.at or "", one.id))


def seconds_of(segment: str, minutes: int | None, decisions: Iterable[FloorDecision]) -> tuple[int | None, bool]:
    """Give the seconds that a segment may take after all decisions so far, and whether it was dropped."""
    seconds, is_dropped = None if minutes is None else max(minutes, 0) * 60, False
    for one in replayed(decisions):
        if one.segment != segment:
            continue
        if one.decision == "shrink" and one.amount is not None:
            seconds = max(one.amount, 0)
        elif one.decision == "extend_segment":
            seconds, is_dropped = None if seconds is None else max(seconds + (one.amount or 0), 0), False
        elif one.decision == "drop_round":
            is_dropped = True
    return seconds, is_dropped


def droppable(legs: Sequence[Leg]) -> Leg | None:
    """Give the floor round that can be dropped: a second or later one that is to come; of several the last."""
    return next((leg for leg in reversed(legs) if leg.round > 1 and leg.state == "to_come"), None)


def shrunk(legs: Sequence[Leg], available: int) -> dict[str, int]:
    """Share ``available`` among the segments ahead in proportion to what each still takes.

    Gives the seconds that each may take altogether, in whole seconds and never more than are there.
    """
    ahead = [leg for leg in legs if leg.ahead]
    total = sum(leg.ahead for leg in ahead)
    if total <= available or available <= 0:
        return {}
    return {leg.id: (_spent(leg) + leg.ahead * available // total) // 1000 for leg in ahead}


def _spent(leg: Leg) -> int:
    return leg.used if leg.state == "running" else 0
