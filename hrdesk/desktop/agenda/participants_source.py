"""Where a list of participants comes from: pasted, typed, or a file."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from hrdesk.language.interface import _


class PasteField(QPlainTextEdit):
    """A place to paste a list into; ``pasted`` carries its text, also that of a list that was dropped."""

    pasted = Signal(str)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand the text over as it is, tabs and all."""
        super().insertFromMimeData(source)
        if source.hasText():
            self.pasted.emit(self.toPlainText())


class Source(QWidget):
    """``given`` carries a list as text, ``file_requested`` wishes for a file to choose."""

    given = Signal(str)
    file_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = PasteField(self)
        self.field.setTabChangesFocus(True)
        self._file, self._read = QPushButton(self), QPushButton(self)
        self.field.pasted.connect(self.given)
        self.field.textChanged.connect(self._on_text)
        self._read.clicked.connect(self.give)
        self._file.clicked.connect(self.file_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        below = QHBoxLayout()
        below.addWidget(self._file)
        below.addWidget(self._read)
        below.addStretch(1)
        layout.addLayout(below)
        self.setFocusProxy(self.field)
        self._on_text()

    def give(self) -> None:
        """Hand over what stands in the field."""
        if self.field.toPlainText().strip():
            self.given.emit(self.field.toPlainText())

    def retranslate(self) -> None:
        """Set every word anew."""
        self._file.setText(_("Choose a &file…"))
        self._read.setText(_("&Read it"))
        self.field.setAccessibleName(_("List to take in"))
        self.field.setPlaceholderText(
            _("Paste a list here, from a sheet, a table or a text: one person or delegation in each row.")
        )

    def _on_text(self) -> None:
        self._read.setEnabled(bool(self.field.toPlainText().strip()))
