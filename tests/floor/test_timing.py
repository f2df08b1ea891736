"""The clock of the speaker by commands: right to 0.1 seconds whatever happens to the laptop or to the list."""

import contextlib

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.records import FloorDecision, FloorMark, FloorRequest, Intervention, Person, Session
from tests.floor.panels import SESSION, Panel, interventions

TENTH = 100
"""Milliseconds by which a clock may be wrong."""


def speaking(seconds: float = 30, **prepared: int) -> Panel:
    """Give a panel at which the first speaker has had the floor for so long."""
    panel = Panel.prepared(**prepared)
    panel.floor("begin-segment", segment="s2")
    panel.floor("call-next")
    panel.wait(3)
    panel.floor("start")
    panel.wait(seconds)
    return panel


def assert_used(panel: Panel, seconds: float, *, certain: bool = True) -> None:
    told = panel.reading()
    assert abs(told.used - seconds * 1000) < TENTH
    assert told.certain == certain


def test_an_intervention_from_call_to_stop():
    panel = Panel.prepared()
    panel.floor("begin-segment", segment="s2")
    called = panel.floor("call-next", after="")
    assert (called["request"], panel.state("r1")) == ("r1", "called")
    [held] = interventions(panel)
    assert (held.id, held.segment, held.seconds) == (called["intervention"], "s2", 120)
    panel.wait(10)
    assert panel.reading().used == 0
    assert panel.floor("start")["intervention"] == held.id
    assert panel.state("r1") == "speaking"
    panel.wait(60)
    panel.floor("pause")
    panel.wait(100)
    panel.floor("resume")
    panel.floor("extend", seconds=30)
    panel.wait(70.5)
    told = panel.reading()
    assert (told.used, told.allowed, told.left) == (130_500, 150_000, 19_500)
    panel.floor("stop")
    panel.wait(100)
    assert panel.reading().used == 130_500
    assert panel.state("r1") == "spoke"


def test_the_clock_is_right_after_the_laptop_slept():
    panel = speaking(30)
    panel.clock.wait(5400)
    assert_used(panel, 5430)


@pytest.mark.parametrize("jump", [7200, -7200, 0.5, -0.5])
def test_the_clock_is_right_after_the_clock_of_the_system_jumped(jump: float):
    panel = speaking(30)
    panel.clock.set_wall(jump)
    panel.wait(20.2)
    assert_used(panel, 50.2)
    panel.floor("pause")
    panel.clock.set_wall(-2 * jump)
    panel.wait(9)
    panel.floor("resume")
    panel.wait(5)
    panel.floor("stop")
    assert_used(panel, 55.2)
    panel.clock.set_wall(-3 * jump)
    panel.floor("call-next")
    assert [one.intervention.request for one in panel.standings] == ["r1", "r2"]


def test_no_edit_of_the_list_touches_the_clock():
    panel = speaking(30)
    before = panel.reading()

    def edit(pen):
        pen.delete(FloorRequest, "r3")
        pen.change(FloorRequest, "r2", position="z9", speaker_class="ngo", state="withdrawn")
        pen.change(FloorRequest, "r1", speaker_label="Delegation 1, corrected", speaker_class="ngo", position="z8")
        pen.create(FloorRequest, session=SESSION, speaker_label="Late", state="inscribed", position="a0")
        pen.create(FloorDecision, session=SESSION, decision="limit", amount=90, at=pen.now)

    panel.do(Command("edit-list", "edit", edit))
    assert panel.reading() == before
    panel.wait(12.4)
    assert_used(panel, 42.4)
    assert panel.reading().allowed == 120_000
    panel.desk.undo()
    assert_used(panel, 42.4)


def test_after_a_restart_the_time_is_proposed_and_a_person_confirms():
    panel = speaking(30)
    panel.clock.restart(seconds=50)
    assert_used(panel, 80, certain=False)
    panel.floor("confirm-elapsed", seconds=65)
    panel.wait(3.3)
    assert_used(panel, 68.3)
    panel.floor("stop")
    assert_used(panel, 68.3)


def test_what_is_proposed_is_confirmed_to_the_millisecond():
    panel = speaking(30)
    panel.clock.restart(seconds=50.123)
    panel.floor("confirm-elapsed")
    panel.wait(1)
    assert panel.reading().used == 81_123
    assert panel.reading().certain


def test_a_spare_laptop_takes_the_running_intervention_over():
    panel = speaking(30)
    spare = panel.hand_over()
    spare.wait(10)
    assert_used(spare, 40, certain=False)
    spare.floor("confirm-elapsed")
    spare.wait(5)
    assert_used(spare, 45)
    spare.floor("stop")
    spare.floor("call-next")
    panel.wait(30)
    panel.take(spare)
    assert [one.state for one in panel.standings] == ["ended", "called"]
    assert panel.reading(panel.standings[0]).used == 45_000
    assert panel.reading(panel.standings[0]).certain


def test_a_spare_laptop_whose_clock_is_wrong_is_set_right_by_a_person():
    panel = speaking(30)
    spare = panel.hand_over(wrong_by=-3600)
    assert_used(spare, 0, certain=False)
    spare.floor("confirm-elapsed", seconds=33)
    spare.wait(7)
    spare.floor("stop")
    assert_used(spare, 40)
    assert [one.mark for one in spare.last.marks] == ["start", "confirm", "stop"]


def test_undo_and_redo_of_a_step_leave_the_time_true():
    panel = speaking(30)
    panel.floor("stop")
    panel.desk.undo()
    assert panel.state("r1") == "speaking"
    panel.wait(5)
    assert_used(panel, 35)
    panel.desk.redo()
    assert_used(panel, 30)
    assert panel.state("r1") == "spoke"


def test_take_back_goes_step_by_step_to_the_call_and_no_further():
    panel = speaking(30)
    panel.floor("stop")
    before = panel.last
    panel.floor("call-next")
    panel.floor("start")
    panel.wait(4)
    panel.floor("pause")
    panel.floor("take-back")
    assert panel.last.state == "speaking"
    assert_used(panel, 4)
    panel.floor("take-back")
    assert (panel.last.state, panel.state("r2")) == ("called", "called")
    panel.floor("take-back")
    assert panel.state("r2") == "inscribed"
    with pytest.raises(Refused, match="The speaker before was not touched"):
        panel.floor("take-back")
    assert panel.last == before
    assert panel.state("r1") == "spoke"
    assert panel.floor("call-next")["request"] == "r2"


def test_a_stop_that_is_taken_back_was_never_there():
    panel = speaking(30)
    panel.floor("stop")
    panel.wait(6)
    panel.floor("take-back")
    assert panel.state("r1") == "speaking"
    assert_used(panel, 36)


def test_take_back_gives_the_state_back_in_which_somebody_waited():
    panel = Panel.prepared()
    panel.do(Command("confirm", "c", lambda pen: pen.change(FloorRequest, "r1", state="confirmed").id))
    panel.floor("call-next")
    panel.floor("take-back")
    assert panel.state("r1") == "confirmed"


def test_two_presses_take_one_step_back():
    panel = speaking(30)
    panel.floor("stop")
    seen = panel.floor("call-next")["intervention"]
    panel.floor("take-back", after=seen)
    with pytest.raises(Refused, match="second press"):
        panel.floor("take-back", after=seen)


def test_two_presses_do_not_call_two():
    panel = speaking(30)
    seen = panel.floor("stop")["intervention"]
    panel.floor("call-next", after=seen)
    with pytest.raises(Refused, match="second press"):
        panel.floor("call-next", after=seen)
    with pytest.raises(Refused, match="has not begun"):
        panel.floor("call-next")
    assert len(interventions(panel)) == 2


def test_one_hasty_press_does_not_start_and_stop():
    panel = Panel.prepared()
    called = panel.floor("next", after="")
    started = panel.floor("next", after=called["intervention"])
    with pytest.raises(Refused, match="second press"):
        panel.floor("next", after="")
    later = panel.floor("pause")
    with pytest.raises(Refused, match="second press"):
        panel.floor("next", after=started["mark"])
    assert panel.floor("next", after=later["mark"])["request"] == "r2"


def test_a_clicker_is_enough():
    panel = Panel.prepared(speakers=2)
    panel.floor("begin-segment", segment="s2")
    told = [panel.floor("next") for _ in range(5)]
    assert [one["request"] for one in told] == ["r1", "r1", "r2", "r2", "r2"]
    assert [panel.state(one) for one in ("r1", "r2")] == ["spoke", "spoke"]
    with pytest.raises(Refused, match="Nobody is waiting"):
        panel.floor("next")


def test_who_is_absent_when_called_leaves_the_floor_free():
    panel = Panel.prepared()
    panel.floor("call-next")
    panel.do(Command("absent", "a", lambda pen: pen.change(FloorRequest, "r1", state="absent").id))
    assert panel.floor("call-next")["request"] == "r2"
    panel.floor("start")
    assert [one.state for one in panel.standings] == ["void", "speaking"]


def test_a_limit_that_is_cut_after_the_call_holds_from_the_start():
    panel = Panel.prepared()
    panel.floor("call-next")
    cut = {"session": SESSION, "decision": "limit", "amount": 90}
    panel.do(Command("limit", "l", lambda pen: pen.create(FloorDecision, at=pen.now, **cut)))
    panel.floor("start")
    assert panel.reading().allowed == 90_000
    panel.do(Command("limit", "l", lambda pen: pen.create(FloorDecision, at=pen.now, **cut | {"amount": 60})))
    panel.wait(5)
    assert panel.reading().allowed == 90_000


def test_names_are_announced_ahead():
    panel = Panel.prepared(announced=2)
    panel.floor("call-next")
    held = {one.id: one.announced for one in panel.desk.reader.every(FloorRequest)}
    assert [one for one, said in held.items() if said] == ["r2", "r3"]
    assert (held["r2"] or "") < (held["r3"] or "")


def test_one_of_those_who_wait_may_be_called_before_the_others():
    panel = Panel.prepared()
    assert panel.floor("call", request="r3")["request"] == "r3"
    panel.floor("start")
    panel.floor("stop")
    with pytest.raises(Refused, match="not waiting"):
        panel.floor("call", request="r3")
    with pytest.raises(Refused, match="no request"):
        panel.floor("call", request="elsewhere")


def test_a_panellist_replies_without_a_place_on_the_list():
    panel = Panel.prepared()
    panel.do(Command("person", "p", lambda pen: pen.create(Person, "panellist", name="Panellist")))
    panel.floor("begin-segment", segment="s3")
    told = panel.floor("begin-reply", person="panellist")
    held = panel.desk.reader.get(FloorRequest, told["request"])
    assert held
    assert (held.speaker_class, held.queue, held.state, held.delegation) == ("panellist", "panel_reply", "called", None)
    panel.floor("start")
    panel.wait(100)
    panel.floor("stop")
    assert (panel.reading().used, panel.reading().allowed) == (100_000, None)
    panel.do(Command("inscribe", "i", lambda pen: pen.change(FloorRequest, held.id, state="confirmed").id))
    assert panel.floor("begin-reply", person="panellist")["request"] == held.id
    panel.floor("take-back")
    with pytest.raises(Refused, match="There is no speaker"):
        panel.floor("begin-reply", person="nobody")


def test_in_the_time_of_replies_those_who_reply_are_called():
    panel = Panel.prepared()

    def ask(pen):
        told = {"session": SESSION, "state": "inscribed", "number": 1}
        pen.create(FloorRequest, "reply", speaker_class="panellist", queue="panel_reply", **told)
        pen.create(FloorRequest, "right", speaker_class="state", queue="right_of_reply", **told)

    panel.do(Command("ask", "a", ask))
    panel.floor("begin-segment", segment="s3")
    assert panel.floor("call-next")["request"] == "reply"
    panel.floor("take-back")
    assert panel.floor("call-next", queue="right_of_reply")["request"] == "right"
    panel.floor("take-back")
    assert panel.floor("call-next", queue="floor")["request"] == "r1"


@pytest.mark.parametrize(
    ("command", "arguments", "sentence"),
    [
        ("start", {}, "Nobody is called"),
        ("pause", {}, "running"),
        ("resume", {}, "paused"),
        ("stop", {}, "Nobody has the floor"),
        ("extend", {"seconds": 30}, "Nobody has the floor"),
        ("take-back", {}, "nothing of this speaker"),
        ("confirm-elapsed", {"seconds": 3}, "Nobody has spoken"),
    ],
)
def test_before_anybody_is_called_nothing_can_be_done(command: str, arguments: dict[str, int], sentence: str):
    panel = Panel.prepared()
    with pytest.raises(Refused, match=sentence):
        panel.floor(command, **arguments)
    with pytest.raises(Refused, match="no session"):
        panel.do(command, session="elsewhere", **arguments)


@pytest.mark.parametrize(
    ("command", "arguments", "sentence"),
    [
        ("start", {}, "started already"),
        ("resume", {}, "paused"),
        ("call-next", {}, "Somebody has the floor"),
        ("call", {"request": "r2"}, "Somebody has the floor"),
        ("extend", {"seconds": 0}, "at least one second"),
        ("extend", {"seconds": -5}, "at least one second"),
        ("extend", {"seconds": 10**9}, "at least one second"),
        ("confirm-elapsed", {"seconds": -1}, "between nothing and a day"),
    ],
)
def test_while_somebody_speaks_these_are_refused_and_change_nothing(
    command: str, arguments: dict[str, int], sentence: str
):
    panel = speaking()
    before = panel.desk.state()
    with pytest.raises(Refused, match=sentence):
        panel.floor(command, **arguments)
    assert panel.desk.state() == before


def test_who_is_called_and_has_not_begun_cannot_be_stopped():
    panel = Panel.prepared()
    panel.floor("call-next")
    with pytest.raises(Refused, match="has not begun"):
        panel.floor("stop")


def test_two_desks_that_time_the_same_intervention_say_the_same_after_a_merge():
    panel = Panel.prepared()
    panel.floor("call-next")
    spare = panel.hand_over()
    for desk, steps in ((panel, (1, 60, 10)), (spare, (2, 61, 20))):
        for command, seconds in zip(("start", "stop"), steps, strict=False):
            desk.wait(seconds)
            desk.floor(command)
    panel.take(spare)
    spare.take(panel)
    assert panel.desk.state() == spare.desk.state()
    assert [one.mark for one in panel.last.marks] == ["start", "start", "stop", "stop"]
    assert panel.last.state == "ended"
    assert panel.state("r1") == spare.state("r1") == "spoke"
    for desk in (panel, spare):
        assert desk.reading().used == 60_000


def test_two_desks_that_call_different_speakers_leave_one_at_the_microphone():
    panel = Panel.prepared()
    spare = panel.hand_over()
    panel.wait(1)
    panel.floor("call-next")
    panel.floor("start")
    spare.wait(5)
    spare.floor("call", request="r2")
    spare.floor("start")
    panel.take(spare)
    spare.take(panel)
    for desk in (panel, spare):
        assert desk.last.intervention.request == "r2"
    spare.floor("stop")
    assert [one.state for one in spare.standings] == ["ended", "ended"]
    panel.take(spare)
    assert panel.desk.state() == spare.desk.state()


def test_of_two_who_were_called_at_once_nobody_is_lost():
    panel = Panel.prepared()
    spare = panel.hand_over()
    panel.wait(1)
    panel.floor("call-next")
    spare.wait(5)
    spare.floor("call", request="r2")
    panel.take(spare)
    assert [one.state for one in panel.standings] == ["void", "called"]
    panel.floor("start")
    stopped = panel.floor("stop")
    assert (panel.last.state, panel.last.intervention.request) == ("called", "r1")
    with pytest.raises(Refused, match="second press"):
        panel.floor("take-back", after=stopped["mark"])
    panel.floor("take-back", after=panel.last.intervention.id)
    assert (panel.state("r1"), panel.state("r2")) == ("inscribed", "spoke")
    assert panel.floor("call-next")["request"] == "r1"


steps = st.lists(
    st.tuples(
        st.sampled_from(("next", "start", "pause", "resume", "stop", "take-back", "extend", "confirm-elapsed")),
        st.integers(0, 90),
    ),
    max_size=6,
)


@settings(max_examples=25)
@example([("next", 0), ("next", 0), ("stop", 0)], [("next", 0)], [("take-back", 0), ("take-back", 0)])
@given(steps, steps, steps)
def test_whatever_two_desks_did_they_say_the_same_after_a_merge(
    before: list[tuple[str, int]], here: list[tuple[str, int]], there: list[tuple[str, int]]
):
    panel = Panel.prepared()
    play(panel, before)
    spare = panel.hand_over()
    play(panel, here)
    play(spare, there)
    panel.take(spare)
    spare.take(panel)
    spare.clock.wall = panel.clock.wall
    assert panel.standings == spare.standings
    assert panel.desk.state() == spare.desk.state()
    for _each in panel.standings:  # of two who were called at once the other one stands there when the first is done
        play(panel, [("start", 1), ("stop", 1)])
    assert not [one for one in panel.standings if one.is_open]


def play(panel: Panel, told: list[tuple[str, int]]) -> None:
    """Press keys whether they do anything or are refused."""
    for command, seconds in told:
        panel.wait(seconds)
        with contextlib.suppress(Refused):
            panel.floor(command, **({"seconds": 30} if command == "extend" else {}))


def test_no_mark_tells_which_machine_it_was_made_on():
    panel = speaking()
    for mark in panel.desk.reader.every(FloorMark):
        assert mark.boot
        assert panel.clock.boot not in mark.boot
        assert mark.device == panel.desk.device.partition(".")[0]


def test_a_plain_callable_is_a_clock_too():
    panel = Panel.prepared()
    panel.desk.clock = panel.clock.__call__  # type: ignore[method-assign]
    panel.floor("call-next")
    panel.floor("start")
    panel.clock.wait(8)
    [mark] = panel.last.marks
    assert (mark.boot, mark.ticks) == (None, None)
    assert panel.reading().used == 8_000


@pytest.mark.parametrize("name", ["zz", "u-1", "7" + "z" * 25, "z" * 26])
def test_an_id_that_no_desk_gives_stops_nobody(name: str):
    panel = Panel.prepared()
    panel.do(Command("odd", "o", lambda pen: pen.create(FloorMark, name, session=SESSION, mark="gavel")))
    panel.do(Command("odd", "o", lambda pen: pen.create(Intervention, name, session=SESSION, request="r4")))
    told = [panel.floor("next") for _ in range(3)]
    assert [one["request"] for one in told] == ["r1", "r1", "r2"]
    assert panel.state("r1") == "spoke"


def test_a_session_that_was_deleted_has_no_floor():
    panel = speaking()
    panel.do(Command("delete-session", "d", lambda pen: pen.delete(Session, SESSION)))
    with pytest.raises(Refused, match="no session"):
        panel.floor("stop")
