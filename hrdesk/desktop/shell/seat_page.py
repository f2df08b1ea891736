"""Asks which desk this is: one of the seats that staff prepared, or a new one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hrdesk.desktop.shell.page import Page
from hrdesk.desktop.shell.start_page import ROLES
from hrdesk.desktop.widgets.roomy import make_roomy
from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _


@dataclass(frozen=True)
class SeatLine:
    """A seat that can be taken: its record, its name, its role, and whether another desk has it."""

    seat: str
    name: str
    role: str
    taken: bool


class SeatPage(Page):
    """Stands where the rooms stand until a seat is taken; ``later`` leaves it open."""

    taken = Signal(str, str, str)
    """Name, role, and the record of the seat ("" for a new one)."""
    later = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[SeatLine] = ()
        self._own_name = ""
        self._question = QLabel(self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._list = QListWidget(self)
        make_roomy(self._list)
        self._list.itemActivated.connect(self._on_seat)
        self._list.currentRowChanged.connect(self._on_row)
        self._name_label = QLabel(self)
        self._name = QLineEdit(self)
        self._name_label.setBuddy(self._name)
        self._role = QComboBox(self)
        self._take = QPushButton(self)
        self._take.setDefault(True)
        self._later = QPushButton(self)
        self._name.returnPressed.connect(self._on_take)
        self._name.textChanged.connect(lambda text: self._take.setEnabled(bool(text.strip())))
        self._take.clicked.connect(self._on_take)
        self._later.clicked.connect(self.later)
        line = QHBoxLayout()
        line.addWidget(self._name_label)
        line.addWidget(self._name, 1)
        line.addWidget(self._role)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._later)
        buttons.addWidget(self._take)
        body = QVBoxLayout()
        for widget in (self._question, self._hint, self._list):
            body.addWidget(widget)
        body.addLayout(line)
        body.addLayout(buttons)
        body.addStretch(1)
        self.lay_in_the_middle(body, 3)
        self.retranslate()

    def ask(self, seats: Sequence[SeatLine], name: str, role: str) -> None:
        """Show the seats and begin with what is known of the person."""
        self._lines = seats
        self._own_name = name
        self._name.setText(name)
        self._role.setCurrentIndex(max(0, self._role.findData(role or "rapporteur")))
        self._fill(self._first_free())
        self._take.setEnabled(bool(self._name.text().strip()))
        self.setFocusProxy(self._list if seats else self._name)

    def retranslate(self) -> None:
        """Set every word anew."""
        question = _("Which desk is yours?")
        self._question.setText(f"<b>{question}</b>")
        self._hint.setText(
            _("Your notes carry the name of the desk, so that others know whom to ask. Nothing else about you is kept.")
        )
        self._name_label.setText(_("Name of your desk"))
        self._name.setAccessibleName(_("Name of your desk"))
        self._role.setAccessibleName(_("I work as"))
        self._list.setAccessibleName(_("Seats"))
        self._take.setText(_("Take this seat"))
        self._later.setText(_("Later"))
        role = self._role.currentData()
        self._role.clear()
        for one in ROLES:
            self._role.addItem(choice_word(one, "role"), one)
        self._role.setCurrentIndex(max(0, self._role.findData(role)))
        self._fill(self._list.currentRow())

    def _fill(self, at: int) -> None:
        self._list.clear()
        for line in self._lines:
            words = _("{name}, {role}", name=line.name, role=choice_word(line.role, "role"))
            if line.taken:
                words = _("{seat} (another desk sits here)", seat=words)
            item = QListWidgetItem(words, self._list)
            item.setData(Qt.ItemDataRole.UserRole, line.seat)
        QListWidgetItem(_("None of these: a new seat"), self._list)
        self._list.setVisible(bool(self._lines))
        self._list.setCurrentRow(at)

    def _first_free(self) -> int:
        return next((at for at, line in enumerate(self._lines) if not line.taken), len(self._lines))

    def _on_row(self, row: int) -> None:
        """Fill in what the seat says; a new one begins with the person's own name."""
        if 0 <= row < len(self._lines):
            line = self._lines[row]
            self._name.setText(line.name)
            self._role.setCurrentIndex(max(0, self._role.findData(line.role)))
        elif row == len(self._lines):
            self._name.setText(self._own_name)

    def _on_seat(self) -> None:
        self._on_take()

    def _on_take(self) -> None:
        name = self._name.text().strip()
        row = self._list.currentRow()
        if name:
            seat = self._lines[row].seat if 0 <= row < len(self._lines) else ""
            self.taken.emit(name, self._role.currentData(), seat)
