"""The text of a concept note with the numbers of its lines; what is chosen beside it is marked here."""

from collections.abc import Collection

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from hrdesk.files.document import Line

MARK, LEFTOVER = 70, 26
"""How strongly a line is tinted, of 255: what is chosen, and what was not understood."""


class _Numbers(QWidget):
    """The strip beside the text."""

    def __init__(self, text: "NoteText") -> None:
        super().__init__(text)
        self._text = text

    def sizeHint(self) -> QSize:
        """As wide as the largest number."""
        return QSize(self._text.strip_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the text paint the numbers of what it shows."""
        self._text.paint_numbers(QPainter(self), event.rect())


class NoteText(QPlainTextEdit):
    """Read only. ``line_chosen`` carries the number of the line that a person went to."""

    line_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: list[int] = []
        self._leftover: frozenset[int] = frozenset()
        self._marked = (0, -1)
        self._strip = _Numbers(self)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setTabChangesFocus(True)
        self.updateRequest.connect(self._on_update)
        self.cursorPositionChanged.connect(self._on_cursor)

    def show_lines(self, lines: Collection[Line], leftover: Collection[int]) -> None:
        """Show a note; ``leftover`` are the lines that were not understood, tinted faintly and signed beside."""
        self._marked = (0, -1)
        self.blockSignals(True)
        self._numbers = [line.number for line in lines]
        self._leftover = frozenset(leftover)
        self.setPlainText("\n".join(line.text.replace("\n", " ") for line in lines))
        self.blockSignals(False)
        self.setViewportMargins(*self._margins())
        self.mark(0, -1)

    def mark(self, first: int, last: int) -> None:
        """Mark the lines from ``first`` to ``last`` and bring them into sight."""
        self._marked = (first, last)
        self._tint_all()
        places = [at for at, number in enumerate(self._numbers) if first <= number <= last]
        if places:
            self.blockSignals(True)
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(places[-1])))
            self.setTextCursor(QTextCursor(self.document().findBlockByNumber(places[0])))
            self.blockSignals(False)

    def strip_width(self) -> int:
        """Give the width of the strip of numbers."""
        return self.fontMetrics().horizontalAdvance("0" * (len(str(max(self._numbers, default=1))) + 2)) + 10

    def paint_numbers(self, painter: QPainter, area: QRect) -> None:
        """Paint the numbers of the lines in sight; a line that was not understood bears a sign too."""
        painter.setPen(self.palette().placeholderText().color())
        block = self.firstVisibleBlock()
        top = self.blockBoundingGeometry(block).translated(self.contentOffset()).top()
        while block.isValid() and top <= area.bottom():
            if block.blockNumber() < len(self._numbers):
                number = self._numbers[block.blockNumber()]
                told = f"? {number}" if number in self._leftover else str(number)
                box = QRect(0, int(top), self._strip.width() - 6, self.fontMetrics().height())
                painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute, told)
            top += self.blockBoundingRect(block).height()
            block = block.next()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the strip as high as the text."""
        super().resizeEvent(event)
        inner = self.contentsRect()
        width = self.strip_width()
        left = inner.right() - width if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else inner.left()
        self._strip.setGeometry(QRect(left, inner.top(), width, inner.height()))
        self._tint_all()

    def _margins(self) -> tuple[int, int, int, int]:
        width = self.strip_width()
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        return (0, 0, width, 0) if right_to_left else (width, 0, 0, 0)

    def _places(self, numbers: Collection[int]) -> list[int]:
        return [at for at, number in enumerate(self._numbers) if number in numbers]

    def _tint_all(self) -> None:
        first, last = self._marked
        marked = [at for at, number in enumerate(self._numbers) if first <= number <= last]
        self.setExtraSelections(
            [
                *self._tints(self._places(self._leftover), LEFTOVER, QPalette.ColorRole.BrightText),
                *self._tints(marked, MARK, QPalette.ColorRole.Highlight),
            ]
        )

    def _tints(
        self, places: Collection[int], strength: int, role: QPalette.ColorRole
    ) -> list[QTextEdit.ExtraSelection]:
        """Tint whole lines; a paragraph that wraps has several, and each is tinted from its own beginning."""
        colour = QColor(self.palette().color(role))
        colour.setAlpha(strength)
        found = []
        for place in places:
            block = self.document().findBlockByNumber(place)
            layout = block.layout()
            starts = [layout.lineAt(at).textStart() for at in range(layout.lineCount())] or [0]
            for start in starts:
                made = QTextEdit.ExtraSelection()
                made.format.setBackground(colour)
                made.format.setProperty(QTextFormat.Property.FullWidthSelection, True)
                made.cursor = QTextCursor(block)
                made.cursor.setPosition(block.position() + start)
                found.append(made)
        return found

    def _on_update(self, _area: QRect, by: int) -> None:
        if by:
            self._strip.scroll(0, by)
        self._strip.update()

    def _on_cursor(self) -> None:
        at = self.textCursor().blockNumber()
        if at < len(self._numbers):
            self.line_chosen.emit(self._numbers[at])
