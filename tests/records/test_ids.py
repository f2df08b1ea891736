"""Ids and orders that two laptops without a network agree on."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.records.ids import between, joined_id, new_id, positions, tag_id
from hrdesk.store.change import Change, decode, encode

NOW = datetime(2026, 11, 20, 10, tzinfo=UTC)
keys = st.from_regex("[0-9a-z]{0,6}[1-9a-z]", fullmatch=True)


def test_ids_sort_by_time_and_never_repeat():
    made = [new_id(datetime.fromtimestamp(second, UTC)) for second in range(0, 4_000_000_000, 40_000_000)]
    assert made == sorted(made)
    assert len({new_id(NOW) for _ in range(1000)}) == 1000


@given(st.lists(st.text(), min_size=1, max_size=3))
def test_an_id_by_construction_fits_a_line(parts: list[str]):
    made = joined_id(*[part.encode("utf-8", "replace").decode() for part in parts])
    told = Change(
        at="2026-11-20T10:11:12.123Z",
        dev="a" * 16 + ".1",
        field="f",
        kind="k",
        lam=1,
        n="A" * 11,
        record=made,
        seen={},
        seq=1,
        sv=1,
        val=None,
    )
    assert decode(encode(told)).record == made


def test_ids_by_construction_are_final():
    assert joined_id("link", "a", "b", "made_from") == "a5d005b9-0d2b-5ac7-af9e-f1c15b7cc1c6"
    assert tag_id("theme", "Water") == "072c79fd-1e5f-5dc6-a259-614e941200cf"


def test_two_desks_that_spell_a_tag_alike_make_the_same_one():
    assert tag_id("theme", " Right to  WATER ") == tag_id("theme", "right to water")
    assert tag_id("theme", "e\u0301") == tag_id("theme", "é")
    assert tag_id("theme", "water") != tag_id("group", "water")
    assert joined_id("a", "bc") != joined_id("ab", "c")


@given(st.none() | keys, st.none() | keys)
def test_there_is_always_room_between_two_keys(low: str | None, high: str | None):
    if low is not None and high is not None and low >= high:
        if low == high:
            with pytest.raises(ValueError, match="no order key"):
                between(low, high)
            return
        low, high = high, low
    made = between(low, high)
    assert (low or "") < made
    assert high is None or made < high
    assert not made.endswith("0")


@given(st.lists(st.integers(0, 30), max_size=60))
def test_putting_records_anywhere_again_and_again_keeps_their_order(places: list[int]):
    order: list[str] = []
    for place in places:
        at = min(place, len(order))
        order.insert(at, between(order[at - 1] if at else None, order[at] if at < len(order) else None))
    assert order == sorted(order)
    assert len(set(order)) == len(order)


@pytest.mark.parametrize("count", [1, 2, 17, 35, 36, 600, 1300, 50_000])
def test_positions_are_in_order_with_room_between(count: int):
    made = positions(count)
    assert made == sorted(made)
    assert len(set(made)) == count
    assert not any(one.endswith("0") for one in made)
    assert between(None, made[0]) < made[0]


def test_a_list_that_grows_at_its_end_keeps_short_keys():
    key = None
    for _ in range(1000):
        key = between(key, None)
    assert key is not None
    assert len(key) < 40


def test_two_desks_that_follow_the_same_id_make_two():
    long_ago, last = datetime(1970, 1, 2, tzinfo=UTC), "01kzzzzzzzzzzzzzzzzzzzzzzz"
    one, other = (new_id(long_ago, after=last) for _desk in range(2))
    assert one != other
    assert min(one, other) > last
