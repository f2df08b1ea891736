"""The room of the floor on a desk with a panel of 2016, keys that reach it as a keyboard's do, and a clock to set."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from hrdesk.desk import Desk
from hrdesk.desktop.floor.panel import FloorPanel
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.settings import Settings
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.floor.clocks import FakeClock

Press = Callable[..., None]

DELEGATIONS = ("ARM", "BRB", "KEN", "NOR")


@pytest.fixture
def clock() -> FakeClock:
    """Give the clock of the desk."""
    return FakeClock()


@pytest.fixture
def workplace(qapp, tmp_path, profile, clock):
    """Give a workplace with two sessions, the first of which is a panel with four delegations on its list."""
    desk = Desk.create(tmp_path / "floor.hrdesk", Profile(profile), clock)
    place = Workplace(desk, COMMANDS, Settings(name="Desk 1"))

    def run(command: str, **arguments: Any) -> Any:
        return desk.run(COMMANDS[command], **arguments)

    made = run("new-consultation", title="Panel", language="en")
    run("add", kind="session", title="Second session")
    run("choose-format", session=made["session"], format="panel-2016")
    for code in DELEGATIONS:
        clock.wait(1)
        run("inscribe", session=made["session"], delegation=code)
    yield place
    desk.close()


@pytest.fixture
def panel(qtbot, workplace):
    """Give the room, shown and filled, its keys at work as in the window."""
    made = FloorPanel(workplace)
    qtbot.addWidget(made)
    workplace.changed.connect(made.hear)
    for action in made.actions_of_room():
        for keys in action.keys.split():
            QShortcut(QKeySequence(keys), made, action.do)
    made.resize(1280, 720)
    made.show()
    made.activateWindow()
    made.refresh()
    qtbot.waitUntil(lambda: made.picture is not None and bool(made.known.directory.entries))
    made.line.line.setFocus()
    yield made
    workplace.finish()
    made.stage.close()


@pytest.fixture
def settled(qtbot, panel) -> Callable[[], Any]:
    """Give a way to wait until everything that was pressed is kept and shown; gives the picture."""

    def settle() -> Any:
        panel.workplace.settle()
        qtbot.waitUntil(lambda: is_settled(panel), timeout=5_000)
        return panel.picture

    return settle


@pytest.fixture
def press(panel, settled) -> Press:
    """Give a way to press keys as they are written in the menus, a moment after the ones before."""

    def press_keys(*keys: str, at: QWidget | None = None) -> None:
        for one in keys:
            for timer in panel._doing._pressed.values():
                timer.invalidate()
            QTest.keySequence(at or focus_of(panel), QKeySequence(one))
            settled()

    return press_keys


@pytest.fixture
def write() -> Press:
    """Give a way to type a text of any script into a widget."""

    def type_into(widget: QWidget, text: str) -> None:
        for sign in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(
                    widget, QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, sign)
                )

    return type_into


@pytest.fixture
def refused(workplace) -> list[object]:
    """Collect what a person would have to read."""
    told: list[object] = []
    workplace.refused.connect(told.append)
    return told


def is_settled(panel: FloorPanel) -> bool:
    """Tell whether all that was done is kept and shown."""
    return panel.workplace.is_idle and not panel.watch.is_waiting and not panel._rest.isActive()


def focus_of(panel: FloorPanel) -> QWidget:
    """Give what has the focus in the window of the room."""
    focused: QWidget | None = panel.window().focusWidget()
    return focused if focused is not None else panel
