"""Which desks know who a protected person is, as it is shown before anybody decides."""

from hrdesk.exchange.knowing import (
    HERE,
    KNOWN,
    NAMED,
    NAMELESS,
    NOT_HERE,
    NOT_NAMED,
    OPEN,
    SEALED,
    WROTE,
    keepers,
    knowers,
    standings,
)
from tests.exchange.rooms import Room
from tests.exchange.test_protecting import give, seat


def how_of_desks(room: Room, person: str) -> dict[str, str]:
    file = room.desk.file
    with room.desk.reading() as reader:
        return {one.name: one.how for one in knowers(reader, person, file.profile, file.device)}


def how_of_person(room: Room, person: str) -> str:
    with room.desk.reading() as reader:
        return next(one.how for one in standings(reader) if one.person.id == person)


def two_desks(room: Room, other: Room) -> str:
    """Give a protected person whom the one desk wrote, on two desks that know each other's seats."""
    room.start(sensitivity="public")
    made = room.add("person", name="Xyzzy", protected=True, pseudonym="Speaker 7")
    room.do("take-seat", name="Room A", role="rapporteur")
    give(room, other)
    other.do("take-seat", name="Staff", role="staff")
    give(other, room)
    return made


def test_a_desk_that_was_not_named_is_told_so_and_knows_who_wrote_it(room: Room, other: Room):
    person = two_desks(room, other)
    assert how_of_desks(room, person) == {"Room A": HERE, "Staff": NOT_NAMED}
    assert how_of_desks(other, person) == {"Staff": NOT_HERE, "Room A": WROTE}
    assert (how_of_person(room, person), how_of_person(other, person)) == (KNOWN, SEALED)


def test_whoever_wrote_or_was_named_goes_on_knowing_unless_taken_off(room: Room, other: Room):
    person = two_desks(room, other)
    room.do("name-for-identity", person=person, seat=seat(room))
    assert how_of_desks(room, person) == {"Room A": HERE, "Staff": NAMED}
    give(room, other)
    assert how_of_desks(other, person) == {"Staff": HERE, "Room A": WROTE}
    with other.desk.reading() as reader:
        found = knowers(reader, person, other.desk.file.profile, other.desk.file.device)
    writer = next(one.seat for one in found if one.name == "Room A")
    assert keepers(found, without="") == [writer]
    assert keepers(found, without=writer) == []


def test_a_seat_that_is_gone_is_shown_and_gets_no_new_key(room: Room, other: Room):
    person = two_desks(room, other)
    named = seat(room)
    room.do("name-for-identity", person=person, seat=named)
    room.do("delete", id=named)
    with room.desk.reading() as reader:
        found = knowers(reader, person, room.desk.file.profile, room.desk.file.device)
    assert [(one.seat, one.name, one.how) for one in found if one.how == NAMED] == [(named, "", NAMED)]
    assert keepers(found, without="") == []
    room.do("seal-identity-anew", person=person, keep=keepers(found, without=""))


def test_the_protected_stand_first_and_one_without_a_name_is_told_apart(room: Room):
    open_one = room.add("person", name="Frobozz")
    nameless = room.add("person", protected=True, pseudonym="Speaker 8")
    with room.desk.reading() as reader:
        assert [(one.person.id, one.how, one.desks) for one in standings(reader)] == [
            (nameless, NAMELESS, 0),
            (open_one, OPEN, 0),
        ]
