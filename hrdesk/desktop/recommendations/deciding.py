"""Asks in place how a text was decided on, and who validated it: by consensus, ad referendum, noted, not adopted."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _

WAYS: dict[str, tuple[str, dict[str, str]]] = {
    "consensus": ("adopt", {"way": "consensus"}),
    "ad_referendum": ("adopt", {"way": "ad_referendum"}),
    "noted": ("note-recommendation", {}),
    "not_adopted": ("not-adopt", {}),
    "confirmed": ("confirm-ad-referendum", {}),
    "validated": ("validate", {}),
}
"""Each way of deciding: the command of a single recommendation, and what it is told."""

OPEN, PROVISIONAL, CLOSED = (
    ("consensus", "ad_referendum", "noted", "not_adopted"),
    ("confirmed", "validated"),
    ("validated",),
)
"""What can be decided on a text that is open, one that was adopted ad referendum, and one that was adopted."""


class Deciding(QWidget):
    """Hidden until asked. ``decided`` carries the command and what it is told beside the recommendation."""

    decided = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[str, ...] = OPEN
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self.way = ListBox(self)
        self.by = QLineEdit(self)
        self._decide, self._leave = QPushButton(self), QPushButton(self)
        self._question.setBuddy(self.way)
        self.way.setSizeAdjustPolicy(ListBox.SizeAdjustPolicy.AdjustToContents)
        row, deeds = QHBoxLayout(), QHBoxLayout()
        row.addWidget(self.way)
        row.addWidget(self.by, 1)
        deeds.addWidget(self._decide)
        deeds.addWidget(self._leave)
        deeds.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._question)
        layout.addLayout(row)
        layout.addLayout(deeds)
        self._decide.clicked.connect(self._on_decided)
        self._leave.clicked.connect(self.hide)
        self.retranslate()
        self.hide()

    def offer(self, ways: tuple[str, ...]) -> None:
        """Offer these ways of deciding."""
        if ways != self._ways:
            self._ways = ways
            self.retranslate()

    def ask(self) -> None:
        """Show the question; who validated the last text may have validated this one as well, so the name stays."""
        self.show()
        self.way.setFocus()

    def retranslate(self) -> None:
        """Set the words anew."""
        held = self.way.currentData()
        self.way.clear()
        for way in self._ways:
            self.way.addItem(_way_word(way), way)
        self.way.setCurrentIndex(max(self.way.findData(held), 0))
        self._question.setText(_("How was it decided, and who validated the text?"))
        self.way.setAccessibleName(_("Way of deciding"))
        self.by.setAccessibleName(_("Validated by"))
        self.by.setPlaceholderText(_("Validated by, such as the plenary"))
        self._decide.setText(_("Record the decision"))
        self._leave.setText(_("Leave it open"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Record it with Enter, leave it open with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_decided()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _on_decided(self) -> None:
        command, told = WAYS[str(self.way.currentData())]
        by = " ".join(self.by.text().split())
        self.hide()
        self.decided.emit(command, {**told, **({"validated_by": by} if by else {})})


def _way_word(way: str) -> str:
    """Give the word of a way of deciding; confirming is no way that a record holds, so no table knows it."""
    return _("Confirm ad referendum") if way == "confirmed" else choice_word(way)
