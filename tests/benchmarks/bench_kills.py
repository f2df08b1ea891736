"""What must survive kill -9, many times over: acknowledged words while typing, a whole desk in whatever comes and goes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange import test_crashes as crashes
from tests.exchange.crashing import AFTER, BEFORE, build
from tests.journey import typing_and_kills as journey

KILLS = 100
CRASHES = 200
"""Kills of a merge, and as many of an export."""
TAKEN = 20
"""Kills while material from outside is taken in, and as many while a returned draft is."""


def bench_a_hundred_kills_lose_nothing(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch):
    """Kill the window a hundred times."""
    monkeypatch.setattr(journey, "KILLS", KILLS)
    journey.no_acknowledged_word_is_lost_to_kill_9(tmp_path, profile)
    print(f"\n{KILLS} kills, nothing lost")


@pytest.mark.parametrize("what", ["material", "draft"])
def bench_kills_while_something_is_taken_in_leave_before_or_after(tmp_path: Path, what: str):
    """Kill the taking in of 3,000 paragraphs, or of 150 changes of a returned draft, twenty times."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.taking_in", what, str(tmp_path), str(TAKEN), "1"],
        cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False,
    )  # fmt: skip
    left = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0, run.stderr
    assert len(left) == TAKEN
    assert set(left) <= {BEFORE, AFTER}, left
    print(f"\n{what}: {left.count(BEFORE)} before, {left.count(AFTER)} after")


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
