"""What stands where the outline will be, as long as there is no document: one button, and one question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.language.interface import _


class _Words(QLabel):
    """Words of a box that is ticked: pointing at them is pointing at it. QCheckBox itself cannot break its words."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box."""
        box = self.buddy()
        if isinstance(box, QCheckBox):
            box.toggle()
        super().mouseReleaseEvent(event)


class ComposePage(QWidget):
    """Offers to compose the document. ``compose_requested`` says whether the notes go in."""

    compose_requested = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel(self)
        font = self._title.font()
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self._title.setFont(font)
        self._words = QLabel(self)
        self.notes = QCheckBox(self)
        self.notes.setChecked(True)
        self._about_notes = _Words(self)
        self._about_notes.setBuddy(self.notes)
        self.compose = QPushButton(self)
        for label in (self._title, self._words, self._about_notes):
            label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 24, 24, 24)
        layout.setSpacing(14)
        layout.addWidget(self._title)
        layout.addWidget(self._words)
        line = QHBoxLayout()
        line.addWidget(self.notes, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._about_notes, 1)
        layout.addLayout(line)
        layout.addWidget(self.compose, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        self.compose.clicked.connect(lambda: self.compose_requested.emit(self.notes.isChecked()))

    def retranslate(self) -> None:
        """Set the words anew."""
        self._title.setText(_("There is no outcome document yet."))
        self._words.setText(
            _(
                "It is composed from the consultation, its sessions and its recommendations, and then edited paragraph"
                " by paragraph. The preview shows what it would be now. What is confidential never stands in it."
            )
        )
        self._about_notes.setText(_("Put the notes in, each as a paragraph to be worked on"))
        self.notes.setAccessibleName(self._about_notes.text())
        self.compose.setText(_("Compose the document"))
