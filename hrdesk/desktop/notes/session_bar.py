"""The bar that says in which session notes are taken, and steps to the one before or after it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hrdesk.desktop.widgets.session_chooser import SessionChooser
from hrdesk.desktop.widgets.steady_label import SteadyLabel
from hrdesk.desktop.widgets.ticked_button import TickedButton
from hrdesk.desktop.widgets.vocabulary import class_word
from hrdesk.language.interface import _, plural_
from hrdesk.language.isolation import isolate
from hrdesk.notes.rules.rota import Turns, hour
from hrdesk.records import Session


class SessionBar(QWidget):
    """Chooses a session. ``chosen`` carries its id; ``side_toggled`` opens or folds what stands at the side."""

    chosen = Signal(str)
    side_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sessions = SessionChooser(self)
        self._told = SteadyLabel(self)
        self.side = TickedButton(self)
        self.side.setChecked(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._sessions, 1)
        layout.addWidget(self._told)
        layout.addWidget(self.side)
        self._sessions.chosen.connect(self.chosen)
        self.side.toggled.connect(self.side_toggled)

    def session(self) -> str:
        """Give the id of the session that is chosen, or an empty text."""
        return self._sessions.session()

    def show_sessions(self, sessions: Sequence[Session], chosen: str) -> None:
        """Show the sessions in the order of the programme."""
        self._sessions.show_sessions(sessions, chosen)

    def step(self, way: int) -> None:
        """Go to the session after (1) or before (-1)."""
        self._sessions.step(way)

    def tell(self, sensitivity: str, count: int, turns: Turns) -> None:
        """Say which class notes of the session take, how many there are, and whose turn it is to take them."""
        notes = plural_("{number} note", "{number} notes", count)
        told = (_turn_words(turns), class_word(sensitivity), notes)
        self._told.say("   ·   ".join(isolate(one) for one in told if one))

    def tell_nothing(self) -> None:
        """Say nothing: there is no session."""
        self._told.say("")

    def retranslate(self) -> None:
        """Set the words anew."""
        self._sessions.retranslate()
        self.side.say(_("Questions and fields"))
        self.side.setToolTip(_("Show or hide what stands at the side"))


def _turn_words(turns: Turns) -> str:
    """Say who takes notes now and who comes next."""
    now, following = turns.now, turns.next
    told = []
    if now is not None:
        told.append(
            _("Notes: {desk} until {hour}", desk=now.seat, hour=hour(now.ends))
            if now.ends
            else _("Notes: {desk}", desk=now.seat)
        )
    if following is not None:
        told.append(_("from {hour} {desk}", desk=following.seat, hour=hour(following.starts)))
    return ", ".join(told)
