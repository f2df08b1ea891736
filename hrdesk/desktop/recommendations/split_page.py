"""A long recommendation cut into its actions, one on each line; the person has the last word on where."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from hrdesk.desktop.widgets.prose import Prose
from hrdesk.language.interface import _
from hrdesk.recommendations.rules.actions import actions
from hrdesk.records import Recommendation


class SplitPage(QWidget):
    """``split_requested`` carries the id of the recommendation and its parts; ``typed`` tells every change of them."""

    split_requested = Signal(str, object)
    typed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record = self._offered = ""
        self._told = QLabel(self)
        self._told.setWordWrap(True)
        self.parts = Prose(self, fewest=6, most=16)
        self._told.setBuddy(self.parts)
        self.split, self.back = QPushButton(self), QPushButton(self)
        line = QHBoxLayout()
        line.addWidget(self.split)
        line.addWidget(self.back)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 0, 0, 0)
        layout.addWidget(self._told)
        layout.addWidget(self.parts)
        layout.addLayout(line)
        layout.addStretch(1)
        self.parts.textChanged.connect(self._on_typed)
        self.split.clicked.connect(self._on_split)
        self.back.clicked.connect(self.closed)
        self.setFocusProxy(self.parts)
        self.retranslate()

    @property
    def records(self) -> tuple[str, ...]:
        """Give the recommendation that would be cut."""
        return (self._record,) if self._record else ()

    @property
    def own_words(self) -> str:
        """Give the parts as far as a person made them; nothing while they are those to begin with."""
        text = self.parts.text()
        return text if text != self._offered else ""

    def show_recommendation(self, held: Recommendation, draft: str = "") -> None:
        """Show where a text would be cut, or where a draft cuts it."""
        if self._record != held.id:
            self._record = held.id
            self._offered = "\n".join(" ".join(part.split()) for part in actions(held.text or ""))
            self.parts.setText(draft or self._offered)

    def forget(self) -> None:
        """Cut anew when it is shown again."""
        self._record = ""

    def retranslate(self) -> None:
        """Set the words anew."""
        self._told.setText(
            _("One &action on each line; each becomes a recommendation of its own. The original stays and is linked.")
        )
        self.parts.setAccessibleName(_("Actions, one on each line"))
        self.split.setText(_("&Split"))
        self.split.setToolTip("Ctrl+Enter")
        self.back.setText(_("&Back"))
        self._on_typed()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter splits, Escape goes back."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._on_split()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lines(self) -> list[str]:
        return [line.strip() for line in self.parts.text().splitlines() if line.strip()]

    def _on_typed(self) -> None:
        self.split.setEnabled(len(self._lines()) > 1)
        self.typed.emit()

    def _on_split(self) -> None:
        if self._record and self.split.isEnabled():
            self.split_requested.emit(self._record, self._lines())
