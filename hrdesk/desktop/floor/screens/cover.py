"""Darkness over a screen that a hall looks at, while nothing is to be seen there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.colours import DARK, DOT


class Cover(QWidget):
    """Covers a screen, with a dot in the corner for who looks whether it is on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dark and the dot."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(DARK))
        side = max(6, self.height() // 120)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(DOT))
        painter.drawEllipse(self.width() - 3 * side, self.height() - 3 * side, side, side)
        painter.end()
