"""The figures of a clock, as large as a screen allows; each second paints only the figures that changed.

They run from left to right in every language, and a figure never moves because another one changed its width.
"""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.colours import INK, PAPER

_FILLED = 0.86
"""Of the height that the figures take; the rest is air."""

_PROBE = 200
"""Pixels of the size that is measured, from which the others follow."""


class FigureRow(QWidget):
    """Figures in cells of one width, in the middle or, ``at_edge``, where lines of the language end."""

    def __init__(self, parent: QWidget, *, at_edge: bool = False) -> None:
        super().__init__(parent)
        self._at_edge = at_edge
        self._text = ""
        self._ground, self._ink = QColor(PAPER), QColor(INK)
        self._cells: list[QRect] = []
        self._font = QFont()
        self._baseline = 0

    @property
    def text(self) -> str:
        """Give the figures that stand here."""
        return self._text

    def say(self, text: str) -> None:
        """Show other figures, painting the cells alone that differ where their number stays."""
        if text == self._text:
            return
        before, self._text = self._text, text
        if len(before) != len(text):
            self._measure()
            self.update()
        else:
            for cell, old, new in zip(self._cells, before, text, strict=True):
                if old != new:
                    self.update(cell)
        self.setAccessibleName(text)  # without an event: what is read aloud is told at the thresholds alone

    def colour(self, ground: str, ink: str) -> None:
        """Show the figures in other colours."""
        if (QColor(ground), QColor(ink)) != (self._ground, self._ink):
            self._ground, self._ink = QColor(ground), QColor(ink)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        self._measure()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Change sides with the direction of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._arrange()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, and the figures whose cells are asked for."""
        painter = QPainter(self)
        asked = event.region()
        painter.fillRect(asked.boundingRect(), self._ground)
        painter.setFont(self._font)
        painter.setPen(self._ink)
        measure = QFontMetrics(self._font)
        for cell, sign in zip(self._cells, self._text, strict=True):
            if asked.intersects(cell):
                left = cell.left() + (cell.width() - measure.horizontalAdvance(sign)) // 2
                painter.drawText(QPoint(left, self._baseline), sign)
        painter.end()

    def _measure(self) -> None:
        """Choose the size: room is kept for the sign of overtime, so that nothing shrinks when it comes."""
        self._font = QFont(self.font())
        self._font.setBold(True)
        self._font.setPixelSize(_PROBE)
        plain = self._text.removeprefix("+") or "0:00"
        measure = QFontMetrics(self._font)
        wide = sum(_width(measure, sign) for sign in f"+{plain}")
        high = measure.tightBoundingRect("0").height()
        by_width = self.width() * _PROBE / max(wide, 1)
        by_height = self.height() * _FILLED * _PROBE / max(high, 1)
        self._font.setPixelSize(max(int(min(by_width, by_height)), 1))
        tight = QFontMetrics(self._font).tightBoundingRect("0")
        self._baseline = (self.height() - tight.height()) // 2 - tight.top()
        self._arrange()

    def _arrange(self) -> None:
        """Lay the cells side by side."""
        measure = QFontMetrics(self._font)
        widths = [_width(measure, sign) for sign in self._text]
        left = (self.width() - sum(widths)) // 2
        if self._at_edge:
            left = 0 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else self.width() - sum(widths)
        self._cells = []
        for width in widths:
            self._cells.append(QRect(left, 0, width, self.height()))
            left += width


def _width(measure: QFontMetrics, sign: str) -> int:
    """Give the width of a cell: that of the widest figure for every figure, its own for what parts them."""
    if sign.isdecimal() or sign == "–":
        return max(measure.horizontalAdvance(figure) for figure in "0123456789")
    return measure.horizontalAdvance(sign)
