"""The text of a recommendation and how far it has come: kept when it is left, fixed while it is adopted."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.recommendations.deciding import CLOSED, OPEN, PROVISIONAL, Deciding
from hrdesk.desktop.recommendations.pen_line import PenLine
from hrdesk.desktop.recommendations.recommendation_model import status_word
from hrdesk.desktop.recommendations.reopening import Reopening
from hrdesk.desktop.recommendations.told_keys import told_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.prose import Prose
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language.interface import _
from hrdesk.recommendations.queries import RecommendationLine
from hrdesk.records import Recommendation
from hrdesk.records.protection import adopted_way, is_adopted
from hrdesk.records.recommendation import STATUSES

BY_ADOPTING = ("adopted", "adopted_ad_referendum")
"""Statuses that nobody chooses: adopting gives them, with the text as adopted."""


class WordingEditor(QWidget):
    """Head of the sheet. ``status_chosen`` carries a status; adopting and opening again are commands of their own."""

    status_chosen = Signal(str)
    adopt_requested = Signal()
    reopen_requested = Signal(str)

    def __init__(self, workplace: Workplace, drafts: DraftKeeper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace, self._drafts = workplace, drafts
        self._line: RecommendationLine | None = None
        self._stood: str | None = None
        self._is_filling = False
        self._number, self._class, self._fixed = QLabel(self), QLabel(self), QLabel(self)
        self._status = ListBox(self)
        self._status.setMinimumContentsLength(19)
        self.adopt, self.decide, self.reopen = (QPushButton(self) for _at in range(3))
        self.reopening, self.deciding = Reopening(self), Deciding(self)
        self.pen = PenLine(workplace, self)
        self.text = Prose(self, fewest=3, most=9)
        font = self._number.font()
        font.setBold(True)
        self._number.setFont(font)
        self._fixed.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._fixed.setWordWrap(True)
        head, deeds = QHBoxLayout(), FlowLayout()
        for part in (self._status, self.adopt, self.decide, self.reopen):
            deeds.addWidget(part)
        head.addWidget(self._number)
        head.addWidget(self._class)
        head.addSpacing(12)
        head.addLayout(deeds, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.reopening)
        layout.addWidget(self.deciding)
        layout.addWidget(self.pen)
        layout.addWidget(self.text)
        layout.addWidget(self._fixed)
        self.text.textChanged.connect(self._on_typed)
        self.text.left.connect(self.keep)
        self._status.activated.connect(lambda _place: self.status_chosen.emit(str(self._status.currentData())))
        self.adopt.clicked.connect(self.adopt_requested)
        self.decide.clicked.connect(self.deciding.ask)
        self.reopen.clicked.connect(self.reopening.ask)
        self.reopening.given.connect(self.reopen_requested)

    def show_line(self, line: RecommendationLine) -> None:
        """Show a recommendation; a text that is being typed stays, and so does one that a crash left behind."""
        held = line.recommendation
        is_same = self._line is not None and self._line.recommendation.id == held.id
        is_typing = is_same and self.text.text().strip() != (self._line_text() or "")
        self._line = line
        is_fixed = is_adopted(held)
        if is_fixed:
            self._put(held.adopted_text or held.text or "")
        elif not is_typing:
            self._stood = held.text
            self._put(self._drafts.held(_place(held)) or held.text or "")
        self.text.setReadOnly(is_fixed)
        self.deciding.offer(OPEN if not is_fixed else PROVISIONAL if adopted_way(held) == "ad_referendum" else CLOSED)
        if not is_same:
            self.deciding.hide()
        self.pen.show_item(held.session or held.consultation or "")
        if not is_fixed or not is_same:
            self.reopening.hide()
        self.retranslate()

    def keep(self) -> bool:
        """Keep the text if it says something new; False when it cannot be kept and stays where it is."""
        if self._line is None or self.text.isReadOnly():
            return True
        held, typed = self._line.recommendation, self.text.text().strip()
        if typed and typed != (held.text or ""):
            if self._workplace.run("edit", id=held.id, text=typed, stood={"text": self._stood}) is None:
                return False
        elif not typed:
            self._put(held.text or "")
        if self._drafts.held(_place(held)):
            self._drafts.drop(_place(held))
        return True

    def retranslate(self) -> None:
        """Set the words anew."""
        self.text.setAccessibleName(_("Text of the recommendation"))
        self.adopt.setText(_("Ado&pt"))
        self.decide.setText(_("Deci&de…"))
        self.decide.setToolTip(
            _(
                "By consensus, ad referendum, noted or not adopted ({key})",
                key=told_key(self._workplace.settings.keys, "decide"),
            )
        )
        self.reopen.setText(_("Open &again…"))
        self._status.setAccessibleName(_("Status"))
        for part in (self.reopening, self.deciding, self.pen):
            part.retranslate()
        held = self._line.recommendation if self._line else None
        is_fixed = held is not None and is_adopted(held)
        self._status.clear()
        for status in STATUSES:
            if is_fixed or status not in BY_ADOPTING:
                self._status.addItem(status_word(status), status)
        self._status.setEnabled(held is not None and not is_fixed)
        self.adopt.setVisible(not is_fixed)
        self.reopen.setVisible(is_fixed)
        self._fixed.setVisible(is_fixed)
        is_provisional = held is not None and adopted_way(held) == "ad_referendum"
        self._fixed.setText(
            _("Adopted ad referendum as it stands here, until the capitals have confirmed it; documents print it so.")
            if is_provisional
            else _("Adopted as it stands here; documents print this text.")
        )
        if self._line is not None and held is not None:
            self._status.setCurrentIndex(self._status.findData(held.status))
            self._number.setText(_("Recommendation {number}", number=self._line.number))
            self._class.setText(class_word(self._line.sensitivity))

    def _line_text(self) -> str | None:
        return self._line.recommendation.text if self._line else None

    def _put(self, text: str) -> None:
        self._is_filling = True
        self.text.setText(text)
        self._is_filling = False

    def _on_typed(self) -> None:
        if self._line is not None and not self._is_filling and not self.text.isReadOnly():
            self.pen.warn()
            self._drafts.hold(_place(self._line.recommendation), self.text.text())


def _place(recommendation: Recommendation) -> str:
    return f"recommendation:{recommendation.id}"
