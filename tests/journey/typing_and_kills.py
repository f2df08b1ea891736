"""A rapporteur types, the machine dies at any moment: every word that the status line acknowledged is there again."""

import os
import random
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.desktop.notes.note_draft import place_of, read
from hrdesk.notes.queries import notes
from hrdesk.store.identity import Profile
from tests.journey.killing import new_desk, type_and_kill, what_is_lost

KILLS = int(os.environ.get("HRDESK_KILLS", "10"))
"""How often the window is killed; the benchmark asks for a hundred."""


def no_acknowledged_word_is_lost_to_kill_9(tmp_path: Path, profile: Path) -> None:
    """Type, kill and look, again and again; the suite does so with marks (``test_taking_down``)."""
    desk, session = new_desk(tmp_path, profile)
    chance = random.Random(KILLS)
    kept: set[str] = set()
    acknowledgements = 0
    for number in range(KILLS):
        expected = line_to_come_back(desk, profile, session)
        told = type_and_kill(desk, profile, chance)
        kept.update(told.kept)
        acknowledgements += told.acknowledgements + len(told.kept)
        assert told.first_line == expected, f"kill {number}: another line than before came back"
        assert told.cursor == len(expected), f"kill {number}: the cursor is elsewhere"
        assert what_is_lost(desk, profile, session, told, kept) == [], f"kill {number}"
    assert acknowledgements >= KILLS // 2, "too little was acknowledged for this to say anything"


def line_to_come_back(desk: Path, profile: Path, session: str) -> str:
    """Give the draft that was left, unless it was kept as a note a moment before the kill."""
    opened = Desk.open(desk, Profile(profile))
    try:
        draft = read(opened.draft(place_of(session)))
        with opened.reading() as reader:
            texts = [note.text for note in notes(reader, session)]
    finally:
        opened.close()
    return draft.text if draft and draft.text.strip() not in texts else ""
