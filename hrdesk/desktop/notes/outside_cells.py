"""Corrects the cells of material from outside: a speaker by two letters, a class out of its list."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from hrdesk.desktop.notes.class_box import ClassBox
from hrdesk.desktop.notes.outside_rows import COLUMNS, OutsideRows
from hrdesk.desktop.notes.speaker_field import found_names
from hrdesk.desktop.widgets.titles import person_title
from hrdesk.language.interface import _
from hrdesk.records.classes import SENSITIVITY

Index = QModelIndex | QPersistentModelIndex


class SpeakerLine(QLineEdit):
    """A line that offers the people and delegations that the typed letters can mean."""

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names = names
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(lambda typed: self._offers.setStringList(found_names(self._names, typed)))
        self.setAccessibleName(_("Speaker"))


class OutsideCells(QStyledItemDelegate):
    """Gives each column the editor that fits it; ``classes`` are those that the session allows."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.classes: Sequence[str] = SENSITIVITY

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        model = index.model()
        if COLUMNS[index.column()] == "sensitivity":
            box = ClassBox(parent)
            box.allow(self.classes)
            box.setAccessibleName(_("Sensitivity"))
            return box
        if isinstance(model, OutsideRows):
            return SpeakerLine([person_title(one) for one in model.people.values()], parent)
        made: QWidget = super().createEditor(parent, option, index)
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show in the editor what stands in the cell."""
        told = str(index.data(Qt.ItemDataRole.EditRole))
        if isinstance(editor, ClassBox):
            editor.show_sensitivity(told)
        elif isinstance(editor, QLineEdit):
            editor.setText(told)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what the editor holds into the row, and into all that are selected where it is one of them."""
        if not isinstance(model, OutsideRows):
            return
        chosen = {one.row() for one in self._table.selectionModel().selectedRows()}
        places = sorted(chosen) if index.row() in chosen else [index.row()]
        if isinstance(editor, ClassBox):
            model.classify(places, editor.sensitivity())
        elif isinstance(editor, QLineEdit) and (
            len(places) > 1 or editor.text() != index.data(Qt.ItemDataRole.EditRole)
        ):
            model.name(places, editor.text())
