"""Words written as large as their place allows, painted anew only when they change."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontDatabase,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from hrdesk.paths import resources_folder

LEADING = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
TRAILING = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter

SMALLEST = 0.45
"""Of the largest size: below it nobody in the hall reads, and the words are cut instead."""

_ROOM = 1.42
"""A line of Arabic or of Chinese stands higher than its size in pixels; measured, not told by the font before."""


CHINESE = "Noto Sans SC"
"""Our own face for Chinese, which has a bold one: few systems have, and Qt thickens no sign as large as these."""


def have_chinese() -> None:
    """Give Qt our own Chinese, both faces, unless it has it; known by its name from then on."""
    for face in ("Regular", "Bold"):
        if face not in QFontDatabase.styles(CHINESE):
            QFontDatabase.addApplicationFont(str(resources_folder() / "fonts" / f"NotoSansSC-{face}.ttf"))


class Lettering(QWidget):
    """A text on up to ``lines`` lines in the widest size that fits, bold or not, on a ground or on none."""

    def __init__(
        self,
        parent: QWidget,
        alignment: Qt.AlignmentFlag = LEADING,
        lines: int = 1,
        *,
        bold: bool = False,
        ink: str = "#101418",
    ) -> None:
        super().__init__(parent)
        self._alignment = alignment
        self._lines = lines
        self._bold = bold
        self._ink = QColor(ink)
        self._ground: QColor | None = None
        self._text = ""
        self._fitted: tuple[QFont, str] | None = None

    @property
    def text(self) -> str:
        """Give the words that stand here."""
        return self._text

    def say(self, text: str) -> None:
        """Show other words; the same ones cost nothing."""
        if text == self._text:
            return
        self._text = text
        self._fitted = None
        self.setAccessibleName(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def colour(self, ground: str | None, ink: str) -> None:
        """Write in other colours."""
        wanted = QColor(ground) if ground else None
        if (wanted, QColor(ink)) != (self._ground, self._ink):
            self._ground, self._ink = wanted, QColor(ink)
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure anew."""
        self._fitted = None
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the words."""
        painter = QPainter(self)
        if self._ground is not None:
            painter.fillRect(self.rect(), self._ground)
        if self._text:
            if self._fitted is None:
                self._fitted = self._fit(self._place())
            font, text = self._fitted
            painter.setFont(font)
            painter.setPen(self._ink)
            painter.setLayoutDirection(self.layoutDirection())
            painter.drawText(self._place(), self._flags(), text)
        painter.end()

    def _place(self) -> QRect:
        """Give where the words stand; those on a ground keep away from its edge."""
        inset = self.height() // 5 if self._ground is not None else 0
        return self.rect().adjusted(inset, 0, -inset, 0)

    def _flags(self) -> int:
        wrap = Qt.TextFlag.TextWordWrap.value if self._lines > 1 else Qt.TextFlag.TextSingleLine.value
        return self._alignment.value | wrap

    def _fit(self, place: QRect) -> tuple[QFont, str]:
        """Find the largest size in which all stands in its place; where none is left, cut the words."""
        most = max(int(place.height() / self._lines / _ROOM), 6)
        least = max(int(most * SMALLEST), 6)
        if self._lines > 1:  # a short text is better read on one line, where that is not the smaller one
            alone = self._largest(most, int(place.height() / _ROOM), place, 1)
            if alone:
                return self._font(alone), self._text
        found = self._largest(least, most, place, self._lines)
        font = self._font(found or least)
        if found:
            return font, self._text
        # Cut to what the lines hold together, a tenth less for those that break before their end.
        measure = QFontMetrics(font)
        rows = max(place.height() // measure.lineSpacing(), 1) if self._lines > 1 else 1
        room = int(place.width() * (rows if rows == 1 else rows * 0.9))
        return font, measure.elidedText(self._text, Qt.TextElideMode.ElideRight, room)

    def _largest(self, low: int, high: int, place: QRect, lines: int) -> int:
        """Find the largest size from ``low`` to ``high`` in which the words fit; 0 where none does."""
        if not self._fits(low, place, lines):
            return 0
        while low < high:
            middle = (low + high + 1) // 2
            if self._fits(middle, place, lines):
                low = middle
            else:
                high = middle - 1
        return low

    def _fits(self, pixels: int, place: QRect, lines: int) -> bool:
        measure = QFontMetrics(self._font(pixels))
        if lines == 1:
            return measure.horizontalAdvance(self._text) <= place.width() and measure.height() <= place.height()
        needed = measure.boundingRect(QRect(0, 0, place.width(), 1 << 20), self._flags(), self._text)
        return needed.width() <= place.width() and needed.height() <= place.height()

    def _font(self, pixels: int) -> QFont:
        font = QFont(self.font())
        font.setFamilies([*font.families(), CHINESE])  # asked for what the first one lacks
        font.setPixelSize(max(pixels, 1))
        font.setBold(self._bold)
        return font
