"""How long a person waits for the window: first paint and content, against a bare window of the same Qt, in one run.

Each is a program of its own, started from nothing; the middle of several starts counts, taken in turns so that a busy
moment meets all of them alike. The first paint is that of the start page; the content is the room of notes of a desk.
Every program has been started once before, so that Python has kept what it compiled, as it does for whoever installed
it; what a start costs where nothing could be kept is told beside it.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

STARTS = int(os.environ.get("HRDESK_STARTS", "9"))
FIRST_PAINT, CONTENT = 1.5, 2.5
"""How many times a bare window's first paint ours may take."""

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

class Window(QMainWindow):
    painted = False

    def paintEvent(self, event):
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, lambda: (print("painted", flush=True), app.quit()))

app = QApplication([])
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1200, 760)
window.show()
app.exec()
"""

OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from hrdesk import app as joining

def look(_place):
    if window.rooms is not None and window.stack.currentWidget() is window.rooms:
        # The room is painted before a timer of no length comes round.
        QTimer.singleShot(0, lambda: (print("filled", flush=True), window.close()))

def enter():
    print("painted", flush=True)
    if len(sys.argv) == 1:
        app.quit()
        return
    window.stack.currentChanged.connect(look)
    joining.enter(window, Path(sys.argv[1]))

app = QApplication([])
window = joining.make_window(app)
if len(sys.argv) > 1:
    window.show_waiting(lambda: "Opening the desk")
window.first_painted.connect(enter)
window.show()
app.exec()
"""


def moments(script: str, *arguments: str, kept: Path | None = None) -> dict[str, float]:
    """Start a program and give the seconds from its start to each word it says.

    ``kept`` is the folder where Python keeps what it compiled; without one it compiles the program at each start.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": str(kept)} if kept else {"PYTHONDONTWRITEBYTECODE": "1"}
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", script, *arguments], stdout=subprocess.PIPE, text=True, env=environment
    ) as program:
        assert program.stdout is not None
        told = {line.strip(): time.perf_counter() - began for line in program.stdout}
        assert program.wait(timeout=60) == 0
    return told


@pytest.fixture
def desk(tmp_path, profile):
    """Give a desk with a seat, so that the window opens on its room."""
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(profile))
    made.run(COMMANDS["new-consultation"], title="Workshop")
    made.run(COMMANDS["take-seat"], name="Desk 1", role="rapporteur")
    made.close()
    return made.path


def bench_first_paint_and_content(desk, tmp_path):
    bare, painted, filled, compiled = [], [], [], []
    kept = tmp_path / "kept"
    for script, *arguments in ((BARE,), (OURS,), (OURS, str(desk))):
        moments(script, *arguments, kept=kept)
    for _turn in range(STARTS):
        bare.append(moments(BARE, kept=kept)["painted"])
        painted.append(moments(OURS, kept=kept)["painted"])
        filled.append(moments(OURS, str(desk), kept=kept)["filled"])
        compiled.append(moments(OURS, str(desk))["filled"])
    first, middle, content, whole = (statistics.median(each) * 1000 for each in (bare, painted, filled, compiled))
    print(
        f"\nbare window {first:.0f} ms; first paint {middle:.0f} ms ({middle / first:.2f} times);"
        f" content {content:.0f} ms ({content / first:.2f} times), {whole:.0f} ms where nothing was kept;"
        f" middle of {STARTS} starts"
    )
    assert middle <= FIRST_PAINT * first
    assert content <= CONTENT * first
