"""Does it fit? How many of those who wait can still speak, and what would let all of them.

Times are milliseconds, limits seconds. People speak in the order of the list, each for the whole of the limit; whoever
has no limit is reckoned with what an intervention has taken so far. The chair picks; nothing here decides.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

LEAST = 30
"""The shortest limit that is ever offered, in seconds: a setting of ours. Below it nobody says anything."""

STEP = 5
"""A limit that fits all is rounded down to so many seconds: what a chair can say aloud."""

USUAL = (90, 60)
"""The limits that are always reckoned beside the one that fits all, in seconds."""

ENOUGH = 3
"""So many gaps (or interventions) are measured before they count for more than the format (or than ``ASSUMED``)."""

ASSUMED = 180
"""The seconds that somebody without a limit is reckoned with until enough have spoken: a setting of ours."""


@dataclass(frozen=True)
class Option:
    """One way to go on, for the chair to pick.

    ``kind`` is "as_it_is", "limit", "draw", "close_list", "shrink", "shift" or "drop_round". ``fit`` of ``waiting``
    can speak, for ``seconds`` each (none: limits as they are; ``at_most``: some have less already); ``ends`` is the
    milliseconds from now to the end of the last of them, for the last three kinds to the end of the session.
    ``over`` says by how many milliseconds the session would pass its hard end, none or less: it does not; for "shift"
    it is by how much the end moves.
    """

    kind: str
    fit: int
    waiting: int
    seconds: int | None = None
    ends: int = 0
    over: int = 0
    at_most: bool = False


@dataclass(frozen=True)
class Fit:
    """What is left of the segment in milliseconds, and the options, the first of which is to go on as it is."""

    left: int
    changeover: int
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Ahead:
    """What bears on whether it fits.

    ``left`` is what is left of the segment, which begins after ``before``; ``busy`` what whoever speaks may still take
    of it, ``gap_first`` whether somebody has to leave the microphone before the first who waits. ``rest`` is what the
    later segments take, ``to_end`` the time to the hard end (none: there is none), ``droppable`` the length of a round
    that can be dropped.
    """

    left: int
    changeover: int = 0
    before: int = 0
    busy: int = 0
    gap_first: bool = False
    rest: int = 0
    to_end: int | None = None
    droppable: int | None = None
    list_is_open: bool = True
    assumed: int = ASSUMED

    @property
    def room(self) -> int:
        """Give what those who wait have: what is left of the segment, and no more than there is to the hard end."""
        whole = self.left if self.to_end is None else min(self.left, self.to_end - self.before)
        return max(whole - self.busy, 0)

    @property
    def whole(self) -> int:
        """Give the time from now to the end of the session if all goes as planned."""
        return self.before + max(self.left, self.busy, 0) + self.rest

    @property
    def over(self) -> int:
        """Give by how much the session then passes its hard end."""
        return 0 if self.to_end is None else self.whole - self.to_end


def fit(limits: Sequence[int | None], ahead: Ahead) -> Fit:
    """Reckon what fits and what the chair can do; ``limits`` are those of who waits, in the order of the list."""
    told = tuple(ahead.assumed if limit is None else limit for limit in limits)
    now = _as_it_is(limits, told, ahead)
    options = [now]
    if now.fit < now.waiting:
        options += _shorter(limits, told, ahead)
        if ahead.list_is_open:
            options.append(_closed(told, ahead))
        drawn, ends = reckon(sorted(told, reverse=True), ahead)
        if drawn:
            options.append(Option("draw", drawn, len(told), ends=ends, over=ahead.over))
    elif told and ahead.list_is_open:
        options.append(_closed(told, ahead))
    if ahead.to_end is not None and ahead.over > 0:
        options += _in_time(told, ahead, ahead.to_end)
    return Fit(ahead.left, ahead.changeover, tuple(options))


def reckon(limits: Sequence[int], ahead: Ahead, cap: int | None = None) -> tuple[int, int]:
    """Give how many can speak one after the other and, from now, when the last of them ends."""
    count, spent = 0, 0
    for limit in limits:
        needs = (limit if cap is None else min(limit, cap)) * 1000
        if count or ahead.gap_first:
            needs += ahead.changeover
        if spent + needs > ahead.room:
            break
        count, spent = count + 1, spent + needs
    return count, ahead.before + ahead.busy + spent


def limited(limits: Sequence[int | None], ahead: Ahead, seconds: int) -> Option:
    """Give the option of one limit: nobody who has less already gets more."""
    told = [ahead.assumed if limit is None else limit for limit in limits]
    count, ends = reckon(told, ahead, seconds)
    is_cap = any(limit is not None and limit < seconds for limit in limits)
    return Option("limit", count, len(told), seconds, ends, ahead.over, at_most=is_cap)


def limit_for_all(limits: Sequence[int], ahead: Ahead) -> int | None:
    """Give the longest limit that lets all speak, in whole steps; none where even the least does not."""
    offered = range(LEAST, max(limits, default=0) + 1, STEP)
    count = bisect_right(offered, ahead.room, key=lambda seconds: _needed(limits, ahead, seconds))
    return offered[count - 1] if count else None


def changeover(gaps: Sequence[int], told: int | None) -> int:
    """Give the milliseconds between two speakers: the middle one of those measured once there are enough, else told."""
    return _middle(gaps) if len(gaps) >= ENOUGH else max(told or 0, 0) * 1000


def assumed(taken: Sequence[int]) -> int:
    """Give the seconds that somebody without a limit is reckoned with, from the milliseconds that others have taken."""
    return max(_middle(taken) // 1000, 1) if len(taken) >= ENOUGH else ASSUMED


def _middle(found: Sequence[int]) -> int:
    """Give the median: one pause for coffee does not make every change of speakers long."""
    ranked = sorted(found)
    return (ranked[(len(ranked) - 1) // 2] + ranked[len(ranked) // 2]) // 2


def _needed(limits: Sequence[int], ahead: Ahead, cap: int | None = None) -> int:
    gaps = max(len(limits) - (0 if ahead.gap_first else 1), 0)
    speaking = sum(limits) if cap is None else sum(min(limit, cap) for limit in limits)
    return speaking * 1000 + gaps * ahead.changeover


def _as_it_is(given: Sequence[int | None], limits: Sequence[int], ahead: Ahead) -> Option:
    count, ends = reckon(limits, ahead)
    same = given[0] if len(set(given)) == 1 else None
    return Option("as_it_is", count, len(limits), same, ends, ahead.over)


def _shorter(given: Sequence[int | None], limits: Sequence[int], ahead: Ahead) -> list[Option]:
    wanted = dict.fromkeys(one for one in (limit_for_all(limits, ahead), *USUAL) if one and one < max(limits))
    return [limited(given, ahead, seconds) for seconds in wanted]


def _closed(limits: Sequence[int], ahead: Ahead) -> Option:
    """Close the list now and hear all who wait, however long it takes."""
    count, _ = reckon(limits, ahead)
    ends = ahead.before + ahead.busy + _needed(limits, ahead)
    over = 0 if ahead.to_end is None else ends + ahead.rest - ahead.to_end
    return Option("close_list", count, len(limits), ends=ends, over=over)


def _in_time(limits: Sequence[int], ahead: Ahead, to_end: int) -> list[Option]:
    """Shrink all that is ahead in proportion, end later, or drop the second round."""
    whole = ahead.whole
    now, _ = reckon(limits, ahead)
    found = []
    if to_end > 0:
        left, before = (max(one, 0) * to_end // whole for one in (ahead.left, ahead.before))
        shorter = replace(ahead, left=left, before=before)
        found.append(Option("shrink", reckon(limits, shorter)[0], len(limits), ends=to_end))
    later = replace(ahead, to_end=whole)
    found.append(Option("shift", reckon(limits, later)[0], len(limits), ends=whole, over=ahead.over))
    if ahead.droppable:
        over = ahead.over - ahead.droppable
        found.append(Option("drop_round", now, len(limits), ends=whole - ahead.droppable, over=over))
    return found
