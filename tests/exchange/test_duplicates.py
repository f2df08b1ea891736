"""Possible duplicates: shown with reasons, never joined by themselves, joined by a person and undone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.duplicates import Suspicion, duplicates
from hrdesk.exchange.merging import merge
from hrdesk.records import Link, Note, Person, Record, Session, Tagging, Wording
from hrdesk.records.ids import joined_id
from hrdesk.store.verification import derived
from tests.exchange.rooms import Room


def found(room: Room) -> list[Suspicion]:
    with room.desk.reading() as reader:
        return duplicates(reader)


def held(room: Room, noun: type[Record], record: str) -> Any:
    with room.desk.reading() as reader:
        return reader.get(noun, record)


def person(room: Room, **fields: Any) -> str:
    return room.add("person", **fields)


@pytest.mark.parametrize(
    ("one", "other", "reasons"),
    [
        ({"name": "Aña Béla"}, {"name": "ana bela"}, ("same_name",)),
        ({"name": "Bela, Ana"}, {"name": "Ana Bela"}, ("same_words",)),
        (
            {"name": "Ana Bela", "affiliation": "Region Alpha"},
            {"name": "Ana Bela Cer", "affiliation": "region alpha"},
            ("longer_name", "same_affiliation"),
        ),
        (
            {"affiliation": "State B", "category": "state"},
            {"affiliation": "state b", "category": "state"},
            ("no_name", "same_affiliation"),
        ),
        ({"name": "Ana Bela"}, {"name": "Ana Bela Cer"}, None),
        ({"name": "Ana Bela"}, {"name": "Ana Cer"}, None),
        ({"affiliation": "State B", "category": "state"}, {"affiliation": "State B", "category": "ngo"}, None),
        ({"name": "Ana Bela", "affiliation": "X"}, {"affiliation": "X"}, None),
    ],
)
def test_why_two_people_are_suspected_to_be_one(
    room: Room, one: dict[str, str], other: dict[str, str], reasons: tuple[str, ...] | None
):
    person(room, **one)
    person(room, **other)
    assert [told.reasons for told in found(room)] == ([reasons] if reasons else [])


def test_a_name_alone_is_a_weak_reason_and_stands_last(room: Room):
    for name, body in (("Ana Bela", "X"), ("Ana Bela", "X"), ("Cer Dal", "Y"), ("Cer Dal", "Z")):
        person(room, name=name, affiliation=body)
    assert [one.is_weak for one in found(room)] == [False, True]


def test_a_pair_of_which_a_person_said_that_they_are_two_is_not_shown_again(room: Room):
    first, second, third = (room.add("person", name="Ana Bela") for _number in range(3))
    with room.desk.reading() as reader:
        assert len(duplicates(reader)) == 3
    room.do("keep-apart", first=second, second=first)
    with room.desk.reading() as reader:
        assert {frozenset((one.first, one.second)) for one in duplicates(reader)} == {
            frozenset((first, third)),
            frozenset((second, third)),
        }


def test_two_consultations_of_one_title_are_shown(room: Room, other: Room):
    room.do("new-consultation", title="Workshop on water", start="2026-09-08", city="Geneva")
    other.do("new-consultation", title="WORKSHOP on  water", start="2026-09-08", city="geneva")
    assert merge(room.desk, [other.write()]).contested == 0
    [told] = found(room)
    assert (told.kind, told.reasons) == ("consultation", ("same_title", "same_dates", "same_place"))


def test_a_protected_person_is_compared_by_nothing(room: Room):
    one = person(room, name="Ana Bela", affiliation="X")
    person(room, name="Ana Bela", affiliation="X")
    room.do("protect-person", person=one, pseudonym="Speaker 7")
    assert found(room) == []


def test_joining_carries_everything_over_and_is_undone(room: Room):
    session = room.start(sensitivity="public")
    stays = person(room, name="Ana Bela")
    goes = person(room, name="Ana Bela", affiliation="State B", consent="notes")
    note = room.note(session, "said", speaker=goes)
    tag = room.do("tag", item=goes, name="water")["tag"]
    room.do("translate", item=goes, field="affiliation", language="fr", text="État B")
    with room.desk.reading() as reader:
        before = {kind: rows for kind, rows in derived(reader).items() if kind != "change"}
    done = room.do("join-records", survivor=stays, other=goes)
    assert done["carried_over"] == 3
    assert held(room, Note, note).speaker == stays
    kept = held(room, Person, stays)
    assert (kept.affiliation, kept.consent) == ("State B", "notes"), "what is stricter counts"
    assert held(room, Person, goes) is None
    assert held(room, Tagging, joined_id("tagging", stays, tag)).item == stays
    assert held(room, Wording, joined_id("wording", stays, "affiliation", "fr")).text == "État B"
    assert held(room, Link, joined_id("link", stays, goes, "joined_into")).source == goes
    assert found(room) == []
    room.desk.undo()
    with room.desk.reading() as reader:
        after = derived(reader)
    assert held(room, Note, note).speaker == goes
    assert held(room, Person, goes).affiliation == "State B"
    assert held(room, Person, stays).affiliation is None
    assert len(found(room)) == 1
    assert after["person"] == before["person"]


def test_two_consultations_become_one_with_all_their_sessions(room: Room):
    first = room.do("new-consultation", title="Workshop")
    second = room.do("new-consultation", title="Workshop")
    room.do("join-records", survivor=first["id"], other=second["id"])
    for made in (first, second):
        assert held(room, Session, made["session"]).consultation == first["id"]


def test_two_people_who_join_alike_on_two_desks_agree(room: Room, other: Room):
    stays, goes = person(room, name="Ana Bela"), person(room, name="Ana Bela")
    room.note(room.start(sensitivity="public"), "said", speaker=goes)
    merge(other.desk, [room.write()])
    for one in (room, other):
        one.do("join-records", survivor=stays, other=goes)
    assert merge(other.desk, [room.write()]).contested == 0
    assert held(other, Person, goes) is None


@pytest.mark.parametrize("other", ["note", "the same", "none"])
def test_only_two_of_one_kind_are_joined(room: Room, other: str):
    one = person(room, name="Ana")
    note = room.note(room.start(), "x")
    with pytest.raises(Refused):
        room.do("join-records", survivor=one, other={"note": note, "the same": one, "none": "none"}[other])


def test_a_protected_person_is_not_joined_with_one_who_is_not(room: Room):
    one, other = person(room, name="Ana Bela"), person(room, name="Ana Bela")
    room.do("protect-person", person=one, pseudonym="Speaker 7")
    for stays, goes in ((one, other), (other, one)):
        with pytest.raises(Refused):
            room.do("join-records", survivor=stays, other=goes)


@given(st.lists(st.sampled_from(["Ana Bela", "Bela Ana", "Cer", "", "Ana Bela Cer"]), max_size=6))
def test_a_pair_is_shown_once_and_never_with_itself(names: list[str]):
    from hrdesk.exchange.duplicates import _people

    people = [Person(id=f"{place}", name=name or None) for place, name in enumerate(names)]
    pairs = [frozenset((first.id, second.id)) for first, second, _ in _people(people)]
    assert len(pairs) == len(set(pairs))
    assert all(len(pair) == 2 for pair in pairs)
