"""Where the screens stand. On a real X server, whose projector comes and goes: ``benchmarks/bench_projector.py``."""

from typing import Any

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.placing import Placing, projectors
from hrdesk.desktop.floor.screens.podium import PodiumScreen
from hrdesk.desktop.floor.screens.room import RoomScreen

LAPTOP, BEAMER, HALL = QRect(0, 0, 1366, 768), QRect(1366, 0, 1024, 768), QRect(2390, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("places", "own", "free"),
    [
        ([LAPTOP], 0, []),
        ([LAPTOP, BEAMER], 0, [1]),
        ([LAPTOP, BEAMER], 1, [0]),
        ([LAPTOP, BEAMER, HALL], 0, [2, 1]),
        ([LAPTOP, LAPTOP], 0, []),
        ([LAPTOP, BEAMER, BEAMER], 0, [1]),
        ([LAPTOP, QRect(0, 0, 1024, 768)], 0, []),
    ],
    ids=["alone", "projector", "desk on the projector", "two", "mirror", "two alike", "mirror of another size"],
)
def test_the_room_takes_the_largest_screen_that_is_not_the_desk_s(places, own, free):
    assert projectors(places, own) == free


@pytest.fixture
def window(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def test_without_a_projector_both_are_small_windows_beside_each_other_s_list(qtbot, window):
    room, podium = RoomScreen(), PodiumScreen()
    for one in (room, podium):
        qtbot.addWidget(one)
    placing = Placing(window, (room, podium), parent=window)
    placing.show(room)
    placing.show(podium)
    whole = QGuiApplication.primaryScreen().availableGeometry()
    for one in (room, podium):
        assert one.isVisible()
        assert not one.isFullScreen()
        assert whole.contains(one.geometry())
        assert one.width() <= whole.width() / 2


def test_a_window_that_was_moved_by_hand_is_left_where_it_is(qtbot, window):
    room = RoomScreen()
    qtbot.addWidget(room)
    placing = Placing(window, (room,), parent=window)
    placing.show(room)
    room.move(5, 6)
    placing.arrange()
    assert (room.x(), room.y()) == (5, 6)


def test_a_projector_that_goes_gives_its_window_back_at_once(qtbot, window):
    room = RoomScreen()
    qtbot.addWidget(room)
    placing = Placing(window, (room,), parent=window)
    placing.show(room)
    gone: Any = object()  # as if it stood on another screen
    placing._at[room] = gone
    room.showFullScreen()
    placing._on_removed(gone)
    assert not room.isFullScreen()
