"""How long the window does not answer: while 200 notes are typed, 2,000 scrolled past, a proof of 60 pages is made.

A timer of two milliseconds is asked for again and again; what it comes late is a stall. An idle window of the same run
says what the machine itself is late by. Each part prints the middle, the 99th of a hundred and the longest stall.
"""

import statistics
import sys
import time

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from hrdesk import app as joining
from hrdesk.desk import Desk
from hrdesk.desktop.shell.entrance import Entrance
from hrdesk.settings import Settings
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

TICK = 2
"""Milliseconds between two ticks of a window that has nothing else to do."""

LONGEST = 100
"""Milliseconds after which a stall is felt as one."""

TYPED, FEW, SCROLLED = 200, 40, 2_000
SENTENCE = "The delegation said that early warning needs contacts who answer within one day, and that {number} did. "


class Stalls:
    """Notes how late the ticks come while something is done."""

    def __init__(self) -> None:
        self._late: list[float] = []
        self._last = 0.0
        self._timer = QTimer(interval=TICK, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_tick)

    def __enter__(self) -> "Stalls":
        self._last = time.perf_counter()
        self._timer.start()
        return self

    def __exit__(self, *_told: object) -> None:
        self._timer.stop()

    def longest(self) -> float:
        return max(self._late)

    def told(self, what: str) -> str:
        ranked = sorted(self._late)
        return (
            f"{what:42} p50 {statistics.median(ranked):6.1f} ms   p99 {ranked[int(len(ranked) * 0.99)]:6.1f} ms"
            f"   longest {ranked[-1]:6.1f} ms   ({len(ranked)} ticks)"
        )

    def _on_tick(self) -> None:
        now = time.perf_counter()
        self._late.append(max(0.0, (now - self._last) * 1000 - TICK))
        self._last = now


@pytest.fixture
def desk(tmp_path, profile):
    """Give a desk with 2,000 notes of one session, a quarter of them public, and a document of some 60 pages."""
    Settings(language="en", theme="light", role="rapporteur", name="Desk 1").save(profile)
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(profile))
    session = made.run(COMMANDS["new-consultation"], title="Workshop", language="en")["session"]
    made.run(COMMANDS["add"], kind="session", title="Second session", sensitivity="restricted")
    made.run(COMMANDS["take-seat"], name="Desk 1", role="rapporteur")
    for number in range(SCROLLED):
        is_public = number % 4 == 0
        text = SENTENCE.format(number=number) * (4 if is_public else 1)
        sensitivity = "public" if is_public else "confidential"
        made.run(COMMANDS["keep-note"], session=session, text=text, sensitivity=sensitivity, language="en")
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


def bench_stalls(qtbot, window):
    sys.setswitchinterval(joining.SWITCH)
    told = []
    with Stalls() as idle:
        qtbot.wait(3_000)
    told.append(idle.told("idle"))

    notes = window.rooms.panel("notes")
    for what, step, count in (("in a session of its own", 1, TYPED), (f"under {SCROLLED:,} others", -1, FEW)):
        notes.bar.step(step)
        rest(qtbot, window, 1_500)
        before = notes.notes.model.rowCount()
        with Stalls() as typing:
            type_notes(notes.entry.line, count)
        assert notes.notes.model.rowCount() == before + count
        told.append(typing.told(f"typing {count} notes {what}"))

    rest(qtbot, window, 1_500)
    bar = notes.notes.list.verticalScrollBar()
    with Stalls() as scrolling:
        for place in range(0, bar.maximum(), max(1, bar.maximum() // 600)):
            bar.setValue(place)
            QApplication.processEvents()
    told.append(scrolling.told(f"scrolling {notes.notes.model.rowCount():,} notes"))

    window.open_room("outcome")
    rest(qtbot, window, 2_000)
    pane = window.rooms.panel("outcome").pane
    with Stalls() as proof, qtbot.waitSignal(pane.shown, timeout=120_000):
        pane.use_language("fr" if pane.language.currentData() == "en" else "en")
    told.append(proof.told(f"proof of {pane.preview.page_count} pages"))
    print("", *told, sep="\n")
    assert proof.longest() < LONGEST
