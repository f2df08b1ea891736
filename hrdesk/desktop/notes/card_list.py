"""The list of cards: several can be chosen, and whoever owns it may take plain keys for itself."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QListView

from hrdesk.desktop.notes.cards import RECORD
from hrdesk.desktop.notes.tall_list import TallList

LEAST = 44
"""Pixels: in a low window the list gives way, and what is being typed does not."""


class CardList(TallList):
    """A list of cards; ``on_key`` is asked first and tells whether it took a key.

    ``copy`` is what Ctrl+C does: Qt's own list would put into the clipboard whatever a card says, confidential or not.
    """

    def __init__(self, on_key: Callable[[int], bool] | None = None) -> None:
        super().__init__()
        self._on_key = on_key
        self.copy: Callable[[], None] = _copy_nothing
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(LEAST)

    def selected_records(self) -> list[str]:
        """Give the ids of what is selected, in the order of the list."""
        rows = sorted(self.selectedIndexes(), key=lambda index: index.row())
        return [str(index.data(RECORD)) for index in rows]

    def current_record(self) -> str | None:
        """Give the id of the card that has the cursor."""
        index = self.currentIndex()
        return str(index.data(RECORD)) if index.isValid() else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Offer a plain key to whoever owns the list."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        is_plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if is_plain and self._on_key is not None and self._on_key(event.key()):
            return
        super().keyPressEvent(event)


def _copy_nothing() -> None:
    """Leave the clipboard as it is."""
