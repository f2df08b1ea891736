"""The line in which a note is typed: Enter keeps it, Shift+Enter begins a new line, Esc twice clears it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.widgets.prose import Prose

QUOTATION_MARKS = {
    "ar": ("«", "»"),
    "en": ("“", "”"),
    "es": ("«", "»"),
    "fr": ("«\u202f", "\u202f»"),
    "ru": ("«", "»"),
    "zh": ("“", "”"),
}
"""Around a quotation, by the language of the note."""


class TypingLine(Prose):
    """One line that grows to a paragraph. ``escape_asked`` comes with the first Esc, ``escaped`` with the second.

    ``blank_typed`` tells that a word has been ended by a blank. ``on_key`` is asked first, with Tab too, and tells
    whether it took a key.
    """

    entered = Signal()
    escape_asked = Signal()
    escaped = Signal()
    blank_typed = Signal()

    def __init__(self, parent: QWidget | None = None, fewest: int = 1, most: int = 8) -> None:
        self._is_escape_asked = False
        self.on_key: Callable[[int], bool] = lambda _key: False
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

    def quote(self, language: str) -> bool:
        """Put quotation marks around what is chosen; tell whether anything was."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return False
        opening, closing = QUOTATION_MARKS[language]
        cursor.insertText(f"{opening}{cursor.selectedText()}{closing}")
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read Enter and Esc; every other key is the text's own."""
        if event.modifiers() == Qt.KeyboardModifier.NoModifier and self.on_key(event.key()):
            return
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        if event.key() == Qt.Key.Key_Escape:
            self._on_escape()
            return
        self._is_escape_asked = False
        super().keyPressEvent(event)
        if event.text().isspace():
            self.blank_typed.emit()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Hear the blank that an input method hands over, alone or behind a word."""
        super().inputMethodEvent(event)
        if event.commitString()[-1:].isspace():
            self.blank_typed.emit()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's own word
        """Let Tab take what is offered; without an offer it moves on."""
        return (next and self.on_key(Qt.Key.Key_Tab)) or super().focusNextPrevChild(next)

    def _on_escape(self) -> None:
        if self._is_escape_asked or not self.toPlainText():
            self._is_escape_asked = False
            self.escaped.emit()
            return
        self._is_escape_asked = True
        self.escape_asked.emit()

    def _on_typed(self) -> None:
        self._is_escape_asked = False
