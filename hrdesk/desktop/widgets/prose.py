"""A text field of several lines that grows with its text and runs in the direction of its own letters."""

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

FEWEST_LINES, MOST_LINES = 2, 14


def direction_of(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Give the direction of the first letter that has one; a text without any runs like the window."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in {"R", "AL"}:
            return Qt.LayoutDirection.RightToLeft
        if kind == "L":
            return Qt.LayoutDirection.LeftToRight
    return otherwise


class Prose(QPlainTextEdit):
    """Plain text that keeps no formatting, leaves Tab to move on, and tells when it is left."""

    left = Signal()

    def __init__(
        self,
        parent: QWidget | None = None,
        fewest: int = FEWEST_LINES,
        most: int = MOST_LINES,
        *,
        one_paragraph: bool = False,
    ) -> None:
        super().__init__(parent)
        self._fewest, self._most, self._one_paragraph = fewest, most, one_paragraph
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_changed)
        self._on_changed()

    def text(self) -> str:
        """Give the text."""
        return self.toPlainText()

    def setText(self, text: str) -> None:
        """Show ``text``; the cursor stays at its start."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def sizeHint(self) -> QSize:
        """Ask for as many lines as the text has, within the bounds."""
        return QSize(super().sizeHint().width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """Never ask for less than the fewest lines."""
        return QSize(120, self._height())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu over it is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """In a text of one paragraph Enter keeps what is there instead of breaking the line."""
        if self._one_paragraph and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew: a narrower field has more of them."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a new font or direction of the window."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._on_changed()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text without the control characters that no field keeps."""
        clean = "".join(one for one in source.text() if one in "\n\t" or unicodedata.category(one) != "Cc")
        self.insertPlainText(" ".join(clean.split()) if self._one_paragraph else clean)

    def _height(self) -> int:
        lines = max(self._fewest, min(self._most, int(self.document().size().height())))
        margins = self.contentsMargins()
        frame = margins.top() + margins.bottom() + 2 * int(self.document().documentMargin())
        return lines * self.fontMetrics().lineSpacing() + frame + 2

    def _grow(self) -> None:
        is_long = self.document().size().height() > self._most
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if is_long else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != policy:
            self.setVerticalScrollBarPolicy(policy)
        wanted = self._height()
        if self.minimumHeight() != wanted:
            self.setFixedHeight(wanted)
            self.updateGeometry()

    def _on_changed(self) -> None:
        option = self.document().defaultTextOption()
        direction = direction_of(self.toPlainText(), self.layoutDirection())
        if option.textDirection() != direction:
            option.setTextDirection(direction)
            # Qt orders the words by the text's direction but leaves the lines on the left.
            rightward = direction == Qt.LayoutDirection.RightToLeft
            option.setAlignment(Qt.AlignmentFlag.AlignRight if rightward else Qt.AlignmentFlag.AlignLeft)
            self.document().setDefaultTextOption(option)
        self._grow()
