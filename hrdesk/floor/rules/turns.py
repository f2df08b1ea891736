"""Whose turn it is: read from interventions and their marks, so that two desks that were merged say the same.

An intervention is called, then it begins, then it ends. One that was called and never began counts only while its
request still says so: who is absent, put back or taken back has no turn. Of several such the last call counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hrdesk.floor.rules.clock import TURNING, in_order
from hrdesk.records.floor import FloorMark, Intervention


@dataclass(frozen=True, slots=True)
class Standing:
    """How an intervention stands: "called", "speaking", "paused", "ended", or "void" when nothing came of it."""

    intervention: Intervention
    marks: tuple[FloorMark, ...]
    state: str

    @property
    def has_begun(self) -> bool:
        """Tell whether anything was said."""
        return self.state in {"speaking", "paused", "ended"}

    @property
    def is_open(self) -> bool:
        """Tell whether it goes on, or is about to."""
        return self.state in {"called", "speaking", "paused"}


def standings(
    interventions: Iterable[Intervention], marks: Iterable[FloorMark], states: Mapping[str, str | None]
) -> list[Standing]:
    """Give the interventions of a session in the order in which they were called, with how they stand.

    ``marks`` may be all of the session; ``states`` maps the requests of those who did not begin to their states.
    """
    by_intervention: dict[str, list[FloorMark]] = {}
    for mark in in_order(marks):
        if mark.intervention:
            by_intervention.setdefault(mark.intervention, []).append(mark)
    found = sorted(interventions, key=lambda one: one.id)
    told = {one.id: _state(by_intervention.get(one.id, ())) for one in found}
    called = [one.id for one in found if told[one.id] == "void" and states.get(one.request or "") == "called"]
    told |= dict.fromkeys(called[-1:], "called")
    return [Standing(one, tuple(by_intervention.get(one.id, ())), told[one.id]) for one in found]


def current(found: Sequence[Standing]) -> Standing | None:
    """Give who has the floor or is called to it; of two, as after a merge, the one who was called last."""
    return next((one for one in reversed(found) if one.is_open), None)


def last(found: Sequence[Standing]) -> Standing | None:
    """Give who has the floor or is called to it; else who had it last."""
    return current(found) or next((one for one in reversed(found) if one.state != "void"), None)


def running_segment(marks: Iterable[FloorMark]) -> str | None:
    """Give the segment that goes on, paused or not: of those that began and have not ended the last that began."""
    found: dict[str, list[str]] = {}
    for mark in in_order(marks):
        if mark.segment and not mark.intervention and mark.mark in TURNING:
            found.setdefault(mark.segment, []).append(mark.mark or "")
    return next((one for one, told in reversed(found.items()) if "stop" not in told), None)


def _state(marks: Iterable[FloorMark]) -> str:
    """Give what the marks alone say: who never began is void until a request says otherwise."""
    told = [mark.mark for mark in marks if mark.mark in TURNING]
    if "stop" in told:
        return "ended"
    return ("paused" if told[-1] == "pause" else "speaking") if told else "void"
