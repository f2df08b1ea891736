"""What stands beside the line: time, language and interpretation, put right by keys alone and kept with the note."""

from datetime import UTC, timedelta, timezone

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.drafts import PAUSE
from hrdesk.desktop.notes.time_field import moment_of
from hrdesk.notes.queries import notes
from hrdesk.records import Note
from tests.desktop.notes.conftest import Press

GENEVA = timezone(timedelta(hours=2))
AROUND = "2026-09-08T12:30:10Z"


@pytest.mark.parametrize(
    ("typed", "instant"),
    [
        ("14:05", "2026-09-08T12:05:00Z"),
        ("14:05:30", "2026-09-08T12:05:30Z"),
        ("9:07", "2026-09-08T07:07:00Z"),
        ("1405", "2026-09-08T12:05:00Z"),
        ("905", "2026-09-08T07:05:00Z"),
        ("14：05", "2026-09-08T12:05:00Z"),
        ("١٤:٠٥", "2026-09-08T12:05:00Z"),
        ("14h05", "2026-09-08T12:05:00Z"),
        ("-3", "2026-09-08T12:27:10Z"),
        ("25:00", None),
        ("14:61", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, instant):
    assert moment_of(typed, AROUND, GENEVA) == instant


def kept(panel) -> Note:
    panel.workplace.settle()
    return panel.workplace.ask(lambda reader: notes(reader, panel._sitting.session.id))[-1]


def enter(panel, press: Press, text: str) -> Note:
    press(panel.entry.line, text)
    press(panel.entry.line, "\r", key=Qt.Key.Key_Return)
    return kept(panel)


def do(panel, name: str) -> None:
    next(action for action in panel.actions_of_room() if action.name == name).do()


def test_the_time_is_put_right_by_keys_and_stamped_by_itself_for_the_next_note(panel, press):
    do(panel, "notes.time")
    assert panel.entry.time.hasFocus()
    panel.entry.time._zone = UTC
    press(panel.entry.time, "08:05")
    press(panel.entry.time, key=Qt.Key.Key_Return)
    assert panel.entry.line.hasFocus()
    assert (enter(panel, press, "Said earlier").at or "").endswith("T08:05:00Z")
    before = panel._keeping.now()
    press(panel.entry.line, "Said now\r")
    press(panel.entry.line, key=Qt.Key.Key_Return)
    assert kept(panel).at >= before


def test_arrows_go_minute_by_minute_and_what_is_no_time_changes_nothing(panel, press):
    press(panel.entry.line, "x")
    at = panel.entry.draft().at
    press(panel.entry.time, key=Qt.Key.Key_Down)
    press(panel.entry.time, key=Qt.Key.Key_Down)
    press(panel.entry.time, key=Qt.Key.Key_Up)
    moved = panel.entry.draft().at
    assert moved < at
    panel.entry.time.setText("soon")
    press(panel.entry.time, key=Qt.Key.Key_Return)
    assert panel.entry.draft().at == moved
    assert "no time" in panel.entry._hint.text()


def test_language_and_interpretation_are_said_by_keys_stay_and_survive_a_crash(qtbot, panel, press, workplace):
    do(panel, "notes.language")
    language = panel.entry.draft().language
    do(panel, "notes.interpreted")
    note = enter(panel, press, "Через переводчика")
    assert (note.language, note.interpreted) == (language, True)
    press(panel.entry.line, "next")
    qtbot.wait(PAUSE + 200)
    workplace.settle()
    panel.entry.interpreted.setChecked(False)
    session = panel._sitting.session.id
    panel.drafts._waiting.clear()
    panel.drafts._newest.clear()
    panel._keeping.begin(session, "en")
    assert (panel.entry.draft().interpreted, panel.entry.draft().language) == (True, language)
    do(panel, "notes.interpreted")
    assert enter(panel, press, "!").interpreted is None


def test_a_question_is_chosen_by_keys_and_the_line_is_there_again(panel, press):
    if not panel.questions._model.questions:
        panel.bar.step(-1)
    do(panel, "notes.question")
    assert panel.questions._list.hasFocus()
    press(panel.questions._list, key=Qt.Key.Key_Down)
    press(panel.questions._list, key=Qt.Key.Key_Return)
    assert panel.entry.line.hasFocus()
    assert enter(panel, press, "An answer").question == panel.questions._model.questions[0].id


def test_the_cursor_in_a_correction_is_held_too(qtbot, panel, press, workplace):
    enter(panel, press, "Reports arrive late")
    panel.notes.list.setCurrentIndex(panel.notes.model.index(0))
    panel.notes.correct()
    editor = panel.notes.delegate._editor
    press(editor, "!")
    press(editor, key=Qt.Key.Key_Home)
    qtbot.wait(PAUSE + 200)
    workplace.settle()
    [(_place, text)] = workplace.desk.drafts_beginning("note-edit:").items()
    assert '"cursor": 0' in text
