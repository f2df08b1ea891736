"""Reads texts out to the hall, one after the other: on a projector where there is one, else in a window of its own."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.floor.screens.awake import Awake
from hrdesk.desktop.floor.screens.lettering import have_chinese
from hrdesk.desktop.floor.screens.placing import Placing
from hrdesk.desktop.recommendations.read_out_screen import ReadOutScreen
from hrdesk.desktop.recommendations.read_out_words import KINDS, Reading, read_for_the_hall, shown
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _, plural_


class ReadOut(QObject):
    """The read-out of one window. ``moved`` carries the recommendation that the hall sees now."""

    moved = Signal(str)

    def __init__(self, workplace: Workplace, window: QWidget) -> None:
        super().__init__(window)
        self._workplace, self._window = workplace, window
        self._reading = Reading()
        self._record = ""
        self._told_hidden, self._is_beginning = 0, False
        self._screen: ReadOutScreen | None = None
        self._placing: Placing | None = None
        self._awake = Awake(self)

    @property
    def screen(self) -> ReadOutScreen | None:
        """Give the window that the hall sees, if it was ever opened."""
        return self._screen

    @property
    def is_shown(self) -> bool:
        """Tell whether the hall sees a text."""
        return self._screen is not None and not self._screen.isHidden()

    @property
    def record(self) -> str:
        """Give the recommendation that the hall sees, or an empty text."""
        return self._record

    def begin_with(self, record: str) -> None:
        """Say with which one to begin; what is being read out already stays."""
        if not self.is_shown:
            self._record = record

    def toggle(self) -> None:
        """Show or hide the screen of the hall."""
        screen, placing = self._made()
        if self.is_shown:
            placing.hide(screen)
            self._awake.release()
            self._workplace.kept.emit(_("The hall sees no text any more."))
            return
        self._told_hidden, self._is_beginning = 0, True
        self._show()
        screen.black_out(False)
        placing.show(screen)
        self._awake.hold()
        self.refresh()

    def go_on(self) -> None:
        """Read out what follows: the next page, or the next text."""
        self._step(1)

    def go_back(self) -> None:
        """Read out what came before."""
        self._step(-1)

    def darken(self) -> None:
        """Darken the screen, or show it again."""
        if self._screen is not None and self.is_shown:
            self._screen.black_out(not self._screen.is_dark)

    def refresh(self) -> None:
        """Read anew what there is to read out."""
        self._workplace.read(read_for_the_hall, self._on_read)

    def hear(self, announcement: Announcement) -> None:
        """Follow what changes in the wording while the hall sees it."""
        if self.is_shown and announcement.concerns(*KINDS):
            self.refresh()

    def retranslate(self) -> None:
        """Name the window anew."""
        if self._screen is not None:
            self._screen.retranslate()

    def close(self) -> None:
        """Take the screen away; called before the desk is closed."""
        self._reading = Reading()
        self._awake.close()
        if self._screen is not None:
            self._screen.blockSignals(True)
            self._screen.close()
            self._screen.deleteLater()
            self._screen = None
        if self._placing is not None:
            self._placing.deleteLater()
            self._placing = None

    def _made(self) -> tuple[ReadOutScreen, Placing]:
        if self._screen is None or self._placing is None:
            self._screen = ReadOutScreen()
            self._placing = Placing(self._window, (self._screen,), parent=self)
            self._screen.stepped.connect(self._step)
            self._screen.dark_requested.connect(self.darken)
            # When the event that closes it is over: until then it still counts as shown.
            self._screen.closed.connect(self._on_closed, Qt.ConnectionType.QueuedConnection)
        return self._screen, self._placing

    def _step(self, way: int) -> None:
        if self._screen is None or not self.is_shown or self._screen.turn(way):
            return
        record = self._reading.beside(self._record, way)
        if record and record != self._record:
            self._record = record
            self._show()
            self.moved.emit(record)

    def _on_read(self, reading: Reading) -> None:
        self._reading = reading
        if not self.is_shown:
            return
        if self._is_beginning:
            self._is_beginning = False
            self._record = reading.nearest(self._record)
        self._show()
        if reading.hidden and reading.hidden != self._told_hidden:
            self._workplace.kept.emit(
                plural_(
                    "{number} recommendation is not public and is not shown to the hall.",
                    "{number} recommendations are not public and are not shown to the hall.",
                    reading.hidden,
                )
            )
        self._told_hidden = reading.hidden

    def _show(self) -> None:
        """Show the one that is meant; nothing, where the hall may not see it any more."""
        if self._screen is None:
            return
        told = shown(self._reading, self._record)
        if told.needs_chinese:
            have_chinese()
        self._screen.show_passage(told)

    def _on_closed(self) -> None:
        self._awake.release()
        if self._placing is not None:
            self._placing.forget_hidden()
