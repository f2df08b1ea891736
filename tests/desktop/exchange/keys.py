"""A hand that presses keys on whatever has the focus and counts them."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication


class Hand:
    def __init__(self):
        self.pressed = 0

    def press(self, key, text=""):
        focus = QApplication.focusWidget()
        assert focus is not None
        self.pressed += 1
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def figure(self, figure):
        self.press(Qt.Key(int(Qt.Key.Key_0) + figure), str(figure))

    def enter(self):
        self.press(Qt.Key.Key_Return, "\r")
