"""Who is next: laws over any list and any decisions, and each rule with an example of its own."""

import dataclasses
import os
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.floor.rules.order import (
    FIRST,
    NO_PRECEDENCE,
    WAITING,
    Asking,
    Place,
    Precedence,
    asking,
    is_open,
    order,
    precedence,
    twice,
)
from hrdesk.floor.rules.reasons import Reason
from hrdesk.records import Delegation, FloorDecision, FloorRequest, FormatClass, FormatSegment, SessionFormat
from hrdesk.records.floor import STATES

LISTS = int(os.environ.get("HRDESK_HISTORIES", "150"))
"""On how many lists each law is tried."""

PANEL = ("dignitary", "group", "state", "observer_state", "united_nations", "nhri", "ngo", "other")
RULES = Precedence(
    {name: (0, rank) for rank, name in enumerate(PANEL)},
    (0, len(PANEL)),
    first_timers_first=True,
    nhri_after_state=True,
)


def request(place: int, speaker_class: str = "state", /, **fields: Any) -> FloorRequest:
    values = {
        "state": "inscribed",
        "queue": "floor",
        "number": 1,
        "position": f"{place:03}",
        "inscribed_at": f"2016-09-08T10:{place % 60:02}:00Z",
        **fields,
    }
    return FloorRequest(f"r{place:03}", speaker_class=speaker_class, **values)


def asks(place: int, speaker_class: str = "state", /, speaker: str = "", country: str = "", **fields: Any) -> Asking:
    return Asking(request(place, speaker_class, **fields), speaker or f"s{place}", country, a_status=True)


def decision(number: int, kind: str, **fields: Any) -> FloorDecision:
    return FloorDecision(f"d{number:03}", decision=kind, at=f"2016-09-08T11:{number % 60:02}:00.000Z", **fields)


def ids(places: tuple[Place, ...]) -> list[str]:
    return [place.request.id for place in places]


def numbers(places: tuple[Place, ...]) -> list[int]:
    return [int(place.request.id[1:]) for place in places]


def with_state(askings: list[Asking], one: str, **fields: Any) -> list[Asking]:
    return [
        dataclasses.replace(held, request=FloorRequest(one, **{**held.request.values(), **fields}))
        if held.request.id == one
        else held
        for held in askings
    ]


MOSTLY_WAITING = ("inscribed",) * 10 + ("confirmed",) * 3 + STATES
"""So that laws on those who wait are tried on lists in which somebody does."""


@st.composite
def lists(draw: st.DrawFn, *, states: tuple[str, ...] = MOSTLY_WAITING, couples: bool = True) -> list[Asking]:
    count = draw(st.integers(0, 10))
    return [
        asks(
            number,
            draw(st.sampled_from(PANEL)),
            speaker=f"s{draw(st.integers(0, 6))}",
            country=draw(st.sampled_from(("", "BRA", "KEN"))) if couples else "",
            state=draw(st.sampled_from(states)),
            late=draw(st.sampled_from((None, None, True))),
            lot=draw(st.sampled_from((None, None, 0, 1, 2, 3))),
            announced=draw(st.sampled_from((None, None, None, "1", "2"))),
            number=draw(st.sampled_from((1, 1, 1, 1, 1, 2))),
            queue=draw(st.sampled_from((*("floor",) * 7, "right_of_reply"))),
            position=draw(st.sampled_from(("1", "2", "3"))),
        )
        for number in range(count)
    ]


@st.composite
def decisions(draw: st.DrawFn) -> list[FloorDecision]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        one, other = (f"r{draw(st.integers(0, 9)):03}" for _ in range(2))
        kind = draw(st.sampled_from(("move", "move", "swap", "late_first", "draw", "limit")))
        fields: dict[str, Any] = {"request": one, "other": other}
        if kind == "move" and draw(st.booleans()):
            fields["other"] = None
        if kind == "draw":
            fields = {"drawn_from": f"{one} {other}"}
        found.append(decision(number, kind, **fields))
    return found


@settings(deadline=None, max_examples=LISTS)
@given(lists(), decisions(), st.sampled_from((1, 2)), st.sampled_from(("floor", "right_of_reply")))
def test_the_order_holds_each_who_waits_once_and_nobody_else(askings, decided, number, queue):
    places = ids(order(askings, RULES, decided, queue=queue, number=number, last="r000"))
    waiting = [
        one.request.id
        for one in askings
        if one.request.state in WAITING
        and one.request.queue == queue
        and (queue == "right_of_reply" or one.request.number <= number)
    ]
    assert sorted(places) == sorted(waiting)


@settings(deadline=None, max_examples=LISTS)
@given(lists(), decisions(), st.integers())
def test_the_order_does_not_depend_on_how_list_and_decisions_come_in(askings, decided, seed):
    chance = random.Random(seed)
    shuffled, others = list(askings), list(decided)
    chance.shuffle(shuffled)
    chance.shuffle(others)
    assert order(shuffled, RULES, others) == order(askings, RULES, decided)


@settings(deadline=None, max_examples=100)
@given(lists(couples=False), decisions(), st.data())
def test_who_leaves_the_list_moves_nobody(askings, decided, data):
    before = ids(order(askings, RULES, decided))
    if not before:
        return
    leaving = data.draw(st.sampled_from(before))
    state = data.draw(st.sampled_from(("withdrawn", "absent", "not_reached", "called")))
    after = ids(order(with_state(askings, leaving, state=state), RULES, decided))
    assert after == [one for one in before if one != leaving]


@settings(deadline=None, max_examples=LISTS)
@given(lists(), st.data())
def test_precedence_holds_unless_a_decision_says_otherwise(askings, data):
    rules = dataclasses.replace(RULES, nhri_after_state=False, first_timers_first=False)
    places = [one.request for one in order(askings, rules, ()) if not one.request.announced]
    ranked = [(one.lot == 0, rules.of(one)) for one in places]
    assert ranked == sorted(ranked)


@settings(deadline=None, max_examples=LISTS)
@given(lists(), decisions())
def test_who_was_announced_stands_in_front_as_it_was_announced_whatever_was_decided_before(askings, decided):
    places = [one.request for one in order(askings, RULES, decided)]
    told = [one for one in places if one.announced]
    assert places[: len(told)] == told
    assert [one.announced for one in told] == sorted(one.announced or "" for one in told)


@settings(deadline=None, max_examples=LISTS)
@given(lists(states=WAITING), decisions(), st.data())
def test_a_move_lands_where_it_was_asked(askings, decided, data):
    askings = [one for one in askings if one.request.announced is None]
    before = ids(order(askings, RULES, decided))
    if len(before) < 2:
        return
    one, other = data.draw(st.permutations(before).map(lambda found: found[:2]))
    moved = order(askings, RULES, [*decided, decision(50, "move", request=one, other=other)])
    with_it = [place.request.id for place in moved if Reason("after_state", one) in place.reasons]
    block = [one, *with_it]  # a State takes its institution along
    start = ids(moved).index(one)
    assert ids(moved)[start : start + len(block) + 1] == [*block, other]
    ended = order(askings, RULES, [*decided, decision(50, "move", request=one)])
    with_it = [place.request.id for place in ended if Reason("after_state", one) in place.reasons]
    assert ids(ended)[-len(with_it) - 1 :] == [one, *with_it]


@settings(deadline=None, max_examples=LISTS)
@given(lists(states=WAITING, couples=False), decisions(), st.data())
def test_a_swap_exchanges_two_places_and_twice_is_no_swap(askings, decided, data):
    askings = [one for one in askings if one.request.announced is None]
    before = ids(order(askings, RULES, decided))
    if len(before) < 2:
        return
    one, other = data.draw(st.permutations(before).map(lambda found: found[:2]))
    once = [*decided, decision(50, "swap", request=one, other=other)]
    after = ids(order(askings, RULES, once))
    assert after == [{one: other, other: one}.get(held, held) for held in before]
    assert ids(order(askings, RULES, [*once, decision(51, "swap", request=other, other=one)])) == before


@settings(deadline=None, max_examples=LISTS)
@given(lists(couples=False), decisions())
def test_decisions_on_those_who_are_gone_from_the_desk_do_no_harm(askings, decided):
    lost = [decision(40 + number, "swap", request="gone", other=one.request.id) for number, one in enumerate(askings)]
    assert ids(order(askings, RULES, [*decided, *lost])) == ids(order(askings, RULES, decided))


def test_dignitaries_and_groups_go_first_and_inside_a_class_the_order_is_that_of_inscription():
    askings = [asks(1, "ngo"), asks(2), asks(3, "group"), asks(4), asks(5, "dignitary"), asks(6, "nhri")]
    assert numbers(order(askings, RULES)) == [5, 3, 2, 4, 6, 1]


def test_without_a_format_the_order_is_that_of_inscription():
    askings = [asks(1, "ngo"), asks(2), asks(3, "dignitary", late=True)]
    places = order(askings, NO_PRECEDENCE)
    assert numbers(places) == [1, 2, 3]
    assert not any(place.is_proposed for place in places)
    assert places[0].reasons == (Reason("inscription"),)


def test_who_has_not_spoken_goes_before_who_has_also_in_the_second_round():
    askings = [
        asks(1, speaker="BRA", state="spoke"),
        asks(2, "dignitary", speaker="BRA", number=2),
        asks(3, "ngo", speaker="other", number=2),
    ]
    places = order(askings, RULES, number=2)
    assert numbers(places) == [3, 2]
    assert Reason("again") in places[1].reasons
    assert numbers(order(askings, dataclasses.replace(RULES, first_timers_first=False), number=2)) == [2, 3]


def test_who_was_left_over_from_the_first_round_waits_in_the_second():
    assert numbers(order([asks(1, number=2), asks(2, number=1)], RULES, number=2)) == [1, 2]
    assert numbers(order([asks(1, number=2), asks(2, number=1)], RULES, number=1)) == [2]


@pytest.mark.parametrize("speaker_class", FIRST)
def test_a_late_dignitary_or_group_is_proposed_and_stands_by_inscription_until_accepted(speaker_class: str):
    askings = [asks(1, announced="1"), asks(2, "ngo"), asks(3), asks(4, speaker_class, late=True)]
    places = order(askings, RULES)
    assert numbers(places) == [1, 3, 2, 4]
    assert [place.is_proposed for place in places] == [False, False, False, True]
    assert Reason("late", speaker_class) in places[3].reasons
    accepted = order(askings, RULES, [decision(1, "late_first", request="r004")])
    assert numbers(accepted) == [1, 4, 3, 2]
    assert not any(place.is_proposed for place in accepted)
    assert Reason("late_first") in accepted[1].reasons


def test_a_late_dignitary_who_was_announced_or_moved_is_not_proposed_any_more():
    askings = [asks(1), asks(4, "dignitary", late=True)]
    moved = order(askings, RULES, [decision(1, "move", request="r004", other="r001")])
    assert not any(place.is_proposed for place in moved)
    assert not any(place.is_proposed for place in order(with_state(askings, "r004", announced="1"), RULES))


def test_names_stand_in_the_sequence_in_which_they_were_announced():
    askings = [asks(1, announced="3"), asks(2, "ngo", announced="1"), asks(3, announced="2"), asks(4, "dignitary")]
    assert numbers(order(askings, RULES)) == [2, 3, 1, 4]


def test_the_institution_whose_state_was_called_out_of_turn_comes_next_all_the_same():
    askings = [asks(1), asks(2), asks(3, country="BRA", state="called"), asks(4, "nhri", country="BRA")]
    assert numbers(order(askings, RULES, last="r003")) == [4, 1, 2]


def test_a_swap_with_the_institution_that_follows_exchanges_the_two_as_they_are_seen():
    askings = [asks(1, country="BRA"), asks(2, "nhri", country="BRA"), asks(3), asks(4, "ngo")]
    assert numbers(order(askings, RULES)) == [1, 2, 3, 4]
    assert numbers(order(askings, RULES, [decision(1, "swap", request="r003", other="r002")])) == [1, 3, 2, 4]
    assert numbers(order(askings, RULES, [decision(1, "swap", request="r004", other="r002")])) == [1, 4, 3, 2]
    assert numbers(order(askings, RULES, [decision(1, "swap", request="r002", other="r001")])) == [2, 1, 3, 4]


def test_of_two_late_dignitaries_the_one_accepted_first_speaks_first():
    askings = [asks(1), asks(2, "dignitary", late=True), asks(3, "dignitary", late=True)]
    decided = [decision(1, "late_first", request="r003"), decision(2, "late_first", request="r002")]
    assert numbers(order(askings, RULES, decided)) == [3, 2, 1]


def test_a_late_state_is_nothing_special():
    places = order([asks(1, "ngo"), asks(2, late=True)], RULES)
    assert numbers(places) == [2, 1]
    assert not places[0].is_proposed


def test_a_name_that_was_announced_is_not_overtaken_by_a_higher_class():
    askings = [asks(1, "ngo", announced="1"), asks(2, "ngo", announced="2"), asks(3, "dignitary")]
    assert numbers(order(askings, RULES)) == [1, 2, 3]


def test_lots_order_a_class_and_who_was_not_drawn_comes_after_all_who_were():
    askings = [asks(1, lot=0), asks(2, "ngo", lot=1), asks(3, lot=3), asks(4, lot=2), asks(5, "dignitary")]
    places = order(askings, RULES)
    assert numbers(places) == [5, 4, 3, 2, 1]
    assert Reason("lot", "2") in places[1].reasons
    assert Reason("not_drawn") in places[4].reasons


def test_moves_of_those_who_took_part_in_a_draw_end_with_it_and_a_swap_after_it_counts():
    askings = [asks(1, lot=1), asks(2, lot=2), asks(3, "group")]
    moved = decision(1, "move", request="r002", other="r001")
    kept = decision(2, "move", request="r003")
    drawn = decision(3, "draw", drawn_from="r001 r002")
    swapped = decision(4, "swap", request="r001", other="r002")
    assert numbers(order(askings, RULES, [moved])) == [3, 2, 1]
    assert numbers(order(askings, RULES, [moved, kept, drawn])) == [1, 2, 3]
    assert numbers(order(askings, RULES, [moved, kept, drawn, swapped])) == [2, 1, 3]


def test_a_national_institution_of_a_status_goes_directly_after_its_state_that_waits():
    askings = [asks(1, country="BRA"), asks(2, country="KEN"), asks(3, "ngo"), asks(4, "nhri", country="BRA")]
    places = order(askings, RULES)
    assert numbers(places) == [1, 4, 2, 3]
    assert Reason("after_state", "r001") in places[1].reasons
    assert numbers(order(askings, dataclasses.replace(RULES, nhri_after_state=False))) == [1, 2, 4, 3]
    without = [dataclasses.replace(one, a_status=False) for one in askings]
    assert numbers(order(without, RULES)) == [1, 2, 4, 3]


def test_a_national_institution_goes_with_its_state_that_is_moved_and_stands_alone_once_it_is_moved_itself():
    askings = [asks(1, country="BRA"), asks(2), asks(3), asks(4, "nhri", country="BRA")]
    assert numbers(order(askings, RULES, [decision(1, "move", request="r001")])) == [2, 3, 1, 4]
    alone = [decision(1, "move", request="r004", other="r003"), decision(2, "move", request="r001")]
    assert numbers(order(askings, RULES, alone)) == [2, 4, 3, 1]


def test_a_national_institution_is_next_while_its_state_speaks_or_just_spoke_but_not_later():
    askings = [
        asks(1, country="BRA", state="speaking"),
        asks(2, announced="1"),
        asks(3),
        asks(4, "nhri", country="BRA"),
    ]
    assert numbers(order(askings, RULES, last="r001")) == [2, 4, 3]
    spoke = with_state(askings, "r001", state="spoke")
    assert numbers(order(spoke, RULES, last="r001")) == [2, 4, 3]
    assert numbers(order(spoke, RULES, last="r002")) == [2, 3, 4]


def test_who_comes_after_a_move_to_the_end_stands_behind_it_and_before_it_by_class():
    decided = [decision(0, "move", request="r001")]  # at 11:00
    askings = [asks(1), asks(2, "ngo"), asks(3, "ngo", inscribed_at="2016-09-08T11:30:00Z")]
    assert numbers(order(askings, RULES, decided)) == [2, 1, 3]
    assert numbers(order([*askings, asks(4, inscribed_at="2016-09-08T11:30:00Z")], RULES, decided)) == [4, 2, 1, 3]


def test_each_reason_says_why_with_the_strongest_first():
    askings = [asks(1), asks(2, "ngo")]
    places = order(askings, RULES, [decision(1, "swap", request="r001", other="r002")])
    assert places[0].reasons == (Reason("swap", "r001"), Reason("class", "ngo"), Reason("inscription"))
    assert places[1].reasons == (Reason("swap", "r002"), Reason("class", "state"), Reason("inscription"))


FORMAT = SessionFormat("f", first_timers_first=True)
SEGMENTS = [
    FormatSegment("b", session_format="f", segment_kind="floor_round", position="2"),
    FormatSegment("a", session_format="f", segment_kind="floor_round", position="1"),
]


def a_class(speaker_class: str, position: str, segment: str | None = None) -> FormatClass:
    return FormatClass(f"{segment}{speaker_class}", speaker_class=speaker_class, position=position, segment=segment)


def test_a_segment_with_classes_of_its_own_is_closed_to_others_until_theirs_comes():
    classes = [a_class("state", "1", "a"), a_class("united_nations", "1", "a"), a_class("ngo", "1", "b")]
    askings = [asks(1, "ngo"), asks(2, "united_nations"), asks(3), asks(4, "academia")]
    first = order(askings, precedence(FORMAT, SEGMENTS, classes, "a"))
    assert numbers(first) == [2, 3, 1, 4]  # one rank for the two of the first segment
    assert [place.is_later for place in first] == [False, False, True, True]
    assert [place.is_later for place in order([asks(1, "academia")], precedence(FORMAT, SEGMENTS, classes, "b"))] == [
        True
    ]
    second = order(askings, precedence(FORMAT, SEGMENTS, classes, "b"))
    assert numbers(second)[0] == 1
    assert precedence(FORMAT, SEGMENTS, classes) == precedence(FORMAT, SEGMENTS, classes, "a")


def test_a_class_that_a_format_does_not_name_speaks_last_of_all():
    rules = precedence(FORMAT, SEGMENTS, [a_class("ngo", "2"), a_class("state", "1")], "a")
    places = order([asks(1, "academia"), asks(2, "ngo"), asks(3)], rules)
    assert numbers(places) == [3, 2, 1]
    assert not any(place.is_later for place in places)


def test_the_list_is_open_until_it_is_closed_and_again_when_it_is_opened():
    closed, opened = decision(1, "close_list"), decision(2, "open_list")
    assert is_open([])
    assert not is_open([closed])
    assert is_open([opened, closed])


def test_a_delegation_is_one_speaker_whoever_speaks_for_it_but_apart_from_its_group():
    brazil = Delegation("bra", code="BRA")
    alone = asking(FloorRequest("1", delegation="bra"))
    person = asking(FloorRequest("2", person="p"), brazil)
    other = asking(FloorRequest("3", person="q"), brazil)
    group = asking(FloorRequest("4", delegation="bra", statement="group", on_behalf_of="GRULAC"), brazil)
    assert alone.speaker == person.speaker == other.speaker != group.speaker
    assert twice([alone, person, group], alone) == ("2",)
    assert twice([person, other], person) == ()
    assert group.country == "BRA"


def test_a_speaker_known_by_words_alone_is_known_again_whatever_the_case():
    one, same = (
        FloorRequest(number, speaker_label=words) for number, words in (("1", "Ombudsman  Ñ"), ("2", "ombudsman n"))
    )
    assert twice([asking(one), asking(same)], asking(one)) == ("2",)


def test_who_withdrew_or_was_absent_may_ask_again():
    held = [asks(1, speaker="x", state=state) for state in ("withdrawn", "absent", "not_reached")]
    assert twice(held, asks(9, speaker="x")) == ()
    assert twice([asks(1, speaker="x", state="spoke")], asks(9, speaker="x")) == ("r001",)
    assert twice([asks(1, speaker="x", number=2)], asks(9, speaker="x")) == ()
