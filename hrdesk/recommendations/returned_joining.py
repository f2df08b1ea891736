"""Texts of a returned draft that somebody made one of, by taking out the end of the paragraph between them.

Accepted, the first text would hold all of it and the others nothing, so that is what is proposed: one text to read so,
the others to go. What was joined with a line of ours, or with a text of a stricter class, can be no proposal.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from hrdesk.files.passages import Passage
from hrdesk.recommendations.returned_queries import Known
from hrdesk.recommendations.rules.anchors import parts_of, tidy
from hrdesk.records.classes import strictest_sensitivity

WRITTEN_TOGETHER = re.compile(r"[\u3000-\u9fff\uff00-\uffef]$")
"""Ends words that are written without a blank behind them."""

Readings = dict[str, tuple[str, str]]
"""How a passage reads for those who joined it with another one, by author, and when they did."""


@dataclass(frozen=True)
class Joined:
    """What was joined: the readings of each passage, and what is told of the rest, as author and text."""

    readings: list[Readings]
    asides: list[tuple[str, str]]


def read_joined(passages: Sequence[Passage], known: Mapping[str, Known], class_of: Callable[[str], str]) -> Joined:
    """Say for each passage how it reads for those who joined it."""
    found = Joined([{} for _ in passages], [])
    for place, passage in enumerate(passages):
        end = passage.joined_by
        if end is None or end.author in found.readings[place]:
            continue
        reach = place + 1
        while reach < len(passages) and (more := passages[reach - 1].joined_by) and more.author == end.author:
            reach += 1
        texts = [tidy(one.proposed_by(end.author)) for one in passages[place:reach]]
        if not texts[0] or not any(texts[1:]):  # a text that was struck with its end is joined with nothing
            continue
        whole = reduce(_behind, filter(None, texts))
        if not _may_be_one(passages[place:reach], known, class_of):
            found.asides.append((end.author, whole))
            continue
        found.readings[place][end.author] = whole, end.date
        for other in found.readings[place + 1 : reach]:
            other[end.author] = "", end.date
    return found


def _may_be_one(passages: Sequence[Passage], known: Mapping[str, Known], class_of: Callable[[str], str]) -> bool:
    """Tell whether these are texts of this desk, none stricter than the first, of whose class the proposal will be."""
    held = [known.get(signs[0]) if (signs := parts_of(one.anchor)) else None for one in passages]
    classes = [class_of(one.recommendation.id) for one in held if one is not None]
    return len(classes) == len(passages) and strictest_sensitivity(*classes) == classes[0]


def _behind(text: str, other: str) -> str:
    """Give two texts as one."""
    return f"{text}{other}" if WRITTEN_TOGETHER.search(text) else f"{text} {other}"
