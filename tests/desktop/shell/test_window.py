"""The window: what it shows first, named undo, notices, languages at once, files dropped on it."""

import re
import sys
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from hrdesk.desk import Desk
from hrdesk.desktop.shell import steps
from hrdesk.desktop.shell.menus import plain
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_, interface
from hrdesk.paths import resources_folder
from hrdesk.records import Consultation, Person


def title_of(window):
    return window.workplace.ask(lambda reader: reader.every(Consultation))[0].title


def rename(window, title):
    record = window.workplace.ask(lambda reader: reader.every(Consultation))[0].id
    window.workplace.run("edit", id=record, title=title)


def test_the_title_bar_says_the_file_s_name_and_nothing_of_its_content(opened):
    assert opened.windowTitle() == "small.hrdesk – hrdesk"


def test_undo_is_named_after_what_it_takes_back(opened):
    rename(opened, "Another title")
    undo, redo = opened.menus.qt_action("edit.undo"), opened.menus.qt_action("edit.redo")
    assert undo.text() == "&Undo: Edit"
    undo.trigger()
    assert title_of(opened) == "Workshop on regional arrangements"
    assert redo.text() == "&Redo: Edit"
    redo.trigger()
    assert title_of(opened) == "Another title"


def test_taking_much_back_does_not_hold_the_window(qtbot, opened, monkeypatch):
    """While it is taken back one types on, is told so, and can begin no second step."""
    monkeypatch.setattr(steps, "_MUCH", 0)
    going_on, step = Event(), opened.workplace.desk.undo
    monkeypatch.setattr(Desk, "undo", lambda self, started_by=None: (going_on.wait(10), step(started_by))[1])
    made = opened.workplace.run("add", kind="person", name="Zenda", function="Envoy")["id"]
    undo, redo = opened.menus.qt_action("edit.undo"), opened.menus.qt_action("edit.redo")
    undo.trigger()
    assert opened.status.text == "Keeping …"
    assert not undo.isEnabled()
    assert not redo.isEnabled()
    opened.undo()
    typed: list[dict[str, str]] = []
    opened.workplace.keep("add", {"kind": "person", "name": "Rupert"}, typed.append, typed.append)
    assert opened.workplace.is_keeping
    assert opened.workplace.ask(lambda reader: reader.get(Person, made)) is not None
    going_on.set()
    qtbot.waitUntil(lambda: opened.workplace.is_idle)
    assert opened.workplace.ask(lambda reader: reader.get(Person, made)) is None
    assert opened.workplace.ask(lambda reader: reader.get(Person, typed[0]["id"])) is not None
    undo.trigger()
    qtbot.waitUntil(lambda: opened.workplace.is_idle)
    assert opened.status.text.startswith("✓ All kept ")
    assert redo.isEnabled()
    assert undo.isEnabled()


def test_much_that_cannot_be_taken_back_is_refused_as_ever(qtbot, opened, monkeypatch):
    monkeypatch.setattr(steps, "_MUCH", 0)
    rename(opened, "Another title")
    made = opened.workplace.run("add", kind="person", name="Zenda", function="Envoy")["id"]
    with opened.workplace.desk.file.writing() as connection:
        connection.execute("UPDATE command SET undoable = 0 WHERE name = 'add'")
    opened.undo()
    qtbot.waitUntil(lambda: opened.workplace.is_idle)
    assert opened.notices.text == "What was done last cannot be taken back. Nothing was changed."
    assert opened.workplace.ask(lambda reader: reader.get(Person, made)) is not None
    assert opened.menus.qt_action("edit.undo").isEnabled()


@pytest.mark.parametrize(
    ("words", "bare"),
    [
        ("&Open a desk…", "Open a desk"),
        ("打开工作台(&O)…", "打开工作台"),
        ("A && B", "A & B"),
        ("Notes (2)", "Notes (2)"),
    ],
)
def test_the_sheet_of_keys_and_the_finder_show_no_marks_of_mnemonics(words, bare):
    assert plain(words) == bare


def test_there_is_nothing_to_undo_on_the_start_page(window):
    assert not window.menus.qt_action("edit.undo").isEnabled()


def test_ctrl_z_reaches_the_desk_from_a_field_that_has_nothing_of_its_own_to_take_back(qtbot, opened):
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.open_room("agenda")
    rename(opened, "Another title")
    city = opened.rooms.panel("agenda").findChild(object, "field-city")
    city.setFocus()
    qtbot.keyClick(city, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title_of(opened) == "Workshop on regional arrangements"


def test_ctrl_z_takes_letters_back_while_one_is_typing(qtbot, opened):
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.open_room("agenda")
    city = opened.rooms.panel("agenda").findChild(object, "field-city")
    city.setFocus()
    city.selectAll()
    qtbot.keyClicks(city, "Bangkok")
    qtbot.keyClick(city, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert city.text() != "Bangkok"
    assert title_of(opened) == "Workshop on regional arrangements"


@pytest.mark.parametrize("number", range(len(ROOMS)))
def test_ctrl_and_a_figure_open_a_room(qtbot, opened, number):
    if number >= opened.rooms.count():
        pytest.skip("this room has no furniture yet")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    qtbot.keyClick(opened, Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
    assert opened.rooms.current == ROOMS[number][0]


def test_a_refusal_is_a_sentence_above_the_rooms_and_goes_when_one_goes_on(opened):
    opened.workplace.refused.emit(Refused(N_("A {kind} has no order. Nothing was changed."), kind="person"))
    assert opened.notices.text == "A person has no order. Nothing was changed."
    rename(opened, "Another title")
    assert opened.notices.text == ""


def test_a_mistake_of_ours_is_reported_without_what_somebody_wrote(opened):
    try:
        raise ValueError("what a witness said")
    except ValueError as error:
        opened.notices.tell(error)
    report = opened.notices._report.toPlainText()
    assert "ValueError" in report
    assert "witness" not in report + opened.notices.text
    opened.notices._copy.click()
    assert QApplication.clipboard().text() == report
    rename(opened, "Another title")
    assert opened.notices.text, "our own mistake stays until it is closed"


def test_the_status_line_says_when_everything_was_kept(opened):
    rename(opened, "Another title")
    assert opened.status.text.startswith("✓ All kept ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_language_is_spoken_at_once_and_everywhere(opened, language):
    opened.use_language("fr")
    opened.use_language(language)
    assert opened.rooms.tabText(0) == interface._("Agenda")
    assert opened.menus.menu("file").title() == interface._("&File")
    expected = Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
    assert opened.layoutDirection() == expected
    assert opened.rooms.panel("agenda").layoutDirection() == expected
    assert opened.settings.language == language


def test_arabic_mirrors_the_rooms(opened):
    opened.use_language("en")
    tabs = opened.rooms.tabBar()
    assert tabs.tabRect(0).left() < tabs.tabRect(1).left()
    opened.use_language("ar")
    QApplication.processEvents()
    assert tabs.tabRect(0).left() > tabs.tabRect(1).left()


def test_switching_the_language_loses_nothing_that_is_being_typed(qtbot, opened):
    opened.open_room("agenda")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    city = opened.rooms.panel("agenda").findChild(object, "field-city")
    city.setFocus()
    city.selectAll()
    qtbot.keyClicks(city, "Bangk")
    opened.use_language("es")
    assert city.text() == "Bangk"


@pytest.mark.parametrize("theme", ["", "light", "dark"])
def test_light_and_dark_have_readable_text(window, theme):
    window.use_theme(theme)
    palette = QApplication.palette()
    for behind, before in (
        ("Window", "WindowText"),
        ("Base", "Text"),
        ("Base", "PlaceholderText"),
        ("Button", "ButtonText"),
        ("Highlight", "HighlightedText"),
        ("ToolTipBase", "ToolTipText"),
    ):
        roles = type(palette).ColorRole
        assert contrast(palette.color(roles[behind]), palette.color(roles[before])) >= 4.5, (behind, before)


def contrast(one, other):
    """The contrast ratio of WCAG 2."""

    def brightness(colour):
        parts = [
            value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in colour.getRgbF()[:3]
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    bright, dark = sorted((brightness(one), brightness(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_text_grows_and_goes_back(window):
    before = QApplication.font().pointSizeF()
    window.step_text(1)
    assert QApplication.font().pointSizeF() == before + 1
    window.step_text(0)
    assert QApplication.font().pointSizeF() == before


def test_the_finder_does_what_it_finds(qtbot, opened):
    opened.find_action()
    qtbot.keyClicks(opened.furnish().finder._line, "larger")
    qtbot.keyClick(opened.furnish().finder._line, Qt.Key.Key_Return)
    assert opened.settings.text_size == 1
    assert opened.furnish().finder.isHidden()
    opened.step_text(0)


def test_the_sheet_of_keys_names_the_keys_of_the_room(opened):
    opened.open_room("agenda")
    opened.menus.qt_action("help.keys").trigger()
    text = opened.text_page._text.toPlainText()
    assert "Add beside" in text
    assert "Ctrl+1" in text


def test_a_file_dropped_on_the_window_is_opened(qtbot, window, entrance, small):
    told = QMimeData()
    told.setUrls([QUrl.fromLocalFile(str(small))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, told, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.rooms is not None)
    assert window.workplace.path == small


def test_the_settings_hold_what_was_chosen_and_nothing_of_a_desk(opened, profile):
    opened.use_theme("dark")
    opened.use_language("ru")
    kept = (profile / "settings.json").read_text("utf-8")
    assert '"dark"' in kept
    assert '"ru"' in kept
    assert "Workshop" not in kept
    opened.use_theme("light")


def test_the_window_is_painted_before_the_store_is_loaded(script):
    assert (
        script(
            "import sys, hrdesk.desktop.shell.window; print([name for name in sys.modules if name.split('.')[1:2] in (['store'], ['records'], ['desk'], ['work'])])"
        )
        == "[]"
    )


@pytest.fixture
def script():
    """Run a line of Python in a program of its own and give what it prints."""
    import subprocess

    def run(line):
        return subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=True).stdout.strip()

    return run


@pytest.mark.parametrize("room", [name for name, _title in ROOMS])
def test_going_to_a_room_puts_the_cursor_where_its_work_is(qtbot, opened, room):
    opened.activateWindow()
    opened.open_room("agenda" if room != "agenda" else "notes")
    opened.open_room(room)
    qtbot.waitUntil(lambda: opened.workplace.is_idle)
    assert opened.rooms.panel(room).isAncestorOf(QApplication.focusWidget())


def test_a_title_says_how_many_things_wait_in_its_room_in_every_language(opened):
    opened.rooms.count_waiting("exchange", 2)
    assert opened.rooms.tabText(6) == "Exchange (2)"
    opened.use_language("fr")
    assert opened.rooms.tabText(6).endswith("(2)")
    opened.rooms.count_waiting("exchange", 0)
    assert "(" not in opened.rooms.tabText(6)


def test_the_way_to_a_new_recommendation_is_offered_until_something_else_is_said(qtbot, opened):
    opened.open_room("notes")
    notes = opened.rooms.panel("notes")
    for text in ("States should report.", "Another note."):
        notes.entry.line.setPlainText(text)
        notes.recommend() if text.startswith("States") else notes.entry.entered.emit()
        opened.workplace.settle()
        assert opened.status.way.isVisible() == text.startswith("States")
    notes.entry.line.setPlainText("States should reply.")
    notes.notes.list.clearSelection()
    notes.entry.line.setFocus()
    notes.recommend()
    opened.workplace.settle()
    opened.status.way.click()
    assert opened.rooms.current == "recommendations"
    room = opened.rooms.panel("recommendations")
    qtbot.waitUntil(lambda: bool(room.list.selected_records()))
    assert not opened.status.way.isVisible()


def test_recent_desks_are_in_the_file_menu(opened, small):
    opened.menus.menu("file").aboutToShow.emit()
    recent = next(menu for label, menu in opened.menus._submenus if "ecent" in label)
    assert [action.toolTip() for action in recent.actions()] == [str(small)]


def test_the_guide_names_only_keys_that_there_are(opened):
    known = {"Ctrl+1", "Ctrl+7", "Ctrl+Z"}
    for name, _title in ROOMS:
        opened.open_room(name)
        of_window = [made for menu in ("file", "edit", "view", "help") for made in opened.menus.menu(menu).actions()]
        for made in (*opened.menus.room_actions(), *of_window):
            known |= {keys.toString() for keys in made.shortcuts()}
    told = (resources_folder() / "guide" / "en.md").read_text("utf-8")
    told = told.replace("Page Down", "PgDown").replace("Page Up", "PgUp")
    named = set(re.findall(r"\b(?:(?:Ctrl|Alt|Shift)\+)+\w+|\bF\d\b", told)) - {"Shift+Enter"}
    assert {keys.replace("Enter", "Return").replace("Delete", "Del") for keys in named} <= known


def test_the_menu_of_the_notes_is_no_higher_than_a_small_screen_and_its_keys_work(qtbot, opened):
    opened.open_room("notes")
    menu = opened.menus.menu("room")
    assert menu.sizeHint().height() <= 600
    under = [action.menu() for action in menu.actions() if action.menu()]
    assert [one.title() for one in under] == ["Sensitivity", "Kind", "Session", "Material to take in"]
    assert "Challenge" in [action.text() for action in under[1].actions()]
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    panel = opened.rooms.panel("notes")
    panel.entry.line.setFocus()
    qtbot.keyClick(panel.entry.line, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert panel.entry.kinds.kind == "challenge"
    opened.open_room("agenda")
    assert not [action for action in menu.actions() if action.menu() in under]


def test_what_means_little_without_its_menu_is_named_with_it_elsewhere(opened):
    opened.open_room("notes")
    found = [choice.words for choice in opened.menus.found()]
    assert {"Kind  ·  Quotation", "Quotation", "This note is public"} <= set(found)
    assert len(found) == len(set(found))
    assert "Kind  ·  Quotation" in [words for _title, lines in opened.menus.sheet() for words, _keys in lines]


def test_keys_that_end_in_a_sign_are_not_turned_around_in_arabic(opened):
    opened.use_language("ar")
    made = opened.menus.qt_action("view.larger")
    assert made.text().endswith("\t\u2066Ctrl++\u2069")
    assert plain(made.text()) == plain(interface._("Larger text"))
    opened.use_language("en")
    assert plain(made.text()) == "Larger text"
