"""The machine is kept awake while it is held, by whatever it has, and by nothing that outlives the program."""

import os
import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.desktop.floor.screens.awake import Awake

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the programs here are those of Unix")


@pytest.fixture
def inhibitor(tmp_path, monkeypatch):
    """Give a systemd-inhibit that notes its beginning and its end."""
    path = tmp_path / "systemd-inhibit"
    path.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/began\ncat\necho > {tmp_path}/ended\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shutil, "which", lambda name: str(path) if name == "systemd-inhibit" else None)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return tmp_path


def test_it_is_held_from_the_first_to_the_release(qtbot, inhibitor):
    awake = Awake(None, "linux")
    awake.hold()
    awake.hold()
    told = [awake.is_held]
    qtbot.waitUntil((inhibitor / "began").is_file)
    assert "--what=idle:sleep" in (inhibitor / "began").read_text()
    (process,) = awake._processes
    awake.release()
    awake.release()
    told.append(awake.is_held)
    assert told == [True, False]
    qtbot.waitUntil(lambda: process.state() == process.ProcessState.NotRunning)


def test_the_inhibitor_ends_with_a_program_that_is_killed(inhibitor, qtbot):
    script = (
        "import os, signal, shutil, sys, time\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from hrdesk.desktop.floor.screens.awake import Awake\n"
        "app = QCoreApplication([])\n"
        "awake = Awake(None, 'linux')\n"
        "awake.hold()\n"
        "awake._processes[0].waitForStarted()\n"
        "time.sleep(0.3)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    path = os.pathsep.join((str(inhibitor), os.environ["PATH"]))
    environment = {**os.environ, "PATH": path, "PYTHONPATH": os.pathsep.join(sys.path)}
    root = Path(__file__).parents[4]
    subprocess.run([sys.executable, "-c", script], env=environment, cwd=root, timeout=30, check=False)
    qtbot.waitUntil((inhibitor / "ended").is_file)


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "plan9"])
def test_where_nothing_can_it_is_silent(qapp, monkeypatch, platform):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    awake = Awake(None, platform)
    awake.hold()
    assert awake.is_held
    awake.release()


def test_on_a_mac_caffeinate_watches_this_process(qtbot, tmp_path, monkeypatch):
    path = tmp_path / "caffeinate"
    path.write_text(f'#!/bin/sh\necho "$@" > {tmp_path}/began\nexec sleep 30\n')
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(shutil, "which", lambda name: str(path) if name == "caffeinate" else None)
    awake = Awake(None, "darwin")
    awake.hold()
    qtbot.waitUntil(lambda: (tmp_path / "began").is_file() and (tmp_path / "began").read_text() != "")
    assert (tmp_path / "began").read_text().split() == ["-d", "-i", "-w", str(os.getpid())]
    (process,) = awake._processes
    awake.release()
    qtbot.waitUntil(lambda: process.state() == process.ProcessState.NotRunning)


def test_closed_it_leaves_no_program_behind(qtbot, inhibitor):
    awake = Awake(None, "linux")
    for _time in range(3):
        awake.hold()
        awake.release()
    awake.hold()
    awake.close()
    assert all(one.state() == one.ProcessState.NotRunning for one in awake._processes)


@pytest.mark.skipif(sys.platform != "linux", reason="the session bus is a thing of Linux")
def test_the_session_bus_is_asked_and_left(tmp_path):
    """A screen saver of our own sits on a bus of its own and is asked by the program."""
    told = subprocess.run(
        ["dbus-run-session", "--", sys.executable, str(Path(__file__).with_name("screen_saver.py"))],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stdout.splitlines() == ["inhibited by hrdesk: A floor is running", "left"]
