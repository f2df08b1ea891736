"""Pages that stand where the rooms stand for a while: reading a note, taking a seat, the sheet of keys."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class Page(QWidget):
    """Speaks another language at once, like everything in the window."""

    def retranslate(self) -> None:
        """Set every word anew."""

    def lay_in_the_middle(self, body: QVBoxLayout, width: int) -> None:
        """Put ``body`` between two margins, each of which is one part wide where it is ``width`` parts."""
        body.setSpacing(12)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 26, 28, 18)
        outer.addStretch(1)
        outer.addLayout(body, width)
        outer.addStretch(1)


class PageWithBack(Page):
    """``left`` says that a person goes back."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class ReadingPage(Page):
    """What the agenda room gives the window: reads a concept note and hands over what a person left of it.

    ``kept`` carries what is to be saved, ``given_up`` goes back, ``failed`` carries why a note cannot be read.
    """

    kept = Signal(list)
    given_up = Signal()
    failed = Signal(object)

    @property
    def title(self) -> str:
        """Give the title that was understood, for the name of the file."""
        raise NotImplementedError

    def read(self, path: Path) -> None:
        """Read a note and show what was understood."""
        raise NotImplementedError
