"""What the chair decides: recorded with time and sentence, holding from then on, and taken back by undo."""

from collections.abc import Iterator

import pytest

from hrdesk.errors import Refused
from hrdesk.floor.queries import picture
from hrdesk.records import Floor
from tests.floor.chairing import Chaired

SENTENCE = "As the chair put it."


@pytest.fixture
def chaired() -> Iterator[Chaired]:
    made = Chaired()
    yield made
    made.close()


def planned(chaired: Chaired) -> list[int | None]:
    return [one.clock.seconds and one.clock.seconds // 60 for one in chaired.seen.stretches]


def test_a_limit_holds_for_those_who_have_not_begun(chaired: Chaired):
    first, second = chaired.inscribe("FRA", "CHN")
    chaired.begin_round()
    chaired.floor("call-next")
    chaired.floor("start")
    chaired.floor("set-limit", seconds=60)
    current = chaired.seen.current
    assert current is not None
    assert (current.speaker.request.id, current.clock.seconds) == (first, 120)
    assert chaired.line(second).seconds == 60
    chaired.floor("next")
    chaired.floor("start")
    current = chaired.seen.current
    assert current is not None
    assert current.clock.seconds == 60


def test_a_limit_for_a_class_leaves_the_others_as_they_are(chaired: Chaired):
    state = chaired.inscribe("FRA")[0]
    ngo = chaired.floor("inscribe", label="An organisation", speaker_class="ngo")["id"]
    chaired.floor("set-limit", seconds=90, speaker_class="ngo", text=SENTENCE)
    assert (chaired.line(state).seconds, chaired.line(ngo).seconds) == (120, 90)
    (told,) = chaired.decisions("limit")
    assert (told.amount, told.speaker_class, told.text) == (90, "ngo", SENTENCE)
    assert told.at == "2016-11-09T09:00:00.000Z"
    chaired.desk.undo()
    assert chaired.line(ngo).seconds == 120
    assert chaired.decisions("limit") == []


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        ({"seconds": 0}, "at least one second"),
        ({"seconds": 90_000}, "a day"),
        ({"seconds": 60, "speaker_class": "x"}, "class"),
    ],
)
def test_a_limit_that_is_none_is_refused(chaired: Chaired, arguments: dict[str, object], why: str):
    with pytest.raises(Refused, match=why):
        chaired.floor("set-limit", **arguments)


def test_a_segment_gets_more_time(chaired: Chaired):
    with pytest.raises(Refused, match="No segment goes on"):
        chaired.floor("extend-segment", minutes=5)
    chaired.floor("begin-segment")
    chaired.floor("extend-segment", minutes=5)
    assert planned(chaired) == [65, 45, 15, 45, 15]
    chaired.floor("extend-segment", minutes=10, segment=chaired.seen.stretches[3].segment.id)
    assert planned(chaired) == [65, 45, 15, 55, 15]
    for arguments in ({"minutes": 0}, {"minutes": 1_441}, {"minutes": 5, "segment": "elsewhere"}):
        with pytest.raises(Refused):
            chaired.floor("extend-segment", **arguments)
    chaired.floor("choose-format", format="workshop")
    with pytest.raises(Refused, match="no time set"):
        chaired.floor("extend-segment", minutes=5, segment=chaired.seen.stretches[0].segment.id)


def test_what_is_not_offered_is_refused_and_nothing_is_recorded(chaired: Chaired):
    chaired.inscribe_many(2)
    for kind in ("draw", "shrink", "shift", "drop_round", "dance"):
        with pytest.raises(Refused):
            chaired.floor("pick-option", kind=kind)
    assert chaired.seen.decisions == ()


def test_a_picked_limit_is_recorded_in_the_sentence_that_was_read(chaired: Chaired):
    chaired.inscribe_many(31)
    chaired.begin_round()
    chaired.floor("pick-option", kind="limit", seconds=85)
    (told,) = chaired.decisions("limit")
    assert (told.amount, told.text) == (85, "85 seconds each: all 31 fit, end 10:43.")
    assert chaired.kinds() == ["as_it_is", "close_list"]
    chaired.desk.undo()
    chaired.floor("pick-option", kind="limit", seconds=85, text=SENTENCE)
    assert chaired.decisions("limit")[0].text == SENTENCE


def test_a_limit_that_the_chair_says_aloud_holds_even_where_it_was_not_offered(chaired: Chaired):
    chaired.inscribe_many(2)
    chaired.floor("pick-option", kind="limit", seconds=75)
    assert {line.seconds for line in chaired.seen.waiting} == {75}
    assert chaired.decisions("limit")[0].text == "75 seconds each: all 2 fit, end 11:02."
    with pytest.raises(Refused, match="not offered"):
        chaired.floor("pick-option", kind="limit")
    with pytest.raises(Refused):
        chaired.floor("pick-option", kind="limit", seconds=0)


def test_who_has_less_already_keeps_it_when_the_limit_is_cut(chaired: Chaired):
    chaired.floor("set-limit", seconds=60, speaker_class="ngo")
    ngo = chaired.floor("inscribe", label="An organisation", speaker_class="ngo")["id"]
    states = chaired.inscribe_many(40)
    chaired.begin_round()
    chaired.floor("pick-option", kind="limit", seconds=90)
    assert (chaired.line(ngo).seconds, chaired.line(states[0]).seconds) == (60, 90)
    cuts = chaired.decisions("limit")[1:]
    assert [one.text for one in cuts] == [cuts[0].text, *[None] * (len(cuts) - 1)]
    assert (cuts[0].text or "").startswith("At most 90 seconds each:")
    with pytest.raises(Refused, match="already"):
        chaired.floor("pick-option", kind="limit", seconds=90)


def test_lots_are_drawn_for_so_many_as_fit_with_those_who_go_first(chaired: Chaired):
    group = chaired.floor("inscribe", label="A group", speaker_class="group")["id"]
    chaired.inscribe_many(30)
    chaired.begin_round()
    chaired.floor("pick-option", kind="draw")
    seen = chaired.seen
    assert seen.waiting[0].speaker.request.id == group
    assert sum(bool(line.speaker.request.lot) for line in seen.waiting) == 21
    assert [line.fits for line in seen.waiting] == [True] * 22 + [False] * 9
    assert chaired.option("as_it_is").waiting == 22
    (told,) = chaired.decisions("draw")
    assert told.text == "Draw lots: 22 of 31 speak, end 10:44."


def test_where_those_who_go_first_fill_the_time_no_lots_are_drawn(chaired: Chaired):
    chaired.inscribe_many(22, speaker_class="group")
    chaired.inscribe_many(5)
    chaired.begin_round()
    with pytest.raises(Refused, match="go first"):
        chaired.floor("pick-option", kind="draw")


def test_the_list_is_closed_with_its_sentence(chaired: Chaired):
    chaired.inscribe_many(3)
    chaired.begin_round()
    chaired.floor("pick-option", kind="close_list")
    assert not chaired.seen.list_is_open
    assert chaired.decisions("close_list")[0].text == "Close the list now: all 3 fit, end 10:06."
    assert chaired.kinds() == ["as_it_is"]


def test_to_go_on_as_it_is_is_a_decision_too(chaired: Chaired):
    chaired.inscribe_many(31)
    chaired.begin_round()
    chaired.floor("pick-option", kind="as_it_is")
    assert chaired.decisions("other")[0].text == "2 minutes each: 22 of 31 fit, end 10:44."


@pytest.fixture
def late(chaired: Chaired) -> Chaired:
    """Begin twelve minutes late."""
    chaired.floor("set-floor", hard_end="2016-11-09T12:00:00Z")
    chaired.clock.wait(12 * 60)
    return chaired


def test_all_that_is_ahead_is_shortened_in_proportion(late: Chaired):
    late.floor("pick-option", kind="shrink")
    assert planned(late) == [56, 42, 14, 42, 14]
    told = late.decisions("shrink")
    assert [one.text for one in told] == [told[0].text, None, None, None, None]
    assert "in proportion" in (told[0].text or "")
    assert "shrink" not in late.kinds()


def test_the_session_ends_later(late: Chaired):
    late.floor("pick-option", kind="shift")
    assert late.desk.reader.every(Floor)[0].hard_end == "2016-11-09T12:12:00Z"
    assert late.decisions("shift")[0].amount == 720
    assert late.option("as_it_is").over == 0
    late.desk.undo()
    assert late.option("as_it_is").over == 720_000


def test_the_second_round_is_dropped_and_who_was_put_down_for_it_waits_in_the_first(late: Chaired):
    first = late.inscribe_many(1)
    second = late.inscribe_many(2, number=2)
    assert late.option("drop_round").over < 0
    late.floor("pick-option", kind="drop_round")
    assert [one.state for one in late.seen.stretches] == ["to_come"] * 3 + ["dropped", "to_come"]
    assert late.waiting == [*first, *second]
    assert late.option("as_it_is").waiting == 3
    assert "drop_round" not in late.kinds()
    late.desk.undo()
    assert late.option("as_it_is").waiting == 1


def test_two_desks_that_decided_agree_once_they_have_met(chaired: Chaired):
    chaired.inscribe_many(3)
    other = Chaired(1)
    other.desk.take(chaired.desk.changes())
    other.session = chaired.session
    chaired.floor("set-limit", seconds=90)
    other.clock.wait(60)
    other.floor("set-limit", seconds=60)
    other.floor("begin-segment")
    other.floor("extend-segment", minutes=5)
    chaired.desk.take(other.desk.changes())
    other.desk.take(chaired.desk.changes())
    now = other.clock.moment()
    here, there = (picture(one.desk.reader, chaired.session, now) for one in (chaired, other))
    assert here == there
    assert {line.seconds for line in here.waiting} == {60}
    other.close()


def test_a_question_to_a_panellist_is_kept_for_the_replies(chaired: Chaired):
    panellist = chaired.do("add", kind="person", affiliation="A regional mechanism")["id"]
    (made,) = chaired.inscribe("FRA")
    chaired.floor("call-next")
    asked = chaired.floor("ask-panellist", panellist=panellist, text=" Who follows up? ")["id"]
    (question,) = chaired.seen.questions
    assert (question.id, question.text, question.request, question.answered) == (asked, "Who follows up?", made, False)
    told = []
    for answered in (True, False):
        chaired.do("answer-question", question=asked, answered=answered)
        told += [one.answered for one in chaired.seen.questions]
    assert told == [True, False]
    for arguments in ({"text": " "}, {"panellist": "nobody"}, {"request": "nothing"}):
        with pytest.raises(Refused):
            chaired.floor("ask-panellist", **{"panellist": panellist, "text": "x", **arguments})
