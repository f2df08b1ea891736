"""Who has the floor, as the rooms of notes are told it."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.floor.speaking import Spoken, turns
from hrdesk.notes.queries import who_speaks
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, speak, stop
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def session(desk: MemoryDesk) -> str:
    return str(desk.run(COMMANDS["new-consultation"], title="Panel", language="en")["session"])


def add(desk: MemoryDesk, kind: str, **fields: Any) -> str:
    return str(desk.run(COMMANDS["add"], kind=kind, **fields)["id"])


def test_before_anybody_was_given_the_floor_nobody_speaks(desk: MemoryDesk, session: str):
    ask_for_floor(desk.run, session, speaker_label="Group of Friends")
    assert who_speaks(desk.reader, session) is None
    assert turns(desk.reader, session) == []


def test_a_delegation_speaks_by_its_name_and_a_person_by_id(desk: MemoryDesk, session: str):
    union = add(desk, "delegation", name="African Union")
    person = add(desk, "person", name="Anna", category="ngo")
    by_union = ask_for_floor(desk.run, session, delegation=union, number=2)
    by_person = ask_for_floor(desk.run, session, person=person)
    first = speak(desk.run, session, by_union, "2026-11-20T10:00:00.000Z")
    assert who_speaks(desk.reader, session) == Spoken(first, None, "African Union", 2, "floor")
    stop(desk.run, session, first, "2026-11-20T10:02:00.000Z")
    assert who_speaks(desk.reader, session) is None
    second = speak(desk.run, session, by_person, "2026-11-20T10:03:00.000Z")
    assert who_speaks(desk.reader, session) == Spoken(second, person, None, 1, "floor")


def test_of_a_protected_person_nothing_but_the_id_is_told(desk: MemoryDesk, session: str):
    union = add(desk, "delegation", name="African Union")
    person = add(desk, "person", name="Anna", category="ngo", delegation=union)
    request = ask_for_floor(desk.run, session, person=person, delegation=union, speaker_label="Anna")
    speak(desk.run, session, request, "2026-11-20T10:00:00.000Z")
    desk.run(COMMANDS["protect-person"], person=person, pseudonym="Speaker 4")
    told = who_speaks(desk.reader, session)
    assert told is not None
    assert (told.person, told.words) == (person, None)


def test_a_person_whom_this_desk_does_not_hold_may_be_protected_elsewhere(desk: MemoryDesk, session: str):
    person = add(desk, "person", name="Anna", category="ngo")
    speak(
        desk.run,
        session,
        ask_for_floor(desk.run, session, person=person, speaker_label="Anna"),
        "2026-11-20T10:00:00.000Z",
    )
    desk.run(COMMANDS["delete"], id=person)
    told = who_speaks(desk.reader, session)
    assert told is not None
    assert (told.person, told.words) == (None, None)


def test_of_two_that_both_go_on_after_a_merge_the_one_that_was_called_last_speaks(desk: MemoryDesk, session: str):
    early = ask_for_floor(desk.run, session, speaker_label="Early")
    late = ask_for_floor(desk.run, session, speaker_label="Late")
    speak(desk.run, session, early, "2026-11-20T10:00:00.000Z")
    speak(desk.run, session, late, "2026-11-20T10:05:00.000Z")
    assert [one.spoken.words for one in turns(desk.reader, session)] == ["Early", "Late"]
    told = who_speaks(desk.reader, session)
    assert told is not None
    assert told.words == "Late"


def test_a_turn_tells_from_when_to_when_by_whose_clock(desk: MemoryDesk, session: str):
    request = ask_for_floor(desk.run, session, speaker_label="Group of Friends")
    speak(desk.run, session, request, "2026-11-20T10:00:00.250Z", "2026-11-20T10:02:00.000Z")
    (turn,) = turns(desk.reader, session)
    assert turn.ends is not None
    assert turn.ends - turn.starts == 119_750
    assert turn.device == desk.device.partition(".")[0]
    assert turn.spoken.words == "Group of Friends"
