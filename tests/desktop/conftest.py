"""A small desk for the window's tests: one consultation, two sessions, three people, an item with a question."""

from hashlib import sha256
from typing import Any

import pyrage
import pytest

from hrdesk.agenda.commands import COMMANDS as AGENDA
from hrdesk.desk import Desk
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language import interface
from hrdesk.notes.commands import COMMANDS as NOTES
from hrdesk.recommendations.commands import COMMANDS as RECOMMENDATIONS
from hrdesk.settings import Settings
from hrdesk.store import encryption
from hrdesk.store.identity import Profile


@pytest.fixture(autouse=True)
def english():
    """Speak English at the start of each test, whatever the last one spoke."""
    interface.use("en")
    yield
    interface.use("en")


@pytest.fixture(autouse=True)
def quick_passphrases(monkeypatch):
    """Spare the window's tests the seconds that a passphrase is meant to cost; those of the store pay them."""
    head = b"age-encryption.org/v1\n-> scrypt spared 1\n"

    def lock(data: bytes, passphrase: str) -> bytes:
        return head + sha256(passphrase.encode()).digest() + data

    def unlock(locked: bytes, passphrase: str) -> bytes:
        if locked[: len(head) + 32] != lock(b"", passphrase):
            raise pyrage.DecryptError("Decryption failed")
        return locked[len(head) + 32 :]

    monkeypatch.setattr(pyrage.passphrase, "encrypt", lock)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", unlock)
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
