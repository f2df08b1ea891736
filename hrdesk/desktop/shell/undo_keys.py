"""Lets Undo and Redo reach the desk where the field one is in has nothing of its own to take back.

And keeps Copy from lists: Qt's own would put into the clipboard, which other programs read and some systems remember,
whatever a line says, confidential or not. A list that knows what may leave has a ``copy`` of its own.
"""

import contextlib

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget


class UndoKeys(QObject):
    """Goes with the focus from field to field and looks only at keys that a field could take for itself.

    It does not watch the application: every event of every widget would then wait for whatever Python is doing in
    another thread, dozens of them for each key that is typed.
    """

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        app.focusChanged.connect(self._on_focus)
        self._on_focus(None, app.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep a field that has nothing to take back from swallowing the keys, and a list from copying."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            is_undo = event.matches(QKeySequence.StandardKey.Undo)
            is_redo = event.matches(QKeySequence.StandardKey.Redo)
            if (is_undo and not _can(watched, "Undo")) or (is_redo and not _can(watched, "Redo")):
                event.ignore()
                return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_list = isinstance(watched, QAbstractItemView) and not hasattr(watched, "copy")
            return is_list and event.matches(QKeySequence.StandardKey.Copy)
        return False

    def _on_focus(self, before: QWidget | None, now: QWidget | None) -> None:
        with contextlib.suppress(RuntimeError):  # the field one was in is gone
            if before is not None:
                before.removeEventFilter(self)
        if now is not None:
            now.installEventFilter(self)


def _can(watched: QObject, what: str) -> bool:
    """Tell whether the field with the focus has something of its own to undo or redo."""
    if isinstance(watched, QLineEdit):
        return bool(getattr(watched, f"is{what}Available")())
    if isinstance(watched, QPlainTextEdit):
        return bool(getattr(watched.document(), f"is{what}Available")())
    return not isinstance(watched, QWidget)
