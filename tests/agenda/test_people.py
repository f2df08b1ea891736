"""What follows by itself when something is said of a person."""

from collections.abc import Iterator

import pytest

from hrdesk.records import Person
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    held.run(COMMANDS["new-consultation"], title="W", language="en")
    yield held
    held.close()


def person(desk: MemoryDesk, record: str) -> Person:
    held = desk.reader.get(Person, record)
    assert held is not None
    return held


def test_a_protected_person_has_a_pseudonym_from_the_start(desk: MemoryDesk):
    made = desk.run(COMMANDS["add"], kind="person", name="N. N.", protected=True)["id"]
    assert person(desk, made).pseudonym == f"Participant {made[-4:].upper()}"


def test_whoever_becomes_protected_gets_one_and_keeps_one_that_was_given(desk: MemoryDesk):
    made = desk.run(COMMANDS["add"], kind="person", name="N. N.")["id"]
    assert person(desk, made).pseudonym is None
    desk.run(COMMANDS["edit"], id=made, protected=True)
    assert person(desk, made).pseudonym
    desk.run(COMMANDS["edit"], id=made, pseudonym="Speaker 7")
    assert person(desk, made).pseudonym == "Speaker 7"
    desk.run(COMMANDS["edit"], id=made, pseudonym=None)
    assert person(desk, made).pseudonym


def test_consent_has_the_day_on_which_it_was_given_or_taken_back(desk: MemoryDesk):
    made = desk.run(COMMANDS["add"], kind="person", name="N. N.")["id"]
    assert person(desk, made).consent_at is None
    desk.run(COMMANDS["edit"], id=made, consent="report")
    assert person(desk, made).consent_at == "2026-11-20"
    desk.run(COMMANDS["edit"], id=made, consent="withdrawn", consent_at="2026-12-01")
    assert person(desk, made).consent_at == "2026-12-01"
    desk.run(COMMANDS["edit"], id=made, name="Other")
    assert person(desk, made).consent_at == "2026-12-01"
