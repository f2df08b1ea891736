"""The room of the outcome document, open on a small desk with two notes and two recommendations."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from hrdesk.desktop.outcome.panel import OutcomePanel
from hrdesk.outcome.queries import material
from hrdesk.outcome.tree import tree_lines
from hrdesk.work import COMMANDS


class Room:
    """The panel with what a test asks of it."""

    def __init__(self, qtbot, workplace):
        self.qtbot = qtbot
        self.workplace = workplace
        self.refused: list[Exception] = []
        self.told: list[str] = []
        workplace.refused.connect(self.refused.append)
        workplace.kept.connect(self.told.append)
        self.panel = self.open()

    def open(self):
        panel = OutcomePanel(self.workplace)
        self.qtbot.addWidget(panel)
        self.workplace.changed.connect(panel.hear)
        panel.resize(1200, 700)
        panel.show()
        panel.refresh()
        return panel

    def run(self, command, **arguments):
        return self.workplace.desk.run(self.workplace.commands[command], **arguments)

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
    workplace.finish()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def composed(room):
    """Give the room with a composed document, settled."""
    room.run("compose-outcome")
    room.settle()
    return room
