"""Who a protected person is: known where the key was given, sealed anew when somebody must not know it any more."""

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.merging import merge
from hrdesk.exchange.protecting import named_in
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.language.person_names import Names
from hrdesk.records import IdentityAccess, Person
from hrdesk.store.age import Opener
from tests.exchange.rooms import Room

SECRET = "Xyzzy"


def give(room: Room, other: Room) -> bytes:
    """Hand everything on, encrypted, as desks that trust each other do; give what stood inside."""
    path = room.desk.path.with_name(f"from-{room.desk.path.stem}.hrdesk.json.gz.age")
    wrapping = Wrapping((other.desk.file.profile.recipient,))
    send(room.desk, path, Scope(sensitivity="confidential"), wrapping=wrapping)
    merge(other.desk, [path])
    inside = read_bundle(path, opener=Opener(other.desk.file.profile))
    path.unlink()
    return repr(list(inside.changes())).encode()


def shown(room: Room, person: str) -> Person:
    with room.desk.reading() as reader:
        held = reader.get(Person, person)
    assert held is not None
    return held


@pytest.fixture
def person(room: Room, other: Room) -> str:
    """Give a protected person whom one desk knows, and whose pseudonym two desks know."""
    room.start(sensitivity="public")
    made = room.add("person", name=SECRET, affiliation="Union", protected=True, pseudonym="Speaker 7")
    assert SECRET.encode() not in give(room, other)
    other.do("take-seat", name="Staff", role="staff")
    give(other, room)
    return made


def seat(room: Room) -> str:
    with room.desk.reading() as reader:
        return str(reader.value("SELECT id FROM seat WHERE name = 'Staff'"))


def test_without_the_key_there_is_the_pseudonym_and_with_it_the_name(room: Room, other: Room, person: str):
    assert (shown(other, person).name, shown(other, person).pseudonym) == (None, "Speaker 7")
    room.do("name-for-identity", person=person, seat=seat(room))
    assert SECRET.encode() not in give(room, other)
    assert (shown(other, person).name, shown(other, person).affiliation) == (SECRET, "Union")
    other.do("edit", id=person, name=f"{SECRET} corrected")
    give(other, room)
    assert shown(room, person).name == f"{SECRET} corrected"


def test_whoever_is_not_named_anew_does_not_learn_a_later_name(room: Room, other: Room, person: str):
    room.do("name-for-identity", person=person, seat=seat(room))
    give(room, other)
    room.do("seal-identity-anew", person=person, keep=[])
    room.do("edit", id=person, name="Frobozz")
    give(room, other)
    assert shown(room, person).name == "Frobozz"
    assert shown(other, person).name is None
    with pytest.raises(Refused, match="no key"):
        other.do("edit", id=person, name="Somebody")
    with other.desk.reading() as reader:
        assert reader.every(IdentityAccess) == []
    room.do("seal-identity-anew", person=person, keep=[seat(room)])
    give(room, other)
    assert shown(other, person).name == "Frobozz"


def test_who_has_no_key_cannot_bare_or_overwrite_what_is_sealed(room: Room, other: Room, person: str):
    for told in ({"protected": False}, {"protected": None}, {"name": "Plugh"}, {"honorific": "Dr"}):
        with pytest.raises(Refused, match="no key"):
            other.do("edit", id=person, reason="asked for", **told)
    other.do("edit", id=person, name=None, mechanism=None, category="ngo")
    give(other, room)
    held = shown(room, person)
    assert (held.protected, held.name, held.affiliation, held.category) == (True, SECRET, "Union", "ngo")


def test_a_key_goes_only_to_an_address_that_the_desk_gave_itself(room: Room, other: Room, person: str):
    held = seat(room)
    third = Room.make(room.desk.path.parent, "third")
    try:
        room.do("edit", id=held, recipient=third.desk.file.profile.recipient)
    finally:
        third.desk.close()
    with pytest.raises(Refused, match="address"):
        room.do("name-for-identity", person=person, seat=held)


def test_two_sealed_names_are_settled_where_both_can_be_read(room: Room, other: Room, person: str):
    from hrdesk.exchange.queries import conflicts

    room.do("name-for-identity", person=person, seat=seat(room))
    give(room, other)
    room.do("edit", id=person, name="Frobozz")
    other.do("edit", id=person, name="Plugh")
    give(other, room)
    with room.desk.reading() as reader:
        [conflict] = [one for one in conflicts(reader) if one.record == person]
    assert {one.value["name"] for one in conflict.versions} == {"Frobozz", "Plugh"}
    chosen = next(one.name for one in conflict.versions if one.value["name"] == "Plugh")
    room.do("settle", record=person, field="name", version=chosen)
    assert "Plugh" not in give(room, other).decode()
    assert shown(other, person).name == "Plugh"


def test_the_key_of_a_person_who_is_withdrawn_goes_too(room: Room, other: Room, person: str):
    room.do("name-for-identity", person=person, seat=seat(room))
    give(room, other)
    room.do("withdraw", item=person, cause="must_vanish")
    give(room, other)
    for one in (room, other):
        with one.desk.reading() as reader:
            assert reader.rows("SELECT * FROM identity_key") == []
            assert reader.get(Person, person) is None


def test_a_key_that_is_put_into_another_persons_record_opens_nothing(room: Room, other: Room, person: str):
    second = room.add("person", name="Plugh", protected=True, pseudonym="Speaker 8")
    room.do("name-for-identity", person=person, seat=seat(room))
    with room.desk.reading() as reader:
        [access] = reader.every(IdentityAccess)
    from hrdesk.desk import Command
    from hrdesk.store.pen import Pen

    def bend(pen: Pen) -> None:
        pen.change(IdentityAccess, access.id, person=second)

    room.desk.run(Command("bend", "bend", bend))
    give(room, other)
    assert (shown(other, person).name, shown(other, second).name) == (None, None)


def test_only_who_has_the_key_can_hand_it_on(room: Room, other: Room, person: str):
    with pytest.raises(Refused, match="no key"):
        other.do("name-for-identity", person=person, seat=seat(other))
    with pytest.raises(Refused, match="no key"):
        other.do("seal-identity-anew", person=person, keep=[])


def test_protecting_tells_where_the_name_still_stands_and_takes_its_words_away(room: Room):
    session = room.start(sensitivity="public")
    made = room.add("person", name="Frobozz Plugh")
    note = room.note(session, "then Plugh spoke", speaker=made, speaker_label="F. Plugh")
    with pytest.raises(Refused, match="pseudonym"):
        room.do("protect-person", person=made)
    told = room.do("protect-person", person=made, pseudonym="Speaker 7")
    assert {(one["id"], one["field"]) for one in told["named_in"]} == {(note, "wording"), (note, "speaker")}
    assert told["lines_in_words"] == 1
    assert room.do("withdraw-words", person=made)["lines"] == 1
    with room.desk.reading() as reader:
        assert "Frobozz" not in repr([one for one in reader.changes() if one.record == made])
        assert not reader.rows("SELECT 1 FROM command_cell WHERE before LIKE '%Frobozz%'")
        assert shown(room, made).name == "Frobozz Plugh"
        assert {one.record for one in named_in(reader, made)} == {note}
        from hrdesk.exchange.withdrawing import late

        assert late(reader) == []


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Maria Frobozz", "what Frobozz said", True),
        ("Maria Frobozz", "what MARIA  FROBOZZ said", True),
        ("María Frobozz", "what maria said", True),
        ("Maria Frobozz", "the Marianas", False),
        ("Maria Frobozz", "unfrobozzed", True),
        ("Dr. Li", "Mr. Li spoke", True),
        ("Li", "a list", False),
        ("Ann Of The Sea", "the sea of islands", True),
        ("The Speaker", "the speaker said", False),
        ("Иван Фробозов", "сказал Фробозову", True),
        ("Иван Фробозов", "с Иваном", True),
        ("ليلى فروبوز", "قالت وليلى", True),
        ("فروبوز", "والفروبوز", True),
        ("王小明", "听到王小明的发言", True),
        ("王小明", "王 said", False),
        ("Frobozz", "F\u200brobozz", True),
        ("王小明", "小明说过", True),
        ("欧阳娜娜", "欧阳女士", True),
        ("김철수", "철수는", True),
        ("Анна Иванова", "сказала Ивановой", True),
        ("Пётр Достоевский", "от Достоевского", True),
        ("علي الفروبوز", "قال فروبوز", True),
        ("Kohl", "Kohls Aussage", True),
        ("O'Frobozz", "what O\u2019Frobozz said", True),
        ("O'Frobozz", "what OFrobozz said", True),
        ("Jean-Luc Frobozz", "JeanLuc said", True),
        ("Jean-Luc Frobozz", "Jean-\nLuc said", True),
        ("Maria Frobozz", "MariaFrobozz", True),
        ("Maria Frobozz", "what Fro-\nbozz said", True),
        ("Maria Frobozz", "what Fro\u2010bozz said", True),
        *(("Maria Frobozz", f"F{sign}robozz", True) for sign in "\x7f\u3164\u115f\ue000\ufffe\u00ad\u2060"),
        ("", "anything", False),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, found: bool):
    names = Names({"p": [name]} if name else {})
    assert names.stand_in(text) is found


def test_words_that_name_bodies_tell_nothing_alone():
    names = Names({"p": ["Frobozz of the Human Rights Network"]}, ["Human Rights Council"])
    assert not names.stand_in("human rights")
    assert Names({"p": ["Frobozz Plugh"]}, ["Frobozz of Plugh"]).stand_in("so Frobozz Plugh said")
    assert names.stand_in("frobozz")


def test_a_tag_called_after_somebody_does_not_make_the_name_a_common_word(room: Room):
    session = room.start(sensitivity="public")
    person = room.add("person", name="Frobozz Plugh", protected=True, pseudonym="Speaker 7")
    note = room.note(session, "as Frobozz said")
    room.do("tag", item=note, name="Frobozz case")
    with room.desk.reading() as reader:
        assert {one.kind for one in named_in(reader, person)} == {"note", "tag"}
    assert "Frobozz" not in give_in_words(room)


def test_a_translation_of_who_a_person_is_is_told_when_the_person_is_protected(room: Room):
    room.start(sensitivity="public")
    person = room.add("person", name="Frobozz", affiliation="Union")
    wording = room.do("translate", item=person, field="affiliation", language="fr", text="syndicat")["id"]
    told = room.do("protect-person", person=person, pseudonym="Speaker 7")
    assert [one["id"] for one in told["named_in"]] == [wording]
    room.do("withdraw", item=wording, cause="must_vanish")
    with room.desk.reading() as reader:
        assert named_in(reader, person) == []


def give_in_words(room: Room) -> str:
    """Write what anybody may read, and give all of it."""
    return room.write().read_text("utf-8")
