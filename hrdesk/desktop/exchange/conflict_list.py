"""The list of conflicts, from which figures choose among the versions of the one that is shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget

MOST_KEYS = 9


class ConflictList(QListWidget):
    """``number_pressed`` carries the place of a version, counted from 0."""

    number_pressed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the figures."""
        if event.text().isdigit() and 1 <= int(event.text()) <= MOST_KEYS:
            self.number_pressed.emit(int(event.text()) - 1)
            return
        super().keyPressEvent(event)
