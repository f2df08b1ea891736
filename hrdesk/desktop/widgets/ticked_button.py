"""A button that stays pressed and says so by a tick: a darker colour alone tells nobody, least of all in the dark."""

from PySide6.QtWidgets import QToolButton, QWidget


class TickedButton(QToolButton):
    """On or off. ``say`` gives it its words; while it is on a tick stands before them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self.setCheckable(True)
        self.toggled.connect(lambda _is_on: self._show())

    def say(self, words: str) -> None:
        """Set the words, which are its name to a screen reader too; that tells by itself whether it is on."""
        self._words = words
        self.setAccessibleName(words)
        self._show()

    def _show(self) -> None:
        self.setText(f"✓  {self._words}" if self.isChecked() else self._words)
