"""What a clock shows follows from its marks alone, whatever became of the machine."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.floor.picture import Clock
from hrdesk.floor.rules.clock import Reading, between, in_order, moment_of, offset, read
from hrdesk.records import FloorMark
from hrdesk.records.floor import MARKS
from hrdesk.records.moment import Moment
from tests.floor.clocks import MORNING, FakeClock


class Marking:
    """Makes marks by a clock, as a desk does."""

    def __init__(self, clock: FakeClock | None = None) -> None:
        self.clock = clock or FakeClock()
        self.marks: list[FloorMark] = []

    def mark(self, word: str, amount: int | None = None) -> None:
        now = self.clock.moment()
        at = now.at.isoformat(timespec="milliseconds")
        made = FloorMark(
            f"{len(self.marks):04}", mark=word, at=at, boot=now.boot or None, ticks=now.ticks, amount=amount
        )
        self.marks.append(made)

    def read(self, seconds: int | None = 120) -> Reading:
        return read(self.marks, self.clock.moment(), seconds)


def test_nothing_was_used_before_the_start():
    told = Marking().read()
    assert (told.used, told.left, told.running, told.ended, told.certain) == (0, 120_000, False, False, True)


def test_pauses_do_not_count():
    desk = Marking()
    for word, seconds in (("start", 30.5), ("pause", 600), ("resume", 10), ("stop", 50)):
        desk.mark(word)
        desk.clock.wait(seconds)
    assert desk.read() == Reading(40_500, 120_000, running=False, ended=True)


def test_overtime_is_less_than_nothing_left_and_stays_after_the_stop():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(133.25)
    assert desk.read().left == -13_250
    desk.mark("stop")
    desk.clock.wait(3600)
    assert desk.read().left == -13_250


def test_without_a_limit_nothing_is_left_or_over():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(20)
    assert (desk.read(None).used, desk.read(None).left) == (20_000, None)


def test_an_extension_is_added_also_before_the_start_and_after_the_stop():
    desk = Marking()
    for word in ("extend", "start", "extend", "stop", "extend"):
        desk.mark(word, 30_000 if word == "extend" else None)
        desk.clock.wait(10)
    told = desk.read()
    assert (told.used, told.allowed) == (20_000, 210_000)


@pytest.mark.parametrize("jump", [3600.0, -3600.0, 86_400.0, -7.5])
def test_the_wall_may_jump(jump: float):
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(20)
    desk.clock.set_wall(jump)
    desk.clock.wait(21.3)
    assert desk.read() == Reading(41_300, 120_000, running=True)
    desk.mark("stop")
    assert desk.read() == Reading(41_300, 120_000, ended=True)


def test_sleep_counts():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(3 * 3600)
    assert desk.read().used == 3 * 3_600_000
    assert desk.read().certain


def test_after_a_restart_the_wall_proposes_and_a_person_confirms():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(40)
    desk.clock.restart(seconds=35)
    desk.clock.wait(5)
    assert desk.read() == Reading(80_000, 120_000, running=True, certain=False)
    desk.mark("confirm", 61_000)
    desk.clock.wait(2.5)
    assert desk.read() == Reading(63_500, 120_000, running=True)
    desk.mark("stop")
    assert desk.read() == Reading(63_500, 120_000, ended=True)


def test_a_pause_over_a_restart_leaves_no_doubt():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(40)
    desk.mark("pause")
    desk.clock.restart()
    desk.mark("resume")
    desk.clock.wait(5)
    assert desk.read() == Reading(45_000, 120_000, running=True)


def test_confirming_starts_no_clock_that_stands():
    desk = Marking()
    for word in ("start", "pause"):
        desk.mark(word)
        desk.clock.wait(10)
    desk.mark("confirm", 7_000)
    desk.clock.wait(10)
    assert desk.read() == Reading(7_000, 120_000)
    desk.mark("stop")
    desk.mark("confirm", 8_000)
    desk.clock.wait(10)
    assert desk.read() == Reading(8_000, 120_000, ended=True)


def test_a_stop_after_a_restart_can_still_be_confirmed():
    desk = Marking()
    desk.mark("start")
    desk.clock.wait(30)
    desk.clock.restart()
    desk.mark("stop")
    assert desk.read() == Reading(90_000, 120_000, ended=True, certain=False)
    desk.mark("confirm", 31_000)
    assert desk.read() == Reading(31_000, 120_000, ended=True)


def test_without_a_count_the_wall_is_asked_and_nothing_is_certain():
    desk = Marking(FakeClock(boot=""))
    desk.mark("start")
    desk.clock.wait(12)
    assert desk.read() == Reading(12_000, 120_000, running=True, certain=False)


def test_a_machine_set_back_to_a_snapshot_is_not_believed():
    start, back = Moment(MORNING, "run", 900_000), Moment(MORNING + timedelta(seconds=30), "run", 100_000)
    assert between(start, back) == (30_000, False)


def test_who_looked_a_moment_before_the_mark_sees_nothing_used():
    assert between(Moment(MORNING, "run", 1_000), Moment(MORNING, "run", 950)) == (0, True)


def test_a_wall_that_was_set_back_over_a_restart_gives_nothing_rather_than_less():
    assert between(Moment(MORNING, "run"), Moment(MORNING - timedelta(hours=1), "other")) == (0, False)


def test_two_stops_end_at_the_first_and_two_starts_begin_at_the_first():
    desk = Marking()
    for word in ("start", "start", "stop", "resume", "stop"):
        desk.mark(word)
        desk.clock.wait(10)
    assert desk.read() == Reading(20_000, 120_000, ended=True)


def test_words_of_a_newer_desk_change_nothing():
    desk = Marking()
    for word in ("start", "gavel", "applause", "stop"):
        desk.mark(word)
        desk.clock.wait(10)
    assert desk.read().used == 30_000


@pytest.mark.parametrize("at", [None, "", "soon", "2026-11-20T10:00:00"])
def test_a_mark_whose_time_cannot_be_read_counts_as_long_ago(at: str | None):
    told = moment_of(FloorMark("1", mark="start", at=at))
    assert told.at.year == 1970
    assert told.at.tzinfo is not None


def test_gavels_struck_together_tell_how_far_two_clocks_are_apart():
    here, there = Marking(), Marking(FakeClock(wall=MORNING + timedelta(seconds=92.5)))
    assert offset(here.marks, there.marks) is None
    for desk in (here, there):
        desk.mark("gavel")
        desk.clock.wait(30)
        desk.mark("gavel")
    assert offset(here.marks, there.marks) == 92_500
    assert offset(there.marks, here.marks) == -92_500


words = st.sampled_from((*MARKS, "unknown"))
"""Whatever two desks may have done to one clock."""


@st.composite
def histories(draw: st.DrawFn) -> list[FloorMark]:
    """Make marks of two machines on one clock, with jumps and restarts between."""
    machines = [Marking(FakeClock(boot="one")), Marking(FakeClock(boot="two", ticks=77))]
    made: list[FloorMark] = []
    for number in range(draw(st.integers(0, 12))):
        desk = draw(st.sampled_from(machines))
        desk.clock.wait(draw(st.integers(0, 100_000)) / 1000)
        desk.clock.set_wall(draw(st.sampled_from((0, 0, 0, 500, -500))))
        now = desk.clock.moment()
        word, amount = draw(words), draw(st.integers(0, 200_000) | st.none())
        made.append(
            FloorMark(f"{number:04}", at=now.at.isoformat(), boot=now.boot, ticks=now.ticks, mark=word, amount=amount)
        )
    return made


@given(histories().flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))), st.integers(1, 300))
def test_what_is_read_does_not_depend_on_the_order_in_which_marks_arrived(
    both: tuple[list[FloorMark], list[FloorMark]], seconds: int
):
    made, arrived = both
    now = Moment(MORNING + timedelta(hours=1), "one", 60_000_000)
    assert read(arrived, now, seconds) == read(made, now, seconds)
    assert in_order(arrived) == made


@given(histories())
def test_whatever_two_desks_did_the_clock_holds_together(made: list[FloorMark]):
    now = Moment(MORNING + timedelta(hours=1), "one", 60_000_000)
    told = read(made, now, 60)
    assert told.used >= 0
    assert not (told.running and told.ended)
    assert told.ended == any(mark.mark == "stop" for mark in made)
    assert told.left == (told.allowed or 0) - told.used


@given(st.lists(st.integers(0, 600_000), min_size=2, max_size=20))
def test_time_that_was_measured_adds_up(steps: list[int]):
    desk = Marking()
    desk.mark("start")
    readings = []
    for number, milliseconds in enumerate(steps):
        desk.clock.wait(milliseconds / 1000)
        readings.append(desk.read().used)
        desk.mark("pause" if number % 2 == 0 else "resume")
    assert all(before <= after for before, after in pairwise(readings))
    assert desk.read().used == sum(steps[::2])
    assert desk.read().certain


@given(histories(), st.lists(st.integers(-600_000, 600_000), max_size=3), st.integers(1, 300) | st.none())
def test_a_clock_that_keeps_what_it_showed_at_its_end_shows_what_the_marks_say(made, later, seconds):
    clock = Clock(tuple(made), seconds)
    for gone in later:
        now = Moment(MORNING + timedelta(milliseconds=gone), "one", 1_000_000 + gone)
        assert clock.read(now) == read(made, now, seconds)
