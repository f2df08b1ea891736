"""The room among the others: who begins in it, and what it holds."""

from typing import Any

import pytest

from hrdesk import app as joining
from hrdesk.settings import Settings


@pytest.fixture
def window(qtbot, qapp, profile, workplace):
    """Give the real window, open on the desk as a moderator finds it."""
    Settings(language="en", theme="light", role="moderator", name="Desk 1").save(profile)
    workplace.desk.run(workplace.commands["take-seat"], name="Desk 1", role="moderator")
    workplace.desk.close()
    made: Any = joining.make_window(qapp)
    qtbot.addWidget(made)
    made.show()
    made.entrance = joining.enter(made, workplace.path)
    qtbot.waitUntil(lambda: made.rooms is not None and made.status.text != "", timeout=20_000)
    panel = made.rooms.panel("floor")
    qtbot.waitUntil(lambda: panel.picture is not None)
    yield made
    made.close()


def test_a_moderator_begins_on_the_floor(window):
    assert window.rooms.current == "floor"


def test_an_idle_desk_is_not_locked_while_somebody_has_the_floor(qtbot, window):
    panel, (hold,) = window.rooms.panel("floor"), window.entrance.safekeeping.locking.holds
    assert not hold()
    panel.clock_keys.go_on()
    qtbot.waitUntil(lambda: panel.picture.current is not None)
    assert hold()


def test_the_screens_go_with_the_desk(qtbot, window):
    stage = window.rooms.panel("floor").stage
    stage.toggle_room()
    assert stage.is_room_shown
    window.start_requested.emit()
    qtbot.waitUntil(lambda: not stage.is_room_shown)


def test_every_key_of_the_floor_stands_on_the_sheet_of_keys(window):
    told = [words for _title, lines in window.menus.sheet() for words, _keys in lines]
    assert {"Next speaker", "Start or pause", "Does it fit? What else?", "Strike the gavel"} <= set(told)
