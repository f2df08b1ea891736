"""The line in which a device is revoked: a number after which nothing counts, and the time that it stands for."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from hrdesk.desktop.exchange.exchange_words import moment
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.exchange.acquaintance import time_of_number
from hrdesk.language.interface import _

HIGHEST = 2**31 - 1
"""What the box can hold; no device writes as much."""


class Revoking(QWidget):
    """``revoked`` carries the last number that still counts."""

    revoked = Signal(int)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._device = ""
        self._last = 0
        self._is_told_to_all = False
        self._label, self._time, self._hint = QLabel(self), QLabel(self), QLabel(self)
        self._hint.setWordWrap(True)
        self.number = QSpinBox(self)
        self.number.setRange(0, HIGHEST)
        self.number.setGroupSeparatorShown(True)
        self._label.setBuddy(self.number)
        self.revoke = QPushButton(self)
        self.number.valueChanged.connect(lambda _number: self._tell_time())
        self.revoke.clicked.connect(lambda: self.revoked.emit(self.number.value()))
        line = QHBoxLayout()
        for widget in (self._label, self.number, self._time, self.revoke):
            line.addWidget(widget)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self._hint)

    def show_device(self, device: str, last: int, *, is_told_to_all: bool) -> None:
        """Offer to revoke a device of which ``last`` is the highest number that is held here.

        ``is_told_to_all`` says that this desk writes the roster, by which every other desk hears of it.
        """
        if (device, last) != (self._device, self._last):
            self._device, self._last = device, last
            self.number.setValue(last)
        self._is_told_to_all = is_told_to_all
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word anew."""
        self._label.setText(_("Revoke it; the last number that still counts:"))
        self.number.setAccessibleName(_("The last number that still counts"))
        self.revoke.setText(_("Revoke"))
        hint = _(
            "For a machine that was lost or stolen: what it writes after this number is not taken in any more."
            " The last one that is held here is {number}.",
            number=f"{self._last:,}",
        )
        told = _("All other desks hear of it with the roster.") if self._is_told_to_all else ""
        self._hint.setText(" ".join(one for one in (hint, told) if one))
        self.number.setAccessibleDescription(self._hint.text())
        self._tell_time()

    def _tell_time(self) -> None:
        device, number = self._device, self.number.value()
        at = self._workplace.ask(lambda reader: time_of_number(reader, device, number)) if device else ""
        self._time.setText(_("written {time}", time=moment(at)) if at else "–")
