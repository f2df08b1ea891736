"""Notes as a list shows them: what a card says of each, and its hour."""

from datetime import datetime, tzinfo
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt

from hrdesk.desktop.notes.cards import ASIDE, RECORD, STRONG, Index
from hrdesk.desktop.notes.cards import BODY as TEXT
from hrdesk.desktop.notes.mark_chips import chip_word
from hrdesk.desktop.widgets.beside import beside
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, current, plural_
from hrdesk.notes.queries import NoteLine
from hrdesk.notes.terms import BODY
from hrdesk.records import Tag

NOWHERE = QModelIndex

MOST_HEADS = 1_000
"""Notes of which what stands over the text is remembered in words."""

_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)

_TOLD = frozenset({*_SPOKEN, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole, STRONG, ASIDE, TEXT})
"""What the line of a note has to be known for."""


class NoteCards(QAbstractListModel):
    """Notes as cards in a list; who knows their lines says which stands in which row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: dict[str, tuple[str, str]] = {}
        self._zone: tzinfo | None = None

    def record_at(self, row: int) -> str:
        """Give the note of a row."""
        raise NotImplementedError

    def line_at(self, row: int) -> NoteLine | None:
        """Give the line of a row, nothing while it is not known."""
        raise NotImplementedError

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let a note be chosen and corrected in place."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        if role == RECORD:
            return self.record_at(index.row())
        if role not in _TOLD:
            return None
        line = self.line_at(index.row())
        return None if line is None else self._told(line, role)

    def retranslate(self) -> None:
        """Say every word anew."""
        self._heads.clear()
        self._tell_all()

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))

    def _tell_all(self) -> None:
        if self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(self.rowCount() - 1))

    def _told(self, line: NoteLine, role: int) -> str | None:
        """Give one part of a card."""
        if role in (STRONG, ASIDE):
            return self._head(line)[role == ASIDE]
        if role in _SPOKEN:
            told = (clock_of(line.note.at, self._zone), line.speaker, self._aside(line), _used(line), line.note.text)
            return ", ".join(part for part in told if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _used(line) or None
        return line.note.text or ""

    def _head(self, line: NoteLine) -> tuple[str, str]:
        """Give what is said in front and beside it, put into words once: every paint asks for it."""
        if line.note.id not in self._heads:
            if len(self._heads) >= MOST_HEADS:
                self._heads.clear()
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
        if line.note.unresolved:
            told.append(_("⚠ marks to look at: {marks}", marks=" ".join(line.note.unresolved.split())))
        if line.recommendations:
            # What is side by side runs from the left each for itself, so that from right to left the arrow comes last.
            onward = "{} ←" if current().right_to_left else "→ {}"
            told.append(onward.format(line.recommendations))
        told += [chip_word(("bodies" if tag.scheme == BODY else "tags", told_of(tag))) for tag in line.tags]
        return beside(*told)


class NoteModel(NoteCards):
    """A few notes, of which all lines are at hand."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[NoteLine] = []

    @property
    def lines(self) -> list[NoteLine]:
        """Give the lines."""
        return self._lines

    def rowCount(self, parent: Index = NOWHERE()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the notes."""
        return 0 if parent.isValid() else len(self._lines)

    def record_at(self, row: int) -> str:
        """Give the note of a row."""
        return self._lines[row].note.id

    def line_at(self, row: int) -> NoteLine | None:
        """Give the line of a row."""
        return self._lines[row]

    def show_lines(self, lines: list[NoteLine], zone: tzinfo | None) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._lines, self._zone = list(lines), zone
        self._heads.clear()
        self.endResetModel()


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
