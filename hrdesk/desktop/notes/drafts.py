"""Keep what is being typed: at each pause and at least every second, in another thread, and say so once it is safe.

Writes never overtake each other: each has a number, and one that comes late after a newer one is dropped.
"""

import threading
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from hrdesk.desk import Desk
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _

PAUSE = 300
"""Milliseconds without a key after which a draft is kept."""

LONGEST_WAIT = 1000
"""Milliseconds after which a draft is kept while keys keep coming."""


class DraftKeeper(QObject):
    """Keeps drafts by place. ``acknowledged`` tells place and text after the commit has returned, never before."""

    acknowledged = Signal(str, str)

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._waiting: dict[str, tuple[Desk, str]] = {}
        self._under_way: dict[str, tuple[Desk, str]] = {}
        self._is_writing = False
        self._has_failed = False
        self._turn = threading.Lock()
        self._given = 0
        self._written: dict[str, int] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._limit = QTimer(self, singleShot=True, interval=LONGEST_WAIT - PAUSE)
        self._pause.timeout.connect(self.send)
        self._limit.timeout.connect(self.send)

    def hold(self, place: str, text: str) -> None:
        """Take what is being typed at ``place``; it is kept soon. An empty text takes the draft away."""
        self._waiting[place] = (self._workplace.desk, text)
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def drop(self, place: str) -> None:
        """Take the draft at ``place`` away: what it held is kept elsewhere now."""
        self._waiting[place] = (self._workplace.desk, "")
        self.send()

    def held(self, place: str) -> str:
        """Give the draft at ``place``, also one that is still on its way to the file."""
        for batch in (self._waiting, self._under_way):
            if place in batch:
                return batch[place][1]
        return self._workplace.desk.draft(place)

    def send(self) -> None:
        """Write what waits in another thread; while one write is under way the newest text waits for the next."""
        if self._is_writing or not self._waiting:
            return
        self._stop()
        self._is_writing = True
        batch, self._waiting = self._waiting, {}
        self._under_way = batch
        number = self._next_number()
        self._workplace.start(
            lambda: self._write(batch, number),
            lambda _done: self._on_written(batch),
            lambda error: self._on_failed(batch, error),
        )

    def flush(self) -> None:
        """Write at once what waits and what is under way: the window closes or another desk opens."""
        self._stop()
        batch, self._waiting, self._under_way = {**self._under_way, **self._waiting}, {}, {}
        if batch:
            self._write(batch, self._next_number())

    def _next_number(self) -> int:
        self._given += 1
        return self._given

    def _stop(self) -> None:
        self._pause.stop()
        self._limit.stop()

    def _write(self, batch: dict[str, tuple[Desk, str]], number: int) -> None:
        """Commit a batch; runs in any thread. A place that a newer batch has written meanwhile is left alone."""
        with self._turn:
            for place, (desk, text) in batch.items():
                if self._written.get(place, 0) < number:
                    desk.keep_draft(place, text)
                    self._written[place] = number

    def _on_written(self, batch: dict[str, tuple[Desk, str]]) -> None:
        self._is_writing = self._has_failed = False
        self._under_way = {}
        for place, (_desk, text) in batch.items():
            self.acknowledged.emit(place, text)
        if any(text for _desk, text in batch.values()):
            self._workplace.kept.emit(_("Draft kept {time}", time=f"{datetime.now():%H:%M:%S}"))  # noqa: DTZ005 - the wall clock of the person who types
        if self._waiting and not self._pause.isActive():
            self.send()

    def _on_failed(self, batch: dict[str, tuple[Desk, str]], error: Exception) -> None:
        """Hold on to the text, try again in a second, and say so once."""
        self._is_writing = False
        self._under_way = {}
        self._waiting = {**batch, **self._waiting}
        self._limit.start(LONGEST_WAIT)
        if not self._has_failed:
            self._workplace.refused.emit(error)
        self._has_failed = True
