"""Paints a line of the document: its words, and at the end of the row what it is or how it is classed."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from hrdesk.desktop.widgets.roomy import RoomyRows

ASIDE = int(Qt.ItemDataRole.UserRole) + 2
"""What stands at the end of the row."""

MARGIN = 6
"""Pixels before and behind it."""


class LineDelegate(RoomyRows):
    """Leaves to the words of each row what its own remark leaves free: one long remark takes no room from all rows."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row, then the words in what is free of it, then the remark."""
        aside = str(index.data(ASIDE) or "")
        if not aside:
            super().paint(painter, option, index)
            return
        metrics = option.fontMetrics
        # One pixel more than its words: they are measured in parts of a pixel and would be cut for less than one.
        room = min(metrics.horizontalAdvance(aside) + 1 + 2 * MARGIN, option.rect.width() * 2 // 3)
        is_mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        words, end = QRect(option.rect), QRect(option.rect)
        if is_mirrored:
            words.setLeft(words.left() + room)
            end.setWidth(room)
        else:
            words.setRight(words.right() - room)
            end.setLeft(words.right() + 1)
        whole = QStyleOptionViewItem(option)
        self.initStyleOption(whole, index)
        whole.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, whole, painter, option.widget)
        inner = QStyleOptionViewItem(option)
        inner.rect = words
        inner.state &= ~QStyle.StateFlag.State_HasFocus  # the whole row is framed already
        super().paint(painter, inner, index)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.PlaceholderText
        group = (
            QPalette.ColorGroup.Active
            if option.state & QStyle.StateFlag.State_Active
            else (QPalette.ColorGroup.Inactive)
        )
        painter.save()
        painter.setPen(option.palette.color(group, role))
        told = metrics.elidedText(aside, Qt.TextElideMode.ElideRight, room - 2 * MARGIN)
        side = Qt.AlignmentFlag.AlignLeft if is_mirrored else Qt.AlignmentFlag.AlignRight
        painter.drawText(end.adjusted(MARGIN, 0, -MARGIN, 0), side | Qt.AlignmentFlag.AlignVCenter, told)
        painter.restore()
