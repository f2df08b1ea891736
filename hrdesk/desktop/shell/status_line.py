"""The line at the foot of the window: what is kept, since when, and at which desk one sits."""

from collections.abc import Callable

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from hrdesk.desktop.widgets.steady_label import SteadyLabel
from hrdesk.language.interface import _

GAP = 16
"""Pixels between what is said at the foot, so that nobody reads it as one sentence."""


class StatusLine(QStatusBar):
    """Says "All kept 14:03:12" only when it is so: the words come after the commit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._say: Callable[[], str] = str
        self._offer: tuple[Callable[[], str], Callable[[], None]] | None = None
        self._kept = SteadyLabel(self)
        self.way = QPushButton(self)
        self.way.setFlat(True)
        font = self.way.font()
        font.setUnderline(True)
        self.way.setFont(font)
        self.way.clicked.connect(self._on_way)
        self._hall = QLabel(self)
        self._hall.setContentsMargins(GAP, 0, GAP, 0)
        self._hall.hide()
        self._seat = QLabel(self)
        self.addWidget(self._kept)
        self.addWidget(self.way)
        self.addPermanentWidget(self._hall)
        self.addPermanentWidget(self._seat)
        self.setContentsMargins(8, 2, 8, 2)

    @property
    def text(self) -> str:
        """Give what the line says."""
        return self._kept.text()

    def all_kept(self) -> None:
        """Say that everything is kept, as of now."""
        now = QTime.currentTime().toString("HH:mm:ss")
        self.tell(lambda: _("✓ All kept {time}", time=now))

    def tell(self, say: Callable[[], str]) -> None:
        """Say something; the words are asked for again in each language. What was offered before is gone."""
        self._say, self._offer = say, None
        self.retranslate()

    def offer(self, say: Callable[[], str], act: Callable[[], None]) -> None:
        """Offer a way beside what is said, until something else is said; it stops nobody."""
        self._offer = (say, act)
        self.retranslate()

    def tell_text(self, text: str) -> None:
        """Say a sentence that a room has put into words."""
        self.tell(lambda: text)

    def show_seat(self, text: str) -> None:
        """Show who works at this desk."""
        self._seat.setText(text)

    def show_hall(self, on: bool) -> None:
        """Say that others can see the window and what is confidential is hidden, or say nothing of it."""
        self._hall.setVisible(on)
        self._hall.setText(_("▣ Hall mode: what is confidential is hidden") if on else "")
        self._hall.setAccessibleName(self._hall.text().removeprefix("▣ "))

    def retranslate(self) -> None:
        """Say the same in the language now in use."""
        self.show_hall(not self._hall.isHidden())
        self._kept.say(self._say())
        self._kept.setAccessibleName(self._kept.text())
        self.setAccessibleName(_("What is kept"))
        self.way.setVisible(self._offer is not None)
        if self._offer is not None:
            self.way.setText(self._offer[0]())

    def _on_way(self) -> None:
        if self._offer is not None:
            act = self._offer[1]
            self.tell(self._say)
            act()
