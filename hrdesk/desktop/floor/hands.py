"""What all keys of the floor have in common: the room that they act on, and what is shown and chosen there."""

from typing import Protocol

from PySide6.QtCore import QObject

from hrdesk.desktop.floor.asked_line import AskedLine
from hrdesk.desktop.floor.clock_side import ClockSide
from hrdesk.desktop.floor.doing import Doing
from hrdesk.desktop.floor.finding import Known
from hrdesk.desktop.floor.floor_bar import FloorBar
from hrdesk.desktop.floor.inscribe_line import InscribeLine
from hrdesk.desktop.floor.queues import Queues
from hrdesk.desktop.floor.screens.stage import Stage
from hrdesk.desktop.floor.watch import Watch
from hrdesk.desktop.shell.action import undo_key
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.floor.picture import Line, Picture


class FloorRoom(Protocol):
    """The parts of the panel that keys act on."""

    workplace: Workplace
    picture: Picture | None
    known: Known
    watch: Watch
    stage: Stage
    bar: FloorBar
    line: InscribeLine
    asked: AskedLine
    queues: Queues
    side: ClockSide

    def go_across(self) -> None:
        """Go from the line to the list, or back."""


class Hands(QObject):
    """Acts on a room; subclasses have one method for each key."""

    def __init__(self, room: FloorRoom, doing: Doing) -> None:
        super().__init__(doing)
        self._room = room
        self._doing = doing

    def _tell(self, sentence: str) -> None:
        """Say in the status line what was done."""
        self._room.workplace.kept.emit(sentence)

    def _undo_key(self) -> str:
        return undo_key(self._room.workplace.settings.keys)

    def _seen(self) -> Picture | None:
        return self._room.picture

    def _chosen(self) -> Line | None:
        return self._room.queues.chosen()

    def _rows(self) -> tuple[list[Line], int]:
        shown = self._room.queues.list
        return shown.lines.lines, shown.currentIndex().row()

    def _last(self) -> str | None:
        """Give what was seen of the clock last: its last mark, else the intervention; nothing before the first."""
        seen = self._seen()
        turn = (seen.current or seen.last) if seen else None
        if turn is None:
            return None
        marks = turn.clock.marks
        return marks[-1].id if marks else turn.intervention.id
