"""The bodies that a recommendation addresses, that are responsible for it or partners in it: stated or implied."""

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _
from hrdesk.records import Addressee

PARTS = Addressee.field("part").choices


class AddresseeRow(QWidget):
    """One body: its name, its part, whether it is only implied. ``changed`` carries the fields that are to be kept."""

    changed = Signal(object)
    removed = Signal()
    entered = Signal()

    def __init__(self, names: QStringListModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._held: Addressee | None = None
        self.name = QLineEdit(self)
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)
        self.part = ListBox(self)
        self.implied = QCheckBox(self)
        self._remove = QToolButton(self)
        self._remove.setText("✕")
        self._remove.setAutoRaise(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.name, 1)
        layout.addWidget(self.part)
        layout.addWidget(self.implied)
        layout.addWidget(self._remove)
        self.name.editingFinished.connect(self._on_named)
        self.name.returnPressed.connect(self.entered)
        self.part.activated.connect(lambda _place: self._tell(part=self.part.currentData()))
        self.implied.clicked.connect(lambda is_on: self._tell(implied=is_on))
        self._remove.clicked.connect(self.removed)
        self.retranslate()

    def show_addressee(self, held: Addressee) -> None:
        """Show a body; a name that is being typed stays."""
        is_typing = self.name.hasFocus() and self._held is not None and self.name.text() != (self._held.name or "")
        self._held = held
        if not is_typing and self.name.text() != (held.name or ""):
            self.name.setText(held.name or "")
            self.name.setCursorPosition(0)
        self.part.setCurrentIndex(max(self.part.findData(held.part), 0))
        self.implied.setChecked(bool(held.implied))

    def for_adding(self) -> None:
        """Be the empty row at the end: nothing to remove."""
        keeps_place = self._remove.sizePolicy()
        keeps_place.setRetainSizeWhenHidden(True)
        self._remove.setSizePolicy(keeps_place)
        self._remove.hide()

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.part.currentData()
        self.part.clear()
        for part in PARTS:
            self.part.addItem(choice_word(part, "part"), part)
        self.part.setCurrentIndex(max(self.part.findData(held), 0))
        self.part.setAccessibleName(_("Part"))
        self.name.setAccessibleName(_("Name of the body"))
        self.name.setPlaceholderText(_("Name a body"))
        self.implied.setText(_("Implied"))
        self.implied.setToolTip(_("The text does not name it, but means it"))
        self._remove.setAccessibleName(_("Take this body away"))
        self._remove.setToolTip(_("Take this body away"))

    def _on_named(self) -> None:
        if self._held is None:
            return
        name = self.name.text().strip()
        if not name:
            self.name.setText(self._held.name or "")
        elif name != self._held.name:
            self._tell(name=name)

    def _tell(self, **fields: object) -> None:
        if self._held is not None:
            self.changed.emit(fields)


class AddresseeList(QWidget):
    """All bodies of a recommendation. ``changed`` carries id and fields, ``added`` name, part and implied."""

    changed = Signal(str, object)
    added = Signal(str, str, bool)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = QStringListModel(self)
        self._rows: dict[str, AddresseeRow] = {}
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.new = AddresseeRow(self._names, self)
        self.new.for_adding()
        self._layout.addWidget(self.new)
        self.new.entered.connect(self._on_entered)
        self.new.name.editingFinished.connect(self._on_left)

    def show_addressees(self, held: Sequence[Addressee], names: Sequence[str]) -> None:
        """Show these bodies; ``names`` are offered while one is typed."""
        self._names.setStringList(list(names))
        wanted = {one.id for one in held}
        for gone in [record for record in self._rows if record not in wanted]:
            row = self._rows.pop(gone)
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, one in enumerate(held):
            if one.id not in self._rows:
                self._rows[one.id] = self._made(one.id)
            self._layout.insertWidget(place, self._rows[one.id])
            self._rows[one.id].show_addressee(one)
        # The tab order follows the eye: the empty row comes after the last body.
        for row in (self._rows[one.id] for one in held):
            self.setTabOrder(row.implied, self.new.name)
        self.new.raise_()

    def retranslate(self) -> None:
        """Set the words anew."""
        for row in (*self._rows.values(), self.new):
            row.retranslate()

    def _made(self, record: str) -> AddresseeRow:
        row = AddresseeRow(self._names, self)
        row.changed.connect(lambda fields: self.changed.emit(record, fields))
        row.removed.connect(lambda: self.removed.emit(record))
        return row

    def _on_entered(self) -> None:
        name = self.new.name.text().strip()
        if name:
            part, implied = str(self.new.part.currentData()), self.new.implied.isChecked()
            self.new.name.clear()
            self.new.implied.setChecked(False)
            self.added.emit(name, part, implied)

    def _on_left(self) -> None:
        """Keep a body that was typed, once the whole row is left: its part may still be chosen."""
        inside = (self.new.name, self.new.part, self.new.implied)
        if not any(part.hasFocus() for part in inside):
            self._on_entered()
