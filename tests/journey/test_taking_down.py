"""A stretch of a session is taken down in three languages with all marks, and the machine dies at random moments.

Nothing that was acknowledged is lost: a note is there whole with its marks, a draft is in the line or in a note.
"""

import json
import os
import random
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.desktop.notes.note_draft import NoteDraft, place_of, read
from hrdesk.notes.queries import NoteLine
from hrdesk.settings import PROFILE_VARIABLE
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.journey.killing import LATEST, ROOT, new_desk
from tests.journey.stretch import BODIES, UNKNOWN, marks_of, names_of, text_of, typed
from tests.notes.reading_anew import note_lines

KILLS = {"en": 4, "ar": 3, "zh": 3}
"""How often the window is killed; the benchmark asks for more."""

DIGITS = 5
"""Of the number with which every text begins."""

NOTES = 5
"""Notes that are typed to the end after the kills; the benchmark types 40 minutes of them."""


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_nothing_acknowledged_is_lost_while_a_session_is_taken_down(tmp_path: Path, profile: Path, language: str):
    desk, session = new_desk(tmp_path, profile)
    know_bodies(desk, profile)
    chance = random.Random(language)
    kept: dict[str, int | None] = {}
    first = 1
    for number in range(KILLS[language]):
        before = held(desk, profile, session)[1]
        told = take_down(desk, profile, language, first, first + 1000, chance)
        at_start = told[0]["draft_at_start"] if told else None
        if at_start is not None and before is not None:
            assert (at_start["text"], at_start["cursor"]) == (before.text, before.cursor), f"kill {number}"
            assert [at_start[name] for name in ("tags", "bodies", "doubts")] == [
                list(one) for one in (before.tags, before.bodies, before.doubts)
            ]
        kept |= {one["kept"]: one["number"] for one in told if "kept" in one}
        lost = what_is_lost(desk, profile, session, told, kept, language)
        assert not lost, f"kill {number}: {lost[:5]}"  # told outright: a benchmark sees no more of it than this
        first += 1000  # a note may be kept and the kill come before that was told: its text is typed no second time
    told = take_down(desk, profile, language, first, first + NOTES, None)
    assert told[-1] == {"done": True}
    kept |= {one["kept"]: one["number"] for one in told if "kept" in one}
    lost = what_is_lost(desk, profile, session, told, kept, language)
    assert not lost, f"{len(lost)}: {lost[:5]}"
    assert set(kept.values()) >= set(range(first, first + NOTES))


def know_bodies(desk: Path, profile: Path) -> None:
    opened = Desk.open(desk, Profile(profile))
    for name in BODIES:
        opened.run(COMMANDS["add"], kind="mechanism", acronym=name)
    opened.close()


def take_down(
    desk: Path, profile: Path, language: str, first: int, last: int, chance: random.Random | None
) -> list[dict[str, Any]]:
    """Let the window type; with ``chance`` kill it at some moment. What it told before it died."""
    seed = str(chance.random() if chance else 0)
    typing = subprocess.Popen(
        [sys.executable, "-m", "tests.journey.taking_driver", str(desk), seed, language, str(first), str(last)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(profile)},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert typing.stdout is not None
    clock: threading.Timer | None = None
    told: list[dict[str, Any]] = []
    try:
        for line in typing.stdout:
            if not line.endswith("\n"):
                break
            told.append(json.loads(line))
            if chance is not None and clock is None:
                clock = threading.Timer(chance.uniform(0, LATEST), typing.kill)
                clock.start()
    finally:
        if clock is not None:
            clock.join()
        if chance is not None:
            typing.kill()
        typing.wait()
        typing.stdout.close()
    return told


def held(desk: Path, profile: Path, session: str) -> tuple[list[NoteLine], NoteDraft | None]:
    opened = Desk.open(desk, Profile(profile))
    try:
        with opened.reading() as reader:
            lines = note_lines(reader, session)
        draft = read(opened.draft(place_of(session)))
    finally:
        opened.close()
    return lines, draft


def what_is_lost(
    desk: Path, profile: Path, session: str, told: list[dict[str, Any]], kept: dict[str, int | None], language: str
) -> list[str]:
    """Name what was acknowledged and is not there, or not as it was typed; an empty list is the law kept."""
    lines, draft = held(desk, profile, session)
    by_id = {line.note.id: line for line in lines}
    lost = [f"note {note}" for note in kept if note not in by_id]
    for note, number in kept.items():
        if number is not None and note in by_id:
            lost += unlike(by_id[note], language, number)
    last_kept = max((place for place, one in enumerate(told) if "kept" in one), default=-1)
    acknowledged = [one["draft"] for one in told[last_kept + 1 :] if "draft" in one]
    if acknowledged:
        wanted = letters(NoteDraft(**acknowledged[-1]))
        others = [line for line in lines if line.note.id not in kept]
        found = ([letters(draft)] if draft else []) + [letters_of_note(line) for line in others]
        if not any(wanted <= there for there in found):
            lost.append(str(acknowledged[-1]))
    # Of a note that was cut off within its number nothing tells it from another one.
    texts = [text for line in lines if len(text := line.note.text or "") >= DIGITS]
    return lost + [f"twice: {text}" for text in {one for one in texts if texts.count(one) > 1}]


def unlike(line: NoteLine, language: str, number: int) -> list[str]:
    """Name how a note differs from what was typed of it."""
    is_doubtful = UNKNOWN in marks_of(language, number)
    expected = (
        text_of(language, number),
        names_of(language, number),
        UNKNOWN if is_doubtful else None,
        "confidential" if is_doubtful else "restricted",
    )
    names = {(tag.scheme or "", tag.name or "") for tag in line.tags}
    found = (line.note.text, names, line.note.unresolved, line.note.sensitivity)
    return [] if found == expected else [f"{typed(language, number)}: {found}"]


def letters(draft: NoteDraft) -> Counter[str]:
    """Count the letters of all that a draft holds, in the text or taken out of it as a mark."""
    marks = [*(told.partition(":")[2] for told in draft.tags), *draft.bodies, *draft.doubts]
    return Counter(sign for sign in " ".join((draft.text, *marks)) if sign.isalpha())


def letters_of_note(line: NoteLine) -> Counter[str]:
    told = " ".join((line.note.text or "", line.note.unresolved or "", *(tag.name or "" for tag in line.tags)))
    return Counter(sign for sign in told if sign.isalpha())
