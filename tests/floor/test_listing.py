"""The list of speakers by command: who stands where after each, what is refused, and what two desks make of it."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.floor.line_up import line_up
from hrdesk.floor.rules.lots import replay
from hrdesk.records import Delegation, FloorDecision, FloorMark, FloorRequest, Intervention
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


class Hall:
    """A desk with one session, in which words stand for requests: the label of each is its name in the tests."""

    def __init__(self, format_key: str = "panel-2016") -> None:
        self.desk = MemoryDesk(0)
        self.session = str(self.do("new-consultation", title="Panel")["session"])
        if format_key:
            self.do("choose-format", session=self.session, format=format_key)

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.desk.run(COMMANDS[command], **arguments)

    def inscribe(self, label: str | None = None, speaker_class: str | None = "state", **fields: Any) -> str:
        given = {"label": label, "speaker_class": speaker_class, **fields}
        told = {name: value for name, value in given.items() if value is not None}
        return str(self.do("inscribe", session=self.session, **told)["id"])

    def many(self, words: str, speaker_class: str = "state") -> list[str]:
        return [self.inscribe(word, speaker_class) for word in words.split()]

    def body(self, code: str, **fields: Any) -> str:
        """Make a delegation of this desk alone."""
        return str(self.do("add", kind="delegation", code=code, name=code, **fields)["id"])

    def held(self, request: str) -> FloorRequest:
        found = self.desk.reader.get(FloorRequest, request)
        assert found is not None
        return found

    def line(self, queue: str = "floor", number: int | None = None) -> str:
        places = line_up(self.desk.reader, self.session).places(queue, number)
        return " ".join(one.request.speaker_label or one.request.delegation or "?" for one in places)

    def decisions(self, kind: str) -> list[FloorDecision]:
        return self.desk.reader.every(FloorDecision, decision=kind)


@pytest.fixture
def hall() -> Iterator[Hall]:
    held = Hall()
    yield held
    held.desk.close()


def test_who_is_inscribed_stands_by_class_and_is_told_the_place(hall: Hall):
    hall.inscribe("ngo", "ngo")
    assert hall.do("inscribe", session=hall.session, label="A", speaker_class="state")["place"] == 1
    assert hall.do("inscribe", session=hall.session, label="B", speaker_class="state")["place"] == 2
    assert hall.do("inscribe", session=hall.session, label="D", speaker_class="dignitary")["place"] == 1
    assert hall.line() == "D A B ngo"


def test_a_session_without_a_format_has_a_list_too():
    hall = Hall("")
    hall.many("A B C")
    assert hall.line() == "A B C"
    hall.desk.close()


@pytest.mark.parametrize(
    ("category", "statement", "speaker_class"),
    [
        ("state", None, "state"),
        ("state", "joint", "state"),
        ("state", "group", "group"),
        ("observer_state", None, "observer_state"),
        ("united_nations", None, "united_nations"),
        ("intergovernmental", None, "intergovernmental"),
        ("regional_mechanism", None, "regional_mechanism"),
        ("nhri", None, "nhri"),
        ("ngo", None, "ngo"),
        ("academia", None, "academia"),
        ("group", None, "group"),
        ("other", None, "other"),
        (None, None, "other"),
    ],
)
def test_the_class_follows_from_the_delegation_or_the_person(
    hall: Hall, category: str | None, statement: str | None, speaker_class: str
):
    told = {"category": category} if category else {}
    said = {"statement": statement} if statement else {}
    by_body = hall.inscribe(None, None, delegation=hall.body("X", **told), **said)
    assert hall.held(by_body).speaker_class == speaker_class
    person = hall.do("add", kind="person", name="N", **told)["id"]
    assert hall.held(hall.inscribe(None, None, person=person, **said)).speaker_class == speaker_class
    sent = hall.do("add", kind="person", name="M", delegation=hall.body("Y", **told))["id"]
    assert hall.held(hall.inscribe(None, None, person=sent, **said)).speaker_class == speaker_class


def test_a_shipped_delegation_is_inscribed_by_its_code_and_made_where_it_is_not_known(hall: Hall):
    request = hall.held(hall.inscribe(None, None, delegation="BRA"))
    body = hall.desk.reader.get(Delegation, request.delegation)
    assert body is not None
    assert (body.code, request.speaker_class, request.speaker_label) == ("BRA", "state", None)


def test_on_behalf_of_makes_a_group_statement_which_does_not_count_as_the_delegations_own(hall: Hall):
    group = hall.inscribe(None, None, delegation="EGY", on_behalf_of="African Group")
    own = hall.inscribe(None, None, delegation="EGY")
    assert (hall.held(group).statement, hall.held(group).speaker_class) == ("group", "group")
    assert (hall.held(own).statement, hall.held(own).speaker_class) == ("own", "state")
    with pytest.raises(Refused, match="already"):
        hall.inscribe(None, None, delegation="EGY", on_behalf_of="african group")


def test_the_same_speaker_twice_in_one_round_and_queue_is_refused_unless_it_is_meant(hall: Hall):
    first = hall.inscribe(None, None, delegation="KEN")
    with pytest.raises(Refused, match="already"):
        hall.inscribe(None, None, delegation="KEN")
    assert len(hall.desk.reader.every(FloorRequest)) == 1
    again = hall.do("inscribe", session=hall.session, delegation="KEN", again=True)
    assert again["twice"] == [first]
    hall.inscribe(None, None, delegation="KEN", number=2)
    hall.inscribe(None, None, delegation="KEN", queue="right_of_reply")
    hall.do("withdraw-request", request=first)
    hall.do("withdraw-request", request=again["id"])
    hall.inscribe(None, None, delegation="KEN")


def test_a_person_and_the_persons_delegation_are_one_speaker_and_two_persons_are_two(hall: Hall):
    body = hall.body("X", category="ngo")
    people = [hall.do("add", kind="person", name=name, delegation=body)["id"] for name in ("M", "N")]
    hall.inscribe(None, None, person=people[0])
    hall.inscribe(None, None, person=people[1])
    with pytest.raises(Refused, match="already"):
        hall.inscribe(None, None, delegation=body)


def test_of_a_protected_person_the_request_holds_the_id_alone(hall: Hall):
    body = hall.body("X", category="ngo")
    person = hall.do("add", kind="person", name="N", category="ngo", delegation=body)["id"]
    hall.do("protect-person", person=person, pseudonym="Speaker 7")
    request = hall.held(hall.inscribe("N of X", None, person=person, delegation=body))
    assert (request.person, request.delegation, request.speaker_label) == (person, None, None)
    assert request.speaker_class == "ngo"
    hall.do("correct-request", request=request.id, label="N", delegation=body)
    assert hall.held(request.id).speaker_label is None
    assert hall.held(request.id).delegation is None
    with pytest.raises(Refused, match="on whose behalf"):
        hall.do("correct-request", request=request.id, on_behalf_of="X")
    with pytest.raises(Refused, match="on whose behalf"):
        hall.inscribe(None, None, person=person, on_behalf_of="X", again=True)


def test_what_a_persons_own_record_says_of_the_delegation_is_not_copied_beside_it(hall: Hall):
    body = hall.body("X", category="ngo")
    person = hall.do("add", kind="person", name="N", delegation=body)["id"]
    assert hall.held(hall.inscribe(None, None, person=person, delegation=body)).delegation is None


def test_nobody_and_nowhere_are_refused(hall: Hall):
    with pytest.raises(Refused, match="who asks"):
        hall.inscribe("  ", None)
    with pytest.raises(Refused, match="no speaker"):
        hall.inscribe(None, None, person="none")
    with pytest.raises(Refused, match="no delegation"):
        hall.inscribe(None, None, delegation="ZZZ")
    with pytest.raises(Refused, match="no session"):
        hall.do("inscribe", session="none", label="A")
    for command in ("confirm-request", "withdraw-request", "mark-absent", "put-back", "receive-written", "accept-late"):
        with pytest.raises(Refused, match="no request"):
            hall.do(command, request="none")


def test_a_closed_list_admits_only_who_is_inscribed_as_late_and_that_is_a_decision(hall: Hall):
    hall.do("close-list", session=hall.session)
    with pytest.raises(Refused, match="closed"):
        hall.inscribe("A")
    late = hall.inscribe("A", late=True)
    assert [one.request for one in hall.decisions("inscribed_late")] == [late]
    assert hall.held(late).late is True
    hall.inscribe("reply", queue="right_of_reply")
    with pytest.raises(Refused, match="closed already"):
        hall.do("close-list", session=hall.session)
    hall.do("open-list", session=hall.session)
    hall.inscribe("B")
    with pytest.raises(Refused, match="open already"):
        hall.do("open-list", session=hall.session)
    assert len(hall.decisions("inscribed_late")) == 1


def test_a_dignitary_who_comes_after_the_discussion_began_is_proposed_and_goes_next_when_accepted(hall: Hall):
    first, *_ = hall.many("A B C")
    hall.do("call-next", session=hall.session)
    assert hall.held(first).state == "called"
    late = hall.inscribe("D", "dignitary")
    assert hall.held(late).late is True
    assert hall.line() == "B C D"
    assert hall.do("accept-late", request=late)["place"] == 2  # B was announced
    assert hall.line() == "B D C"
    assert hall.desk.undo() == "accept-late"
    assert hall.line() == "B C D"


def test_only_a_late_dignitary_or_group_is_put_next(hall: Hall):
    early, state = hall.inscribe("D", "dignitary"), hall.inscribe("A", late=True)
    for request in (early, state):
        with pytest.raises(Refused, match="Only a dignitary"):
            hall.do("accept-late", request=request)


def test_who_inscribes_for_the_second_round_before_it_began_is_not_late(hall: Hall):
    hall.inscribe("A")
    hall.do("call-next", session=hall.session)
    assert hall.held(hall.inscribe("D", "dignitary", number=2)).late is None


def test_a_request_is_confirmed_withdrawn_absent_and_put_back(hall: Hall):
    one, two, three = hall.many("A B C")
    hall.do("confirm-request", request=one)
    assert hall.held(one).state == "confirmed"
    hall.do("mark-absent", request=one)
    hall.do("withdraw-request", request=two)
    assert hall.line() == "C"
    with pytest.raises(Refused, match="not on the list"):
        hall.do("confirm-request", request=one)
    assert hall.do("put-back", request=one)["place"] == 2
    assert hall.line() == "C A"
    assert hall.do("put-back", request=two, at_place=True)["place"] == 1
    assert hall.line() == "B C A"
    with pytest.raises(Refused, match="still on the list"):
        hall.do("put-back", request=three)
    hall.do("receive-written", request=three)
    assert hall.held(three).written is True


def test_who_is_put_back_stands_behind_all_whatever_the_class_and_later_names_go_by_theirs(hall: Hall):
    dignitary = hall.inscribe("D", "dignitary")
    hall.many("N M", "ngo")
    hall.do("mark-absent", request=dignitary)
    hall.do("put-back", request=dignitary)
    assert hall.line() == "N M D"
    hall.inscribe("S")
    assert hall.line() == "S N M D"
    assert [one.request for one in hall.decisions("move")] == [dignitary]


def test_who_has_the_floor_is_neither_withdrawn_nor_moved(hall: Hall):
    one, two = hall.many("A B")
    hall.do("call-next", session=hall.session)
    with pytest.raises(Refused, match="called"):
        hall.do("put-back", request=one)
    hall.do("start", session=hall.session)
    for command in ("withdraw-request", "mark-absent", "confirm-request", "put-back"):
        with pytest.raises(Refused, match="has the floor"):
            hall.do(command, request=one)
    with pytest.raises(Refused, match="Only those who wait"):
        hall.do("move-request", request=one)
    with pytest.raises(Refused, match="Only those who wait"):
        hall.do("move-request", request=two, before=one)


def test_no_edit_of_the_list_writes_to_the_clock_or_to_an_intervention(hall: Hall):
    hall.many("A B C D E")
    hall.do("call-next", session=hall.session)
    hall.do("start", session=hall.session)
    marks = hall.desk.reader.every(FloorMark)
    interventions = hall.desk.reader.every(Intervention)
    ids = [place.request.id for place in line_up(hall.desk.reader, hall.session).places()]
    hall.do("withdraw-request", request=ids[0])
    hall.do("move-request", request=ids[3], before=ids[1])
    hall.do("swap-requests", request=ids[1], other=ids[2], consents="both in the room")
    hall.do("draw-lots", session=hall.session)
    hall.do("put-back", request=ids[0])
    hall.inscribe("F")
    hall.do("correct-request", request=ids[1], speaker_class="ngo")
    hall.do("close-list", session=hall.session)
    assert hall.desk.reader.every(FloorMark) == marks
    assert hall.desk.reader.every(Intervention) == interventions


def test_a_correction_moves_the_speaker_to_the_place_of_the_class(hall: Hall):
    one, _two = hall.many("A B")
    assert hall.do("correct-request", request=one, speaker_class="ngo")["place"] == 2
    assert hall.do("correct-request", request=one, delegation="KEN", label=None)["place"] == 1
    assert (hall.held(one).speaker_class, hall.held(one).speaker_label) == ("state", None)
    assert hall.do("correct-request", request=one, statement="group", on_behalf_of="G77")["place"] == 1
    assert hall.held(one).speaker_class == "group"
    with pytest.raises(Refused, match="not corrected by hand"):
        hall.do("correct-request", request=one, state="spoke")


def test_a_move_lands_where_it_was_asked_and_is_a_decision_of_the_chair(hall: Hall):
    a, b, c, _d = hall.many("A B C D")
    assert hall.do("move-request", request=c, before=a)["place"] == 1
    assert hall.line() == "C A B D"
    assert hall.do("move-request", request=a)["place"] == 4
    assert hall.line() == "C B D A"
    assert [(one.request, one.other) for one in hall.decisions("move")] == [(c, a), (a, None)]
    assert hall.do("move-request", request=b, before=b)["place"] == 2
    assert len(hall.decisions("move")) == 2
    reply = hall.inscribe("R", queue="right_of_reply")
    with pytest.raises(Refused, match="one queue"):
        hall.do("move-request", request=a, before=reply)


def test_moves_and_undo_of_moves_leave_the_list_as_it_was(hall: Hall):
    a, _b, c = hall.many("A B C")
    hall.do("move-request", request=c, before=a)
    hall.do("move-request", request=a)
    assert hall.line() == "C B A"
    hall.desk.undo()
    assert hall.line() == "C A B"
    hall.desk.undo()
    assert hall.line() == "A B C"
    hall.desk.redo()
    assert hall.line() == "C A B"


def test_an_announced_name_stays_until_the_chair_moves_it(hall: Hall):
    _a, b, c, d = hall.many("A B C D")
    hall.do("call-next", session=hall.session)  # announces B
    hall.inscribe("E", "group", late=False)
    assert hall.held(b).announced
    assert hall.line().startswith("B ")
    hall.do("move-request", request=d, before=b)  # now D is announced as well
    assert hall.line().startswith("D B ")
    hall.do("move-request", request=b)
    assert hall.held(b).announced is None
    assert hall.line().startswith("D C ")
    assert hall.line().endswith(" B")
    hall.do("swap-requests", request=d, other=c, consents="yes")
    assert hall.held(c).announced
    assert hall.held(d).announced is None
    assert hall.line().startswith("C D ")


def test_a_swap_needs_both_consents_and_keeps_them(hall: Hall):
    a, b, c = hall.many("A B C")
    with pytest.raises(Refused, match="both speakers agreed"):
        hall.do("swap-requests", request=a, other=c, consents=" ")
    hall.do("swap-requests", request=a, other=c, consents="A and C agreed at the desk")
    assert hall.line() == "C B A"
    assert hall.decisions("swap")[0].text == "A and C agreed at the desk"
    hall.do("swap-requests", request=a, other=c, consents="back again")
    assert hall.line() == "A B C"
    with pytest.raises(Refused, match="one queue"):
        hall.do("swap-requests", request=b, other=b, consents="x")


def test_the_draw_is_recorded_so_that_anyone_can_replay_it(hall: Hall):
    hall.many("A B C D E F")
    hall.inscribe("G", "group")
    found = hall.do("draw-lots", session=hall.session, number=4)
    [drawn] = hall.decisions("draw")
    assert drawn.seed == found["seed"]
    assert drawn.amount == 4
    assert replay(drawn.seed or "", (drawn.drawn_from or "").split(), drawn.amount) == tuple(found["drawn"])
    assert [hall.held(one).lot for one in found["drawn"]] == [1, 2, 3, 4]
    assert {hall.held(one).lot for one in found["not_drawn"]} == {0}
    order = [place.request.id for place in line_up(hall.desk.reader, hall.session).places()]
    assert order[1:] == [*found["drawn"], *sorted(found["not_drawn"], key=lambda one: hall.held(one).position or "")]
    assert hall.held(order[0]).speaker_class == "group"


def test_the_same_seed_draws_the_same_and_a_seed_is_kept_as_it_was_told(hall: Hall):
    hall.many("A B C D E F")
    first = hall.do("draw-lots", session=hall.session, number=3, seed=" Palais \x07 XX\u0301 ")
    again = hall.do("draw-lots", session=hall.session, number=3, seed="Palais \x07 XX\u0301")
    assert first["drawn"] == again["drawn"]
    kept = hall.decisions("draw")[-1]
    assert replay(kept.seed or "", (kept.drawn_from or "").split(), 3) == tuple(again["drawn"])


def test_a_draw_without_a_number_takes_that_of_the_format_and_of_all_when_there_is_none(hall: Hall):
    hall.many("A B C")
    assert len(hall.do("draw-lots", session=hall.session)["drawn"]) == 3
    upr = Hall("upr-adoption")
    upr.inscribe("review", "concerned_state")
    upr.many(" ".join(f"S{number}" for number in range(20)))
    upr.many("N M", "ngo")
    found = upr.do("draw-lots", session=upr.session)
    assert (len(found["drawn"]), len(found["not_drawn"])) == (13, 7)
    assert {upr.held(one).speaker_class for one in (*found["drawn"], *found["not_drawn"])} == {"state"}
    upr.desk.close()


def test_a_draw_among_nobody_or_of_nobody_is_refused(hall: Hall):
    hall.many("A")
    hall.inscribe("D", "dignitary")
    with pytest.raises(Refused, match="Fewer than two"):
        hall.do("draw-lots", session=hall.session)
    with pytest.raises(Refused, match="At least one"):
        hall.do("draw-lots", session=hall.session, number=0)


def test_at_a_upr_adoption_the_institution_of_a_status_follows_its_state_and_others_wait_for_their_pot():
    hall = Hall("upr-adoption")
    review = hall.body("XXA", category="state", country="XXA")
    own = hall.body("OWN", category="nhri", country="XXA", a_status=True)
    hall.inscribe("N", "ngo")
    hall.inscribe("S")
    hall.inscribe(None, None, delegation=own)
    hall.inscribe(None, "concerned_state", delegation=review)
    assert hall.line() == f"{review} {own} S N"
    hall.do("call-next", session=hall.session)
    assert hall.line().startswith(own)
    hall.desk.close()


def test_who_was_placed_by_an_institution_that_followed_its_state_stays_when_the_state_has_spoken():
    hall = Hall("general-debate")
    body = hall.body("XXA", category="state", country="XXA")
    own = hall.body("OWN", category="nhri", country="XXA", a_status=True)
    hall.inscribe(None, None, delegation=body)
    hall.many("B C")
    institution, ngo = hall.inscribe(None, None, delegation=own), hall.inscribe("N", "ngo")
    assert hall.line() == f"{body} {own} B C N"
    hall.do("move-request", request=ngo, before=institution)
    assert hall.line() == f"{body} N {own} B C"
    hall.inscribe("N2", "ngo")
    hall.do("move-request", request=hall.desk.reader.value("SELECT max(id) FROM floor_request"), before=institution)
    assert hall.line() == f"{body} N N2 {own} B C"
    for _ in range(3):
        hall.do("call-next", session=hall.session)
        hall.do("start", session=hall.session)
        hall.do("stop", session=hall.session)
    assert hall.line() == f"{own} B C"


def test_who_was_announced_takes_no_part_in_a_draw(hall: Hall):
    a, b, c, d = hall.many("A B C D")
    hall.do("call-next", session=hall.session)
    found = hall.do("draw-lots", session=hall.session, number=1, seed="x")
    assert {*found["drawn"], *found["not_drawn"]} == {c, d}
    assert hall.held(a).lot is None
    assert hall.held(b).lot is None


def test_a_move_by_an_institution_holds_when_its_state_is_gone():
    hall = Hall("general-debate")
    body = hall.body("XXA", category="state", country="XXA")
    own = hall.body("OWN", category="nhri", country="XXA", a_status=True)
    state = hall.inscribe(None, None, delegation=body)
    hall.many("B C")
    institution = hall.inscribe(None, None, delegation=own)
    ngo = hall.inscribe("N", "ngo")
    hall.do("move-request", request=ngo, before=institution)
    hall.do("withdraw-request", request=state)
    assert hall.line() == f"N {own} B C"
    hall.desk.close()


def test_two_lists_that_meet_give_one_order_on_both_desks(hall: Hall):
    a, b, c = hall.many("A B C")
    other = MemoryDesk(1)
    other.take(hall.desk.changes())
    hall.do("move-request", request=c, before=a)
    hall.inscribe("H", "group")
    other.run(COMMANDS["move-request"], request=b, before=a)
    other.run(COMMANDS["inscribe"], session=hall.session, label="O", speaker_class="ngo")
    other.take(hall.desk.changes())
    hall.desk.take(other.changes())
    here, there = (
        [one.request.id for one in line_up(desk.reader, hall.session).places()] for desk in (hall.desk, other)
    )
    assert here == there
    assert len(here) == 5
    other.close()


def test_a_clock_that_was_put_back_does_not_turn_decisions_round(hall: Hall):
    a, b, c = hall.many("A B C")
    hall.do("move-request", request=c, before=a)
    hall.desk._start = hall.desk._start.replace(year=2020)
    hall.do("move-request", request=b, before=c)
    assert hall.line() == "B C A"
    times = [one.at or "" for one in hall.decisions("move")]
    assert len(set(times)) == 2


def test_every_command_of_the_list_can_be_undone_and_leaves_the_desk_as_it_was(hall: Hall):
    a, b, c = hall.many("A B C")
    late = hall.inscribe("D", "dignitary", late=True)
    gone = hall.inscribe("E")
    hall.do("mark-absent", request=gone)
    steps: list[tuple[str, dict[str, Any]]] = [
        ("inscribe", {"session": hall.session, "label": "X"}),
        ("confirm-request", {"request": a}),
        ("withdraw-request", {"request": a}),
        ("mark-absent", {"request": a}),
        ("put-back", {"request": gone}),
        ("receive-written", {"request": a}),
        ("correct-request", {"request": a, "speaker_class": "ngo"}),
        ("move-request", {"request": c, "before": a}),
        ("swap-requests", {"request": a, "other": b, "consents": "both"}),
        ("accept-late", {"request": late}),
        ("draw-lots", {"session": hall.session, "number": 2}),
        ("close-list", {"session": hall.session}),
    ]
    for command, arguments in steps:
        before, requests = hall.line(), hall.desk.reader.every(FloorRequest)
        hall.do(command, **arguments)
        assert hall.desk.undo() == command
        assert hall.line() == before
        assert hall.desk.reader.every(FloorRequest) == requests


def test_who_is_absent_when_called_loses_the_turn_and_the_next_is_called(hall: Hall):
    a, b, _c = hall.many("A B C")
    hall.do("call-next", session=hall.session)
    hall.do("mark-absent", request=a)
    assert hall.do("call-next", session=hall.session)["request"] == b
    hall.do("mark-absent", request=b)
    assert hall.held(b).announced is None  # else B, once put back, would stand in front of all
    hall.do("put-back", request=b)
    assert hall.line() == "C B"
    hall.do("withdraw-request", request=b)
    assert hall.do("put-back", request=a)["place"] == 2
    assert hall.line() == "C A"
    assert hall.desk.reader.every(FloorMark) == []


def test_the_list_of_replies_goes_by_inscription_and_leaves_the_floor_alone(hall: Hall):
    hall.many("A B")
    first = hall.inscribe("P", None, queue="panel_reply")
    second = hall.inscribe("Q", None, queue="panel_reply")
    assert hall.held(first).speaker_class == "panellist"
    assert hall.line("panel_reply") == "P Q"
    hall.do("move-request", request=second, before=first)
    hall.inscribe("R", "dignitary", queue="right_of_reply", number=2)
    assert hall.line("panel_reply") == "Q P"
    assert hall.line("right_of_reply") == "R"
    assert hall.line() == "A B"


def test_the_second_round_has_its_own_list_in_which_first_timers_go_first(hall: Hall):
    rounds = [one for one in line_up(hall.desk.reader, hall.session).segments if one.segment_kind == "floor_round"]
    hall.inscribe(None, None, delegation="BRA")
    hall.do("begin-segment", session=hall.session, segment=rounds[0].id)
    hall.do("next", session=hall.session)
    hall.do("start", session=hall.session)
    hall.do("stop", session=hall.session)
    hall.do("end-segment", session=hall.session)
    brazil = hall.inscribe(None, "dignitary", delegation="BRA", number=2)
    ngo = hall.inscribe("N", "ngo", number=2)
    assert hall.line(number=1) == ""
    before = hall.line()  # between two rounds the list is that of the next, as the moderator sees it
    assert len(before.split()) == 2
    hall.do("begin-segment", session=hall.session, segment=rounds[1].id)
    assert [one.request.id for one in line_up(hall.desk.reader, hall.session).places()] == [ngo, brazil]
    assert hall.held(hall.inscribe("O", "ngo")).number == 2
