"""The rows of a list of participants as a table shows them: ticked, corrected, filtered, nothing written yet."""

import dataclasses
from collections import Counter
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hrdesk.agenda.participants.importing import Known
from hrdesk.agenda.participants.rules.people import compare, with_delegation
from hrdesk.agenda.participants.rules.rows import DOUBTS, HERE, NEW, TWICE, Row
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language import N_
from hrdesk.language.interface import _, current

COLUMNS = ("name", "honorific", "function", "delegation", "category", "gender", "remark")

HEADINGS = {
    "name": N_("Name"),
    "honorific": N_("Form of address"),
    "function": N_("Function"),
    "delegation": N_("Delegation"),
    "category": N_("Category"),
    "gender": N_("Gender"),
    "remark": N_("Remark"),
}

STATES = {NEW: N_("New"), HERE: N_("Already here"), TWICE: N_("Twice in this list")}
SIGNS = {NEW: "+", HERE: "=", TWICE: "="}
DOUBTFUL = "?"
"""Shapes before the words, so that a column of them is read at a glance and never by colour."""

ALL, DOUBTED, NOT_NEW = "all", "doubted", "not_new"
FILTERS = (ALL, NEW, DOUBTED, NOT_NEW)

Index = QModelIndex | QPersistentModelIndex


def corrected(row: Row, column: str, told: str) -> Row:
    """Give a row with one cell corrected; what was doubtful about that cell is no more."""
    doubts = tuple(one for one in row.doubts if one.kind != column and (one.kind != "long" or column != "name"))
    changed: dict[str, Any] = {column: told, "doubts": doubts}
    return dataclasses.replace(row, **changed)


def remark_of(row: Row) -> str:
    """Say what is to be said of a row: whether it is new, and what is doubtful about it."""
    doubts = [
        _(DOUBTS[one.kind], word=one.word) if "{word}" in DOUBTS[one.kind] else _(DOUBTS[one.kind])
        for one in row.doubts
    ]
    sign = DOUBTFUL if row.doubts else SIGNS[row.state]
    state = "" if row.state == NEW and doubts else _(STATES[row.state])
    return " ".join(part for part in (sign, state, *doubts) if part)


class ParticipantsModel(QAbstractTableModel):
    """All rows, of which those that pass the filter are shown. ``counted`` tells that numbers may have changed."""

    counted = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._shown: list[int] = []
        self._known: Known | None = None
        self._filter = ALL

    @property
    def known(self) -> Known | None:
        """Give what the list is compared with."""
        return self._known

    @property
    def ticked(self) -> int:
        """Count the rows that are ticked."""
        return sum(row.taken for row in self._rows)

    def handed_over(self) -> list[dict[str, Any]]:
        """Give the rows that are ticked, as the command takes them."""
        return [row.handed_over() for row in self._rows if row.taken]

    def show_rows(self, rows: tuple[Row, ...], known: Known) -> None:
        """Show other rows; the filter stays."""
        self.beginResetModel()
        self._rows, self._known = list(rows), known
        self._choose()
        self.endResetModel()
        self.counted.emit()

    def show_only(self, kind: str) -> None:
        """Show the rows of one of ``FILTERS``."""
        self.beginResetModel()
        self._filter = kind
        self._choose()
        self.endResetModel()

    def counts(self) -> Counter[str]:
        """Count the rows that each filter shows."""
        return Counter(kind for row in self._rows for kind in FILTERS if _passes(row, kind))

    def row_at(self, index: Index) -> Row:
        """Give the row at a place in the table."""
        return self._rows[self._shown[index.row()]]

    def tick_shown(self, *, taken: bool) -> None:
        """Tick or untick every row that is shown."""
        for at in self._shown:
            self._rows[at] = dataclasses.replace(self._rows[at], taken=taken)
        self._tell_all()

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._tell_all()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows that are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headings, and beside a row its number in the source."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return _(HEADINGS[COLUMNS[section]])
        return str(self._rows[self._shown[section]].number)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be corrected but the remark; the name bears the tick."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if COLUMNS[index.column()] != "remark":
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows; the tick stands in the first column."""
        if not index.isValid():
            return None
        row, column = self.row_at(index), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return (Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked) if index.column() == 0 else None
        if role == Qt.ItemDataRole.EditRole and column in ("category", "gender"):
            return getattr(row, column)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(row, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Correct a cell. A delegation that was doubtful is corrected in every row in which it is written so."""
        at, column = self._shown[index.row()], COLUMNS[index.column()]
        row = self._rows[at]
        if role == Qt.ItemDataRole.CheckStateRole:
            self._rows[at] = dataclasses.replace(row, taken=Qt.CheckState(value) == Qt.CheckState.Checked)
            self.dataChanged.emit(index, index)
            self.counted.emit()
            return True
        told = " ".join(str(value or "").split())
        if role != Qt.ItemDataRole.EditRole or self._known is None or told == self.data(index, role):
            return False
        if column == "delegation":
            self._place(row, at, told)
        else:
            self._rows[at] = corrected(row, column, told)
        if column in ("delegation", "name"):
            self._rows = compare(self._rows, self._known.names, self._known.directory)
        self._tell_all()
        return True

    def _place(self, row: Row, at: int, told: str) -> None:
        assert self._known is not None
        same = [
            place
            for place, other in enumerate(self._rows)
            if place == at or (not row.delegation and not other.delegation and other.organization == row.organization)
        ]
        for place in same if row.organization else [at]:
            self._rows[place] = with_delegation(self._rows[place], told, self._known.directory)

    def _words(self, row: Row, column: str) -> str:
        match column:
            case "name":
                return row.name or (_("(delegation without names)") if row.organization else "")
            case "delegation":
                entry = self._known.directory.get(row.delegation) if self._known else None
                return entry.name(current().language) if entry else row.organization
            case "category" | "gender":
                value = str(getattr(row, column))
                return choice_word(value, column) if value else ""
            case "remark":
                return remark_of(row)
        return str(getattr(row, column))

    def _choose(self) -> None:
        self._shown = [at for at, row in enumerate(self._rows) if _passes(row, self._filter)]

    def _tell_all(self) -> None:
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, len(COLUMNS) - 1))
        self.counted.emit()


def _passes(row: Row, kind: str) -> bool:
    match kind:
        case "new":
            return row.state == NEW
        case "doubted":
            return bool(row.doubts)
        case "not_new":
            return row.state != NEW
    return True
