"""The story of two laptops at real windows: a process and a profile for each, every act a key, no network."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pypdfium2

from hrdesk.paths import resources_folder
from hrdesk.settings import PROFILE_VARIABLE, Settings
from tests.journey.two_laptops import CHANGED, MADE, NOTES

ROOT = Path(__file__).parents[2]
LONGEST = 120


def begin(part: str, stick: Path, profile: str) -> subprocess.Popen[str]:
    """Open a window in a process of its own and play a part at it."""
    folder = stick / f"profile-{profile}"
    if not folder.exists():
        Settings(language="en", theme="light").save(folder)
    return subprocess.Popen(
        [sys.executable, "-m", "tests.journey.two_laptops", part, str(stick)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(folder), "TZ": "UTC"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def seen(window: subprocess.Popen[str]) -> dict[str, Any]:
    """Wait for a window to be closed and give what was seen at it."""
    told, errors = window.communicate(timeout=LONGEST)
    assert "Traceback" not in errors, errors
    assert window.returncode == 0, told + errors
    return dict(json.loads(told.splitlines()[-1]))


def test_two_laptops(tmp_path: Path):
    shutil.copy(resources_folder() / "samples" / "concept-note.txt", tmp_path)

    prepared = seen(begin("staff-prepares", tmp_path, "staff"))
    assert "The stick can be removed now." in prepared["told"]

    windows = {name: begin(name, tmp_path, name) for name in ("left", "right")}
    for name, window in windows.items():
        took = seen(window)
        assert {*NOTES[name], MADE[name]} <= set(took["notes"])
        assert "Delegation of a State" in took["speakers"]

    gathered = seen(begin("staff-gathers", tmp_path, "staff"))
    assert (gathered["tab"], gathered["calm"]) == ("Exchange (1)", "Exchange")
    assert len(set(CHANGED.values()) & set(gathered["settled"])) == 1
    assert set(MADE.values()) <= set(gathered["settled"])
    document = pypdfium2.PdfDocument(tmp_path / "outcome.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    [settled] = set(CHANGED.values()) & set(gathered["settled"])
    for told in (settled, MADE["right"], *NOTES["left"][:1], *NOTES["right"]):
        assert told in text
    # pypdfium2 gives Arabic as it is seen; the letters of every word are there, in one order or the other.
    for word in MADE["left"].removesuffix(".").split():
        assert word in text or word[::-1] in text
    assert not [one.name for one in tmp_path.iterdir() if one.name.endswith(("-wal", "-shm", "-writer", ".new"))]
