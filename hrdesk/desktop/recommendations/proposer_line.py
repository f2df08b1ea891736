"""The line that says who proposes or reserves: two letters find a delegation, anything else stands as written."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.desktop.floor.finding import Candidate
from hrdesk.desktop.floor.inscribe_line import NameLine
from hrdesk.desktop.floor.offers import Offers
from hrdesk.language.interface import current

OFFERED = 8
"""How many delegations are offered at once."""


class ProposerLine(QWidget):
    """A line with delegations offered under it. ``entered`` tells that Enter was pressed and a name is taken."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._directory = Directory(())
        self._chosen: Candidate | None = None
        self.line = NameLine(self)
        self.offers = Offers(self.line)
        self.line.offers = self.offers
        self.line.on_leaving = self._take
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(self._on_edited)
        self.line.returnPressed.connect(self._on_enter)
        self.offers.taken.connect(self._on_enter)

    def offer(self, directory: Directory) -> None:
        """Offer these delegations; what stands in the line stays."""
        self._directory = directory

    def told(self, written: str) -> dict[str, str]:
        """Give who it is: as a delegation, or in the field ``written`` as the words that were typed."""
        words = " ".join(self.line.text().split())
        if not words:
            return {}
        chosen = self.offers.marked() or self._chosen
        if chosen is not None and chosen.delegation:
            return {"delegation": chosen.delegation}
        return {written: words}

    def clear(self) -> None:
        """Empty the line."""
        self._chosen = None
        self.line.clear()
        self.offers.hide()

    def name(self, title: str) -> None:
        """Say what the line asks for."""
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(title)
        self.offers.retranslate()

    def _on_edited(self, typed: str) -> None:
        self._chosen = None
        words, language = " ".join(typed.split()), current().language
        found = self._directory.find(words, language, OFFERED)
        self.offers.offer([Candidate(one.name(language), delegation=one.code) for one in found], words)

    def _take(self) -> None:
        """Take the marked name into the line."""
        if self.offers.isVisible():
            self._chosen = self.offers.marked()
            if self._chosen is not None:
                self.line.setText(self._chosen.title)
            self.offers.hide()

    def _on_enter(self) -> None:
        self._take()
        self.entered.emit()
