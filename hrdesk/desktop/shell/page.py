"""Pages that stand where the rooms stand for a while: reading a note, taking a seat, the sheet of keys."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """Speaks another language at once, like everything in the window."""

    def retranslate(self) -> None:
        """Set every word anew."""


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
