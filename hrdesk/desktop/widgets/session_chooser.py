"""Chooses a session from the programme, and steps to the one before or after it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from hrdesk.desktop.widgets.list_box import ListBox
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.records import Session


class SessionChooser(QWidget):
    """A list of the sessions between its name and two arrows. ``chosen`` carries the id of the one that was chosen."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = QLabel(self)
        self._box = ListBox(self)
        self._label.setBuddy(self._box)
        self._previous = _arrow(Qt.ArrowType.UpArrow, self)
        self._next = _arrow(Qt.ArrowType.DownArrow, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._label)
        layout.addWidget(self._box, 1)
        layout.addWidget(self._previous)
        layout.addWidget(self._next)
        self._box.activated.connect(lambda _place: self.chosen.emit(self.session()))
        self._previous.clicked.connect(lambda: self.step(-1))
        self._next.clicked.connect(lambda: self.step(1))

    def session(self) -> str:
        """Give the id of the session that is chosen, or an empty text."""
        return str(self._box.currentData() or "")

    def show_sessions(self, sessions: Sequence[Session], chosen: str) -> None:
        """Show the sessions in the order of the programme."""
        self._box.clear()
        for place, session in enumerate(sessions):
            title, number = session.title or _("Session without a title"), f"{place + 1}."
            shown = (isolate(number), isolate(title)) if current().right_to_left else (number, title)
            self._box.addItem("  ".join(shown), session.id)
        self._box.setCurrentIndex(max(self._box.findData(chosen), 0) if sessions else -1)
        self._show_steps()

    def step(self, way: int) -> None:
        """Go to the session after (1) or before (-1)."""
        place = self._box.currentIndex() + way
        if 0 <= place < self._box.count():
            self._box.setCurrentIndex(place)
            self.chosen.emit(self.session())
        self._show_steps()

    def retranslate(self) -> None:
        """Set the words anew."""
        self._label.setText(_("&Session"))
        self._box.setAccessibleName(_("Session"))
        self._previous.setAccessibleName(_("Previous session"))
        self._previous.setToolTip(_("Previous session"))
        self._next.setAccessibleName(_("Next session"))
        self._next.setToolTip(_("Next session"))

    def _show_steps(self) -> None:
        self._previous.setEnabled(self._box.currentIndex() > 0)
        self._next.setEnabled(self._box.currentIndex() < self._box.count() - 1)


def _arrow(kind: Qt.ArrowType, parent: QWidget) -> QToolButton:
    button = QToolButton(parent)
    button.setArrowType(kind)
    button.setAutoRaise(True)
    return button
