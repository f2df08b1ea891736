"""The roster: staff says in the consultation itself whose devices these are, and which no longer count.

Written as records, the roster travels in every bundle under the seal of the device that wrote it. It counts at the
desks that were joined from that device's starter bundle, and nowhere does anybody else's.
"""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import RosterEntry, Seat
from hrdesk.records.people import ROLES
from hrdesk.store.holdings import limits
from hrdesk.store.pen import Pen
from hrdesk.store.trust import base_of, entry_id, root_of, to_key


def enter_in_roster(
    pen: Pen, device: str, name: str | None = None, role: str | None = None, key: str | None = None
) -> dict[str, str]:
    """Put a device on the roster: whose it is and what for; what its seat tells is taken where nothing is said."""
    _refuse_others(pen)
    base = base_of(device)
    seat = next((one for one in pen.read.every(Seat) if base_of(one.device or "") == base), None)
    told = key or (seat.key if seat else None)
    if to_key(told, base) is None:
        raise Refused(N_("The key of this device is not known here. Nothing was changed; please merge its bundle."))
    made = pen.create(
        RosterEntry,
        entry_id(base),
        device=base,
        key=told,
        name=name or (seat.name if seat else None),
        role=role or (seat.role if seat else None) or ROLES[0],
        recipient=seat.recipient if seat else None,
    )
    return {"id": made, "device": base}


def revoke_in_roster(pen: Pen, device: str, after: int) -> dict[str, Any]:
    """Revoke a device: of the incarnation named in full, else of the latest, lines up to ``after`` still come in.

    Of its other incarnations nothing comes in that this desk does not hold: a stolen key can begin any number of them.
    """
    _refuse_others(pen)
    base = base_of(device)
    if base == base_of(pen.dev):
        raise Refused(N_("A desk cannot revoke its own device. Nothing was changed."))
    if after < 0:
        raise Refused(N_("The number must not be below zero. Nothing was changed."))
    whole = pen.read.get(RosterEntry, entry_id(base))
    if whole is None:
        pen.create(RosterEntry, entry_id(base), device=base, until=0)
    else:
        pen.change(RosterEntry, whole.id, until=0)
    found = limits(pen.read, device, after)
    for dev, number in found.items():
        pen.create(RosterEntry, entry_id(dev), device=dev, until=number)
    return {"device": base, "until": found}


def restore_in_roster(pen: Pen, device: str) -> dict[str, str]:
    """Take a revocation back."""
    _refuse_others(pen)
    base = base_of(device)
    for held in pen.read.every(RosterEntry):
        if held.device and base_of(held.device) == base and held.until is not None:
            pen.change(RosterEntry, held.id, until=None)
    return {"device": base}


def _refuse_others(pen: Pen) -> None:
    if root_of(pen.read, pen.dev) != base_of(pen.dev):
        raise Refused(
            N_("The roster is written at the desk that wrote the starter bundle, and counts from nobody else.")
        )


COMMANDS = (
    Command("enter-in-roster", N_("Put on the roster"), enter_in_roster),
    Command("revoke-in-roster", N_("Revoke a device"), revoke_in_roster),
    Command("restore-in-roster", N_("Take a revocation back"), restore_in_roster),
)
