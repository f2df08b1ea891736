"""Two desks act on one floor, and what a journal may hold: the picture never fails, and both see the same."""

import dataclasses
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.floor import speaking
from hrdesk.floor.line_up import line_up
from hrdesk.floor.picture import Picture
from hrdesk.floor.queries import picture
from hrdesk.floor.reckoning import balance_of, legs_of
from hrdesk.floor.rules.lots import replay
from hrdesk.floor.sentences import sentence
from hrdesk.floor.tables import rows
from hrdesk.language.words import words_for
from hrdesk.records import Session
from hrdesk.records.moment import Moment
from hrdesk.store.change import Change
from tests.floor.chairing import Chaired
from tests.floor.clocks import FakeClock
from tests.store.desks import MemoryDesk

RARE = "Quetzalcoatlus"
"""A word that no other text holds: whatever names the protected person holds it."""


def spare_of(chaired: Chaired) -> Chaired:
    """Give a second laptop that took in all there is of the first."""
    spare = Chaired.__new__(Chaired)
    spare.desk = MemoryDesk(1)
    spare.clock = FakeClock(chaired.clock.wall, "run of the spare laptop", 777)
    spare.desk.clock = spare.clock  # type: ignore[method-assign]
    spare.session = chaired.session
    spare.desk.take(chaired.desk.changes())
    return spare


def meet(one: Chaired, other: Chaired) -> Picture:
    """Merge both ways and give the picture, which is the same on both."""
    held = one.desk.changes()
    one.desk.take(other.desk.changes())
    other.desk.take(held)
    now = one.clock.moment()
    seen = picture(one.desk.reader, one.session, now)
    assert seen == picture(other.desk.reader, one.session, now)
    return seen


def everybody(seen: Picture) -> set[str]:
    """Name all requests that the moderator can see somewhere."""
    lines = (*seen.waiting, *seen.replies, *seen.rights, *seen.done)
    return {one.speaker.request.id for one in lines} | ({seen.current.speaker.request.id} if seen.current else set())


@pytest.fixture
def two() -> Iterator[tuple[Chaired, Chaired]]:
    one = Chaired()
    one.inscribe_many(8)
    one.begin_round()
    other = spare_of(one)
    other.clock.wait(1)
    yield one, other
    one.close()
    other.close()


def _swap(chaired: Chaired, of: list[str], by: int) -> None:
    chaired.do("swap-requests", request=of[1], other=of[5 + by], consents="Both agreed.")


def _withdraw_or_call(chaired: Chaired, of: list[str], by: int) -> None:
    if by:
        chaired.floor("call", request=of[0])
        chaired.floor("start")
    else:
        chaired.do("withdraw-request", request=of[0])


def _speak(chaired: Chaired, of: list[str], by: int) -> None:
    chaired.floor("call", request=of[by])
    chaired.floor("start")
    chaired.clock.wait(20 + by)
    if not by:
        chaired.floor("stop")


def _absent_or_back(chaired: Chaired, of: list[str], by: int) -> None:
    chaired.do("mark-absent", request=of[2])
    if by:
        chaired.do("put-back", request=of[2])


def _delete_what_goes_on(chaired: Chaired, of: list[str], by: int) -> None:
    if by:
        _speak(chaired, of, by)
    else:
        running = chaired.seen.running
        assert running
        chaired.do("delete", id=running.segment.id)


DOINGS: dict[str, Callable[[Chaired, list[str], int], object]] = {
    "both let somebody speak": _speak,
    "both call another": lambda one, of, by: one.floor("call", request=of[by]),
    "both call the same": lambda one, of, _by: one.floor("call", request=of[0]),
    "both swap": _swap,
    "both inscribe": lambda one, _of, by: one.floor("inscribe", delegation="FRA", speaker_class=("state", "group")[by]),
    "one withdraws whom the other calls": _withdraw_or_call,
    "both move in a circle": lambda one, of, by: one.do("move-request", request=of[1 + by], before=of[2 - by]),
    "both choose a format": lambda one, _of, by: one.floor("choose-format", format=("workshop", "upr-adoption")[by]),
    "one deletes the segment in use": _delete_what_goes_on,
    "both begin another segment": lambda one, _of, by: one.begin_round(2) if by else one.floor("begin-segment"),
    "both begin the same segment": lambda one, _of, _by: one.floor("begin-segment"),
    "one ends the list, the other inscribes": lambda one, _of, by: (
        one.floor("inscribe", delegation="BRA") if by else one.floor("end-list")
    ),
    "one closes the list, the other inscribes": lambda one, _of, by: (
        one.floor("inscribe", delegation="BRA") if by else one.floor("close-list")
    ),
    "both draw lots": lambda one, _of, by: one.floor("draw-lots", number=3 + by),
    "one is absent and put back": _absent_or_back,
    "one deletes whom the other moves": lambda one, of, by: (
        one.do("move-request", request=of[3]) if by else one.do("delete", id=of[3])
    ),
}


@pytest.mark.parametrize("doing", DOINGS)
def test_two_desks_that_met_show_the_same_and_lose_nobody(two: tuple[Chaired, Chaired], doing: str):
    one, other = two
    of = list(one.waiting)
    DOINGS[doing](one, of, 0)
    DOINGS[doing](other, of, 1)
    seen = meet(one, other)
    held = {request.id for request in one.desk.visible()["floor_request"]}
    assert everybody(seen) == held
    if seen.current is not None and not seen.current.clock.marks:
        one.floor("start")
    if one.seen.current is not None:
        one.floor("stop")
    assert everybody(meet(one, other)) == held
    free = [line.speaker.request.id for line in other.seen.waiting]
    if free and other.seen.current is None:  # else who was called by the other desk is still called
        assert other.floor("call", request=free[0])["request"] == free[0]


def test_who_is_said_to_speak_without_a_clock_can_be_put_back(two: tuple[Chaired, Chaired]):
    one, other = two
    first, second, *_ = one.waiting
    one.floor("call", request=first)
    other.floor("call", request=second)
    seen = meet(one, other)
    (left,) = {first, second} - {seen.current.speaker.request.id if seen.current else ""}
    assert [line.speaker.request.id for line in seen.done] == [left]
    one.do("put-back", request=left, at_place=True)
    assert left in one.waiting
    with pytest.raises(Refused, match="called"):
        one.do("put-back", request=({first, second} - {left}).pop())


def test_where_two_draws_met_the_last_one_counts_and_anyone_can_replay_it(two: tuple[Chaired, Chaired]):
    one, other = two
    one.floor("draw-lots", number=4)
    meet(one, other)
    one.floor("draw-lots", number=6)
    other.clock.wait(2)
    other.floor("draw-lots", number=5)
    seen = meet(one, other)
    draw = [held for held in seen.decisions if held.decision == "draw"][-1]
    drawn = replay(draw.seed or "", (draw.drawn_from or "").split(), draw.amount)
    assert tuple(line.speaker.request.id for line in seen.waiting[:5]) == drawn
    one.floor("draw-lots", number=2)
    one.desk.undo()
    assert one.seen.waiting == seen.waiting


def test_who_was_announced_and_not_reached_is_put_back_behind(two: tuple[Chaired, Chaired]):
    one, _ = two
    one.floor("call-next")
    one.speak(60)
    one.floor("take-back")
    told = next(line.speaker.request.id for line in one.seen.waiting if line.speaker.request.announced)
    others = [request for request in one.waiting if request != told]
    one.floor("end-list")
    one.begin_round(2)
    for request in (*others, told):
        one.do("put-back", request=request)
    assert one.waiting == [*others, told]


def test_who_is_put_back_and_has_not_spoken_goes_before_who_has(two: tuple[Chaired, Chaired]):
    one, _ = two
    absent = one.inscribe("FRA")[0]
    first = one.inscribe("BRA")[0]
    one.floor("call", request=first)
    one.speak(30)
    one.floor("take-back")
    one.do("mark-absent", request=absent)
    again = one.inscribe("BRA", again=True)[0]
    assert one.waiting[-1] == again
    one.do("put-back", request=absent)
    assert one.waiting[-2:] == [absent, again]
    assert len(one.waiting) > 3


def test_who_asks_between_two_rounds_asks_for_the_next_and_is_drawn_with_the_others(two: tuple[Chaired, Chaired]):
    one, _ = two
    one.floor("begin-segment")  # the replies
    assert one.seen.round == 2
    assert line_up(one.desk.reader, one.session).round == 2
    named = one.inscribe("FRA")[0]
    dignitary = one.inscribe("BRA", speaker_class="dignitary")[0]
    assert one.line(named).speaker.request.number == 2
    assert not one.line(dignitary).is_proposed
    drawn = one.floor("draw-lots")["drawn"]
    assert named in drawn
    assert set(one.waiting) == {*drawn, dignitary}


def test_a_protected_person_is_in_no_line_of_the_journal_whatever_is_done(two: tuple[Chaired, Chaired]):
    one, other = two
    body = one.do("add", kind="delegation", code="XQZ", name=f"Union of {RARE}", category="ngo")["id"]
    person = one.do("add", kind="person", name=RARE, affiliation=RARE, category="ngo", delegation=body)["id"]
    one.do("protect-person", person=person, pseudonym="Speaker 7")
    before = len(one.desk.changes())
    held = one.floor("inscribe", person=person, label=RARE, delegation=body)["id"]
    for values in ({"label": RARE}, {"delegation": body}, {"speaker_class": "ngo"}, {"statement": "joint"}):
        one.do("correct-request", request=held, **values)
    for values in ({"on_behalf_of": RARE}, {"on_behalf_of": RARE, "label": RARE}):
        with pytest.raises(Refused):
            one.do("correct-request", request=held, **values)
        with pytest.raises(Refused):
            one.floor("inscribe", person=person, again=True, **values)
    asked = one.waiting
    one.do("confirm-request", request=held)
    one.do("move-request", request=held, before=asked[0])
    one.do("swap-requests", request=held, other=asked[2], consents="Both agreed.")
    one.do("mark-absent", request=held)
    one.do("put-back", request=held)
    again = one.floor("inscribe", person=person, again=True)["id"]
    one.do("join-requests", request=again, other=held)
    one.floor("draw-lots")
    one.floor("pick-option", kind="limit", seconds=30)
    one.floor("pick-option", kind="as_it_is")
    one.floor("call", request=held)
    one.floor("start")
    one.clock.wait(5)
    one.floor("stop")
    one.floor("begin-segment")
    one.floor("begin-reply", person=person)
    one.floor("start")
    one.floor("ask-panellist", panellist=person, text="How?")
    one.floor("stop")
    one.floor("close-list")
    one.floor("inscribe", person=person, late=True, again=True)
    one.floor("end-list")
    fresh = [change for change in one.desk.changes()[before:] if change.kind != "person"]
    assert len(fresh) > 50
    told = [change for change in fresh if any(word in str(change.val) for word in (RARE, RARE.lower(), body))]
    assert told == []
    seen = meet(one, other)
    now = one.clock.moment()
    assert RARE not in str([dataclasses.asdict(line.speaker) for line in (*seen.done, *seen.waiting)])
    assert RARE not in str(rows(seen, now, words_for("en").text))
    assert RARE not in str(speaking.turns(one.desk.reader, one.session))


def play() -> Chaired:
    """Play a session in which everything happens once."""
    one = Chaired()
    panellist = one.do("add", kind="person", affiliation="A regional mechanism")["id"]
    one.floor("set-floor", hard_end="2016-11-09T10:30:00Z")
    one.floor("begin-segment")
    one.clock.wait(600)
    of = one.inscribe("FRA", "BRA", "KEN", "EGY", "CHN", "JPN", "IND", "DEU")
    one.floor("inscribe", delegation="ITA", on_behalf_of="African Group")
    one.floor("inscribe", delegation="FRA", queue="right_of_reply")
    one.begin_round()
    one.floor("call-next")
    one.speak(120)
    one.floor("start")
    one.clock.wait(10)
    for command in ("pause", "resume"):
        one.floor(command)
    one.floor("extend", seconds=20)
    one.clock.restart()
    one.floor("confirm-elapsed", seconds=33)
    late = one.inscribe("ESP", speaker_class="dignitary", late=True)[0]
    one.do("accept-late", request=late)
    one.floor("next")
    one.do("move-request", request=of[5], before=of[3])
    one.do("swap-requests", request=of[4], other=of[6], consents="Both agreed.")
    one.floor("set-limit", seconds=90)
    one.floor("draw-lots", number=3)
    for command in ("close-list", "gavel", "pause-session", "resume-session"):
        one.floor(command)
    one.floor("extend-segment", minutes=3)
    one.floor("pick-option", kind="drop_round")
    one.desk.undo()
    one.floor("pick-option", kind="shrink")
    one.floor("ask-panellist", panellist=panellist, text="Who follows up?")
    one.floor("start")
    one.clock.wait(10)
    one.floor("stop")
    one.floor("end-list", number=1)
    one.do("put-back", request=of[7])
    one.floor("begin-segment")
    one.floor("begin-reply", person=panellist)
    one.floor("start")
    return one


@cache
def played() -> tuple[str, tuple[Change, ...], Moment]:
    """Give the journal of such a session."""
    one = play()
    changes, now = tuple(one.desk.changes()), one.clock.moment()
    one.close()
    return one.session, changes, now


def look(desk: MemoryDesk, session: str, now: Moment) -> None:
    """Ask for everything that is shown or written of a floor."""
    if desk.reader.get(Session, session) is None:
        return
    seen = picture(desk.reader, session, now)
    legs_of(seen.stretches, now)
    balance_of(seen, now)
    for option in seen.fit.options if seen.fit else ():
        assert sentence(option, now, seen.session.time_zone).english
    for for_desk in (True, False):
        rows(seen, now, words_for("en").text, for_desk=for_desk)
    speaking.turns(desk.reader, session)
    held = line_up(desk.reader, session)
    assert held.round == seen.round  # what the commands of the list go by is what the moderator sees
    listed = [place.request.id for place in held.places()]
    assert [line.speaker.request.id for line in seen.waiting][: len(listed)] == listed


NUMBERS = (None, 10**12, -(10**12), 2**53 - 1, 1 - 2**53, 0, -1)
TEXTS = ("", "x", "0001-01-01T00:00:00+23:00", "9999-12-31T23:59:59-23:00", "2016-11-09T10:00:00", "Europe/Nowhere")
INSTANTS = tuple(
    f'{{"at":"{at}","boot":"first run","ticks":{ticks}}}' for at in TEXTS for ticks in (1 - 2**53, 2**53 - 1, "null")
)


def test_a_clock_that_was_set_back_gives_no_mark_the_id_of_an_intervention(two: tuple[Chaired, Chaired]):
    one, _ = two
    one.clock.set_wall(-3600)
    one.floor("call-next")
    for _ in range(4):
        one.speak(60)
    one.floor("start")
    held = one.desk.visible()
    marks, interventions = ({made.id for made in held[kind]} for kind in ("floor_mark", "intervention"))
    assert not marks & interventions
    one.floor("take-back")
    assert len(one.desk.visible()["intervention"]) == len(interventions) == 5


def test_a_whole_session_is_undone_step_by_step_and_done_again():
    one = play()
    now = one.clock.moment()
    states = [one.desk.visible()]
    steps = []
    while one.desk.reader.get(Session, one.session):
        steps.append(one.desk.undo())
        look(one.desk, one.session, now)
        states.append(one.desk.visible())
    assert len(steps) > 40
    for state in reversed(states[:-1]):
        assert one.desk.redo() == steps.pop()
        look(one.desk, one.session, now)
        assert one.desk.visible() == state
    one.close()


@given(st.data())
@settings(deadline=None, max_examples=60)
def test_no_part_of_a_journal_and_nothing_that_it_may_say_makes_the_picture_fail(data: st.DataObject):
    session, changes, now = played()
    told = list(changes)
    places = st.integers(0, len(told) - 1)
    ids = sorted({change.record for change in told})
    strange: Any = st.sampled_from((*NUMBERS, *TEXTS, *INSTANTS, True, *ids))
    for place in data.draw(st.lists(places, max_size=15)):
        told[place] = msgspec.structs.replace(told[place], val=data.draw(strange))
    gone = data.draw(st.sets(places, max_size=len(told) // 2))
    lost = data.draw(st.sets(st.sampled_from(ids), max_size=10))
    desk = MemoryDesk(5)
    desk.take(
        change
        for place, change in enumerate(told)
        if change.record == session or not (place in gone or change.record in lost)
    )
    look(desk, session, now)
    desk.close()


def test_absurd_numbers_are_shown_at_once():
    session, changes, now = played()
    desk = MemoryDesk(5)
    absurd = ("amount", "seconds", "minutes")
    desk.take(
        msgspec.structs.replace(one, val=2**53 - 1) if one.field in absurd and one.kind != "floor_mark" else one
        for one in changes
        if one.kind != "floor_decision" or one.field != "decision" or one.val not in {"drop_round", "shrink"}
    )
    look(desk, session, now)
    desk.close()
