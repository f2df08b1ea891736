"""Corrects the cells of a list of participants: a delegation by two letters, a kind out of its list."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.desktop.agenda.participants_model import COLUMNS, HEADINGS, ParticipantsModel
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, current
from hrdesk.records.people import CATEGORY_KINDS, GENDERS

CHOICES = {"category": CATEGORY_KINDS, "gender": GENDERS}

Index = QModelIndex | QPersistentModelIndex


class DelegationLine(QLineEdit):
    """A line that offers the States and bodies that the typed letters can mean, in any of six languages."""

    def __init__(self, directory: Directory, offers: tuple[str, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._directory = directory
        self._codes: dict[str, str] = {}
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._on_edited)
        self.setAccessibleName(_(HEADINGS["delegation"]))
        if offers:
            self._offer(offers)
            QTimer.singleShot(0, self, completer.complete)

    @property
    def delegation(self) -> str:
        """Give the code of what was chosen, or the words as typed."""
        typed = " ".join(self.text().split())
        return self._codes.get(typed, typed)

    def _on_edited(self, typed: str) -> None:
        self._offer(tuple(entry.code for entry in self._directory.find(typed, current().language)))

    def _offer(self, codes: tuple[str, ...]) -> None:
        self._codes = {self._directory.name(code, current().language): code for code in codes}
        self._names.setStringList(list(self._codes))


class ParticipantCells(QStyledItemDelegate):
    """Gives each column the editor that fits it."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Make the editor of a cell."""
        model, column = index.model(), COLUMNS[index.column()]
        if column == "delegation" and isinstance(model, ParticipantsModel) and model.known is not None:
            return DelegationLine(model.known.directory, model.row_at(index).offers, parent)
        if column in CHOICES:
            box = ListBox(parent)
            box.setAccessibleName(_(HEADINGS[column]))
            box.addItem("", "")
            for value in CHOICES[column]:
                box.addItem(choice_word(value, column), value)
            return box
        made: QWidget = super().createEditor(parent, option, index)
        made.setAccessibleName(_(HEADINGS[column]))
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show in the editor what stands in the cell."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(index.data(Qt.ItemDataRole.EditRole))))
        elif isinstance(editor, DelegationLine):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Put what the editor holds into the list."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, DelegationLine):
            model.setData(index, editor.delegation)
        else:
            super().setModelData(editor, model, index)
