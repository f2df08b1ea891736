"""The right side of the room: the clock of who speaks, the buttons, whether it fits, and how the floor was shared."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hrdesk.desktop.floor.balance_view import BalanceView
from hrdesk.desktop.floor.buttons import ClockButtons
from hrdesk.desktop.floor.fit_box import FitBox
from hrdesk.desktop.floor.floor_clock import FloorClock
from hrdesk.desktop.floor.sentences import option_words
from hrdesk.desktop.floor.telling import segment_stage_words, segment_words, speaker_name, stage_words
from hrdesk.desktop.floor.watch import View
from hrdesk.desktop.shell.action import Action
from hrdesk.language.interface import _
from hrdesk.records.moment import Moment

LARGE, SMALL = 4.6, 2.4
"""How much larger than text the figures of the speaker stand, and those of the segment beside them."""


class ClockSide(QWidget):
    """Shows a view; what is pressed here are the actions of the room."""

    def __init__(
        self,
        now: Callable[[], Moment],
        actions: Sequence[Action],
        chosen: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self.clock = FloorClock(now, LARGE, stage_words, self)
        self.segment = FloorClock(now, SMALL, segment_stage_words, self)
        self.buttons = ClockButtons(actions, chosen, self)
        self.message = QLabel(self)
        self.message.setWordWrap(True)
        self.message.hide()
        self.fit = FitBox(chosen, self)
        self.balance = BalanceView(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 0, 0)
        layout.setSpacing(6)
        clocks = QHBoxLayout()
        clocks.setSpacing(4)
        clocks.addWidget(self.clock, 3)
        clocks.addWidget(self.segment, 2)
        layout.addLayout(clocks)
        layout.addWidget(self.buttons)
        layout.addWidget(self.message)
        layout.addWidget(self.fit)
        layout.addWidget(self.balance, 1)

    def show_view(self, view: View) -> None:
        """Show what there is now."""
        picture = view.picture
        turn, going_on = picture.current or picture.last, picture.running
        if turn is not None:
            self.clock.show_clock(turn.clock, turn.intervention.id, speaker_name(turn.speaker))
        else:
            self.clock.show_clock(None, "", "")
        if going_on is not None:
            self.segment.show_clock(going_on.clock, going_on.segment.id, segment_words(going_on.segment))
        self.segment.setVisible(going_on is not None)
        self.fit.show_options(option_words(picture, self._now()))
        message = (picture.floor.message or "") if picture.floor else ""
        self.message.setText(_("Message on the screens: {message}", message=message) if message else "")
        self.message.setVisible(bool(message))
        self.balance.show_balance(view.balance)

    def retranslate(self) -> None:
        """Set the words anew; what the picture says comes with the next one."""
        for part in (self.clock, self.segment, self.buttons, self.fit, self.balance):
            part.retranslate()
