"""The names offered under a line while one types: the first is marked, the arrows mark another, Enter takes it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem

from hrdesk.desktop.floor.finding import Candidate
from hrdesk.desktop.widgets.beside import beside
from hrdesk.language.interface import _


class Offers(QListWidget):
    """Hangs under a line, never takes the focus. The last row keeps the words as they were written.

    ``taken`` tells that a row was clicked.
    """

    taken = Signal()

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line.window())
        self._line = line
        self._found: Sequence[Candidate] = ()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda _item: self.taken.emit())
        self.currentRowChanged.connect(self._on_marked)
        self.hide()

    def offer(self, found: Sequence[Candidate], typed: str) -> None:
        """Offer names; none of them, nothing is shown."""
        self._found = found
        self.blockSignals(True)
        self.clear()
        for one in found:
            QListWidgetItem(beside(one.title, one.beside), self)
        QListWidgetItem(_("As written: “{words}”", words=typed), self)
        self.setCurrentRow(0)
        self.blockSignals(False)
        self.setVisible(bool(found))
        if found:
            self._hang()
            self._on_marked(0)

    def marked(self) -> Candidate | None:
        """Give who is marked; nothing while nothing is offered, or where the words shall stay as written."""
        row = self.currentRow()
        return self._found[row] if self.isVisible() and 0 <= row < len(self._found) else None

    def step(self, way: int) -> None:
        """Mark the next (1) or the one before (-1)."""
        self.setCurrentRow(max(0, min(self.count() - 1, self.currentRow() + way)))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Names found"))

    def _hang(self) -> None:
        """Stand under the line, as wide as it is, as high as there are names."""
        window = self._line.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.show()
        top = self._line.mapTo(window, QPoint(0, self._line.height()))
        height = self.sizeHintForRow(0) * self.count() + 2 * self.frameWidth()
        self.setGeometry(top.x(), top.y(), self._line.width(), min(height, window.height() - top.y()))
        self.raise_()

    def _on_marked(self, row: int) -> None:
        """Tell a screen reader which name Enter would take."""
        if not self.isVisible() or not 0 <= row < self.count():
            return
        words = self.item(row).text()
        self._line.setAccessibleDescription(words)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._line, words))
