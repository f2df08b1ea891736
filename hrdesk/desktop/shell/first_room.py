"""The room that a desk opens on, by the role of whoever sits there."""

from hrdesk.agenda.queries import counts
from hrdesk.desktop.shell.workplace import Workplace


def first_room(role: str, place: Workplace) -> str:
    """Give the room a person begins in.

    A rapporteur takes notes, a moderator gives the floor. Staff set the consultation up; once there are notes they
    gather bundles.
    """
    held = place.ask(counts)
    if role == "rapporteur" and held.get("session"):
        return "notes"
    if role == "moderator" and held.get("session"):
        return "floor"
    if role == "staff" and held.get("note"):
        return "exchange"
    return "agenda"
