"""The bar that narrows the list of recommendations: by words, status, area of cooperation and class."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hrdesk.desktop.recommendations.recommendation_model import Wanted, status_word
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.vocabulary import choice_word, class_word
from hrdesk.language.interface import _, plural_
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.programme import AREAS
from hrdesk.records.recommendation import STATUSES

PAUSE = 120
"""Milliseconds without a key after which the list is narrowed."""


class FilterBar(QWidget):
    """Says what is wanted of the list: ``changed`` carries it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLineEdit(self)
        self.words.setClearButtonEnabled(True)
        self._status, self._area, self._class = (ListBox(self) for _number in range(3))
        self.gone = QCheckBox(self)
        self._told = QLabel(self)
        self._all = QToolButton(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        line = QHBoxLayout()
        line.addWidget(self.words, 1)
        line.addWidget(self._told)
        line.addWidget(self._all)
        row = QHBoxLayout()
        row.setSpacing(6)
        for box in (self._status, self._area, self._class):
            box.setMinimumContentsLength(6)
            row.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addLayout(row)
        layout.addWidget(self.gone)
        self.words.textChanged.connect(lambda _text: self._pause.start())
        self._pause.timeout.connect(self._tell)
        for box in (self._status, self._area, self._class):
            box.currentIndexChanged.connect(lambda _place: self._tell())
        self.gone.toggled.connect(lambda _is_on: self._tell())
        self._all.clicked.connect(self.clear)
        self._all.hide()

    def wanted(self) -> Wanted:
        """Give what is wanted."""
        return Wanted(
            self.words.text(),
            str(self._status.currentData() or ""),
            str(self._area.currentData() or ""),
            str(self._class.currentData() or ""),
            self.gone.isChecked(),
        )

    def clear(self) -> None:
        """Want everything again."""
        self.words.clear()
        for box in (self._status, self._area, self._class):
            box.setCurrentIndex(0)
        self.gone.setChecked(False)
        self._tell()

    def say(self, shown: int, count: int, gone: int = 0) -> None:
        """Say how many are shown of how many; ``gone`` are those in whose place joined or split ones stand."""
        self.gone.setVisible(bool(gone) or self.gone.isChecked())
        self.gone.setText(
            plural_("Show also {number} that was joined or split", "Show also {number} that were joined or split", gone)
        )
        every = plural_("{number} recommendation", "{number} recommendations", count)
        self._told.setText(every if shown == count else _("{shown} of {count}", shown=shown, count=count))
        self._all.setVisible(self.wanted() != Wanted())

    def retranslate(self) -> None:
        """Set the words anew."""
        self.words.setPlaceholderText(_("Find by words, body, tag or number"))
        self.words.setAccessibleName(_("Find recommendations"))
        self._all.setText(_("Show all"))
        self._status.offer_words(_("Any status"), [(status_word(one), one) for one in STATUSES])
        self._area.offer_words(_("Any area"), [(choice_word(one, "area"), one) for one in AREAS])
        self._class.offer_words(_("Any sensitivity"), [(class_word(one), one) for one in SENSITIVITY])

    def _tell(self) -> None:
        self.changed.emit(self.wanted())
