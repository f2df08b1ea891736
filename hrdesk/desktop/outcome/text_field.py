"""A text field that fills its place: for paragraphs that are written, and for source and wording side by side."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from hrdesk.desktop.widgets.prose import direction_of


class TextField(QPlainTextEdit):
    """Plain text running in the direction of its language, else of its own letters. ``left`` tells that it was left."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language_direction: Qt.LayoutDirection | None = None
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(8)
        self.textChanged.connect(self._turn)
        self._turn()

    def text(self) -> str:
        """Give the text."""
        return self.toPlainText()

    def show_text(self, text: str) -> None:
        """Show ``text`` from its start; what was typed before cannot be brought back into it."""
        if text != self.toPlainText():
            self.setPlainText(text)

    def run_in(self, direction: Qt.LayoutDirection | None) -> None:
        """Let the text run in the direction of its language, whatever its first letter; None asks the letters."""
        self._language_direction = direction
        self._turn()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left; a menu over it is no leaving."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window when it is mirrored."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._turn()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste text without the control characters that no field keeps."""
        self.insertPlainText("".join(one for one in source.text() if one in "\n\t" or ord(one) >= 32))

    def _turn(self) -> None:
        option: QTextOption = self.document().defaultTextOption()
        direction = self._language_direction or direction_of(self.toPlainText(), self.layoutDirection())
        is_right = direction == Qt.LayoutDirection.RightToLeft
        # Direction alone leaves Arabic at the left side: QPlainTextEdit never mirrors the alignment itself.
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        if option.textDirection() != direction or option.alignment() != side:
            option.setTextDirection(direction)
            option.setAlignment(side)
            self.document().setDefaultTextOption(option)
