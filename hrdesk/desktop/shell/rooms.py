"""The rooms as tabs, in the order of the work. Each is built when it is first looked at, so that the first is quick."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QTabWidget, QVBoxLayout, QWidget

from hrdesk.desktop.shell.hall_words import COVERED, hidden_words
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from hrdesk.desk import Announcement
    from hrdesk.desktop.shell.panel import Panel
    from hrdesk.desktop.shell.workplace import Workplace

IDLE_MS = 400
"""How long the window rests before it builds a room that nobody has looked at yet."""

HALL_MARGIN = 8
"""Pixels around what is said over a room in hall mode."""


@dataclass(frozen=True)
class Room:
    """A room that the window can show: its name, its title (marked with ``N_``), and how its panel is made."""

    name: str
    title: str
    make: Callable[[Workplace], Panel]


class Rooms(QTabWidget):
    """One tab for each room. ``shown`` names the room that is shown now."""

    shown = Signal(str)

    def __init__(self, workplace: Workplace, rooms: Sequence[Room], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._rooms = list(rooms)
        self._panels: dict[str, Panel] = {}
        self._holders: list[QVBoxLayout] = []
        self._told: dict[str, QLabel] = {}
        self._waiting: dict[str, int] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._on_idle)
        self.setDocumentMode(True)
        for room in rooms:
            holder = QWidget(self)
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._holders.append(layout)
            self.addTab(holder, _(room.title))
        self.retranslate()
        self.currentChanged.connect(self._on_changed)
        # Whoever walks along the tabs by arrow keys stays on them; whoever points at one wants to work there.
        self.tabBarClicked.connect(lambda place: QTimer.singleShot(0, self, partial(self._focus, place)))
        workplace.changed.connect(self._on_announced)
        workplace.hall.changed.connect(self._on_hall)

    @property
    def current(self) -> str:
        """Name the room that is shown."""
        return self._rooms[self.currentIndex()].name

    def panel(self, name: str) -> Panel:
        """Give the panel of a room, built now if it was not yet."""
        if name not in self._panels:
            place = self._place(name)
            panel = self._rooms[place].make(self._workplace)
            self._panels[name] = panel
            told = QLabel(self)
            told.setWordWrap(True)
            told.setMargin(HALL_MARGIN)
            self._told[name] = told
            self._holders[place].addWidget(told)
            self._holders[place].addWidget(panel, 1)
            panel.hidden_told.connect(lambda _count: self._tell_hall(name))
            panel.refresh()
            self._tell_hall(name)
        return self._panels[name]

    def built(self) -> list[Panel]:
        """List the panels that are there, in the order of the rooms."""
        return [self._panels[room.name] for room in self._rooms if room.name in self._panels]

    def open_room(self, name: str) -> None:
        """Show a room, the cursor where its work is; one that is not in this window is no wish at all."""
        if any(room.name == name for room in self._rooms):
            if self._place(name) == self.currentIndex():
                self._on_changed(self.currentIndex())
            else:
                self.setCurrentIndex(self._place(name))
            self.panel(name).setFocus(Qt.FocusReason.ShortcutFocusReason)
            self._idle.start()

    def all(self) -> list[Panel]:
        """List the panels of all rooms, building those nobody has looked at."""
        return [self.panel(room.name) for room in self._rooms]

    def count_waiting(self, name: str, number: int) -> None:
        """Say in a room's title how many things wait there for a person."""
        self._waiting[name] = number
        self._name_tab(self._place(name))

    def rest(self) -> None:
        """Build nothing any more: the desk is about to close."""
        self._idle.stop()

    def leave(self) -> bool:
        """Let every room keep what is being typed; False when one holds the window, which is then shown."""
        for panel in self.built():
            if not panel.leave():
                self.open_room(panel.ROOM)
                return False
        return True

    def close_up(self) -> bool:
        """Ask every room whether the desk may be closed; the one that says no is shown, and tells why."""
        for panel in self.built():
            if not panel.close_up():
                self.open_room(panel.ROOM)
                return False
        return True

    def retranslate(self) -> None:
        """Set the titles anew, and the words of every room that is built."""
        self.setAccessibleName(_("Rooms"))
        self.tabBar().setAccessibleName(_("Rooms"))
        for place in range(len(self._rooms)):
            self._name_tab(place)
            self.setTabToolTip(place, f"Ctrl+{place + 1}")
        for panel in self.built():
            panel.retranslate()
            self._tell_hall(panel.ROOM)

    def _focus(self, place: int) -> None:
        if place == self.currentIndex():
            self.panel(self.current).setFocus(Qt.FocusReason.MouseFocusReason)

    def _name_tab(self, place: int) -> None:
        room = self._rooms[place]
        title, number = _(room.title), self._waiting.get(room.name)
        words = _("{room} ({number})", room=title, number=str(number)) if number else title
        self.setTabText(place, words.replace("&", "&&"))

    def _place(self, name: str) -> int:
        return next(at for at, room in enumerate(self._rooms) if room.name == name)

    def _on_changed(self, place: int) -> None:
        if place >= 0:
            name = self._rooms[place].name
            self.panel(name)
            self.shown.emit(name)

    def _on_hall(self, _on: bool) -> None:
        for panel in self.built():
            self._tell_hall(panel.ROOM)

    def _tell_hall(self, name: str) -> None:
        """Say over a room how much of it the hall does not see; cover one that does not hide that by itself."""
        panel, told = self._panels[name], self._told[name]
        is_on = self._workplace.hall.is_on
        words = "" if not is_on else hidden_words(panel.hidden) if panel.HIDES else _(COVERED)
        told.setText(words)
        told.setAccessibleName(words)
        told.setVisible(bool(words))
        panel.setVisible(panel.HIDES or not is_on)

    def _on_announced(self, announcement: Announcement) -> None:
        for panel in self.built():
            panel.hear(announcement)

    def _on_idle(self) -> None:
        """Build one room more while nothing else happens."""
        missing = [room.name for room in self._rooms if room.name not in self._panels]
        if missing:
            self.panel(missing[0])
        if len(missing) <= 1:
            self._idle.stop()
