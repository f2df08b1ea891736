"""How high the cards of a list are and where each begins; what nobody has looked at yet is guessed."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate

FIRST_GUESS = 48
"""Pixels: a card of one line."""


class Heights:
    """Heights by row, in pixels. A height that was not counted yet is that of before, or of a card like the others."""

    def __init__(self) -> None:
        self._heights: list[int] = []
        self._is_counted: list[bool] = []
        self._tops: list[int] | None = [0]
        self._next = 0

    def __len__(self) -> int:
        return len(self._heights)

    @property
    def whole(self) -> int:
        """Give the height of all cards."""
        return self._all_tops()[-1]

    def top(self, row: int) -> int:
        """Say where a card begins; the number of cards says where the last one ends."""
        return self._all_tops()[row]

    def height(self, row: int) -> int:
        """Say how high a card is."""
        return self._heights[row]

    def row_at(self, place: int) -> int:
        """Give the card at ``place`` pixels below the first one's top; -1 above the first and below the last one."""
        tops = self._all_tops()
        return bisect_right(tops, place) - 1 if 0 <= place < tops[-1] else -1

    def begin(self, count: int) -> None:
        """Begin anew with so many cards; as many as there were may well be the same ones in another order."""
        if count != len(self):
            self._heights = [FIRST_GUESS] * count
        self._is_counted = [False] * count
        self._forget_from(0)

    def insert(self, first: int, count: int) -> None:
        """Make room for cards that came."""
        guess = self.whole // len(self) if self._heights else FIRST_GUESS
        self._heights[first:first] = [guess] * count
        self._is_counted[first:first] = [False] * count
        self._forget_from(first)

    def remove(self, first: int, count: int) -> None:
        """Take away cards that went."""
        del self._heights[first : first + count], self._is_counted[first : first + count]
        self._forget_from(first)

    def doubt(self, rows: Iterable[int] | None = None) -> None:
        """Have some cards counted again, or all; until then they keep the height they had."""
        for row in range(len(self)) if rows is None else rows:
            self._is_counted[row] = False
            self._next = min(self._next, row)

    def count(self, row: int, height_of: Callable[[int], int]) -> bool:
        """Count one card unless that was done; tell whether its height is another now."""
        if self._is_counted[row]:
            return False
        self._is_counted[row] = True
        height = height_of(row)
        if height == self._heights[row]:
            return False
        self._heights[row], self._tops = height, None
        return True

    def next_uncounted(self) -> int:
        """Give the first card that was not counted yet, -1 when all were."""
        while self._next < len(self) and self._is_counted[self._next]:
            self._next += 1
        return self._next if self._next < len(self) else -1

    def _forget_from(self, row: int) -> None:
        self._tops = None
        self._next = min(self._next, row)

    def _all_tops(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0))
        return self._tops
