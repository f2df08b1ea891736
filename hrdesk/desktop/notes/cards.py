"""Cards in a list: a strong word or two and what is said beside them, the text below, as many lines as it has.

Heights are counted once for a text and a width and remembered, so that thousands of cards scroll without a stutter.
"""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hrdesk.desktop.widgets.prose import direction_of

Index = QModelIndex | QPersistentModelIndex

STRONG = Qt.ItemDataRole.UserRole + 1
"""The words in front: when and who, or the number."""
ASIDE = Qt.ItemDataRole.UserRole + 2
"""What is said beside them, fainter."""
BODY = Qt.ItemDataRole.UserRole + 3
"""The text."""
FOOT = Qt.ItemDataRole.UserRole + 4
"""A last faint line, where there is one."""
RECORD = Qt.ItemDataRole.UserRole + 5
"""The id of the record that the card shows."""

_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
"""What a card has a panel for; the others stand on the list itself."""

MOST_KNOWN = 50_000
"""Heights that are remembered."""

PADDING, GAP, INDENT = 8, 3, 12
"""Pixels inside a card: above and below, between its parts, at its sides."""


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one list; ``most`` is the number of lines of text that a card shows at most."""

    def __init__(self, parent: QObject, most: int = 40, *, has_foot: bool = False) -> None:
        super().__init__(parent)
        self._most, self._has_foot = most, has_foot
        # Remembered by text, width and font: a window is made wider and narrower again, a session is come back to.
        # By the hash of them, of 64 bits: the texts of thousands of cards are not held.
        self._known: dict[int, int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a card as wide as ``option`` says."""
        has_foot = self._has_foot and bool(index.data(FOOT))
        width = option.rect.width() - 2 * INDENT
        return QSize(0, self._height_of(index.data(BODY) or "", width, option.font.toString(), has_foot))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card; what is selected takes the colours of the selection."""
        # The panel alone: the view's own words would be asked for and thrown away, at each paint of each card.
        own = QStyleOptionViewItem(option)
        if own.state & _MARKED:
            own.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        text, faint = _colours(own)
        painter.save()
        painter.setLayoutDirection(own.direction)
        rule = QColor(own.palette.color(QPalette.ColorRole.Text))
        rule.setAlpha(40)
        edge = QRect(own.rect.left(), own.rect.bottom(), own.rect.width(), 1)
        painter.fillRect(edge, rule)  # a line with a pen that lets through costs more than all the text of the card
        inner = own.rect.adjusted(INDENT, PADDING, -INDENT, -PADDING)
        strong_font = QFont(own.font)
        strong_font.setBold(True)
        line = QFontMetrics(strong_font).height()
        head = QRect(inner.left(), inner.top(), inner.width(), line)
        _draw_head(painter, head, index, (strong_font, own.font), (text, faint))
        body = laid_out(index.data(BODY) or "", own.font, inner.width(), self._most, own.direction)
        painter.setPen(text)
        top = inner.top() + line + GAP
        body.draw(painter, QPointF(inner.left(), top))
        foot = index.data(FOOT)
        if foot:
            metrics = QFontMetrics(own.font)
            place = QRect(inner.left(), inner.bottom() + 1 - metrics.height(), inner.width(), metrics.height())
            painter.setPen(faint)
            elided = metrics.elidedText(foot, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft), elided)
        painter.restore()

    def body_place(self, option: QStyleOptionViewItem) -> QRect:
        """Give where the text of a card stands, for an editor over it."""
        bold = QFont(option.font)
        bold.setBold(True)
        top = PADDING + QFontMetrics(bold).height() + GAP
        return option.rect.adjusted(INDENT // 2, top - 2, -INDENT // 2, 0)

    def _height_of(self, text: str, width: int, font_words: str, has_foot: bool) -> int:
        key = hash((text, width, font_words, has_foot))
        if key not in self._known:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._counted_height(text, width, font_words, has_foot)
        return self._known[key]

    def _counted_height(self, text: str, width: int, font_words: str, has_foot: bool) -> int:
        font = QFont()
        font.fromString(font_words)
        bold = QFont(font)
        bold.setBold(True)
        body = laid_out(text, font, width, self._most, Qt.LayoutDirection.LeftToRight)
        lines = QFontMetrics(bold).height() + GAP + round(body.boundingRect().height())
        return lines + 2 * PADDING + ((GAP + QFontMetrics(font).height()) if has_foot else 0)


def laid_out(text: str, font: QFont, width: int, most: int, direction: Qt.LayoutDirection) -> QTextLayout:
    """Lay a text out in lines of ``width`` pixels in its own direction; after ``most`` lines comes an ellipsis."""
    one = text.replace("\n", "\u2028")
    layout, starts = _in_lines(one, font, width, direction)
    if len(starts) > most:
        last = starts[most - 1]
        rest = QFontMetrics(font).elidedText(one[last:].replace("\u2028", " "), Qt.TextElideMode.ElideRight, width)
        layout, _starts = _in_lines(one[:last] + rest, font, width, direction)
    return layout


def _in_lines(text: str, font: QFont, width: int, direction: Qt.LayoutDirection) -> tuple[QTextLayout, list[int]]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    own = direction_of(text, direction)
    option.setTextDirection(own)
    is_mirrored = own == Qt.LayoutDirection.RightToLeft
    option.setAlignment(Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)  # else the letters are shaped once for the lines and once more for the paint
    layout.beginLayout()
    height, starts = 0.0, []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
        starts.append(line.textStart())
    layout.endLayout()
    return layout, starts


def _draw_head(
    painter: QPainter, place: QRect, index: Index, fonts: tuple[QFont, QFont], colours: tuple[QColor, QColor]
) -> None:
    """Draw the strong words, and beside them the faint ones in what room is left."""
    strong, aside = index.data(STRONG) or "", index.data(ASIDE) or ""
    strong_metrics, metrics = QFontMetrics(fonts[0]), QFontMetrics(fonts[1])
    room = place.width() - min(metrics.horizontalAdvance(aside), place.width() // 2) - 2 * INDENT
    strong = strong_metrics.elidedText(strong, Qt.TextElideMode.ElideRight, max(room, 40))
    used = strong_metrics.horizontalAdvance(strong) + INDENT
    is_mirrored = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
    flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    painter.setFont(fonts[0])
    painter.setPen(colours[0])
    painter.drawText(place, flags, strong)
    rest = place.adjusted(0, 0, -used, 0) if is_mirrored else place.adjusted(used, 0, 0, 0)
    painter.setFont(fonts[1])
    painter.setPen(colours[1])
    painter.drawText(rest, flags, metrics.elidedText(aside, Qt.TextElideMode.ElideRight, rest.width()))


def _colours(option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    if is_selected:
        text = option.palette.color(group, QPalette.ColorRole.HighlightedText)
        return text, text
    faint = QPalette.ColorRole.PlaceholderText
    return option.palette.color(group, QPalette.ColorRole.Text), option.palette.color(group, faint)
