"""The order of the rapporteur's report, and how short what is said of it aloud may be."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hrdesk.language import N_
from hrdesk.language.sentences import sentences
from hrdesk.records import ReportPoint
from hrdesk.records.ids import between, positions

PARTS = {
    "key_issue": N_("Key issues"),
    "good_practice": N_("Good practices"),
    "challenge": N_("Challenges"),
    "lesson_learned": N_("Lessons learned"),
    "recommendation": N_("Recommendations"),
    "suggestion": N_("Suggestions for the wrap-up"),
}
"""The kinds of notes that the last session is told of, in the order of the issue papers."""

SAID = 2
"""So many points of a kind are said aloud; whoever moves another one to the front has that one said."""

LEAST_SIGNS, MOST_SIGNS = 40, 220
"""Of a text so much is said aloud: sentences until they say something, and a long one only up to here."""


@dataclass(frozen=True)
class PartOfReport:
    """What the report tells of one session under one kind: ids in order, and those somebody left out.

    ``session`` is empty for recommendations of no single session.
    """

    session: str
    kind: str
    points: tuple[str, ...]
    left_out: frozenset[str] = frozenset()

    @property
    def told(self) -> tuple[str, ...]:
        """Give the points that the report tells."""
        return tuple(one for one in self.points if one not in self.left_out)


def in_report_order(items: Sequence[str], places: Mapping[str, ReportPoint]) -> list[str]:
    """Put first what somebody moved, in that order; the rest follows as it came."""
    order = {item: at for at, item in enumerate(items)}
    moved = [item for item in items if item in places and places[item].position]
    moved.sort(key=lambda item: (places[item].position or "", order[item]))
    return [*moved, *(item for item in items if item not in set(moved))]


def new_places(order: Sequence[str], places: Mapping[str, ReportPoint], moved: str) -> dict[str, str]:
    """Give the order keys to be written so that ``order`` is what ``in_report_order`` gives, as few as can be."""
    at = order.index(moved)
    keys = {item: places[item].position or "" for item in order if item in places}
    before = [keys.get(item, "") for item in order[:at]]
    after = [keys[item] for item in order[at + 1 :] if keys.get(item)]
    low = before[-1] if before else ""
    is_sorted = all(before) and all(one < other for one, other in pairwise(before))
    if is_sorted and all(low < one for one in after[:1]):
        return {moved: between(low or None, after[0] if after else None)}
    last = max((place for place, item in enumerate(order) if keys.get(item) or place <= at), default=at)
    head = order[: last + 1]
    return dict(zip(head, positions(len(head)), strict=True))


def in_short(text: str) -> str:
    """Give the first sentence of a text, or more where it says little; a sign tells where that is not all."""
    whole = " ".join(text.split())
    first = ""
    for sentence in sentences(whole):
        first += sentence.text
        if len(first) >= LEAST_SIGNS:
            break
        first += sentence.blank
    if len(first) > MOST_SIGNS:
        cut = first[:MOST_SIGNS]
        return f"{cut[: cut.rfind(' ')].rstrip()} …" if " " in cut else f"{cut}…"
    return first if first == whole else f"{first} …"
