"""How the floor is shared, as a picture: a bar for each class, group or kind, with its words and figures on it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.floor.screens.clock_face import time_text
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.floor.rules.balance import TABLES, Balance, Row
from hrdesk.floor.tables import TABLES as NAMES
from hrdesk.floor.tables import word_of
from hrdesk.language import N_
from hrdesk.language.interface import _

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex

SHARE = Qt.ItemDataRole.UserRole + 1

LEAST = 56
"""Pixels that the table takes at least, heads and a row: the buttons over it come first where a window is low."""


class BalanceModel(QAbstractTableModel):
    """A table that a screen reader reads cell by cell: who, how often, how long, who was not reached."""

    HEADS = (N_("Who"), N_("Interventions"), N_("Time taken"), N_("Not reached"))

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Row] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        if list(rows) == list(self.rows):
            return
        if len(rows) == len(self.rows):
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self.HEADS) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - as above
        """Count the columns."""
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, place: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        """Give the head of a column."""
        if role == Qt.ItemDataRole.DisplayRole and way == Qt.Orientation.Horizontal:
            return _(self.HEADS[place])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Give a cell."""
        row = self.rows[index.row()]
        if role == SHARE:
            return row.share
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        cells = (word_of(_, row), row.interventions, time_text(row.used // 1000), row.missed)
        return str(cells[index.column()])


class _BarDelegate(QStyledItemDelegate):
    """Paints the share of the time as a bar behind the words of the first column."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the bar, then the words on it."""
        share = int(index.data(SHARE) or 0)
        width = option.rect.width() * share // 1000
        bar = QRect(option.rect.left(), option.rect.top() + 2, width, option.rect.height() - 4)
        colour = QColor(option.palette.color(QPalette.ColorRole.Highlight))
        colour.setAlpha(70)
        painter.fillRect(QStyle.visualRect(option.direction, option.rect, bar), colour)
        super().paint(painter, option, index)


class BalanceView(QWidget):
    """The picture with the choice of what it is of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._balance = Balance()
        self.choice = ListBox(self)
        self.model = BalanceModel(self)
        self.table = QTableView(self)
        self.table.setMinimumHeight(LEAST)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(0, _BarDelegate(self.table))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setWordWrap(False)
        heads = self.table.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choice)
        layout.addWidget(self._empty)
        layout.addWidget(self.table, 1)
        self.choice.currentIndexChanged.connect(lambda _place: self._show())

    def sizeHint(self) -> QSize:
        """Ask for a few rows."""
        return QSize(280, 9 * QFontMetrics(self.font()).height())

    def show_balance(self, balance: Balance) -> None:
        """Show how the floor was shared so far."""
        if balance != self._balance:
            self._balance = balance
            self._show()

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.choice.currentData()
        self.choice.blockSignals(True)
        self.choice.clear()
        for name in TABLES:
            self.choice.addItem(_(NAMES[name]), name)
        self.choice.setCurrentIndex(max(0, self.choice.findData(held)))
        self.choice.blockSignals(False)
        self.choice.setAccessibleName(_("How the floor was shared"))
        self.table.setAccessibleName(_("How the floor was shared"))
        self._empty.setText(_("Nobody has spoken yet, or it is not recorded."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(BalanceModel.HEADS) - 1)
        self._show()
        self.table.viewport().update()

    def _show(self) -> None:
        rows = self._balance.table(self.choice.currentData() or TABLES[0])
        self.model.show_rows(rows)
        self._empty.setVisible(not rows)
        self.table.setVisible(bool(rows))
