"""The bar on top of the room of the floor."""

from hrdesk.desktop.floor import floor_bar
from hrdesk.desktop.floor.floor_bar import FloorBar

LONG = "Réunion-débat d’une demi-journée avec déclarations liminaires, comme en 2016"


def test_a_long_name_of_a_format_does_not_push_the_window_wide_and_can_be_read_in_full(qtbot, monkeypatch):
    monkeypatch.setattr(floor_bar, "format_words", lambda _format: LONG)
    bar = FloorBar({})
    qtbot.addWidget(bar)
    bar.retranslate()
    assert bar.format.text().endswith("…")
    assert bar.format.fontMetrics().horizontalAdvance(bar.format.text()) <= floor_bar.WIDEST
    assert LONG in bar.format.toolTip()
    assert LONG in bar.format.accessibleName()


def test_a_tick_says_that_the_screen_is_shown(qtbot):
    bar = FloorBar({})
    qtbot.addWidget(bar)
    bar.retranslate()
    bar.show_room(True)
    assert bar.room.text() == "✓ Screen (F5)"
    bar.show_room(False)
    assert bar.room.text() == "Screen (F5)"
