"""Work in other threads: one asker hears the answers in the order of the questions, however quickly they are found."""

from threading import Event

import pytest

from hrdesk.desktop.shell.jobs import Jobs, asker_of


class Asker:
    def __init__(self) -> None:
        self.heard: list[int] = []

    def hear(self, told: int) -> None:
        self.heard.append(told)

    def by_name(self):
        return lambda told: self.heard.append(told)


@pytest.fixture
def jobs(qapp) -> Jobs:
    return Jobs()


def fail(error: Exception) -> None:
    raise error


@pytest.mark.parametrize("way", ["method", "lambda"])
def test_an_answer_waits_for_those_that_were_asked_for_before(qtbot, jobs, way):
    one, other, going_on = Asker(), Asker(), Event()
    hears = {who: who.hear if way == "method" else who.by_name() for who in (one, other)}
    jobs.start(lambda: going_on.wait(10) and 1, hears[one], fail, asker_of(hears[one]))
    again = one.hear if way == "method" else one.by_name()
    jobs.start(lambda: 2, again, fail, asker_of(again))
    jobs.start(lambda: 3, hears[other], fail, asker_of(hears[other]))
    qtbot.waitUntil(lambda: other.heard == [3])
    qtbot.wait(20)
    assert one.heard == []
    going_on.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert one.heard == [1, 2]


def test_what_fails_lets_the_next_answer_come(qtbot, jobs):
    one, going_on = Asker(), Event()
    failed: list[Exception] = []

    def breaks() -> int:
        going_on.wait(10)
        raise ValueError("broken")

    jobs.start(breaks, one.hear, failed.append, asker_of(one.hear))
    jobs.start(lambda: 2, one.hear, failed.append, asker_of(one.hear))
    going_on.set()
    qtbot.waitUntil(lambda: jobs.is_idle)
    assert one.heard == [2]
    assert [str(error) for error in failed] == ["broken"]


def test_whoever_asks_again_in_the_answer_is_heard(qtbot, jobs):
    heard: list[int] = []

    def hear(told: int) -> None:
        heard.append(told)
        if told < 3:
            jobs.start(lambda: told + 1, hear, fail, asker_of(hear))

    jobs.start(lambda: 1, hear, fail, asker_of(hear))
    qtbot.waitUntil(lambda: heard == [1, 2, 3])
