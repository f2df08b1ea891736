"""Forty minutes of a session taken down in three languages with all marks, and the window killed fifty times.

Nothing that was acknowledged was lost: English 18 kills and 83 notes of 16,081 characters (404 s), Arabic 16 kills and
203 notes of 16,058 characters (241 s), Chinese 16 kills and 409 notes, typed as fast as the machine took them, on a
machine busy with other work. Once more at the pace of a person (HRDESK_PACE=150, a few notes behind the kills): 18, 16
and 16 kills, nothing lost.
"""

import time
from pathlib import Path

import pytest

from tests.journey import test_taking_down as journey
from tests.journey.stretch import typed

KILLS = {"en": 18, "ar": 16, "zh": 16}
SIGNS = 40 * 400
"""Forty minutes at 400 characters a minute."""


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def bench_forty_minutes_are_taken_down(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch, language: str):
    """Type as many notes as forty minutes hold; HRDESK_PACE=150 types them at the pace of a person."""
    count, signs = 0, 0
    while signs < SIGNS:
        count += 1
        signs += len(typed(language, count))
    monkeypatch.setattr(journey, "NOTES", count)
    monkeypatch.setattr(journey, "KILLS", KILLS)
    began = time.perf_counter()
    journey.test_nothing_acknowledged_is_lost_while_a_session_is_taken_down(tmp_path, profile, language)
    seconds = time.perf_counter() - began
    print(f"\n{language}: {KILLS[language]} kills, {count} notes of {signs} characters, {seconds:.0f} s, nothing lost")
