"""Tags as chips in a row, with a line to add one: Enter adds, Delete or a click on a chip takes it off."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QToolButton, QWidget

from hrdesk.desktop.recommendations.tag_words import tag_word
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _
from hrdesk.records import Tag


class Chip(QToolButton):
    """One tag. ``removed`` comes with a click, Delete or Backspace."""

    removed = Signal()

    def __init__(self, word: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(f"{word}  ✕")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Tag {word}; choose to take it off", word=word))
        self.setToolTip(_("Take it off"))
        self.clicked.connect(self.removed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the tag off."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class ChipLine(QLineEdit):
    """The line at the end of the chips; ``backed`` comes with Backspace in an empty line."""

    backed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the last chip."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.backed.emit()
            return
        super().keyPressEvent(event)


class ChipRow(QWidget):
    """The tags of one scheme. ``added`` carries a word, ``removed`` the id of a tag."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tags: tuple[tuple[Tag, str], ...] = ()
        self._chips: list[Chip] = []
        self._words = QStringListModel(self)
        self.line = ChipLine(self)
        self.line.setMinimumWidth(150)
        completer = QCompleter(self._words, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)
        self._layout = FlowLayout(self, gap=4)
        self._layout.addWidget(self.line)
        self.line.returnPressed.connect(self._on_entered)
        self.line.editingFinished.connect(self._on_left)
        self.line.backed.connect(self._on_backed)

    def show_tags(self, tags: Sequence[Tag], words: Sequence[str]) -> None:
        """Show these tags; ``words`` are offered while one is typed."""
        self._words.setStringList(list(words))
        worded = tuple((tag, tag_word(tag)) for tag in tags)
        if worded == self._tags:
            return
        had_focus = any(chip.hasFocus() for chip in self._chips)
        self._tags = worded
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for place, (tag, word) in enumerate(self._tags):
            chip = Chip(word, self)
            chip.removed.connect(_teller(self, tag.id))
            self._layout.insert(place, chip)
            self._chips.append(chip)
            chip.show()
        if had_focus:
            self.line.setFocus()
        self.updateGeometry()

    def name(self, scheme: str) -> None:
        """Say of which scheme the tags are."""
        self.line.setPlaceholderText(_("Add"))
        self.line.setAccessibleName(_("Add: {scheme}", scheme=scheme))

    def _on_entered(self) -> None:
        word = self.line.text().strip()
        if word:
            self.line.clear()
            self.added.emit(word)

    def _on_left(self) -> None:
        """Keep a word that was typed and left without Enter: nothing typed is lost."""
        if not self.line.hasFocus():
            self._on_entered()

    def _on_backed(self) -> None:
        if self._chips:
            self._chips[-1].setFocus()


def _teller(row: ChipRow, tag: str) -> Callable[[], None]:
    return lambda: row.removed.emit(tag)
