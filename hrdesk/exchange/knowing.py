"""Who is protected, and which desks know who that is: what is shown before anybody decides."""

from collections.abc import Iterable
from dataclasses import dataclass

from hrdesk.exchange.protecting import Naming, address_of, lines_in_words, named_in
from hrdesk.language import N_
from hrdesk.records import IdentityAccess, Person, Seat
from hrdesk.records.disclosure import IDENTITY
from hrdesk.store.derivation import heads
from hrdesk.store.identities import is_sealed
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

OPEN, KNOWN, SEALED, NAMELESS = "open", "known", "sealed", "nameless"
PROTECTION = {
    OPEN: N_("Not protected"),
    KNOWN: N_("Protected: this desk knows who it is"),
    SEALED: N_("Sealed: this desk was not named for it"),
    NAMELESS: N_("Protected: no name stands here"),
}
"""How a person stands at this desk."""

HERE, NOT_HERE = "here", "not_here"
WROTE, NAMED, NOT_NAMED, NO_ADDRESS = "wrote", "named", "not_named", "no_address"
HOW = {
    HERE: N_("This desk: knows who it is"),
    NOT_HERE: N_("This desk: was not named"),
    WROTE: N_("Knows who it is: wrote it"),
    NAMED: N_("Named: may know who it is"),
    NOT_NAMED: N_("Not named"),
    NO_ADDRESS: N_("Not named, and cannot be yet: no bundle of theirs was taken in"),
}
"""How a desk stands to the identity of one person, in the order in which desks are shown."""


@dataclass(frozen=True)
class Standing:
    """A person, and how this desk stands to who it is; ``desks`` counts the desks that were named."""

    person: Person
    how: str
    desks: int


@dataclass(frozen=True)
class Knower:
    """A desk by its seat, and how it stands to the identity of one person."""

    seat: str
    name: str
    device: str
    how: str

    @property
    def knows(self) -> bool:
        """Tell whether the desk knows who it is, or may."""
        return self.how in {HERE, WROTE, NAMED}


@dataclass(frozen=True)
class Exposure:
    """Of one person: where the name stands in words, how many of its own earlier lines say it, and who knows it."""

    person: str
    places: tuple[Naming, ...]
    lines: int
    knowers: tuple[Knower, ...]


def standings(reader: Reader) -> list[Standing]:
    """Give every person, those who are protected first."""
    named: dict[str, int] = {}
    for access in reader.every(IdentityAccess):
        named[access.person or ""] = named.get(access.person or "", 0) + 1
    found = [Standing(one, _how(reader, one), named.get(one.id, 0)) for one in reader.every(Person)]
    return sorted(found, key=lambda one: one.how == OPEN)


def exposure(reader: Reader, person: str, profile: Profile, own: str) -> Exposure | None:
    """Look at one person; ``own`` is the device of this desk. The whole journal is read for it."""
    held = reader.get(Person, person)
    if held is None:
        return None
    lines = lines_in_words(reader, person) if held.protected else []
    return Exposure(
        person,
        tuple(named_in(reader, person)),
        len(lines),
        tuple(knowers(reader, person, profile, own)) if held.protected else (),
    )


def knowers(reader: Reader, person: str, profile: Profile, own: str) -> list[Knower]:
    """Give all desks that have a seat or were named, and how each stands to who ``person`` is."""
    named = {access.seat or "" for access in reader.every(IdentityAccess, person=person)}
    writers = _writers(reader, person)
    seats = [one for one in reader.every(Seat) if one.device or one.id in named]
    found = []
    for seat in seats:
        device = base_of(seat.device or "")
        if device == base_of(own):
            how = HERE if reader.identity_keys(person) and not reader.is_sealed_away(person) else NOT_HERE
        elif seat.id in named:
            how = NAMED
        elif device in writers:
            how = WROTE
        else:
            how = NOT_NAMED if address_of(reader, seat, own, profile.recipient) else NO_ADDRESS
        found.append(Knower(seat.id, seat.name or "", device, how))
    # A seat that is not here any more: whoever sat there may know it all the same.
    found += [Knower(seat, "", "", NAMED) for seat in sorted(named - {one.id for one in seats})]
    order = list(HOW)
    return sorted(found, key=lambda one: order.index(one.how))


def keepers(found: Iterable[Knower], without: str) -> list[str]:
    """Give the seats that go on knowing when the desk at the seat ``without`` is to know no more.

    A seat that is not here any more is none of them: nobody could be given the new key for it.
    """
    return [one.seat for one in found if one.knows and one.device and one.how != HERE and one.seat != without]


def _how(reader: Reader, person: Person) -> str:
    if not person.protected:
        return OPEN
    if reader.is_sealed_away(person.id):
        return SEALED
    cells = Person.cells()
    told = any(getattr(person, info.name) for cell in IDENTITY for info in cells[cell])
    return KNOWN if told else NAMELESS


def _writers(reader: Reader, person: str) -> set[str]:
    """Give the devices that wrote what stands sealed: they had its key."""
    return {
        base_of(one.dev) for field in IDENTITY for _, one in heads(reader.cell(person, field)) if is_sealed(one.val)
    }
