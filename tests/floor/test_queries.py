"""The picture of a floor: who stands where and may be shown how, what goes on, and that it is asked for quickly."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from hrdesk.agenda.participants.vocabulary import delegation_id
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.picture import Speaker
from hrdesk.floor.queries import picture
from hrdesk.floor.reckoning import balance_of, fit_of, legs_of, list_is_due
from hrdesk.records import Floor, Wording
from hrdesk.records.ids import joined_id
from tests.floor.chairing import Chaired

FRANCE, ARABIC = "France", "فرنسا"


@pytest.fixture
def chaired() -> Iterator[Chaired]:
    made = Chaired()
    yield made
    made.close()


def speaker(chaired: Chaired, request: str) -> Speaker:
    return chaired.line(request).speaker


def person(chaired: Chaired, **fields: object) -> str:
    return str(chaired.do("add", kind="person", **fields)["id"])


def test_a_session_that_is_not_here_is_refused(chaired: Chaired):
    with pytest.raises(Refused, match="no session"):
        picture(chaired.desk.reader, "elsewhere", chaired.clock.moment())


def test_without_a_format_the_list_stands_as_it_was_inscribed_and_nothing_is_reckoned(chaired: Chaired):
    other = chaired.do("add", kind="session", title="Workshop")["id"]
    made = [chaired.do("inscribe", session=other, delegation=code)["id"] for code in ("FRA", "CHN")]
    seen = picture(chaired.desk.reader, other, chaired.clock.moment())
    assert [line.speaker.request.id for line in seen.waiting] == made
    assert (seen.fit, seen.stretches, seen.current, seen.round) == (None, (), None, 1)


def test_a_delegation_is_named_in_the_language_of_this_desk_and_of_the_room(chaired: Chaired):
    (made,) = chaired.inscribe("FRA")
    chaired.floor("set-floor", language="ar")
    told = speaker(chaired, made)
    assert (told.name, told.public, told.delegation) == (FRANCE, ARABIC, ARABIC)
    assert (told.regional_group, told.body) == ("western_european_other", "state")
    seen = picture(chaired.desk.reader, chaired.session, chaired.clock.moment(), language="ru")
    assert seen.waiting[0].speaker.name == "Франция"
    assert seen.language == "ar"


def test_a_name_that_this_desk_was_given_goes_before_the_shipped_one(chaired: Chaired):
    (made,) = chaired.inscribe("FRA")
    fields = {"item": delegation_id("FRA"), "item_field": "name", "language": "es", "text": "República Francesa"}
    chaired.desk.run(Command("word", "word", lambda pen: pen.create(Wording, joined_id("wording", *fields), **fields)))
    chaired.floor("set-floor", language="es")
    assert speaker(chaired, made).public == "República Francesa"


def test_a_person_is_named_with_the_body_on_this_desk_and_with_the_form_of_address_in_the_room(chaired: Chaired):
    chaired.inscribe("FRA")
    who = person(chaired, name="N. N.", honorific="Ms.", delegation=delegation_id("FRA"), gender="woman")
    made = chaired.floor("inscribe", person=who, again=True)["id"]
    told = speaker(chaired, made)
    assert (told.name, told.public, told.delegation) == ("N. N. (France)", "Ms. N. N.", FRANCE)
    assert told.gender == "woman"


def test_a_protected_person_is_a_pseudonym_here_and_a_class_for_the_room(chaired: Chaired):
    who = person(chaired, name="N. N.", affiliation="A body", category="ngo", gender="woman")
    made = chaired.floor("inscribe", person=who)["id"]
    chaired.do("edit", id=who, protected=True, pseudonym="Speaker 7")
    told = speaker(chaired, made)
    assert (told.name, told.is_protected) == ("Speaker 7", True)
    assert (told.public, told.delegation, told.on_behalf_of) == ("", "", "")
    assert (told.regional_group, told.body, told.gender) == ("", "", "")


def test_of_a_person_who_is_not_on_this_desk_nothing_is_shown(chaired: Chaired):
    who = person(chaired, name="N. N.", category="ngo")
    made = chaired.floor("inscribe", person=who)["id"]
    chaired.do("delete", id=who)
    told = speaker(chaired, made)
    assert (told.name, told.public, told.delegation, told.is_protected) == ("", "", "", True)


@pytest.mark.parametrize(
    ("fields", "public", "delegation", "behalf"),
    [
        ({"sensitivity": "public"}, FRANCE, FRANCE, "Friends"),
        ({"sensitivity": None}, "", "", ""),
        ({"sensitivity": "confidential"}, "", "", ""),
        ({"attribution": "affiliation"}, FRANCE, FRANCE, "Friends"),
        ({"attribution": "chatham_house"}, "", "", ""),
    ],
)
def test_the_room_sees_what_the_session_lets_it_see(
    chaired: Chaired, fields: dict[str, str | None], public: str, delegation: str, behalf: str
):
    (made,) = chaired.inscribe("FRA", on_behalf_of="Friends")
    chaired.do("edit", id=chaired.session, **fields)
    told = speaker(chaired, made)
    assert (told.public, told.delegation, told.on_behalf_of) == (public, delegation, behalf)
    assert told.name == FRANCE
    assert chaired.seen.may_name == bool(public)


def test_where_only_bodies_are_named_neither_a_person_nor_a_name_as_written_is(chaired: Chaired):
    chaired.do("edit", id=chaired.session, attribution="affiliation")
    who = person(chaired, name="N. N.", affiliation="A body", category="ngo")
    named = chaired.floor("inscribe", person=who)["id"]
    written = chaired.floor("inscribe", label="Somebody")["id"]
    assert (speaker(chaired, named).public, speaker(chaired, named).delegation) == ("A body", "A body")
    assert (speaker(chaired, written).public, speaker(chaired, written).name) == ("", "Somebody")


@pytest.mark.parametrize("consent", ["notes", "not_given", "withdrawn"])
def test_whose_consent_does_not_reach_the_report_is_a_class_for_the_room(chaired: Chaired, consent: str):
    made = chaired.floor("inscribe", person=person(chaired, name="N. N.", category="ngo", consent=consent))["id"]
    assert (speaker(chaired, made).public, speaker(chaired, made).name) == ("", "N. N.")


def test_two_lists_of_two_laptops_show_the_same_speaker_twice(chaired: Chaired):
    other = Chaired(1)
    other.desk.take(chaired.desk.changes())
    other.session = chaired.session
    (here,) = chaired.inscribe("FRA")
    chaired.inscribe("CHN")
    (there,) = other.inscribe("FRA")
    chaired.desk.take(other.desk.changes())
    assert chaired.line(here).twice == (there,)
    assert chaired.line(there).twice == (here,)
    assert [line.twice for line in chaired.seen.waiting if line.speaker.name == "China"] == [()]
    chaired.do("withdraw-request", request=there)
    assert chaired.line(here).twice == ()
    other.close()


def test_who_was_called_has_the_floor_before_the_clock_starts_and_who_spoke_last_is_kept(chaired: Chaired):
    first, second, third = chaired.inscribe("FRA", "CHN", "KEN")
    chaired.begin_round()
    assert (chaired.seen.current, chaired.seen.last) == (None, None)
    chaired.floor("call-next")
    seen = chaired.seen
    assert seen.current is not None
    assert seen.current.speaker.request.id == first
    assert not seen.current.clock.read(chaired.clock.moment()).running
    assert chaired.waiting == [second, third]
    chaired.speak(150)
    seen = chaired.seen
    assert seen.current is not None
    assert seen.last is not None
    assert (seen.current.speaker.request.id, seen.last.speaker.request.id) == (second, first)
    assert seen.last.clock.read(chaired.clock.moment()).left == -30_000
    assert (chaired.line(first).used, chaired.line(first).place, chaired.line(first).seconds) == (150_000, 0, 120)
    chaired.floor("take-back")
    assert chaired.seen.current is None
    assert len(chaired.seen.turns) == 1


def test_segments_go_on_one_after_the_other_with_the_time_they_took(chaired: Chaired):
    chaired.floor("begin-segment")
    chaired.clock.wait(600)
    assert chaired.seen.running is not None
    assert [one.state for one in chaired.seen.stretches] == ["running", *["to_come"] * 4]
    chaired.floor("begin-segment")
    seen = chaired.seen
    assert [one.state for one in seen.stretches] == ["done", "running", *["to_come"] * 3]
    now = chaired.clock.moment()
    legs = legs_of(seen.stretches, now)
    assert [leg.used for leg in legs] == [600_000, 0, 0, 0, 0]
    assert sum(leg.ahead for leg in legs) == 120 * 60_000


def test_a_segment_that_was_passed_over_takes_no_time(chaired: Chaired):
    chaired.begin_round()
    assert [one.state for one in chaired.seen.stretches] == ["dropped", "running", *["to_come"] * 3]
    assert sum(leg.ahead for leg in legs_of(chaired.seen.stretches, chaired.clock.moment())) == 120 * 60_000
    chaired.floor("begin-segment", segment=chaired.seen.stretches[0].segment.id)
    assert [one.state for one in chaired.seen.stretches] == ["running", "done", *["to_come"] * 3]


def test_what_fits_is_reckoned_again_without_asking_the_desk(chaired: Chaired):
    chaired.inscribe_many(23)
    chaired.begin_round()
    seen = chaired.seen
    chaired.clock.wait(300)
    later = fit_of(seen, chaired.clock.moment())
    assert later is not None
    assert (seen.fit and seen.fit.options[0].fit, later.options[0].fit) == (22, 20)
    assert chaired.seen.fit == later


def test_before_the_round_begins_its_whole_time_is_reckoned_with_and_its_end_with_what_comes_before(chaired: Chaired):
    chaired.inscribe_many(23)
    assert (chaired.option("as_it_is").fit, chaired.option("as_it_is").ends) == (22, (60 + 44) * 60_000)
    chaired.floor("begin-segment")
    chaired.clock.wait(600)
    assert (chaired.option("as_it_is").fit, chaired.option("as_it_is").ends) == (22, (50 + 44) * 60_000)


def test_the_change_of_speakers_is_measured_from_the_third_on(chaired: Chaired):
    chaired.inscribe_many(8)
    chaired.begin_round()
    chaired.floor("call-next")
    for gap in (7, 400, 9):
        chaired.speak(60)
        chaired.clock.wait(gap)
    assert chaired.seen.changeover == 0
    chaired.speak(60)
    assert chaired.seen.changeover == 9_000


def test_who_was_put_down_for_the_second_round_stands_behind_and_does_not_count_yet(chaired: Chaired):
    later = chaired.inscribe_many(1, number=2)
    first = chaired.inscribe_many(2)
    assert chaired.waiting == [*first, *later]
    assert chaired.option("as_it_is").waiting == 2
    chaired.begin_round(2)
    assert chaired.seen.round == 2
    assert chaired.option("as_it_is").waiting == 3


def test_replies_and_rights_of_reply_have_lists_of_their_own(chaired: Chaired):
    (right,) = chaired.inscribe("FRA", queue="right_of_reply")
    panellist = person(chaired, name="N. N.")
    reply = chaired.floor("inscribe", person=panellist, queue="panel_reply")["id"]
    seen = chaired.seen
    assert [line.speaker.request.id for line in seen.rights] == [right]
    assert [line.speaker.request.id for line in seen.replies] == [reply]
    assert seen.waiting == ()


def test_the_hard_end_is_what_was_said_or_else_the_end_of_the_sitting_on_its_day(chaired: Chaired):
    assert chaired.seen.hard_end is None
    chaired.do("edit", id=chaired.session, starts="2016-11-09T10:00", ends="2016-11-09T13:00")
    assert chaired.seen.hard_end == chaired.clock.wall + timedelta(hours=3)
    chaired.clock.set_wall(-5 * 24 * 3600)
    assert chaired.seen.hard_end is None
    chaired.clock.set_wall(5 * 24 * 3600)
    chaired.floor("set-floor", hard_end="2016-11-09T11:30:00Z")
    assert chaired.seen.hard_end == chaired.clock.wall + timedelta(hours=2, minutes=30)
    chaired.do("edit", id=joined_id("floor", chaired.session), hard_end="soon")
    assert chaired.desk.reader.every(Floor)[0].hard_end == "soon"
    assert chaired.seen.hard_end is None


def test_the_balance_of_a_closed_session_gives_nobody_away(chaired: Chaired):
    chaired.inscribe("FRA", "CHN", "KEN")
    chaired.floor("call-next")
    for _ in range(3):
        chaired.speak(60)
    told = balance_of(chaired.seen, chaired.clock.moment())
    assert {row.word for row in told.regional_group} == {"western_european_other", "asia_pacific", "african"}
    assert (told.used, told.interventions) == (180_000, 3)
    chaired.do("edit", id=chaired.session, sensitivity="restricted")
    told = balance_of(chaired.seen, chaired.clock.moment())
    assert told.regional_group == ()
    assert [(row.word, row.interventions) for row in told.speaker_class] == [("state", 3)]


def asked(chaired: Chaired) -> int:
    """Count the questions to the desk that one picture takes."""
    told: list[str] = []
    chaired.desk.connection.set_trace_callback(told.append)
    assert chaired.seen.session.id == chaired.session
    chaired.desk.connection.set_trace_callback(None)
    return len(told)


def test_a_long_list_takes_no_more_questions_to_the_desk_than_a_short_one(chaired: Chaired):
    def fill(number: int) -> None:
        for one in range(number):
            chaired.floor("inscribe", person=person(chaired, name=f"{one}", category="ngo"), again=True)
            chaired.floor("call-next")
            chaired.speak(10)
            chaired.floor("take-back") if chaired.seen.current else None

    fill(2)
    few = asked(chaired)
    fill(10)
    assert asked(chaired) == few
    assert few <= 16


def test_the_chair_is_told_when_the_list_is_to_be_closed_and_only_once():
    room = Chaired()
    made = room.floor("choose-format", format="general-debate")["format"]
    room.do("edit", id=made, closes_after=15)

    def is_due():
        return list_is_due(room.seen, room.clock.moment())

    while room.seen.running is None or room.seen.running.segment.segment_kind != "floor_round":
        room.floor("begin-segment")
    assert not is_due()
    room.clock.wait(15 * 60)
    assert is_due()
    room.floor("close-list")
    assert not is_due()
    room.floor("open-list")
    assert not is_due()
