"""What is loaded before a desk stands on the screen: nothing that the first look can do without."""

import os
import subprocess
import sys

import pytest

from hrdesk.desk import Desk
from hrdesk.settings import PROFILE_VARIABLE
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hrdesk import app as joining

def look(_place):
    if window.rooms is not None and window.stack.currentWidget() is window.rooms:
        QTimer.singleShot(0, tell)

def tell():
    print(*sys.modules, flush=True)
    window.attended.connect(lambda: QTimer.singleShot(0, window.close))

def enter():
    window.stack.currentChanged.connect(look)
    joining.enter(window, Path(sys.argv[1]))

app = QApplication([])
window = joining.make_window(app)
window.show_waiting(lambda: "Opening the desk")
window.first_painted.connect(enter)
window.show()
app.exec()
"""

LATER = {
    "babel",
    "docx",
    "fontTools",
    "keyring",
    "msgspec",
    "nacl",
    "openpyxl",
    "pypdfium2",
    "pyrage",
    "reportlab",
    "snowballstemmer",
    "sqlite_utils",
    "uharfbuzz",
}
"""Libraries that cost more to load than a start may take."""

LATER_OF_OURS = {
    "hrdesk.desktop.shell.start_page",
    "hrdesk.exchange",
    "hrdesk.outcome",
    "hrdesk.store.merge",
    "hrdesk.store.pen",
    "hrdesk.work",
}
"""What the room of notes can do without until the first word is kept, or another room is opened."""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    """Give the names of everything that is loaded when a desk has been painted."""
    folder = tmp_path_factory.mktemp("start")
    desk = Desk.create(folder / "desk.hrdesk", Profile(folder / "profile"))
    made = desk.run(COMMANDS["new-consultation"], title="Workshop", language="en")
    desk.run(COMMANDS["take-seat"], name="Desk 1", role="rapporteur")
    desk.run(COMMANDS["keep-note"], session=made["session"], text="A note.")
    desk.close()
    environment = os.environ | {PROFILE_VARIABLE: str(folder / "profile"), "QT_QPA_PLATFORM": "offscreen"}
    script = [sys.executable, "-c", SCRIPT, str(desk.path)]
    done = subprocess.run(script, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_no_library_is_loaded_that_the_first_look_does_not_need(loaded):
    assert "hrdesk.desktop.notes.panel" in loaded
    assert {name.partition(".")[0] for name in loaded} & LATER == set()


def test_what_writes_is_loaded_after_the_desk_stands_on_the_screen(loaded):
    assert loaded & LATER_OF_OURS == set()
