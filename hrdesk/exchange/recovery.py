"""The key of an encrypted desk, sealed for staff in the desk's own seat: who agreed gets in again by asking them.

Staff is whoever the roster names; the seal is age's, to staff's addresses. The record travels like any seat, and only
staff can open what it holds.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass

from hrdesk.agenda.queries import seat_of, seats
from hrdesk.desk import Command, Desk
from hrdesk.errors import Refused
from hrdesk.exchange.trust import staff_addresses
from hrdesk.language import N_
from hrdesk.records import Seat
from hrdesk.store.age import CannotOpen, Opener, open_bytes, seal_bytes
from hrdesk.store.encryption import Key, paper_key
from hrdesk.store.identity import Profile
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader

FORMAT = "hrdesk-recovery"


@dataclass(frozen=True)
class Recovered:
    """What staff can open of one seat: its name, its device, the salt that the desk file begins with, the paper key."""

    name: str
    device: str
    salt: str
    paper_key: str


def keep_recovery(pen: Pen, seat: str, sealed: str | None) -> dict[str, str]:
    """Keep the sealed key in a seat, or take away one that opens nothing any more."""
    pen.change(Seat, seat, recovery=sealed)
    return {"id": seat}


KEEP_RECOVERY = Command("keep-recovery", N_("Let staff recover the key"), keep_recovery, undoable=False)


def can_be_recovered(reader: Reader, profile: Profile) -> bool:
    """Tell whether there is a seat to keep a sealed key in, and staff to seal it for."""
    return seat_of(reader, profile.device) is not None and bool(staff_addresses(reader, profile))


def let_staff_recover(desk: Desk, profile: Profile, key: Key | None) -> bool:
    """Seal ``key`` for staff in the own seat, or take away what is sealed there; tell whether it was done."""
    with desk.reading() as reader:
        seat = seat_of(reader, profile.device)
        addresses = staff_addresses(reader, profile) if key else {}
    if seat is None or (key and not addresses):
        return False
    sealed = _sealed(key, addresses) if key else None
    if sealed != seat.recovery:
        desk.run(KEEP_RECOVERY, seat=seat.id, sealed=sealed)
    return True


def recover(reader: Reader, profile: Profile, name: str | None = None) -> list[Recovered]:
    """Open what was sealed for this profile, of all seats or of the one called ``name``; Refused when that is none."""
    found = []
    for seat in seats(reader):
        if seat.recovery and name in (None, seat.name, seat.id):
            told = _opened(seat.recovery, profile)
            if told is not None:
                found.append(Recovered(seat.name or "", seat.device or "", told.salt.hex(), paper_key(told)))
    if not found:
        raise Refused(
            N_(
                "No desk has left a key here that this machine can open."
                " Only staff's machine opens what was sealed for it."
            )
        )
    return found


def _sealed(key: Key, addresses: Mapping[str, tuple[str, str]]) -> str:
    told = {"format": FORMAT, "key": key.raw.hex(), "salt": key.salt.hex(), "version": 1}
    data = seal_bytes(json.dumps(told).encode(), sorted(address for _name, address in addresses.values()))
    return base64.b64encode(data).decode()


def _opened(sealed: str, profile: Profile) -> Key | None:
    """Give the key, or None where it was sealed for others or is no such seal."""
    try:
        told = json.loads(open_bytes(base64.b64decode(sealed, validate=True), Opener(profile)))
        if told["format"] != FORMAT or told["version"] != 1:
            return None
        raw, salt = bytes.fromhex(told["key"]), bytes.fromhex(told["salt"])
        return Key(raw, salt) if (len(raw), len(salt)) == (32, 16) else None
    except (CannotOpen, binascii.Error, ValueError, KeyError, TypeError):
        return None
