"""Which desks may know who a protected person is: one more is named, or one is taken off and all is sealed anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import who
from hrdesk.desktop.exchange.logs import Log
from hrdesk.desktop.widgets.flow_layout import FlowLayout
from hrdesk.exchange.knowing import HERE, HOW, KNOWN, NOT_NAMED, OPEN, SEALED, Knower, keepers
from hrdesk.language.interface import _


class Knowers(QWidget):
    """``name_requested`` carries the seat that is to know; ``anew_requested`` the seats that go on knowing."""

    name_requested = Signal(str)
    anew_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knowers: tuple[Knower, ...] = ()
        self._how = OPEN
        self._words, self._alone, self._off_words = QLabel(self), QLabel(self), QLabel(self)
        self.desks = Log(self)
        self.name_it, self.take_off = QPushButton(self), QPushButton(self)
        self.sure = QCheckBox(self)
        self._lay_out()
        self.desks.currentItemChanged.connect(lambda _now, _before: self._on_row())
        self.name_it.clicked.connect(lambda: self.name_requested.emit(self.desks.key))
        self.take_off.clicked.connect(lambda: self.anew_requested.emit(keepers(self._knowers, without=self.desks.key)))
        self.sure.toggled.connect(lambda _checked: self._allow())

    def show_knowers(self, how: str, knowers: tuple[Knower, ...]) -> None:
        """Show how the desks stand to who one person is; ``how`` is how the person stands at this desk."""
        if (how, knowers) == (self._how, self._knowers):
            return  # whoever is about to decide is not disturbed by what changed elsewhere
        self._how, self._knowers = how, knowers
        self.sure.setChecked(False)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(
            _("Only a desk that knows who it is can name others. Please ask one of them to name this desk.")
            if self._how == SEALED
            else _("Which desks may know who it is. A desk that is named learns it with the next encrypted bundle.")
        )
        self.desks.show_rows(
            _("Which desks may know who it is"),
            (_("Desk"), _("Who it is")),
            [
                (who(one.name, one.device) if one.device else _("(not in this desk)"), _(HOW[one.how]))
                for one in self._knowers
            ],
            (),
            [one.seat for one in self._knowers],
        )
        self._alone.setText(
            _("⚠ Only one desk knows the name: whoever loses its profile loses the name. Please name a second desk.")
        )
        self.name_it.setText(_("Name the chosen desk"))
        self.take_off.setText(_("Take the chosen desk off"))
        self.sure.setText(_("Seal the name anew; it is not undone"))
        self._off_words.setText(
            _(
                "What the desk has read it still knows. It cannot read what is written of this person from now on;"
                " the other desks learn the new key with the next encrypted bundle."
            )
        )
        self._allow()

    def _on_row(self) -> None:
        self.sure.setChecked(False)
        self._allow()

    def _allow(self) -> None:
        """Offer what can be done about the desk at the cursor."""
        one = next((one for one in self._knowers if one.seat == self.desks.key), None)
        can_decide = one is not None and self._how == KNOWN
        is_other = one is not None and one.how != HERE
        self.desks.setVisible(bool(self._knowers))
        self._alone.setVisible(self._how == KNOWN and sum(one.knows for one in self._knowers) == 1)
        self.name_it.setVisible(can_decide and one is not None and one.how == NOT_NAMED)
        for widget in (self.sure, self.take_off, self._off_words):
            widget.setVisible(can_decide and is_other and one is not None and one.knows)
        self.take_off.setEnabled(self.sure.isChecked())

    def _lay_out(self) -> None:
        for label in (self._words, self._alone, self._off_words):
            label.setWordWrap(True)
        self._words.setBuddy(self.desks)
        self.desks.fit_rows()
        line = FlowLayout()
        for widget in (self.name_it, self.sure, self.take_off):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._words)
        layout.addWidget(self.desks)
        layout.addWidget(self._alone)
        layout.addWidget(self._off_words)
        layout.addLayout(line)
