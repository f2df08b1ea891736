"""Notes and interventions of two laptops meet after a merge: suggested by time, with what the gavels measured."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from hrdesk.notes.queries import to_confirm
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, speak, strike
from tests.store.desks import MemoryDesk

WRONG = timedelta(minutes=7)


@pytest.fixture
def moderator() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def rapporteur() -> Iterator[MemoryDesk]:
    held = MemoryDesk(1, wrong_by=WRONG)
    yield held
    held.close()


@pytest.fixture
def session(moderator: MemoryDesk, rapporteur: MemoryDesk) -> str:
    made = moderator.run(COMMANDS["new-consultation"], title="Panel", language="en")["session"]
    rapporteur.take(moderator.changes())
    return str(made)


def hold_the_floor(moderator: MemoryDesk, session: str) -> list[str]:
    """Let two speak, from ten o'clock on, with ten seconds between them."""
    found = []
    for number, name in enumerate(("Group of Friends", "African Union")):
        request = ask_for_floor(moderator.run, session, speaker_label=name)
        at = f"2026-11-20T10:0{2 * number}"
        found.append(speak(moderator.run, session, request, f"{at}:10.000Z", f"{at[:-1]}{2 * number + 1}:59.000Z"))
    return found


def note(desk: MemoryDesk, session: str, at: str, **told: str) -> str:
    return str(desk.run(COMMANDS["keep-note"], session=session, text="said", at=at, **told)["id"])


def test_notes_of_a_laptop_whose_clock_is_wrong_find_their_speaker_by_the_gavels(
    moderator: MemoryDesk, rapporteur: MemoryDesk, session: str
):
    first, second = hold_the_floor(moderator, session)
    strike(moderator.run, session, "2026-11-20T09:59:00.000Z")
    strike(rapporteur.run, session, "2026-11-20T10:06:00.250Z")
    one = note(rapporteur, session, "2026-11-20T10:08:00Z")
    two = note(rapporteur, session, "2026-11-20T10:10:00Z")
    moderator.take(rapporteur.changes())
    rapporteur.take(moderator.changes())
    for desk in (moderator, rapporteur):
        found = to_confirm(desk.reader, session)
        assert [(told.note.id, told.suggestion.intervention) for told in found] == [(one, first), (two, second)]
        assert [told.suggestion.offset for told in found] == [420_250, 420_250]
        assert [told.suggestion.doubts for told in found] == [(), ()]
        assert [told.speaker for told in found] == ["Group of Friends", "African Union"]


def test_without_gavels_the_suggestion_says_that_nobody_compared_the_clocks(
    moderator: MemoryDesk, rapporteur: MemoryDesk, session: str
):
    first, _second = hold_the_floor(moderator, session)
    note(rapporteur, session, "2026-11-20T10:01:00Z")
    moderator.take(rapporteur.changes())
    (found,) = to_confirm(moderator.reader, session)
    assert (found.suggestion.intervention, found.suggestion.doubts) == (first, ("not_compared",))


def test_nothing_is_set_until_a_person_confirms_and_then_it_is_asked_no_more(
    moderator: MemoryDesk, rapporteur: MemoryDesk, session: str
):
    hold_the_floor(moderator, session)
    note(rapporteur, session, "2026-11-20T10:01:00Z")
    moderator.take(rapporteur.changes())
    (found,) = to_confirm(moderator.reader, session)
    assert found.note.intervention is None
    pair = f"{found.note.id}:{found.suggestion.intervention}"
    moderator.run(COMMANDS["confirm-spoken"], pairs=[pair])
    assert to_confirm(moderator.reader, session) == []
    moderator.undo()
    assert to_confirm(moderator.reader, session) == [found]


def test_a_note_that_was_taken_on_the_desk_of_the_floor_needs_no_gavel(moderator: MemoryDesk, session: str):
    hold_the_floor(moderator, session)
    note(moderator, session, "2026-11-20T10:01:00Z", speaker_label="Somebody else")
    (found,) = to_confirm(moderator.reader, session)
    assert (found.suggestion.offset, found.suggestion.doubts) == (0, ("other_speaker",))


def test_a_protected_speaker_is_shown_by_pseudonym(moderator: MemoryDesk, session: str):
    person = moderator.run(COMMANDS["add"], kind="person", name="Anna", category="ngo")["id"]
    request = ask_for_floor(moderator.run, session, person=person)
    speak(moderator.run, session, request, "2026-11-20T10:00:00.000Z")
    moderator.run(COMMANDS["protect-person"], person=person, pseudonym="Speaker 4")
    note(moderator, session, "2026-11-20T10:01:00Z")
    (found,) = to_confirm(moderator.reader, session)
    assert found.speaker == "Speaker 4"
