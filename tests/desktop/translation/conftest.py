"""The room of translation, open on a desk with three recommendations and their French in three states."""

import pytest

from hrdesk.desktop.translation.panel import TranslationPanel
from hrdesk.translation.queries import segments
from hrdesk.work import COMMANDS
from tests.desktop.open_room import OpenRoom


class Room(OpenRoom):
    """The panel with what a test asks of it."""

    panel_class = TranslationPanel

    def __init__(self, qtbot, workplace):
        super().__init__(qtbot, workplace)
        self.items: list[str] = []

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
    made.close()
