"""What the page on which a bundle is packed asks the desk: what would go, for whom it can be, what it can be about."""

from dataclasses import dataclass

from hrdesk.desk import Desk
from hrdesk.exchange.queries import title_of
from hrdesk.exchange.scope import Mode, Parcel, Scope
from hrdesk.exchange.sending import Wrapping, look_at
from hrdesk.exchange.trust import staff_addresses
from hrdesk.records import Consultation, Seat, Session
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Addressed:
    """Whom a bundle can be encrypted for: staff by name and address, other seats likewise, and what it can be about."""

    staff: tuple[tuple[str, str], ...] = ()
    seats: tuple[tuple[str, str], ...] = ()
    places: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Question:
    """What would go, asked once in another thread with all that the page needs beside it."""

    desk: Desk
    scope: Scope
    mode: Mode
    is_encrypted: bool
    allowed: frozenset[str]

    def __call__(self, reader: Reader) -> tuple[Addressed, Parcel]:
        """Read the answer."""
        desk = self.desk
        stand_in = Wrapping(("age1",)) if self.is_encrypted else Wrapping()
        parcel = look_at(desk, reader, self.scope, self.mode, stand_in, self.allowed)
        staff = staff_addresses(reader, desk.file.profile)
        own = desk.file.profile.device
        told = tuple((name or device[:6], address) for device, (name, address) in staff.items() if device != own)
        seats = tuple(
            (seat.name or "", seat.recipient)
            for seat in reader.every(Seat)
            if seat.recipient and not (seat.device or "").startswith(own)
        )
        places = [(Consultation.kind, one.id, title_of(one)) for one in reader.every(Consultation)]
        sessions = [(Session.kind, one.id, title_of(one)) for one in reader.every(Session)]
        return Addressed(told, seats, (*(places if len(places) > 1 else ()), *sessions)), parcel
