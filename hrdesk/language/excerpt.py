"""The stretch of a text that shows why it was found, with the places that are marked in it."""

import re
from collections.abc import Sequence

LENGTH = 160
"""Characters shown around what was found."""

_BEFORE = 40
"""Characters shown in front of the first mark."""

CUT = "…"

_SPACE = re.compile(r"\s")

Marks = Sequence[tuple[int, int]]


def excerpt(text: str, marks: Marks, length: int = LENGTH) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Cut ``text`` to one line around its first mark, between words where that is possible, and move the marks along.

    The marks are places (from, to) in ``text``, in order; those beyond the cut are left out.
    """
    plain = _SPACE.sub(" ", text)
    start = 0
    if len(plain) > length and marks and marks[0][0] > _BEFORE:
        start = max(0, min(marks[0][0] - _BEFORE, len(plain) - length))
        blank = plain.find(" ", start, marks[0][0])
        start = blank + 1 if blank >= 0 else start
    end = min(len(plain), start + length)
    if end < len(plain):
        least = max([stop for _, stop in marks if stop <= end], default=start)
        blank = plain.rfind(" ", max(least, start + length // 2), end)
        end = blank if blank >= 0 else end
    lead, tail = (CUT if start else ""), (CUT if end < len(plain) else "")
    moved = tuple(
        (max(low, start) - start + len(lead), min(high, end) - start + len(lead))
        for low, high in marks
        if low < end and high > start
    )
    return lead + plain[start:end] + tail, moved
