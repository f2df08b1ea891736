"""Rows with air between them, so that lists and trees are read at arm's length."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

AIR = 8
"""Pixels added to the height of a row."""


class RoomyRows(QStyledItemDelegate):
    """Draws rows as the style does, a little higher."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Add the air."""
        size = super().sizeHint(option, index)
        return QSize(size.width(), size.height() + AIR)


def make_roomy(view: QAbstractItemView) -> None:
    """Give a view roomy rows."""
    view.setItemDelegate(RoomyRows(view))
