"""Whose turn it is to take notes."""

from datetime import datetime

import pytest

from hrdesk.notes.rules.rota import Shift, Turns, hour, turns

FIRST = Shift("A", "2012-12-12T10:00", "2012-12-12T10:30")
SECOND = Shift("B", "2012-12-12T10:30", "2012-12-12T11:00")
ALWAYS = Shift("C", "", "")


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2012-12-12T09:00", Turns(None, FIRST)),
        ("2012-12-12T10:00", Turns(FIRST, SECOND)),
        ("2012-12-12T10:29", Turns(FIRST, SECOND)),
        ("2012-12-12T10:30", Turns(SECOND, None)),
        ("2012-12-12T11:00", Turns(None, None)),
    ],
)
def test_one_turn_follows_the_other(at, expected):
    assert turns([SECOND, FIRST], datetime.fromisoformat(at)) == expected


def test_a_turn_without_times_goes_on_where_no_other_does():
    assert turns([ALWAYS, FIRST], datetime.fromisoformat("2012-12-12T10:05")) == Turns(FIRST, None)
    assert turns([ALWAYS, FIRST], datetime.fromisoformat("2012-12-12T12:05")) == Turns(ALWAYS, None)


def test_an_hour_alone_is_meant_of_today():
    now = datetime.fromisoformat("2012-12-12T09:45")
    assert turns([Shift("A", "9:30", "10:00")], now).now == Shift("A", "9:30", "10:00")
    assert (hour("9:30"), hour(FIRST.ends)) == ("9:30", "10:30")
