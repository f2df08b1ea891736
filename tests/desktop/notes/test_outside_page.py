"""Material from outside in the window: shown, corrected by keys, classed, taken; hidden from the hall."""

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QStyleOptionViewItem, QTableView

from hrdesk.desktop.notes.outside_page import OutsidePage
from hrdesk.desktop.shell.way import way_to
from hrdesk.language import LANGUAGES, interface
from hrdesk.records import Note, OutsideSource

LOG = (
    "09:15:22 From Delegation of a State to Everyone:\n\tWe support it. We thank the Chair.\n"
    "09:16:00 From Participant 1 to Participant 2 (Direct Message):\n\tLet us talk.\n"
    "09:17:00 From Participant 1 to Everyone:\n\tYes.\n"
)


@pytest.fixture
def page(qtbot, workplace, panel, tmp_path: Path) -> OutsidePage:
    path = tmp_path / "a.txt"
    path.write_text(LOG, encoding="utf-8")
    panel.outside.open(panel.bar.session())
    made = panel.outside.page
    assert made is not None
    made.read_file(path)
    qtbot.waitUntil(lambda: made.is_begun)
    return made


def taken(workplace) -> list[Note]:
    with workplace.desk.reading() as reader:
        return reader.every(Note)


def test_it_begins_confidential_with_private_messages_left_out(page: OutsidePage) -> None:
    rows = page.sheet.rows
    assert [rows.class_of(at) for at in range(3)] == ["confidential"] * 3
    assert [row.taken for row in rows.rows] == [True, False, True]
    assert page.settings.kind.currentData() == "chat"
    assert page.settings.title.text() == "Chat log: Opening"
    assert "1 private message" in page._heading.text()


def test_what_is_ticked_is_taken_in_one_step_and_the_notes_are_shown_again(qtbot, workplace, panel, page, kept) -> None:
    page.settings.sensitivity.show_sensitivity("restricted")
    page.settings.class_chosen.emit("restricted")
    page.take()
    qtbot.waitUntil(lambda: panel.outside.page is None)
    assert [(note.text, note.sensitivity, note.source_place) for note in taken(workplace)] == [
        ("We support it. We thank the Chair.", "restricted", "09:15:22"),
        ("Yes.", "restricted", "09:17:00"),
    ]
    assert taken(workplace)[0].speaker is not None
    assert kept == ["2 notes were taken in. Ctrl+Z takes them back."]
    assert panel.entry.isVisible()
    with workplace.desk.reading() as reader:
        source = reader.every(OutsideSource)[0]
        assert way_to(reader, source) == ("notes", taken(workplace)[0].id)
    qtbot.waitUntil(lambda: panel.notes.model.rowCount() == 2)
    assert "from outside, 09:15:22" in panel.notes.model.index(0).data()
    panel.fields.show_note(taken(workplace)[0].id)
    assert panel.fields.form.control("source").currentText() == "Chat log: Opening"
    workplace.desk.undo()
    assert taken(workplace) == []


def test_keys_tick_split_join_and_class_rows(page: OutsidePage, panel, press) -> None:
    sheet = page.sheet
    press(sheet.table, " ", Qt.Key.Key_Space)
    assert not sheet.rows.rows[0].taken
    press(sheet.table, " ", Qt.Key.Key_Space)
    cursor = sheet.text.textCursor()
    cursor.setPosition(len("We support it."))
    sheet.text.setTextCursor(cursor)
    panel.outside.split()
    assert [row.text for row in sheet.rows.rows][:2] == ["We support it.", "We thank the Chair."]
    panel.classify("restricted")
    assert [sheet.rows.class_of(at) for at in range(3)] == ["confidential", "restricted", "confidential"]
    sheet.table.selectAll()
    panel.classify("restricted")
    assert sheet.rows.class_of(2) == "confidential"
    sheet.table.setCurrentIndex(sheet.rows.index(0, 0))
    panel.outside.join()
    assert sheet.rows.rows[0].text == "We support it.\nWe thank the Chair."
    assert sheet.rows.rowCount() == 3


def test_the_text_below_is_kept_when_the_cursor_goes_on(page: OutsidePage) -> None:
    page.sheet.text.setPlainText("We do not.")
    page.sheet.table.setCurrentIndex(page.sheet.rows.index(2, 0))
    assert page.sheet.rows.rows[0].text == "We do not."
    page.sheet.text.setPlainText("  ")
    page.sheet.table.setCurrentIndex(page.sheet.rows.index(0, 0))
    assert (page.sheet.rows.rows[2].text, page.sheet.rows.rows[2].taken) == ("Yes.", False)


def test_a_speaker_is_corrected_wherever_the_same_was_heard(page: OutsidePage) -> None:
    rows = page.sheet.rows
    rows.setData(rows.index(1, 1), "African Union")
    assert [row.person for row in rows.rows][1:] == [rows.rows[1].person] * 2
    assert rows.rows[1].person is not None
    assert rows.index(2, 1).data() == "African Union"


def test_all_that_is_selected_is_said_by_one_speaker(page: OutsidePage) -> None:
    sheet = page.sheet
    sheet.table.selectAll()
    index = sheet.rows.index(0, 1)
    editor = sheet.table.itemDelegate().createEditor(sheet.table, QStyleOptionViewItem(), index)
    assert isinstance(editor, QLineEdit)
    editor.setText("Participant 9")
    sheet.table.itemDelegate().setModelData(editor, sheet.rows, index)
    assert {(row.heard, row.person) for row in sheet.rows.rows} == {("Participant 9", None)}


def test_keys_of_the_notes_do_nothing_behind_the_page_and_f2_is_the_tables(workplace, panel, page, press) -> None:
    doing = {action.name: action.do for action in panel.actions_of_room()}
    panel.entry.line.put("half a note", 4)
    doing["notes.recommend"]()
    doing["notes.next_session"]()
    workplace.settle()
    assert taken(workplace) == []
    assert panel.bar.session() == page.settings.sessions.session()
    override = QKeyEvent(QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier)
    override.ignore()
    QCoreApplication.sendEvent(page.sheet.table, override)
    assert override.isAccepted()
    press(page.sheet.table, key=Qt.Key.Key_Return, modifiers=Qt.KeyboardModifier.ControlModifier)
    workplace.settle()
    assert len(taken(workplace)) == 2


def test_the_same_file_waits_until_somebody_says_again(qtbot, workplace, panel, page, tmp_path: Path) -> None:
    page.take()
    qtbot.waitUntil(lambda: panel.outside.page is None)
    panel.outside.open(panel.bar.session())
    page.read_file(tmp_path / "a.txt")
    qtbot.waitUntil(lambda: page.is_begun)
    assert not page.take_button.isEnabled()
    page.again.setChecked(True)
    page.take()
    qtbot.waitUntil(lambda: panel.outside.page is None)
    with workplace.desk.reading() as reader:
        assert len(reader.every(OutsideSource)) == 2


def test_what_cannot_be_read_is_told_and_the_page_waits(qtbot, workplace, panel, refused, tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_bytes(bytes(range(256)) * 9)
    panel.outside.open(panel.bar.session())
    assert panel.take_files([tmp_path / "b.txt"])
    qtbot.waitUntil(lambda: bool(refused))
    assert not panel.outside.page.is_begun
    assert taken(workplace) == []


def test_the_hall_sees_nothing_of_it(workplace, page: OutsidePage) -> None:
    workplace.hall.toggle()
    assert not page.sheet.isVisible()
    assert not page.take_button.isVisible()
    workplace.hall.toggle()
    assert page.sheet.isVisible()


def test_escape_goes_back_and_every_control_has_a_name(panel, press) -> None:
    for language in LANGUAGES:
        interface.use(language)
        panel.outside.open(panel.bar.session())
        panel.retranslate()
        page = panel.outside.page
        for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QTableView):
            for control in page.findChildren(kind):
                is_inner = not control.parent().accessibleName() and "qt_" in control.objectName()
                told = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
                assert told or is_inner or isinstance(control.parent(), QTableView), control
        press(page, key=Qt.Key.Key_Escape)
        assert panel.outside.page is None


def test_the_first_note_taken_in_is_shown(qtbot, workplace, panel, page: OutsidePage) -> None:
    page.take()
    qtbot.waitUntil(lambda: panel.outside.page is None)
    qtbot.waitUntil(lambda: panel.notes.list.current_record() is not None)
    first = min(taken(workplace), key=lambda note: note.at or "")
    assert panel.notes.list.current_record() == first.id


def test_while_the_hall_looks_on_the_way_back_is_no_wider_than_its_words(panel, page: OutsidePage) -> None:
    panel.workplace.hall.toggle()
    QCoreApplication.processEvents()
    assert page.back.width() < panel.width() / 3
    panel.workplace.hall.toggle()
