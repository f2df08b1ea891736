"""What must survive kill -9, many times over: acknowledged words while typing, a whole desk in merges and exports."""

from pathlib import Path

import pytest

from tests.exchange import test_crashes as crashes
from tests.exchange.crashing import build
from tests.journey import typing_and_kills as journey

KILLS = 100
CRASHES = 200
"""Kills of a merge, and as many of an export."""


def bench_a_hundred_kills_lose_nothing(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch):
    """Kill the window a hundred times."""
    monkeypatch.setattr(journey, "KILLS", KILLS)
    journey.no_acknowledged_word_is_lost_to_kill_9(tmp_path, profile)
    print(f"\n{KILLS} kills, nothing lost")


@pytest.mark.parametrize("what", ["merge", "export"])
def bench_two_hundred_kills_leave_before_or_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str):
    """Kill a merge, or an export, two hundred times."""
    monkeypatch.setattr(crashes, "KILLS", CRASHES)
    crashes.test_a_kill_leaves_before_or_after(build(tmp_path / "scene"), what)


def bench_two_hundred_power_cuts_leave_before_or_after(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Cut the power in a merge: while the journal is written, at its frames, while it is carried over."""
    monkeypatch.setattr(crashes, "CUTS", CRASHES)
    cut = crashes.Cut(build(tmp_path / "scene"), tmp_path / "cut")
    crashes.test_a_power_cut_while_the_journal_is_written_leaves_before(cut)
    crashes.test_a_power_cut_at_any_frame_of_the_journal_leaves_before_or_after(cut)
    crashes.test_a_power_cut_while_the_journal_is_carried_over_leaves_after(cut)
