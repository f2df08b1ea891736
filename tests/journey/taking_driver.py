"""Open the real window on a desk and take down a stretch of a session by key events, with marks, until all is typed.

Told on standard output, one JSON object in each line: what the line held at the start, every draft that the window
acknowledged, every note that it kept with the number it has in the stretch, and the end.
"""

import json
import os
import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrdesk.app import enter, make_window
from hrdesk.desk import Announcement
from hrdesk.desktop.notes.panel import NotesPanel
from tests.journey.stretch import BODIES, typed
from tests.journey.typing_driver import say

PACE = int(os.environ.get("HRDESK_PACE", "3"))
"""Milliseconds between two keys; 150 are the 400 characters a minute of somebody who types fast."""

REST = 420
"""Milliseconds of a pause in which a draft is kept."""


class Taker:
    """Types one note after another; now and then goes to the beginning of the line, rests there and comes back."""

    def __init__(self, panel: NotesPanel, language: str, first: int, last: int, chance: random.Random) -> None:
        self._panel, self._language, self._chance = panel, language, chance
        self._numbers = iter(range(first, last))
        self._entered: list[int | None] = []
        self._keys: list[tuple[str, Qt.Key]] = []
        panel.drafts.acknowledged.connect(self._on_acknowledged)
        panel.workplace.changed.connect(self._on_changed)
        say(draft_at_start=vars(panel.entry.draft()))
        if panel.entry.line.text():
            self._entered.append(None)
            self._keys = [("\r", Qt.Key.Key_Return)]
        self._next()

    def _next(self) -> None:
        if not self._keys and not self._take_next():
            self._panel.workplace.settle()
            say(done=True)
            QApplication.quit()
            return
        sign, key = self._keys.pop(0)
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, sign)
            QCoreApplication.sendEvent(self._panel.entry.line, event)
        QTimer.singleShot(REST if self._chance.random() < 0.01 else PACE, self._next)

    def _take_next(self) -> bool:
        number = next(self._numbers, None)
        if number is None:
            return False
        self._entered.append(number)
        signs = [(sign, Qt.Key.Key_unknown) for sign in typed(self._language, number)]
        place = self._chance.randrange(len(signs))
        if number % 3 == 0:
            signs[place:place] = [("", Qt.Key.Key_Home), ("", Qt.Key.Key_Home), ("", Qt.Key.Key_End)]
        self._keys = [*signs, ("\r", Qt.Key.Key_Return)]
        return True

    def _on_acknowledged(self, place: str, text: str) -> None:
        if text and place.startswith("note:"):
            say(draft=json.loads(text))

    def _on_changed(self, announcement: Announcement) -> None:
        if announcement.command == "keep-note":
            (note,) = (record for kind, record in announcement.records if kind == "note")
            say(kept=note, number=self._entered.pop(0))


def main(desk: str, seed: str, language: str, first: str, last: str) -> int:
    """Type the notes from ``first`` up to ``last`` into ``desk``."""
    app = QApplication([])
    window = make_window(app)
    window.show()
    entrance = enter(window, Path(desk))
    takers: list[Taker] = []

    def begin() -> None:
        if window.rooms is None:
            QTimer.singleShot(20, begin)
            return
        window.open_room("notes")
        panel = window.rooms.panel("notes")
        assert isinstance(panel, NotesPanel)
        if not panel.entry.marking.knows(BODIES[0]):
            QTimer.singleShot(20, begin)
            return
        panel.entry.line.setFocus()
        takers.append(Taker(panel, language, int(first), int(last), random.Random(seed)))

    begin()
    status = app.exec()
    del entrance
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
