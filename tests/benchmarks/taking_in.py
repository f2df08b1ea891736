"""Desks to crash while they take in material from outside, or a draft that came back in Word.

Run as a program it is the victim: it does what ``hrdesk take-material`` or ``hrdesk returned`` does, again and again
in processes of its own, kills each at a random moment, and prints one line of what was left for every kill.
"""

import contextlib
import io
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from hrdesk.cli import main as command_line
from hrdesk.outcome.word_draft import export_word_draft
from hrdesk.recommendations.rules.anchors import anchor
from hrdesk.records import Amendment, Note, OutsideSource, Recommendation, Session
from hrdesk.settings import PROFILE_VARIABLE
from hrdesk.store import desk_file
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS
from tests.exchange.crashing import AFTER, BEFORE, Scene, build, kill, state
from tests.files.word_pages import paragraph, put_in, rewritten, run, word_file

PARAGRAPHS = 3000
"""Of the Word file with notes."""

TEXTS = 150
"""Recommendations in the draft; each came back changed."""

LOST = "what was acknowledged is lost"

MADE = (Note, OutsideSource, Recommendation, Amendment)
"""What is made by taking in."""

Count = Counter[str]


def scene_of_material(folder: Path) -> Scene:
    """Make a desk, and a Word file with notes of a session."""
    scene = build(folder, 2, 2)
    said = (f"What was said in paragraph {number}, at some length and with care." for number in range(PARAGRAPHS))
    word_file(folder / "file.docx", "".join(paragraph(run(one)) for one in said))
    return scene


def scene_of_draft(folder: Path) -> Scene:
    """Make a desk with texts under negotiation, and the draft of them with a change in each."""
    scene = build(folder, 2, 2)
    texts = [f"States should do what was said in number {number}, in full." for number in range(TEXTS)]
    desk = scene.open()
    made = [desk.run(COMMANDS["make-recommendation"], notes=[], text=one, sensitivity="public")["id"] for one in texts]
    desk.run(COMMANDS["open-negotiation-several"], recommendations=made)
    sent = folder / "file.docx"
    with desk.reading() as reader:
        export_word_draft(reader, "en", sent)
    desk.close()
    changed = {anchor(key, text): put_in("All ") + run(text) for key, text in zip(made, texts, strict=True)}
    sent.write_bytes(rewritten(sent.read_bytes(), changed))
    return scene


def line_of(what: str, scene: Scene) -> list[str]:
    """Give the line that takes the file in."""
    if what == "draft":
        return ["returned", str(scene.desk), str(scene.folder / "file.docx"), "--take", "all"]
    with desk_file.reader(scene.desk) as reader:
        session = reader.every(Session)[0].id
    return ["take-material", str(scene.desk), str(scene.folder / "file.docx"), session, "--sensitivity", "restricted"]


def taking_in(what: str) -> Callable[[Scene], None]:
    """Give the work: to take the file in, and to say so when it is done."""

    def work(scene: Scene) -> None:
        os.environ[PROFILE_VARIABLE] = str(scene.profile)
        with contextlib.redirect_stdout(io.StringIO()):
            status = command_line(line_of(what, scene))
        if status == 0:
            acknowledged(scene).touch()

    return work


def acknowledged(scene: Scene) -> Path:
    """Name the file that stands for what a person was told."""
    return scene.folder / "acknowledged"


def count(scene: Scene) -> Count:
    """Count what a desk holds; what is taken in another time has other ids, but is as much."""
    with desk_file.reader(scene.desk) as reader:
        return Counter([type(one).__name__ for noun in MADE for one in reader.every(noun)])


def faults(scene: Scene) -> str:
    """Open the desk as the next person does, and say what is wrong with it or lies beside it."""
    scene.open().close()
    beside = [one.name for one in scene.desk.parent.iterdir() if one.is_file() and one != scene.desk]
    return "; ".join((*verify(scene.desk).faults, *(f"{name} was left" for name in beside)))


def left_after(what: str, scene: Scene, before: str, after: Count) -> str:
    """Say what a kill left: before, after, or what is wrong. Taken in again, it is after."""
    read = state(scene.desk)
    found = faults(scene)
    if found or state(scene.desk) != read:
        return found or "the desk changed by being opened"
    if read != before:
        return AFTER if count(scene) == after else "between"
    if acknowledged(scene).exists():
        return LOST
    taking_in(what)(scene)
    return BEFORE if count(scene) == after and acknowledged(scene).exists() else "taking in again ends elsewhere"


def main(what: str, folder: Path, kills: int, seed: str) -> None:
    """Kill it so many times and print what was left each time."""
    chance = random.Random(seed)
    scene = (scene_of_draft if what == "draft" else scene_of_material)(folder / "scene")
    before, work = state(scene.desk), taking_in(what)
    for _ in range(2):  # the first time much is loaded that the victims have already
        whole = scene.copy(folder / "whole")
        begun = time.monotonic()
        work(whole)
        longest = time.monotonic() - begun
    after = count(whole)
    for _ in range(kills):
        crashed = scene.copy(folder / "crashed")
        kill(crashed, work, chance.uniform(0, 1.5 * longest))  # some after it: two at once take longer than one
        print(json.dumps(left_after(what, crashed, before, after)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
