"""The texts of the document as the list beside the translator shows them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, RECORD, STRONG, Index
from hrdesk.desktop.translation.standing_words import standing_word
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.translation.queries import Segment

NOWHERE = QModelIndex


class SegmentModel(QAbstractListModel):
    """Segments in the order of the document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._segments: list[Segment] = []

    @property
    def segments(self) -> list[Segment]:
        """Give the segments."""
        return self._segments

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the segments."""
        return 0 if parent.isValid() else len(self._segments)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= len(self._segments):
            return None
        one = self._segments[index.row()]
        match role:
            case _ if role == STRONG:
                return standing_word(one.standing)
            case _ if role == ASIDE:
                return choice_word(one.role)
            case _ if role == BODY:
                return one.source.text
            case _ if role == RECORD:
                return key_of(one)
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return f"{standing_word(one.standing)}, {choice_word(one.role)}, {one.source.text}"
        return None

    def show_segments(self, segments: Sequence[Segment]) -> None:
        """Show other segments; the same ones in another state are the same rows."""
        if [key_of(one) for one in segments] == [key_of(one) for one in self._segments]:
            self._segments = list(segments)
            self.retranslate()
            return
        self.beginResetModel()
        self._segments = list(segments)
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Give the row of a segment, -1 when it is not in the list."""
        return next((row for row, one in enumerate(self._segments) if key_of(one) == key), -1)

    def retranslate(self) -> None:
        """Say every word anew."""
        if self._segments:
            self.dataChanged.emit(self.index(0), self.index(len(self._segments) - 1))


def key_of(segment: Segment) -> str:
    """Name a segment: which field of which record."""
    return f"{segment.source.item}:{segment.source.field}"
