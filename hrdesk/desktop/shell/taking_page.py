"""Pages on which something from outside is read, shown and corrected, and only then taken in."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.store.reading import Reader

T = TypeVar("T")

CONTROL = Qt.KeyboardModifier.ControlModifier


class TakingPage(QWidget):
    """Stands where the room stands until what was read is taken, or given up (``left``)."""

    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._turn = 0

    @property
    def is_begun(self) -> bool:
        """Tell whether something is shown that nobody has taken yet."""
        raise NotImplementedError

    def give(self) -> None:
        """Hand over what was pasted, to be read."""
        raise NotImplementedError

    def take(self) -> None:
        """Take in what is ticked, in one step."""
        raise NotImplementedError

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter goes on to the next step; Escape goes back as long as nothing was read."""
        if event.key() == Qt.Key.Key_Escape and not self.is_begun:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & CONTROL:
            if self.is_begun:
                self.take()
            else:
                self.give()
        else:
            super().keyPressEvent(event)

    def _give_up(self) -> None:
        """Let go what is being read: its answer is no longer awaited."""
        self._turn += 1

    def _start(self, read: Callable[[Reader], T], answered: Callable[[T], None]) -> None:
        """Read in another thread; ``answered`` is not told when something else is read by then."""
        self._give_up()
        turn = self._turn

        def work() -> T:
            with self._workplace.desk.reader() as reader:
                return read(reader)

        def on_answered(found: T) -> None:
            if turn == self._turn:
                answered(found)

        def on_failed(error: Exception) -> None:
            self._show_state()
            self._workplace.refused.emit(error)

        self._workplace.start(work, on_answered, on_failed)

    def _show_state(self) -> None:
        """Show how far it is."""
        raise NotImplementedError
