"""The themes that regional consultations prefer, as a table: first choices, points as a bar, and who put it where."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from hrdesk.desktop.notes.cards import Index
from hrdesk.desktop.widgets.beside import beside
from hrdesk.language.interface import _
from hrdesk.recommendations.wrap_up import ThemeCount

THEME, FIRST, POINTS, WHO = range(4)
SHARE = Qt.ItemDataRole.UserRole + 1
"""How long a bar is, in thousandths of the longest."""

BAR_OPACITY = 0.28


class _Bars(QStyledItemDelegate):
    """Paints a bar behind the number, from where reading begins."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        share = index.data(SHARE) or 0
        place = option.rect.adjusted(2, 0, -2, 0)
        height = min(option.fontMetrics.height(), place.height() - 8)  # a theme of several lines makes no tower of it
        width = place.width() * share // 1000
        left = place.right() - width + 1 if option.direction == Qt.LayoutDirection.RightToLeft else place.left()
        painter.save()
        painter.setOpacity(BAR_OPACITY)
        painter.fillRect(
            QRect(left, place.center().y() - height // 2, width, height),
            option.palette.color(QPalette.ColorRole.Highlight),
        )
        painter.restore()
        super().paint(painter, option, index)


class ThemeModel(QAbstractTableModel):
    """The themes as rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.themes: list[ThemeCount] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the themes."""
        return 0 if parent.isValid() else len(self.themes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        """Count the columns."""
        return 0 if parent.isValid() else WHO + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the words of a cell, and of the points how long their bar is."""
        one, column = self.themes[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            who = beside(*(_("{region}: {rank}", region=region, rank=rank) for region, rank in one.regions))
            return (one.theme, str(one.first_choices), str(one.points), who)[column]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (FIRST, POINTS):
            return Qt.AlignmentFlag.AlignCenter
        if role == SHARE and column == POINTS:
            return one.points * 1000 // (max(other.points for other in self.themes) or 1)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """Give the title of a column."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (_("Theme"), _("First choices"), _("Points"), _("Who, and as which choice"))[section]

    def show_themes(self, themes: Sequence[ThemeCount]) -> None:
        """Show other themes, or the same in other words."""
        self.beginResetModel()
        self.themes = list(themes)
        self.endResetModel()


class ThemeTable(QTableView):
    """One row for each theme, the most preferred first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = ThemeModel(self)
        self.setModel(self.themes)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setSectionResizeMode(THEME, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(FIRST, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(POINTS, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(WHO, QHeaderView.ResizeMode.Stretch)
        self.setItemDelegateForColumn(POINTS, _Bars(self))

    def show_themes(self, themes: Sequence[ThemeCount]) -> None:
        """Show other themes."""
        if list(themes) != self.themes.themes:
            self.themes.show_themes(themes)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Themes in order of preference"))
        self.themes.show_themes(self.themes.themes)
