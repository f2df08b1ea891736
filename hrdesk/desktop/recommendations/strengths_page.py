"""Strengths that were found in the texts, to be confirmed in a batch: Enter confirms, a figure chooses another."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import ASIDE, BODY, FOOT, RECORD, STRONG, CardDelegate, Index
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, plural_
from hrdesk.recommendations.candidates import ToConfirm
from hrdesk.records.recommendation import STRENGTHS

_FIGURES = {int(Qt.Key.Key_1) + place: strength for place, strength in enumerate(STRENGTHS)}


class _Model(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.found: list[ToConfirm] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own empty index, as every model has it
        """Count the findings."""
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the parts of a card, and the whole of it as one sentence to a screen reader."""
        held = self.found[index.row()].recommendation
        word = choice_word(held.strength or "", "strength")
        found = _("found: {words}", words=held.strength_as_written) if held.strength_as_written else ""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(part for part in (word, found, held.text) if part)
        return {STRONG: word, ASIDE: found, BODY: held.text or "", RECORD: held.id, FOOT: None}.get(role)

    def show(self, found: Sequence[ToConfirm]) -> None:
        """Show other findings."""
        self.beginResetModel()
        self.found = list(found)
        self.endResetModel()


class StrengthsPage(QWidget):
    """``confirmed`` carries pairs “recommendation:strength”; ``closed`` comes with Escape."""

    confirmed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = _Model(self)
        self.list = CardList(self._on_key)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CardDelegate(self.list, most=3))
        self.list.setEditTriggers(CardList.EditTrigger.NoEditTriggers)
        self._told, self._keys, self._figures = QLabel(self), QLabel(self), QLabel(self)
        self._figures.setTextFormat(Qt.TextFormat.RichText)
        for label in (self._told, self._keys, self._figures):
            label.setWordWrap(True)
        self.confirm, self.confirm_all, self.back = QPushButton(self), QPushButton(self), QPushButton(self)
        line = QHBoxLayout()
        for button in (self.confirm, self.confirm_all, self.back):
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._keys)
        layout.addWidget(self._figures)
        layout.addLayout(line)
        self.confirm.clicked.connect(self._on_confirm)
        self.confirm_all.clicked.connect(lambda: self._tell(range(len(self.model.found))))
        self.back.clicked.connect(self.closed)
        self.setFocusProxy(self.list)
        self.retranslate()

    def show_found(self, found: Sequence[ToConfirm]) -> None:
        """Show what waits; the cursor stays at its row, so that one Enter follows the other."""
        row = max(self.list.currentIndex().row(), 0)
        if list(found) != self.model.found:
            self.model.show(found)
        if found:
            self.list.setCurrentIndex(self.model.index(min(row, len(found) - 1)))
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        count = len(self.model.found)
        self._told.setText(
            plural_(
                "{number} strength was found in the text and waits for you.",
                "{number} strengths were found in the texts and wait for you.",
                count,
            )
            if count
            else _("✓ Every strength is confirmed.")
        )
        figures = "   ".join(
            f"<b>{place}</b>&nbsp;{escape(choice_word(one, 'strength')).replace(' ', '&nbsp;')}"
            for place, one in enumerate(STRENGTHS, 1)
        )
        self._keys.setText(_("Enter confirms; a figure chooses another:"))
        self._figures.setText(figures)
        self.list.setAccessibleName(_("Strengths to confirm"))
        self.confirm.setText(_("&Confirm"))
        self.confirm_all.setText(_("Confirm a&ll"))
        self.back.setText(_("&Back"))
        self.confirm.setEnabled(bool(count))
        self.confirm_all.setEnabled(bool(count))

    def _on_key(self, key: int) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_confirm()
        elif key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in _FIGURES:
            self._tell(self._chosen(), _FIGURES[key])
        else:
            return False
        return True

    def _on_confirm(self) -> None:
        self._tell(self._chosen())

    def _chosen(self) -> list[int]:
        rows = sorted(index.row() for index in self.list.selectedIndexes())
        return rows or [row for row in [self.list.currentIndex().row()] if row >= 0]

    def _tell(self, rows: Sequence[int], strength: str = "") -> None:
        held = [self.model.found[row].recommendation for row in rows]
        if held:
            self.confirmed.emit([f"{one.id}:{strength or one.strength}" for one in held])
