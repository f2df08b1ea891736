"""A walk through the window: opens a small desk, looks into every room in some languages, and says what it saw."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from hrdesk.desk import Desk, system_clock
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

if TYPE_CHECKING:
    from hrdesk.desktop.shell.entrance import Entrance
    from hrdesk.desktop.shell.window import Window

PATIENCE = 20.0
"""Seconds after which a room that shows nothing is at fault."""

TEXTS = {"ar": "توصية", "en": "A recommendation.", "zh": "建议"}


def walk_through(window: Window, entrance: Entrance, path: Path, languages: Iterable[str]) -> dict[str, Any]:
    """Make a small desk at ``path``, open it, walk through its rooms and say for each how many colours it shows.

    Refused names the room in which something is missing.
    """
    _make(path, window.profile)
    window.show()
    entrance.open(path)
    _wait(lambda: window.rooms is not None and window.status.text != "", "start", window)
    seen: dict[str, dict[str, int]] = {}
    for language in languages:
        window.use_language(language)
        seen[language] = {room: _look(window, room) for room, _title in ROOMS}
    return {"rooms": seen, "chinese": len(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))}


def _make(path: Path, profile: Path) -> None:
    desk = Desk.create(path, Profile(profile), system_clock)
    try:
        made = desk.run(COMMANDS["new-consultation"], title="Self-test", language="en", start="2026-09-08")
        desk.run(COMMANDS["take-seat"], name="Self-test", role="staff")
        for language, text in TEXTS.items():
            note = desk.run(COMMANDS["keep-note"], session=made["session"], text=text, language=language)
            desk.run(COMMANDS["make-recommendation"], notes=[note["id"]], text=text, language=language)
        desk.run(COMMANDS["compose-outcome"], notes=False)
    finally:
        desk.close()


def _look(window: Window, room: str) -> int:
    """Go into a room, wait until its work is done, and count the colours of its picture."""
    window.open_room(room)
    place, rooms = window.workplace, window.rooms
    if place is None or rooms is None:
        raise _fault(room)
    _wait(lambda: place.is_idle and rooms.panel(room).isVisible(), room, window)
    picture = rooms.panel(room).grab().toImage()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    if len(colours) < 2:
        raise _fault(room)
    return len(colours)


def _wait(is_there: Callable[[], object], room: str, window: Window) -> None:
    """Let the window work until something is there; what it tells meanwhile is a fault."""
    ends = time.monotonic() + PATIENCE
    rested = 0
    while rested < 3:  # what was just finished may have started something else
        QApplication.processEvents()
        time.sleep(0.01)
        rested = rested + 1 if is_there() else 0
        if window.notices.text or time.monotonic() > ends:
            raise _fault(room)


def _fault(room: str) -> Refused:
    return Refused(N_("The window failed its own test in “{room}”. Please install hrdesk again."), room=room)
