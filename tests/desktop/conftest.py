"""A small desk for the window's tests: one consultation, two sessions, three people, an item with a question."""

import gc
from typing import Any

import pytest

from hrdesk.agenda.commands import COMMANDS as AGENDA
from hrdesk.desk import Desk
from hrdesk.desktop.shell.collector import collect_if_due
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import interface
from hrdesk.notes.commands import COMMANDS as NOTES
from hrdesk.recommendations.commands import COMMANDS as RECOMMENDATIONS
from hrdesk.settings import Settings
from hrdesk.store import encryption
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source
from tests.store import passphrases, quick_disk, ready_made
from tests.store.desks import MemoryDesk

AGENDA_BY_NAME = {one.name: one for one in AGENDA}


@pytest.fixture(autouse=True)
def english():
    """Speak English at the start of each test, whatever the last one spoke."""
    interface.use("en")
    yield
    interface.use("en")


@pytest.fixture(autouse=True)
def circles_go_in_this_thread():
    """Collect as the window does: in a thread that reads, the widgets of an earlier test would be destroyed."""
    gc.disable()
    yield
    collect_if_due()
    gc.enable()


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Spare the window's tests what a passphrase, a disk and a new desk cost; those of the store pay it."""
    passphrases.spare(monkeypatch)
    quick_disk.spare(monkeypatch)
    ready_made.spare(monkeypatch)
    monkeypatch.setattr(encryption, "ARGON2ID_BYTES", 8 * 1024 * 1024)


@pytest.fixture
def workplace(qapp, tmp_path, profile):
    """Give a workplace with a small desk, open."""
    desk = Desk.create(tmp_path / "small.hrdesk", Profile(profile))
    place = Workplace(desk, {one.name: one for one in (*AGENDA, *NOTES, *RECOMMENDATIONS)}, Settings(name="Desk 1"))
    fill(place)
    yield place
    desk.close()


def fill(place: Workplace) -> None:
    """Put the small consultation into the desk."""

    def run(command: str, **arguments: Any) -> str:
        return place.desk.run(place.commands[command], **arguments)["id"]

    consultation = run(
        "add", kind="consultation", title="Workshop on regional arrangements", city="Geneva", language="en"
    )
    item = run("add", kind="agenda_item", number="1", title="Sharing of information", consultation=consultation)
    run("add", kind="guiding_question", owner=item, text="How can information be shared?")
    for title in ("Opening", "Sharing of information"):
        run("add", kind="session", title=title, consultation=consultation, agenda_item=item, sensitivity="restricted")
    for affiliation in ("Inter-American Commission on Human Rights", "African Union", "Delegation of a State"):
        run("add", kind="person", affiliation=affiliation)


@pytest.fixture
def meanwhile():
    """Let another desk edit a record of the one in a workplace, and bring its changes in."""
    others: list[MemoryDesk] = []

    def bring(workplace: Workplace, record: str, **fields: Any) -> None:
        others.append(other := MemoryDesk(7 + len(others)))
        other.take(workplace.ask(lambda reader: reader.changes()))
        other.run(AGENDA_BY_NAME["edit"], id=record, **fields)
        workplace.desk.take_in(other.changes(), Source(f"{len(others):064}", "other", other.device))

    yield bring
    for other in others:
        other.close()
