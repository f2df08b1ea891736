"""Two lists of one session meet: who stands on both is shown twice, and a person makes it one."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.floor.line_up import line_up
from hrdesk.floor.queries import picture
from hrdesk.records import FloorDecision, FloorRequest, Person
from hrdesk.records.moment import Moment
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def moderator() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def rapporteur() -> Iterator[MemoryDesk]:
    held = MemoryDesk(1)
    yield held
    held.close()


@pytest.fixture
def session(moderator: MemoryDesk, rapporteur: MemoryDesk) -> str:
    made = str(do(moderator, "new-consultation", title="Panel", language="en")["session"])
    meet(moderator, rapporteur)
    return made


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def inscribe(desk: MemoryDesk, session: str, **who: Any) -> str:
    return str(do(desk, "inscribe", session=session, **who)["id"])


def meet(one: MemoryDesk, other: MemoryDesk) -> None:
    theirs = other.changes()
    other.take(one.changes())
    one.take(theirs)


def waiting(desk: MemoryDesk, session: str) -> list[str]:
    return [place.request.id for place in line_up(desk.reader, session).places()]


def held(desk: MemoryDesk, request: str) -> FloorRequest:
    found = desk.reader.get(FloorRequest, request)
    assert found is not None
    return found


def doubled(desk: MemoryDesk, session: str) -> set[str]:
    seen = picture(desk.reader, session, Moment(desk.clock()))
    return {line.speaker.request.id for line in seen.waiting if line.twice}


@pytest.fixture
def pair(moderator: MemoryDesk, rapporteur: MemoryDesk, session: str) -> tuple[str, str]:
    """Put one delegation on both lists, with others around it, and let the desks meet."""
    first = inscribe(moderator, session, delegation="FRA")
    inscribe(moderator, session, delegation="GHA")
    inscribe(rapporteur, session, delegation="PER")
    second = inscribe(rapporteur, session, delegation="FRA")
    meet(moderator, rapporteur)
    return first, second


def test_who_was_put_on_both_lists_is_shown_and_not_doubled_silently(moderator, rapporteur, session, pair):
    for desk in (moderator, rapporteur):
        assert doubled(desk, session) == set(pair)
        assert len(waiting(desk, session)) == 4


@pytest.mark.parametrize("is_turned", [False, True])
def test_a_person_makes_it_one_and_the_earlier_place_is_kept(moderator, rapporteur, session, pair, is_turned):
    first, second = pair
    before = waiting(moderator, session)
    named = {"request": second, "other": first} if is_turned else {"request": first, "other": second}
    told = do(moderator, "join-requests", **named)
    earlier = min(pair, key=before.index)
    after = waiting(moderator, session)
    assert set(after) == set(before) - {told["withdrawn"]}
    place = before.index(earlier)
    assert [one for one in before[:place] if one in after] == after[:place]
    assert after[place] == told["id"]
    assert held(moderator, told["withdrawn"]).state == "withdrawn"
    assert doubled(moderator, session) == set()
    (made,) = moderator.reader.every(FloorDecision, decision="other")
    assert (made.request, made.other) == (told["id"], told["withdrawn"])
    meet(moderator, rapporteur)
    assert waiting(rapporteur, session) == after
    moderator.undo()
    assert waiting(moderator, session) == before


def test_two_desks_that_join_the_same_pair_leave_the_speaker_on_the_list(moderator, rapporteur, session, pair):
    one = do(moderator, "join-requests", request=pair[0], other=pair[1])
    two = do(rapporteur, "join-requests", request=pair[1], other=pair[0])
    assert one["id"] == two["id"]
    meet(moderator, rapporteur)
    for desk in (moderator, rapporteur):
        assert one["id"] in waiting(desk, session)
        assert one["withdrawn"] not in waiting(desk, session)
    assert waiting(moderator, session) == waiting(rapporteur, session)


def test_what_only_the_other_one_says_is_taken_over(moderator, session):
    first = inscribe(moderator, session, label="France")
    second = inscribe(moderator, session, delegation="FRA", on_behalf_of="Group of Friends")
    do(moderator, "confirm-request", request=second)
    do(moderator, "receive-written", request=second)
    question = do(moderator, "add", kind="panel_question", session=session, request=second, text="How?")["id"]
    told = do(moderator, "join-requests", request=first, other=second)
    kept, gone = held(moderator, told["id"]), held(moderator, second)
    assert told["id"] == first
    assert (kept.delegation, kept.on_behalf_of, kept.speaker_label) == (
        gone.delegation,
        "Group of Friends",
        "France",
    )
    assert (kept.statement, kept.state, kept.written, kept.speaker_class) == ("group", "confirmed", True, "group")
    assert moderator.reader.find(question).values()["request"] == first


def test_a_place_that_was_announced_is_kept_by_whoever_goes_on(moderator, rapporteur, session, pair):
    first, second = pair
    behind = next(one for one in waiting(moderator, session) if one not in pair)
    later = max(pair, key=waiting(moderator, session).index)
    front = waiting(moderator, session)[0]
    do(moderator, "move-request", request=later, before=front)
    assert waiting(moderator, session)[0] == later
    told = do(moderator, "join-requests", request=first, other=second)
    assert waiting(moderator, session)[0] == told["id"]
    assert behind in waiting(moderator, session)


def test_the_one_who_has_had_the_floor_goes_on(moderator, session, pair):
    first, second = pair
    do(moderator, "call", session=session, request=second)
    do(moderator, "start", session=session)
    do(moderator, "stop", session=session)
    told = do(moderator, "join-requests", request=first, other=second)
    assert (told["id"], told["withdrawn"]) == (second, first)
    assert held(moderator, second).state == "spoke"


def test_two_who_cannot_be_one_stay_two(moderator, session):
    other_session = do(moderator, "add", kind="session", title="Other")["id"]
    anna, berta = (do(moderator, "add", kind="person", name=name, category="ngo")["id"] for name in ("Anna", "Berta"))
    france = inscribe(moderator, session, delegation="FRA")
    cases = [
        inscribe(moderator, session, delegation="GHA"),
        inscribe(moderator, session, delegation="FRA", number=2),
        inscribe(moderator, session, delegation="FRA", queue="right_of_reply"),
        inscribe(moderator, other_session, delegation="FRA"),
        france,
        "nothing",
    ]
    for other in cases:
        with pytest.raises(Refused, match="Nothing was changed"):
            do(moderator, "join-requests", request=france, other=other)
    one, two = (inscribe(moderator, session, person=person, label="x") for person in (anna, berta))
    with pytest.raises(Refused, match="two persons"):
        do(moderator, "join-requests", request=one, other=two)


def test_nothing_is_written_beside_a_protected_person(moderator, session):
    anna = do(moderator, "add", kind="person", name="Anna", category="ngo")["id"]
    do(moderator, "protect-person", person=anna, pseudonym="Speaker 4")
    hidden = inscribe(moderator, session, person=anna)
    named = inscribe(moderator, session, delegation="FRA")
    with pytest.raises(Refused, match="protected person"):
        do(moderator, "join-requests", request=hidden, other=named)
    again = inscribe(moderator, session, person=anna, again=True)
    told = do(moderator, "join-requests", request=again, other=hidden)
    assert told["id"] == hidden
    kept = held(moderator, hidden)
    assert (kept.person, kept.delegation, kept.speaker_label) == (anna, None, None)


def test_one_body_of_the_person_is_not_written_a_second_time(moderator, session):
    person = do(moderator, "add", kind="person", name="Anna", category="state")["id"]
    first = inscribe(moderator, session, person=person)
    second = inscribe(moderator, session, delegation="FRA")
    moderator.run(COMMANDS["edit"], id=person, delegation=held(moderator, second).delegation)
    do(moderator, "join-requests", request=first, other=second)
    assert held(moderator, first).delegation is None
    assert moderator.reader.get(Person, person).delegation == held(moderator, second).delegation
