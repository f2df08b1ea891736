"""What can be done with several recommendations at once: tag them with one word, join them, adopt them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.recommendations.deciding import Deciding
from hrdesk.desktop.recommendations.tag_words import SCHEMES, offers
from hrdesk.desktop.recommendations.told_keys import told_key
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, plural_


class Together(QWidget):
    """Stands in the place of the sheet while several are selected."""

    tagged = Signal(str, str)
    adopted = Signal()
    join_wished = Signal()

    def __init__(self, chosen_keys: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen_keys = chosen_keys
        self._count = 0
        self._words: Mapping[str, Sequence[str]] = {}
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._scheme = ListBox(self)
        self.word = QLineEdit(self)
        self._offers = QStringListModel(self)
        completer = QCompleter(self._offers, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.word.setCompleter(completer)
        self._tag = QPushButton(self)
        self.join, self.adopt, self.decide = (QPushButton(self) for _at in range(3))
        self.deciding = Deciding(self)
        line = QHBoxLayout()
        line.addWidget(self._scheme)
        line.addWidget(self.word, 1)
        line.addWidget(self._tag)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(14)
        layout.addWidget(self._told)
        layout.addLayout(line)
        layout.addWidget(self.join, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.adopt, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.decide, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addWidget(self.deciding)
        layout.addStretch(1)
        self.word.returnPressed.connect(self._on_tagged)
        self._tag.clicked.connect(self._on_tagged)
        self.adopt.clicked.connect(self.adopted)
        self.decide.clicked.connect(self.deciding.ask)
        self.join.clicked.connect(self.join_wished)
        self._scheme.currentIndexChanged.connect(lambda _place: self._offer())

    def show_count(self, count: int, words: Mapping[str, Sequence[str]]) -> None:
        """Say how many are selected; ``words`` are the tags in use, by scheme."""
        self._count, self._words = count, words
        self._offer()
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._told.setText(
            plural_("{number} recommendation selected", "{number} recommendations selected", self._count)
        )
        held = self._scheme.currentData()
        self._scheme.blockSignals(True)
        self._scheme.clear()
        for scheme in SCHEMES:
            self._scheme.addItem(choice_word(scheme, "scheme"), scheme)
        self._scheme.setCurrentIndex(max(self._scheme.findData(held), 0))
        self._scheme.blockSignals(False)
        self._scheme.setAccessibleName(_("Scheme of the tag"))
        self.word.setPlaceholderText(_("One tag for all of them"))
        self.word.setAccessibleName(_("One tag for all of them"))
        self._tag.setText(_("&Tag all"))
        self.join.setText(_("&Join them…"))
        self.adopt.setText(_("&Adopt all"))
        self.decide.setText(_("&Decide on all…"))
        self.decide.setToolTip(
            _("By consensus, ad referendum, noted or not adopted ({key})", key=told_key(self._chosen_keys, "decide"))
        )
        self.deciding.retranslate()

    def _offer(self) -> None:
        self._offers.setStringList(offers(str(self._scheme.currentData()), self._words))

    def _on_tagged(self) -> None:
        word = self.word.text().strip()
        if word:
            self.word.clear()
            self.tagged.emit(str(self._scheme.currentData()), word)
