"""The room of the outcome document, open on a small desk with two notes and two recommendations."""

import pytest

from hrdesk.desktop.outcome.panel import OutcomePanel
from hrdesk.outcome.queries import material
from hrdesk.outcome.tree import tree_lines
from hrdesk.work import COMMANDS
from tests.desktop.open_room import OpenRoom


class Room(OpenRoom):
    """The panel with what a test asks of it."""

    panel_class = OutcomePanel

    def lines(self):
        with self.workplace.desk.reading() as reader:
            return [(one.role, one.text) for one in tree_lines(material(reader))]

    def settle(self):
        """Wait until the outline shows what the desk holds and the pages are set."""
        self.qtbot.waitUntil(self.is_settled, timeout=10_000)

    def is_settled(self):
        shown = [(one.role, one.text) for one in self.panel.tree.lines()]
        pane = self.panel.pane
        return shown == self.lines() and pane.proof is not None and not pane._is_due and not pane._is_making

    def choose(self, text):
        record = next(one.record for one in self.panel.tree.lines() if one.text == text)
        self.panel.tree.choose(record)
        return record


@pytest.fixture
def room(qtbot, workplace):
    workplace.commands = COMMANDS
    made = Room(qtbot, workplace)
    session = workplace.desk.run(COMMANDS["add"], kind="session", title="Protection", sensitivity="public")["id"]
    for text in ("Shelters were described.", "A hotline was proposed."):
        made.run("keep-note", session=session, text=text, language="en")
    for text in ("States should report.", "States should reply."):
        made.run("add", kind="recommendation", text=text, language="en", sensitivity="public")
    yield made
    made.close()


@pytest.fixture
def composed(room):
    """Give the room with a composed document, settled."""
    room.run("compose-outcome")
    room.settle()
    return room
