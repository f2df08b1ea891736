"""Everything that takes the focus in the room of notes tells a screen reader what it is, whatever stands there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from hrdesk.language import LANGUAGES, interface
from tests.desktop.notes.test_outside_page import LOG


def unnamed():
    """Name what is in sight, takes the focus and has no name, lists that stand open among it."""
    found = []
    for widget in QApplication.allWidgets():
        if not widget.isVisible() or widget.focusProxy():
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found


def in_every_language(panel):
    for language in LANGUAGES:
        interface.use(language)
        panel.retranslate()
        QApplication.processEvents()
        assert unnamed() == [], language
    interface.use("en")
    panel.retranslate()


def test_the_line_with_marks_the_narrow_bar_and_every_part_of_the_side(qtbot, panel, workplace):
    workplace.run("keep-note", session=panel.bar.session(), text="Late.", unresolved=["@ACHPX"])
    qtbot.waitUntil(lambda: panel.doubts.isVisible())
    panel.entry.line.setPlainText("#torture @ACHPX and more ")
    panel.notes.look_for()
    panel.doubts.look()
    for show in (panel.show_questions, panel.side.show_fields, panel.side.confirm_spoken, panel.show_private):
        show()
        in_every_language(panel)


def test_lists_that_stand_open(panel):
    for box in (panel.entry.sensitivity, panel.entry.speaker, panel.bar._sessions._box):
        box.showPopup()
        QApplication.processEvents()
        assert unnamed() == []
        box.hidePopup()


def test_a_note_being_corrected(panel, workplace, qtbot):
    workplace.run("keep-note", session=panel.bar.session(), text="Late.")
    qtbot.waitUntil(lambda: panel.notes.model.rowCount() == 1)
    panel.notes.correct()
    assert unnamed() == []


def test_the_page_for_material_from_outside(qtbot, panel):
    panel.outside.open(panel.bar.session())
    in_every_language(panel)
    panel.outside.page.read_pasted(LOG)
    qtbot.waitUntil(lambda: panel.outside.page.is_begun)
    in_every_language(panel)
    sheet = panel.outside.page.sheet
    for column in (1, 2):
        sheet.table.edit(sheet.rows.index(0, column))
        QApplication.processEvents()
        assert unnamed() == []
