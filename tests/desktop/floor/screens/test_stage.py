"""The screens, the bell and the wakefulness of one running floor."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.stage import Stage
from hrdesk.desktop.shell.hall import Hall
from hrdesk.floor.picture import Picture
from tests.desktop.floor.screens.pictures import at, clock, mark, picture, speaker, turn


class Hand:
    """A clock that is set by hand."""

    def __init__(self):
        self.second = 130.0

    def __call__(self):
        return at(self.second)


@pytest.fixture
def hand():
    return Hand()


@pytest.fixture
def rung(monkeypatch):
    told = []
    monkeypatch.setattr("hrdesk.desktop.floor.screens.bell.Bell.ring", lambda _bell, strokes=1: told.append(strokes))
    return told


@pytest.fixture
def stage(qtbot, workplace, hand, monkeypatch, rung):
    monkeypatch.setattr("hrdesk.desktop.floor.screens.awake.Awake._start_inhibitor", lambda _awake: None)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Stage(workplace, window, hand)
    yield made
    made.close()


def test_the_room_s_screen_is_made_when_it_is_asked_for(stage):
    stage.show_picture(picture())
    assert not stage._screens()
    told: list[bool] = []
    stage.room_shown.connect(told.append)
    stage.toggle_room()
    assert stage.is_room_shown
    assert stage._room.figures.text == "1:30"
    assert stage._room.speaker.text == "Brazil"
    stage.toggle_room()
    assert told == [True, False]
    assert not stage.is_room_shown


def test_both_screens_show_the_same_time(stage, hand):
    stage.show_picture(picture())
    stage.toggle_room()
    stage.toggle_podium()
    hand.second = 145
    stage.tick()
    assert stage._room.figures.text == stage._podium.figures.text == "1:15"


def test_the_clock_is_read_only_while_one_runs_and_the_machine_kept_awake(stage):
    stage.show_picture(picture())
    assert stage.is_running
    assert stage._timer.isActive()
    assert stage.awake.is_held
    still = replace(picture(of=clock()), stretches=())
    stage.show_picture(still)
    assert not stage.is_running
    assert not stage._timer.isActive()
    assert not stage.awake.is_held
    stage.show_picture(picture())
    stage.show_picture(None)
    assert not stage._timer.isActive()
    assert not stage.awake.is_held


def test_a_running_clock_ticks_by_itself(stage, hand, qtbot):
    stage.toggle_room()
    stage.show_picture(picture())
    hand.second = 150
    qtbot.waitUntil(lambda: stage._room.figures.text == "1:10", timeout=1000)


def test_an_edit_of_the_list_does_not_touch_the_clock(stage, hand):
    seen = picture()
    stage.show_picture(seen)
    stage.toggle_room()
    hand.second = 142
    stage.show_picture(replace(seen, waiting=seen.waiting[3:]))
    assert stage._room.figures.text == "1:18"
    assert stage._room.waiting.text == "9 speakers waiting"


def test_a_projector_that_is_unplugged_and_comes_back_leaves_the_clock_right(stage, hand):
    stage.show_picture(picture())
    stage.toggle_room()
    placing: Any = stage._placing
    hand.second = 142
    placing._on_removed(placing._at.get(stage._room))
    stage.tick()
    assert (stage.is_room_shown, stage._room.figures.text) == (True, "1:18")
    hand.second = 150
    placing.arrange()
    stage.tick()
    assert stage._room.figures.text == "1:10"


def test_the_bell_rings_once_at_each_threshold(stage, hand, rung):
    stage.show_picture(picture())
    for second in (189, 190, 190.1, 200, 211, 219, 220, 220.1, 240):
        hand.second = second
        stage.tick()
    assert [strokes for strokes in rung if strokes] == [1, 2]


def test_after_a_sleep_past_the_end_it_rings_for_the_end_alone(stage, hand, rung):
    stage.show_picture(picture())
    hand.second = 3000
    stage.tick()
    assert rung == [2]


def test_it_does_not_ring_for_what_was_found_over_time_already(stage, hand, rung):
    hand.second = 500
    stage.show_picture(picture())
    stage.tick()
    assert rung == []


def test_who_is_extended_is_warned_again_and_the_next_speaker_anew(stage, hand, rung):
    stage.show_picture(picture())
    hand.second = 195
    stage.tick()
    extended = picture(of=clock(mark("start", 100), mark("extend", 195, amount=60_000)))
    stage.show_picture(extended)
    hand.second = 255
    stage.tick()
    assert rung == [1, 1]
    other = turn(speaker("r2", "Ghana"), clock(mark("start", 100)))
    stage.show_picture(replace(extended, current=other))
    assert rung == [1, 1]


def test_black_out_holds_for_a_screen_that_is_shown_later(stage):
    told: list[bool] = []
    stage.blacked_out.connect(told.append)
    stage.show_picture(picture())
    stage.black_out(True)
    stage.black_out(True)
    stage.toggle_room()
    assert stage._room.is_dark
    stage.black_out(False)
    assert not stage._room.is_dark
    assert told == [True, False]


def test_a_screen_that_a_person_closes_is_known_to_be_gone_and_comes_back(stage, qtbot):
    stage.show_picture(picture())
    stage.toggle_room()
    with qtbot.waitSignal(stage.room_shown) as told:
        stage._room.close()
    assert told.args == [False]
    stage.toggle_room()
    assert stage.is_room_shown


def test_closing_the_desk_closes_the_screens(stage):
    stage.show_picture(picture())
    stage.toggle_room()
    stage.toggle_podium()
    room = stage._room
    stage.close()
    assert not room.isVisible()
    assert not stage.awake.is_held
    assert not stage.is_room_shown


def test_the_keys_of_a_clicker_reach_the_floor_from_a_screen(stage, qtbot):
    stage.toggle_room()
    with qtbot.waitSignal(stage.advance_requested):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)
        QCoreApplication.sendEvent(stage._room, key)


def test_a_floor_that_is_left_leaves_nothing_on_the_screen(stage):
    stage.toggle_room()
    stage.show_picture(picture(message="For this session alone"))
    stage.show_picture(None)
    assert not stage._room.message.text
    assert not stage._room.speaker.text
    stage.show_picture(Picture(picture().session))
    assert stage._room.speaker.text == "Session 2: Sharing of information"
    assert not stage._room.figures.text


def test_the_list_is_printed_as_it_stands_now(stage, monkeypatch):
    assert not stage.print_list()
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    stage.show_picture(picture())
    assert not stage.print_list(for_the_desk=True)


def test_the_desk_s_own_clock_is_read_where_no_other_is_given(qtbot, workplace):
    window = QWidget()
    qtbot.addWidget(window)
    made = Stage(workplace, window)
    assert not made.is_running
    assert made._now().at.tzinfo is not None
    made.close()


def test_whether_the_bell_rings_is_kept(qtbot, workplace, stage):
    assert not stage.bell.is_muted
    stage.bell.is_muted = True
    assert not workplace.settings.bell
    window = QWidget()
    qtbot.addWidget(window)
    other = Stage(workplace, window)
    assert other.bell.is_muted
    other.close()


def test_hall_mode_is_that_of_the_window_unless_another_is_given(qtbot, workplace, stage):
    assert stage.hall is workplace.hall
    window = QWidget()
    qtbot.addWidget(window)
    hall = Hall(window)
    other = Stage(workplace, window, hall=hall)
    assert other.hall is hall
    other.close()
