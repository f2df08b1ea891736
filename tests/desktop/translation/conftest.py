"""The room of translation, open on a desk with three recommendations and their French in three states."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from hrdesk.desktop.translation.panel import TranslationPanel
from hrdesk.translation.queries import segments
from hrdesk.work import COMMANDS


class Room:
    """The panel with what a test asks of it."""

    def __init__(self, qtbot, workplace):
        self.qtbot = qtbot
        self.workplace = workplace
        self.items: list[str] = []
        self.refused: list[Exception] = []
        self.told: list[str] = []
        workplace.refused.connect(self.refused.append)
        workplace.kept.connect(self.told.append)
        self.panel = self.open()

    def open(self):
        panel = TranslationPanel(self.workplace)
        self.qtbot.addWidget(panel)
        self.workplace.changed.connect(panel.hear)
        panel.resize(1200, 700)
        panel.show()
        return panel

    def run(self, command, **arguments):
        return self.workplace.desk.run(self.workplace.commands[command], **arguments)

    def wording(self, item, language="fr"):
        with self.workplace.desk.reading() as reader:
            found = next(one for one in segments(reader, language) if one.source.item == item)
        return (found.wording.text if found.wording else None), found.standing

    def settle(self):
        """Wait until the panel shows what the desk holds."""
        self.qtbot.waitUntil(self.is_settled, timeout=5_000)

    def is_settled(self):
        with self.workplace.desk.reading() as reader:
            return bool(self.panel.language) and self.panel._texts.segments == segments(reader, self.panel.language)

    def show(self, item):
        self.panel.show_text(item)
        assert self.panel.segment.source.item == item


@pytest.fixture
def room(qtbot, workplace):
    workplace.commands = COMMANDS
    made = Room(qtbot, workplace)
    made.items = [
        made.run("add", kind="recommendation", text=text, language="en")["id"]
        for text in ("States should report within 12 months.", "States should reply.", "Mechanisms should meet.")
    ]
    reported, replied, _met = made.items
    made.run("translate", item=reported, language="fr", text="Les États devraient faire rapport sous 12 mois.")
    made.run("translate", item=replied, language="fr", text="Les États devraient répondre.", status="reviewed")
    made.run("edit", id=replied, text="States could reply.")
    made.panel.use_language("fr")
    made.settle()
    yield made
    workplace.finish()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
