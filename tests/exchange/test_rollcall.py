"""The roll-call: who was expected, up to when each desk is held, who is missing, who has gaps."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.preview import preview
from hrdesk.exchange.rollcall import DeskCalled, RollCall, call_roll
from hrdesk.exchange.trust import trust_at
from hrdesk.store.holdings import Numbers, joined, missing
from hrdesk.store.identity import Profile
from tests.exchange.rooms import Room


@pytest.fixture
def staff(tmp_path: Path) -> Room:
    made = Room.make(tmp_path, "staff")
    made.start(sensitivity="public")
    made.do("take-seat", name="Staff", role="staff")
    made.seats = [made.add("seat", name=name, role="rapporteur") for name in ("Desk 1", "Desk 2")]  # type: ignore[attr-defined]
    return made


@pytest.fixture
def left(staff: Room, tmp_path: Path) -> Room:
    desk = join(staff.write("starter"), tmp_path / "left.hrdesk", Profile(tmp_path / "profiles" / "left"))
    room = Room(desk)
    room.do("take-seat", name="Desk 1", role="rapporteur", seat=staff.seats[0])  # type: ignore[attr-defined]
    return room


def called(room: Room) -> RollCall:
    with room.desk.reading() as reader:
        return call_roll(reader, trust_at(reader, room.desk.file.profile))


def named(roll: RollCall, name: str) -> DeskCalled:
    return next(one for one in roll.desks if one.name == name)


def absent(roll: RollCall) -> list[tuple[str, str]]:
    return [(one.name, one.state) for one in roll.desks if one.expected and one.state not in {"here", "gaps"}]


def test_seats_that_nobody_took_are_missing(staff: Room, left: Room):
    assert absent(called(staff)) == [("Desk 1", "empty"), ("Desk 2", "empty")]
    merge(staff.desk, [left.write()])
    assert absent(called(staff)) == [("Desk 2", "empty")]
    assert named(called(staff), "Desk 1").state == "here"


def test_a_desk_is_held_up_to_the_minute_of_its_last_change(staff: Room, left: Room):
    merge(staff.desk, [left.write()])
    left.add("lesson", text="later")
    with left.desk.reading() as reader:
        last = max(one.at for one in reader.changes())
    assert named(called(staff), "Desk 1").latest < last
    with staff.desk.reading() as reader:
        seen = preview([left.bundle()], reader, staff.desk.file.profile).roll_call
    assert named(seen, "Desk 1").latest == last
    assert named(seen, "Desk 1").arriving > 0
    merge(staff.desk, [left.write()])
    assert named(called(staff), "Desk 1").latest == last
    assert named(called(staff), "Desk 1").arriving == 0


def test_a_desk_on_the_roster_of_which_nothing_came_is_silent(staff: Room, left: Room, other: Room):
    profile = other.desk.file.profile
    staff.do("enter-in-roster", device=profile.device, key=profile.key_text, name="Desk 9")
    assert named(called(staff), "Desk 9").state == "silent"
    merge(left.desk, [staff.write()])
    assert ("Desk 9", "silent") in absent(called(left))


def test_what_a_seal_or_a_context_speaks_of_and_is_not_held_is_a_gap(staff: Room, left: Room):
    left.add("lesson", text="first")
    with left.desk.reading() as reader:
        session = str(reader.value("SELECT id FROM session"))
    left.note(session, "secret", sensitivity="confidential")
    left.add("lesson", text="last")
    merge(staff.desk, [left.write()])
    desk = named(called(staff), "Desk 1")
    with left.desk.reading() as reader:
        whole = reader.value(
            "SELECT count(*) FROM change c JOIN device d ON d.n = c.id >> 40 WHERE d.dev = ?", left.desk.file.device
        )
    assert desk.state == "gaps"
    assert desk.changes + desk.missing == whole
    assert [one for one in called(staff).desks if one.missing] == [desk]


def test_who_wrote_without_a_seat_is_called_last_and_was_not_expected(staff: Room, other: Room):
    other.add("lesson", text="x")
    merge(staff.desk, [other.write()])
    [stranger] = [one for one in called(staff).desks if not one.expected]
    assert (stranger.device, stranger.level) == (other.desk.file.profile.device, "first_use")


NUMBERS = st.sets(st.integers(1, 40))


@given(NUMBERS, st.integers(0, 45))
def test_spans_tell_the_same_as_the_numbers_themselves(numbers: set[int], highest: int):
    spans = joined((one, one) for one in numbers)
    assert {one for first, last in spans for one in range(first, last + 1)} == numbers
    assert {one for first, last in missing(spans, highest) for one in range(first, last + 1)} == set(
        range(1, highest + 1)
    ) - numbers


@given(st.lists(st.integers(1, 40)))
def test_numbers_hold_what_was_put_in_whatever_the_order(numbers: list[int]):
    held = Numbers()
    for one in numbers:
        held.add("a", one)
    assert [one for one in range(45) if held.holds("a", one)] == sorted(set(numbers))
    assert held.count() == len(set(numbers))
    assert not held.holds("b", 1)
