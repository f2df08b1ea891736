"""Closing a negotiation: who decided how on which exact words."""

import hashlib
from collections.abc import Iterator

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.queries import conflict_about
from hrdesk.recommendations.queries import current_recommendations
from hrdesk.records import Decision, Recommendation, Validation
from hrdesk.records.protection import adopted_way, is_adopted
from tests.recommendations.bench import TEXT, begin, do, refused, seen, texts
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def held(desk: MemoryDesk, made: str) -> Recommendation:
    found = desk.reader.get(Recommendation, made)
    assert found is not None
    return found


def test_adopting_keeps_the_words_the_way_and_their_hash(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "adopt", recommendation=made, validated_by="the plenary")
    [line] = seen(desk, made).validations
    assert line.is_current
    assert (line.validation.way, line.validation.validated_by) == ("consensus", "the plenary")
    assert line.validation.text_hash == hashlib.sha256(TEXT.encode()).hexdigest()
    assert adopted_way(held(desk, made)) == "consensus"


def test_what_is_adopted_ad_referendum_is_as_fixed_and_is_confirmed(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "adopt", recommendation=made, way="ad_referendum")
    assert (held(desk, made).status, adopted_way(held(desk, made))) == ("adopted_ad_referendum", "ad_referendum")
    for fields in ({"text": "x"}, {"status": "adopted"}, {"adopted_way": None}, {"adopted_text": "x"}):
        refused(desk, "edit", id=made, **fields)
    refused(desk, "reword", recommendation=made, text="x")
    refused(desk, "delete", id=made)
    refused(desk, "adopt", recommendation=made)
    do(desk, "confirm-ad-referendum", recommendation=made, validated_by="all capitals")
    assert (held(desk, made).status, adopted_way(held(desk, made))) == ("adopted", "consensus")
    assert held(desk, made).adopted_text == TEXT
    assert [line.validation.way for line in seen(desk, made).validations] == ["ad_referendum", "consensus"]
    assert [(one.before, one.after) for one in desk.reader.every(Decision)][-1] == ("adopted_ad_referendum", "adopted")
    refused(desk, "confirm-ad-referendum", recommendation=made)


def test_ad_referendum_is_not_given_by_hand(desk: MemoryDesk):
    made = begin(desk)
    refused(desk, "edit", id=made, status="adopted_ad_referendum")
    refused(desk, "add", kind="recommendation", text="x", status="adopted_ad_referendum")
    refused(desk, "make-recommendation", notes=[], text="x", status="adopted_ad_referendum")
    refused(desk, "adopt", recommendation=made, way="acclamation")


def test_nothing_is_adopted_while_alternatives_or_brackets_remain(desk: MemoryDesk):
    made, other = begin(desk), begin(desk, "States [should] act.")
    do(desk, "propose-alternative", recommendation=made, text="x")
    assert "Alternatives" in refused(desk, "adopt", recommendation=made)
    assert "square brackets" in refused(desk, "adopt-several", recommendations=[other, made])
    do(desk, "note-recommendation", recommendation=other)


def test_what_was_noted_or_not_adopted_is_decided_on_and_may_be_negotiated_again(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "note-recommendation", recommendation=made, validated_by="the plenary")
    assert "decided already" in refused(desk, "note-recommendation", recommendation=made)
    do(desk, "not-adopt", recommendation=made)
    assert [line.validation.way for line in seen(desk, made).validations] == ["noted", "not_adopted"]
    assert [(one.decision_kind, one.after) for one in desk.reader.every(Decision)] == [
        ("decided", "noted"),
        ("decided", "not_adopted"),
    ]
    do(desk, "edit", id=made, text="States must act.")
    assert texts(desk, made) == [TEXT, "States must act."]
    assert [line.is_current for line in seen(desk, made).validations] == [False, False]
    assert held(desk, made).status == "under_negotiation"  # nobody decided on these words
    do(desk, "adopt", recommendation=made)
    refused(desk, "note-recommendation", recommendation=made)
    refused(desk, "not-adopt", recommendation=made)


@pytest.mark.parametrize(
    ("command", "status"), [("note-recommendation-several", "noted"), ("not-adopt-several", "not_adopted")]
)
def test_several_are_decided_on_in_one_step_and_those_that_were_stay(desk: MemoryDesk, command: str, status: str):
    first, second, fixed = begin(desk, "a"), begin(desk, "b"), begin(desk, "c")
    do(desk, "adopt", recommendation=fixed)
    do(desk, command, recommendations=[first])
    assert "adopted" in refused(desk, command, recommendations=[second, fixed])
    assert do(desk, command, recommendations=[first, second]) == {"ids": [second]}
    assert {held(desk, one).status for one in (first, second)} == {status}
    refused(desk, command, recommendations=[first, second])
    desk.undo()
    assert held(desk, second).status == "under_negotiation"


def test_opening_again_keeps_the_adopted_words(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        other.take(desk.changes())
        do(other, "edit", id=made, text="States must act.")
        do(desk, "adopt", recommendation=made, way="ad_referendum")
        desk.take(other.changes())
        do(desk, "reopen", recommendation=made, reason="asked for")
        assert not is_adopted(held(desk, made))
        assert TEXT in texts(desk, made)
        [decision] = [one for one in desk.reader.every(Decision) if one.reason]
        assert (decision.before, decision.after) == ("adopted_ad_referendum", "under_negotiation")
    finally:
        other.close()


def test_a_status_from_elsewhere_does_not_make_consensus_of_ad_referendum(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        other.take(desk.changes())
        do(other, "note-recommendation", recommendation=made)
        do(desk, "adopt", recommendation=made, way="ad_referendum")
        desk.take(other.changes())
        other.take(desk.changes())
        for one in (desk, other):
            assert adopted_way(held(one, made)) == "ad_referendum"
    finally:
        other.close()


@pytest.mark.parametrize(("status", "command"), [("noted", "note-recommendation"), ("not_adopted", "not-adopt")])
def test_a_status_that_a_decision_gives_is_not_edited(desk: MemoryDesk, status: str, command: str):
    made = begin(desk)
    for given in ({"id": made}, {"kind": "recommendation", "text": TEXT}, {"notes": [], "text": TEXT}):
        by = "edit" if "id" in given else "add" if "kind" in given else "make-recommendation"
        with pytest.raises(Refused, match=command):
            do(desk, by, status=status, **given)
    assert desk.reader.every(Decision) == []
    do(desk, command, recommendation=made)
    do(desk, "edit", id=made, status=status, theme="Shelter")  # nothing is decided by saying it once more
    with pytest.raises(Refused, match="open-negotiation"):
        do(desk, "edit", id=made, status="proposed")
    do(desk, "open-negotiation", recommendation=made)
    told = [(one.before, one.after) for one in desk.reader.every(Decision)]
    assert told == [(told[0][0], status), (status, "under_negotiation")]
    desk.undo()
    assert [one.after for one in desk.reader.every(Decision)] == [status]
    assert held(desk, made).status == status


def test_validations_are_not_written_by_hand(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "adopt", recommendation=made)
    [validation] = desk.reader.every(Validation)
    refused(desk, "edit", id=validation.id, validated_by="me")
    refused(desk, "delete", id=validation.id)


def test_other_words_than_those_that_were_noted_are_negotiated_again(desk: MemoryDesk):
    for command in ("note-recommendation", "not-adopt"):
        made = begin(desk)
        do(desk, command, recommendation=made)
        do(desk, "reword", recommendation=made, text="States must act.")
        assert held(desk, made).status == "under_negotiation"
        desk.undo()
        assert held(desk, made).status in ("noted", "not_adopted")
        do(desk, "edit", id=made, text=TEXT, theme="water")  # the same words
        assert held(desk, made).status in ("noted", "not_adopted")


def test_what_was_joined_is_not_adopted_but_what_stands_in_its_place(desk: MemoryDesk):
    first, second = begin(desk), begin(desk, "States should report.")
    do(desk, "join-recommendations", items=[first, second], text="States should act and report.")
    assert "joined or split" in refused(desk, "adopt", recommendation=first)


def test_what_was_adopted_stands_whatever_another_desk_made_of_it_meanwhile(desk: MemoryDesk):
    first, second = begin(desk), begin(desk, "States should report.")
    other = MemoryDesk(1)
    try:
        other.take(desk.changes())
        do(desk, "adopt", recommendation=first)
        joined = do(other, "join-recommendations", items=[first, second], text="States should act and report.")["id"]
        desk.take(other.changes())
        assert {one.id for one in current_recommendations(desk.reader)} == {first, joined}
    finally:
        other.close()


def test_where_desks_adopted_different_words_one_counts_by_a_decision_and_the_others_stay(desk: MemoryDesk):
    made, other = begin(desk), MemoryDesk(1)
    try:
        other.take(desk.changes())
        for number, one in enumerate((desk, other)):
            do(one, "reword", recommendation=made, text=f"Text {number}.")
            do(one, "adopt", recommendation=made)
        desk.take(other.changes())
        shown = held(desk, made).adopted_text
        invented = {"adopted_text": "Invented.", "adopted_language": "en", "adopted_at": "2026", "adopted_way": None}
        assert "by the command" in refused(desk, "settle", record=made, field="adoption", value=invented)
        conflict = conflict_about(desk.reader, made, "adoption")
        assert conflict is not None
        version = next(one for one in conflict.versions if one.value["adopted_text"] != shown)
        decisions = len(desk.reader.every(Decision))
        do(desk, "settle", record=made, field="adoption", version=version.name)
        assert held(desk, made).adopted_text == version.value["adopted_text"]
        assert len(desk.reader.every(Decision)) == decisions + 1
        if conflict_about(desk.reader, made, "wording"):
            do(desk, "dismiss-proposals", recommendation=made)
        do(desk, "reopen", recommendation=made, reason="why")
        do(desk, "reword", recommendation=made, text="Text 2.")
        assert {"Text 0.", "Text 1.", "Text 2."} <= set(texts(desk, made))
    finally:
        other.close()


def test_a_status_is_not_settled_to_adopted_by_hand(desk: MemoryDesk):
    made, other = begin(desk), MemoryDesk(1)
    try:
        other.take(desk.changes())
        do(desk, "note-recommendation", recommendation=made)
        do(other, "not-adopt", recommendation=made)
        desk.take(other.changes())
        assert "by the command" in refused(desk, "settle", record=made, field="status", value="adopted")
        do(desk, "settle", record=made, field="status", value="noted")
    finally:
        other.close()
