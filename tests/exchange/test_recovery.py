"""A key sealed for staff: who agreed gets in again by asking them, and nobody else does."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.recovery import can_be_recovered, let_staff_recover, recover
from hrdesk.records import Seat
from hrdesk.store.encryption import Key, key_from_text, opens
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
from tests.exchange.rooms import Room


@pytest.fixture
def staff(room: Room) -> Room:
    room.do("take-seat", name="Staff", role="staff")
    room.start()
    return room


@pytest.fixture
def rapporteur(staff: Room, tmp_path: Path) -> Iterator[Room]:
    desk = join(staff.write("starter"), tmp_path / "rapporteur.hrdesk", Profile(tmp_path / "profiles" / "rapporteur"))
    made = Room(desk)
    made.do("take-seat", name="Desk 1", role="rapporteur")
    yield made
    made.desk.close()


@pytest.fixture
def key() -> Key:
    return Key(os.urandom(32), os.urandom(16))


def profile_of(room: Room) -> Profile:
    return room.desk.file.profile


def test_staff_opens_what_a_rapporteur_sealed_and_another_desk_does_not(
    staff: Room, rapporteur: Room, other: Room, key: Key
):
    change_key(rapporteur.desk.file, key)
    assert let_staff_recover(rapporteur.desk, profile_of(rapporteur), key)
    bundle = rapporteur.write()
    merge(staff.desk, [bundle])
    with staff.desk.reading() as reader:
        (found,) = recover(reader, profile_of(staff))
        assert recover(reader, profile_of(staff), "Desk 1") == [found]
    assert found.name == "Desk 1"
    assert opens(key_from_text(found.paper_key, bytes.fromhex(found.salt)), rapporteur.desk.path)
    with rapporteur.desk.reading() as reader, pytest.raises(Refused, match="No desk"):
        recover(reader, profile_of(rapporteur))
    with staff.desk.reading() as reader, pytest.raises(Refused, match="No desk"):
        recover(reader, profile_of(other))


def test_nothing_is_sealed_where_no_staff_is_known_or_no_seat_taken(room: Room, staff: Room, other: Room, key: Key):
    other.start()
    with other.desk.reading() as reader:
        assert not can_be_recovered(reader, profile_of(other))
    assert not let_staff_recover(other.desk, profile_of(other), key)


def test_a_key_that_opens_nothing_any_more_is_taken_away(rapporteur: Room, key: Key):
    assert let_staff_recover(rapporteur.desk, profile_of(rapporteur), key)
    assert let_staff_recover(rapporteur.desk, profile_of(rapporteur), None)
    with rapporteur.desk.reading() as reader:
        assert [seat.recovery for seat in reader.every(Seat) if seat.name == "Desk 1"] == [None]
    step = rapporteur.desk.next_undo()
    assert step is None or not step.undoable


@pytest.mark.parametrize("told", ["", "not base 64", "bm90IGFnZQ=="])
def test_what_is_no_seal_opens_nothing(staff: Room, told: str):
    with staff.desk.reading() as reader:
        (seat,) = reader.every(Seat)
    staff.do("edit", id=seat.id, recovery=told or None)
    with staff.desk.reading() as reader, pytest.raises(Refused):
        recover(reader, profile_of(staff))
