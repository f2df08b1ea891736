"""Which desks still have to hear that something was withdrawn, became confidential, or lost its consent.

Nobody can call a stick back. A desk counts as told when a bundle of its own showed that it holds the very line that
withdraws, or that makes strict. Desks that may hold the record are those that wrote lines of it, those its bundles
were encrypted for, and, once it left in a bundle that anybody can read, all desks of the consultation.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from hrdesk.exchange.queries import title_of
from hrdesk.language import N_
from hrdesk.records import Seat
from hrdesk.store.departures import Departure, authors_of, departures_of, read_holders, read_made_strict, read_withdrawn
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of
from hrdesk.store.whereabouts import kinds_of

WITHDRAWN, STRICTER, CONSENT = "withdrawn", "stricter", "consent"

WHY = {
    WITHDRAWN: N_("withdrawn"),
    STRICTER: N_("became confidential after it left"),
    CONSENT: N_("lost its consent after it left"),
}
"""Why other desks must hear of a record, with words for a person."""


@dataclass(frozen=True)
class DeskReached:
    """A desk that may hold the record; ``is_told`` when it showed that it knows."""

    device: str
    name: str
    is_told: bool


@dataclass(frozen=True)
class Reach:
    """A record that other desks must hear of: the desks, and the bundles in which it left, the latest first.

    The title of what was withdrawn is gone with it.
    """

    why: str
    kind: str
    record: str
    title: str
    at: str
    desks: tuple[DeskReached, ...]
    bundles: tuple[Departure, ...]

    @property
    def not_yet(self) -> tuple[DeskReached, ...]:
        """Give the desks that have not shown that they know."""
        return tuple(one for one in self.desks if not one.is_told)


def reaches(reader: Reader, own: str) -> list[Reach]:
    """Give all records that other desks must hear of, those not yet known everywhere first, the latest first."""
    withdrawn = read_withdrawn(reader)
    strict = read_made_strict(reader, base_of(own))
    left = departures_of(reader, {*withdrawn, *strict})
    authors = authors_of(reader, {*withdrawn, *strict})
    holders = read_holders(reader)
    seats = {base_of(seat.device or ""): seat for seat in reader.every(Seat) if seat.device}
    found: list[Reach] = []
    for record, one in {**strict, **withdrawn}.items():
        bundles = tuple(left.get(record, ()))
        devices = {*one.authors, *authors.get(record, ()), *_recipients(bundles, seats.values())}
        told = [
            DeskReached(
                device,
                (seats[device].name if device in seats else None) or device,
                all(line in holders.get(device, ()) for line in one.lines),
            )
            for device in sorted(devices - {base_of(own), ""})
        ]
        if not told and not bundles:
            continue
        why = WITHDRAWN if record in withdrawn else CONSENT if one.is_consent else STRICTER
        held = None if record in withdrawn else reader.find(record)
        kinds = kinds_of(reader, record)
        found.append(
            Reach(why, kinds[0] if kinds else "", record, title_of(held) if held else "", one.at, tuple(told), bundles)
        )
    found.sort(key=lambda one: one.at, reverse=True)
    return sorted(found, key=lambda one: not one.not_yet)


def _recipients(bundles: Iterable[Departure], seats: Iterable[Seat]) -> set[str]:
    """Give the devices that bundles were meant for; of one that anybody can open, all that are known."""
    listed = list(seats)
    found: set[str] = set()
    for bundle in bundles:
        named = {base_of(seat.device or "") for seat in listed if seat.recipient in bundle.recipients}
        is_open = any(not one.startswith("age1") for one in bundle.recipients) or not bundle.recipients
        found |= {base_of(seat.device or "") for seat in listed} if is_open else named
    return found
