"""Settling: every version is listed, one is chosen or another value given, and it can be settled again."""

from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.queries import Conflict, conflicts
from hrdesk.records import Decision, Note
from tests.exchange.rooms import Room


@pytest.fixture
def note(room: Room, other: Room) -> str:
    """Give a note whose words and kind two desks gave different values."""
    made = room.note(room.start(sensitivity="public"), "base", language="en")
    other.take(room)
    room.do("edit", id=made, text="mine", note_kind="challenge")
    other.do("edit", id=made, text="leur texte", language="fr", note_kind="quotation")
    room.take(other)
    other.take(room)
    return made


def listed(room: Room) -> dict[str, Conflict]:
    with room.desk.reading() as reader:
        return {one.field: one for one in conflicts(reader)}


def held(room: Room, record: str) -> Note:
    with room.desk.reading() as reader:
        found = reader.get(Note, record)
    assert found is not None
    return found


def version(conflict: Conflict, value: Any) -> str:
    return next(one.name for one in conflict.versions if one.value == value)


def test_both_values_are_listed_on_both_desks(room: Room, other: Room, note: str):
    assert listed(room) == listed(other)
    wording = listed(room)["wording"]
    assert (wording.kind, wording.record, wording.fields) == ("note", note, ("text", "language"))
    values = [one.value for one in wording.versions]
    assert {"text": "mine", "language": "en"} in values
    assert {"text": "leur texte", "language": "fr"} in values
    assert [one.counts for one in wording.versions] == [True, False]


def test_a_version_is_chosen_by_its_name(room: Room, other: Room, note: str):
    room.do("settle", record=note, field="note_kind", version=version(listed(room)["note_kind"], "challenge"))
    room.do(
        "settle",
        record=note,
        field="wording",
        version=version(listed(room)["wording"], {"text": "mine", "language": "en"}),
    )
    assert listed(room) == {}
    other.take(room)
    assert listed(other) == {}
    assert (held(other, note).text, held(other, note).language, held(other, note).note_kind) == (
        "mine",
        "en",
        "challenge",
    )


def test_another_value_settles_too_and_a_reason_is_kept(room: Room, note: str):
    room.do("settle", record=note, field="wording", value={"text": "both"}, reason="read out and agreed")
    assert (held(room, note).text, held(room, note).language) == ("both", None)
    with room.desk.reading() as reader:
        assert [one.decision_kind for one in reader.every(Decision)] == ["conflict_settled"]


def test_two_people_who_settle_alike_agree(room: Room, other: Room, note: str):
    for one in (room, other):
        one.do("settle", record=note, field="note_kind", value="other")
    room.take(other)
    assert "note_kind" not in listed(room)


def test_two_people_who_settle_otherwise_make_a_conflict_that_is_settled_again(room: Room, other: Room, note: str):
    room.do("settle", record=note, field="note_kind", value="other")
    other.do("settle", record=note, field="note_kind", value="quotation")
    room.take(other)
    assert {one.value for one in listed(room)["note_kind"].versions} == {"other", "quotation"}
    room.do("settle", record=note, field="note_kind", value="challenge")
    assert "note_kind" not in listed(room)


@pytest.mark.parametrize(
    "wrong",
    [
        {"field": "interpreted", "value": True},
        {"field": "note_kind", "version": "nobody:1"},
        {"field": "note_kind", "value": "song"},
        {"field": "note_kind", "value": {"note_kind": "other"}, "record": "none"},
        {"field": "wording", "value": {"text": 5}},
        {"field": "no_field", "value": "x"},
    ],
)
def test_what_cannot_be_settled_is_refused_and_stays_open(room: Room, note: str, wrong: dict[str, Any]):
    before = listed(room)
    with pytest.raises(Refused):
        room.do("settle", **{"record": note, **wrong})
    assert listed(room) == before


def test_settling_on_a_milder_class_needs_a_reason(room: Room, other: Room):
    made = room.note(room.start(sensitivity="public"), "x", sensitivity="restricted")
    other.take(room)
    room.do("edit", id=made, sensitivity="confidential")
    other.do("edit", id=made, sensitivity="public", reason="asked and allowed")
    room.take(other)
    assert held(room, made).sensitivity == "confidential"
    with pytest.raises(Refused, match="reason"):
        room.do("settle", record=made, field="sensitivity", value="public")
    room.do("settle", record=made, field="sensitivity", value="public", reason="allowed")
    assert held(room, made).sensitivity == "public"
    assert listed(room) == {}
    with room.desk.reading() as reader:
        assert {one.reason for one in reader.every(Decision, item=made)} == {"asked and allowed", "allowed"}


@pytest.mark.parametrize(("value", "lives"), [(True, False), (False, True)])
def test_a_record_deleted_here_and_edited_there_is_settled_either_way(
    room: Room, other: Room, value: bool, lives: bool
):
    made = room.note(room.start(sensitivity="public"), "x")
    other.take(room)
    room.do("delete", id=made)
    other.do("edit", id=made, text="still needed")
    room.take(other)
    assert held(room, made).text == "still needed"
    assert [one.value for one in listed(room)["_del"].versions] == [True]
    room.do("settle", record=made, field="_del", value=value)
    assert listed(room) == {}
    with room.desk.reading() as reader:
        assert (reader.get(Note, made) is not None) is lives
