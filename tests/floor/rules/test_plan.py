"""Planned against actual: what decisions make of a plan, what it still takes, and how it is shortened."""

from hypothesis import given
from hypothesis import strategies as st

from hrdesk.floor.rules.limits import limits
from hrdesk.floor.rules.plan import Leg, droppable, replayed, seconds_of, shrunk
from hrdesk.records import FloorDecision, FormatClass

MINUTE = 60_000
PANEL = [
    Leg(name, minutes * MINUTE, minutes * MINUTE, round=number)
    for name, minutes, number in (
        ("opening", 60, 0),
        ("round 1", 45, 1),
        ("replies 1", 15, 0),
        ("round 2", 45, 2),
        ("replies 2", 15, 0),
    )
]


def leg(one: Leg, state: str, used: int = 0) -> Leg:
    return Leg(one.id, one.planned, one.allowed, used, state, one.round)


def decision(number: int, kind: str, segment: str = "s", amount: int | None = None, **more: str) -> FloorDecision:
    return FloorDecision(
        f"d{number}", decision=kind, segment=segment, amount=amount, at=f"2026-11-20T10:{number:02}", **more
    )


def test_what_is_over_takes_no_more_and_what_goes_on_takes_what_is_left_of_it():
    assert [one.ahead // MINUTE for one in PANEL] == [60, 45, 15, 45, 15]
    assert leg(PANEL[0], "done", 70 * MINUTE).ahead == leg(PANEL[0], "dropped").ahead == 0
    assert leg(PANEL[1], "running", 10 * MINUTE).ahead == 35 * MINUTE
    assert leg(PANEL[0], "running", 70 * MINUTE).ahead == Leg("talk").ahead == 0


def test_a_start_twelve_minutes_late_shortens_every_segment_in_proportion():
    assert shrunk(PANEL, 168 * MINUTE) == {
        "opening": 56 * 60,
        "round 1": 42 * 60,
        "replies 1": 14 * 60,
        "round 2": 42 * 60,
        "replies 2": 14 * 60,
    }


def test_of_the_segment_that_goes_on_only_what_is_left_is_shortened():
    going = [leg(PANEL[0], "done"), leg(PANEL[1], "running", 15 * MINUTE), PANEL[2]]
    assert shrunk(going, 30 * MINUTE) == {"round 1": (15 + 20) * 60, "replies 1": 10 * 60}


def test_what_fits_or_has_no_time_at_all_is_not_shortened():
    assert shrunk(PANEL, 180 * MINUTE) == {}
    assert shrunk(PANEL, 0) == {}


def test_only_a_second_round_that_has_not_begun_can_be_dropped():
    assert droppable(PANEL) == PANEL[3]
    assert droppable([*PANEL[:3], leg(PANEL[3], "running")]) is None
    assert droppable(PANEL[:3]) is None
    assert droppable([Leg("a", 1, 1, round=1), Leg("b", 1, 1, round=1)]) is None


def test_decisions_on_a_segment_are_replayed_in_the_order_of_their_time():
    extended, short = decision(2, "extend_segment", amount=300), decision(1, "shrink", amount=1_200)
    assert seconds_of("s", 45, [extended, short]) == (1_500, False)
    assert seconds_of("s", 45, [decision(3, "shrink", amount=600), extended]) == (600, False)
    assert seconds_of("s", 45, [decision(1, "drop_round")]) == (2_700, True)
    assert seconds_of("s", 45, [decision(1, "drop_round"), extended]) == (3_000, False)
    assert seconds_of("other", 45, [short]) == (2_700, False)
    assert seconds_of("s", None, [extended]) == (None, False)


def test_a_limit_holds_for_all_from_the_floor_until_a_class_has_one_of_its_own():
    classes = [
        FormatClass("1", speaker_class="state", seconds=180),
        FormatClass("2", speaker_class="ngo", seconds=120),
        FormatClass("3", speaker_class="panellist", seconds=300),
        FormatClass("4", segment="s", speaker_class="ngo", seconds=90),
    ]
    for_all = decision(1, "limit", segment="", amount=60)
    of_class = decision(2, "limit", segment="", amount=100, speaker_class="ngo")
    assert [limits(classes, None, []).of(one) for one in ("state", "ngo", "panellist", "nhri")] == [180, 120, 300, None]
    assert [limits(classes, "s", []).of(one) for one in ("state", "ngo")] == [None, 90]
    assert [limits(classes, None, [for_all]).of(one) for one in ("state", "ngo", "nhri")] == [60, 60, 60]
    assert limits(classes, None, [for_all]).of("panellist") == 300
    assert [limits(classes, None, [of_class, for_all]).of(one) for one in ("state", "ngo")] == [60, 100]
    later = decision(3, "limit", segment="", amount=45)
    assert limits(classes, None, [for_all, of_class, later]).of("ngo") == 45


@given(
    st.lists(
        st.tuples(st.integers(1, 90), st.integers(0, 90), st.sampled_from(["to_come", "running", "done"])), max_size=6
    ),
    st.integers(1, 400),
)
def test_a_shortened_plan_ends_in_time_and_lengthens_nothing(told: list[tuple[int, int, str]], available: int):
    legs = [
        Leg(str(place), planned * MINUTE, planned * MINUTE, used * MINUTE if state != "to_come" else 0, state)
        for place, (planned, used, state) in enumerate(told)
    ]
    wanted = shrunk(legs, available * MINUTE)
    after = [
        Leg(one.id, one.planned, wanted[one.id] * 1000, one.used, one.state) if one.id in wanted else one
        for one in legs
    ]
    before = sum(one.ahead for one in legs)
    assert sum(one.ahead for one in after) <= max(available * MINUTE, 0) or not wanted
    assert bool(wanted) == (before > available * MINUTE)
    assert all(new.ahead <= old.ahead for new, old in zip(after, legs, strict=True))


@given(
    st.permutations(
        [decision(1, "shrink", amount=10), decision(2, "extend_segment", amount=5), decision(3, "drop_round")]
    )
)
def test_the_order_in_which_decisions_are_read_says_nothing(told: list[FloorDecision]):
    assert [one.id for one in replayed(told)] == ["d1", "d2", "d3"]
    assert seconds_of("s", 45, told) == (15, True)
