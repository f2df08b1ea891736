"""Asks for the passphrase or the paper key of an encrypted desk, and shows nothing of what is in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import Page
from hrdesk.desktop.shell.secret_field import SecretField
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate


class UnlockPage(Page):
    """Stands where the rooms stand until the desk is open; ``left`` goes to the start page.

    ``given`` carries what was typed, and whether this system's keyring shall remember the key.
    """

    given = Signal(str, bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._say: Callable[[], str] = str
        self._is_trying = False
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self.secret = SecretField(self)
        self.secret.entered.connect(self._on_open)
        self.secret.changed.connect(self._on_changed)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self._remember = QCheckBox(self)
        self._open = QPushButton(self)
        self._open.setDefault(True)
        self._open.clicked.connect(self._on_open)
        self._leave = QPushButton(self)
        self._leave.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._leave)
        buttons.addWidget(self._open)
        body = QVBoxLayout()
        body.setSpacing(12)
        for widget in (self._question, self._hint, self.secret, self.said, self._remember):
            body.addWidget(widget)
        body.addLayout(buttons)
        body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 26, 28, 18)
        outer.addStretch(1)
        outer.addLayout(body, 3)
        outer.addStretch(1)
        self.setFocusProxy(self.secret)
        self.ask()

    def ask(self, name: str = "") -> None:
        """Ask anew; ``name`` is the file's, and empty for a desk that was just locked."""
        self._name = name
        self._is_trying = False
        self.secret.forget()
        self._say = str
        self._remember.setChecked(False)
        self.retranslate()
        self._on_changed()

    def tell(self, say: Callable[[], str]) -> None:
        """Say beside the field why it did not open; the words are asked for in each language."""
        self._is_trying = False
        self._say = say
        self.retranslate()
        self._on_changed()
        self.secret.select()

    def retranslate(self) -> None:
        """Set every word anew."""
        question = _("{name} is encrypted", name=isolate(self._name)) if self._name else _("The desk is locked")
        self._question.setText(f"<b>{question}</b>")
        self._hint.setText(
            _("Everything is kept. It opens with its passphrase, or with the paper key, group by group.")
        )
        self.secret.retranslate(_("Passphrase or paper key"))
        self._remember.setText(_("Remember in this system's keyring"))
        self._remember.setToolTip(_("Whoever can use your account on this machine can then open the desk."))
        self._remember.setAccessibleDescription(self._remember.toolTip())
        self.said.setText(self._say())
        self.said.setAccessibleName(self.said.text())
        self._leave.setText(_("Another desk"))
        self._open.setText(_("Opening the desk …") if self._is_trying else _("Open"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes to the start page."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _on_changed(self) -> None:
        self._open.setEnabled(bool(self.secret.text) and not self._is_trying)
        self._open.setText(_("Opening the desk …") if self._is_trying else _("Open"))

    def _on_open(self) -> None:
        if self.secret.text and not self._is_trying:
            self._is_trying = True
            self._on_changed()
            self.given.emit(self.secret.text, self._remember.isChecked())
