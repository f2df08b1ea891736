"""The marks of the note being typed, as chips under the line: a click, Delete or Backspace takes one off."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QToolButton, QWidget

from hrdesk.desktop.notes.mark_words import tag_word
from hrdesk.desktop.notes.told_keys import told_key
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate

Chip = tuple[str, str]
"""What a chip holds: "tags", "bodies" or "doubts", and what is told of it."""


def chip_word(chip: Chip) -> str:
    """Write a chip as its mark is typed, in the words of the window; a mark that nobody could read has a warning."""
    kind, told = chip
    word = {"tags": f"#{tag_word(told)}", "bodies": f"@{told}"}.get(kind, told)
    return f"⚠ {isolate(word)}" if kind == "doubts" else isolate(word)


class _Chip(QToolButton):
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the mark off."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
            return
        super().keyPressEvent(event)


class MarkChips(QWidget):
    """A row of chips, hidden without any. ``removed`` carries the place of the one to take off."""

    removed = Signal(int)

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._chips: tuple[Chip, ...] = ()
        self._buttons: list[_Chip] = []
        self._layout = FlowLayout(self, gap=4)
        self.hide()

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these marks."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        for button in self._buttons:
            self._layout.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._made(place) for place in range(len(self._chips))]
        self.retranslate()
        self.setVisible(bool(self._chips))
        self.updateGeometry()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Marks of the note"))
        for button, chip in zip(self._buttons, self._chips, strict=True):
            word = chip_word(chip)
            button.setText(f"{word}  ✕")
            button.setAccessibleName(
                _("Mark {word}, not known; choose to take it off", word=chip[1])
                if chip[0] == "doubts"
                else _("Mark {word}; choose to take it off", word=word)
            )
            button.setToolTip(
                _("Nobody here knows this. {keys} takes it as you wrote it.", keys=told_key(self._chosen_keys, "marks"))
                if chip[0] == "doubts"
                else _("Take it off")
            )

    def _made(self, place: int) -> _Chip:
        button = _Chip(self)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._remover(place))
        button.removed.connect(self._remover(place))
        self._layout.addWidget(button)
        button.show()
        return button

    def _remover(self, place: int) -> Callable[[], None]:
        return lambda: self.removed.emit(place)
