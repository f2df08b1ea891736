"""The tags of a recommendation, scheme by scheme: theme, group in focus, Sustainable Development Goal, free words."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from hrdesk.desktop.recommendations.chips import ChipRow
from hrdesk.desktop.recommendations.tag_words import SCHEMES, offers
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.records import Tag


class TagBoard(QWidget):
    """One row of chips for each scheme. ``added`` carries scheme and word, ``removed`` the id of a tag."""

    added = Signal(str, str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._rows: dict[str, tuple[QLabel, ChipRow]] = {}
        self._shown: tuple[Sequence[Tag], Mapping[str, Sequence[str]]] = ((), {})
        for scheme in SCHEMES:
            row, label = ChipRow(self), QLabel(self)
            label.setBuddy(row.line)
            row.added.connect(_teller(self, scheme))
            row.removed.connect(self.removed)
            self._layout.addRow(label, row)
            self._rows[scheme] = (label, row)

    def row(self, scheme: str) -> ChipRow:
        """Give the row of a scheme."""
        return self._rows[scheme][1]

    def show_tags(self, tags: Sequence[Tag], words: Mapping[str, Sequence[str]]) -> None:
        """Show the tags of a record; ``words`` are those in use, by scheme. Clusters show where there are any."""
        self._shown = (tags, words)
        for scheme, (_label, row) in self._rows.items():
            own = [tag for tag in tags if tag.scheme == scheme]
            offered = offers(scheme, words)
            row.show_tags(own, offered)
            if scheme == "cluster":
                self._layout.setRowVisible(row, bool(own or offered))

    def retranslate(self) -> None:
        """Set the words anew."""
        for scheme, (label, row) in self._rows.items():
            word = choice_word(scheme, "scheme")
            label.setText(word)
            row.name(word)
        self.show_tags(*self._shown)


def _teller(board: TagBoard, scheme: str) -> Callable[[str], None]:
    return lambda word: board.added.emit(scheme, word)
