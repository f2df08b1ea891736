"""The sheet of keys: what can be done in the window and in the room, and on one page of A4 to print and lay beside."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

from hrdesk.language.interface import _, current

Parts = Sequence[tuple[str, Sequence[tuple[str, str]]]]
"""For each place its title, and what can be done there with its keys."""

LARGEST, SMALLEST = 11.0, 5.0
"""Sizes of the letters in points, between which one is found that leaves all on one page."""

RESOLUTION = 72
MARGIN = 12.0
"""Millimetres."""

GUTTER, WORDS, AIR = 18.0, 0.62, 0.3
"""Points between the two columns, the part of a column that the words have, and the air under a line by its height."""


def keys_text(parts: Parts) -> str:
    """Write the sheet to read on the screen, one thing below the other.

    Every part says its direction: Qt gives one that says none that of whatever stands before it. It mirrors no table:
    from right to left the cell of the keys is written first.
    """
    heading, is_mirrored = escape(_("Keys")), current().right_to_left
    way, start = ("rtl", "right") if is_mirrored else ("ltr", "left")
    rows = [f"<h2 dir='{way}'>{heading}</h2>"]
    for title, lines in parts:
        if lines:
            rows.append(f"<h3 dir='{way}'>{escape(title)}</h3><table cellpadding='4' width='100%'>")
            for what, keys in lines:
                words = f"<td dir='{way}' width='60%'>{escape(what)}</td>"
                beside = f"<td dir='ltr' align='{start}'><b>{escape(keys)}</b></td>"
                rows.append(f"<tr>{beside}{words}</tr>" if is_mirrored else f"<tr>{words}{beside}</tr>")
            rows.append("</table>")
    return "".join(rows)


def one_page(parts: Parts) -> bytes:
    """Write the sheet as a PDF of one page: two columns, black on white, in the largest letters in which it fits."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN))
    writer.setTitle(_("Keys"))
    painter = QPainter(writer)
    painter.setPen(Qt.GlobalColor.black)
    columns = _columns([one for one in parts if one[1]])
    size = LARGEST
    while _Sheet(painter, writer.width(), size).height(columns) > writer.height() and size > SMALLEST:
        size -= 0.25
    _Sheet(painter, writer.width(), size).draw(columns)
    painter.end()
    buffer.close()
    return bytes(data.data())


def _columns(parts: Parts) -> tuple[Parts, Parts]:
    """Put the parts into two columns of about the same length; a part is never cut."""
    whole = sum(len(lines) + 2 for _title, lines in parts)
    first, used = 0, 0
    while first < len(parts) and used + (len(parts[first][1]) + 2) / 2 <= whole / 2:
        used += len(parts[first][1]) + 2
        first += 1
    return parts[:first], parts[first:]


class _Sheet:
    """Measures and draws the sheet in letters of one size; a window from right to left has a sheet that is so too."""

    def __init__(self, painter: QPainter, width: float, size: float) -> None:
        self._painter, self._width = painter, width
        self._plain = QFont(painter.font())
        self._plain.setPointSizeF(size)
        self._plain.setBold(False)
        self._bold = QFont(self._plain)
        self._bold.setBold(True)
        self._is_mirrored = current().right_to_left
        self._column = (width - GUTTER) / 2
        painter.setFont(self._bold)
        self._line = painter.fontMetrics().height()

    def height(self, columns: Sequence[Parts]) -> float:
        """Give the height of the longer column, the title above it included."""
        return max(self._go_through(parts, place, is_drawn=False) for place, parts in enumerate(columns))

    def draw(self, columns: Sequence[Parts]) -> None:
        """Draw the title and both columns."""
        self._put(self._bold, QRectF(0, 0, self._width, self._line), _("Keys"), is_drawn=True)
        for place, parts in enumerate(columns):
            self._go_through(parts, place, is_drawn=True)

    def _go_through(self, parts: Parts, place: int, *, is_drawn: bool) -> float:
        """Go down a column and give where it ends."""
        start, top = place * (self._column + GUTTER), self._line * 1.2
        for title, lines in parts:
            top += self._line * 0.5
            top += self._put(self._bold, QRectF(start, top, self._column, 0), title, is_drawn=is_drawn)
            for what, keys in lines:
                words = QRectF(start, top, self._column * WORDS, 0)
                beside = QRectF(start + self._column * WORDS, top, self._column * (1 - WORDS), 0)
                top += max(
                    self._put(self._plain, words, what, is_drawn=is_drawn),
                    self._put(self._bold, beside, keys, is_drawn=is_drawn),
                )
        return top

    def _put(self, font: QFont, place: QRectF, text: str, *, is_drawn: bool) -> float:
        """Draw a text from ``place`` down, or only measure it, and give the height that it takes."""
        left = self._width - place.right() if self._is_mirrored else place.left()
        side = Qt.AlignmentFlag.AlignRight if self._is_mirrored else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        room = QRectF(left, place.top(), place.width() - self._line / 2, self._line * 20)
        if self._is_mirrored:
            room.translate(self._line / 2, 0)
        self._painter.setFont(font)
        taken = self._painter.boundingRect(room, flags, text).height()
        if is_drawn:
            self._painter.drawText(room, flags, text)
        return taken + self._line * AIR
