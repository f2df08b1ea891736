"""Where material from outside comes from: a file, or what was copied from a chat or a page."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.agenda.participants_source import PasteField
from hrdesk.language.interface import _


class OutsideSourceField(QWidget):
    """``given`` carries a text, ``file_requested`` wishes for a file to choose."""

    given = Signal(str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file, self._read = QPushButton(self), QPushButton(self)
        self.field = PasteField(self)
        self.field.setTabChangesFocus(True)
        self.field.pasted.connect(self.given)
        self.field.textChanged.connect(self._on_text)
        self._read.clicked.connect(self.give)
        self.file.clicked.connect(self.file_requested)
        below = QHBoxLayout()
        below.addWidget(self.file)
        below.addWidget(self._read)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(below)
        layout.addWidget(self.field, 1)
        self.setFocusProxy(self.file)
        self._on_text()

    def give(self) -> None:
        """Hand over what stands in the field."""
        if self.field.toPlainText().strip():
            self.given.emit(self.field.toPlainText())

    def retranslate(self) -> None:
        """Set every word anew."""
        self.file.setText(_("Choose a &file…"))
        self._read.setText(_("&Read it"))
        self.field.setAccessibleName(_("Material to take in"))
        self.field.setPlaceholderText(_("Or paste here what you copied: a chat, a transcript, a statement."))

    def _on_text(self) -> None:
        self._read.setEnabled(bool(self.field.toPlainText().strip()))
