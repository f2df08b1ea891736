"""What was proposed to a text and said on it, as one list of cards: open ones first, then what was decided."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, Index
from hrdesk.desktop.recommendations.negotiation_rows import Row
from hrdesk.desktop.widgets.beside import beside


class NegotiationModel(QAbstractListModel):
    """The rows of one recommendation."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (row.head, *row.aside, row.text, row.foot) if part)
        told = {STRONG: row.head, ASIDE: beside(*row.aside), BODY: row.text, FOOT: row.foot, RECORD: row.key}
        return told.get(role)

    def place_of(self, key: str) -> int:
        """Give the place of a row, -1 where it is not shown."""
        return next((place for place, row in enumerate(self.rows) if row.key == key), -1)

    def show_rows(self, rows: Sequence[Row]) -> bool:
        """Show other rows; tell whether anything changed."""
        if list(rows) == self.rows:
            return False
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()
        return True
