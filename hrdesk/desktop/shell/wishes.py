"""What a person may wish for at the window that needs a desk: it leaves as a signal, and the entrance fulfils it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from hrdesk.desktop.shell.tab_order import InReadingOrder

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class Wishes(InReadingOrder):
    """A window that wishes; files dropped on it are a wish too.

    ``record_requested`` carries room and record to go to.
    ``attended`` says that an opened desk is followed, ``first_painted`` that the window stands on the screen.
    """

    note_requested = Signal()
    hand_requested = Signal(str)
    join_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    recent_requested = Signal(str)
    seat_requested = Signal()
    start_requested = Signal()
    lock_requested = Signal()
    encryption_requested = Signal()
    backups_requested = Signal()
    leaving_requested = Signal()
    files_dropped = Signal(list)
    closing = Signal()
    record_requested = Signal(str, str)
    attended = Signal()
    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped files on."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)
