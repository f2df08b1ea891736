"""All that is done from a first note to what was adopted, once and by keys: ``python -m tests.journey.by_keyboard``.

Takes a folder, and the names of the parts to play; without names all of them are played. Whatever comes from a mouse, a
wheel, a finger or a pen ends it at once. The parts know nothing of the program but its words: they send keys to what
has the focus and read what stands on the screen.
"""

import os
import sys
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tests.journey import keyboard_agreement as agreement
from tests.journey import keyboard_notes as notes
from tests.journey import keyboard_papers as papers
from tests.journey.only_keys import OnlyKeys
from tests.journey.window_driver import Part, press, sit_down, tell

STORY: tuple[Callable[[Path], Part], ...] = (
    notes.begin,
    notes.set_up,
    notes.take_down,
    notes.correct,
    notes.search,
    notes.take_in,
    notes.recommend,
    agreement.confirm_strengths,
    agreement.split,
    agreement.describe,
    agreement.join,
    agreement.negotiate,
    agreement.read_out,
    agreement.adopt,
    agreement.walk_the_trail,
    papers.compose,
    papers.hand_out,
    papers.give_to_other_programs,
    papers.rebind,
)

PARTS = {part.__name__: part for part in (*STORY, agreement.walk_a_short_trail)}


def whole(folder: Path, names: list[str], _window: object) -> Part:
    """Play the parts one after another, and leave as one came: by a key."""
    watch = OnlyKeys(_end)
    application = QApplication.instance()
    assert application is not None
    application.installEventFilter(watch)
    try:
        for told in names or [part.__name__ for part in STORY]:
            yield from PARTS[told](folder)
            tell(done=told)
    except Exception:
        traceback.print_exc()  # whoever asks why a part was not done wants to know where
        raise
    tell(keys=watch.keys)
    yield from press("Ctrl+Q")


def _end(what: str) -> None:
    """End at once: something else than a key came."""
    tell(pointed=what)
    os._exit(1)


def main(folder: Path, *names: str) -> int:
    """Sit down at the start page."""
    return sit_down(partial(whole, folder, list(names)))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), *sys.argv[2:]))
