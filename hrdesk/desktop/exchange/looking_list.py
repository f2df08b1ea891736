"""A section with a list of records to look at one by one: Space is done with one, Enter goes on with it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.section import Section
from hrdesk.desktop.exchange.version_card import ValueCard
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.roomy import make_roomy

ROWS = 6


class LookedList(QListWidget):
    """``seen`` says that the record at the cursor was looked at, ``wanted`` that somebody wants to go to it."""

    seen = Signal()
    wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space or Delete: seen. Enter: go there."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self.seen.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class LookingSection(Section):
    """Words, the list, cards of what the record at the cursor holds, and one ``button`` for each thing to be done."""

    COUNTS = True

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self.list = LookedList(self)
        make_roomy(self.list)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.currentRowChanged.connect(self._on_row)
        self._cards: list[ValueCard] = []
        self._shown = QWidget(self)
        self._column = QVBoxLayout(self._shown)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._buttons: list[QPushButton] = []
        self._line = QHBoxLayout()
        self._line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        for widget in (self._words, self.list, self._shown):
            layout.addWidget(widget)
        layout.addLayout(self._line)
        layout.addStretch(1)

    def button(self) -> QPushButton:
        """Add a button behind those that are there; it is seen where the list is."""
        made = QPushButton(self)
        self._line.insertWidget(len(self._buttons), made)
        self._buttons.append(made)
        return made

    def show_rows(self, words: str, rows: Iterable[str]) -> None:
        """Say what this is about and list the records; the cursor stays in its row as far as there is one."""
        row = max(self.list.currentRow(), 0)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems(list(rows))
        count = self.list.count()
        self.list.setCurrentRow(min(row, count - 1))
        self.list.blockSignals(False)
        self._words.setText(words)
        height = self.list.sizeHintForRow(0) if count else 24
        self.list.setFixedHeight(min(max(count, 1), ROWS) * height + 2 * self.list.frameWidth() + 2)
        for widget in (self.list, self._shown, *self._buttons):
            widget.setVisible(bool(count))
        self.setFocusProxy(self.list if count else None)  # type: ignore[arg-type]  # Qt takes none as well
        self._on_row(self.list.currentRow())

    def show_record(self, row: int) -> None:
        """Add the cards of the record in ``row``, which is one of the list."""
        raise NotImplementedError

    def add_card(self, heading: str, words: dict[str, str], before: dict[str, str] | None) -> None:
        """Add a card; where it says what was ``before``, what was lost is shown as well."""
        card = ValueCard(self._shown)
        card.show_version(heading, words, before, with_lost=before is not None)
        self._cards.append(card)
        self._column.addWidget(card)

    def _on_row(self, row: int) -> None:
        while self._cards:
            card = self._cards.pop()
            card.hide()
            card.deleteLater()
        if 0 <= row < self.list.count():
            self.show_record(row)
