"""How long the window does not answer while the floor runs: 500 requests on the list, a day of 300 interventions.

Measured as in ``bench_window``: what a timer of two milliseconds comes late, beside an idle window of the same run.
"""

import sys
from datetime import timedelta

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hrdesk import app as joining
from hrdesk.agenda.participants.vocabulary import ensure, shipped
from hrdesk.desk import Command, Desk, system_clock
from hrdesk.desktop.floor.doing import TWICE
from hrdesk.desktop.shell.entrance import Entrance
from hrdesk.floor.marks import make_mark
from hrdesk.records import FloorRequest, Intervention
from hrdesk.records.ids import between
from hrdesk.settings import Settings
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.benchmarks.bench_window import ABOVE_IDLE, LONGEST, Stalls

REQUESTS, INTERVENTIONS, INSCRIBED, MOVED, CALLED = 500, 300, 40, 30, 12
SECONDS = 5
BETWEEN, BETWEEN_MOVES = 30, 100
"""Milliseconds between two letters, thrice as quick as a quick typist, and between two moves up the list."""


@pytest.fixture
def desk(tmp_path, profile):
    """Give a desk whose session has had 300 interventions and has 500 requests waiting."""
    Settings(language="en", theme="light", role="moderator", name="Desk 1").save(profile)
    passed = [timedelta(hours=-8)]
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(profile), lambda: system_clock() + passed[0])
    session = made.run(COMMANDS["new-consultation"], title="A long day", language="en")["session"]
    made.run(COMMANDS["take-seat"], name="Desk 1", role="moderator")
    made.run(COMMANDS["choose-format"], session=session, format="panel-2016")
    for _segment in range(2):
        made.run(COMMANDS["begin-segment"], session=session)

    def fill(pen):
        codes = [one.code for one in shipped().entries]
        position = None
        for number in range(REQUESTS + INTERVENTIONS):
            position = between(position, None)
            is_done = number < INTERVENTIONS
            request = pen.create(
                FloorRequest,
                session=session,
                delegation=ensure(pen, codes[number % len(codes)]),
                speaker_class="state",
                queue="floor",
                number=1,
                state="spoke" if is_done else "inscribed",
                inscribed_at=pen.now,
                position=position,
            )
            if is_done:
                spoken = pen.create(Intervention, session=session, request=request, seconds=120)
                start = make_mark(pen, session, "start", intervention=spoken)
                assert start
                passed[0] += timedelta(seconds=80)
                make_mark(pen, session, "stop", intervention=spoken)

    made.run(Command("fill", "fill", fill))
    made.close()
    return made.path


@pytest.fixture
def window(qtbot, qapp, profile, desk):
    """Give the real window, open on that desk and at rest."""
    made = joining.make_window(qapp)
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    entrance = Entrance(made, Profile(profile), joining.parts(made))
    with qtbot.waitSignal(made.attended, timeout=20_000):
        entrance.open(desk)
    made.open_room("floor")
    rest(qtbot, made, 6_000)
    yield made
    made.close()


def rest(qtbot, window, at_least):
    qtbot.wait(at_least)
    qtbot.waitUntil(lambda: window.workplace.is_idle, timeout=60_000)


def write(qtbot, widget, text):
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QCoreApplication.sendEvent(widget, key)
        qtbot.wait(BETWEEN)


def bench_stalls_on_the_floor(qtbot, window):
    sys.setswitchinterval(joining.SWITCH)
    panel, seen = window.rooms.panel("floor"), {}
    assert len(panel.picture.waiting) == REQUESTS
    assert len(panel.picture.turns) == INTERVENTIONS
    with Stalls() as seen["idle"]:
        qtbot.wait(3_000)

    with Stalls() as seen[f"inscribing {INSCRIBED} by keys"]:
        for number in range(INSCRIBED):
            write(qtbot, panel.line.line, f"speaker {number}")
            QTest.keySequence(panel.line.line, QKeySequence("Return"))
            qtbot.wait(BETWEEN)
        qtbot.waitUntil(lambda: len(panel.picture.waiting) == REQUESTS + INSCRIBED, timeout=60_000)

    rest(qtbot, window, 1_000)
    with Stalls() as seen[f"moving {MOVED} up the list"]:
        panel.queues.waiting.choose(panel.picture.waiting[REQUESTS // 2].speaker.request.id)
        for _place in range(MOVED):
            panel.list_keys.move_up()
            qtbot.wait(BETWEEN_MOVES)
        qtbot.waitUntil(lambda: not window.workplace.is_keeping, timeout=60_000)

    rest(qtbot, window, 1_000)
    panel.stage.toggle_room()
    panel.stage.toggle_podium()
    rest(qtbot, window, 1_000)
    with Stalls() as seen[f"calling and starting {CALLED}, two screens"]:
        for _speaker in range(CALLED * 2):
            panel.clock_keys.go_on()
            qtbot.wait(TWICE + 50)
        qtbot.waitUntil(lambda: window.workplace.is_idle, timeout=60_000)
    assert panel.picture.current is not None

    with Stalls() as seen[f"a clock for {SECONDS} s, two screens"]:
        qtbot.wait(SECONDS * 1_000)

    bar = panel.queues.waiting.verticalScrollBar()
    with Stalls() as seen[f"scrolling {REQUESTS}"]:
        for place in range(0, bar.maximum(), max(1, bar.maximum() // 300)):
            bar.setValue(place)
            QApplication.processEvents()
    print("", *(stalls.told(what) for what, stalls in seen.items()), sep="\n")
    for what, stalls in seen.items():
        assert stalls.of_a_hundred() <= seen["idle"].of_a_hundred() + ABOVE_IDLE, what
        assert stalls.longest() < LONGEST, what
