"""The line in which a note is typed: Enter keeps it, Shift+Enter begins a new line, Esc twice clears it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.widgets.prose import Prose


class TypingLine(Prose):
    """One line that grows to a paragraph. ``escape_asked`` comes with the first Esc, ``escaped`` with the second."""

    entered = Signal()
    escape_asked = Signal()
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None, fewest: int = 1, most: int = 8) -> None:
        self._is_escape_asked = False
        super().__init__(parent, fewest, most)
        self.textChanged.connect(self._on_typed)
        self._on_typed()

    def wipe(self) -> None:
        """Clear the line so that undo brings the text back."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()

    def put(self, text: str, cursor: int) -> None:
        """Show ``text`` with the cursor at ``cursor``."""
        self.setPlainText(text)
        place = self.textCursor()
        place.setPosition(max(0, min(cursor, self.document().characterCount() - 1)))
        self.setTextCursor(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read Enter and Esc; every other key is the text's own."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
            return
        self._is_escape_asked = False
        super().keyPressEvent(event)

    def _on_escape(self) -> None:
        if self._is_escape_asked or not self.toPlainText():
            self._is_escape_asked = False
            self.escaped.emit()
            return
        self._is_escape_asked = True
        self.escape_asked.emit()

    def _on_typed(self) -> None:
        self._is_escape_asked = False
