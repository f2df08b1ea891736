"""The room of notes on the small desk, and keys that reach it as a keyboard's do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.desktop.shell.workplace import Workplace

Press = Callable[..., None]


@pytest.fixture(autouse=True)
def gone():
    """Have what a test closed go now and here: collected later in another thread its timers would go on for nobody."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def panel(qtbot, workplace: Workplace):
    """Give the room, shown and filled."""
    made = NotesPanel(workplace)
    qtbot.addWidget(made)
    workplace.changed.connect(made.hear)
    made.resize(1200, 700)
    made.show()
    made.refresh()
    qtbot.waitUntil(lambda: not made.notes._is_loading)
    made.entry.line.setFocus()
    yield made
    made.leave()
    workplace.finish()


@pytest.fixture
def press() -> Press:
    """Give a way to type a text of any script, or one key, into a widget."""

    def type_into(
        widget: QWidget, text: str = "", key: Qt.Key = Qt.Key.Key_unknown, modifiers=Qt.KeyboardModifier.NoModifier
    ):
        for sign in text or [""]:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QCoreApplication.sendEvent(widget, QKeyEvent(kind, key, modifiers, sign))

    return type_into


@pytest.fixture
def kept(workplace: Workplace) -> list[str]:
    """Collect what the status line is told."""
    told: list[str] = []
    workplace.kept.connect(told.append)
    return told


@pytest.fixture
def refused(workplace: Workplace) -> list[object]:
    """Collect what a person would have to read."""
    told: list[object] = []
    workplace.refused.connect(told.append)
    return told
