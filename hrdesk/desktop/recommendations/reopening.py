"""Asks in place why an adopted text is opened again: the reason is kept with the decision."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.language.interface import _


class Reopening(QWidget):
    """Hidden until asked. ``given`` carries the reason."""

    given = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self.line = QLineEdit(self)
        self._question.setBuddy(self.line)
        self._open, self._leave = QPushButton(self), QPushButton(self)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self._open)
        row.addWidget(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._question)
        layout.addLayout(row)
        self.line.textChanged.connect(lambda text: self._open.setEnabled(bool(text.strip())))
        self.line.returnPressed.connect(self._on_given)
        self._open.clicked.connect(self._on_given)
        self._leave.clicked.connect(self.hide)
        self._open.setEnabled(False)
        self.hide()

    def ask(self) -> None:
        """Show the question and put the cursor into the answer."""
        self.line.clear()
        self.show()
        self.line.setFocus()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._question.setText(_("Why is the adopted text opened again? The reason is kept with the decision."))
        self.line.setAccessibleName(_("Reason"))
        self._open.setText(_("Open it again"))
        self._leave.setText(_("Leave it adopted"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave it adopted with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def _on_given(self) -> None:
        if self.line.text().strip():
            self.given.emit(self.line.text().strip())
