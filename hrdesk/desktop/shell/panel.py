"""What a room's panel is to the window: a tab that fills itself, hears of changes, and changes its language at once."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desk import Announcement
from hrdesk.desktop.shell.action import Action
from hrdesk.desktop.shell.workplace import Workplace

__all__ = ["Action", "Panel"]


class Panel(QWidget):
    """A room in the window. Subclasses set ``ROOM`` and ``TITLE`` (marked with ``N_``) and fill in the methods.

    In hall mode a room either hides by itself what the hall may not see (``HIDES``), asking ``workplace.hall`` and
    saying through ``tell_hidden`` how much that is, or it is covered as a whole. ``hidden_told`` carries the number.
    """

    ROOM = ""
    TITLE = ""
    HIDES = False

    hidden_told = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self.workplace = workplace
        self.hidden = 0
        self.setObjectName(f"room-{self.ROOM}")
        workplace.hall.changed.connect(self._on_hall_mode)

    def actions_of_room(self) -> list[Action]:
        """Give the actions of this room for the one table of all actions."""
        return []

    def refresh(self) -> None:
        """Fill the panel anew from the desk; called when it is first shown and when another desk is opened."""

    def hear(self, announcement: Announcement) -> None:
        """Bring the panel up to date after a command, an undo or a merge, if that concerns it."""

    def retranslate(self) -> None:
        """Set every text anew in the language now in use; direction and fonts are the shell's business."""

    def tell_hidden(self, count: int) -> None:
        """Have it said how many items are hidden from the hall."""
        if count != self.hidden:
            self.hidden = count
            self.hidden_told.emit(count)

    def take_files(self, paths: list[Path]) -> bool:
        """Take files that were dropped on the window; False when this room has no use for them."""
        del paths
        return False

    def close_up(self) -> bool:
        """Say whether the desk may be closed; a room that says no tells why, and is asked again if somebody insists."""
        return True

    def leave(self) -> bool:
        """Keep what is being typed before the window closes or another desk opens; False holds the window."""
        return True

    def _on_hall_mode(self, _on: bool) -> None:
        """Keep what is being typed and fill the room anew: the hall may see less than the desk's own people."""
        self.leave()
        self.refresh()
