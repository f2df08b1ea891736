"""Whether the hall sees the window, and what it then may see."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QRect

from hrdesk.desktop.shell.displays import displays
from hrdesk.desktop.shell.hall import Hall, is_mirrored
from hrdesk.records.classes import SENSITIVITY

LAPTOP, BESIDE = QRect(0, 0, 1366, 768), QRect(1366, 0, 1024, 768)


@pytest.mark.parametrize(
    ("screens", "driven", "mirrored"),
    [
        ([LAPTOP], 0, False),
        ([LAPTOP], 1, False),
        ([LAPTOP], 2, True),
        ([LAPTOP, BESIDE], 2, False),
        ([LAPTOP, LAPTOP], 0, True),
        ([LAPTOP, QRect(0, 0, 1024, 768)], 0, True),
        ([LAPTOP, BESIDE, BESIDE], 3, True),
        ([], 1, False),
    ],
)
def test_a_screen_is_mirrored_where_two_displays_show_the_same(screens, driven, mirrored):
    assert is_mirrored(screens, driven) is mirrored


class Desk:
    """A laptop with a number of displays that can be changed."""

    def __init__(self, driven):
        self.driven = driven
        screen: Any = SimpleNamespace(geometry=lambda: LAPTOP)
        self.hall = Hall(None, lambda: [screen], lambda: self.driven)
        self.told: list[bool] = []
        self.hall.changed.connect(self.told.append)

    def is_on_with(self, driven):
        """Tell whether hall mode is on once so many displays are plugged in."""
        self.driven = driven
        self.hall.look()
        return self.hall.is_on


def test_hall_mode_comes_and_goes_by_itself(qapp):
    desk = Desk(1)
    assert [desk.is_on_with(driven) for driven in (1, 2, 2, 1, 1)] == [False, True, True, False, False]
    assert desk.told == [True, False]


def test_it_is_on_from_the_start_where_the_projector_was_there_before(qapp):
    assert Desk(2).hall.is_on


def test_what_a_person_switched_off_stays_off_until_the_screens_change(qapp):
    desk = Desk(2)
    desk.hall.toggle()
    assert [desk.is_on_with(driven) for driven in (2, 1, 2)] == [False, False, True]


def test_who_opted_out_is_left_alone_and_may_come_back(qapp):
    desk = Desk(1)
    desk.hall.is_by_itself = False
    assert not desk.is_on_with(2)
    desk.hall.is_by_itself = True
    assert desk.is_on_with(2)


def test_the_hall_sees_nothing_confidential_and_the_desk_everything(qapp):
    desk = Desk(1)
    assert all(desk.hall.may_show(one) for one in SENSITIVITY)
    assert desk.is_on_with(2)
    assert [one for one in SENSITIVITY if desk.hall.may_show(one)] == ["public", "restricted"]
    assert desk.hall.audience == "restricted"


@pytest.fixture
def seen(monkeypatch):
    """Let the window stand on the machine's own displays, which those of the tests do not."""
    monkeypatch.setattr("PySide6.QtGui.QGuiApplication.platformName", lambda: "xcb")


def test_linux_tells_its_displays_by_connector(seen, tmp_path, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for name, status, enabled in (
        ("card0-eDP-1", "connected", "enabled"),
        ("card0-HDMI-A-1", "connected", "enabled"),
        ("card0-DP-1", "disconnected", "disabled"),
        ("card0-DP-2", "connected", "disabled"),
    ):
        (tmp_path / name).mkdir()
        (tmp_path / name / "status").write_text(f"{status}\n")
        (tmp_path / name / "enabled").write_text(f"{enabled}\n")
    (tmp_path / "card0-Writeback-1").mkdir()
    assert displays(tmp_path) == 2
    assert displays(tmp_path / "nowhere") == 0
    monkeypatch.undo()
    assert displays(tmp_path) == 0


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_where_the_system_does_not_tell_qt_alone_counts(seen, monkeypatch, platform):
    monkeypatch.setattr("sys.platform", platform)
    monkeypatch.setattr("ctypes.util.find_library", lambda _name: None)
    assert displays() == 0
