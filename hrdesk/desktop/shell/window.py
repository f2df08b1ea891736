"""The main window: start page or rooms, one notice above them, one line below, and the table of all actions.

Nothing here needs the store: the window is painted before that is imported, and is handed a workplace later.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from hrdesk.desktop.shell.looks import Looks
from hrdesk.desktop.shell.theme import apply_theme
from hrdesk.desktop.shell.waiting import Waiting
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QShowEvent

    from hrdesk.desktop.shell.furniture import Furniture
    from hrdesk.desktop.shell.menus import Menus
    from hrdesk.desktop.shell.notice_bar import NoticeBar
    from hrdesk.desktop.shell.page import Page
    from hrdesk.desktop.shell.rooms import Room, Rooms
    from hrdesk.desktop.shell.start_page import StartPage
    from hrdesk.desktop.shell.status_line import StatusLine
    from hrdesk.desktop.shell.text_page import TextPage
    from hrdesk.desktop.shell.workplace import Workplace
    from hrdesk.settings import Settings

NAME = "hrdesk"

PAINT_MS = 20
"""How long a room is given to be painted before anything else is loaded."""


class Window(Looks):
    """One window, one desk at a time. Wishes that need a desk leave as signals; the entrance fulfils them."""

    def __init__(
        self, app: QApplication, settings: Settings, profile: Path, put_table: Callable[[Window], None]
    ) -> None:
        super().__init__(app, settings, profile)
        self._put_table = put_table
        self._furniture: Furniture | None = None
        self.workplace: Workplace | None = None
        self.rooms: Rooms | None = None
        self._is_painted = False
        self._pages: list[Page] = []
        self.stack = QStackedWidget(self)
        self._waiting = Waiting(self)
        self._waiting.painted.connect(self._on_painted)
        middle = QWidget(self)
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.setSpacing(0)
        self._middle.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        area = app.primaryScreen().availableGeometry()
        self.resize(min(1240, area.width() - 20), min(800, area.height() - 40))
        self.setWindowTitle(NAME)

    def furnish(self) -> Furniture:
        """Bring in what the first moments can do without: menus, notices, the finder, pictures, files dropped here."""
        if self._furniture is not None:
            return self._furniture
        from PySide6.QtGui import QIcon

        from hrdesk.desktop.shell.collector import Collector
        from hrdesk.desktop.shell.furniture import Furniture
        from hrdesk.desktop.shell.undo_keys import UndoKeys
        from hrdesk.paths import resources_folder

        self._furniture = Furniture(self)
        self._middle.insertWidget(0, self.notices)
        self.text_page.left.connect(self.show_desk_or_start)
        self.stack.addWidget(self.text_page)
        self._put_table(self)
        self.start_page.furnish()
        self._waiting.furnish()
        for wish in ("note", "hand", "join", "open", "sample", "recent"):
            getattr(self.start_page, f"{wish}_requested").connect(getattr(self, f"{wish}_requested"))
        self.start_page.person_changed.connect(self.keep_settings)
        self.setWindowIcon(QIcon(str(resources_folder() / "icons" / "hrdesk.svg")))
        apply_theme(self._app, self.settings.theme)
        self._app.styleHints().colorSchemeChanged.connect(lambda: apply_theme(self._app, self.settings.theme))
        UndoKeys(self._app, self)
        self.retranslate()
        Collector(self)
        return self._furniture

    @cached_property
    def start_page(self) -> StartPage:
        """Give the first page, made when it is first wanted: a window that opens on a desk is painted without it."""
        from hrdesk.desktop.shell.start_page import StartPage

        made = StartPage(self.settings, self)
        made.heading.painted.connect(self._on_painted)
        self.stack.addWidget(made)
        return made

    @property
    def notices(self) -> NoticeBar:
        """Give the bar above the rooms."""
        return self.furnish().notices

    @property
    def status(self) -> StatusLine:
        """Give the line at the foot."""
        return self.furnish().status

    @property
    def menus(self) -> Menus:
        """Give menus and shortcuts."""
        return self.furnish().menus

    @property
    def text_page(self) -> TextPage:
        """Give the page to read."""
        return self.furnish().text_page

    # What the entrance asks of the window

    def show_start(self) -> None:
        """Show the start page."""
        is_seen = self._furniture is not None and self.hall.is_on
        self.start_page.show_recent([] if is_seen else self.settings.recent)
        self.stack.setCurrentWidget(self.start_page)
        self._refresh_table()

    def show_waiting(self, words: Callable[[], str]) -> None:
        """Say that something takes a moment."""
        self._waiting.wait_for(words)
        if self.stack.indexOf(self._waiting) < 0:
            self.stack.addWidget(self._waiting)
        self.stack.setCurrentWidget(self._waiting)

    def show_page(self, page: Page) -> None:
        """Show a page that stands where the rooms stand."""
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
            self._pages.append(page)
        self.stack.setCurrentWidget(page)
        page.setFocus()
        self._refresh_table()

    def show_desk_or_start(self) -> None:
        """Go back from a page to where one was."""
        if self.rooms is None:
            self.show_start()
            return
        self.stack.setCurrentWidget(self.rooms)
        self._refresh_table()

    def show_desk(self, workplace: Workplace, rooms: Sequence[Room], first: str) -> None:
        """Show the rooms of a desk, opening on ``first``; the furniture follows when the room is on the screen."""
        from hrdesk.desktop.shell.rooms import Rooms

        self.leave_desk()
        self.speech.have_chinese()  # whatever the window speaks, a desk may hold notes in Chinese
        self.workplace = workplace
        self.rooms = Rooms(workplace, rooms, self)
        self.stack.addWidget(self.rooms)
        self.stack.setCurrentWidget(self.rooms)
        self.rooms.open_room(first)
        QTimer.singleShot(PAINT_MS, lambda: self._attend(workplace))

    def _attend(self, workplace: Workplace) -> None:
        """Follow what happens in the desk that was opened."""
        if self.workplace is not workplace or self.rooms is None:
            return  # closed again meanwhile
        self.furnish()
        workplace.refused.connect(self.notices.tell)
        workplace.changed.connect(self._on_changed)
        workplace.kept.connect(self._on_kept)
        workplace.keeping.connect(self._on_keeping)
        self.rooms.shown.connect(self._on_room)
        self.status.all_kept()
        self.retranslate()
        self.attended.emit()

    def leave_desk(self) -> None:
        """Take the rooms away; what was typed has been kept before."""
        if self.rooms is not None:
            self.rooms.rest()
            self.stack.removeWidget(self.rooms)
            self.rooms.deleteLater()
        self.rooms = None
        self.workplace = None
        if self._furniture is not None:
            self.status.show_seat("")
            self.status.tell(str)
            self.notices.clear()
            self._refresh_table()

    # What the table of actions does

    def undo(self) -> None:
        """Take the last command back."""
        self._take_step(is_undo=True)

    def redo(self) -> None:
        """Do again what was undone."""
        self._take_step(is_undo=False)

    def show_title(self) -> None:
        """Name the file in the title bar, unless others can see it."""
        place = self.workplace
        self.setWindowTitle(f"{place.path.name} – {NAME}" if place is not None and not place.hall.is_on else NAME)

    def find_action(self) -> None:
        """Open the finder."""
        self.furnish().finder.open(self.menus.found(), self._app.focusWidget())

    def open_room(self, name: str) -> None:
        """Go to a room."""
        if self.rooms is not None:
            self.stack.setCurrentWidget(self.rooms)
            self.rooms.open_room(name)

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        self.start_page.retranslate()
        self.furnish().retranslate()
        self._waiting.retranslate()
        if self.rooms is not None:
            self.rooms.retranslate()
            self._on_room(self.rooms.current)
        for page in self._pages:
            page.retranslate()
        self._refresh_table()

    # Qt's calls

    def showEvent(self, event: QShowEvent) -> None:
        """Begin on the first page where nothing else was asked for."""
        if self.stack.currentWidget() is None:
            self.stack.setCurrentWidget(self.start_page)
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being typed; a room may hold the window."""
        if self.rooms is not None and not (self.rooms.leave() and self.rooms.close_up()):
            event.ignore()
            return
        self.closing.emit()
        event.accept()

    # What happens

    def _on_painted(self) -> None:
        """Say once that the window stands on the screen: only then may anything heavy be loaded."""
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.first_painted.emit)

    def _take_step(self, *, is_undo: bool) -> None:
        from hrdesk.desktop.shell.steps import take_step

        place = self.workplace
        if place is not None and not place.is_stepping and self.rooms is not None and self.rooms.leave():
            take_step(place, lambda: self._on_changed(None), is_undo=is_undo, started_by=self)

    def _on_changed(self, _announcement: object) -> None:
        if self.workplace is not None and not self.workplace.is_keeping:
            self.status.all_kept()
        self.notices.clear_refusal()
        self._refresh_table()

    def _on_keeping(self) -> None:
        self.status.tell(lambda: _("Keeping …"))

    def _on_kept(self, sentence: str) -> None:
        """Say what was kept; while something else is still on its way to the disk that is what counts."""
        if self.workplace is not None and not self.workplace.is_keeping:
            self.status.tell_text(sentence)

    def _on_room(self, name: str) -> None:
        if self.rooms is not None:
            panel = self.rooms.panel(name)
            self.menus.show_room(_(panel.TITLE), panel.actions_of_room())
            self._refresh_table()

    def _refresh_table(self) -> None:
        """Bring names and availability of the window's own actions up to date."""
        from hrdesk.desktop.shell.steps import name_steps

        place = self.workplace
        at_work = place is not None and self.stack.currentWidget() is self.rooms
        name_steps(self.menus, place, at_work=at_work)
        for name in ("file.seat", "file.start", "file.backups", "file.encryption", "file.leave", "edit.search"):
            self.menus.qt_action(name).setEnabled(place is not None)
        self.menus.qt_action("file.lock").setEnabled(place is not None and place.desk.file.key is not None)
        for action in self.menus.room_actions():
            action.setEnabled(at_work)
        self.show_title()
