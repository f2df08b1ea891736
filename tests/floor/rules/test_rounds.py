"""Who waits over several rounds."""

from hrdesk.floor.rules.order import NO_PRECEDENCE, Asking
from hrdesk.floor.rules.reasons import Reason
from hrdesk.floor.rules.rounds import speaks_in, waiting
from hrdesk.records import FloorRequest


def asking(name: str, number: int | None = None, queue: str = "floor") -> Asking:
    return Asking(FloorRequest(id=name, position=name, number=number, queue=queue, state="inscribed"), name)


def waits(*askings: Asking, queue: str = "floor", number: int = 1) -> list[str]:
    found = waiting(askings, NO_PRECEDENCE, (), queue=queue, number=number, last=None)
    return [one.request.id for one in found]


def test_who_was_put_down_for_a_later_round_stands_behind_all_of_this_one():
    asked = (asking("a", 3), asking("b", 2), asking("c", 1), asking("d"))
    assert waits(*asked) == ["c", "d", "b", "a"]
    assert waits(*asked, number=2) == ["b", "c", "d", "a"]


def test_each_queue_has_its_own():
    asked = (asking("a"), asking("b", queue="panel_reply"), asking("c", 2, "panel_reply"))
    assert waits(*asked, queue="panel_reply") == ["b", "c"]
    assert waits(*asked, queue="right_of_reply") == []


def test_who_was_not_drawn_or_has_another_segment_does_not_speak_in_this_round():
    request = FloorRequest(id="a", number=1)
    assert speaks_in(1, request, ())
    assert speaks_in(2, request, (Reason("again"),))
    assert not speaks_in(1, FloorRequest(id="a", number=2), ())
    assert not speaks_in(1, request, (Reason("not_drawn"),))
    assert not speaks_in(1, request, (Reason("later"),))
