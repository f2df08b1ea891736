"""Does it fit: one sentence, and a key that opens what else the chair may decide, each as the sentence it would be."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.floor.told_keys import told_key
from hrdesk.floor.rules.fit import Option
from hrdesk.language.interface import _


class Options(QListWidget):
    """The options; Enter picks, Escape leaves everything as it is."""

    picked = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read Enter and Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.picked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class FitBox(QWidget):
    """``picked`` carries an Option; ``left`` tells that the options were closed and nothing was picked.

    ``chosen_keys`` are the keys that a person chose, by action.
    """

    picked = Signal(object)
    left = Signal()

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._options: Sequence[tuple[Option, str]] = ()
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        font = self._told.font()
        font.setBold(True)
        self._told.setFont(font)
        self.button = QPushButton(self)
        self.button.setCheckable(True)
        self.list = Options(self)
        self.list.setWordWrap(True)
        self.list.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._told)
        layout.addWidget(self.button)
        layout.addWidget(self.list)
        self.button.clicked.connect(self.toggle)
        self.list.picked.connect(self._on_picked)
        self.list.itemDoubleClicked.connect(lambda _item: self._on_picked())
        self.list.left.connect(self._close)

    @property
    def text(self) -> str:
        """Give the sentence that is shown."""
        return self._told.text()

    def show_options(self, options: Sequence[tuple[Option, str]]) -> None:
        """Show what fits now and what else there is to decide; what is marked stays marked while the list is open."""
        if list(options) == list(self._options):
            return
        marked = self.list.currentRow()
        same = [one.kind for one, _words in options] == [one.kind for one, _words in self._options]
        self._options = options
        self._told.setText(options[0][1] if options else "")
        self._told.setVisible(bool(options))
        self.button.setVisible(len(options) > 1)
        if same:
            for place, (_one, words) in enumerate(options[1:]):
                self.list.item(place).setText(words)
            return
        self.list.clear()
        self.list.addItems([words for _one, words in options[1:]])
        self.list.setCurrentRow(min(max(marked, 0), self.list.count() - 1))
        self._grow()

    def toggle(self) -> None:
        """Open the options and go to them, or close them."""
        if self.list.isVisible():
            self._close()
        elif self.list.count():
            self.list.show()
            self._grow()
            self.button.setChecked(True)
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
            self.list.setFocus()
        else:
            self.button.setChecked(False)

    def retranslate(self) -> None:
        """Set the words anew; the sentences come with the next picture."""
        self._options = ()
        self.button.setText(_("What else? ({key})", key=told_key(self._chosen_keys, "options")))
        self.list.setAccessibleName(_("Ways to go on; Enter decides"))

    def _on_picked(self) -> None:
        row = self.list.currentRow() + 1
        if 0 < row < len(self._options):
            self._hide()
            self.picked.emit(self._options[row][0])

    def _close(self) -> None:
        self._hide()
        self.left.emit()

    def _hide(self) -> None:
        self.list.hide()
        self.button.setChecked(False)

    def _grow(self) -> None:
        rows = sum(self.list.sizeHintForRow(row) for row in range(self.list.count()))
        self.list.setFixedHeight(min(max(rows, 20) + 2 * self.list.frameWidth() + 2, 260))
