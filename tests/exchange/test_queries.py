"""What a person can see of the exchange: one conflict, what hangs on something that is gone, whether anybody was met."""

from hrdesk.exchange.queries import LooseEnd, conflict_about, conflicts, has_met_others, loose_ends, title_of
from hrdesk.exchange.settling import can_be_settled
from hrdesk.records import Person
from hrdesk.store.change import Change
from tests.exchange.rooms import Room


def test_one_conflict_is_given_as_the_list_gives_it(room: Room, other: Room):
    session = room.start(sensitivity="public")
    note, gone = room.note(session, "base"), room.note(session, "other base")
    other.take(room)
    room.do("edit", id=note, text="mine")
    other.do("edit", id=note, text="theirs")
    room.do("delete", id=gone)
    other.do("edit", id=gone, text="still needed")
    room.take(other)
    with room.desk.reading() as reader:
        found = conflicts(reader)
        assert sorted(one.field for one in found) == ["_del", "wording"]
        assert [conflict_about(reader, one.record, one.field) for one in found] == found
        assert conflict_about(reader, note, "_del") is None
        assert conflict_about(reader, gone, "wording") is None
        assert conflict_about(reader, "nobody", "wording") is None


def test_what_was_edited_of_a_deleted_record_is_told_with_its_author(room: Room, other: Room):
    other.do("new-consultation", title="Workshop")
    gone = room.note(room.start(sensitivity="public"), "base")
    other.take(room)
    room.do("delete", id=gone)
    other.do("edit", id=gone, text="still needed")
    room.take(other)
    with room.desk.reading() as reader:
        found = conflict_about(reader, gone, "_del")
    assert found is not None
    assert [(one.field, one.value["text"], one.device) for one in found.edits] == [
        ("wording", "still needed", other.desk.file.device)
    ]


def test_what_a_newer_version_contests_is_left_to_it(room: Room, other: Room):
    room.start(sensitivity="public")
    lines = [
        Change(
            at="2026-11-20T10:00:00.000Z",
            dev=f"{letter * 16}.1",
            field="melody",
            kind=kind,
            lam=5,
            n="AAAAAAAAAAA",
            record="01jd3",
            seen={},
            seq=number,
            sv=9,
            val=letter,
        )
        for letter in "ab"
        for number, kind in enumerate(("song", "note"), 1)
    ]
    bundle = other.bundle()
    room.desk.take_in(lines, bundle.source)
    with room.desk.reading() as reader:
        assert [one for one in conflicts(reader) if can_be_settled(one)] == []


def test_what_belongs_to_something_deleted_and_what_refers_to_something_not_here_are_loose_ends(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "Said there.")
    with room.desk.reading() as reader:
        assert loose_ends(reader) == []
    room.do("delete", id=session)
    recommendation = room.recommend(note, text="Act.", language="en")
    room.do("edit", id=recommendation, session="elsewhere")
    with room.desk.reading() as reader:
        found = loose_ends(reader)
    assert LooseEnd("note", note, "Said there.", "session", session, True, True) in found
    assert LooseEnd("recommendation", recommendation, "Act.", "session", "elsewhere", False, False) in found
    assert {one.kind for one in found} == {"note", "recommendation"}


def test_a_desk_has_met_others_once_a_bundle_came_in(room: Room, other: Room):
    room.start(sensitivity="public")
    with room.desk.reading() as reader:
        assert not has_met_others(reader)
    room.take(other)
    with room.desk.reading() as reader:
        assert has_met_others(reader)


def test_a_protected_person_is_titled_by_pseudonym():
    assert title_of(Person("one", name="A name", protected=True, pseudonym="Witness 1")) == "Witness 1"
    assert title_of(Person("one", name="A name", protected=True)) == "one"
