"""Who sits at a desk: the seats there are, the seat of this machine, and a seat taken without asking."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from hrdesk.agenda.queries import seat_of, seats

if TYPE_CHECKING:
    from hrdesk.desk import Command, Desk
    from hrdesk.desktop.shell.seat_page import SeatLine
    from hrdesk.desktop.shell.workplace import Workplace
    from hrdesk.records import Seat


def seat_here(place: Workplace) -> Seat | None:
    """Give the seat that this machine has in the open desk."""
    return place.ask(lambda reader: seat_of(reader, place.desk.file.device))


def seat_lines(place: Workplace) -> list[SeatLine]:
    """List the seats that can be taken; a machine is the same one in each of its incarnations."""
    from hrdesk.desktop.shell.seat_page import SeatLine

    device = place.desk.file.device.split(".")[0]
    return [
        SeatLine(seat.id, seat.name or "", seat.role or "", (seat.device or device).split(".")[0] != device)
        for seat in place.ask(seats)
    ]


def sit_with_staff(desk: Desk, commands: Mapping[str, Command]) -> None:
    """Take the seat of staff, which sees everything: nobody who only looks at the sample is asked who they are."""
    with desk.reading() as reader:
        if seat_of(reader, desk.file.device) is not None:
            return
        staff = next((one for one in seats(reader) if one.role == "staff"), None)
    if staff is not None:
        desk.run(commands["take-seat"], name=staff.name or "", role="staff", seat=staff.id)
