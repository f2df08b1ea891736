"""The count of this run of the machine goes on, and its name is known again by this desk alone."""

import sys
import time
from datetime import UTC, datetime

import pytest

from hrdesk.records.moment import Moment
from hrdesk.store import machine_clock
from hrdesk.store.machine_clock import BOOT_ID, counted, moment_by, name_of_run, system_clock
from tests.floor.clocks import MORNING, FakeClock


@pytest.fixture
def another_machine(monkeypatch: pytest.MonkeyPatch):
    """Forget what this machine is called, before and after."""
    name_of_run.cache_clear()
    yield monkeypatch
    name_of_run.cache_clear()


def test_the_wall_is_that_of_the_system_with_its_zone():
    before = datetime.now(UTC)
    assert before <= system_clock() <= datetime.now(UTC)


def test_the_count_goes_on_as_time_does():
    before, beginning = counted(), time.perf_counter()
    time.sleep(0.2)
    gone = (time.perf_counter() - beginning) * 1000
    assert abs(counted() - before - gone) < 50


@pytest.mark.skipif(sys.platform != "linux", reason="reads what only Linux tells")
def test_linux_counts_from_its_start_with_the_time_it_slept():
    assert abs(counted() - time.clock_gettime(time.CLOCK_BOOTTIME) * 1000) < 100
    assert name_of_run() == BOOT_ID.read_text("ascii").strip()


def test_a_run_has_one_name_as_long_as_the_program_lives():
    assert name_of_run() == name_of_run() != ""


def test_where_the_system_tells_no_name_the_run_of_the_program_has_one(another_machine: pytest.MonkeyPatch):
    def tell_nothing() -> str:
        raise OSError

    another_machine.setattr(machine_clock, "_name_by_the_system", tell_nothing)
    assert name_of_run().startswith("program:")
    assert name_of_run() == name_of_run()


@pytest.mark.skipif(sys.platform == "darwin", reason="there the function is found")
def test_a_function_that_the_system_lacks_is_no_fault(another_machine: pytest.MonkeyPatch):
    another_machine.setattr(sys, "platform", "darwin")
    assert name_of_run().startswith("program:")


def test_a_moment_names_the_run_for_one_device_at_one_desk_only():
    clock = FakeClock(boot="as the system has it")
    told = moment_by(clock, "desk", "device.1")
    assert told == moment_by(clock, "desk", "device.2")
    others = [moment_by(clock, "other", "device.1"), moment_by(clock, "desk", "other.1")]
    others.append(moment_by(FakeClock(boot="the next run"), "desk", "device.1"))
    assert len({told.boot, *(one.boot for one in others)}) == 4
    assert clock.boot not in told.boot
    assert (told.at, told.ticks) == (MORNING, clock.ticks)


def test_a_clock_without_a_count_gives_the_wall_alone():
    assert moment_by(lambda: MORNING, "desk", "device.1") == Moment(MORNING)
    assert moment_by(FakeClock(boot=""), "desk", "device.1") == Moment(MORNING)
