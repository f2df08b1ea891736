"""The story of nine sticks at real windows: a process and a profile for each, every act a key, no network."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import SUFFIX
from hrdesk.exchange.merging import join
from hrdesk.exchange.sending import send
from hrdesk.settings import PROFILE_VARIABLE, Settings
from hrdesk.store.identity import Profile
from tests.exchange.rooms import Room
from tests.journey.nine_desks import CONFLICTS, DESKS

ROOT = Path(__file__).parents[2]
LONGEST = 120
TESTIMONY = "The witness said where the graves are."


def profile(stick: Path, name: str) -> Path:
    folder = stick / f"profile-{name}"
    if not folder.exists():
        Settings(language="en", theme="light").save(folder)
    return folder


def play(part: str, stick: Path, desk: str) -> dict[str, Any]:
    """Open a window on a desk, in a process of its own, play a part at it and give what was seen."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.journey.nine_desks", part, str(stick), desk],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(profile(stick, desk)), "TZ": "UTC"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.fixture(scope="module")
def stick(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Let staff and nine desks work for a while, and give the folder with their desks and their bundles."""
    folder = tmp_path_factory.mktemp("stick")
    staff = Room(Desk.create(folder / "staff.hrdesk", Profile(profile(folder, "staff"))))
    session = staff.start(sensitivity="public")
    staff.do("take-seat", name="Secretariat", role="staff")
    notes = [staff.note(session, f"Note {number}.", language="en") for number in range(CONFLICTS)]
    staff.note(session, TESTIMONY, language="en")
    starter = send(staff.desk, folder / f"starter{SUFFIX}").written.path
    for number in range(1, DESKS + 1):
        desk = Room(join(starter, folder / f"desk-{number}.hrdesk", Profile(profile(folder, f"desk-{number}"))))
        desk.do("take-seat", name=f"Rapporteur desk {number}", role="rapporteur")
        desk.note(session, f"A note of desk {number}.", language="en")
        for note in notes[number - 1 :: DESKS]:
            desk.do("edit", id=note, text=f"Note as desk {number} heard it.")
        send(desk.desk, folder / f"{number}{SUFFIX}")
        desk.desk.close()
    for note in notes:
        staff.do("edit", id=note, text="Note as staff heard it.")
    staff.desk.close()
    true = (folder / f"1{SUFFIX}").read_bytes()
    (folder / f"forged{SUFFIX}").write_bytes(true.replace(b"A note of desk 1.", b"A note of nobody."))
    return folder


def test_nine_bundles_come_in_by_one_action_and_forty_conflicts_are_settled(stick: Path):
    seen = play("staff-gathers", stick, "staff")
    assert seen["files"] == DESKS
    assert f"forged{SUFFIX} is left out." in seen["bad"]
    assert "9 bundles merged" in seen["told"]
    assert CONFLICTS <= seen["keys"] <= 4 * CONFLICTS
    assert seen["notes"] == CONFLICTS + DESKS + 1
    assert len([state for state in seen["roll"] if state.startswith("✓")]) == DESKS + 1


def left_of(stick: Path, desk: str) -> list[str]:
    """Name the files of a desk in which the testimony can still be read."""
    words = b"where the graves are"
    return [str(one) for one in stick.rglob(f"*{desk}*/**/*") if one.is_file() and words in one.read_bytes()] + [
        str(one) for one in stick.glob(f"{desk}.hrdesk*") if one.is_file() and words in one.read_bytes()
    ]


def test_a_testimony_is_withdrawn_and_gone_on_three_desks(stick: Path):
    assert left_of(stick, "staff")
    told = play("staff-withdraws", stick, "staff")
    assert told["told"].startswith("✓ Withdrawn.")
    for desk in ("desk-1", "desk-2"):
        heard = play("desk-hears", stick, desk)
        assert TESTIMONY in heard["before"]
        assert heard["shown"] == ["Consent was taken back"]
        assert TESTIMONY not in heard["after"]
        assert "withdrawn" in heard["told"]
    for desk in ("staff", "desk-1", "desk-2"):
        assert left_of(stick, desk) == []
    assert left_of(stick, "desk-3")


def test_a_backup_is_restored_and_the_testimony_does_not_come_back(stick: Path):
    back = play("staff-goes-back", stick, "staff")
    assert sorted(back["after"]) == sorted("Note as staff heard it." for _note in range(CONFLICTS))
    assert back["before"] == CONFLICTS + DESKS
