"""The sentence a moderator needs, with the time of the day at the venue."""

from datetime import UTC, datetime

import pytest

from hrdesk.floor.rules.fit import Option
from hrdesk.floor.sentences import sentence
from hrdesk.language.fields import fields_of
from hrdesk.records.moment import Moment

NOW = Moment(datetime(2026, 11, 20, 11, 12, tzinfo=UTC))
END = 46 * 60_000
"""Milliseconds to two minutes before one in Geneva."""


@pytest.mark.parametrize(
    ("option", "said"),
    [
        (Option("limit", 31, 31, 90, END), "90 seconds each: all 31 fit, end 12:58."),
        (Option("limit", 30, 31, 60, END), "60 seconds each: 30 of 31 fit, end 12:58."),
        (Option("limit", 31, 31, 90, END, at_most=True), "At most 90 seconds each: all 31 fit, end 12:58."),
        (Option("limit", 30, 31, 150, END, at_most=True), "At most 150 seconds each: 30 of 31 fit, end 12:58."),
        (Option("limit", 30, 31, 120, END, at_most=True), "At most 2 minutes each: 30 of 31 fit, end 12:58."),
        (Option("as_it_is", 22, 31, 120, END), "2 minutes each: 22 of 31 fit, end 12:58."),
        (Option("as_it_is", 31, 31, 180, END), "3 minutes each: all 31 fit, end 12:58."),
        (Option("as_it_is", 22, 31, None, END), "Limits as they are: 22 of 31 fit, end 12:58."),
        (Option("as_it_is", 31, 31, None, END), "Limits as they are: all 31 fit, end 12:58."),
        (Option("as_it_is", 0, 0), "Nobody is waiting."),
        (Option("limit", 0, 0, 75), "75 seconds each."),
        (Option("shrink", 0, 0, None, END), "Shorten all that is ahead in proportion: the session ends 12:58."),
        (Option("shift", 0, 0, None, END, 60_000), "End the session 1 min later: the session ends 12:58."),
        (Option("close_list", 31, 31, None, END), "Close the list now: all 31 fit, end 12:58."),
        (Option("close_list", 22, 31, None, END), "Close the list now and hear all 31: end 12:58."),
        (Option("draw", 22, 31, None, END), "Draw lots: 22 of 31 speak, end 12:58."),
        (
            Option("shrink", 20, 31, None, END),
            "Shorten all that is ahead in proportion: 20 of 31 fit, the session ends 12:58.",
        ),
        (
            Option("shift", 22, 31, None, END, 11 * 60_000 + 1),
            "End the session 12 min later: 22 of 31 fit, the session ends 12:58.",
        ),
        (Option("drop_round", 22, 31, None, END, -5), "Drop the last round: the session ends 12:58."),
        (
            Option("drop_round", 22, 31, None, END, 60_000),
            "Drop the last round: the session ends 12:58, still 1 min late.",
        ),
    ],
    ids=str,
)
def test_an_option_is_one_sentence(option: Option, said: str):
    told = sentence(option, NOW, "Europe/Zurich")
    assert told.english == said
    assert fields_of(told.message) == told.fields.keys()


def test_without_a_zone_the_time_is_that_of_the_clock():
    assert sentence(Option("draw", 1, 2, None, END), NOW).fields["end"] == "11:58"
    assert sentence(Option("draw", 1, 2, None, END), NOW, "Nowhere/At all").fields["end"] == "11:58"
