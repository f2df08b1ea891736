"""The parts joined: the window from the command line, the rooms it has, the ways between them."""

import gc
import json
import os
import subprocess
import sys

import pytest

from hrdesk import app
from hrdesk.desk import Desk
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

RUN = """
import sys
import time
from PySide6.QtCore import QTimer
from hrdesk import app

wanted, arguments = sys.argv[1], sys.argv[2:]
make_window = app.make_window

def make_watched_window(qt):
    window = make_window(qt)

    began = time.monotonic()
    attended = []
    window.attended.connect(lambda: attended.append(True))  # a room stands there a moment before the window is named

    def look():
        if time.monotonic() - began > 20:
            print("nothing came:", window.notices.text)
            window.close()
            return
        if (wanted == "room" and not attended) or (wanted == "notice" and not window.notices.text):
            QTimer.singleShot(50, look)
            return
        print(window.windowTitle(), "|", window.rooms.current if window.rooms else window.notices.text)
        window.close()

    QTimer.singleShot(600, look)
    return window

app.make_window = make_watched_window
sys.exit(app.main(arguments))
"""


def run(wanted, *arguments, **environment):
    """Start the window, look at it once it is there, close it; give exit status and what was seen."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, wanted, *arguments],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "LANGUAGE": "en", **environment},
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, done.stdout.strip()


@pytest.fixture
def desk(tmp_path, profile):
    """Give a desk whose seat is a rapporteur's."""
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(profile))
    made.run(COMMANDS["new-consultation"], title="Workshop")
    made.run(COMMANDS["take-seat"], name="Desk 1", role="rapporteur")
    made.close()
    return made.path


def test_the_window_opens_on_a_desk_in_the_room_of_its_seat(desk):
    assert run("room", str(desk)) == (0, "desk.hrdesk – hrdesk | notes")
    assert [path.name for path in desk.parent.iterdir()] == [desk.name], "a desk at rest is one file"


def test_a_desk_that_is_not_there_is_told_on_the_start_page(tmp_path):
    status, told = run("notice", str(tmp_path / "missing.hrdesk"))
    assert status == 0
    assert "There is no file" in told


def test_the_start_page_opens_without_a_desk():
    assert run("start") == (0, "hrdesk |")


def test_the_self_test_walks_through_every_room_without_a_screen_and_says_so_as_json():
    done = subprocess.run(
        [sys.executable, "-m", "hrdesk", "self-test", "--with-window"],
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
        env={name: value for name, value in os.environ.items() if name not in ("QT_QPA_PLATFORM", "DISPLAY")},
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["format"] == "hrdesk-self-test-window"
    assert all(list(rooms) == [name for name, _title in ROOMS] for rooms in told["rooms"].values())
    assert set(told["rooms"]) == set(app.LANGUAGES_OF_SELF_TEST)


def test_without_a_screen_there_is_one_sentence_and_nothing_else():
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    }
    done = subprocess.run(
        [sys.executable, "-m", "hrdesk"], check=False, capture_output=True, text=True, env={**bare, "LANGUAGE": "en"}
    )
    if sys.platform.startswith("linux"):
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "There is no screen" in done.stderr


@pytest.mark.parametrize(
    ("platform", "variables", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_a_screen_is_known_by_what_the_system_says(monkeypatch, platform, variables, expected):
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert app.has_screen() is expected


def test_what_goes_wrong_is_printed_without_a_word_of_the_desk(qapp, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    window = app.make_window(qapp, tmp_path)
    try:
        sys.excepthook(ValueError, ValueError("Xyzzy"), None)
    finally:
        gc.enable()
        window.close()
    told = capsys.readouterr().err
    assert "ValueError" in told
    assert "Xyzzy" not in told
