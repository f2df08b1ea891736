"""The page that says that something takes a moment."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hrdesk.desktop.shell.painted_label import PaintedLabel


class Waiting(PaintedLabel):
    """Stands where the rooms will stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say: Callable[[], str] = str

    def furnish(self) -> None:
        """Stand in the middle; what the first paint can do without."""
        from PySide6.QtCore import Qt

        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def wait_for(self, say: Callable[[], str]) -> None:
        """Say what is waited for; the words are asked for again in each language."""
        self._say = say
        self.retranslate()

    def retranslate(self) -> None:
        """Say the same in the language now in use."""
        self.setText(self._say())
