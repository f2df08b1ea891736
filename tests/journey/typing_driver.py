"""Open the real window on a desk and types into the line of notes by key events until somebody kills the process.

Told on standard output, one JSON object in each line: what the line held at the start, every draft that the window
acknowledged, every note that it kept.
"""

import json
import random
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrdesk.app import enter, make_window
from hrdesk.desk import Announcement
from hrdesk.desktop.notes.panel import NotesPanel

WORDS = (
    "the delegation said that A/HRC/RES/18/14 remains the basis of cooperation",
    "la délégation a proposé un point focal dans chaque mécanisme",
    "قالت البعثة إن المتابعة تحتاج إلى وقت",
    "代表团建议每年举行一次联席会议",
    "делегация предложила создать общий календарь",
)

HURRY, REST = 4, 420
"""Milliseconds between two keys of somebody who types fast, and of a pause in which a draft is kept."""


def say(**told: object) -> None:
    """Tell one thing, whole and at once."""
    sys.stdout.write(json.dumps(told, ensure_ascii=True) + "\n")
    sys.stdout.flush()


class Typist:
    """Types words one key at a time, pauses now and then, and keeps a note now and then."""

    def __init__(self, panel: NotesPanel, chance: random.Random) -> None:
        self._panel = panel
        self._chance = chance
        self._keys: list[str] = []
        panel.drafts.acknowledged.connect(self._on_acknowledged)
        panel.workplace.changed.connect(self._on_changed)
        say(line=panel.entry.line.text(), cursor=panel.entry.line.textCursor().position())
        self._next()

    def _next(self) -> None:
        if not self._keys:
            is_full = len(self._panel.entry.line.text()) > 150
            self._keys = ["\r"] if is_full else list(self._chance.choice(WORDS) + f" {self._chance.randrange(10**6)} ")
        self._press(self._keys.pop(0))
        QTimer.singleShot(REST if self._chance.random() < 0.03 else HURRY, self._next)

    def _press(self, key: str) -> None:
        code = Qt.Key.Key_Return if key == "\r" else Qt.Key.Key_unknown
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, key)
            QCoreApplication.sendEvent(self._panel.entry.line, event)

    def _on_acknowledged(self, place: str, text: str) -> None:
        if text and place.startswith("note:"):
            say(draft=json.loads(text)["text"])

    def _on_changed(self, announcement: Announcement) -> None:
        if announcement.command == "keep-note":
            (note,) = (record for kind, record in announcement.records if kind == "note")
            say(kept=note)


def main(desk: str, seed: str) -> int:
    """Type into ``desk`` until the end."""
    app = QApplication([])
    window = make_window(app)
    window.show()
    entrance = enter(window, Path(desk))
    chance = random.Random(seed)
    typists: list[Typist] = []

    def begin() -> None:
        if window.rooms is None:
            QTimer.singleShot(20, begin)
            return
        window.open_room("notes")
        panel = window.rooms.panel("notes")
        assert isinstance(panel, NotesPanel)
        panel.entry.line.setFocus()
        typists.append(Typist(panel, chance))

    begin()
    status = app.exec()
    del entrance
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
