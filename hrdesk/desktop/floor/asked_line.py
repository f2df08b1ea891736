"""A line that is asked for in place: the chair's message, what two who swap agreed on, a question to a panellist."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.language.interface import _


class AskedLine(QWidget):
    """Hidden until asked. Enter gives what stands there; Escape gives up. With choices, one is chosen beside it."""

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._give: Callable[[str, str], None] = lambda _text, _choice: None
        self._may_be_empty = False
        self._question = QLabel(self)
        self._question.setWordWrap(True)
        self.choice = ListBox(self)
        self.line = QLineEdit(self)
        self._question.setBuddy(self.line)
        self.keep = QPushButton(self)
        self.leave = QPushButton(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(4)
        layout.addWidget(self._question, 0, 0, 1, 4)
        layout.addWidget(self.choice, 1, 0)
        layout.addWidget(self.line, 1, 1)
        layout.addWidget(self.keep, 1, 2)
        layout.addWidget(self.leave, 1, 3)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 2)
        self.line.returnPressed.connect(self._on_given)
        self.keep.clicked.connect(self._on_given)
        self.leave.clicked.connect(self.give_up)
        self.hide()

    def ask(
        self,
        question: str,
        give: Callable[[str, str], None],
        text: str = "",
        choices: Sequence[tuple[str, str]] = (),
        *,
        may_be_empty: bool = False,
    ) -> None:
        """Ask; ``give`` is told the text and the value of the choice. Choices are pairs of value and words."""
        self._give, self._may_be_empty = give, may_be_empty
        self._question.setText(question)
        self.line.setText(text)
        self.line.setAccessibleName(question)
        self.choice.clear()
        for value, words in choices:
            self.choice.addItem(words, value)
        self.choice.setVisible(bool(choices))
        self.choice.setAccessibleName(question)
        self.show()
        (self.choice if choices else self.line).setFocus()
        self.line.selectAll()

    def give_up(self) -> None:
        """Leave everything as it was."""
        self.hide()
        self.given_up.emit()

    def retranslate(self) -> None:
        """Set the words anew."""
        self.keep.setText(_("Keep"))
        self.leave.setText(_("Leave it"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up; Enter in the choice goes on to the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.choice.hasFocus():
            self.line.setFocus()
        else:
            super().keyPressEvent(event)

    def _on_given(self) -> None:
        text = " ".join(self.line.text().split())
        if text or self._may_be_empty:
            self.hide()
            self._give(text, str(self.choice.currentData() or ""))
            self.given_up.emit()
