"""Asks for the passphrase or the paper key of an encrypted desk, and shows nothing of what is in it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hrdesk.desktop.shell.asking_page import SecretPage
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate


class UnlockPage(SecretPage):
    """Stands where the rooms stand until the desk is open; ``left`` goes to the start page.

    ``given`` carries what was typed, and whether this system's keyring shall remember the key.
    """

    given = Signal(str, bool)

    def more(self) -> tuple[QWidget, ...]:
        """Make the question whether to remember the key."""
        self._remember = QCheckBox(self)
        return (self._remember,)

    def ask(self, name: str = "") -> None:
        """Ask anew; ``name`` is the file's, and empty for a desk that was just locked."""
        self._remember.setChecked(False)
        super().ask(name)

    def give(self, text: str) -> None:
        """Hand over what was typed."""
        self.given.emit(text, self._remember.isChecked())

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
        self.back.setText(_("Another desk"))
        self.open.setText(_("Opening the desk …") if self._is_trying else _("Open"))
        self.show_state(self._say())
