"""The table of the window's own actions; the rooms bring theirs."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.desktop.shell.action import UNDO, Action, native
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.language import LANGUAGES, N_
from hrdesk.language.isolation import isolate
from hrdesk.language.names import own_name
from hrdesk.paths import resources_folder

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from hrdesk.desktop.shell.window import Window

HALL_KEYS = "Ctrl+Shift+H"

THEMES = (("", N_("As the system")), ("light", N_("Light")), ("dark", N_("Dark")))


def put_table(window: Window) -> None:
    """Put the window's own actions into its menus."""
    menus = window.menus
    menus.use_keys(window.settings.keys)
    menus.show_room("", ())
    menus.put(
        (
            Action("file.note", N_("&New from a concept note…"), "Ctrl+N", window.note_requested.emit, "file"),
            Action("file.hand", N_("New by &hand…"), "", partial(_begin_by_hand, window), "file"),
            Action("file.join", N_("&Join from a starter bundle…"), "Ctrl+K", window.join_requested.emit, "file"),
            Action("file.open", N_("&Open a desk…"), "Ctrl+O", window.open_requested.emit, "file"),
        )
    )
    _offer_recent(window, menus.submenu("file", N_("&Recent desks")))
    menus.put(
        (
            Action("file.sample", N_("Look at the &sample"), "", window.sample_requested.emit, "file"),
            Action("file.seat", N_("&Take a seat…"), "", window.seat_requested.emit, "file"),
            Action("file.backups", N_("&Backups…"), "", window.backups_requested.emit, "file"),
            Action("file.encryption", N_("&Encryption and passphrase…"), "", window.encryption_requested.emit, "file"),
            Action("file.lock", N_("&Lock now"), "Ctrl+Shift+W", window.lock_requested.emit, "file"),
            Action("file.leave", N_("Lea&ve nothing here…"), "", window.leaving_requested.emit, "file"),
            Action("file.start", N_("Close this desk"), "Ctrl+W", window.start_requested.emit, "file"),
        )
    )
    menus.part("file")
    menus.put((Action("file.quit", N_("&Quit"), "Ctrl+Q", lambda: _close(window), "file"),))
    menus.put(
        (
            Action("edit.undo", N_("&Undo"), UNDO, window.undo, "edit"),
            Action("edit.redo", N_("&Redo"), "Ctrl+Shift+Z Ctrl+Y", window.redo, "edit"),
            Action("edit.search", N_("&Search the desk…"), "Ctrl+Shift+F", partial(_search, window), "edit"),
        )
    )
    menus.put(
        [
            Action(f"view.{name}", title, f"Ctrl+{number}", partial(window.open_room, name), "view")
            for number, (name, title) in enumerate(ROOMS, 1)
        ]
    )
    menus.part("view")
    menus.choices(
        menus.submenu("view", N_("&Language")),
        [Action(f"language.{one}", own_name(one), "", partial(window.use_language, one)) for one in LANGUAGES],
        f"language.{window.language}",
    )
    menus.choices(
        menus.submenu("view", N_("&Colours")),
        [Action(f"theme.{name}", label, "", partial(window.use_theme, name)) for name, label in THEMES],
        f"theme.{window.settings.theme}",
    )
    menus.put(
        (
            Action("view.larger", N_("Larger text"), "Ctrl++ Ctrl+=", partial(window.step_text, 1), "view"),
            Action("view.smaller", N_("Smaller text"), "Ctrl+-", partial(window.step_text, -1), "view"),
            Action("view.normal", N_("Text as meant"), "Ctrl+0", partial(window.step_text, 0), "view"),
        )
    )
    menus.part("view")
    menus.put(
        (
            Action("view.hall", N_("&Hall mode: hide what is confidential"), HALL_KEYS, window.toggle_hall, "view"),
            Action("view.hall_by_itself", N_("Hall mode by itself on a projector"), "", window.opt_hall, "view"),
        )
    )
    _follow_hall(window)
    menus.put((Action("help.find", N_("&Find an action…"), "Ctrl+Shift+P", window.find_action, "help"),))
    menus.put((Action("help.keys", N_("&Keys"), "F1", partial(_show_keys, window), "help"),))
    menus.put((Action("help.change_keys", N_("&Change keys…"), "", partial(_change_keys, window), "help"),))
    if _guide("en").is_file():
        menus.put((Action("help.guide", N_("&Guide"), "Shift+F1", partial(_show_guide, window), "help"),))


def _begin_by_hand(window: Window) -> None:
    """Close the desk, unless a room holds it, and ask for the title of the next one."""
    window.start_requested.emit()
    if window.rooms is None:
        window.start_page.ask_title()


def _offer_recent(window: Window, menu: QMenu) -> None:
    """List the desks that were open before, anew whenever the menu is opened."""

    def fill() -> None:
        menu.clear()
        recent = [] if window.hall.is_on else window.settings.recent  # names of files are nobody else's affair
        for told in recent:
            action = menu.addAction(isolate(Path(told).name).replace("&", "&&"))
            action.setToolTip(told)
            action.triggered.connect(partial(window.recent_requested.emit, told))
        menu.setEnabled(bool(recent))

    fill()
    window.hall.changed.connect(lambda _on: fill())
    window.menus.menu("file").aboutToShow.connect(fill)


def _follow_hall(window: Window) -> None:
    """Show in the menu and at the foot whether the hall sees the window."""
    hall, menus = window.hall, window.menus

    def show() -> None:
        window.status.show_hall(hall.is_on)
        menus.qt_action("view.hall").setChecked(hall.is_on)
        menus.qt_action("view.hall_by_itself").setChecked(hall.is_by_itself)
        window.show_title()

    for name in ("view.hall", "view.hall_by_itself"):
        menus.qt_action(name).setCheckable(True)
    hall.changed.connect(show)
    hall.opted.connect(show)
    show()


def _search(window: Window) -> None:
    """Open the search over the window; it is made when it is first wished for."""
    from hrdesk.desktop.shell.search_box import SearchBox

    if window.workplace is None or window.rooms is None:
        return
    box = window.findChild(SearchBox)
    if box is None:
        box = SearchBox(window)
        box.chosen.connect(window.record_requested)
        window.hall.changed.connect(box.look_anew)
    if not box.is_over(window.workplace):
        window.rooms.destroyed.connect(box.forget)  # closed or locked: nothing of the desk stays on the screen
    box.open(window.workplace, window.focusWidget())


def _close(window: Window) -> None:
    window.close()


def _show_keys(window: Window) -> None:
    """Show the sheet of keys, which is loaded when it is wished for, as the page that changes them."""
    from hrdesk.desktop.shell.keys import show_sheet

    show_sheet(window)


def _change_keys(window: Window) -> None:
    from hrdesk.desktop.shell.keys import change_keys

    change_keys(window)


_KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:Page )?\w+|\b(?:(?:Page |Pg)(?:Up|Down)|Del|Insert)\b", re.ASCII)
"""Keys in the guide: shown as the menus show them, which in French is Ctrl+Maj+T."""


def _show_guide(window: Window) -> None:
    def text() -> str:
        path = _guide(window.language)
        told = (path if path.is_file() else _guide("en")).read_text("utf-8")
        return _KEYS.sub(lambda found: native(found[0].replace("Page ", "Pg")), told)

    window.text_page.show_text(text, markdown=True)
    window.show_page(window.text_page)


def _guide(language: str) -> Path:
    return resources_folder() / "guide" / f"{language}.md"
