"""Kills a typing window at random moments and looks at what is left: the law that no acknowledged word is lost."""

import json
import os
import random
import subprocess
import sys
import threading
from dataclasses import dataclass, field
from pathlib import Path

from hrdesk.agenda.commands import COMMANDS as AGENDA
from hrdesk.desk import Desk
from hrdesk.desktop.notes.note_draft import place_of, read
from hrdesk.notes.queries import notes
from hrdesk.settings import PROFILE_VARIABLE
from hrdesk.store.identity import Profile

ROOT = Path(__file__).parent.parent.parent

LATEST = 1.5
"""Seconds after which a kill comes at the latest, counted from the start or from what was first acknowledged."""


@dataclass
class Told:
    """What a window told before it died."""

    first_line: str = ""
    cursor: int = 0
    acknowledged: str = ""
    """The last draft that was acknowledged after the last note was kept."""
    kept: list[str] = field(default_factory=list)
    acknowledgements: int = 0


def new_desk(folder: Path, profile: Path) -> tuple[Path, str]:
    """Make a desk with one session and give both."""
    desk = Desk.create(folder / "typing.hrdesk", Profile(profile))
    commands = {command.name: command for command in AGENDA}
    try:
        made = desk.run(commands["new-consultation"], title="Workshop on regional arrangements", language="en")
        return desk.path, str(made["session"])
    finally:
        desk.close()


def type_and_kill(desk: Path, profile: Path, chance: random.Random) -> Told:
    """Start the window, let it type, kill it: after some time, or right after something was told."""
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.journey.typing_driver", str(desk), str(chance.random())],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(profile)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert typing.stdout is not None
    told = Told()
    # Counted in what was told: before anything, right after the first things, or some time after the first.
    clock_starts_at, at_once_after = chance.choice(((0, 0), (1, 0), (1, 0), (1, 0), (1, 1), (1, 2), (1, 4)))
    clock: threading.Timer | None = None
    try:
        for number, line in enumerate(typing.stdout):
            if not line.endswith("\n"):
                break
            _take(told, json.loads(line))
            if number == clock_starts_at:
                clock = threading.Timer(chance.uniform(0, LATEST), typing.kill)
                clock.start()
            if at_once_after and number == at_once_after:
                typing.kill()
    finally:
        if clock is not None:
            clock.cancel()
        typing.kill()
        typing.wait()
        typing.stdout.close()
    return told


def what_is_lost(desk: Path, profile: Path, session: str, told: Told, everything_kept: set[str]) -> list[str]:
    """Name every acknowledged text that is in none of the places where it could be; an empty list is the law kept."""
    opened = Desk.open(desk, Profile(profile))
    try:
        with opened.reading() as reader:
            held = {note.id: note.text or "" for note in notes(reader, session)}
        draft = read(opened.draft(place_of(session)))
    finally:
        opened.close()
    lost = [f"note {note}" for note in everything_kept if note not in held]
    # A note may have been kept and not yet told, or a longer draft may have been kept and not yet acknowledged.
    places = [draft.text if draft else "", *(text for note, text in held.items() if note not in everything_kept)]
    if not any(place.startswith(told.acknowledged.strip()) for place in places):
        lost.append(told.acknowledged)
    texts = list(held.values())
    lost += [f"twice: {text}" for text in {one for one in texts if texts.count(one) > 1}]
    return lost


def _take(told: Told, said: dict[str, str | int]) -> None:
    if "line" in said:
        told.first_line, told.cursor = str(said["line"]), int(said["cursor"])
    elif "draft" in said:
        told.acknowledged = str(said["draft"])
        told.acknowledgements += 1
    else:
        told.kept.append(str(said["kept"]))
        told.acknowledged = ""
