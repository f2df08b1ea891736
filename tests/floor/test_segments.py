"""The clock of the session: segments begin, end and go on again; the gavel falls; the list ends."""

import pytest

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.marks import marks_of_segments
from hrdesk.floor.rules.clock import offset
from hrdesk.floor.rules.turns import running_segment
from hrdesk.records import Floor, FloorMark, FloorRequest
from hrdesk.records.ids import joined_id
from tests.floor.panels import SESSION, Panel


def running(panel: Panel) -> str | None:
    return running_segment(marks_of_segments(panel.desk.reader, SESSION))


def test_segments_follow_each_other_in_the_order_of_the_format():
    panel = Panel.prepared()
    for wanted in ("s1", "s2", "s3", "s4"):
        assert panel.floor("begin-segment")["segment"] == wanted
        assert running(panel) == wanted
        panel.wait(60)
    assert [panel.segment_reading(one).used for one in ("s1", "s2", "s3", "s4")] == [60_000] * 4
    with pytest.raises(Refused, match="no further segment"):
        panel.floor("begin-segment")
    panel.floor("end-segment")
    assert running(panel) is None
    with pytest.raises(Refused, match="No segment goes on"):
        panel.floor("end-segment")


def test_a_segment_may_be_begun_out_of_turn():
    panel = Panel.prepared()
    panel.floor("begin-segment", segment="s3")
    with pytest.raises(Refused, match="goes on already"):
        panel.floor("begin-segment", segment="s3")
    with pytest.raises(Refused, match="has no segment"):
        panel.floor("begin-segment", segment="elsewhere")
    assert panel.floor("begin-segment")["segment"] == "s4"


def test_a_segment_that_ended_too_early_goes_on():
    panel = Panel.prepared()
    panel.floor("begin-segment")
    panel.wait(100)
    panel.floor("begin-segment")
    panel.wait(20)
    panel.floor("begin-segment", segment="s1")
    assert running(panel) == "s1"
    panel.wait(10)
    assert panel.segment_reading("s1").used == 110_000
    assert panel.segment_reading("s2").used == 20_000
    panel.desk.undo()
    assert running(panel) == "s2"
    assert panel.segment_reading("s1").used == 100_000


@pytest.mark.parametrize("jump", [3600, -3600])
def test_the_clock_of_the_session_is_right_after_a_jump_and_a_break(jump: float):
    panel = Panel.prepared()
    panel.floor("begin-segment")
    panel.wait(10)
    panel.clock.set_wall(jump)
    panel.floor("pause-session")
    with pytest.raises(Refused, match="paused already"):
        panel.floor("pause-session")
    panel.wait(900)
    panel.floor("resume-session")
    with pytest.raises(Refused, match="not paused"):
        panel.floor("resume-session")
    panel.wait(5.5)
    panel.floor("begin-segment")
    panel.wait(1)
    assert panel.segment_reading("s1").used == 15_500
    assert running(panel) == "s2"


def test_a_speaker_who_goes_on_into_the_next_segment_keeps_the_clock():
    panel = Panel.prepared()
    panel.floor("begin-segment", segment="s2")
    panel.floor("call-next")
    panel.floor("start")
    panel.wait(50)
    panel.floor("begin-segment")
    panel.wait(50)
    assert panel.reading().used == 100_000
    panel.floor("stop")
    assert panel.last.intervention.segment == "s2"


def test_two_desks_that_began_different_segments_agree_after_a_merge():
    panel = Panel.prepared()
    spare = panel.hand_over()
    panel.wait(1)
    panel.floor("begin-segment", segment="s1")
    spare.wait(5)
    spare.floor("begin-segment", segment="s2")
    panel.take(spare)
    spare.take(panel)
    assert running(panel) == running(spare) == "s2"
    panel.floor("end-segment")
    assert running(panel) is None


def test_the_gavel_compares_two_clocks():
    panel = Panel.prepared()
    other = panel.hand_over(wrong_by=-42.25)
    for desk in (panel, other):
        desk.floor("gavel")
    panel.take(other)
    gavels = panel.desk.reader.every(FloorMark, session=SESSION, mark="gavel")
    here, there = ([one for one in gavels if one.device == desk.desk.device[:16]] for desk in (panel, other))
    assert offset(here, there) == -42_250


def test_who_still_waits_at_the_end_was_not_reached():
    panel = Panel.prepared()
    panel.floor("call-next")
    panel.floor("start")
    assert panel.floor("end-list") == {"not_reached": ["r2", "r3", "r4"]}
    assert [panel.state(one) for one in ("r1", "r2", "r4")] == ["speaking", "not_reached", "not_reached"]
    with pytest.raises(Refused, match="Nobody is waiting any more"):
        panel.floor("end-list")
    panel.desk.undo()
    assert panel.state("r2") == "inscribed"


def test_the_list_of_one_round_may_end_alone():
    panel = Panel.prepared()
    panel.do(Command("second", "s", lambda pen: pen.change(FloorRequest, "r2", number=2).id))
    panel.do(Command("right", "r", lambda pen: pen.change(FloorRequest, "r3", queue="right_of_reply").id))
    assert panel.floor("end-list", number=1, queue="floor") == {"not_reached": ["r1", "r4"]}
    assert panel.floor("end-list", number=2) == {"not_reached": ["r2"]}


def test_without_a_format_there_are_no_segments():
    panel = Panel.prepared()
    panel.do(Command("none", "n", lambda pen: pen.delete(Floor, joined_id("floor", SESSION))))
    with pytest.raises(Refused, match="has no format"):
        panel.floor("begin-segment")
