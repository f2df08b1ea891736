"""Asks for the passphrase of a starter bundle, which came by another way than the stick."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import Page
from hrdesk.desktop.shell.secret_field import SecretField
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate


class StarterPage(Page):
    """Stands where the rooms stand until the bundle is open; ``given`` carries what was typed."""

    given = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._say: Callable[[], str] = str
        self._is_trying = False
        self._question, self._hint, self.said = (QLabel(self) for _at in range(3))
        for label in (self._question, self._hint, self.said):
            label.setWordWrap(True)
        self.secret = SecretField(self)
        self.secret.entered.connect(self._on_open)
        self.secret.changed.connect(self._allow)
        self.open, self._back = QPushButton(self), QPushButton(self)
        self.open.setDefault(True)
        self.open.clicked.connect(self._on_open)
        self._back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._back)
        buttons.addWidget(self.open)
        body = QVBoxLayout()
        body.setSpacing(12)
        for widget in (self._question, self._hint, self.secret, self.said):
            body.addWidget(widget)
        body.addLayout(buttons)
        body.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(28, 26, 28, 18)
        outer.addStretch(1)
        outer.addLayout(body, 3)
        outer.addStretch(1)
        self.setFocusProxy(self.secret)
        self.ask("")

    def ask(self, name: str) -> None:
        """Ask anew, for the bundle in the file ``name``."""
        self._name, self._is_trying, self._say = name, False, str
        self.secret.forget()
        self.retranslate()

    def tell(self, say: Callable[[], str]) -> None:
        """Say beside the field why it did not open; the words are asked for in each language."""
        self._is_trying, self._say = False, say
        self.retranslate()
        self.secret.select()

    def retranslate(self) -> None:
        """Set every word anew."""
        question = _("{name} is encrypted", name=isolate(self._name))
        self._question.setText(f"<b>{question}</b>")
        self._hint.setText(_("Whoever gave you the starter bundle knows its passphrase."))
        self.secret.retranslate(_("Passphrase of the bundle"))
        self.said.setText(_("Looking at the bundles …") if self._is_trying else self._say())
        self.said.setAccessibleName(self.said.text())
        self.open.setText(_("Open"))
        self._back.setText(_("Back"))
        self._allow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _allow(self) -> None:
        self.open.setEnabled(bool(self.secret.text) and not self._is_trying)

    def _on_open(self) -> None:
        if self.open.isEnabled():
            self._is_trying = True
            self.retranslate()
            self.given.emit(self.secret.text)
