"""A list of rows of many heights that lays out only what is seen; the rest is counted while nothing else happens.

Qt's own list asks for the size of every row at every row that comes, and when the window changes its width: with
thousands of notes that is felt. Choosing, keys, dragging and what a screen reader is told are Qt's, as in any list.
"""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
)
from PySide6.QtGui import QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from hrdesk.desktop.notes.cards import Index
from hrdesk.desktop.notes.heights import Heights

SLICE, PAUSE = 0.003, 12
"""Seconds for which cards that nobody sees are counted at a time, and milliseconds between two such times."""

_Move = QAbstractItemView.CursorAction
_Hint = QAbstractItemView.ScrollHint


class TallList(QListView):
    """A list of which only what is seen is laid out; the delegate says how high each card is at a width."""

    def __init__(self) -> None:
        self._heights = Heights()
        self._is_still = False
        self._width = -1
        super().__init__()
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._count_some)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there, because a bar that comes would change the width and with it every height.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(24)

    # Qt's calls: the model

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Follow a model; heights move with its rows before Qt hears that they moved."""
        if model is not None:
            model.rowsInserted.connect(self._on_inserted)
            model.rowsRemoved.connect(self._on_removed)
            model.modelReset.connect(self._on_reset)
            model.layoutChanged.connect(self._on_reset)
            self._heights.begin(model.rowCount())
        super().setModel(model)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Count anew what says something else now."""
        if first.isValid() and last.isValid():
            self._heights.doubt(range(first.row(), min(last.row() + 1, len(self._heights))))
        super().dataChanged(first, last, roles)
        self.scheduleDelayedItemsLayout()

    def _on_inserted(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.insert(first, last - first + 1)

    def _on_removed(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last - first + 1)

    def _on_reset(self, *_told: object) -> None:
        self._heights.begin(self.model().rowCount())
        self.scheduleDelayedItemsLayout()

    # Qt's calls: where things are

    def doItemsLayout(self) -> None:
        """Count what is seen now and the rest later."""
        self._count_seen()
        QAbstractItemView.doItemsLayout(self)
        self._rest.start()

    def updateGeometries(self) -> None:
        """Give the bar its length."""
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        with self._standing_still(at=bar.value()):
            bar.setRange(0, max(0, self._heights.whole - seen))
            bar.setPageStep(seen)
        QAbstractItemView.updateGeometries(self)

    def visualRect(self, index: Index) -> QRect:
        """Say where a card is in the window, also one that is not seen."""
        row = index.row()
        if not 0 <= row < len(self._heights):
            return QRect()
        top = self._heights.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def indexAt(self, place: QPoint) -> QModelIndex:
        """Give the card at a place in the window."""
        return self._index(self._heights.row_at(place.y() + self.verticalOffset()))

    def verticalOffset(self) -> int:
        """Say how far down the window looks."""
        return self.verticalScrollBar().value()

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a card into view."""
        row = index.row()
        if not 0 <= row < len(self._heights):
            return
        self._count_around(row)
        bar, seen = self.verticalScrollBar(), self.viewport().height()
        top, height = self._heights.top(row), self._heights.height(row)
        above, below = top, top + height - seen
        if hint == _Hint.PositionAtCenter:
            bar.setValue((above + below) // 2)
        elif hint == _Hint.PositionAtTop or bar.value() > above or height > seen:
            bar.setValue(above)
        elif hint == _Hint.PositionAtBottom or bar.value() < below:
            bar.setValue(below)

    def scrollToBottom(self) -> None:
        """Go to the end."""
        if len(self._heights):
            self._count_around(len(self._heights) - 1)
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def scrollContentsBy(self, _across: int, down: int) -> None:
        """Move what is seen, unless only the numbers changed."""
        if self._is_still:
            return
        if self._count_seen():
            self.updateGeometries()
            self.viewport().update()
            return
        self.viewport().scroll(0, down)

    # Qt's calls: choosing

    def moveCursor(self, action: QAbstractItemView.CursorAction, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Give the card to which a key goes."""
        last, here = len(self._heights) - 1, self.currentIndex().row()
        if here < 0 or last < 0:
            return self._index(0)
        if action in (_Move.MoveUp, _Move.MovePrevious):
            return self._index(max(here - 1, 0))
        if action in (_Move.MoveDown, _Move.MoveNext):
            return self._index(min(here + 1, last))
        if action in (_Move.MoveHome, _Move.MoveEnd):
            return self._index(0 if action == _Move.MoveHome else last)
        if action not in (_Move.MovePageUp, _Move.MovePageDown):
            return self._index(here)
        is_down = action == _Move.MovePageDown
        page = self.viewport().height() * (1 if is_down else -1)
        place = max(0, min(self._heights.top(here) + page, self._heights.whole - 1))
        there = self._heights.row_at(place)
        return self._index(max(there, min(here + 1, last)) if is_down else min(there, max(here - 1, 0)))

    def setSelection(self, area: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Choose the cards that an area of the window touches."""
        area = area.normalized()
        rows = self._rows_in(area.top(), area.bottom())
        chosen = QItemSelection()
        if rows:
            chosen.select(self._index(rows[0]), self._index(rows[-1]))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """Say what has to be painted anew when cards are chosen."""
        region = QRegion()
        for one in selection.toList():
            first, last = self.visualRect(one.topLeft()), self.visualRect(one.bottomRight())
            region = region.united((first | last) & self.viewport().rect())
        return region

    # Qt's calls: what is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cards that are seen."""
        rows = self._rows_in(event.rect().top(), event.rect().bottom())
        if not rows:
            return
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        usual = option.state if self.isEnabled() else option.state & ~QStyle.StateFlag.State_Enabled
        chosen, model = self.selectionModel(), self.model()
        current = self.currentIndex().row() if self.hasFocus() or self.viewport().hasFocus() else -1
        top, width = self._heights.top(rows[0]) - self.verticalOffset(), self.viewport().width()
        painter = QPainter(self.viewport())
        for row in rows:
            index = model.index(row, 0)
            state = usual
            if chosen.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if row == current:
                state |= QStyle.StateFlag.State_HasFocus
            height = self._heights.height(row)
            option.state, option.rect = state, QRect(0, top, width, height)
            self.itemDelegate().paint(painter, option, index)
            top += height
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count anew in another width; whoever was at the end stays there."""
        bar = self.verticalScrollBar()
        is_at_end = 0 < bar.maximum() == bar.value()
        if self.viewport().width() != self._width:
            self._width = self.viewport().width()
            self._heights.doubt()
            self.scheduleDelayedItemsLayout()
        QAbstractItemView.resizeEvent(self, event)
        if is_at_end:
            self.scrollToBottom()

    def changeEvent(self, event: QEvent) -> None:
        """Count anew in another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._heights.doubt()
            self.scheduleDelayedItemsLayout()

    # Counting

    def _index(self, row: int) -> QModelIndex:
        return self.model().index(row, 0) if 0 <= row < len(self._heights) else QModelIndex()

    def _rows_in(self, top: int, bottom: int) -> range:
        """Give the rows that are seen between two places of the window."""
        offset = self.verticalOffset()
        first = max(0, top + offset)
        last = min(bottom + offset, self._heights.whole - 1)
        if first > last:
            return range(0)
        return range(self._heights.row_at(first), self._heights.row_at(last) + 1)

    def _height_of(self, row: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = QRect(0, 0, self.viewport().width(), 0)
        return self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height()

    def _count_seen(self) -> bool:
        """Count what is seen, from above to below; tell whether anything is of another height than it was."""
        if not len(self._heights) or not self.isVisible():
            return False
        offset, seen = self.verticalOffset(), self.viewport().height()
        row = max(self._heights.row_at(min(offset, self._heights.whole - 1)), 0)
        place, is_other = self._heights.top(row), False
        while row < len(self._heights) and place < offset + seen:
            is_other = self._heights.count(row, self._height_of) or is_other
            place += self._heights.height(row)
            row += 1
        return is_other

    def _count_around(self, row: int) -> None:
        """Count a card and as many before it as the window shows, so that going to it ends where it is."""
        room = self.viewport().height()
        while row >= 0 and room > 0:
            self._heights.count(row, self._height_of)
            room -= self._heights.height(row)
            row -= 1
        self.updateGeometries()

    def _count_some(self) -> None:
        """Count cards that nobody sees; what is seen stays where it is."""
        if not self.isVisible():
            return  # laid out anew when it is shown
        bar = self.verticalScrollBar()
        is_at_end = 0 < bar.maximum() == bar.value()
        seen = max(self._heights.row_at(bar.value()), 0)
        before = self._heights.top(seen)
        ends = time.monotonic() + SLICE
        is_other = False
        while (row := self._heights.next_uncounted()) >= 0 and time.monotonic() < ends:
            is_other = self._heights.count(row, self._height_of) or is_other
        if is_other:
            value = bar.value() + self._heights.top(seen) - before
            with self._standing_still(at=value):
                bar.setRange(0, max(0, self._heights.whole - self.viewport().height()))
                bar.setValue(bar.maximum() if is_at_end else value)
            QAbstractItemView.updateGeometries(self)
        if row >= 0:
            self._rest.start()

    @contextmanager
    def _standing_still(self, at: int) -> Iterator[None]:
        """Change the numbers of the bar without moving what is seen; painted anew when that is not at ``at`` after."""
        self._is_still = True
        try:
            yield
        finally:
            self._is_still = False
        if self.verticalScrollBar().value() != at:
            self.viewport().update()
