"""What is withdrawn vanishes here, in every bundle from here and wherever its withdrawal arrives, and does not return."""

from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.reaching import reaches
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import send
from hrdesk.exchange.withdrawing import consent_taken_back, late, outlook
from hrdesk.records import Note, OutsideSource, Recommendation, Withdrawal
from tests.exchange.rooms import Room

SECRET = "XYZZYPLUGH"


def bytes_of(room: Room) -> bytes:
    """Give all bytes in the folder of a desk that are its own."""
    room.desk.close()
    told = b""
    for path in room.desk.path.parent.rglob("*"):
        if path.is_file() and path.name.startswith((room.desk.path.stem, f".{room.desk.path.stem}")):
            told += path.read_bytes()
    return told


def give(room: Room, other: Room, sensitivity: str = "restricted") -> None:
    path = room.desk.path.with_name(f"from-{room.desk.path.stem}.json")
    send(room.desk, path, Scope(sensitivity=sensitivity))
    bundle = read_bundle(path)
    other.desk.take_in(bundle.changes(), bundle.source)
    path.unlink()


@pytest.fixture
def note(room: Room, other: Room) -> str:
    """Give a note that two desks hold."""
    made = room.note(room.start(sensitivity="public"), SECRET, sensitivity="restricted")
    room.do("translate", item=made, language="fr", text=f"{SECRET} fr")
    give(room, other)
    return made


def test_a_testimony_vanishes_with_its_translations_on_every_desk_it_reached(room: Room, other: Room, note: str):
    room.desk.back_up("merge")
    told = room.do("withdraw", item=note, cause="consent_withdrawn")
    assert told["lines"] > 5
    assert len(told["records"]) == 2
    with room.desk.reading() as reader:
        assert reader.get(Note, note) is None
        assert not [one for one in reader.changes() if SECRET in str(one.val)]
    give(room, other, "public")
    with other.desk.reading() as reader:
        assert reader.get(Note, note) is None
        assert not [one for one in reader.changes() if SECRET in str(one.val)]
    for one in (room, other):
        assert SECRET.encode() not in bytes_of(one)


def test_the_withdrawn_lines_are_refused_when_they_come_back(room: Room, other: Room, note: str):
    room.do("withdraw", item=note)
    give(other, room)
    with room.desk.reading() as reader:
        assert reader.get(Note, note) is None
        assert late(reader) == []
        assert not [one for one in reader.changes() if SECRET in str(one.val)]


def test_lines_that_arrive_later_are_listed_and_withdrawn_with_one_word(room: Room, other: Room, note: str):
    other.do("edit", id=note, text=f"{SECRET} later")
    room.do("withdraw", item=note)
    give(other, room)
    with room.desk.reading() as reader:
        assert [one.record for one in late(reader)] == [note]
    room.do("withdraw-late")
    with room.desk.reading() as reader:
        assert late(reader) == []
        assert not [one for one in reader.changes() if SECRET in str(one.val)]
        assert {one.cause for one in reader.every(Withdrawal, item=note)} == {"consent_withdrawn"}
    give(room, other)
    assert SECRET.encode() not in bytes_of(other)


def test_what_was_made_from_it_is_listed_and_stays(room: Room, note: str):
    made = room.recommend(note, text="act")
    with room.desk.reading() as reader:
        seen = outlook(reader, note)
    assert [one.record for one in seen.made_from_it] == [made]
    assert [one.kind for one in seen.with_it] == ["wording"]
    assert room.do("withdraw", item=note)["made_from_it"] == [made]
    with room.desk.reading() as reader:
        assert reader.get(Recommendation, made) is not None


def test_the_title_of_material_from_outside_is_reached_from_what_was_said_in_it(room: Room, other: Room):
    session = room.start(sensitivity="public")
    speaker = room.do("add", kind="person", affiliation="A network")["id"]
    rows = [{"text": "said", "place": "¶ 1", "speaker": speaker, "sensitivity": "restricted"}]
    told = {"source_kind": "statement", "file_hash": "ab" * 32, "title": f"Statement by {SECRET}"}
    room.do("take-material", session=session, rows=rows, **told)
    give(room, other)
    with room.desk.reading() as reader:
        [note], [source] = reader.every(Note), reader.every(OutsideSource)
        assert source.id in {one.record for one in outlook(reader, speaker).made_from_it}
        assert [one.title for one in outlook(reader, note.id).made_from_it] == [f"Statement by {SECRET}"]
        assert [one.record for one in outlook(reader, source.id).made_from_it] == [note.id]
    assert room.do("withdraw", item=note.id)["made_from_it"] == [source.id]
    room.do("withdraw", item=source.id)
    give(room, other, "public")
    for one in (room, other):
        with one.desk.reading() as reader:
            assert reader.every(OutsideSource) == []
        assert SECRET.encode() not in bytes_of(one)


def test_only_the_item_goes_when_its_parts_are_to_stay(room: Room, note: str):
    told = room.do("withdraw", item=note, with_parts=False)
    assert told["records"] == [note]


def test_a_deleted_note_can_still_be_withdrawn(room: Room, note: str):
    room.do("delete", id=note)
    room.do("withdraw", item=note)
    with room.desk.reading() as reader:
        assert not [one for one in reader.changes() if SECRET in str(one.val)]


def test_a_withdrawal_is_not_undone_and_takes_what_could_be_undone_with_it(room: Room, note: str):
    room.do("withdraw", item=note)
    with pytest.raises(Refused):
        room.desk.undo()
    with room.desk.reading() as reader:
        held = reader.rows("SELECT before, after FROM command_cell")
    assert not [row for row in held if SECRET in str(row["before"]) + str(row["after"])]


@pytest.mark.parametrize("what", ["session", "consultation", "nothing", "withdrawal"])
def test_a_session_is_no_testimony(room: Room, note: str, what: str):
    told = room.do("withdraw", item=note)
    with room.desk.reading() as reader:
        ids = {kind: reader.value(f"SELECT id FROM {kind}") for kind in ("session", "consultation")}
    with pytest.raises(Refused):
        room.do("withdraw", item={**ids, "nothing": "none", "withdrawal": told["withdrawals"][0]}[what])


def test_a_withdrawal_is_part_of_the_trail(room: Room, note: str):
    [made] = room.do("withdraw", item=note, with_parts=False)["withdrawals"]
    for command, fields in (("edit", {"lines": ""}), ("delete", {})):
        with pytest.raises(Refused):
            room.do(command, id=made, **fields)
    with pytest.raises(Refused):
        room.add("withdrawal", item=note)


def test_words_in_place_of_hashes_go_nowhere(room: Room, other: Room):
    import msgspec

    room.start(sensitivity="public")
    other.start(sensitivity="public")
    model = next(iter(other.bundle().changes()))
    forged = msgspec.structs.replace(
        model, seq=900, kind="withdrawal", record="w", field="lines", val=f"{SECRET} was here"
    )
    room.desk.take_in([forged], other.bundle().source)
    assert SECRET not in room.write().read_text()


def test_whoever_took_consent_back_is_offered_with_the_notes(room: Room):
    person = room.add("person", name="Frobozz", consent="report")
    note = room.note(room.start(sensitivity="public"), SECRET, speaker=person)
    with room.desk.reading() as reader:
        assert consent_taken_back(reader) == []
    room.do("edit", id=person, consent="withdrawn")
    with room.desk.reading() as reader:
        [(held, notes)] = consent_taken_back(reader)
    assert (held.id, [one.id for one in notes]) == (person, [note])
    room.do("withdraw", item=note)
    with room.desk.reading() as reader:
        assert consent_taken_back(reader) == []


def test_staff_see_which_desks_are_reached_and_which_not_yet(room: Room, other: Room, tmp_path: Path):
    third = Room.make(tmp_path, "third")
    try:
        made = room.note(room.start(sensitivity="public"), SECRET, sensitivity="restricted")
        for number, one in enumerate((room, other, third)):
            if one is not room:
                give(room, one)
            one.do("take-seat", name=f"Desk {number}", role="rapporteur")
        for one in (other, third):
            give(one, room)
        room.do("withdraw", item=made)
        with room.desk.reading() as reader:
            [reach] = reaches(reader, room.desk.file.device)
        assert (reach.record, reach.why) == (made, "withdrawn")
        assert {one.name: one.is_told for one in reach.desks} == {"Desk 1": False, "Desk 2": False}
        give(room, other)
        give(other, room)
        with room.desk.reading() as reader:
            [reach] = reaches(reader, room.desk.file.device)
        assert {one.name: one.is_told for one in reach.desks} == {"Desk 1": True, "Desk 2": False}
        assert [one.name for one in reach.not_yet] == ["Desk 2"]
    finally:
        third.desk.close()


def test_what_became_confidential_after_it_left_is_on_the_same_list(room: Room, other: Room):
    made = room.note(room.start(sensitivity="public"), "x", sensitivity="restricted")
    person = room.add("person", name="Frobozz", consent="report")
    give(room, other)
    other.do("take-seat", name="Desk 2", role="rapporteur")
    give(other, room)
    room.do("edit", id=made, sensitivity="confidential")
    room.do("edit", id=person, consent="not_given")
    with room.desk.reading() as reader:
        told = {one.record: one for one in reaches(reader, room.desk.file.device)}
    assert (told[made].why, told[person].why) == ("stricter", "consent")
    assert [one.name for one in told[made].not_yet] == ["Desk 2"]
    give(room, other)
    give(other, room)
    with room.desk.reading() as reader:
        told = {one.record: one for one in reaches(reader, room.desk.file.device)}
    assert [one.name for one in told[person].not_yet] == []
    # Nothing confidential travels back in a bundle that anybody can read, but that it is confidential does.
    assert [one.name for one in told[made].not_yet] == []
