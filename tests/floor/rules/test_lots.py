"""Drawing lots: anyone who has the seed and the ids gets the same, and nobody is favoured."""

from collections import Counter
from hashlib import sha256

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.floor.rules.lots import lots_of, replay

IDS = st.lists(st.text("abcdef0123456789", min_size=1, max_size=6), unique=True, max_size=30)


@settings(deadline=None, max_examples=60)
@given(IDS, st.text(max_size=10), st.randoms(use_true_random=False))
def test_a_draw_is_the_same_whatever_order_the_ids_come_in(ids: list[str], seed: str, chance):
    shuffled = list(ids)
    chance.shuffle(shuffled)
    assert replay(seed, ids, 13) == replay(seed, shuffled, 13) == replay(seed, [*shuffled, *ids], 13)


@settings(deadline=None, max_examples=60)
@given(IDS, st.text(max_size=10), st.integers(0, 40))
def test_as_many_are_drawn_as_asked_and_a_larger_draw_begins_with_the_smaller(ids: list[str], seed: str, number: int):
    drawn = replay(seed, ids, number)
    assert len(drawn) == min(number, len(ids))
    assert set(drawn) <= set(ids)
    assert replay(seed, ids)[: len(drawn)] == drawn
    assert sorted(replay(seed, ids)) == sorted(ids)


def test_the_draw_can_be_done_by_hand_with_any_tool_that_knows_sha_256():
    ids = ["one", "two", "three", "four"]
    by_hand = sorted(ids, key=lambda one: sha256(b"the seed\n" + one.encode()).hexdigest())
    assert replay("the seed", ids) == tuple(by_hand)


def test_a_draw_stays_the_same_in_every_version():
    """Lots that were drawn in a room are replayed years later: this order must never change."""
    assert replay("2016-09-08", ["a", "b", "c", "d", "e"]) == ("d", "a", "c", "b", "e")


def test_another_seed_draws_others_and_everybody_is_drawn_about_as_often():
    ids = [f"request-{number}" for number in range(20)]
    drawn = Counter(one for seed in range(2000) for one in replay(str(seed), ids, 13))
    assert set(drawn) == set(ids)
    assert all(abs(count - 1300) < 130 for count in drawn.values())  # six standard deviations of a fair draw


def test_the_lots_of_a_draw_are_those_of_its_replay_and_who_was_not_drawn_has_none():
    ids = ["a", "b", "c", "d", "e"]
    found = lots_of("2016-09-08", " ".join(ids), 3)
    assert sorted(ids, key=lambda one: found[one] or 9)[:3] == list(replay("2016-09-08", ids, 3))
    assert sorted(found.values()) == [0, 0, 1, 2, 3]
