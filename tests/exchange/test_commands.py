"""Settling: every version is listed, one is chosen or another value given, and it can be settled again."""

from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.queries import Conflict, conflicts
from hrdesk.exchange.settling import bracketed, suggested
from hrdesk.records import Decision, Link, Note, Recommendation
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


def many(room: Room, other: Room, count: int = 4) -> list[str]:
    """Give notes of which two desks wrote words and class differently."""
    session = room.start(sensitivity="public")
    made = [room.note(session, f"base {number}", sensitivity="restricted") for number in range(count)]
    other.take(room)
    for note in made:
        room.do("edit", id=note, text=f"mine {note}", sensitivity="public", reason="allowed")
        other.do("edit", id=note, text=f"theirs {note}", sensitivity="confidential")
    for one, bundle in ((room, other.bundle(confidential=True)), (other, room.bundle(confidential=True))):
        one.desk.take_in(bundle.changes(), bundle.source)
    return made


def named(room: Room, field: str) -> list[str]:
    with room.desk.reading() as reader:
        return [f"{one.record} {one.field}" for one in conflicts(reader) if one.field == field]


def test_many_are_settled_alike_by_the_strictest_and_by_a_desk(room: Room, other: Room):
    made = many(room, other)
    room.do("settle-many", conflicts=named(room, "sensitivity"), take="strictest")
    room.do("settle-many", conflicts=named(room, "wording"), take="desk", desk=other.desk.file.device)
    assert listed(room) == {}
    assert [(held(room, one).sensitivity, held(room, one).text) for one in made] == [
        ("confidential", f"theirs {one}") for one in made
    ]


def test_two_people_who_settle_many_alike_agree(room: Room, other: Room):
    many(room, other)
    for one in (room, other):
        one.do("settle-many", conflicts=named(one, "wording"), take="later", reason="agreed over coffee")
        one.do("settle-many", conflicts=named(one, "sensitivity"), take="strictest")
    room.take(other, confidential=True)
    other.take(room, confidential=True)
    assert listed(room) == listed(other) == {}


def test_many_are_settled_all_or_none(room: Room, other: Room):
    many(room, other)
    before = named(room, "wording")
    for wrong in (
        {"conflicts": [*before, "nobody wording"], "take": "later"},
        {"conflicts": before, "take": "strictest"},
        {"conflicts": before, "take": "desk", "desk": "nobody"},
        {"conflicts": before, "take": "dice"},
    ):
        with pytest.raises(Refused):
            room.do("settle-many", **wrong)
    assert named(room, "wording") == before


def test_the_last_value_both_had_seen_is_the_base_and_a_suggestion_follows(room: Room, other: Room):
    note = room.note(room.start(sensitivity="public"), "A acts. B acts.", language="en", sensitivity="public")
    other.take(room)
    room.do("edit", id=note, text="A must act. B acts.")
    other.do("edit", id=note, text="A acts. B must act.")
    room.take(other)
    found = listed(room)["wording"]
    assert found.base is not None
    assert found.base.value == {"text": "A acts. B acts.", "language": "en"}
    assert suggested(found) == {"text": "A must act. B must act.", "language": "en"}
    assert bracketed(found)["text"] in (
        "[A must act. B acts.] [A acts. B must act.]",
        "[A acts. B must act.] [A must act. B acts.]",
    )


def test_words_in_two_languages_are_neither_united_nor_bracketed(room: Room, note: str):
    assert suggested(listed(room)["wording"]) is None
    assert bracketed(listed(room)["wording"]) is None
    assert bracketed(listed(room)["note_kind"]) is None


@pytest.fixture
def adopted(room: Room, other: Room) -> str:
    """Give a recommendation that was adopted here while the other desk wrote it otherwise."""
    note = room.note(room.start(sensitivity="public"), "base", language="en", sensitivity="public")
    made = room.recommend(note, text="States should act.", language="en")
    other.take(room)
    room.do("edit", id=made, text="States shall act.")
    room.do("adopt", recommendation=made)
    other.do("edit", id=made, text="States must act.")
    room.take(other)
    return made


def test_an_adopted_text_is_not_settled_away(room: Room, adopted: str):
    with pytest.raises(Refused, match="adopted"):
        room.do("settle", record=adopted, field="wording", value={"text": "States must act.", "language": "en"})
    room.do("settle", record=adopted, field="wording", value={"text": "States shall act.", "language": "en"})
    assert listed(room) == {}


def test_a_wording_after_adoption_becomes_a_proposal_that_keeps_class_and_trail(room: Room, adopted: str):
    [made] = room.do("take-up-proposals", recommendation=adopted)["ids"]
    with room.desk.reading() as reader:
        new, old = reader.get(Recommendation, made), reader.get(Recommendation, adopted)
        [link] = reader.every(Link, item=made)
    assert new is not None
    assert old is not None
    assert (new.text, new.status, new.sensitivity) == ("States must act.", "proposed", old.sensitivity)
    assert (link.source, old.text, old.adopted_text) == (adopted, "States shall act.", "States shall act.")
    with pytest.raises(Refused, match="waiting"):
        room.do("dismiss-proposals", recommendation=adopted)
