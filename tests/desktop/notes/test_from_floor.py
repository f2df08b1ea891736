"""The rapporteur on the desk of the floor: who speaks is filled in, and a person may always say otherwise."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.actions import strike_gavel
from hrdesk.desktop.notes.note_draft import place_of, read
from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.language import interface
from hrdesk.notes.queries import notes
from hrdesk.records import FloorMark, Note, Person
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, speak, stop

ENTER = Qt.Key.Key_Return


@pytest.fixture
def floor(panel, workplace):
    """Give a way to let somebody speak in the session that is open."""
    minutes = iter(range(60))

    def begin(name: str = "", **who: str) -> str:
        session = panel.bar.session()
        who = who or {"speaker_label": name}
        request = ask_for_floor(workplace.desk.run, session, **who)
        spoken = speak(workplace.desk.run, session, request, f"2026-11-20T10:{next(minutes):02}:00.000Z")
        workplace.settle()
        return spoken

    return begin


def write(panel, press, text: str) -> Note:
    press(panel.entry.line, text)
    press(panel.entry.line, key=ENTER)
    panel.workplace.settle()
    return next(note for note in panel.workplace.ask(notes) if note.text == text)


def test_whoever_is_given_the_floor_stands_in_the_line_without_a_touch(panel, press, floor):
    spoken = floor("Group of Friends")
    assert panel.entry.speaker.currentText() == "Group of Friends"
    assert panel.entry.floor.isVisible()
    assert panel.entry.floor.text() == "from the floor, round 1"
    assert panel.entry.speaker.accessibleDescription() == "from the floor, round 1"
    note = write(panel, press, "Reports arrive late.")
    assert (note.speaker_label, note.intervention) == ("Group of Friends", spoken)
    assert write(panel, press, "And are short.").intervention == spoken


def test_a_person_on_the_list_is_filled_in_by_id(panel, press, floor, workplace):
    union = next(one for one in workplace.ask(lambda reader: reader.every(Person)) if one.affiliation)
    spoken = floor(person=union.id)
    note = write(panel, press, "Said.")
    assert (note.speaker, note.speaker_label, note.intervention) == (union.id, None, spoken)


def test_a_protected_person_is_filled_in_by_pseudonym(panel, press, floor, workplace):
    person = workplace.run("add", kind="person", name="Anna Anders", category="ngo")["id"]
    workplace.desk.run(COMMANDS["protect-person"], person=person, pseudonym="Speaker 4")
    workplace.settle()
    floor(person=person)
    assert panel.entry.speaker.currentText() == "Speaker 4"
    note = write(panel, press, "Said in confidence.")
    assert (note.speaker, note.speaker_label) == (person, None)


def test_the_choice_of_the_rapporteur_stands_until_the_next_speaker(panel, press, floor):
    floor("Group of Friends")
    panel.entry.speaker.setEditText("The interpreter")
    assert not panel.entry.floor.isVisible()
    note = write(panel, press, "A word on the sound.")
    assert (note.speaker_label, note.intervention) == ("The interpreter", None)
    assert panel.entry.speaker.currentText() == "The interpreter"
    spoken = floor("African Union of Friends")
    assert panel.entry.speaker.currentText() == "African Union of Friends"
    assert write(panel, press, "Next.").intervention == spoken


def test_the_same_speaker_chosen_again_is_from_the_floor_again(panel, floor):
    spoken = floor("Group of Friends")
    panel.entry.speaker.setEditText("The interpreter")
    panel.entry.speaker.setEditText("Group of Friends")
    assert panel.entry.draft().intervention == spoken


def test_a_note_that_is_being_typed_stays_with_its_speaker_and_the_next_one_follows(panel, press, floor):
    first = floor("Group of Friends")
    press(panel.entry.line, "They said")
    second = floor("The next one")
    assert panel.entry.speaker.currentText() == "Group of Friends"
    press(panel.entry.line, key=ENTER)
    panel.workplace.settle()
    (note,) = panel.workplace.ask(notes)
    assert (note.speaker_label, note.intervention) == ("Group of Friends", first)
    assert panel.entry.speaker.currentText() == "The next one"
    assert panel.entry.draft().intervention == second


def test_clearing_the_line_lets_the_one_who_speaks_now_in(panel, press, floor):
    floor("Group of Friends")
    press(panel.entry.line, "x")
    floor("The next one")
    press(panel.entry.line, key=Qt.Key.Key_Escape)
    press(panel.entry.line, key=Qt.Key.Key_Escape)
    assert panel.entry.speaker.currentText() == "The next one"


def test_after_the_end_the_last_speaker_stays_for_what_is_still_noted(panel, press, floor, workplace):
    spoken = floor("Group of Friends")
    stop(workplace.desk.run, panel.bar.session(), spoken, "2026-11-20T10:59:00.000Z")
    workplace.settle()
    assert write(panel, press, "A last word.").intervention == spoken


def test_a_draft_comes_back_with_its_intervention_whoever_speaks_now(qtbot, panel, press, floor, workplace):
    first = floor("Group of Friends")
    press(panel.entry.line, "Half a sent")
    second = floor("The next one")
    panel.leave()
    held = read(workplace.desk.draft(place_of(panel.bar.session())))
    assert held is not None
    assert held.intervention == first
    again = NotesPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    assert (again.entry.draft().speaker_label, again.entry.draft().intervention) == ("Group of Friends", first)
    press(again.entry.line, key=ENTER)
    workplace.settle()
    assert again.entry.draft().intervention == second


def test_another_session_knows_nothing_of_this_floor(panel, floor):
    floor("Group of Friends")
    panel.bar.step(1)
    assert panel.entry.draft().intervention is None
    assert panel.entry.speaker.currentText() == ""
    panel.bar.step(-1)
    assert panel.entry.speaker.currentText() == "Group of Friends"


def test_the_list_says_which_notes_are_from_the_floor(panel, press, floor):
    write(panel, press, "Before.")
    floor("Group of Friends")
    write(panel, press, "During.")
    told = [panel.notes.model.data(panel.notes.model.index(row)) for row in range(2)]
    assert ["from the floor" in one for one in told] == [False, True]


def test_every_word_is_said_anew_in_another_language(panel, floor):
    floor("Group of Friends")
    interface.use("fr")
    try:
        panel.retranslate()
    finally:
        interface.use("en")
        panel.retranslate()
    assert panel.entry.floor.text() == "from the floor, round 1"


def to_confirm(panel, qtbot, workplace, number: int) -> None:
    panel.side.confirm_spoken()
    qtbot.waitUntil(lambda: len(panel.confirming._model.found) == number)


def test_notes_to_confirm_are_listed_and_confirmed_by_one_key(qtbot, panel, press, workplace):
    session = panel.bar.session()
    request = ask_for_floor(workplace.desk.run, session, speaker_label="Group of Friends")
    for minute in (1, 2):
        workplace.run("keep-note", session=session, text=f"Note {minute}", at=f"2026-11-20T10:0{minute}:00Z")
    doubtful = workplace.run(
        "keep-note", session=session, text="Note 3", at="2026-11-20T10:03:00Z", speaker_label="Somebody else"
    )["id"]
    spoken = speak(workplace.desk.run, session, request, "2026-11-20T10:00:00.000Z", "2026-11-20T10:05:00.000Z")
    to_confirm(panel, qtbot, workplace, 3)
    assert panel.side.tabText(2) == "To confirm (3)"
    assert panel.confirming.button.text() == "Confirm 2 notes"
    told = panel.confirming._model.data(panel.confirming._model.index(2))
    assert "The note names another speaker." in told
    press(panel.confirming.list, key=ENTER)
    workplace.settle()
    held = {note.id: note.intervention for note in workplace.ask(notes)}
    assert [one for one in held.values() if one] == [spoken, spoken]
    assert held[doubtful] is None
    qtbot.waitUntil(lambda: len(panel.confirming._model.found) == 1)
    assert not panel.confirming.button.isEnabled()
    workplace.desk.undo()
    assert not any(note.intervention for note in workplace.ask(notes))


def test_the_key_of_confirming_goes_to_the_list_first_and_confirms_when_it_is_seen(qtbot, panel, workplace):
    session = panel.bar.session()
    request = ask_for_floor(workplace.desk.run, session, speaker_label="Group of Friends")
    workplace.run("keep-note", session=session, text="Note", at="2026-11-20T10:01:00Z")
    speak(workplace.desk.run, session, request, "2026-11-20T10:00:00.000Z", "2026-11-20T10:05:00.000Z")
    to_confirm(panel, qtbot, workplace, 1)
    assert not any(note.intervention for note in workplace.ask(notes))
    panel.side.confirm_spoken()
    workplace.settle()
    assert all(note.intervention for note in workplace.ask(notes))
    qtbot.waitUntil(lambda: not panel.confirming._model.found)
    assert panel.side.tabText(2) == "To confirm"


def test_what_is_doubtful_is_chosen_by_one_enter_and_confirmed_by_the_next(qtbot, panel, press, workplace):
    session = panel.bar.session()
    request = ask_for_floor(workplace.desk.run, session, speaker_label="Group of Friends")
    workplace.run("keep-note", session=session, text="Note", at="2026-11-20T10:01:00Z", speaker_label="Somebody else")
    speak(workplace.desk.run, session, request, "2026-11-20T10:00:00.000Z", "2026-11-20T10:05:00.000Z")
    to_confirm(panel, qtbot, workplace, 1)
    assert panel.confirming.button.text() == "Confirm"
    panel.confirming.list.setCurrentIndex(panel.confirming._model.index(0))
    panel.confirming.list.clearSelection()
    press(panel.confirming.list, key=ENTER)
    assert not any(note.intervention for note in workplace.ask(notes))
    press(panel.confirming.list, key=ENTER)
    workplace.settle()
    assert all(note.intervention for note in workplace.ask(notes))


def test_clocks_that_nobody_compared_are_told_with_the_way_to_compare_them(qtbot, panel, workplace):
    session = panel.bar.session()
    request = ask_for_floor(workplace.desk.run, session, speaker_label="Group of Friends")
    workplace.run("keep-note", session=session, text="Note", at="2026-11-20T10:01:00Z")
    until = "2026-11-20T10:05:00.000Z"
    speak(workplace.desk.run, session, request, "2026-11-20T10:00:00.000Z", until, device="moderator")
    to_confirm(panel, qtbot, workplace, 1)
    assert "strike the gavel" in panel.confirming._told.text()
    told = panel.confirming._model.data(panel.confirming._model.index(0))
    assert "Clocks not compared." in told


def test_the_gavel_is_struck_from_the_notes_too(panel, workplace, kept):
    workplace.commands = COMMANDS
    strike_gavel(panel)
    session = panel.bar.session()
    marks = workplace.ask(lambda reader: reader.every(FloorMark, session=session, mark="gavel"))
    assert len(marks) == 1
    assert kept[-1].startswith("Gavel struck")


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_what_is_to_confirm_has_a_name_for_screen_readers_in_every_language(panel, language):
    interface.use(language)
    panel.retranslate()
    assert panel.confirming.list.accessibleName()
    assert panel.confirming.button.text()
