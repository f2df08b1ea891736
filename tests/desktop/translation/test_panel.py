"""The room of translation: source and wording side by side, kept on leaving, reviewed by a key."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.language import LANGUAGES, interface


def type_text(widget, text):
    for sign in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(widget, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, sign))


def press(panel, name):
    next(one for one in panel.actions_of_room() if one.name == name).do()


def write(room, text):
    target = room.panel.editor.target
    target.setFocus()
    target.clear()
    type_text(target, text)


def test_it_opens_on_the_language_with_the_most_left_to_do(room):
    again = room.open()
    again.refresh()
    room.qtbot.waitUntil(lambda: bool(again.language), timeout=5_000)
    assert again.language != "en"
    counts = again._texts.counts
    assert counts[again.language]["empty"] == max(one["empty"] for one in counts.values())


def test_every_language_tells_how_much_is_left_to_do(room):
    assert room.panel.languages.button("fr").text() == "French  4"
    assert room.panel.languages.button("en").text() == "English"
    assert "◐ Draft: 1" in room.panel.languages.button("fr").accessibleName()


def test_a_wording_is_kept_as_a_draft_when_it_is_left(room):
    room.show(room.items[2])
    write(room, "Les mécanismes devraient se réunir.")
    room.panel.list.setFocus()
    assert room.wording(room.items[2]) == ("Les mécanismes devraient se réunir.", "draft")


def test_ctrl_enter_keeps_and_goes_on_with_the_cursor_in_the_next(room):
    room.show(room.items[0])
    write(room, "Rapport sous 12 mois.")
    press(room.panel, "translation.keep")
    room.settle()
    assert room.wording(room.items[0]) == ("Rapport sous 12 mois.", "draft")
    assert room.panel.segment.source.item == room.items[1]
    assert room.panel.editor.target.hasFocus()


def test_ctrl_shift_enter_passes_what_stands_there_as_reviewed(room):
    room.show(room.items[0])
    press(room.panel, "translation.review")
    room.settle()
    assert room.wording(room.items[0])[1] == "reviewed"
    assert room.panel.segment.source.item == room.items[1]


def test_a_new_wording_can_be_kept_as_reviewed_at_once(room):
    room.show(room.items[2])
    write(room, "Ils devraient se réunir.")
    press(room.panel, "translation.review")
    assert room.wording(room.items[2]) == ("Ils devraient se réunir.", "reviewed")


def test_nothing_written_is_nothing_reviewed(room):
    room.show(room.items[2])
    press(room.panel, "translation.review")
    assert room.wording(room.items[2])[1] == "empty"
    assert "nothing to review" in room.panel.editor.check.text()


def test_leaving_an_unchanged_wording_is_no_command(room):
    told: list[object] = []
    room.workplace.changed.connect(told.append)
    room.show(room.items[1])
    room.panel.editor.target.setFocus()
    room.panel.step(1)
    assert not told
    assert room.wording(room.items[1])[1] == "stale"


def test_a_stale_wording_shows_what_changed_in_the_source_by_more_than_colour(room):
    room.show(room.items[1])
    told = room.panel.editor.changed.document()
    assert room.panel.editor.changed.isVisible()
    assert told.toPlainText() == "States should could reply."
    marks = {}
    block = told.begin()
    places = block.begin()
    while not places.atEnd():
        piece = places.fragment()
        marks[piece.text()] = (piece.charFormat().fontStrikeOut(), piece.charFormat().fontUnderline())
        places += 1
    assert marks["should"] == (True, False)
    assert marks["could"] == (False, True)


def test_keeping_a_stale_wording_as_it_is_makes_it_current(room):
    room.show(room.items[1])
    press(room.panel, "translation.keep")
    assert room.wording(room.items[1])[1] == "draft"


def test_numbers_and_symbols_that_differ_are_told_and_nothing_is_blocked(room):
    room.show(room.items[0])
    assert room.panel.editor.check.text() == ""
    write(room, "Rapport sous 13 mois.")
    assert "In the source and not here: 12" in room.panel.editor.check.text()
    assert "Here and not in the source: 13" in room.panel.editor.check.text()
    press(room.panel, "translation.keep")
    assert room.wording(room.items[0])[0] == "Rapport sous 13 mois."


def test_the_source_is_copied_by_a_key_and_undo_takes_it_back(room):
    room.show(room.items[0])
    before = room.panel.editor.target.text()
    press(room.panel, "translation.copy")
    assert room.panel.editor.target.text() == "States should report within 12 months."
    room.panel.editor.target.undo()
    assert room.panel.editor.target.text() == before


def test_the_list_is_narrowed_to_what_is_to_do_and_to_what_changed(room):
    shown = room.panel.list.model
    room.panel.list.narrow("stale")
    assert [one.source.item for one in shown.segments] == [room.items[1]]
    room.panel.list.narrow("to_do")
    room.show_all = [one.standing for one in shown.segments]
    assert "reviewed" not in room.show_all
    assert len(room.show_all) == 4


def test_in_a_narrowed_list_what_is_done_goes_and_the_next_one_comes(room):
    room.panel.list.narrow("to_do")
    room.panel.list.choose(f"{room.items[0]}:text")
    press(room.panel, "translation.review")
    room.settle()
    assert room.items[0] not in [one.source.item for one in room.panel.list.model.segments]
    assert room.panel.segment.source.item == room.items[1]


def test_arabic_runs_from_the_right_in_its_field_whatever_the_window(room):
    room.panel.use_language("ar")
    room.settle()
    room.show(room.items[0])
    option = room.panel.editor.target.document().defaultTextOption()
    assert option.textDirection() == Qt.LayoutDirection.RightToLeft
    assert option.alignment() & Qt.AlignmentFlag.AlignRight
    source = room.panel.editor.source.document().defaultTextOption()
    assert source.textDirection() == Qt.LayoutDirection.LeftToRight


def test_what_is_being_typed_survives_a_change_from_elsewhere(room):
    room.show(room.items[0])
    write(room, "À moitié")
    room.run("edit", id=room.items[0], text="States should report within 24 months.")
    room.settle()
    assert room.panel.editor.target.text() == "À moitié"
    assert room.panel.editor.source.text() == "States should report within 24 months."


def test_what_was_being_typed_is_there_again_after_a_crash(room):
    room.show(room.items[2])
    write(room, "Ils devr")
    room.panel.drafts.flush()
    room.panel._shown = "Ils devr"  # the crash: nothing is kept on leaving
    again = room.open()
    again.use_language("fr")
    room.qtbot.waitUntil(lambda: bool(again._texts.segments), timeout=5_000)
    again.show_text(room.items[2])
    assert again.editor.target.text() == "Ils devr"


def test_leaving_the_room_keeps_what_is_typed(room):
    room.show(room.items[2])
    write(room, "Ils devraient")
    assert room.panel.leave()
    assert room.wording(room.items[2]) == ("Ils devraient", "draft")


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_at_once_and_names_what_can_be_reached(room, language):
    interface.use(language)
    room.panel.retranslate()
    room.show(room.items[1])
    unnamed = [
        widget
        for widget in room.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []
