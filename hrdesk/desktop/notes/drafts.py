"""Keep what is being typed: at each pause and at least every second, in the writer's thread, and say when it is safe.

The writer does one thing after another: a draft never overtakes the note that was typed at its place before.
"""

from collections import Counter
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

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
        self._waiting: dict[str, str] = {}
        self._newest: dict[str, str] = {}
        self._on_their_way: Counter[str] = Counter()
        self._is_writing = False
        self._has_failed = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._limit = QTimer(self, singleShot=True, interval=LONGEST_WAIT - PAUSE)
        self._pause.timeout.connect(self.send)
        self._limit.timeout.connect(self.send)

    def hold(self, place: str, text: str) -> None:
        """Take what is being typed at ``place``; it is kept soon. An empty text takes the draft away."""
        self._waiting[place] = self._newest[place] = text
        self._pause.start()
        if not self._limit.isActive():
            self._limit.start()

    def drop(self, place: str) -> None:
        """Take the draft at ``place`` away: what it held is kept elsewhere now."""
        self._waiting[place] = self._newest[place] = ""
        self.send()

    def hand_over(self, place: str) -> None:
        """Leave the draft at ``place`` to the command that keeps it: it goes with that, and not before."""
        self._waiting.pop(place, None)
        self._newest[place] = ""
        self._on_their_way[place] += 1

    def handed_over(self, place: str) -> None:
        """Hear that the command has been kept or refused."""
        self._arrived(place)

    def held(self, place: str) -> str:
        """Give the draft at ``place``, also one that is still on its way to the file."""
        return self._newest[place] if place in self._newest else self._workplace.desk.draft(place)

    def held_beginning(self, place: str) -> dict[str, str]:
        """Give the drafts at all places whose names begin with ``place``."""
        newest = {name: text for name, text in self._newest.items() if name.startswith(place)}
        found = self._workplace.desk.drafts_beginning(place) | newest
        return {name: text for name, text in sorted(found.items()) if text}

    def send(self) -> None:
        """Hand what waits to the writer; while one write is under way the newest text waits for the next."""
        if self._is_writing or not self._waiting:
            return
        self._pause.stop()
        self._limit.stop()
        self._is_writing = True
        batch, self._waiting = self._waiting, {}
        self._on_their_way.update(batch.keys())
        desk = self._workplace.desk

        def work() -> None:
            for place, text in batch.items():
                desk.keep_draft(place, text)

        self._workplace.write(work, lambda _done: self._on_written(batch), lambda error: self._on_failed(batch, error))

    def flush(self) -> None:
        """Have what waits and what is under way kept now: the window closes or another desk opens."""
        self._workplace.settle()
        self.send()
        self._workplace.settle()

    def _arrived(self, place: str) -> None:
        self._on_their_way[place] -= 1
        if self._on_their_way[place] <= 0:
            del self._on_their_way[place]
            if place not in self._waiting:
                self._newest.pop(place, None)

    def _on_written(self, batch: dict[str, str]) -> None:
        self._is_writing = self._has_failed = False
        for place, text in batch.items():
            self._arrived(place)
            self.acknowledged.emit(place, text)
        if any(batch.values()):
            self._workplace.kept.emit(_("Draft kept {time}", time=f"{datetime.now():%H:%M:%S}"))  # noqa: DTZ005 - the wall clock of the person who types
        if self._waiting and not self._pause.isActive():
            self.send()

    def _on_failed(self, batch: dict[str, str], error: Exception) -> None:
        """Hold on to the text, try again in a second, and say so once."""
        self._is_writing = False
        # Where something newer was typed, or its note was handed over meanwhile, the newer thing stands.
        still = {place: text for place, text in batch.items() if self._newest.get(place) == text}
        self._waiting = {**still, **self._waiting}
        for place in batch:
            self._arrived(place)
        self._limit.start(LONGEST_WAIT)
        if not self._has_failed:
            self._workplace.refused.emit(error)
        self._has_failed = True
