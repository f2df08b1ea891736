"""Every page of the window in every language: it opens, everything that takes the focus has a name, nothing is cut."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QToolButton, QWidget

from hrdesk.desktop.shell.leaving_page import Checked
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.exchange.bundle import Have
from hrdesk.exchange.receipt import Receipt
from hrdesk.exchange.trust import Author
from hrdesk.language import LANGUAGES
from hrdesk.paths import resources_folder

PAGES = (
    "start",
    "keys",
    "seat",
    "note",
    "encryption",
    "paper key",
    "backups",
    "locked",
    "leaving",
    "locked starter",
    *(name for name, _ in ROOMS),
)


def show(qtbot, window, entrance, page):
    """Open a page of the window."""
    if page == "start":
        window.start_requested.emit()
        return
    if page == "keys":
        window.menus.qt_action("help.keys").trigger()
    elif page == "seat":
        entrance.ask_seat()
    elif page in ("encryption", "paper key"):
        window.menus.qt_action("file.encryption").trigger()
        if page == "paper key":
            entrance.safekeeping.encryption_page.show_paper("-".join(["0A1B2"] * 13))
    elif page == "backups":
        window.workplace.desk.back_up("asked")
        window.menus.qt_action("file.backups").trigger()
    elif page == "locked":
        window.show_page(entrance.safekeeping.locking.page)
    elif page == "leaving":
        window.menus.qt_action("file.leave").trigger()
        now = window.workplace.desk.file.now()
        have = Have(Path("have"), "", "", now, {}, "")
        entrance.safekeeping.leaving.page.show_receipt(Checked(have, Receipt(Author("", "Secretariat"), now, 5), 2, 1))
    elif page == "locked starter":
        window.show_page(entrance.joining.page)
    elif page == "note":
        entrance.read_note(resources_folder() / "samples" / "concept-note.txt")
        qtbot.waitUntil(window.stack.currentWidget()._keep.isEnabled, timeout=20_000)
    else:
        window.open_room(page)
    QApplication.processEvents()


def unnamed(window):
    """Name the controls in sight that take the focus and tell a screen reader nothing."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus or widget.focusProxy():
            continue
        told = QAccessible.queryAccessibleInterface(widget)
        if not told.text(QAccessible.Text.Name).strip():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def cut(window):
    """Name the buttons whose words do not fit."""
    buttons = [button for kind in (QPushButton, QRadioButton, QToolButton) for button in window.findChildren(kind)]
    return [
        f"{button.text()!r}: {button.width()}"
        for button in buttons
        if button.isVisible()
        and button.fontMetrics().horizontalAdvance(button.text().replace("&", "")) > button.width()
    ]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_in_every_language_and_names_its_controls(qtbot, opened, entrance, page):
    if page in dict(ROOMS) and page not in [room.name for room in opened.rooms._rooms]:
        pytest.skip("this room has no furniture yet")
    opened.resize(1024, 700)
    show(qtbot, opened, entrance, page)
    for language in LANGUAGES:
        opened.use_language(language)
        QApplication.processEvents()
        assert unnamed(opened) == [], language
        assert cut(opened) == [], language
        assert opened.minimumSizeHint().width() <= 1024, (language, opened.minimumSizeHint().width())
