"""Where a person's name stands in words: go there, withdraw it, or take the earlier lines of the record away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.conflict_words import fields_word, kind_word
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.desktop.widgets.titles import shortened
from hrdesk.exchange.knowing import OPEN, SEALED
from hrdesk.exchange.protecting import Naming
from hrdesk.exchange.withdrawing import WITHDRAWABLE
from hrdesk.language.interface import _, plural_
from hrdesk.records import KINDS

_TITLE = 80


class NamedPlaces(QWidget):
    """``record_requested`` carries kind and record; ``withdraw_requested`` (record) wishes for the other section.

    ``lines_requested`` says that the earlier lines of the person's own record are to be taken away.
    """

    record_requested = Signal(str, str)
    withdraw_requested = Signal(str)
    lines_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._places: tuple[Naming, ...] = ()
        self._lines = 0
        self._how = OPEN
        self._words, self._lines_words = QLabel(self), QLabel(self)
        self.places = Log(self)
        self.go, self.withdraw, self.take_lines = QPushButton(self), QPushButton(self), QPushButton(self)
        self.sure = QCheckBox(self)
        self._lay_out()
        self.places.opened.connect(lambda _key: self._on_go())
        self.places.currentItemChanged.connect(lambda _now, _before: self._allow())
        self.go.clicked.connect(self._on_go)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.take_lines.clicked.connect(self.lines_requested)
        self.sure.toggled.connect(lambda _checked: self._allow())

    def show_places(self, how: str, places: tuple[Naming, ...], lines: int) -> None:
        """Show where a person is named; ``how`` is how the person stands at this desk."""
        if (how, places, lines) == (self._how, self._places, self._lines):
            return  # whoever is about to decide is not disturbed by what changed elsewhere
        self._how, self._places, self._lines = how, places, lines
        self.sure.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(self._told())
        self.go.setText(_("Go to the record"))
        self.withdraw.setText(_("Withdraw it…"))
        self.places.show_rows(
            _("Where the name stands in words"),
            (_("Record"), _("Field"), _("Now or earlier")),
            [(_what(one), _field(one), _when(one)) for one in self._places],
            (),
            list(self._places),
        )
        self._lines_words.setText(
            plural_(
                "⚠ {number} earlier line of this person's own record still says who it is, in this desk and in what"
                " leaves it.",
                "⚠ {number} earlier lines of this person's own record still say who it is, in this desk and in what"
                " leaves it.",
                self._lines,
            )
        )
        self.sure.setText(_("Take them away for ever; it is not undone"))
        self.take_lines.setText(_("Take the earlier lines away"))
        self._allow()

    def _told(self) -> str:
        if self._places and self._how == OPEN:
            return plural_(
                "The name, or a part of it, stands in words at {number} place. Protecting does not change it there.",
                "The name, or a part of it, stands in words at {number} places. Protecting does not change it there.",
                len(self._places),
            )
        if self._places:
            return plural_(
                "⚠ The name, or a part of it, stands in words at {number} place. Please correct it there, or withdraw"
                " what was said.",
                "⚠ The name, or a part of it, stands in words at {number} places. Please correct it there, or"
                " withdraw what was said.",
                len(self._places),
            )
        if self._how == SEALED:
            return _("This desk does not know the name, and so cannot say where it stands in words.")
        return _("✓ The name stands nowhere else in words.")

    def _on_go(self) -> None:
        one = self._chosen()
        if one is not None:
            self.record_requested.emit(one.kind, one.record)

    def _on_withdraw(self) -> None:
        one = self._chosen()
        if one is not None:
            self.withdraw_requested.emit(one.record)

    def _chosen(self) -> Naming | None:
        key = self.places.key
        return key if isinstance(key, Naming) else None

    def _allow(self) -> None:
        """Offer what can be done here."""
        one = self._chosen()
        there: tuple[QWidget, ...] = (self.places, self.go, self.withdraw)
        earlier: tuple[QWidget, ...] = (self._lines_words, self.sure, self.take_lines)
        for widgets, number in ((there, len(self._places)), (earlier, self._lines)):
            for widget in widgets:
                widget.setVisible(bool(number))
        self.go.setEnabled(one is not None)
        self.withdraw.setEnabled(one is not None and one.kind in WITHDRAWABLE)
        self.take_lines.setEnabled(self.sure.isChecked())

    def _lay_out(self) -> None:
        for label in (self._words, self._lines_words):
            label.setWordWrap(True)
        self._words.setBuddy(self.places)
        self.places.fit_rows()
        there, lines = FlowLayout(), FlowLayout()
        for button in (self.go, self.withdraw):
            there.addWidget(button)
        for widget in (self.sure, self.take_lines):
            lines.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self.places)
        layout.addLayout(there)
        layout.addWidget(self._lines_words)
        layout.addLayout(lines)


def _what(one: Naming) -> str:
    kind = kind_word(one.kind) if one.kind in KINDS else one.kind
    return _("{what}: {text}", what=kind, text=shortened(one.title, _TITLE)) if one.title else kind


def _field(one: Naming) -> str:
    infos = KINDS[one.kind].cells().get(one.field, ()) if one.kind in KINDS else ()
    texts = [info for info in infos if info.sensitive or info.searchable or info.translatable]
    return fields_word(one.kind, [info.name for info in texts or infos]) or one.field


def _when(one: Naming) -> str:
    return _("stands there now") if one.is_now else _("only in an earlier version, which travels too")
