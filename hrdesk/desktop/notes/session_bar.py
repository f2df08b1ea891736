"""The bar that says in which session notes are taken, and steps to the one before or after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hrdesk.desktop.notes.cards import beside
from hrdesk.desktop.widgets.entries import ListBox
from hrdesk.desktop.widgets.steady_label import SteadyLabel
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language.interface import _, plural_
from hrdesk.records import Session


class SessionBar(QWidget):
    """Chooses a session. ``chosen`` carries its id; ``side_toggled`` opens or folds what stands at the side."""

    chosen = Signal(str)
    side_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._box = ListBox(self)
        self._label.setBuddy(self._box)
        self._previous = _arrow(Qt.ArrowType.UpArrow, self)
        self._next = _arrow(Qt.ArrowType.DownArrow, self)
        self._told = SteadyLabel(self)
        self.side = QToolButton(self)
        self.side.setCheckable(True)
        self.side.setChecked(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._box, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        layout.addWidget(self._told)
        layout.addWidget(self.side)
        self._box.activated.connect(lambda _place: self.chosen.emit(self.session()))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))
        self.side.toggled.connect(self.side_toggled)

    def session(self) -> str:
        """Give the id of the session that is chosen, or an empty text."""
        return str(self._box.currentData() or "")

    def show_sessions(self, sessions: Sequence[Session], chosen: str) -> None:
        """Show the sessions in the order of the programme."""
        self._box.clear()
        for place, session in enumerate(sessions):
            title = session.title or _("Session without a title")
            self._box.addItem(beside(f"{place + 1}.", title, gap="  "), session.id)
        self._box.setCurrentIndex(max(self._box.findData(chosen), 0) if sessions else -1)
        self._show_steps()

    def step(self, way: int) -> None:
        """Go to the session after (1) or before (-1)."""
        place = self._box.currentIndex() + way
        if 0 <= place < self._box.count():
            self._box.setCurrentIndex(place)
            self.chosen.emit(self.session())
        self._show_steps()

    def tell(self, sensitivity: str, count: int) -> None:
        """Say which class notes of the session take, and how many there are."""
        notes = plural_("{number} note", "{number} notes", count)
        self._told.say(f"{class_word(sensitivity)}   ·   {notes}")
        self._show_steps()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._label.setText(_("&Session"))
        self._box.setAccessibleName(_("Session"))
        self._previous.setAccessibleName(_("Previous session"))
        self._previous.setToolTip(_("Previous session (Ctrl+PgUp)"))
        self._next.setAccessibleName(_("Next session"))
        self._next.setToolTip(_("Next session (Ctrl+PgDown)"))
        self.side.setText(_("Questions and fields"))
        self.side.setToolTip(_("Show or hide what stands at the side (F9)"))
        self.side.setAccessibleName(_("Questions and fields"))

    def _show_steps(self) -> None:
        self._previous.setEnabled(self._box.currentIndex() > 0)
        self._next.setEnabled(self._box.currentIndex() < self._box.count() - 1)


def _arrow(kind: Qt.ArrowType, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setArrowType(kind)
    button.setAutoRaise(True)
    return button
