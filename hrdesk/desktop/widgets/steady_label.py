"""A label whose words change all the time: a clock, a number, what the status line says."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLabel, QWidget


class SteadyLabel(QLabel):
    """Keeps its size while its words fit: else the whole window is laid out and painted anew at every change."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_fixed = False

    def say(self, words: str) -> None:
        """Show other words; those that need more room get it, and far fewer give it back."""
        if words == self.text():
            return
        self.setText(words)
        needed = self.sizeHint()
        is_roomy = self._is_fixed and needed.width() <= self.width() <= 2 * needed.width()
        if words and not (is_roomy and needed.height() == self.height()):
            self._is_fixed = True
            self.setFixedSize(needed)

    def changeEvent(self, event: QEvent) -> None:
        """Measure anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._is_fixed and self.text():
            self.setFixedSize(self.sizeHint())
