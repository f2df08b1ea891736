"""The notes of a session as a list shows them; one note that changes is one row that changes."""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import ASIDE, RECORD, STRONG, Index, beside
from hrdesk.desktop.notes.cards import BODY as TEXT
from hrdesk.desktop.notes.mark_chips import chip_word
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, plural_
from hrdesk.notes.queries import NoteLine
from hrdesk.notes.terms import BODY
from hrdesk.records import Tag

NOWHERE = QModelIndex


class NoteModel(QAbstractListModel):
    """Lines of notes in the order in which things were said."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NoteLine] = []
        self._keys: list[tuple[str, str]] = []
        self._ids: set[str] = set()
        self._heads: dict[str, tuple[str, str]] = {}
        self._zone: tzinfo | None = None

    @property
    def lines(self) -> list[NoteLine]:
        """Give the lines."""
        return self._lines

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the notes."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a note be chosen and corrected in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case _ if role == TEXT:
                return line.note.text or ""
            case _ if role == STRONG:
                return self._head(line)[0]
            case _ if role == ASIDE:
                return self._head(line)[1]
            case _ if role == RECORD:
                return line.note.id
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                hour = clock_of(line.note.at, self._zone)
                told = (hour, line.speaker, self._aside(line), _used(line), line.note.text)
                return ", ".join(part for part in told if part)
            case Qt.ItemDataRole.ToolTipRole:
                return _used(line) or None
            case Qt.ItemDataRole.EditRole:
                return line.note.text or ""
        return None

    def row_of(self, note: str) -> int:
        """Give the row of a note, -1 when it is not in the list."""
        if note not in self._ids:  # a note that comes is in none of thousands of lines
            return -1
        return next(row for row, line in enumerate(self._lines) if line.note.id == note)

    def show_lines(self, lines: list[NoteLine], zone: tzinfo | None) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._zone = list(lines), zone
        self._keys = [_key(line) for line in lines]
        self._ids = {line.note.id for line in lines}
        self._heads.clear()
        self.endResetModel()

    def put(self, line: NoteLine) -> None:
        """Show a line anew, or as one more, at its place."""
        row = self.row_of(line.note.id)
        if row >= 0 and self._keys[row] == _key(line):
            self._lines[row] = line
            self._heads.pop(line.note.id, None)
            self._tell(row)
            return
        if row >= 0:
            self.take(line.note.id)
        row = bisect_left(self._keys, _key(line))
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.insert(row, line)
        self._keys.insert(row, _key(line))
        self._ids.add(line.note.id)
        self.endInsertRows()

    def take(self, note: str) -> None:
        """Take a note out of the list."""
        row = self.row_of(note)
        if row < 0:
            return
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row], self._keys[row]
        self._heads.pop(note, None)
        self._ids.discard(note)
        self.endRemoveRows()

    def count_uses(self, used: Mapping[str, int]) -> None:
        """Mark from which notes recommendations were made."""
        for row, line in enumerate(self._lines):
            if line.recommendations != used.get(line.note.id, 0):
                self._lines[row] = replace(line, recommendations=used.get(line.note.id, 0))
                self._heads.pop(line.note.id, None)
                self._tell(row)

    def retranslate(self) -> None:
        """Say every word anew."""
        self._heads.clear()
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))

    def _head(self, line: NoteLine) -> tuple[str, str]:
        """Give what is said in front and beside it, put into words once: every paint asks for it."""
        if line.note.id not in self._heads:
            strong = beside(clock_of(line.note.at, self._zone), line.speaker, gap="   ")
            self._heads[line.note.id] = (strong, self._aside(line))
        return self._heads[line.note.id]

    @staticmethod
    def _aside(line: NoteLine) -> str:
        told = [choice_word(line.note.note_kind or "", "note_kind"), class_word(line.sensitivity)]
        if line.note.intervention:
            told.append(_("from the floor"))
        if line.note.source:
            told.append(_("from outside, {place}", place=line.note.source_place or "–"))
        if line.recommendations:
            told.append(f"→ {line.recommendations}")
        told += [chip_word(("bodies" if tag.scheme == BODY else "tags", told_of(tag))) for tag in line.tags]
        if line.note.unresolved:
            told.append(_("⚠ marks to look at: {marks}", marks=" ".join(line.note.unresolved.split())))
        return beside(*told)


def told_of(tag: Tag) -> str:
    """Tell a tag as a mark does: a body by its name, any other by scheme and name."""
    return tag.name or "" if tag.scheme == BODY else f"{tag.scheme}:{tag.name}"


def clock_of(at: str | None, zone: tzinfo | None, *, seconds: bool = False) -> str:
    """Write the hour of an instant by the clock of the venue, or of this machine where no zone is known."""
    if not at:
        return ""
    try:
        moment = datetime.fromisoformat(at).astimezone(zone)
    except (ValueError, OverflowError):  # at either end of the calendar another zone is beyond it
        return at
    return f"{moment:%H:%M:%S}" if seconds else f"{moment:%H:%M}"


def _used(line: NoteLine) -> str:
    """Say how many recommendations were made from a note."""
    count = line.recommendations
    if not count:
        return ""
    return plural_(
        "{number} recommendation was made from this note", "{number} recommendations were made from this note", count
    )


def _key(line: NoteLine) -> tuple[str, str]:
    return line.note.at or "", line.note.id
