"""The bar of six languages: which one is being worked on, and how much is left to do in each."""

from collections import Counter
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from hrdesk.desktop.translation.standing_words import counts_in_words, left_to_do
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.language import LANGUAGES
from hrdesk.language.interface import _, current
from hrdesk.language.names import language_name


class LanguageBar(QWidget):
    """One button for each language. ``chosen`` carries the language."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: Mapping[str, Counter[str]] = {}
        self._buttons = QButtonGroup(self)
        line = FlowLayout(self)
        for place in range(len(LANGUAGES)):
            button = QPushButton(self)
            button.setCheckable(True)
            button.toggled.connect(partial(_embolden, button))
            self._buttons.addButton(button, place)
            line.addWidget(button)
        self._buttons.idClicked.connect(lambda place: self.chosen.emit(LANGUAGES[place]))

    def choose(self, language: str) -> None:
        """Show which language is chosen."""
        self._buttons.button(LANGUAGES.index(language)).setChecked(True)

    def button(self, language: str) -> QPushButton:
        """Give the button of a language."""
        found = self._buttons.button(LANGUAGES.index(language))
        assert isinstance(found, QPushButton)
        return found

    def show_counts(self, counts: Mapping[str, Counter[str]]) -> None:
        """Show how much is left to do in each language."""
        self._counts = counts
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        for language in LANGUAGES:
            name = language_name(language, current().language)
            name = name[:1].upper() + name[1:]
            counts = self._counts.get(language, Counter())
            left = left_to_do(counts)
            button = self.button(language)
            button.setText(f"{name}  {left}" if left else f"{name}  ✓" if counts else name)
            told = counts_in_words(counts)
            button.setToolTip(told)
            button.setAccessibleName(_("{language}: {counts}", language=name, counts=told))


def _embolden(button: QPushButton, is_chosen: bool) -> None:
    """Tell the chosen language by bold letters too: a pressed button is hard to see in the dark."""
    font = button.font()
    font.setBold(is_chosen)
    button.setFont(font)
