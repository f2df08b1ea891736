"""Cards in a list: a strong word or two and what is said beside them, the text below, as many lines as it has.

Heights are counted once for a text and a width and remembered, so that thousands of cards scroll without a stutter.
"""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPalette,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from hrdesk.desktop.widgets.prose import direction_of
from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate

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

PADDING, GAP, INDENT = 8, 3, 12
"""Pixels inside a card: above and below, between its parts, at its sides."""


def beside(*parts: str | None, gap: str = "  ·  ") -> str:
    """Put parts side by side; in a right-to-left window none turns around another."""
    shown = [part for part in parts if part]
    return gap.join(isolate(part) for part in shown) if current().right_to_left else gap.join(shown)


class CardDelegate(QStyledItemDelegate):
    """Paints the cards of one list; ``most`` is the number of lines of text that a card shows at most."""

    def __init__(self, cards: "CardList", most: int = 40, *, has_foot: bool = False) -> None:
        super().__init__(cards)
        self._cards, self._most, self._has_foot = cards, most, has_foot
        # Remembered by text, width and font: a list is laid out anew at every note that is kept.
        self._height_of = lru_cache(maxsize=20_000)(self._counted_height)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Give the height of a card at the width of the list."""
        view = self._cards
        has_foot = self._has_foot and bool(index.data(FOOT))
        return QSize(0, self._height_of(index.data(BODY), view.card_width, view.font_words, has_foot))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card; what is selected takes the colours of the selection."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        own.text = ""
        style = own.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        text, faint = _colours(own)
        painter.save()
        painter.setLayoutDirection(own.direction)
        rule = QColor(own.palette.color(QPalette.ColorRole.Text))
        rule.setAlpha(40)
        painter.setPen(rule)
        painter.drawLine(own.rect.bottomLeft(), own.rect.bottomRight())
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


class CardList(QListView):
    """A list of cards; ``on_key`` is asked first and tells whether it took a key."""

    def __init__(self, on_key: Callable[[int], bool] | None = None) -> None:
        super().__init__()
        self._on_key = on_key
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, because a bar that comes would change the width and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.verticalScrollBar().setSingleStep(24)
        # Asked for every card whenever the list is laid out: plain attributes, because a call to Qt costs more.
        self.card_width, self.font_words = 1, self.font().toString()

    def selected_records(self) -> list[str]:
        """Give the ids of what is selected, in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [str(index.data(RECORD)) for index in rows]

    def current_record(self) -> str | None:
        """Give the id of the card that has the cursor."""
        index = self.currentIndex()
        return str(index.data(RECORD)) if index.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Remember the width of a card's text."""
        self.card_width = self.viewport().width() - 2 * INDENT
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Remember the font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.font_words = self.font().toString()
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a plain key to whoever owns the list."""
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if is_plain and self._on_key is not None and self._on_key(event.key()):
            return
        super().keyPressEvent(event)
