"""Asks for staff's receipt, says what staff holds and what is missing, and takes the typed word to destroy the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.asking_page import AskingPage
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate, visible

if TYPE_CHECKING:
    from hrdesk.exchange.bundle import Have
    from hrdesk.exchange.receipt import Receipt


@dataclass(frozen=True)
class Checked:
    """A receipt, what it confirms, and what would go besides: changes of other desks that staff lacks, and drafts."""

    have: Have
    receipt: Receipt
    others: int
    drafts: int


class LeavingPage(AskingPage):
    """Stands where the rooms stand. ``confirmed`` carries the receipt against which the desk is to be destroyed."""

    receipt_requested = Signal()
    confirmed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._checked: Checked | None = None
        self._say: Callable[[], str] = str
        self._title, self._hint, self.said, self._question, self._after = (QLabel(self) for _at in range(5))
        for label in (self._hint, self.said, self._question, self._after):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)  # names of desks and of staff are never markup
        self.choose = QPushButton(self)
        self.choose.clicked.connect(self.receipt_requested)
        self.typed = QLineEdit(self)
        self._question.setBuddy(self.typed)
        self.typed.textChanged.connect(lambda _text: self._allow())
        self.typed.returnPressed.connect(self._on_do)
        self.do, self._back = QPushButton(self), QPushButton(self)
        self.do.clicked.connect(self._on_do)
        self._back.clicked.connect(self.left)
        self._lay_out()
        self.ask("")

    def ask(self, name: str) -> None:
        """Begin anew with the desk ``name``, before any receipt was seen."""
        self._name, self._checked, self._say = name, None, str
        self.typed.clear()
        self.setFocusProxy(self.choose)
        self.retranslate()

    def show_receipt(self, checked: Checked) -> None:
        """Say what a receipt confirms; only one that lacks nothing leads on."""
        self._checked, self._say = checked, str
        self.typed.clear()
        self.retranslate()
        (self.typed if checked.receipt.is_complete else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, say: Callable[[], str]) -> None:
        """Say why a file is no receipt; the words are asked for in each language."""
        self._checked, self._say = None, say
        self.retranslate()
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word anew."""
        title = _("Leave nothing here")
        self._title.setText(f"<b>{title}</b>")
        self._hint.setText(
            _(
                "When the work on this machine is over, this desk can be destroyed with its backups and its key."
                " Before that staff's desk must say, signed, that it holds everything you wrote: swap with the stick,"
                " let staff swap with it, and their receipt lies on the stick."
            )
        )
        self.choose.setText(_("Choose staff's receipt…"))
        self.said.setText("\n".join(_in_words(self._checked)) if self._checked else self._say())
        self.said.setVisible(bool(self.said.text()))
        self.said.setAccessibleName(self.said.text())
        self._question.setText(
            _("It cannot be taken back. To destroy the desk, type its name: {name}", name=isolate(self._name))
        )
        self.typed.setAccessibleName(self._question.text())
        self._after.setText(
            _(
                "Flash memory may keep old copies of what was readable before."
                " Only encrypting the whole disk helps there."
            )
        )
        self.do.setText(_("Destroy this desk"))
        self._back.setText(_("Back"))
        self._allow()

    def _allow(self) -> None:
        is_complete = self._checked is not None and self._checked.receipt.is_complete
        for widget in (self._question, self.typed, self._after, self.do):
            widget.setVisible(is_complete)
        self.do.setEnabled(is_complete and self.typed.text().strip().casefold() == self._name.strip().casefold())

    def _on_do(self) -> None:
        if self.do.isEnabled() and self._checked is not None:
            self.do.setEnabled(False)
            self.confirmed.emit(self._checked.have)

    def _lay_out(self) -> None:
        chosen, buttons = QHBoxLayout(), QHBoxLayout()
        chosen.addWidget(self.choose)
        chosen.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addStretch(1)
        buttons.addWidget(self.do)
        body = QVBoxLayout()
        body.addWidget(self._title)
        body.addWidget(self._hint)
        body.addLayout(chosen)
        for widget in (self.said, self._question, self.typed, self._after):
            body.addWidget(widget)
        body.addLayout(buttons)
        self.lay_in_the_middle(body, 4)


def _in_words(checked: Checked) -> list[str]:
    receipt = checked.receipt
    told = [
        _(
            "Receipt of {name}, {time}.",
            name=isolate(visible(receipt.staff.name) or receipt.staff.device),
            time=isolate(f"{datetime.fromisoformat(receipt.at).astimezone():%Y-%m-%d %H:%M}"),
        )
    ]
    if not receipt.is_complete:
        lacks = plural_(
            "⚠ Staff does not have {number} change of this device yet.",
            "⚠ Staff does not have {number} changes of this device yet.",
            receipt.lacking_count,
        )
        todo = _("Nothing can be destroyed. Please give staff a bundle and ask for a new receipt.")
        return [*told, lacks, todo]
    told.append(
        plural_(
            "✓ Staff has everything that was written on this device: {number} change.",
            "✓ Staff has everything that was written on this device: {number} changes.",
            receipt.held,
        )
    )
    if checked.others:
        told.append(
            plural_(
                "⚠ {number} change of another desk is here and not at staff's: it is left only where it was written.",
                "⚠ {number} changes of other desks are here and not at staff's: they are left only where they were"
                " written.",
                checked.others,
            )
        )
    if checked.drafts:
        told.append(
            plural_(
                "⚠ {number} text was typed here and never kept. It would be destroyed too.",
                "⚠ {number} texts were typed here and never kept. They would be destroyed too.",
                checked.drafts,
            )
        )
    return told
