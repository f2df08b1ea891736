"""The actions inside a recommendation, and which of them are alternatives to one another."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.language.interface import _
from hrdesk.records import Action

LONGEST = 40
"""Characters of an action where it is offered as the one that another is an alternative to."""


class ActionRow(QWidget):
    """One action: its words, and to which other one it is an alternative. ``changed`` carries what is to be kept."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Action | None = None
        self._others: Sequence[Action] = ()
        self.text = QLineEdit(self)
        self.alternative = ListBox(self)
        self.remove = QToolButton(self)
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.text, 2)
        layout.addWidget(self.alternative, 1)
        layout.addWidget(self.remove)
        self.text.editingFinished.connect(self._on_left)
        self.alternative.activated.connect(
            lambda _place: self.changed.emit({"alternative_to": self.alternative.currentData()})
        )
        self.remove.clicked.connect(self.removed)

    def show_action(self, held: Action, others: Sequence[Action]) -> None:
        """Show an action; words that are being typed stay."""
        is_typing = self.text.hasFocus() and self._held is not None and self.text.text() != (self._held.text or "")
        self._held, self._others = held, others
        if not is_typing:
            self.text.setText(held.text or "")
            self.text.setCursorPosition(0)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.alternative.clear()
        self.alternative.addItem(_("No alternative"), None)
        for one in self._others:
            self.alternative.addItem(_("Or: {text}", text=shortened(one.text or "", LONGEST)), one.id)
        held = self._held.alternative_to if self._held is not None else None
        self.alternative.setCurrentIndex(max(self.alternative.findData(held), 0))
        self.alternative.setEnabled(bool(self._others))
        self.text.setAccessibleName(_("Action"))
        self.alternative.setAccessibleName(_("Alternative to"))
        self.remove.setAccessibleName(_("Take this action away"))
        self.remove.setToolTip(_("Take this action away"))

    def _on_left(self) -> None:
        if self._held is None:
            return
        words = " ".join(self.text.text().split())
        if not words:
            self.text.setText(self._held.text or "")
        elif words != self._held.text:
            self.changed.emit({"text": words})


class ActionList(QWidget):
    """All actions of a recommendation. ``changed`` carries id and fields, ``added`` the words of a new one."""

    changed = Signal(str, dict)
    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, ActionRow] = {}
        self.new = QLineEdit(self)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.new)
        self.new.returnPressed.connect(self._on_entered)
        self.new.editingFinished.connect(self._on_left)

    def show_actions(self, held: Sequence[Action]) -> None:
        """Show these actions."""
        wanted = {one.id for one in held}
        for gone in [record for record in self.rows if record not in wanted]:
            row = self.rows.pop(gone)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(held):
            if one.id not in self.rows:
                self.rows[one.id] = self._made(one.id)
            self._layout.insertWidget(place, self.rows[one.id])
            self.rows[one.id].show_action(one, [other for other in held if other.id != one.id])
            self.setTabOrder(self.rows[one.id].remove, self.new)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.new.setPlaceholderText(_("Add an action that the text names"))
        self.new.setAccessibleName(_("Add an action"))
        for row in self.rows.values():
            row.retranslate()

    def _made(self, record: str) -> ActionRow:
        row = ActionRow(self)
        row.changed.connect(lambda fields: self.changed.emit(record, fields))
        row.removed.connect(lambda: self.removed.emit(record))
        return row

    def _on_entered(self) -> None:
        words = " ".join(self.new.text().split())
        if words:
            self.new.clear()
            self.added.emit(words)

    def _on_left(self) -> None:
        """Keep what was typed and left without Enter: nothing typed is lost."""
        if not self.new.hasFocus():
            self._on_entered()
