"""Records of which two desks changed different fields: noted at the merge, looked at, and forgotten."""

from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.meetings import changed_in_two_places
from hrdesk.exchange.queries import two_places
from hrdesk.store.change import Change
from hrdesk.store.two_places import dismiss, keep
from tests.exchange.rooms import Room


def met(room: Room, *others: Room) -> list[tuple[str, tuple[str, ...]]]:
    bundles = [changes_in(other) for other in others]
    with room.desk.reading() as reader:
        return [(record, fields) for _, record, fields in changed_in_two_places(reader, bundles)]


def changes_in(room: Room) -> list[Change]:
    return list(read_bundle(room.write()).changes())


def test_different_fields_of_one_record_are_noted_and_the_same_field_is_not(room: Room, other: Room):
    session = room.start(sensitivity="public")
    both, same, one = (room.note(session, f"note {number}", sensitivity="public") for number in range(3))
    other.take(room)
    room.do("edit", id=both, text="mine")
    other.do("edit", id=both, note_kind="challenge")
    room.do("edit", id=same, text="mine")
    other.do("edit", id=same, text="theirs")
    other.do("edit", id=one, note_kind="challenge")
    assert met(room, other) == [(both, ("note_kind", "wording"))]


def test_what_the_other_desk_had_seen_is_no_meeting(room: Room, other: Room):
    note = room.note(room.start(sensitivity="public"), "base", sensitivity="public")
    room.do("edit", id=note, text="mine")
    other.take(room)
    other.do("edit", id=note, note_kind="challenge")
    assert met(room, other) == []


def test_two_bundles_meet_each_other_too(room: Room, other: Room, tmp_path):
    third = Room.make(tmp_path, "third")
    note = room.note(room.start(sensitivity="public"), "base", sensitivity="public")
    for one in (other, third):
        one.take(room)
    other.do("edit", id=note, note_kind="challenge")
    third.do("edit", id=note, text="theirs")
    assert met(room, other, third) == [(note, ("note_kind", "wording"))]
    third.desk.close()


def test_it_is_kept_until_somebody_has_looked(room: Room):
    note = room.note(room.start(sensitivity="public"), "base", sensitivity="public")
    with room.desk.file.writing() as connection:
        keep(connection, [("note", note, ("note_kind",)), ("note", "gone", ("wording",))], "2026-11-20T10:00:00Z")
        keep(connection, [("note", note, ("sensitivity", "sort"))], "2026-11-20T11:00:00Z")
    with room.desk.reading() as reader:
        [found] = two_places(reader)
    assert (found.record, [one.field for one in found.places]) == (note, ["note_kind", "sensitivity"])
    with room.desk.file.writing() as connection:
        dismiss(connection, note)
    with room.desk.reading() as reader:
        assert two_places(reader) == []
