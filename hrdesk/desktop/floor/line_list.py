"""The list of one queue: number, name, class and reason, state by word and shape, limit, and where the time ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrdesk.desktop.floor.line_model import (
    CUT,
    IS_BEYOND,
    LIMIT,
    NAME,
    PLACE,
    STATE,
    UNDER,
    Index,
    LineModel,
)
from hrdesk.desktop.floor.telling import NameOf

PADDING, INDENT = 5, 10
"""Pixels above and below a line, and at its sides."""

CUT_LINE = 3
"""Pixels of the line where the time ends."""

_MARKED = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus


class LineDelegate(QStyledItemDelegate):
    """Paints a line of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Give two lines of text; all rows are of one height, so that a list of hundreds is laid out at once."""
        return QSize(0, 2 * QFontMetrics(option.font).height() + 2 * PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; who does not fit stands fainter, under a line that says so in words."""
        own = QStyleOptionViewItem(option)
        metrics = QFontMetrics(own.font)
        cut = str(index.data(CUT) or "")
        if own.state & _MARKED:
            own.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        text, faint = _colours(own)
        painter.save()
        painter.setLayoutDirection(own.direction)
        rule = QColor(own.palette.color(QPalette.ColorRole.Text))
        rule.setAlpha(40)
        painter.fillRect(QRect(own.rect.left(), own.rect.bottom(), own.rect.width(), 1), rule)
        inner = own.rect.adjusted(INDENT, PADDING, -INDENT, -PADDING)
        number = metrics.horizontalAdvance("0000")
        state, limit = str(index.data(STATE) or ""), str(index.data(LIMIT) or "")
        right = max(room_for(metrics, words) for words in (state, limit, "0" * 8))
        line = metrics.height()
        strong = QFont(own.font)
        strong.setBold(True)
        name_ink = faint if index.data(IS_BEYOND) else text
        middle = inner.width() - number - right - 2 * INDENT
        band = min(QFontMetrics(own.font).horizontalAdvance(cut) + 2 * INDENT, 2 * middle // 3) if cut else 0

        def draw(left: int, down: int, width: int, words: str, ink: QColor, *, end: bool = False) -> None:
            place = QRect(QPoint(inner.left() + left, inner.top() + down), QSize(width, line))
            shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.setPen(ink)
            side = Qt.AlignmentFlag.AlignRight if end else Qt.AlignmentFlag.AlignLeft
            side = QStyle.visualAlignment(own.direction, side | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(
                QStyle.visualRect(own.direction, inner, place), int(side | Qt.AlignmentFlag.AlignAbsolute), shown
            )

        painter.setFont(own.font)
        draw(0, 0, number, str(index.data(PLACE) or ""), name_ink)
        draw(number, line, middle, str(index.data(UNDER) or ""), faint)
        draw(inner.width() - right, 0, right, state, name_ink, end=True)
        draw(inner.width() - right, line, right, limit, faint, end=True)
        painter.setFont(strong)
        draw(number, 0, middle - band, str(index.data(NAME) or ""), name_ink)
        painter.restore()
        if cut:
            place = QRect(inner.left() + number + middle - band, own.rect.top(), band, line + 2)
            self._paint_cut(painter, own, QStyle.visualRect(own.direction, inner, place), cut)

    @staticmethod
    def _paint_cut(painter: QPainter, option: QStyleOptionViewItem, band: QRect, words: str) -> None:
        """Paint a thick line over the first who does not fit, and hang the words on it."""
        painter.save()
        ground = option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Text)
        painter.fillRect(QRect(option.rect.left(), option.rect.top(), option.rect.width(), CUT_LINE), ground)
        painter.fillRect(band, ground)
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, QPalette.ColorRole.Base))
        painter.setFont(option.font)
        shown = QFontMetrics(option.font).elidedText(words, Qt.TextElideMode.ElideRight, band.width())
        painter.drawText(band, int(Qt.AlignmentFlag.AlignCenter), shown)
        painter.restore()


class LineList(QListView):
    """A list of lines; what is chosen stays chosen while lines come, go and move."""

    def __init__(self, name_of: NameOf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LineModel(name_of, self)
        self.setModel(self.lines)
        self.setItemDelegate(LineDelegate(self))
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def choose(self, request: str) -> bool:
        """Choose a request and bring it into sight; False when it is not here."""
        row = self.lines.row_of(request)
        if row >= 0:
            self.setCurrentIndex(self.lines.index(row))
            self.scrollTo(self.lines.index(row))
        return row >= 0


def room_for(metrics: QFontMetrics, words: str) -> int:
    """Give the pixels in which words stand uncut: their width is told rounded, and parts of a pixel cut them."""
    return metrics.horizontalAdvance(words) + 1


def _colours(option: QStyleOptionViewItem) -> tuple[QColor, QColor]:
    is_active = bool(option.state & QStyle.StateFlag.State_Active)
    group = QPalette.ColorGroup.Active if is_active else QPalette.ColorGroup.Inactive
    if option.state & QStyle.StateFlag.State_Selected:
        text = option.palette.color(group, QPalette.ColorRole.HighlightedText)
        return text, text
    return option.palette.color(group, QPalette.ColorRole.Text), option.palette.color(
        group, QPalette.ColorRole.PlaceholderText
    )
