"""Proposes to encrypt a desk, takes the passphrase twice, and shows the paper key once."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import Page
from hrdesk.desktop.shell.secret_field import SecretField
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate
from hrdesk.store.encryption import SHORTEST_PASSPHRASE

GROUPS_IN_A_LINE = 5

MINUTES = (5, 10, 30, 60, 0)
"""After which an encrypted desk that nobody touches is locked; 0 for never."""


class Step(Enum):
    """Where one is: a desk that is plain, one that has a passphrase already, the paper key."""

    PLAIN = "plain"
    ENCRYPTED = "encrypted"
    PAPER = "paper"


class EncryptionPage(Page):
    """Stands where the rooms stand. ``chosen`` carries the passphrase and whether staff may recover the key."""

    chosen = Signal(str, bool)
    taken_off = Signal()
    minutes_chosen = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = Step.PLAIN
        self._has_staff = False
        self._minutes = 0
        self._paper = ""
        self._title, self._hint, self._risk, self._said, self._key, self._after = (QLabel(self) for _at in range(6))
        for label in (self._hint, self._risk, self._said, self._after):
            label.setWordWrap(True)
        self._key.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        font = self._key.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        self._key.setFont(font)
        self._key.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.first, self.second = SecretField(self), SecretField(self)
        for field in (self.first, self.second):
            field.changed.connect(self._on_changed)
            field.entered.connect(self._on_do)
        self.staff = QCheckBox(self)
        self._idle = QLabel(self)
        self.minutes = QComboBox(self)
        self._idle.setBuddy(self.minutes)
        self.minutes.activated.connect(self._on_minutes)
        idle = QHBoxLayout()
        idle.addWidget(self._idle)
        idle.addWidget(self.minutes)
        idle.addStretch(1)
        self.copied = QCheckBox(self)
        self.copied.toggled.connect(self._on_changed)
        self.do = QPushButton(self)
        self.do.setDefault(True)
        self.do.clicked.connect(self._on_do)
        self.off = QPushButton(self)
        self.off.clicked.connect(self.taken_off)
        self.later = QPushButton(self)
        self.later.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addWidget(self.off)
        buttons.addStretch(1)
        buttons.addWidget(self.later)
        buttons.addWidget(self.do)
        body = QVBoxLayout()
        for widget in (
            self._title,
            self._hint,
            self.first,
            self.second,
            self.staff,
            self._key,
            self._after,
            self.copied,
            self._risk,
            self._said,
        ):  # fmt: skip - in the order in which they stand on the page
            body.addWidget(widget)
        body.addLayout(idle)
        body.addLayout(buttons)
        body.addStretch(1)
        self.lay_in_the_middle(body, 4)
        self.propose(is_encrypted=False, has_staff=False)

    def propose(self, *, is_encrypted: bool, has_staff: bool, minutes: int = 0) -> None:
        """Ask for a passphrase; ``has_staff`` says that staff's address for encryption is known.

        ``minutes`` is how long an encrypted desk may be left alone before it is locked.
        """
        self._step = Step.ENCRYPTED if is_encrypted else Step.PLAIN
        self._minutes = minutes
        self._has_staff, self._paper = has_staff, ""
        self.staff.setChecked(False)
        self._begin(self.first)

    def show_paper(self, paper: str) -> None:
        """Show the paper key, once; going on needs the word that it was copied."""
        self._step, self._paper = Step.PAPER, paper
        self.copied.setChecked(False)
        self._begin(self._key)

    def tell(self, sentence: str) -> None:
        """Say beside the fields what was refused."""
        self._said.setText(sentence)
        self._said.setAccessibleName(sentence)

    def retranslate(self) -> None:
        """Set every word anew."""
        titles = {
            Step.PLAIN: _("Encrypt this desk?"),
            Step.ENCRYPTED: _("Another passphrase for this desk"),
            Step.PAPER: _("The paper key"),
        }
        self._title.setText(f"<b>{titles[self._step]}</b>")
        hints = {
            Step.PLAIN: _(
                "Whoever finds this machine or a stick with the desk then reads nothing without the passphrase."
                " Four words that nobody would put together make a good one."
            ),
            Step.ENCRYPTED: _("The passphrase and the paper key of before will no longer open it, nor its backups."),
            Step.PAPER: _(
                "Copy it by hand, keep it apart from this machine, and show it to nobody. It opens the desk when the"
                " passphrase is lost; it is not shown again."
            ),
        }
        self._hint.setText(hints[self._step])
        self._risk.setText(
            _(
                "In some places carrying encrypted data is a risk in itself, or forbidden:"
                " please decide for where you go."
            )
        )
        self._after.setText(
            _(
                "Flash memory may keep old copies of what was readable before."
                " Only encrypting the whole disk helps there."
            )
        )
        self.first.retranslate(_("Passphrase"))
        self.second.retranslate(_("The same passphrase again"))
        self.staff.setText(_("Staff of the consultation may open the desk if the passphrase is lost"))
        self.copied.setText(_("I have copied the paper key"))
        self._idle.setText(_("Lock this desk when nobody touches it for"))
        self.minutes.setAccessibleName(self._idle.text())
        self.minutes.clear()
        for one in sorted({*MINUTES, self._minutes}, key=lambda one: (not one, one)):
            words = plural_("{number} minute", "{number} minutes", one) if one else _("never")
            self.minutes.addItem(words, one)
        self.minutes.setCurrentIndex(self.minutes.findData(self._minutes))
        groups = self._paper.split("-")
        lines = [groups[at : at + GROUPS_IN_A_LINE] for at in range(0, len(groups), GROUPS_IN_A_LINE)]
        self._key.setText("\n".join(isolate("  ".join(line)) for line in lines))
        self._key.setAccessibleName(_("The paper key"))
        self._key.setAccessibleDescription(" ".join(groups))
        self.do.setText(_("Done") if self._step is Step.PAPER else _("Encrypt"))
        self.off.setText(_("Take the encryption off"))
        self.later.setText(_("Not now") if self._step is Step.PLAIN else _("Back"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape is "not now", but for the paper key, which is shown once."""
        if event.key() == Qt.Key.Key_Escape and self._step is not Step.PAPER:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _begin(self, first: QWidget) -> None:
        is_paper = self._step is Step.PAPER
        for field in (self.first, self.second):
            field.forget()
            field.setVisible(not is_paper)
        self.staff.setVisible(self._has_staff and not is_paper)
        for widget in (self._key, self._after, self.copied):
            widget.setVisible(is_paper)
        self._risk.setVisible(self._step is Step.PLAIN)
        for kept in (self.off, self._idle, self.minutes):
            kept.setVisible(self._step is Step.ENCRYPTED)
        self.later.setVisible(not is_paper)
        self._said.clear()
        self.setFocusProxy(first)
        self.retranslate()
        self._on_changed()

    def _on_minutes(self) -> None:
        self._minutes = self.minutes.currentData()
        self.minutes_chosen.emit(self._minutes)

    def _on_changed(self) -> None:
        if self._step is Step.PAPER:
            self.do.setEnabled(self.copied.isChecked())
            return
        first, second = self.first.text, self.second.text
        self.do.setEnabled(len(first) >= SHORTEST_PASSPHRASE and first == second)
        if first and len(first) < SHORTEST_PASSPHRASE:
            self.tell(_("A passphrase has at least {number} characters.", number=SHORTEST_PASSPHRASE))
        elif second and not first.startswith(second):
            self.tell(_("The two passphrases differ."))
        else:
            self.tell("")

    def _on_do(self) -> None:
        if not self.do.isEnabled():
            return
        if self._step is Step.PAPER:
            self._paper = ""
            self.retranslate()
            self.left.emit()
            return
        self.chosen.emit(self.first.text, self.staff.isChecked() and self._has_staff)
