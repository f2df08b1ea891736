"""The room of exchange, open on a desk from which another desk has joined, and which both have written since."""

import pytest

from hrdesk.desktop.exchange.panel import ExchangePanel
from hrdesk.desktop.exchange.to_settle import to_settle
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import send
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.desktop.open_room import OpenRoom


class Room(OpenRoom):
    """The panel with what a test asks of it, and the other desk."""

    panel_class = ExchangePanel

    def __init__(self, qtbot, workplace, folder):
        self.qtbot, self.workplace, self.folder = qtbot, workplace, folder
        self.counted: list[int] = []
        self.note = self.run("add", kind="note", text="Shelters should open.", language="en", sensitivity="restricted")[
            "id"
        ]
        self.run("take-seat", name="Secretariat desk", role="staff")
        starter = self.bundle(workplace.desk, "starter")
        self.other = join(starter, folder / "other.hrdesk", Profile(folder / "profile-of-other"))
        self.other.run(COMMANDS["take-seat"], name="Rapporteur desk 1", role="rapporteur")
        super().__init__(qtbot, workplace)

    def open(self):
        panel = super().open()
        panel.conflicts_counted.connect(self.counted.append)
        return panel

    def close(self):
        self.workplace.finish()
        self.other.close()
        super().close()

    def bundle(self, desk, name, *, confidential=False):
        path = self.folder / f"{name}.hrdesk.json"
        return send(desk, path, Scope(sensitivity="confidential" if confidential else "restricted")).written.path

    def carry(self, bundle, desk):
        """Take a bundle in at the other desk."""
        merge(desk, [bundle])

    def conflicts(self):
        with self.workplace.desk.reading() as reader:
            return to_settle(reader)

    def disagree(self, field="text", here="Shelters must open.", there="Shelters could open.", **reason):
        """Let both desks write one field, and take the other's bundle in."""
        self.run("edit", id=self.note, **{field: here}, **reason)
        self.other.run(COMMANDS["edit"], id=self.note, **{field: there}, **reason)
        self.take(self.bundle(self.other, "other"))

    def look(self, *paths):
        """Let the room look at files, and wait for what it says."""
        taking = self.panel.taking
        self.panel.sections.show_section(taking)
        taking.look_at(list(paths))
        self.qtbot.waitUntil(lambda: not taking._is_looking, timeout=5_000)

    def take(self, *paths):
        taking = self.panel.taking
        self.look(*paths)
        if taking.sound:
            taking.merge_bundles()
            self.qtbot.waitUntil(lambda: taking._done is not None, timeout=5_000)
        self.settle()

    def settle(self):
        """Wait until the panel shows the conflicts that there are."""
        self.qtbot.waitUntil(lambda: self.panel.to_settle.conflicts == self.conflicts(), timeout=5_000)
        self.panel.show_conflicts()


@pytest.fixture
def room(qtbot, workplace, tmp_path):
    workplace.commands = COMMANDS
    made = Room(qtbot, workplace, tmp_path)
    made.settle()
    yield made
    made.close()
