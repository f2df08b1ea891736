"""Asks for the passphrase of a starter bundle, which came by another way than the stick."""

from PySide6.QtCore import Signal

from hrdesk.desktop.shell.asking_page import SecretPage
from hrdesk.language.interface import _
from hrdesk.language.isolation import isolate


class StarterPage(SecretPage):
    """Stands where the rooms stand until the bundle is open; ``given`` carries what was typed."""

    given = Signal(str)

    def give(self, text: str) -> None:
        """Hand over what was typed."""
        self.given.emit(text)

    def retranslate(self) -> None:
        """Set every word anew."""
        question = _("{name} is encrypted", name=isolate(self._name))
        self._question.setText(f"<b>{question}</b>")
        self._hint.setText(_("Whoever gave you the starter bundle knows its passphrase."))
        self.secret.retranslate(_("Passphrase of the bundle"))
        self.open.setText(_("Open"))
        self.back.setText(_("Back"))
        self.show_state(_("Looking at the bundles …") if self._is_trying else self._say())
