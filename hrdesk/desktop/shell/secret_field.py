"""A field for a passphrase: hidden unless one looks, with a hint while the capital letters are locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from hrdesk.language.interface import _


class SecretField(QWidget):
    """A line with its label, a button that shows what is typed, and the hint."""

    entered = Signal()
    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self.line = QLineEdit(self)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhHiddenText
        )
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(lambda: self.changed.emit())
        self.line.installEventFilter(self)
        self._label.setBuddy(self.line)
        self._look = QToolButton(self)
        self._look.setCheckable(True)
        self._look.toggled.connect(self._on_look)
        self._capitals = QLabel(self)
        self._capitals.hide()
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self._look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._label)
        layout.addLayout(row)
        layout.addWidget(self._capitals)
        self.setFocusProxy(self.line)

    @property
    def text(self) -> str:
        """Give what is typed."""
        return self.line.text()

    @property
    def warns(self) -> bool:
        """Tell whether the hint about capital letters is shown."""
        return not self._capitals.isHidden()

    def forget(self) -> None:
        """Empty the field, with what it could undo, and hide what is typed next."""
        self.line.clear()
        self.line.setModified(False)
        self._look.setChecked(False)
        self._capitals.hide()

    def select(self) -> None:
        """Put the cursor into the field, so that typing replaces what is there."""
        self.line.selectAll()
        self.line.setFocus()

    def retranslate(self, label: str) -> None:
        """Set every word anew."""
        self._label.setText(label)
        self.line.setAccessibleName(label)
        self._look.setText(_("Show"))
        self._look.setAccessibleName(_("Show what is typed"))
        self._look.setToolTip(_("Show what is typed"))
        self._capitals.setText(_("⇪ The capital letters seem to be locked."))
        self._capitals.setAccessibleName(self._capitals.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt does not tell the state of the key: a capital typed without Shift tells it."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            typed, shift = event.text(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if len(typed) == 1 and typed.upper() != typed.lower():
                self._capitals.setVisible(typed.isupper() != shift)
        return False

    def _on_look(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
