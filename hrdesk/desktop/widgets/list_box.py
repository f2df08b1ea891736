"""A list that opens: closed it shows the beginning of what is chosen, and open all of every word that it offers."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate

_ISOLATES, _END = ("\u2066", "\u2067", "\u2068"), "\u2069"

ROOM = 24
"""Pixels beside the longest word of an open list, for what scrolls it, and between the list and the window's side."""


class ListBox(QComboBox):
    """A list that opens, which the mouse wheel does not change while a person only scrolls past it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)

    def offer_words(self, anything: str, offers: Iterable[tuple[str, str]]) -> None:
        """Offer words with their values behind ``anything``, which is none of them; what was chosen stays."""
        held = self.currentData()
        self.blockSignals(True)
        self.clear()
        self.addItem(anything, "")
        for word, value in offers:
            self.addItem(word, value)
        self.setCurrentIndex(max(self.findData(held), 0))
        self.blockSignals(False)
        self.setAccessibleName(anything)

    def showPopup(self) -> None:
        """Open the list as wide as its words, as far as the window goes; it has the name of what it belongs to."""
        view = self.view()
        view.setAccessibleName(self.accessibleName())
        wanted = view.sizeHintForColumn(0) + ROOM
        view.setMinimumWidth(max(self.width(), min(wanted, self._room())))
        super().showPopup()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # a wide one would reach out on the wrong side
            opened = view.window()
            opened.move(self.mapToGlobal(self.rect().topRight()).x() - opened.width() + 1, opened.y())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the closed list; what does not fit ends in three points, whichever way it is written."""
        if self.isEditable():
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        told = self.currentText()
        if self.currentIndex() < 0 and self.placeholderText():
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            told = self.placeholderText()
        style, part = self.style(), QStyle.SubControl.SC_ComboBoxEditField
        field = style.subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        wide = field.width() - 2 * style.pixelMetric(QStyle.PixelMetric.PM_DefaultFrameWidth, option, self)
        text = self.fontMetrics().elidedText(told, Qt.TextElideMode.ElideRight, wide)
        option.currentText = _kept_together(text) if current().right_to_left else text
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _room(self) -> int:
        """Give how wide the list may be: from where it begins to the side of the window that lies ahead."""
        window = self.window()
        start = self.mapTo(window, self.rect().topLeft()).x()
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return start + self.width() - ROOM
        return window.width() - start - ROOM


def _kept_together(text: str) -> str:
    """Keep a text together in a right-to-left line; one of parts that are wrapped each follows the line from the right.

    What was cut may have lost the end of such a wrapping, which is then closed.
    """
    opened = sum(map(text.count, _ISOLATES)) - text.count(_END)
    whole = text + _END * max(opened, 0)
    return whole if whole.startswith(_ISOLATES) else isolate(whole)
