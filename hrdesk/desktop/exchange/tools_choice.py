"""A list to choose from with its name before it, as the section of other programs has several of."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hrdesk.desktop.widgets.entries import ListBox


class NamedChoice(QWidget):
    """A name and its list; ``changed`` tells that somebody chose otherwise. ``words`` gives the word of a value."""

    changed = Signal()

    def __init__(self, values: Sequence[str], words: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._label = QLabel(self)
        self.box = ListBox(self)
        self._label.setBuddy(self.box)
        self.box.setSizeAdjustPolicy(ListBox.SizeAdjustPolicy.AdjustToContents)
        for value in values:
            self.box.addItem("", value)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)
        layout.addWidget(self.box)
        self.box.activated.connect(lambda _place: self.changed.emit())

    @property
    def value(self) -> str:
        """Give what is chosen."""
        return str(self.box.currentData() or "")

    def choose(self, value: str) -> None:
        """Choose a value without telling anybody."""
        self.box.setCurrentIndex(max(self.box.findData(value), 0))

    def say(self, label: str, name: str) -> None:
        """Set the words anew: ``label`` with its key, ``name`` for who cannot see it."""
        self._label.setText(label)
        self.box.setAccessibleName(name)
        for place in range(self.box.count()):
            self.box.setItemText(place, self._words(str(self.box.itemData(place))))
        self.box.updateGeometry()
