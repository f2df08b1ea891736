"""The bar over the notes: by keys alone one finds some notes, sees how many there are, and goes back to all."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication

from hrdesk.language import LANGUAGES, interface
from hrdesk.records import Note
from tests.desktop.notes.rows import rows


@pytest.fixture
def narrowed(qtbot, panel, press, workplace):
    """Give the room with four notes and the bar open."""
    session = panel._sitting.session.id
    for text, kind, sensitivity in (
        ("Reports arrive late", "challenge", "restricted"),
        ("Reports arrive in time", "other", "restricted"),
        ("A calendar of visits", "other", "restricted"),
        ("Said in confidence", "other", "confidential"),
    ):
        workplace.run("keep-note", session=session, text=text, note_kind=kind, sensitivity=sensitivity)
    press(panel.entry.line, "x")
    panel.notes.look_for()
    settle(qtbot, panel)
    return panel


def settle(qtbot, panel):
    qtbot.waitUntil(
        lambda: not panel.notes.is_loading and panel.workplace.is_idle and not panel.notes.bar._pause.isActive()
    )


def texts(panel):
    return [line.note.text for line in rows(panel.notes.model)]


def test_words_and_boxes_narrow_the_list_and_esc_shows_all_again(qtbot, narrowed, press):
    bar = narrowed.notes.bar
    assert bar.words.hasFocus()
    press(bar.words, "report")
    settle(qtbot, narrowed)
    assert texts(narrowed) == ["Reports arrive late", "Reports arrive in time"]
    assert bar._told.text() == "2 of 4"
    bar.kind.setCurrentIndex(bar.kind.findData("challenge"))
    settle(qtbot, narrowed)
    assert texts(narrowed) == ["Reports arrive late"]
    assert "4 notes" in narrowed.bar._told.text()
    press(bar.words, key=Qt.Key.Key_Escape)
    settle(qtbot, narrowed)
    assert len(texts(narrowed)) == 4
    assert bar.isHidden()
    assert narrowed.notes.list.hasFocus()


def test_a_note_that_comes_stands_in_the_list_only_where_it_is_wanted(qtbot, narrowed, press, workplace):
    press(narrowed.notes.bar.words, "calendar")
    settle(qtbot, narrowed)
    session = narrowed._sitting.session.id
    workplace.run("keep-note", session=session, text="Another calendar")
    kept = workplace.run("keep-note", session=session, text="Another thing")["id"]
    assert texts(narrowed) == ["A calendar of visits", "Another calendar"]
    narrowed.show_note(kept)
    settle(qtbot, narrowed)
    assert narrowed.notes.list.current_record() == kept


def test_another_session_begins_with_all_its_notes(qtbot, narrowed, press):
    press(narrowed.notes.bar.words, "calendar")
    settle(qtbot, narrowed)
    narrowed.bar.step(1)
    narrowed.bar.step(-1)
    settle(qtbot, narrowed)
    assert len(texts(narrowed)) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_the_bar_has_a_name(narrowed, language):
    interface.use(language)
    narrowed.retranslate()
    bar = narrowed.notes.bar
    assert all(part.accessibleName() for part in (bar.words, *bar._boxes))


def test_copying_takes_the_words_along_and_nothing_confidential(qtbot, narrowed, press, kept):
    narrowed.notes.list.setFocus()
    narrowed.notes.list.selectAll()
    press(narrowed.notes.list, key=Qt.Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "A calendar of visits" in copied
    assert "confidence" not in copied
    assert "1 confidential note was not copied" in kept[-1]
    QGuiApplication.clipboard().setText("before")
    row = texts(narrowed).index("Said in confidence")
    chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
    narrowed.notes.list.selectionModel().select(narrowed.notes.model.index(row), chosen)
    press(narrowed.notes.list, key=Qt.Key.Key_C, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "before"


def test_marks_typed_into_a_correction_are_read_and_those_of_before_stay(qtbot, narrowed, press, workplace):
    note = rows(narrowed.notes.model)[2].note.id
    qtbot.waitUntil(lambda: bool(narrowed.notes.correcting._words.offers))
    narrowed.notes.show_note(note)
    narrowed.notes.correct()
    press(narrowed.notes.delegate._editor, " #prevention *2 @NOBODYKNOWS")
    press(narrowed.notes.delegate._editor, "\r", key=Qt.Key.Key_Return)
    held = workplace.ask(lambda reader: reader.get(Note, note))
    assert (held.text, held.note_kind, held.unresolved) == ("A calendar of visits", "good_practice", "@NOBODYKNOWS")
    assert held.sensitivity == "confidential"
    line = rows(narrowed.notes.model)[narrowed.notes.model.row_of(note)]
    assert [tag.name for tag in line.tags] == ["prevention"]
