"""Does it fit: the panel of 2016 to the second, what is offered, and the laws behind the figures."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.floor.rules.fit import (
    ASSUMED,
    LEAST,
    STEP,
    Ahead,
    Option,
    assumed,
    changeover,
    fit,
    limit_for_all,
    reckon,
)

MINUTE = 60_000
ROUND = Ahead(45 * MINUTE)


def options(limits: Sequence[int | None], ahead: Ahead) -> dict[tuple[str, int | None], Option]:
    return {(one.kind, one.seconds if one.kind == "limit" else None): one for one in fit(limits, ahead).options}


@pytest.mark.parametrize(("waiting", "speak"), [(0, 0), (1, 1), (22, 22), (23, 22), (31, 22), (500, 22)])
def test_twenty_two_speakers_of_two_minutes_fit_a_round_and_the_twenty_third_does_not(waiting: int, speak: int):
    now = fit([120] * waiting, ROUND).options[0]
    assert (now.kind, now.fit, now.waiting, now.ends) == ("as_it_is", speak, waiting, speak * 2 * MINUTE)


def test_ninety_seconds_each_would_let_thirty_speak_and_eighty_five_thirty_one():
    offered = options([120] * 31, ROUND)
    assert offered["limit", 90].fit == 30
    assert offered["limit", 85].fit == 31
    assert offered["limit", 60].fit == 31
    assert offered["draw", None].fit == 22


def test_where_all_fit_no_limit_and_no_draw_is_offered():
    assert [one.kind for one in fit([120] * 22, ROUND).options] == ["as_it_is", "close_list"]
    assert [one.kind for one in fit([120] * 22, replace(ROUND, list_is_open=False)).options] == ["as_it_is"]
    assert [one.kind for one in fit([], ROUND).options] == ["as_it_is"]


def test_where_even_thirty_seconds_are_too_long_no_limit_for_all_is_offered():
    assert limit_for_all([120] * 90, ROUND) == 30
    assert limit_for_all([120] * 91, ROUND) is None
    assert [one.seconds for one in fit([120] * 91, ROUND).options if one.kind == "limit"] == [90, 60]


def test_who_has_less_already_gets_no_more_by_a_shorter_limit():
    offered = options([180] * 10 + [60] * 10, replace(ROUND, left=35 * MINUTE))
    told = offered["limit", 150]
    assert (told.fit, told.at_most, told.ends) == (20, True, (10 * 150 + 10 * 60) * 1000)
    assert not offered["limit", 60].at_most


def test_a_change_of_speakers_takes_its_time_but_not_before_the_first():
    ahead = replace(ROUND, left=6 * MINUTE, changeover=30_000)
    assert fit([120] * 3, ahead).options[0].fit == 2
    assert fit([120] * 3, replace(ahead, left=7 * MINUTE)).options[0].fit == 3
    assert fit([120] * 3, replace(ahead, left=7 * MINUTE, gap_first=True)).options[0].fit == 2


def test_whoever_speaks_now_takes_of_the_time_first():
    told = fit([120] * 23, replace(ROUND, busy=90_000, gap_first=True)).options[0]
    assert (told.fit, told.ends) == (21, 90_000 + 21 * 2 * MINUTE)


def test_whoever_has_no_limit_is_reckoned_with_what_others_took():
    assert fit([None] * 40, ROUND).options[0].fit == 15  # 180 seconds until enough have spoken
    assert fit([None] * 40, replace(ROUND, assumed=270)).options[0].fit == 10
    assert fit([None] * 2, ROUND).options[0].seconds is None
    assert assumed([300_000, 100_000]) == ASSUMED
    assert assumed([300_000, 100_000, 110_000]) == 110


def test_the_measured_change_of_speakers_counts_once_there_are_three_and_is_the_middle_one():
    assert changeover([], 15) == 15_000
    assert changeover([4_000, 5_000], 15) == 15_000
    assert changeover([4_000, 600_000, 5_000], 15) == 5_000
    assert changeover([4_000, 5_000, 6_000, 7_000], None) == 5_500


def test_a_late_start_offers_to_shrink_to_shift_or_to_drop_the_second_round():
    ahead = Ahead(45 * MINUTE, rest=75 * MINUTE, to_end=100 * MINUTE, droppable=45 * MINUTE)
    offered = options([120] * 30, ahead)
    assert offered["as_it_is", None].over == 20 * MINUTE
    assert (offered["shrink", None].fit, offered["shrink", None].ends) == (18, 100 * MINUTE)  # 37.5 minutes
    assert (offered["shift", None].ends, offered["shift", None].over) == (120 * MINUTE, 20 * MINUTE)
    assert (offered["drop_round", None].ends, offered["drop_round", None].over) == (75 * MINUTE, -25 * MINUTE)


def test_in_time_nothing_of_that_is_offered():
    kinds = {one.kind for one in fit([120] * 30, Ahead(45 * MINUTE, rest=75 * MINUTE, to_end=120 * MINUTE)).options}
    assert not kinds & {"shrink", "shift", "drop_round"}


def test_nobody_speaks_past_the_hard_end():
    told = fit([120] * 30, Ahead(45 * MINUTE, to_end=10 * MINUTE))
    assert told.options[0].fit == 5
    over = fit([120] * 30, Ahead(45 * MINUTE, to_end=-MINUTE))
    assert over.options[0].fit == 0
    assert [one.kind for one in over.options if one.kind in ("shrink", "shift")] == ["shift"]


def test_to_close_the_list_says_when_all_would_have_spoken():
    told = options([120] * 31, replace(ROUND, rest=15 * MINUTE, to_end=60 * MINUTE))["close_list", None]
    assert (told.fit, told.waiting, told.ends, told.over) == (22, 31, 62 * MINUTE, 17 * MINUTE)


limits = st.lists(st.integers(10, 300), max_size=40)
situations = st.builds(
    Ahead,
    st.integers(-600_000, 4_000_000),
    st.integers(0, 30_000),
    before=st.integers(0, 600_000),
    busy=st.integers(0, 200_000),
    gap_first=st.booleans(),
    rest=st.integers(0, 4_000_000),
    to_end=st.none() | st.integers(-600_000, 9_000_000),
    droppable=st.none() | st.integers(1, 3_000_000),
    list_is_open=st.booleans(),
)


def simulated(waiting: list[int], ahead: Ahead, cap: int | None = None) -> tuple[int, int]:
    """Let people speak one after the other on a clock of their own, and give how many ended in time, and when."""
    begins = ahead.before
    ends = begins + ahead.left
    if ahead.to_end is not None:
        ends = min(ends, ahead.to_end)
    clock, count, microphone_is_free = begins + ahead.busy, 0, not ahead.gap_first
    last = clock
    for limit in waiting:
        clock += 0 if microphone_is_free else ahead.changeover
        microphone_is_free = False
        clock += min(limit, cap or limit) * 1000
        if clock > ends:
            break
        count, last = count + 1, clock
    return count, last


@given(limits, situations)
def test_every_option_is_what_a_simulation_of_the_floor_says(waiting: list[int], ahead: Ahead):
    for one in fit(waiting, ahead).options:
        if one.kind == "as_it_is":
            assert (one.fit, one.ends) == simulated(waiting, ahead)
        elif one.kind == "limit":
            assert one.seconds is not None
            assert (one.fit, one.ends) == simulated(waiting, ahead, one.seconds)
            assert one.at_most == any(limit < one.seconds for limit in waiting)
        elif one.kind == "draw":
            shortest_luck = sorted(waiting, reverse=True)
            assert (one.fit, one.ends) == simulated(shortest_luck, ahead)
        assert one.waiting == len(waiting)
        assert 0 <= one.fit <= one.waiting


@given(limits, situations, st.integers(0, 600_000))
def test_more_time_never_fits_fewer(waiting: list[int], ahead: Ahead, more: int):
    later = replace(ahead, left=ahead.left + more, to_end=None if ahead.to_end is None else ahead.to_end + more)
    assert reckon(waiting, later)[0] >= reckon(waiting, ahead)[0]


@given(limits, situations, st.integers(10, 300), st.integers(0, 100))
def test_a_shorter_limit_never_fits_fewer(waiting: list[int], ahead: Ahead, cap: int, less: int):
    assert reckon(waiting, ahead, max(cap - less, 1))[0] >= reckon(waiting, ahead, cap)[0]


@given(limits, situations)
def test_the_limit_for_all_lets_all_speak_and_the_next_longer_one_does_not(waiting: list[int], ahead: Ahead):
    found = limit_for_all(waiting, ahead)
    if found is None:
        assert not waiting or max(waiting) < LEAST or reckon(waiting, ahead, LEAST)[0] < len(waiting)
        return
    assert found >= LEAST
    assert found % STEP == 0
    assert reckon(waiting, ahead, found)[0] == len(waiting)
    if found + STEP <= max(waiting):
        assert reckon(waiting, ahead, found + STEP)[0] < len(waiting)


@given(limits, situations)
def test_as_many_as_are_drawn_fit_whoever_is_drawn(waiting: list[int], ahead: Ahead):
    drawn = next((one.fit for one in fit(waiting, ahead).options if one.kind == "draw"), 0)
    assert reckon(sorted(waiting, reverse=True)[:drawn], ahead)[0] == drawn
    assert reckon(sorted(waiting)[:drawn], ahead)[0] == drawn
