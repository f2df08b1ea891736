"""Texts that were refused after the next one had been begun: they stand above the line until a person takes them up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from hrdesk.desktop.notes.note_draft import NoteDraft
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.language.interface import _, plural_

LONGEST = 90
"""Letters of a text that are shown; all of it comes back into the line."""


class NotKept(QFrame):
    """Shows the first of the texts and how many there are. ``wanted`` carries the place of the draft to take up."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts: list[tuple[str, NoteDraft]] = []
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._act = QPushButton(self)
        self._act.clicked.connect(self._on_act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addWidget(self._told, 1)
        layout.addWidget(self._act)
        self.hide()

    @property
    def places(self) -> list[str]:
        """Name the places of the drafts that are shown or counted."""
        return [place for place, _draft in self._texts]

    def show_texts(self, texts: Sequence[tuple[str, NoteDraft]]) -> None:
        """Show texts that were not kept, the first of them in words; without any there is nothing to see."""
        self._texts = list(texts)
        self.setVisible(bool(self._texts))
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the language now in use."""
        self._act.setText(_("Put it back into the line"))
        self.setAccessibleName(_("Notes that were not kept"))
        if self._texts:
            first = shortened(self._texts[0][1].text, LONGEST)
            number = len(self._texts)
            self._told.setText(
                plural_(
                    "⚠ {number} note was not kept: “{text}”",
                    "⚠ {number} notes were not kept; the first: “{text}”",
                    number,
                    text=first,
                )
            )
            self._told.setAccessibleName(self._told.text())

    def _on_act(self) -> None:
        if self._texts:
            self.wanted.emit(self._texts[0][0])
