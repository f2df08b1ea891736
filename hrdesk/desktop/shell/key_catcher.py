"""Waits for the key that a person gives to an action, before any shortcut of the window takes it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.shell.key_rules import is_still_to_come, pressed


class KeyCatcher(QFrame):
    """A field that takes one key. ``caught`` carries it and whether it lies on a number pad; ``left`` gives up."""

    caught = Signal(str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)

    def say(self, words: str) -> None:
        """Say what is waited for, or why what was pressed is not taken."""
        self._words.setText(words)
        self.setAccessibleName(words)

    def event(self, event: QEvent) -> bool:
        """Take every key before a shortcut does."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the key on; Esc gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif not is_still_to_come(event.key()):
            is_arrow = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
            on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier) and not is_arrow
            self.caught.emit(pressed(event), on_pad)
        event.accept()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: ARG002, A002 - Qt's own word
        """Leave Tab to be told that it cannot be taken."""
        return False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Give up where a person goes elsewhere; a window that comes to the front takes the keys only for a while."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.left.emit()
