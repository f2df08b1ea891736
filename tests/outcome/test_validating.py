"""Validating a text as it stands: a recommendation, or the document as a whole."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.outcome.queries import document_validations
from hrdesk.recommendations.negotiation_queries import negotiation
from hrdesk.recommendations.rules.exact import exact_hash
from hrdesk.records import Decision
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    do(held, "new-consultation", title="Workshop", language="en", sensitivity="public")
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def test_a_recommendation_is_validated_as_it_stands_and_keeps_its_status(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="x", language="en")["id"]
    told = do(desk, "validate", item=made, validated_by="the region", way="noted")
    assert told["text_hash"] == exact_hash("x")
    held = negotiation(desk.reader, made)
    assert held is not None
    assert (held.recommendation.status, [one.is_current for one in held.validations]) == ("proposed", [True])
    assert [one.decision_kind for one in desk.reader.every(Decision)] == ["validated"]


def test_what_is_confidential_bears_on_no_hash_of_the_document(desk: MemoryDesk):
    do(desk, "make-recommendation", notes=[], text="open", language="en", sensitivity="public")
    secret = do(desk, "make-recommendation", notes=[], text="x", language="en", sensitivity="confidential")["id"]
    head = do(desk, "compose-outcome")["id"]
    do(desk, "validate", item=head)
    do(desk, "edit", id=secret, text="y")
    [found] = document_validations(desk.reader)
    assert found.is_current
    do(desk, "add-paragraph", text="new")
    [found] = document_validations(desk.reader)
    assert not found.is_current


def test_what_has_no_text_is_not_validated(desk: MemoryDesk):
    session = desk.reader.value("SELECT id FROM session")
    for item in (session, "?"):
        with pytest.raises(Refused):
            do(desk, "validate", item=item)
    made = do(desk, "make-recommendation", notes=[], text="x", language="en")["id"]
    with pytest.raises(Refused):
        do(desk, "validate", item=made, way="by acclamation")


def test_a_document_with_brackets_is_not_validated_and_alternatives_count_in_its_words(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="States should act.", language="en")["id"]
    other = do(desk, "propose-alternative", recommendation=made, text="States must act.")["id"]
    head = do(desk, "compose-outcome")["id"]
    for way in ("consensus", "ad_referendum", "validated"):
        with pytest.raises(Refused, match="square brackets"):
            do(desk, "validate", item=head, way=way)
    do(desk, "validate", item=head, way="noted")
    assert [one.is_current for one in document_validations(desk.reader)] == [True]
    do(desk, "edit", id=other, text="States shall act.")
    assert [one.is_current for one in document_validations(desk.reader)] == [False]
    do(desk, "choose-alternative", recommendation=made)
    do(desk, "validate", item=head)


def test_that_a_recommendation_was_adopted_is_said_by_adopting_it(desk: MemoryDesk):
    made = do(desk, "make-recommendation", notes=[], text="x", language="en")["id"]
    with pytest.raises(Refused, match="adopt"):
        do(desk, "validate", item=made, way="consensus")
    do(desk, "adopt", recommendation=made)
    do(desk, "validate", item=made, way="consensus", validated_by="the plenary")
