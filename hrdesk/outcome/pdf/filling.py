"""Filling lines: which words stand on which line.

Lines are filled one after the other. Where that leaves a line torn or ragged, the paragraph is settled again as a
whole, so that its lines are evenly filled (after Knuth and Plass, "Breaking Paragraphs into Lines", 1981).
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from hrdesk.outcome.pdf.breaks import Chance
from hrdesk.outcome.pdf.words import Word

WIDEST_BLANK = 1.3
"""How much a blank may grow, in ems, before a line is left ragged: torn lines read worse than uneven ones."""
NARROWEST_BLANK = 0.06
"""How much a blank may shrink, in ems."""
TORN = 0.45
"""Share of the widest growth from which a line is worth settling the paragraph again."""
RAGGED_COST = 30.0
MOST_WORDS = 4_000
"""Longer paragraphs (pages of them) are not settled: nobody writes them on purpose, and they would take long."""
THIN_LINE, LONG_WORD = 0.72, 0.6
"""A line filled less than the first is worth breaking an address after a slash, if it is longer than the second."""
SLACK = 0.01


class Filled(NamedTuple):
    """One line as indexes of words; a hard end was asked for by the text, or is the paragraph's."""

    begin: int
    end: int
    hard: bool


def fill_lines(words: Sequence[Word], allowed: Sequence[Chance], measure: float, first: float) -> list[Filled]:
    """Fill one line after the other; the first line begins ``first`` points further in."""
    lines: list[Filled] = []
    begin, at = 0, 0
    room = measure - first
    width = solid = 0.0  # with and without trailing blanks
    best = spare = 0  # last place to end the line; the same after a slash
    best_width = 0.0
    while at < len(words):
        word = words[at]
        if at > begin:
            chance = allowed[word.start]
            if chance is Chance.MUST:
                lines.append(Filled(begin, at, True))
                begin, room, width, solid, best, spare = at, measure, 0.0, 0.0, 0, 0
            elif chance is Chance.ALLOWED:
                best, best_width = at, solid
            elif chance is Chance.LAST_RESORT:
                spare = at
        width += word.width
        if not word.blank:
            solid = width
        if solid > room + SLACK and at > begin and (best > begin or spare > begin):
            end = best
            if spare > max(best, begin) and (
                best <= begin or (best_width < THIN_LINE * room and _is_long(words, allowed, best, room))
            ):
                end = spare
            lines.append(Filled(begin, end, False))
            begin = at = end
            room, width, solid, best, spare = measure, 0.0, 0.0, 0, 0
            continue
        at += 1
    lines.append(Filled(begin, len(words), True))
    return lines


def _is_long(words: Sequence[Word], allowed: Sequence[Chance], begin: int, room: float) -> bool:
    """Say whether what stands unbroken from a word on takes most of a line, as addresses do and symbols do not."""
    width = 0.0
    for at in range(begin, len(words)):
        if at > begin and allowed[words[at].start] >= Chance.ALLOWED:
            break
        width += words[at].width
        if width > LONG_WORD * room:
            return True
    return False


def settle(
    words: Sequence[Word], allowed: Sequence[Chance], lines: list[Filled], measure: float, first: float
) -> list[Filled]:
    """Return lines that are filled more evenly, where the given ones are torn; for text with blanks only."""
    sums = _Sums(words)
    settled: list[Filled] = []
    start = 0
    for at, line in enumerate(lines):
        if not line.hard:
            continue
        stretch = lines[start : at + 1]
        start = at + 1
        rooms = [measure - first if part.begin == 0 else measure for part in stretch]
        soft = [part for part in stretch[:-1] if allowed[words[part.end].start] is Chance.ALLOWED]
        strains = [sums.strain(part.begin, part.end, room) for part, room in zip(soft, rooms, strict=False)]
        torn = any(TORN < strain < float("inf") for strain in strains) and line.end - stretch[0].begin < MOST_WORDS
        if torn and len(soft) == len(stretch) - 1:
            settled += _settled(words, allowed, sums, stretch[0].begin, line.end, measure, first)
        else:
            settled += stretch
    return settled


class _Sums:
    """Widths and blanks of any stretch of words, without adding them up each time."""

    def __init__(self, words: Sequence[Word]) -> None:
        self._size = words[0].style.size
        self._widths = [0.0, *accumulate(word.width for word in words)]
        self._blanks = [0, *accumulate(len(word.glyphs) if word.blank else 0 for word in words)]
        self._solid = [0]
        for at, word in enumerate(words, start=1):
            self._solid.append(self._solid[-1] if word.blank else at)

    def least(self, begin: int, end: int) -> float:
        """Return the narrowest width of a line."""
        end = max(self._solid[end], begin)
        blanks = self._blanks[end] - self._blanks[begin]
        return self._widths[end] - self._widths[begin] - blanks * NARROWEST_BLANK * self._size

    def strain(self, begin: int, end: int, room: float) -> float:
        """Return how far the blanks of a line must grow (1 is the widest) or shrink (-1 is the narrowest)."""
        end = max(self._solid[end], begin)
        missing = room - (self._widths[end] - self._widths[begin])
        blanks = self._blanks[end] - self._blanks[begin]
        most = blanks * self._size * (WIDEST_BLANK if missing > 0 else NARROWEST_BLANK)
        return missing / most if most else (0.0 if missing <= SLACK else float("inf"))


def _settled(
    words: Sequence[Word],
    allowed: Sequence[Chance],
    sums: _Sums,
    begin: int,
    end: int,
    measure: float,
    first: float,
) -> list[Filled]:
    """Return the lines of least cost between two hard ends."""
    points = [begin]
    points += [at for at in range(begin + 1, end) if allowed[words[at].start] is Chance.ALLOWED]
    points.append(end)
    costs = [0.0]
    came_from = [0]
    for at in range(1, len(points)):
        least, origin = float("inf"), at - 1
        for before in range(at - 1, -1, -1):
            room = measure - first if points[before] == 0 else measure
            if before < at - 1 and sums.least(points[before], points[at]) > room + SLACK:
                break
            cost = costs[before] + _cost(sums.strain(points[before], points[at], room), points[at] == end)
            if cost < least:
                least, origin = cost, before
        costs.append(least)
        came_from.append(origin)
    lines: list[Filled] = []
    at = len(points) - 1
    while at:
        lines.append(Filled(points[came_from[at]], points[at], points[at] == end))
        at = came_from[at]
    return lines[::-1]


def _cost(strain: float, last: bool) -> float:
    """Return how badly a line reads."""
    if strain < 0:
        return 2 * strain * strain
    if last:
        return 0.0
    return 10 * strain**3 if strain <= 1 else RAGGED_COST * min(strain, 10.0)
