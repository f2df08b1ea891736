"""The list of conflicts: figures choose among the versions of the one that is shown, Enter settles it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QWidget


class ConflictList(QListWidget):
    """``number_pressed`` carries the figure, ``settle_requested`` the wish to settle with what was chosen."""

    number_pressed = Signal(int)
    settle_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the figures, of whatever script, and Enter."""
        if event.text().isdecimal():
            self.number_pressed.emit(int(event.text()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settle_requested.emit()
        else:
            super().keyPressEvent(event)
