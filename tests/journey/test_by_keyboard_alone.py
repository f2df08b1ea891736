"""Everything done once by keyboard alone, from the start page on: no mouse, no wheel, no finger, no pen."""

import ast
import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from hrdesk.desk import Desk
from hrdesk.records import Amendment, GuidingQuestion, Note, Recommendation, Reservation, Tag, Tagging, Take
from hrdesk.settings import PROFILE_VARIABLE, Settings
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader
from tests.journey import keyboard_agreement as agreement
from tests.journey import keyboard_notes as notes
from tests.journey import keyboard_papers as papers
from tests.journey.by_keyboard import STORY
from tests.journey.only_keys import OnlyKeys

ROOT = Path(__file__).parents[2]
LONGEST = 120

DRIVERS = ("screen", "only_keys", "by_keyboard", "keyboard_notes", "keyboard_agreement", "keyboard_papers")

FORBIDDEN = frozenset(
    {"click", "animateClick", "trigger", "toggle", "setFocus", "setText", "setPlainText", "insertText"}
)
FORBIDDEN |= {"setCurrentIndex", "setCurrentRow", "setCurrentItem", "setChecked", "mouseClick", "mousePress", "select"}
"""What does to a control what a person would have to do by a key."""

IN_ARABIC = ("begin", "set_up", "take_down", "take_in", "confirm_strengths", "describe", "walk_a_short_trail")
"""The parts that are played in a mirrored window as well: those in which arrows point to a side."""


class Played(NamedTuple):
    """The folder of a story that was played, and what was seen."""

    folder: Path
    seen: dict[str, Any]
    done: list[str]


def play(folder: Path, language: str, *parts: str) -> Played:
    profile = folder / "profile"
    Settings(language=language, theme="light").save(profile)
    done = subprocess.run(
        [sys.executable, "-m", "tests.journey.by_keyboard", str(folder), *parts],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", PROFILE_VARIABLE: str(profile), "TZ": "UTC"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert done.returncode == 0, done.stdout + done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    seen = {name: value for line in told for name, value in line.items() if name != "done"}
    return Played(folder, seen, [line["done"] for line in told if "done" in line])


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """Play the whole story once."""
    return play(tmp_path_factory.mktemp("keys"), "en")


@contextmanager
def opened(one: Played) -> Iterator[Reader]:
    desk = Desk.open(one.folder / "desk.hrdesk", Profile(one.folder / "profile"))
    try:
        with desk.reading() as reader:
            yield reader
    finally:
        desk.close()


def test_every_part_is_done_by_keys_and_by_nothing_else(played: Played):
    assert played.done == [part.__name__ for part in STORY]
    assert played.seen["keys"] > 1000
    assert "pointed" not in played.seen


def test_the_notes_are_as_they_were_typed(played: Played):
    with opened(played) as reader:
        held = {one.text: one for one in reader.every(Note)}
        asked = {one.id: one.text for one in reader.every(GuidingQuestion)}
        assert len(reader.every(Take)) == 1
    first = held[notes.WAITING + notes.MUCH]
    assert first.language == "es"
    assert (first.note_kind, asked.get(first.question or ""), first.speaker is not None) == (
        "good_practice",
        notes.QUESTIONS[0],
        True,
    )
    assert (first.at or "").partition("T")[2].startswith("09:05")
    quoted = held[f"“{notes.QUOTED}”"]
    assert (quoted.note_kind, quoted.interpreted, quoted.speaker) == ("quotation", True, first.speaker)
    assert held[notes.IN_CONFIDENCE].sensitivity == "confidential"
    french = held[notes.IN_FRENCH]
    assert (french.language, french.note_kind, french.sensitivity) == ("fr", "challenge", "public")
    assert asked[held[notes.OF_NOBODY].question or ""] == notes.QUESTIONS[1]
    assert held[notes.SAID[0]].sensitivity == "confidential"
    assert held[notes.SAID[1] + notes.FULLY].sensitivity == "restricted"
    assert notes.SAID[2] not in held


def test_recommendations_are_joined_negotiated_and_adopted(played: Played):
    with opened(played) as reader:
        held = {one.text: one for one in reader.every(Recommendation) if one.status != "proposed"}
        outcomes = {one.text: one.outcome for one in reader.every(Amendment)}
        reserved = [one.text for one in reader.every(Reservation)]
        named = {one.id: one.name for one in reader.every(Tag)}
        tagged = [named[one.tag or ""] for one in reader.every(Tagging)]
    assert held[agreement.INVITE].status == "adopted"
    assert outcomes == {agreement.SECOND_YEAR: "applied", agreement.NOBODY: "rejected"}
    assert reserved == [agreement.WITHIN_MEANS]
    assert tagged.count(agreement.FOR_ALL) >= len(agreement.ACTIONS) + 3


def test_the_trail_is_walked_both_ways(played: Played):
    back, on = played.seen["walked"]["back"], played.seen["walked"]["on"]
    assert back[0].startswith("Text as adopted")
    assert back[-1].startswith("Note")
    assert on == back[::-1]


def test_what_leaves_holds_what_was_agreed_and_nothing_confidential(played: Played):
    texts = {name: printed(played.folder / name) for name in ("outcome.pdf", "summary.pdf")}
    texts |= {name: (played.folder / name).read_text("utf-8-sig") for name in ("report.txt", "given.csv", "given.qdc")}
    assert papers.THANKS in texts["outcome.pdf"]
    assert agreement.INVITE in texts["outcome.pdf"]
    assert notes.QUESTIONS[0] in texts["summary.pdf"]
    assert any(agreement.INVITE in row for row in csv.reader(texts["given.csv"].splitlines()))
    assert agreement.FOR_ALL in texts["given.qdc"]
    for text in texts.values():
        assert notes.IN_CONFIDENCE not in text
        assert notes.PRIVATE not in text
    for name in ("draft.docx", "given.xlsx", "keys.pdf"):
        assert (played.folder / name).stat().st_size > 0


def test_the_key_that_was_chosen_is_remembered(played: Played):
    assert Settings.load(played.folder / "profile").keys == {"notes.quote": "Ctrl+Shift+F9"}


def test_the_parts_with_arrows_are_done_in_arabic_too(tmp_path: Path):
    mirrored = play(tmp_path, "ar", *IN_ARABIC)
    assert mirrored.done == list(IN_ARABIC)
    walked = mirrored.seen["walked"]
    assert len(walked["back"]) > 2
    assert walked["on"] == walked["back"][::-1]


def test_the_story_does_nothing_but_press_keys_and_read():
    for driver in DRIVERS:
        tree = ast.parse((ROOT / "tests" / "journey" / f"{driver}.py").read_text("utf-8"))
        modules = [one.module or "" for one in ast.walk(tree) if isinstance(one, ast.ImportFrom)]
        assert not [one for one in modules if one.startswith("hrdesk.") and not one.startswith("hrdesk.language.")]
        called = {
            one.func.attr for one in ast.walk(tree) if isinstance(one, ast.Call) and isinstance(one.func, ast.Attribute)
        }
        assert not called & FORBIDDEN, driver


def test_a_click_and_a_wheel_are_refused(qapp: QApplication):
    refused: list[str] = []
    watch, button = OnlyKeys(refused.append), QPushButton("No")
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.show()
    qapp.installEventFilter(watch)
    try:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
        assert not pressed
        place = QPointF(3, 3)
        still, plain = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
        turned = QWheelEvent(place, place, QPoint(), QPoint(0, 120), still, plain, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(button, turned)
        assert [one.partition(" ")[0] for one in refused] == ["MouseButtonPress", "MouseButtonRelease", "Wheel"]
        QTest.keyClick(button, Qt.Key.Key_Space)
        assert pressed
    finally:
        qapp.removeEventFilter(watch)
        button.close()


def printed(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    return text
