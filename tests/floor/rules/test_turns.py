"""Whose turn it is follows from interventions, marks and requests, in whatever order they arrived."""

from hypothesis import given
from hypothesis import strategies as st

from hrdesk.floor.rules.turns import current, last, running_segment, standings
from hrdesk.records import FloorMark, Intervention


def turn(number: int) -> Intervention:
    return Intervention(f"i{number}", session="s", request=f"r{number}")


def marks_of(number: int, *words: str) -> list[FloorMark]:
    return [FloorMark(f"i{number}m{at}", mark=word, intervention=f"i{number}") for at, word in enumerate(words)]


def test_a_turn_is_called_speaking_paused_ended():
    for words, state in (
        ((), "called"),
        (("extend",), "called"),
        (("start",), "speaking"),
        (("start", "pause"), "paused"),
        (("start", "pause", "resume"), "speaking"),
        (("start", "pause", "confirm"), "paused"),
        (("start", "stop"), "ended"),
        (("start", "stop", "resume"), "ended"),
    ):
        [found] = standings([turn(1)], marks_of(1, *words), {"r1": "called"})
        assert found.state == state
        assert found.is_open == (state != "ended")
        assert found.has_begun == (state != "called")


def test_who_was_called_and_is_absent_has_no_turn():
    found = standings([turn(1), turn(2)], marks_of(1, "start", "stop"), {"r1": "spoke", "r2": "absent"})
    assert [one.state for one in found] == ["ended", "void"]
    assert current(found) is None
    assert last(found) == found[0]


def test_of_two_calls_the_last_counts():
    found = standings([turn(1), turn(2)], [], {"r1": "called", "r2": "called"})
    assert [one.state for one in found] == ["void", "called"]
    assert current(found) == found[1]


def test_who_was_called_by_another_desk_has_the_next_turn_after_who_speaks_here():
    states = {"r1": "called", "r2": "speaking"}
    found = standings([turn(1), turn(2)], marks_of(2, "start"), states)
    assert current(found) == found[1]
    found = standings([turn(1), turn(2)], marks_of(2, "start", "stop"), states)
    assert current(found) == last(found) == found[0]


def test_of_two_who_speak_after_a_merge_the_last_called_has_the_floor():
    found = standings([turn(2), turn(1)], marks_of(1, "start") + marks_of(2, "start"), {})
    assert [one.intervention.id for one in (current(found),) if one] == ["i2"]
    found = standings([turn(2), turn(1)], marks_of(1, "start") + marks_of(2, "start", "stop"), {})
    assert [one.intervention.id for one in (current(found),) if one] == ["i1"]


def test_nobody_has_the_floor_where_nobody_was_called():
    assert (current([]), last([])) == (None, None)


def test_the_segment_that_began_last_and_has_not_ended_goes_on():
    def mark(number: int, segment: str, word: str, intervention: str | None = None) -> FloorMark:
        return FloorMark(f"m{number}", mark=word, segment=segment, intervention=intervention)

    assert running_segment([]) is None
    first = [mark(1, "a", "start"), mark(2, "b", "start")]
    assert running_segment(first) == "b"
    assert running_segment([*first, mark(3, "b", "pause")]) == "b"
    assert running_segment([*first, mark(3, "b", "stop")]) == "a"
    assert running_segment([mark(1, "a", "gavel"), mark(2, "b", "start", "i1")]) is None
    reopened = [mark(1, "a", "start"), mark(2, "a", "pause"), mark(3, "b", "start"), mark(4, "b", "stop")]
    assert running_segment([*reopened, mark(5, "a", "resume")]) == "a"


@given(st.data())
def test_the_order_of_arrival_says_nothing(data: st.DataObject):
    count = data.draw(st.integers(0, 5))
    words = st.lists(st.sampled_from(("start", "pause", "resume", "stop", "extend")), max_size=4)
    marks = [mark for number in range(count) for mark in marks_of(number, *data.draw(words))]
    states = {f"r{number}": data.draw(st.sampled_from(("called", "spoke", "inscribed"))) for number in range(count)}
    turns = [turn(number) for number in range(count)]
    told = standings(turns, marks, states)
    assert standings(data.draw(st.permutations(turns)), data.draw(st.permutations(marks)), states) == told
