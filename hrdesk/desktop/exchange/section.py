"""One section of the room: a page of its own at the right, one line in the list at the left."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.store.reading import Reader

T = TypeVar("T")


class Section(QWidget):
    """Subclasses set ``TITLE`` (marked with ``N_``); ``counted`` says how many things wait here for a person.

    One that ``SCROLLS_ITSELF`` fills the page, any other is scrolled as a whole where the window is too low for it.
    A section whose number stands in the list (``COUNTS``) reads as long as that list is seen, any other when it is
    looked at; one whose number stands in the tab (``COUNTS_ALWAYS``) reads while people work elsewhere, too.
    """

    TITLE = ""
    COUNTS = COUNTS_ALWAYS = False
    SCROLLS_ITSELF = False

    counted = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workplace = workplace
        self.waiting = 0
        self._asked = 0
        self._is_due = True

    def refresh(self) -> None:
        """Read everything anew."""

    def hear(self, *, is_room_seen: bool) -> None:
        """Follow a change of the desk, at once where somebody looks or a number stands, else later."""
        self._is_due = True
        if self.COUNTS_ALWAYS or self.isVisible() or (self.COUNTS and is_room_seen):
            self._catch_up()

    def catch_up(self) -> None:
        """Read what was missed while the room was out of sight, if a number stands in its list."""
        if self.COUNTS:
            self._catch_up()

    def retranslate(self) -> None:
        """Set every word anew."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while it was out of sight."""
        super().showEvent(event)
        self._catch_up()

    def ask(self, question: Callable[[Reader], T], answered: Callable[[T], None]) -> None:
        """Ask in another thread; an answer that a newer question or ``forget_answers`` overtook is left out."""
        self._asked += 1
        number = self._asked

        def on_answer(told: T) -> None:
            if isValid(self) and number == self._asked:
                answered(told)

        self.workplace.read(question, on_answer)

    def start(self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do work in another thread; what comes of it after the room is gone finds nobody."""
        self.workplace.start(
            work,
            lambda told: answered(told) if isValid(self) else None,
            lambda error: failed(error) if isValid(self) else None,
        )

    def forget_answers(self) -> None:
        """Let no answer come that is on its way: it knows less than what stands here."""
        self._asked += 1

    def count(self, number: int) -> None:
        """Tell how many things wait here."""
        self.waiting = number
        self.counted.emit(number)

    def _catch_up(self) -> None:
        if self._is_due:
            self._is_due = False
            self.refresh()
