"""The promise of the line of notes, a hundred times over: kill -9 while typing, and no acknowledged word is lost."""

from pathlib import Path

import pytest

from tests.journey import test_typing_survives_a_kill as journey

KILLS = 100


def bench_a_hundred_kills_lose_nothing(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch):
    """Kill the window a hundred times."""
    monkeypatch.setattr(journey, "KILLS", KILLS)
    journey.test_no_acknowledged_word_is_lost_to_kill_9(tmp_path, profile)
    print(f"\n{KILLS} kills, nothing lost")
