"""Asks for a reason in place, such as under the field that was made less strict, instead of in a dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.language import N_
from hrdesk.language.interface import _


class ReasonLine(QWidget):
    """Hidden until asked. ``given`` carries the reason; ``given_up`` says that everything stays as it was."""

    given = Signal(str)
    given_up = Signal()

    QUESTION = N_("Why may this be less strict? The reason is kept with your decision.")
    KEEP = N_("Make it less strict")
    LEAVE = N_("Leave it as it was")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self.line = QLineEdit(self)
        self._question.setBuddy(self.line)
        self._keep = QPushButton(self)
        self._leave = QPushButton(self)
        line = QHBoxLayout()
        line.addWidget(self.line, 1)
        line.addWidget(self._keep)
        line.addWidget(self._leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 4)
        layout.setSpacing(4)
        layout.addWidget(self._question)
        layout.addLayout(line)
        self.line.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.line.returnPressed.connect(self._on_given)
        self._keep.clicked.connect(self._on_given)
        self._leave.clicked.connect(self._on_given_up)
        self._keep.setEnabled(False)
        self.retranslate()
        self.hide()

    def ask(self) -> None:
        """Show the question and put the cursor into the answer."""
        self.line.clear()
        self.show()
        self.line.setFocus()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._question.setText(_(self.QUESTION))
        self.line.setAccessibleName(_("Reason"))
        self._keep.setText(_(self.KEEP))
        self._leave.setText(_(self.LEAVE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves everything as it was."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_given_up()
            return
        super().keyPressEvent(event)

    def _on_given(self) -> None:
        text = self.line.text().strip()
        if text:
            self.given.emit(text)

    def _on_given_up(self) -> None:
        self.hide()
        self.given_up.emit()
