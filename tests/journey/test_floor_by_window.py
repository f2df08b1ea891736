"""The panel of 2016 at the real window, by keyboard only: forty inscribed in three minutes, the floor given, replies."""

import json
import os
import subprocess
import sys
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.settings import PROFILE_VARIABLE, Settings
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

ROOT = Path(__file__).parents[2]
LONGEST = 240
THREE_MINUTES = 180

KEYS = 6
"""Keys for each who is inscribed, on average, at most: whoever presses two in a second is done in two minutes."""


def test_the_panel_of_2016_by_keyboard_at_the_window(tmp_path: Path, profile: Path):
    Settings(language="en", theme="light", role="moderator", name="Moderator").save(profile)
    desk = Desk.create(tmp_path / "panel.hrdesk", Profile(profile))
    session = desk.run(COMMANDS["new-consultation"], title="Panel on regional arrangements", language="en")["session"]
    desk.run(COMMANDS["take-seat"], name="Moderator", role="moderator")
    panellist = desk.run(COMMANDS["add"], kind="person", affiliation="Regional commission")["id"]
    desk.run(COMMANDS["add"], kind="officer", session=session, person=panellist, part="panellist")
    desk.close()

    told = subprocess.run(
        [sys.executable, "-m", "tests.journey.floor_moderator", str(desk.path)],
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, PROFILE_VARIABLE: str(profile), "TZ": "UTC"},
        capture_output=True,
        timeout=LONGEST,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in told.stderr, told.stderr
    assert told.returncode == 0, told.stdout + told.stderr
    seen = json.loads(told.stdout.splitlines()[-1])

    assert seen["inscribed"]["waiting"] == 40
    assert seen["inscribed"]["seconds"] < THREE_MINUTES
    assert seen["inscribed"]["keys"] <= 40 * KEYS
    assert seen["fits"].startswith("2 minutes each: 22 of 40 fit")
    assert seen["decisions"] == ["swap", "late_first", "limit", "draw"]
    assert seen["recorded"] == [seen["chosen"]]
    assert "Minister of Justice" in seen["spoke"]
    assert seen["absent"] not in seen["spoke"]
    assert seen["states"][seen["absent"]] == "absent"
    assert set(seen["seconds"][:6]) == {120}
    assert seen["seconds"][-1] == 90
    assert seen["stretches"] == ["done"] * 5
    assert seen["notices"] == ""
