"""A bar that proposes one thing which one key accepts: a late dignitary next, or the time after a restart."""

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class ProposalBar(QFrame):
    """Hidden while there is nothing to propose."""

    def __init__(self, accept: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self._told.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.button = QPushButton(self)
        self.button.clicked.connect(lambda: accept())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 6, 4)
        layout.addWidget(self._told, 1)
        layout.addWidget(self.button)
        self.hide()

    @property
    def text(self) -> str:
        """Give the sentence."""
        return self._told.text()

    def propose(self, sentence: str, button: str) -> None:
        """Propose; an empty sentence takes the bar away."""
        if sentence != self._told.text():
            self._told.setText(sentence)
            self.button.setAccessibleDescription(sentence)
        if button != self.button.text():
            self.button.setText(button)
        self.setVisible(bool(sentence))
