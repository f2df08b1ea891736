"""How long the window does not answer: while 200 notes are typed, 2,000 scrolled past and narrowed, a proof is made.

And while a session of 20,000 notes is opened, scrolled past and narrowed.

A timer of two milliseconds is asked for again and again; what it comes late is a stall. An idle window of the same run
says what the machine itself is late by. Each part prints the middle, the 99th of a hundred and the longest stall; the
99th may be one frame of a screen above that of the idle window. Beside it stands how long the window's own thread
computed between two ticks: what a machine that has other things to do leaves alone, as it does not the stalls.
"""

import statistics
import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrdesk import app as joining
from hrdesk.desk import Command, Desk
from hrdesk.desktop.shell.entrance import Entrance
from hrdesk.notes.commands import keep_note
from hrdesk.settings import Settings
from hrdesk.store.identity import Profile
from hrdesk.store.pen import Pen
from hrdesk.work import COMMANDS

TICK = 2
"""Milliseconds between two ticks of a window that has nothing else to do."""

ABOVE_IDLE = 16
"""Milliseconds, one frame of a screen, that the 99th of a hundred stalls may be above that of an idle window."""

LONGEST = 100
"""Milliseconds after which a stall is felt as one."""

TYPED, FEW, SCROLLED, LARGE = 200, 40, 2_000, 20_000
AT_ONCE = 1_000
"""Notes that one command keeps where more are made than the benchmark has time to keep one by one."""

SENTENCE = "The delegation said that early warning needs contacts who answer within one day, and that {number} did. "


class Stalls:
    """Notes how late the ticks come while something is done."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._worked: list[float] = []
        self._last = self._last_worked = 0.0
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def __enter__(self) -> "Stalls":
        self._last, self._last_worked = time.perf_counter(), time.thread_time()
        self._timer.start()
        return self

    def __exit__(self, *_told: object) -> None:
        self._timer.stop()

    def longest(self) -> float:
        return max(self._late)

    def of_a_hundred(self) -> float:
        """Give the stall that one of a hundred is as long as, or longer."""
        return ninety_ninth(self._late)

    def told(self, what: str) -> str:
        return (
            f"{what:42} p50 {statistics.median(self._late):6.1f} ms   p99 {self.of_a_hundred():6.1f} ms"
            f"   longest {self.longest():6.1f} ms   ({len(self._late)} ticks)"
            f"   own work p99 {ninety_ninth(self._worked):5.1f} ms   longest {max(self._worked):5.1f} ms"
        )

    def _on_tick(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._late.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._worked.append((worked - self._last_worked) * 1000)
        self._last, self._last_worked = now, worked


def ninety_ninth(values):
    ranked = sorted(values)
    return ranked[int(len(ranked) * 0.99)]


def keep_many(pen: Pen, session: str, first: int, count: int) -> None:
    """Keep notes, every fourth of them public and four times as long."""
    for number in range(first, first + count):
        is_public = number % 4 == 0
        text = SENTENCE.format(number=number) * (4 if is_public else 1)
        keep_note(pen, session, text, sensitivity="public" if is_public else "confidential", language="en")


MANY = Command("keep-many", "Keep many notes", keep_many)


@pytest.fixture(params=[SCROLLED])
def desk(request, tmp_path, profile):
    """Give a desk with 2,000 notes of one session, a quarter of them public, and a document of some 60 pages."""
    Settings(language="en", theme="light", role="rapporteur", name="Desk 1").save(profile)
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(profile))
    session = made.run(COMMANDS["new-consultation"], title="Workshop", language="en")["session"]
    made.run(COMMANDS["add"], kind="session", title="Second session", sensitivity="restricted")
    made.run(COMMANDS["take-seat"], name="Desk 1", role="rapporteur")
    at_once = 1 if request.param == SCROLLED else AT_ONCE
    for first in range(0, request.param, at_once):
        made.run(MANY, session=session, first=first, count=at_once)
    if request.param == SCROLLED:
        made.run(COMMANDS["compose-outcome"], notes=True)
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
    for room in ("outcome", "notes"):
        made.open_room(room)
        rest(qtbot, made, 2_000)
    yield made
    made.close()


def rest(qtbot, window, at_least):
    qtbot.wait(at_least)
    qtbot.waitUntil(lambda: window.workplace.is_idle, timeout=60_000)


def press(widget, text="", key=Qt.Key.Key_unknown):
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))


def type_notes(line, count):
    for number in range(count):
        for letter in f"Note {number}: the delegation proposed a calendar":
            press(line, letter)
            QApplication.processEvents()
        press(line, key=Qt.Key.Key_Return)
        QApplication.processEvents()


def narrow(qtbot, window, notes):
    """Narrow the list key by key, by words few and many notes hold and by class, and show all again each time."""

    def settle():
        qtbot.waitUntil(lambda: not notes.bar._pause.isActive() and not notes.is_loading and window.workplace.is_idle)

    for words in ("delegation", "17", "warn", "nowhere"):
        for letter in words:
            press(notes.bar.words, letter)
            qtbot.wait(40)
        settle()
        notes.bar.clear()
        settle()
    for place in range(1, notes.bar.sensitivity.count()):
        notes.bar.sensitivity.setCurrentIndex(place)
        settle()
    notes.bar.clear()
    settle()


def scroll(notes):
    """Scroll past all notes in some 600 steps."""
    bar = notes.notes.list.verticalScrollBar()
    for place in range(0, bar.maximum(), max(1, bar.maximum() // 600)):
        bar.setValue(place)
        QApplication.processEvents()


def judge(seen):
    """Tell the stalls, and hold them against those of the idle window."""
    print("", *(stalls.told(what) for what, stalls in seen.items()), sep="\n")
    for what, stalls in seen.items():
        assert stalls.of_a_hundred() <= seen["idle"].of_a_hundred() + ABOVE_IDLE, what
        assert stalls.longest() < LONGEST, what


def bench_stalls(qtbot, window):
    sys.setswitchinterval(joining.SWITCH)
    seen = {}
    with Stalls() as seen["idle"]:
        qtbot.wait(3_000)

    notes = window.rooms.panel("notes")
    for what, step, count in (("in a session of its own", 1, TYPED), (f"under {SCROLLED:,} others", -1, FEW)):
        notes.bar.step(step)
        rest(qtbot, window, 1_500)
        before = notes.notes.model.rowCount()
        with Stalls() as seen[f"typing {count} notes {what}"]:
            type_notes(notes.entry.line, count)
            qtbot.waitUntil(lambda: not window.workplace.is_keeping, timeout=60_000)
        assert notes.notes.model.rowCount() == before + count

    rest(qtbot, window, 1_500)
    with Stalls() as seen[f"scrolling {notes.notes.model.rowCount():,} notes"]:
        scroll(notes)

    notes.notes.look_for()
    rest(qtbot, window, 1_500)
    with Stalls() as seen["narrowing them by words and class"]:
        narrow(qtbot, window, notes.notes)

    window.open_room("outcome")
    rest(qtbot, window, 2_000)
    pane = window.rooms.panel("outcome").pane
    with Stalls() as seen["proof"], qtbot.waitSignal(pane.shown, timeout=120_000):
        pane.use_language("fr" if pane.language.currentData() == "en" else "en")
    seen[f"proof of {pane.preview.page_count} pages"] = seen.pop("proof")
    judge(seen)


@pytest.mark.parametrize("desk", [LARGE], indirect=True)
def bench_stalls_of_a_large_session(qtbot, window):
    sys.setswitchinterval(joining.SWITCH)
    seen = {}
    notes = window.rooms.panel("notes")
    qtbot.waitUntil(lambda: notes.notes.list._heights.next_uncounted() < 0, timeout=120_000)
    with Stalls() as seen["idle"]:
        qtbot.wait(3_000)
    with Stalls() as seen[f"opening {LARGE:,} notes"]:
        notes.bar.step(1)
        rest(qtbot, window, 500)
        notes.bar.step(-1)
        rest(qtbot, window, 1_000)
    assert notes.notes.model.rowCount() == LARGE
    with Stalls() as seen[f"scrolling {LARGE:,} notes"]:
        scroll(notes)
    notes.notes.look_for()
    rest(qtbot, window, 1_500)
    with Stalls() as seen["narrowing them by words and class"]:
        narrow(qtbot, window, notes.notes)
    judge(seen)
