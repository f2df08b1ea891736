"""Every action can be given another key: found, pressed, told whom it belonged to, remembered, and given back."""

import json

import pypdfium2
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from hrdesk.desktop.shell import key_rules
from hrdesk.desktop.shell.key_rules import latin_key, pressed, why_not
from hrdesk.desktop.shell.key_table import holder, lines
from hrdesk.desktop.shell.keys_page import KeysPage
from hrdesk.language import LANGUAGES

NONE, CTRL, SHIFT, ALT, PAD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.KeypadModifier,
)


def press(widget, key, held=NONE, code=0):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, int(key), held, code, 0, 0))


@pytest.fixture
def page(opened):
    """Give the page of keys, opened from the sheet."""
    opened.menus.qt_action("help.keys").trigger()
    next(button for label, button in opened.text_page._ways if "Change" in label).click()
    found = opened.findChild(KeysPage)
    assert opened.stack.currentWidget() is found
    return found


def choose(page, words):
    page.words.setText(words)
    assert page._line() is not None, words
    page.list.setFocus()
    press(page, Qt.Key.Key_Return) if not page.list.hasFocus() else page.ask()


def shortcuts(window, name):
    return [keys.toString() for keys in window.menus.qt_action(name).shortcuts()]


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ("Ctrl+K", ""),
        ("Ctrl+Shift+9", ""),
        ("F10", ""),
        ("Shift+F3", ""),
        ("Alt+4", ""),
        ("Alt+Up", ""),
        ("Ctrl+PgUp", ""),
        ("PgDown", ""),
        ("Ctrl+Return", ""),
        ("K", key_rules.LETTERS),
        ("Shift+5", key_rules.LETTERS),
        ("Space", key_rules.LETTERS),
        ("Ctrl+C", key_rules.FIELDS),
        ("Esc", key_rules.FIELDS),
        ("Ctrl+Tab", key_rules.FIELDS),
        ("Ctrl+Left", key_rules.FIELDS),
        ("Del", key_rules.FIELDS),
        ("Alt+F4", key_rules.FIELDS),
        ("Alt+F", key_rules.ALT_LETTERS),
        ("Ctrl+Alt+Q", key_rules.ALT_GR),
        ("Ctrl+Д", key_rules.LAYOUTS),
        ("Ctrl+é", key_rules.LAYOUTS),
        ("Ctrl+;", key_rules.LAYOUTS),
        ("Media Play", key_rules.LAYOUTS),
    ],
)
def test_only_keys_that_every_keyboard_has_and_no_text_needs_are_taken(keys, why):
    assert why_not(keys) == why
    assert why_not(keys, from_pad=True) == key_rules.NUMBER_PAD


@pytest.mark.parametrize(
    ("key", "virtual", "code", "platform", "latin"),
    [
        (0x041B, 0x4B, 0, "win32", "K"),  # the Russian letter on the key of K
        (0x041B, 0x06CC, 45, "linux", "K"),
        (0x0646, 0, 45, "linux", "K"),  # the Arabic letter on it
        (0x26, 0, 10, "linux", "1"),  # the ampersand of a French keyboard
        (0x41, 0, 24, "linux", "A"),  # a French A stays an A, wherever it lies
    ],
)
def test_a_key_means_its_latin_letter_in_every_layout(key, virtual, code, platform, latin):
    assert chr(latin_key(key, virtual, code, platform)) == latin


def test_a_function_key_is_what_it_is():
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_F9, SHIFT, 75, 0, 0)
    assert pressed(event) == "Shift+F9"


def test_an_action_is_found_by_words_and_given_the_next_key_that_is_pressed(opened, page, profile):
    choose(page, "search the desk")
    press(page.catcher, Qt.Key.Key_Control, CTRL)
    assert page.catcher.isVisible()
    press(page.catcher, Qt.Key.Key_F11)
    assert shortcuts(opened, "edit.search") == ["F11"]
    assert "F11" in page.told.text()
    assert json.loads((profile / "settings.json").read_text("utf-8"))["keys"] == {"edit.search": "F11"}
    page.own.click()
    assert shortcuts(opened, "edit.search") == ["Ctrl+Shift+F"]
    assert opened.settings.keys == {}


def test_a_key_that_another_has_is_told_and_taken_when_pressed_again(opened, page):
    choose(page, "search the desk")
    press(page.catcher, Qt.Key.Key_F1)
    assert "Keys" in page.catcher._words.text()
    assert shortcuts(opened, "edit.search") == ["Ctrl+Shift+F"]
    press(page.catcher, Qt.Key.Key_F1)
    assert (shortcuts(opened, "edit.search"), shortcuts(opened, "help.keys")) == (["F1"], [])
    page.all_own.click()
    assert (shortcuts(opened, "edit.search"), shortcuts(opened, "help.keys")) == (["Ctrl+Shift+F"], ["F1"])


def test_rooms_share_keys_with_the_window_and_not_with_each_other(opened, page):
    choose(page, "quotation")
    press(page.catcher, Qt.Key.Key_Return, CTRL)  # the exchange settles conflicts with it
    assert opened.settings.keys == {"notes.quote": "Ctrl+Return"}
    opened.open_room("notes")
    assert shortcuts(opened, "notes.quote") == ["Ctrl+Return"]


def test_what_cannot_be_a_key_is_told_and_the_page_goes_on_waiting(opened, page):
    choose(page, "search the desk")
    for key, held, code in ((Qt.Key.Key_5, PAD, 84), (Qt.Key.Key_K, NONE, 45), (Qt.Key.Key_Tab, NONE, 23)):
        before = page.catcher._words.text()
        press(page.catcher, key, held, code)
        assert page.catcher._words.text() != before
        assert page.catcher.isVisible()
    assert opened.settings.keys == {}
    press(page.catcher, Qt.Key.Key_Escape)
    assert not page.catcher.isVisible()
    assert opened.stack.currentWidget() is page


def test_a_key_is_taken_away_and_the_menu_still_does_it(opened, page):
    page.words.setText("search the desk")
    page.none.click()
    assert shortcuts(opened, "edit.search") == []
    assert opened.settings.keys == {"edit.search": ""}


def test_chosen_keys_are_used_from_the_start_of_a_room(opened):
    opened.settings.keys["notes.quote"] = "F12"
    opened.menus.use_keys(opened.settings.keys)
    opened.open_room("notes")
    assert shortcuts(opened, "notes.quote") == ["F12"]


def test_no_key_is_shipped_for_two_actions_that_can_be_done_at_once(page):
    shared = {
        keys: {line.action.name, other.action.name}
        for line in lines(page._places)
        for keys in line.action.keys.split()
        if (other := holder(page._places, line, keys, {})) is not None
    }
    assert shared == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sheet_fits_one_page_in_every_language_and_room(opened, tmp_path, monkeypatch, language):
    opened.use_language(language)
    opened.open_room("floor")  # the room with the most keys
    QApplication.processEvents()
    target = tmp_path / "keys.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_told: (str(target), ""))
    opened.menus.qt_action("help.keys").trigger()
    opened.text_page._ways[1][1].click()
    with pypdfium2.PdfDocument(target) as sheet:
        assert len(sheet) == 1
        told = "".join(sheet[0].get_textpage().get_text_range().split())  # some fonts are set letter by letter
    assert "F1" in told or "1F" in told  # in Arabic a reader may hand out a line from its other end


def test_the_words_of_the_sheet_stand_where_a_line_begins(opened):
    opened.menus.qt_action("help.keys").trigger()
    for language in ("en", "ar"):
        opened.use_language(language)
        document = opened.text_page._text.document()
        keys = document.find("Ctrl+O").block()
        words = keys.next() if language == "ar" else keys.previous()
        places = [document.documentLayout().blockBoundingRect(block).left() for block in (words, keys)]
        assert words.text()
        assert words.textDirection() == opened.layoutDirection()
        assert (places[0] > places[1]) is (language == "ar")
