"""The order of the rapporteur's report: wherever a point is moved, it stands there, and nothing is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.report_rules import LEAST_SIGNS, MOST_SIGNS, in_report_order, in_short, new_places
from hrdesk.records import ReportPoint

ITEMS = [f"item{number}" for number in range(6)]


@given(
    st.dictionaries(st.sampled_from(ITEMS), st.sampled_from(["1", "2", "i", "z"])),
    st.lists(st.tuples(st.sampled_from(ITEMS), st.integers(0, 5)), max_size=8),
)
@settings(deadline=None, max_examples=80)
def test_a_point_stands_where_it_was_moved(given_keys: dict[str, str], moves: list[tuple[str, int]]):
    places = {item: ReportPoint(item, item=item, position=key) for item, key in given_keys.items()}
    for moved, at in moves:
        order = [one for one in in_report_order(ITEMS, places) if one != moved]
        order.insert(at, moved)
        for item, key in new_places(order, places, moved).items():
            places[item] = ReportPoint(item, item=item, position=key)
        assert in_report_order(ITEMS, places) == order


@given(st.text("ab .!?。…", max_size=600))
@settings(deadline=None, max_examples=80)
def test_what_is_said_in_short_begins_as_the_text_does_and_tells_where_it_is_cut(text: str):
    whole = " ".join(text.split())
    told = in_short(text)
    assert len(told) <= MOST_SIGNS + LEAST_SIGNS
    assert told == whole or (told.endswith("…") and whole.startswith(told.removesuffix("…").rstrip()))
