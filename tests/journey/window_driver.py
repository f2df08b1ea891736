"""Sits a person down at the real window: every act is a key, every wait is for something that the window shows.

A part is a generator that yields what is done next: ``press`` and ``write`` are keys sent to whatever has the focus,
``until`` waits. A key is sent from the event loop and never waited for, because a dialog that it opens has a loop of
its own. What was seen is told on standard output as one JSON object.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QWidget

from hrdesk.app import enter, make_window
from hrdesk.desktop.shell.window import Window

STEP = 1
"""Milliseconds between two acts."""

PATIENCE = 30.0
"""Seconds after which something that was waited for is missing."""

MOST_TABS = 120
"""Tab keys after which a control cannot be reached by keys."""

OFFERS, PAUSE = 4, 100
"""How often Enter is pressed in a dialog that stays, and how many acts a person waits for it to close."""

Act = Callable[[], object]
"""Something done; what gives False is asked again until it gives something else."""

Part = Iterator[Act]


class Missing(AssertionError):
    """What was waited for did not come."""


class Person(QObject):
    """Does one act after another, whatever loop is running."""

    def __init__(self, window: Window, part: Part, done: Callable[[], object]) -> None:
        super().__init__()
        self.window = window
        self._part, self._done = part, done
        self._act: Act | None = None
        self._since = time.monotonic()
        self._timer = QTimer(self, interval=STEP)
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def _on_time(self) -> None:
        if self._act is not None and self._act() is False:
            if time.monotonic() - self._since > PATIENCE:
                self._give_up()
            return
        try:
            self._act, self._since = next(self._part), time.monotonic()
        except StopIteration:
            self._timer.stop()
            self._done()
        except Missing as missing:
            self._give_up(str(missing))
        except Exception as failure:  # noqa: BLE001  # a part that breaks off must never look like one that is done
            self._give_up(f"{failure!r}")

    def _give_up(self, why: str = "") -> None:
        """Say what was not seen, and end the process whatever loop is running."""
        places: list[str] = []
        part: object = self._part
        while (frame := getattr(part, "gi_frame", None)) is not None:  # down through the parts of the part
            places.append(f"line {frame.f_lineno}")
            part = getattr(part, "gi_yieldfrom", None)
        focus = QApplication.focusWidget()
        named = f"{type(focus).__name__} {_name_of_focus()!r} of {QApplication.activeModalWidget() or self.window!r}"
        tell(missing=why, at=places, focus=named, window=self.window.notices.text)
        os._exit(1)


def tell(**seen: object) -> None:
    """Tell one thing that was seen."""
    sys.stdout.write(json.dumps(seen, ensure_ascii=True) + "\n")
    sys.stdout.flush()


def press(*keys: str) -> Part:
    """Press keys one after another, as they are written in the menus."""
    for one in keys:
        yield _somebody_listens
        yield lambda one=one: QTimer.singleShot(0, lambda: _press(one))  # type: ignore[misc]
        yield lambda: True


def write(text: str) -> Part:
    """Write a text, letter by letter."""
    for letter in text:
        yield _somebody_listens
        yield lambda letter=letter: _write(letter)  # type: ignore[misc]


def until(sees: Callable[[], object]) -> Part:
    """Wait until something is seen."""
    yield lambda: bool(sees())


def reach(name: str) -> Part:
    """Go with Tab until the control of that name has the focus."""
    met = []
    for _key in range(MOST_TABS):
        if _name_of_focus().startswith(name):
            return
        met.append(_name_of_focus())
        yield from press("Tab")
    raise Missing(f"No control called {name!r} is reached by Tab: {met}")


def answer(path: Path) -> Part:
    """Give the file that a dialog asks for; a list of offers may take the first Enter for itself, as for anybody."""
    yield from _answer(str(path))


def answer_all(paths: Sequence[Path]) -> Part:
    """Give the files of one folder that a dialog asks for: first the folder, then their names."""
    yield from until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    folder = paths[0].parent
    yield from press("Ctrl+A")
    yield from write(str(folder))
    for step in range(OFFERS * PAUSE):
        if Path(dialog.directory().absolutePath()) == folder:
            break
        if step % PAUSE == 0:
            yield from press("Return")
        yield lambda: True
    yield from _answer(" ".join(f'"{path.name}"' for path in paths))


def _answer(words: str) -> Part:
    yield from until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    name = dialog.findChild(QLineEdit, "fileNameEdit") if dialog is not None else None
    assert name is not None
    yield from press("Ctrl+A")
    yield from write(words)
    yield from until(lambda: name.text() == words)
    for step in range(OFFERS * PAUSE):
        if QApplication.activeModalWidget() is not dialog:
            break
        if step % PAUSE == 0:
            yield from press("Return")
        yield lambda: True
    yield from until(lambda: QApplication.activeModalWidget() is not dialog)
    yield _go_back_to_the_window


def at(name: str) -> Part:
    """Wait until the control of that name has the focus without a key having been pressed for it."""
    yield from until(lambda: _name_of_focus().startswith(name))


def _go_back_to_the_window() -> None:
    """Do what a window manager does when a dialog or a list of offers closes; without a screen there is none."""
    asking = QApplication.activeModalWidget()
    windows = [asking] if asking is not None else QApplication.topLevelWidgets()
    for window in windows:
        if isinstance(window, Window | QDialog):
            window.activateWindow()


def _somebody_listens() -> bool:
    """Tell whether a key would be heard; where no window is in front any more, the right one is brought there."""
    if QApplication.activePopupWidget() is not None or QApplication.activeWindow() is not None:
        return True
    _go_back_to_the_window()
    return False


def _press(keys: str) -> None:
    focus = _focus()
    if focus is not None:
        QTest.keySequence(focus, QKeySequence(keys))


def _write(letter: str) -> None:
    """Send a letter as an input method or a national keyboard would."""
    focus = _focus()
    code = Qt.Key.Key_Space if letter == " " else Qt.Key.Key_unknown
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        if focus is not None:
            QCoreApplication.sendEvent(focus, QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, letter))


def _focus() -> QWidget | None:
    """Give what gets the keys: an open list of offers before all else, as on a screen."""
    return QApplication.activePopupWidget() or QApplication.focusWidget() or QApplication.activeWindow()


def _name_of_focus() -> str:
    """Give what a screen reader would say first."""
    focus = QApplication.focusWidget()
    return QAccessible.queryAccessibleInterface(focus).text(QAccessible.Text.Name) if focus is not None else ""


def _leave(window: Window) -> None:
    """Close the window, and once more where it asks first."""
    if not window.close():
        window.close()


def sit_down(part: Callable[[Window], Part], desk: Path | None = None) -> int:
    """Open the real window as ``python -m hrdesk`` does and let a person do a part of the story, then close it."""
    app = QApplication([])
    window = make_window(app)
    people: list[object] = []

    def begin() -> None:
        people.append(enter(window, desk))
        window.activateWindow()
        people.append(Person(window, part(window), partial(_leave, window)))

    window.first_painted.connect(begin)
    window.show()
    return app.exec()
