"""The chair's moves, swaps and accepted dignitaries, replayed on the order that the rules give."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from hrdesk.records.floor import FloorDecision, FloorRequest

REPLAYED = ("move", "swap", "late_first")


@dataclass
class Decided:
    """What a replay leaves: for each request the last decision on it, and who still follows whom."""

    why: dict[str, tuple[str, str]] = field(default_factory=dict)
    following: dict[str, str] = field(default_factory=dict)


def in_order_of_time(decisions: Iterable[FloorDecision]) -> list[FloorDecision]:
    """Sort decisions as they were taken; a time to the second stands before one of the same second that says more."""
    return sorted(decisions, key=lambda one: ((one.at or "").rstrip("Z"), one.id))


def replayed(
    requests: Sequence[FloorRequest], following: Mapping[str, str], decisions: Sequence[FloorDecision]
) -> tuple[list[str], Decided]:
    """Replay decisions, in order of time, on requests in the order of the rules; give the ids in their new order.

    ``following`` maps a request to the one it stands directly after, and goes with, until a decision concerns it.
    """
    done = Decided(following=dict(following))
    line = _Line(requests, done.following)
    for one in in_force(decisions):
        request, other = one.request or "", one.other or ""
        if not line.holds(request) or (other and not line.holds(other)) or request == other:
            continue
        if one.decision == "swap" and other:
            line.swap(request, other)
            done.why[other] = ("swap", request)
        elif one.decision == "move":
            line.move(request, other, one.at or "")
        elif one.decision == "late_first":
            line.accept(request)
        else:
            continue
        done.why[request] = (one.decision, other)
    return line.spread(), done


def in_force(decisions: Sequence[FloorDecision]) -> list[FloorDecision]:
    """Give the decisions that count for the order: moves and swaps of those who were drawn from end with the draw."""
    counting: list[FloorDecision] = []
    for one in decisions:
        if one.decision == "draw":
            drawn = set((one.drawn_from or "").split())
            counting = [old for old in counting if old.decision == "late_first" or not drawn & {old.request, old.other}]
        elif one.decision in REPLAYED:
            counting.append(one)
    return counting


class _Line:
    """The ids in order; who follows somebody stands apart until the end or until a decision concerns it."""

    def __init__(self, requests: Sequence[FloorRequest], following: dict[str, str]) -> None:
        self.following = following
        self.inscribed_at = {one.id: (one.inscribed_at or "").rstrip("Z") for one in requests}
        self.ids = [one.id for one in requests if one.id not in following]
        self.accepted: list[str] = []

    def holds(self, one: str) -> bool:
        return one in self.inscribed_at

    def swap(self, one: str, other: str) -> None:
        first, second = self._place(one), self._place(other)
        first = self._place(one)  # letting the other stand alone may have moved it
        self.ids[first], self.ids[second] = other, one
        self._leave(one, other)

    def move(self, one: str, before: str, at: str) -> None:
        """Move in front of another, or behind all who were on the list at the time."""
        if before:
            self._place(before)
        del self.ids[self._place(one)]
        self._leave(one)
        if before:
            self.ids.insert(self.ids.index(before), one)
            return
        known = [index for index, held in enumerate(self.ids) if self.inscribed_at[held] <= at.rstrip("Z")]
        self.ids.insert(max(known, default=-1) + 1, one)

    def accept(self, one: str) -> None:
        """Put in front of all, behind those who were accepted before."""
        del self.ids[self._place(one)]
        self._leave(one)
        held = 0
        while held < len(self.ids) and self.ids[held] in self.accepted:
            held += 1
        self.ids.insert(held, one)
        self.accepted.append(one)

    def spread(self) -> list[str]:
        """Give all ids, each who follows directly after the one it follows."""
        behind: dict[str, list[str]] = {}
        for one, state in self.following.items():
            behind.setdefault(state, []).append(one)
        return [found for one in self.ids for found in (one, *behind.get(one, ()))]

    def _place(self, one: str) -> int:
        """Give the index; who followed stands alone from now on, directly after the one it followed."""
        if one in self.following:
            self.ids.insert(self.ids.index(self.following.pop(one)) + 1, one)
        return self.ids.index(one)

    def _leave(self, *moved: str) -> None:
        self.accepted = [one for one in self.accepted if one not in moved]
