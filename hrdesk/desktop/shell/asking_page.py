"""Pages that ask one thing in the middle of the window before anything goes on; Escape goes back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.shell.page import PageWithBack
from hrdesk.desktop.shell.secret_field import SecretField


class AskingPage(PageWithBack):
    """What is asked stands above, the room below it is free."""

    def lay_in_the_middle(self, body: QVBoxLayout, width: int) -> None:
        """Put ``body`` between two margins, and nothing below it."""
        body.addStretch(1)
        super().lay_in_the_middle(body, width)


class SecretPage(AskingPage):
    """Asks for a passphrase, and says beside the field why it did not open.

    Subclasses say their words in ``retranslate`` and hand over what was typed in ``give``.
    """

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
        self.open, self.back = QPushButton(self), QPushButton(self)
        self.open.setDefault(True)
        self.open.clicked.connect(self._on_open)
        self.back.clicked.connect(self.left)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.open)
        body = QVBoxLayout()
        for widget in (self._question, self._hint, self.secret, self.said, *self.more()):
            body.addWidget(widget)
        body.addLayout(buttons)
        self.lay_in_the_middle(body, 3)
        self.setFocusProxy(self.secret)
        self.ask()

    def more(self) -> tuple[QWidget, ...]:
        """Make what stands between the field and the buttons."""
        return ()

    def ask(self, name: str = "") -> None:
        """Ask anew, for the file ``name``."""
        self._name, self._is_trying, self._say = name, False, str
        self.secret.forget()
        self.retranslate()

    def tell(self, say: Callable[[], str]) -> None:
        """Say beside the field why it did not open; the words are asked for in each language."""
        self._is_trying, self._say = False, say
        self.retranslate()
        self.secret.select()

    def give(self, text: str) -> None:
        """Hand over what was typed."""
        raise NotImplementedError

    def show_state(self, said: str) -> None:
        """Show what is said beside the field, and whether it can be opened now."""
        self.said.setText(said)
        self.said.setAccessibleName(said)
        self._allow()

    def _allow(self) -> None:
        self.open.setEnabled(bool(self.secret.text) and not self._is_trying)

    def _on_open(self) -> None:
        if self.open.isEnabled():
            self._is_trying = True
            self.retranslate()
            self.give(self.secret.text)
