"""The window as a person finds it, with answers instead of file dialogs."""

import sys
from pathlib import Path

import pytest

from hrdesk import app as joining
from hrdesk.desktop.shell.choosing import FileChooser
from hrdesk.desktop.shell.entrance import Entrance
from hrdesk.settings import Settings
from hrdesk.store.identity import Profile


class Answers(FileChooser):
    """Says which file, without a dialog; what was asked is kept."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: Path | None = None
        self.saved: Path | None = None
        self.suggested = ""

    def to_open(self, parent, title, kinds):
        return self.opened

    def to_save(self, parent, title, suggested, kind):
        self.suggested = suggested
        return self.saved


@pytest.fixture
def answers():
    """Give the answers that the next file dialogs get."""
    return Answers()


@pytest.fixture
def window(qtbot, qapp, profile):
    """Give the window on its start page, as the person left the settings (English, light)."""
    Settings(language="en", theme="light", role="rapporteur", name="Desk 1").save(profile)
    hook = sys.excepthook
    made = joining.make_window(qapp)
    sys.excepthook = hook
    qtbot.addWidget(made)
    made.show()
    made.furnish()
    yield made
    made.close()
    made.speech.speak("en")


@pytest.fixture
def entrance(window, profile, answers):
    """Give the entrance of that window."""
    return Entrance(window, Profile(profile), joining.parts(window), answers)


@pytest.fixture
def small(workplace, window):
    """Give the path of a small desk that nobody has open."""
    workplace.desk.close()
    return workplace.path


@pytest.fixture
def opened(qtbot, window, entrance, small):
    """Give the window with the small desk open."""
    with qtbot.waitSignal(window.attended):
        entrance.open(small)
    return window
