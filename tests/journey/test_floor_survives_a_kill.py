"""Somebody speaks, the program is killed: whoever opens the desk again sees the time that was truly spoken."""

import json
import subprocess
import sys
import time
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.floor.marks import standings_here
from hrdesk.floor.rules.clock import Reading, read
from hrdesk.floor.rules.turns import current
from hrdesk.store.identity import Profile
from hrdesk.store.machine_clock import counted
from hrdesk.work import COMMANDS

ROOT = Path(__file__).parents[2]

TENTH = 100
"""Milliseconds by which a clock may be wrong."""


def test_the_time_spoken_is_right_after_kill_9(tmp_path: Path, profile: Path):
    path, session = a_list_of_two(tmp_path / "floor.hrdesk", profile)
    started = run_and_kill(path, session, "call-next", "start")[-1]
    time.sleep(0.4)
    assert_spoken(path, profile, session, Reading(0, 120_000, running=True), started)
    paused = run_and_kill(path, session, "pause")[-1]
    resumed = run_and_kill(path, session, "resume")[-1]
    opened = Desk.open(path, Profile(profile))
    try:
        told = reading(opened, session)
        now = counted()
        least = paused["before"] - started["after"] + now - resumed["after"]
        assert least - TENTH < told.used < least + taken(started, paused, resumed) + TENTH
        assert told.certain
        opened.run(COMMANDS["next"], session=session)
        assert [one.state for one in standings(opened, session)] == ["ended", "called"]
    finally:
        opened.close()


def a_list_of_two(path: Path, profile: Path) -> tuple[Path, str]:
    """Make a desk with a session, its format and two who ask for the floor."""
    desk = Desk.create(path, Profile(profile))
    try:
        session = desk.run(COMMANDS["new-consultation"], title="Panel", language="en")["session"]
        desk.run(COMMANDS["choose-format"], session=session, format="panel-2016")
        for label in ("African Union", "Council of Europe"):
            desk.run(COMMANDS["inscribe"], session=session, label=label, speaker_class="regional_mechanism")
        return path, str(session)
    finally:
        desk.close()


def run_and_kill(path: Path, session: str, *commands: str) -> list[dict[str, int]]:
    """Run commands in a process of its own, kill it a moment after the last, and give what it told."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.journey.floor_driver", str(path), session, *commands],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    try:
        told = [json.loads(process.stdout.readline()) for _ in commands]
        time.sleep(0.3)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()
    return told


def assert_spoken(path: Path, profile: Path, session: str, like: Reading, started: dict[str, int]) -> None:
    """Hold what the desk says against the count of the machine, as precisely as the start is known."""
    opened = Desk.open(path, Profile(profile))
    try:
        told = reading(opened, session)
        now = counted()
    finally:
        opened.close()
    assert now - started["after"] - TENTH < told.used < now - started["before"] + TENTH
    assert Reading(0, told.allowed, told.running, told.ended, told.certain) == like


def reading(desk: Desk, session: str) -> Reading:
    """Read the clock of who speaks."""
    speaking = current(standings(desk, session))
    assert speaking is not None
    return read(speaking.marks, desk.moment(), speaking.intervention.seconds)


def standings(desk: Desk, session: str):
    with desk.reading() as reader:
        return standings_here(reader, session)


def taken(*told: dict[str, int]) -> int:
    """Give the milliseconds that commands took: within them their marks were made."""
    return sum(one["after"] - one["before"] for one in told)
