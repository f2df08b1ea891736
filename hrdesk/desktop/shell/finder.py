"""Finds any action by its words: the one table again, for whoever does not know which menu it stands in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hrdesk.desktop.shell.action import from_the_left
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.language.interface import _

WIDTH, HEIGHT = 560, 380


@dataclass(frozen=True)
class Choice:
    """What can be found: its words, its keys, what it does."""

    words: str
    keys: str
    do: Callable[[], None]


class Finder(QFrame):
    """A line and a list over the window; Enter does it, Escape closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._choices: Sequence[Choice] = ()
        self._back: QWidget | None = None
        self._line = QLineEdit(self)
        self._line.setClearButtonEnabled(True)
        self._line.textChanged.connect(self._on_text)
        self._line.returnPressed.connect(self._on_chosen)
        self._line.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setUniformItemSizes(True)
        make_roomy(self._list)
        self._list.itemClicked.connect(self._on_chosen)
        layout = QVBoxLayout(self)
        layout.addWidget(self._line)
        layout.addWidget(self._list)
        self.hide()
        self.retranslate()

    def open(self, choices: Sequence[Choice], back: QWidget | None) -> None:
        """Open over the window with these choices; ``back`` gets the focus again when nothing is chosen."""
        self._choices, self._back = choices, back
        area = self._window.rect()
        width, height = min(WIDTH, area.width() - 40), min(HEIGHT, area.height() - 80)
        self.setGeometry((area.width() - width) // 2, 60, width, height)
        self._line.clear()
        self._on_text("")
        self.show()
        self.raise_()
        self._line.setFocus()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._line.setPlaceholderText(_("What do you want to do?"))
        self._line.setAccessibleName(_("Find an action"))
        self._list.setAccessibleName(_("Actions"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows walk through the list while one types; leaving the line closes it."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
                return True
            if event.key() == Qt.Key.Key_Escape:
                self._close(self._back)
                return True
        if event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
        return super().eventFilter(watched, event)

    def _on_text(self, text: str) -> None:
        wanted = text.casefold().split()
        self._list.clear()
        for choice in self._choices:
            if all(word in choice.words.casefold() for word in wanted):
                item = QListWidgetItem(f"{choice.words}   {from_the_left(choice.keys)}".rstrip(), self._list)
                item.setData(Qt.ItemDataRole.UserRole, choice)
        self._list.setCurrentRow(0)

    def _on_chosen(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            choice: Choice = item.data(Qt.ItemDataRole.UserRole)
            self._close(self._back)
            choice.do()

    def _close(self, back: QWidget | None) -> None:
        self.hide()
        if back is not None:
            back.setFocus()
