"""The bell rings once for each stroke, by a player or by a beep, and never when it is muted."""

import shutil
import stat
import sys
import time
import wave

import pytest

from hrdesk.desktop.floor.screens import bell as module
from hrdesk.desktop.floor.screens.bell import Bell, bell_file
from tests.desktop.floor.screens.make_bell import RATE, SECONDS, stroke

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows plays the file itself")


@pytest.fixture
def beeps():
    return []


@pytest.fixture
def player(tmp_path, monkeypatch):
    """Give a player that notes what it played, as the only one of this machine."""

    def make(script):
        path = tmp_path / "paplay"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(shutil, "which", lambda name: str(path) if name == "paplay" else None)
        return tmp_path / "played"

    return make


def test_the_recording_is_the_one_that_was_computed():
    with wave.open(str(bell_file())) as shipped:
        assert (shipped.getnchannels(), shipped.getsampwidth(), shipped.getframerate()) == (1, 2, RATE)
        assert shipped.getnframes() == int(RATE * SECONDS)
        heard = shipped.readframes(shipped.getnframes())
    made = stroke()[-len(heard) :]
    assert len(made) == len(heard)
    pairs = (
        (
            int.from_bytes(heard[at : at + 2], "little", signed=True),
            int.from_bytes(made[at : at + 2], "little", signed=True),
        )
        for at in range(0, len(heard), 2)
    )
    assert all(abs(one - other) <= 1 for one, other in pairs)  # another machine may round a sine otherwise


def test_the_system_s_player_is_asked_once_for_each_stroke(qtbot, beeps, player, tmp_path):
    played = player(f'echo "$1" >> {tmp_path}/played')
    bell = Bell(None, lambda: beeps.append(1))
    bell.ring(2)
    qtbot.waitUntil(lambda: played.is_file() and len(played.read_text().split()) == 2, timeout=3000)
    qtbot.waitUntil(lambda: not any(one.state().value for one in bell._players))
    assert played.read_text().split() == [str(bell_file())] * 2
    assert beeps == []


def test_the_window_does_not_wait_for_a_slow_player(qtbot, beeps, player):
    player("sleep 3")
    bell = Bell(None, lambda: beeps.append(1))
    began = time.perf_counter()
    bell.ring()
    assert time.perf_counter() - began < 0.1
    bell.close()
    assert not any(one.state().value for one in bell._players)
    assert beeps == []


def test_a_player_without_a_device_beeps_instead_from_then_on(qtbot, beeps, player):
    player("exit 1")
    bell = Bell(None, lambda: beeps.append(1))
    bell.ring()
    qtbot.waitUntil(lambda: beeps == [1])
    bell.ring()
    assert beeps == [1, 1]


def test_without_any_player_it_beeps(qtbot, beeps, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(module, "BETWEEN_MS", 10)
    bell = Bell(None, lambda: beeps.append(1))
    bell.ring(3)
    qtbot.waitUntil(lambda: len(beeps) == 3)
    qtbot.wait(50)
    assert len(beeps) == 3


def test_muted_it_is_silent_in_the_middle_of_ringing_too(qtbot, beeps, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(module, "BETWEEN_MS", 10)
    bell = Bell(None, lambda: beeps.append(1))
    bell.ring(5)
    bell.is_muted = True
    qtbot.wait(80)
    bell.ring()
    assert beeps == [1]


def test_a_missing_recording_beeps(qtbot, beeps, player, tmp_path):
    player("exit 0")
    Bell(None, lambda: beeps.append(1), tmp_path / "none.wav").ring()
    assert beeps == [1]
