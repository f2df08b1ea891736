"""The paragraphs of material from outside as a table shows them: ticked, joined, split, classed; nothing is written."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette

from hrdesk.desktop.widgets.titles import person_title
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language import N_
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.notes.outside_preview import Known
from hrdesk.notes.rules.outside import STRICTEST, Row, class_of_row, joined, parted, person_called
from hrdesk.records import Person

COLUMNS = ("place", "speaker", "sensitivity", "text")
HEADINGS = {
    "place": N_("Place"),
    "speaker": N_("Speaker"),
    "sensitivity": N_("Sensitivity"),
    "text": N_("Text"),
}
SHOWN = 300
"""Characters of a text that a row shows; all of it stands below the table."""

Index = QModelIndex | QPersistentModelIndex


class OutsideRows(QAbstractTableModel):
    """All rows. ``counted`` tells that numbers may have changed, ``arranged`` that rows were joined or split."""

    counted = Signal()
    arranged = Signal(int)

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._known = Known({})
        self._usual = STRICTEST

    @property
    def rows(self) -> list[Row]:
        """Give the rows as they stand."""
        return self._rows

    @property
    def people(self) -> Mapping[str, Person]:
        """Give the people and delegations of this desk by id."""
        return self._known.people

    @property
    def ticked(self) -> int:
        """Count the rows that are ticked."""
        return sum(row.taken for row in self._rows)

    def show_rows(self, rows: Iterable[Row], known: Known) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._known = list(rows), known
        self.endResetModel()
        self.counted.emit()

    def use_class(self, usual: str) -> None:
        """Class every row so for which nobody chose otherwise."""
        self._usual = usual
        self._tell_all()

    def class_of(self, at: int) -> str:
        """Give the class with which a row is saved."""
        return class_of_row(self._rows[at], self._usual)

    def tick(self, places: Iterable[int], *, taken: bool) -> None:
        """Tick or untick rows."""
        self._change(places, lambda row: dataclasses.replace(row, taken=taken))

    def classify(self, places: Iterable[int], sensitivity: str) -> None:
        """Give rows a class of their own; what is private stays confidential."""
        self._change(places, lambda row: dataclasses.replace(row, sensitivity=sensitivity))

    def name(self, places: Iterable[int], typed: str) -> None:
        """Say who spoke in some rows, and in every other row in which the same one was heard."""
        told = " ".join(typed.split())
        titles = {person_title(one): one.id for one in self._known.people.values()}
        person = titles.get(told) or person_called(told, self._known.called)
        heard = "" if person is not None or self._known.of_protected(told) else told
        chosen = set(places)
        before = {_who(self._rows[at]) for at in chosen} - {_who(Row(""))}
        same = [at for at, row in enumerate(self._rows) if at in chosen or _who(row) in before]
        self._change(same, lambda row: dataclasses.replace(row, heard=heard, person=person))

    def write(self, at: int, text: str) -> None:
        """Correct the text of a row; an emptied one stays as it is and is unticked."""
        told = text.strip()
        if told != self._rows[at].text:
            changed = {"text": told} if told else {"taken": False}
            self._change([at], lambda row: dataclasses.replace(row, **changed))

    def join(self, first: int, last: int) -> None:
        """Make one row of several."""
        if 0 <= first < last < len(self._rows):
            self._arrange(joined(self._rows, first, last), first)

    def part(self, at: int, place: int) -> bool:
        """Split a row before the character ``place``; False where nothing would stand on one side."""
        found = parted(self._rows, at, place)
        if len(found) == len(self._rows):
            return False
        self._arrange(found, at + 1)
        return True

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._tell_all()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headings."""
        is_heading = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return _(HEADINGS[COLUMNS[section]]) if is_heading else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The place bears the tick; speaker and class are corrected in the table, the text below it."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        match COLUMNS[index.column()]:
            case "place":
                return flags | Qt.ItemFlag.ItemIsUserCheckable
            case "speaker":
                return flags | Qt.ItemFlag.ItemIsEditable
            case "sensitivity" if not self._rows[index.row()].private:
                return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows."""
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], COLUMNS[index.column()]
        match role:
            case Qt.ItemDataRole.CheckStateRole if column == "place":
                return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ForegroundRole if not row.taken:
                return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
            case Qt.ItemDataRole.EditRole if column == "sensitivity":
                return self.class_of(index.row())
            case Qt.ItemDataRole.DisplayRole:
                words = self._words(index.row(), column)
                return isolate(words) if current().right_to_left and words else words
            case Qt.ItemDataRole.EditRole:
                return self._words(index.row(), column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct a cell. A speaker is corrected in every row in which the same one was heard."""
        at, column = index.row(), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick([at], taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        elif role != Qt.ItemDataRole.EditRole or value == self.data(index, role):
            return False
        elif column == "speaker":
            self.name([at], str(value or ""))
        elif column == "sensitivity":
            self.classify([at], str(value))
        return True

    def _words(self, at: int, column: str) -> str:
        row = self._rows[at]
        match column:
            case "place":
                return row.place
            case "speaker":
                person = self._known.people.get(row.person or "")
                return person_title(person) if person else row.heard
            case "sensitivity":
                return class_word(self.class_of(at))
        return " ".join(row.text[:SHOWN].split())

    def _arrange(self, rows: list[Row], at: int) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.counted.emit()
        self.arranged.emit(at)

    def _change(self, places: Iterable[int], change: Callable[[Row], Row]) -> None:
        for at in places:
            self._rows[at] = change(self._rows[at])
        self._tell_all()

    def _tell_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))
        self.counted.emit()


def _who(row: Row) -> tuple[str, str | None]:
    return row.heard, row.person
