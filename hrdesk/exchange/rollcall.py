"""The roll-call: which desks were expected, up to which minute each is held, who is missing and who has gaps."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hrdesk.exchange.trust import OWN, Trust
from hrdesk.language import N_
from hrdesk.records import Seat
from hrdesk.store.holdings import Numbers, missing, told_numbers, written
from hrdesk.store.knowledge import held
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

HERE, GAPS, SILENT, EMPTY = "here", "gaps", "silent", "empty"

STATES: Mapping[str, str] = {
    HERE: N_("held"),
    GAPS: N_("held with gaps"),
    SILENT: N_("nothing has come yet"),
    EMPTY: N_("nobody has taken this seat"),
}
"""How far a desk is held here, with words for a person. A gap may be what was held back, or still on its way."""


@dataclass(frozen=True)
class DeskCalled:
    """One desk of the roll-call.

    ``latest`` is the time of its last change that is held, by its own clock; ``changes`` counts those held,
    ``arriving`` those that bundles would bring, ``missing`` those known to exist that neither holds.
    """

    device: str
    name: str
    role: str
    level: str
    expected: bool
    changes: int = 0
    arriving: int = 0
    missing: int = 0
    latest: str = ""
    seat: str = ""

    @property
    def state(self) -> str:
        """Say how far this desk is held."""
        if not self.device:
            return EMPTY
        if not self.changes and not self.arriving:
            return SILENT
        return GAPS if self.missing else HERE


@dataclass(frozen=True)
class RollCall:
    """All desks that were expected or wrote, in the order of the seats."""

    desks: tuple[DeskCalled, ...]


@dataclass
class Arriving:
    """What bundles would bring: numbers, the latest time by incarnation, and numbers that their seals speak of."""

    numbers: Numbers
    latest: dict[str, str]
    told: dict[str, int]


def call_roll(
    reader: Reader, trust: Trust, arriving: Arriving | None = None, consultation: str | None = None
) -> RollCall:
    """Call the desks of a consultation (of all when none is named), with what ``arriving`` would add."""
    called = _expected(reader, trust, consultation)
    coming = arriving or Arriving(Numbers(), {}, {})
    told = told_numbers(reader)
    for device, number in coming.told.items():
        told[device] = max(told.get(device, 0), number)
    here, spans = written(reader), held(reader)
    for device in sorted({*here, *spans, *coming.numbers.spans}):
        base = base_of(device)
        one = called.get(base) or _known(trust, base, expected=False)
        wrote = here.get(device)
        new = coming.numbers.spans.get(device, [])
        both = [*spans.get(device, ()), *new]
        highest = max([told.get(device, 0), *(last for _, last in both)])
        called[base] = replace(
            one,
            changes=one.changes + (wrote.count if wrote else 0),
            arriving=one.arriving + sum(last - first + 1 for first, last in new),
            missing=one.missing + sum(last - first + 1 for first, last in missing(both, highest)),
            latest=max(one.latest, wrote.latest if wrote else "", coming.latest.get(device, "")),
        )
    return RollCall((*called.values(), *_vacant(reader, consultation)))


def _expected(reader: Reader, trust: Trust, consultation: str | None) -> dict[str, DeskCalled]:
    """Give the desks that seats and roster name; one that was revoked is not awaited."""
    found: dict[str, DeskCalled] = {}
    for seat in _seats(reader, consultation):
        base = base_of(seat.device or "")
        if base:
            found[base] = replace(_known(trust, base, expected=True), seat=seat.id)
    for device in trust.roster:
        base = base_of(device)
        if base not in found and trust.limit(base) is None:
            found[base] = _known(trust, base, expected=True)
    return found


def _vacant(reader: Reader, consultation: str | None) -> list[DeskCalled]:
    return [
        DeskCalled("", seat.name or "", seat.role or "", "", expected=True, seat=seat.id)
        for seat in _seats(reader, consultation)
        if not seat.device
    ]


def _seats(reader: Reader, consultation: str | None) -> list[Seat]:
    return [one for one in reader.every(Seat) if consultation in {None, one.consultation}]


def _known(trust: Trust, base: str, *, expected: bool) -> DeskCalled:
    author = trust.author(base)
    return DeskCalled(base, author.name, author.role, author.level, expected=expected or author.level == OWN)
