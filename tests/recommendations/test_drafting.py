"""Several write on a draft: who holds the pen, which versions went out."""

from collections.abc import Iterator

import pytest

from hrdesk.recommendations.negotiation_queries import draft_hash, draft_versions, negotiation_list, pen_holders
from hrdesk.records import Consultation, DraftVersion, Session
from tests.recommendations.bench import begin, do, refused, seen
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def test_the_draft_holds_what_is_negotiated_in_its_order(desk: MemoryDesk):
    first, second, third = begin(desk, "a"), begin(desk, "b"), begin(desk, "c")
    do(desk, "adopt", recommendation=second)
    do(desk, "move", id=third, before=first)
    assert [(one.number, one.text) for one in negotiation_list(desk.reader)] == [(1, "c"), (2, "a")]


def test_what_is_joined_into_another_is_negotiated_there(desk: MemoryDesk):
    first, second = begin(desk, "States should act."), begin(desk, "States should act now.")
    made = do(desk, "join-recommendations", items=[first, second], text="States should act at once.")["id"]
    assert [one.recommendation.id for one in negotiation_list(desk.reader)] == [made]


def test_versions_of_the_draft_are_numbered_and_only_a_new_text_is_a_new_version(desk: MemoryDesk):
    made = begin(desk)
    assert do(desk, "keep-draft-version")["name"] == "Rev.1"
    kept = do(desk, "keep-draft-version")
    assert kept["name"] == "Rev.1"
    assert kept["text_hash"] == draft_hash(desk.reader)
    do(desk, "propose-alternative", recommendation=made, text="x")
    assert do(desk, "keep-draft-version")["name"] == "Rev.2"
    assert do(desk, "keep-draft-version", name=" as  sent ")["name"] == "as sent"
    do(desk, "reword", recommendation=made, text="y")
    assert do(desk, "keep-draft-version")["name"] == "Rev.3"
    assert [one.name for one in draft_versions(desk.reader)] == ["Rev.1", "Rev.2", "as sent", "Rev.3"]
    refused(desk, "delete", id=desk.reader.every(DraftVersion)[0].id)


def test_what_is_confidential_bears_on_no_draft(desk: MemoryDesk):
    made = begin(desk, "open")
    before = draft_hash(desk.reader)
    secret = begin(desk, "secret")
    assert draft_hash(desk.reader) != before
    do(desk, "edit", id=secret, sensitivity="confidential")
    assert draft_hash(desk.reader) == before
    assert seen(desk, secret).sensitivity == "confidential"
    assert seen(desk, made).number == 1


def test_the_pen_is_taken_softly(desk: MemoryDesk):
    other = MemoryDesk(1)
    try:
        made = begin(desk)
        [session] = [one.id for one in desk.reader.every(Session)]
        [about] = [one.id for one in desk.reader.every(Consultation)]
        assert "take a seat" in refused(desk, "take-pen", item=session)
        do(desk, "take-seat", name="Rapporteur 1", role="rapporteur")
        refused(desk, "take-pen", item=made)
        refused(desk, "take-pen", item="?")
        refused(desk, "lay-down-pen", item=session)
        do(desk, "take-pen", item=session)
        do(desk, "take-pen", item=about)
        other.take(desk.changes())
        do(other, "take-seat", name="Rapporteur 2", role="rapporteur")
        assert pen_holders(other.reader)[session].name == "Rapporteur 1"
        refused(other, "lay-down-pen", item=session)
        do(other, "take-pen", item=session)
        desk.take(other.changes())
        assert pen_holders(desk.reader)[session].name == "Rapporteur 2"
        pen = seen(desk, made).pen
        assert pen is not None
        assert pen.item == about
        do(other, "lay-down-pen", item=session)
        assert set(pen_holders(other.reader)) == {about}
        do(desk, "take-pen", item=session)
    finally:
        other.close()


def test_an_alternative_that_no_draft_may_hold_bears_on_no_hash(desk: MemoryDesk):
    made = begin(desk, "open")
    before = draft_hash(desk.reader)
    told = do(desk, "propose-alternative", recommendation=made, text="closed")["id"]
    assert draft_hash(desk.reader) != before
    do(desk, "edit", id=told, sensitivity="confidential")
    assert draft_hash(desk.reader) == before
