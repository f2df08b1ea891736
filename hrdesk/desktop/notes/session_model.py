"""The notes of a session in a list: all of them have their place, and what they say is read when somebody looks."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from itertools import islice
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import Index
from hrdesk.desktop.notes.note_model import NOWHERE, NoteCards, clock_of
from hrdesk.desktop.notes.note_pages import MOST, PAGE, NotePages, Read
from hrdesk.notes.narrowing.queries import Place, Standing
from hrdesk.notes.queries import NoteLine

_USUAL_MATCH = Qt.MatchFlag.MatchStartsWith | Qt.MatchFlag.MatchWrap


class SessionModel(NoteCards):
    """Of every note it holds what puts it in order, and the lines of few; ``read`` reads a page of them.

    A row stays empty while its note is gone, or may not be shown, and the list has not been told yet.
    """

    def __init__(self, read: Read, parent: QObject | None = None, *, page: int = PAGE, most: int = MOST) -> None:
        super().__init__(parent)
        self._pages = NotePages(read, most)
        self._page = page
        self._order: list[Place] = []
        self._at: dict[str, str] = {}
        self.unresolved: set[str] = set()
        """The notes of the list with marks that somebody must look at."""

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the notes."""
        return 0 if parent.isValid() else len(self._order)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let no note be corrected of which nothing can be seen."""
        flags = super().flags(index)
        if not index.isValid() or index.row() >= len(self._order):
            return flags
        is_blank = self._pages.is_blank(self.record_at(index.row()))
        return flags & ~Qt.ItemFlag.ItemIsEditable if is_blank else flags

    def match(
        self, start: Index, role: int, value: Any, hits: int = 1, flags: Qt.MatchFlag = _USUAL_MATCH
    ) -> list[QModelIndex]:
        """Find what begins with what was typed in the list: a card begins with its hour, and none is read for it."""
        if role != Qt.ItemDataRole.DisplayRole:
            return super().match(start, role, value, hits, flags)
        first, wanted = start.row(), str(value).casefold()
        rows = (row % len(self._order) for row in range(first, first + len(self._order)))
        found = (row for row in rows if clock_of(self._order[row][0], self._zone).casefold().startswith(wanted))
        return [self.index(row) for row in islice(found, hits if hits > 0 else None)]

    @property
    def held(self) -> list[str]:
        """Name the notes whose lines are held."""
        return [line.note.id for line in self._pages.held()]

    def record_at(self, row: int) -> str:
        """Give the note of a row."""
        return self._order[row][1]

    def line_at(self, row: int) -> NoteLine | None:
        """Give the line of a row; unless it is held, read with as many before it as after it, as one page."""
        note = self.record_at(row)
        if note not in self._pages:
            first = max(row - self._page // 2, 0)
            self._pages.read([note for _at, note in self._order[first : first + self._page]])
        return self._pages.line(note)

    def row_of(self, note: str) -> int:
        """Give the row of a note, -1 when it is not in the list."""
        at = self._at.get(note)
        return -1 if at is None else bisect_left(self._order, (at, note))

    def line_of(self, note: str) -> NoteLine | None:
        """Give the line of a note, nothing when it is not in the list."""
        row = self.row_of(note)
        return None if row < 0 else self.line_at(row)

    def is_as(self, standing: Standing) -> bool:
        """Tell whether these notes stand in the list already, in this order."""
        return standing.order == self._order

    def show(self, standing: Standing, zone: tzinfo | None) -> None:
        """Show other notes."""
        self.beginResetModel()
        self._order, self._at = list(standing.order), {note: at for at, note in standing.order}
        self._renew(standing.unresolved, zone)
        self.endResetModel()

    def renew(self, standing: Standing, zone: tzinfo | None) -> None:
        """Read anew what the notes say that stand in the list."""
        self._renew(standing.unresolved, zone)
        self._tell_all()

    def forget(self) -> None:
        """Read anew what the notes say: others may see the list now, or nobody else any more."""
        self._renew(self.unresolved, self._zone)
        self._tell_all()

    def put(self, line: NoteLine) -> None:
        """Show a line anew, or as one more, at its place."""
        note, place = line.note.id, (line.note.at or "", line.note.id)
        row = self.row_of(note)
        if row >= 0 and self._order[row] != place:
            self.take(note)
            row = -1
        self._pages.put(line)
        self._heads.pop(note, None)
        (self.unresolved.add if line.note.unresolved else self.unresolved.discard)(note)
        if row >= 0:
            self._tell(row)
            return
        row = bisect_left(self._order, place)
        self.beginInsertRows(QModelIndex(), row, row)
        self._order.insert(row, place)
        self._at[note] = place[0]
        self.endInsertRows()

    def take(self, note: str) -> None:
        """Take a note out of the list."""
        row = self.row_of(note)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._order[row], self._at[note]
        self._pages.forget(note)
        self._heads.pop(note, None)
        self.unresolved.discard(note)
        self.endRemoveRows()

    def count_uses(self, used: Mapping[str, int]) -> None:
        """Mark from which of the notes that are held recommendations were made; the others are read with the mark."""
        for line in self._pages.held():
            note = line.note.id
            if line.recommendations != used.get(note, 0):
                self._pages.put(replace(line, recommendations=used.get(note, 0)))
                self._heads.pop(note, None)
                self._tell(self.row_of(note))

    def _renew(self, unresolved: set[str], zone: tzinfo | None) -> None:
        self.unresolved, self._zone = set(unresolved), zone
        self._pages.clear()
        self._heads.clear()
