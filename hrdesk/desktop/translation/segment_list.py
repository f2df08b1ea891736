"""The list of the texts to translate, narrowed to all, to what is to do, or to what has changed."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.notes.card_list import CardList
from hrdesk.desktop.notes.cards import CardDelegate
from hrdesk.desktop.translation.segment_model import SegmentModel, key_of
from hrdesk.desktop.translation.standing_words import TO_DO
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.translation.queries import Segment

FILTERS = {
    "all": (N_("All texts"), ("empty", "draft", "stale", "reviewed")),
    "to_do": (N_("To do"), TO_DO),
    "stale": (N_("Source has changed"), ("stale",)),
}
"""What the list can be narrowed to: its words, and the standings that are shown."""

CARD_LINES = 3
"""Lines of a source that a card shows; the whole stands beside the list."""


class SegmentList(QWidget):
    """Shows segments. ``chosen`` carries the one chosen, ``narrowed`` says that another filter was chosen."""

    chosen = Signal(object)
    narrowed = Signal()
    write_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.filter = ListBox(self)
        self.model = SegmentModel(self)
        self.cards = CardList()
        self._label = QLabel(self)
        self._lay_out()
        self.filter.currentIndexChanged.connect(lambda _place: self.narrowed.emit())
        self.cards.selectionModel().currentChanged.connect(self._on_current)
        self.cards.activated.connect(lambda _index: self.write_requested.emit())

    def show_segments(self, segments: Sequence[Segment], wanted: str, *, is_typing: bool) -> Segment | None:
        """Show what the filter lets through and give the one that is then chosen, without telling anybody.

        ``wanted`` stays chosen; one that is being typed in is let through whatever it is. Where ``wanted`` is gone,
        the one that came into its place is chosen.
        """
        _words, standings = FILTERS[self.filter.currentData()]
        shown = [one for one in segments if one.standing in standings or (is_typing and key_of(one) == wanted)]
        row = max(self.cards.currentIndex().row(), 0)
        selection = self.cards.selectionModel()
        selection.blockSignals(True)
        self.model.show_segments(shown)
        place = self.model.row_of(wanted)
        if place < 0:
            place = min(row, len(shown) - 1)
        if place >= 0:
            index = self.model.index(place)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.cards.scrollTo(index)
        selection.blockSignals(False)
        self.cards.viewport().update()
        return shown[place] if place >= 0 else None

    def after(self, key: str) -> str:
        """Name the segment that stands after another, as the list stands now; nothing after the last."""
        row = self.model.row_of(key)
        following = self.model.segments[row + 1 : row + 2]
        return key_of(following[0]) if row >= 0 and following else ""

    def step(self, by: int) -> None:
        """Go so many segments on."""
        self._go(self.cards.currentIndex().row() + by)

    def choose(self, key: str) -> None:
        """Go to a segment."""
        self._go(self.model.row_of(key))

    def narrow(self, name: str) -> None:
        """Choose a filter by its name."""
        self.filter.setCurrentIndex(list(FILTERS).index(name))

    def narrow_to_next(self) -> None:
        """Choose the next of the filters."""
        self.filter.setCurrentIndex((self.filter.currentIndex() + 1) % len(FILTERS))

    def retranslate(self) -> None:
        """Set the words anew."""
        self._label.setText(_("Show:"))
        self.filter.setAccessibleName(_("Which texts are shown"))
        for place, (words, _standings) in enumerate(FILTERS.values()):
            self.filter.setItemText(place, _(words))
        self.cards.setAccessibleName(_("Texts of the document"))
        self.model.retranslate()

    def _go(self, row: int) -> None:
        if 0 <= row < self.model.rowCount():
            self.cards.setCurrentIndex(self.model.index(row))
            self.cards.scrollTo(self.model.index(row))

    def _on_current(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit(self.model.segments[index.row()] if index.isValid() else None)

    def _lay_out(self) -> None:
        for name, (words, _standings) in FILTERS.items():
            self.filter.addItem(_(words), name)
        self.cards.setModel(self.model)
        self.cards.setItemDelegate(CardDelegate(self.cards, CARD_LINES))
        self.cards.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._label.setBuddy(self.filter)
        line = QHBoxLayout()
        line.addWidget(self._label)
        line.addWidget(self.filter, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(line)
        layout.addWidget(self.cards, 1)
        self.setFocusProxy(self.cards)
