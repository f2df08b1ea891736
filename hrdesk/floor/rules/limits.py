"""How long somebody may speak: what the format says for the class of speakers, and what the chair decided since."""

from collections.abc import Iterable, Sequence

from hrdesk.floor.rules.plan import replayed
from hrdesk.records.floor import FloorDecision, FormatClass


def classes_of(classes: Iterable[FormatClass], segment: str | None) -> list[FormatClass]:
    """Give the classes that hold in a segment: its own where it has some, else those of the whole format."""
    told = list(classes)
    return [one for one in told if segment and one.segment == segment] or [one for one in told if not one.segment]


def limits(classes: Iterable[FormatClass], segment: str | None, decisions: Sequence[FloorDecision]) -> "Limits":
    """Give the limits that hold now in a segment, for those who have not begun."""
    told = {one.speaker_class or "": one.seconds for one in classes_of(classes, segment)}
    for_all: int | None = None
    decided: dict[str, int | None] = {}
    for one in replayed(decisions):
        if one.decision != "limit" or (one.segment and one.segment != segment):
            continue
        if one.speaker_class:
            decided[one.speaker_class] = one.amount
        else:
            decided = {name: seconds for name, seconds in decided.items() if name == "panellist"}
            for_all = one.amount
    return Limits(told, decided, for_all)


class Limits:
    """The limits by class. A decision for a class counts for it, a later one for all for everybody from the floor.

    What a panellist may take for replies changes only where panellists are named.
    """

    def __init__(self, told: dict[str, int | None], decided: dict[str, int | None], for_all: int | None) -> None:
        self._told = told
        self._decided = decided
        self._for_all = for_all

    def of(self, speaker_class: str | None) -> int | None:
        """Give the seconds for a class; none: no limit."""
        named = speaker_class or ""
        if named in self._decided:
            return self._decided[named]
        if self._for_all is None or named == "panellist":
            return self._told.get(named)
        return self._for_all
