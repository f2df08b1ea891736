"""Negotiating a text: versions, alternatives, brackets; nothing that ever stood is lost."""

from collections.abc import Iterator

import pytest

from hrdesk.records import Alternative, Recommendation, WordingVersion
from hrdesk.store.standings import read_classes
from tests.recommendations.bench import TEXT, begin, do, refused, seen, texts
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def test_rewording_keeps_what_stood(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "reword", recommendation=made, text="States must act.")
    do(desk, "reword", recommendation=made, text="States must act now.")
    assert texts(desk, made) == [TEXT, "States must act.", "States must act now."]
    assert [one.why for one in seen(desk, made).versions] == ["reworded", "reworded", ""]
    assert "reads so already" in refused(desk, "reword", recommendation=made, text="States must act now. ")
    assert "no text" in refused(desk, "reword", recommendation=made, text=" ")
    assert "six languages" in refused(desk, "reword", recommendation=made, text="x", language="de")


def test_an_edit_by_hand_keeps_what_stood_in_negotiation_and_only_that(desk: MemoryDesk):
    do(desk, "new-consultation", title="W", language="en")
    made = do(desk, "make-recommendation", notes=[], text="draft", language="en")["id"]
    do(desk, "edit", id=made, text=TEXT)
    assert desk.reader.every(WordingVersion) == []
    do(desk, "open-negotiation", recommendation=made)
    do(desk, "edit", id=made, text="States must act.")
    do(desk, "edit", id=made, text="States must act.", theme="x")
    do(desk, "edit", id=made, status="proposed")
    do(desk, "edit", id=made, text="States may act.")
    assert texts(desk, made) == [TEXT, "States must act.", "States may act."]


def test_undoing_a_rewording_takes_its_version_away(desk: MemoryDesk):
    made = begin(desk)
    before = desk.visible()
    do(desk, "reword", recommendation=made, text="States must act.")
    desk.undo()
    assert desk.visible() == before
    desk.redo()
    assert texts(desk, made) == [TEXT, "States must act."]


def test_what_a_confidential_text_said_stays_confidential(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "edit", id=made, sensitivity="confidential")
    do(desk, "reword", recommendation=made, text="Somebody should act.")
    do(desk, "edit", id=made, sensitivity="public", reason="no name stands there any more")
    told = seen(desk, made)
    assert [one.sensitivity for one in told.versions] == ["confidential", "public"]
    assert read_classes(desk.reader).of(told.versions[0].id) == "confidential"


def test_versions_are_not_written_by_hand(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "reword", recommendation=made, text="x")
    [version] = desk.reader.every(WordingVersion)
    refused(desk, "add", kind="wording_version", recommendation=made, text="never said")
    refused(desk, "edit", id=version.id, text="never said")
    refused(desk, "delete", id=version.id)


def test_negotiation_is_opened_once_and_for_several_in_one_step(desk: MemoryDesk):
    first = begin(desk)
    assert "already" in refused(desk, "open-negotiation", recommendation=first)
    second = do(desk, "make-recommendation", notes=[], text="y")["id"]
    assert do(desk, "open-negotiation-several", recommendations=[first, second]) == {"ids": [second]}
    refused(desk, "open-negotiation-several", recommendations=[first, second])
    desk.undo()
    assert seen(desk, second).recommendation.status == "proposed"
    do(desk, "adopt", recommendation=first)
    refused(desk, "open-negotiation", recommendation=first)


def test_alternatives_are_bis_and_ter_and_one_is_chosen(desk: MemoryDesk):
    made = begin(desk)
    kenya = do(desk, "add", kind="delegation", name="Kenya")["id"]
    bis = do(desk, "propose-alternative", recommendation=made, text="States must act.", delegation=kenya)["id"]
    do(desk, "propose-alternative", recommendation=made, text="States may act.", proposed_by="the drafting group")
    told = seen(desk, made)
    assert [(one.label, one.proposer, one.label_in("ar"), one.label_in("zh")) for one in told.alternatives] == [
        ("bis", "Kenya", "مكررا", "之二"),
        ("ter", "the drafting group", "مكررا ثانيا", "之三"),
    ]
    assert not told.is_agreed
    assert "stands there already" in refused(desk, "propose-alternative", recommendation=made, text=TEXT)
    refused(desk, "propose-alternative", recommendation=made, text="x", delegation="nobody")
    do(desk, "choose-alternative", recommendation=made, alternative=bis)
    told = seen(desk, made)
    assert told.alternatives == ()
    assert [(one.text, one.why, one.by) for one in told.versions] == [
        (TEXT, "alternative", "Kenya"),
        ("States must act.", "", ""),
    ]
    assert [one.outcome for one in desk.reader.every(Alternative)] == ["applied", "rejected"]


def test_the_text_itself_is_chosen_and_the_brackets_go(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "propose-alternative", recommendation=made, text="States may act.")
    before = desk.visible()
    do(desk, "choose-alternative", recommendation=made)
    assert seen(desk, made).is_agreed
    assert texts(desk, made) == [TEXT]
    desk.undo()
    assert desk.visible() == before
    assert "no such alternative" in refused(desk, "choose-alternative", recommendation=made, alternative="?")


def test_an_alternative_is_withdrawn_and_the_others_move_up(desk: MemoryDesk):
    made = begin(desk)
    bis = do(desk, "propose-alternative", recommendation=made, text="a")["id"]
    do(desk, "propose-alternative", recommendation=made, text="b")
    do(desk, "withdraw-alternative", alternative=bis)
    assert [(one.label, one.alternative.text) for one in seen(desk, made).alternatives] == [("bis", "b")]
    refused(desk, "withdraw-alternative", alternative=bis)
    refused(desk, "edit", id=bis, outcome="proposed")


def test_brackets_are_settled_one_by_one(desk: MemoryDesk):
    made = begin(desk, "States [shall] [should] act [, where possible].")
    assert "square brackets" in refused(desk, "adopt", recommendation=made)
    refused(desk, "settle-brackets", recommendation=made, choices=[""])
    refused(desk, "settle-brackets", recommendation=made, choices=["3"])
    refused(desk, "settle-brackets", recommendation=made, choices=["one"])
    do(desk, "settle-brackets", recommendation=made, choices=["2"])
    do(desk, "settle-brackets", recommendation=made, choices=["0"])
    assert texts(desk, made)[1:] == ["States should act [, where possible].", "States should act."]
    assert "no square brackets" in refused(desk, "settle-brackets", recommendation=made, choices=["1"])
    do(desk, "adopt", recommendation=made)


def test_what_a_stranger_names_is_refused_in_one_sentence(desk: MemoryDesk):
    begin(desk)
    for command in ("open-negotiation", "choose-alternative", "adopt", "not-adopt", "note-recommendation"):
        assert "no recommendation" in refused(desk, command, recommendation="?")


def test_two_desks_reword_and_both_texts_stay(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        other.take(desk.changes())
        do(desk, "reword", recommendation=made, text="here")
        do(other, "reword", recommendation=made, text="there")
        desk.take(other.changes())
        do(desk, "reword", recommendation=made, text="both")
        assert set(texts(desk, made)) == {TEXT, "here", "there", "both"}
        assert texts(desk, made)[0] == TEXT
        assert texts(desk, made).count(TEXT) == 1
        other.take(desk.changes())
        assert texts(other, made) == texts(desk, made)
    finally:
        other.close()


def test_settling_a_conflict_of_texts_keeps_the_one_that_was_not_taken(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        other.take(desk.changes())
        do(desk, "reword", recommendation=made, text="here")
        do(other, "reword", recommendation=made, text="there")
        desk.take(other.changes())
        do(desk, "settle", record=made, field="wording", value={"text": "here", "language": "en"})
        held = desk.reader.get(Recommendation, made)
        assert held is not None
        assert held.text == "here"
        assert "there" in texts(desk, made)
    finally:
        other.close()


def test_an_alternative_is_not_brought_back_beside_an_adopted_text(desk: MemoryDesk):
    made = begin(desk)
    other = do(desk, "propose-alternative", recommendation=made, text="States must act.")["id"]
    do(desk, "delete", id=other)
    do(desk, "adopt", recommendation=made)
    assert "reopen" in refused(desk, "restore", kind="alternative", id=other)
    do(desk, "reopen", recommendation=made, reason="why")
    do(desk, "restore", kind="alternative", id=other)


def test_what_was_decided_on_is_part_of_the_trail_and_stays(desk: MemoryDesk):
    made = begin(desk)
    other = do(desk, "propose-alternative", recommendation=made, text="States must act.")["id"]
    amendment = do(desk, "propose-amendment", recommendation=made, text="States could act.")["id"]
    do(desk, "choose-alternative", recommendation=made, alternative=other)
    do(desk, "reject-amendment", amendment=amendment)
    for one in (other, amendment):
        assert "trail" in refused(desk, "edit", id=one, text="Forged.")
        assert "trail" in refused(desk, "edit", id=one, proposed_by="Somebody else")
        assert "trail" in refused(desk, "delete", id=one)
    do(desk, "reopen-amendment", amendment=amendment)
    do(desk, "edit", id=amendment, text="States could report.")


def test_an_alternative_without_words_is_not_chosen(desk: MemoryDesk):
    made = begin(desk)
    other = do(desk, "propose-alternative", recommendation=made, text="States must act.")["id"]
    do(desk, "edit", id=other, text=None)
    assert "no text" in refused(desk, "choose-alternative", recommendation=made, alternative=other)


def test_parts_of_what_was_noted_are_proposed(desk: MemoryDesk):
    made = begin(desk)
    do(desk, "note-recommendation", recommendation=made)
    parts = do(desk, "split-recommendation", recommendation=made, parts=["States should act.", "They should report."])
    assert {seen(desk, one).recommendation.status for one in parts["ids"]} == {"proposed"}
