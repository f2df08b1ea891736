"""The rows of a table of names in six languages as they are shown before they are put over the shipped ones."""

import dataclasses
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from hrdesk.agenda.participants.importing import Known
from hrdesk.agenda.participants.rules.names import NameRow, NamesReading
from hrdesk.language.interface import _, current
from hrdesk.language.names import own_name

Index = QModelIndex | QPersistentModelIndex


class NamesModel(QAbstractTableModel):
    """One row for each State or body whose names differ: what it is called now, and the new names by language."""

    counted = Signal()

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._rows: list[NameRow] = []
        self._languages: tuple[str, ...] = ()
        self._known: Known | None = None

    @property
    def taken(self) -> list[dict[str, Any]]:
        """Give the rows that are ticked, as the command takes them."""
        return [{"code": row.code, "names": dict(row.names)} for row in self._rows if row.taken]

    def show_names(self, names: NamesReading, known: Known) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._languages, self._known = list(names.rows), names.languages, known
        self.endResetModel()
        self.counted.emit()

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._languages))
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Count the columns."""
        return 0 if parent.isValid() else 1 + len(self._languages)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the headings, and beside a row its number in the source."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self._rows[section].number)
        return own_name(self._languages[section - 1]) if section else _("Delegation")

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column bears the tick."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give what a cell shows: the new name, and on closer look the one in use now."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if index.column() == 0:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if row.taken else Qt.CheckState.Unchecked
            if role == Qt.ItemDataRole.DisplayRole and self._known is not None:
                return self._known.directory.name(row.code, current().language)
            return None
        language = self._languages[index.column() - 1]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.names.get(language, "")
        if role == Qt.ItemDataRole.ToolTipRole and language in row.names:
            return _("Now: {name}", name=row.known[language])
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick or untick a row."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        taken = Qt.CheckState(value) == Qt.CheckState.Checked
        self._rows[index.row()] = dataclasses.replace(self._rows[index.row()], taken=taken)
        self.dataChanged.emit(index, index)
        self.counted.emit()
        return True
