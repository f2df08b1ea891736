"""Refuses whatever does not come from a keyboard."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

Kind = QEvent.Type

POINTING = frozenset(
    {Kind.MouseButtonPress, Kind.MouseButtonRelease, Kind.MouseButtonDblClick, Kind.MouseMove, Kind.Wheel}
    | {Kind.NonClientAreaMouseButtonPress, Kind.NonClientAreaMouseButtonRelease, Kind.NonClientAreaMouseMove}
    | {Kind.TouchBegin, Kind.TouchUpdate, Kind.TouchEnd, Kind.TouchCancel, Kind.NativeGesture, Kind.Gesture}
    | {Kind.TabletPress, Kind.TabletMove, Kind.TabletRelease, Kind.DragEnter, Kind.DragMove, Kind.Drop}
)
"""What a hand on anything but the keyboard does."""


class OnlyKeys(QObject):
    """Refuses whatever does not come from a keyboard, and tells ``refused`` what it was; counts the keys."""

    def __init__(self, refused: Callable[[str], object]) -> None:
        super().__init__()
        self._refused = refused
        self.keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - the name that Qt calls
        """Let keys through, and count each once, at the widget it is meant for."""
        kind = event.type()
        by_mouse = isinstance(event, QContextMenuEvent) and event.reason() == QContextMenuEvent.Reason.Mouse
        if kind in POINTING or by_mouse:
            self._refused(f"{kind.name} at {type(watched).__name__}")
            return True
        self.keys += kind == Kind.KeyPress and watched is QApplication.focusWidget()
        return False
