"""Recommendations: made from notes, tagged, addressed, adopted in their exact words, reopened with a reason."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.recommendations.queries import recommendations, sheet
from hrdesk.records import Decision, Link, Recommendation, Tag
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    do(held, "new-consultation", title="W", language="en", sensitivity="public")
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def note(desk: MemoryDesk, text: str = "x", **fields: Any) -> str:
    session = desk.reader.value("SELECT id FROM session")
    return str(do(desk, "keep-note", session=session, text=text, **fields)["id"])


def make(desk: MemoryDesk, *notes: str, **fields: Any) -> Recommendation:
    held = desk.reader.get(Recommendation, do(desk, "make-recommendation", notes=list(notes), **fields)["id"])
    assert held is not None
    return held


def test_a_recommendation_takes_words_language_and_class_of_its_notes(desk: MemoryDesk):
    first, second = note(desk, "un", language="fr"), note(desk, "two", sensitivity="confidential")
    held = make(desk, first, second)
    assert (held.text, held.language, held.sensitivity, held.status) == ("un\ntwo", "fr", "confidential", "proposed")
    assert {link.source for link in desk.reader.every(Link, item=held.id)} == {first, second}
    found = sheet(desk.reader, held.id)
    assert found is not None
    assert {one.id for one in found.notes} == {first, second}


def test_a_recommendation_of_its_own_needs_words(desk: MemoryDesk):
    held = make(desk, text=" Act. ", area="follow_up")
    assert (held.text, held.language, held.area, held.sensitivity) == ("Act.", "en", "follow_up", None)
    for wrong in ({}, {"text": "  "}, {"text": "x", "language": "de"}, {"notes": ["none"]}, {"text": "x", "mood": "y"}):
        with pytest.raises(Refused):
            do(desk, "make-recommendation", **{"notes": [], **wrong})
    assert len(recommendations(desk.reader)) == 1


@pytest.mark.parametrize("sensitivity", ["public", None, ""])
def test_a_recommendation_milder_than_its_notes_is_refused(desk: MemoryDesk, sensitivity: str | None):
    strict = note(desk, sensitivity="confidential")
    with pytest.raises(Refused, match="strict"):
        make(desk, strict, sensitivity=sensitivity)
    assert make(desk, note(desk, sensitivity="restricted"), sensitivity="confidential").sensitivity == "confidential"


def test_a_stricter_note_makes_the_recommendation_stricter_when_it_is_linked(desk: MemoryDesk):
    held = make(desk, note(desk, sensitivity="public"))
    strict = note(desk, sensitivity="confidential")
    do(desk, "link-note", recommendation=held.id, note=strict)
    assert make_again(desk, held).sensitivity == "confidential"
    do(desk, "unlink-note", recommendation=held.id, note=strict)
    assert make_again(desk, held).sensitivity == "confidential"
    with pytest.raises(Refused):
        do(desk, "unlink-note", recommendation=held.id, note=strict)
    do(desk, "link-note", recommendation=held.id, note=strict)
    assert len(desk.reader.every(Link, item=held.id)) == 2


def make_again(desk: MemoryDesk, held: Recommendation) -> Recommendation:
    found = desk.reader.get(Recommendation, held.id)
    assert found is not None
    return found


def test_a_tag_is_one_word_however_it_is_spelled_and_comes_off_and_on(desk: MemoryDesk):
    held = make(desk, text="x")
    first = do(desk, "tag", item=held.id, name="Right to  Water", scheme="theme")
    assert do(desk, "tag", item=held.id, name=" right to water", scheme="theme") == first
    assert [one.name for one in desk.reader.every(Tag)] == ["Right to Water"]
    do(desk, "untag", item=held.id, tag=first["tag"])
    found = sheet(desk.reader, held.id)
    assert found is not None
    assert found.tags == ()
    do(desk, "tag", item=held.id, name="right to water", scheme="theme")
    found = sheet(desk.reader, held.id)
    assert found is not None
    assert [one.name for one in found.tags] == ["Right to Water"]
    for wrong in ({"name": "  "}, {"item": "none"}, {"scheme": "colour"}):
        with pytest.raises(Refused):
            do(desk, "tag", **{"item": held.id, "name": "x", **wrong})


def test_adopting_keeps_the_exact_words_and_reopening_says_why(desk: MemoryDesk):
    held = make(desk, text="Exactly  this.", language="en")
    do(desk, "adopt", recommendation=held.id)
    adopted = make_again(desk, held)
    assert (adopted.status, adopted.adopted_text, adopted.adopted_language) == ("adopted", "Exactly  this.", "en")
    assert adopted.adopted_at is not None
    with pytest.raises(Refused, match="already"):
        do(desk, "adopt", recommendation=held.id)
    with pytest.raises(Refused, match="reason"):
        do(desk, "reopen", recommendation=held.id, reason=" ")
    do(desk, "reopen", recommendation=held.id, reason="an objection came in time")
    with pytest.raises(Refused):
        do(desk, "reopen", recommendation=held.id, reason="again")
    told = [(one.before, one.after, one.reason) for one in desk.reader.every(Decision, item=held.id)]
    assert told == [("proposed", "adopted", None), ("adopted", "under_negotiation", "an objection came in time")]


def test_several_are_tagged_and_adopted_in_one_step(desk: MemoryDesk):
    ids = [make(desk, text=text).id for text in "abc"]
    do(desk, "tag-several", items=ids, name="water")
    do(desk, "adopt", recommendation=ids[0])
    do(desk, "adopt-several", recommendations=ids)
    assert {one.status for one in recommendations(desk.reader)} == {"adopted"}
    desk.undo()
    assert [one.status for one in recommendations(desk.reader)] == ["adopted", "proposed", "proposed"]
    with pytest.raises(Refused):
        do(desk, "adopt-several", recommendations=[ids[0]])
    with pytest.raises(Refused):
        do(desk, "tag-several", items=[ids[0], "none"], name="air")
    assert [one.name for one in desk.reader.every(Tag)] == ["water"]


def test_one_desk_adopts_while_another_edits_and_the_adopted_words_stay(desk: MemoryDesk):
    other = MemoryDesk(1)
    held = make(desk, text="adopted words")
    other.take(desk.changes())
    do(desk, "adopt", recommendation=held.id)
    do(other, "edit", id=held.id, text="other words")
    desk.take(other.changes())
    assert make_again(desk, held).adopted_text == "adopted words"
    other.close()


def test_a_body_is_named_as_addressee(desk: MemoryDesk):
    held = make(desk, text="x")
    do(desk, "address", recommendation=held.id, name="States", implied=True)
    do(desk, "address", recommendation=held.id, name="OHCHR", part="partner")
    found = sheet(desk.reader, held.id)
    assert found is not None
    assert [(one.name, one.part, one.implied) for one in found.addressees] == [
        ("States", "addressee", True),
        ("OHCHR", "partner", False),
    ]
    with pytest.raises(Refused):
        do(desk, "address", recommendation="none", name="x")
    assert sheet(desk.reader, "none") is None
