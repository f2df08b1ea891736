"""The system's keyring: spoken to only for who asked, and a sentence when it fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.store.encryption import Key
from hrdesk.store.keyring_door import KeyringDoor
from tests.store.keyrings import MemoryKeyring, memory_keyring


@pytest.fixture
def keyring():
    with memory_keyring() as made:
        yield made


@pytest.fixture
def key() -> Key:
    return Key(os.urandom(32), os.urandom(16))


def test_a_key_that_was_remembered_is_found_by_the_salt_of_the_file(profile: Path, keyring: MemoryKeyring, key: Key):
    door = KeyringDoor(profile)
    assert door.recall(key.salt) is None
    door.remember(key)
    assert KeyringDoor(profile).recall(key.salt) == key
    assert door.recall(os.urandom(16)) is None
    door.forget(key.salt)
    assert not door.has(key.salt)
    assert keyring.held == {}


def test_nothing_in_the_profile_is_the_key(profile: Path, keyring: MemoryKeyring, key: Key):
    KeyringDoor(profile).remember(key)
    for file in profile.rglob("*"):
        assert key.raw.hex() not in file.name
        assert file.is_dir() or file.stat().st_size == 0


def test_a_keyring_nobody_asked_for_is_never_spoken_to(profile: Path, keyring: MemoryKeyring, key: Key):
    keyring.fails = True
    door = KeyringDoor(profile)
    assert door.recall(key.salt) is None
    door.forget(key.salt)


def test_a_keyring_that_fails_is_a_sentence(profile: Path, keyring: MemoryKeyring, key: Key):
    door = KeyringDoor(profile)
    door.remember(key)
    keyring.fails = True
    for refused in (door.remember, lambda one: door.recall(one.salt), lambda one: door.forget(one.salt)):
        with pytest.raises(Refused, match="keyring"):
            refused(key)


def test_what_somebody_else_wrote_there_is_no_key(profile: Path, keyring: MemoryKeyring, key: Key):
    door = KeyringDoor(profile)
    door.remember(key)
    for told in ("", "not hexadecimal", "00ff"):
        keyring.held["hrdesk", key.salt.hex()] = told
        assert door.recall(key.salt) is None


def test_an_entry_that_was_taken_out_elsewhere_is_forgotten(profile: Path, keyring: MemoryKeyring, key: Key):
    door = KeyringDoor(profile)
    door.remember(key)
    keyring.held.clear()
    assert door.recall(key.salt) is None
    door.forget(key.salt)
    assert not door.has(key.salt)


def test_opening_a_plain_desk_loads_no_keyring_and_no_cipher_of_ours(tmp_path: Path, profile: Path):
    program = (
        "import sys; from pathlib import Path; from hrdesk.desk import Desk; from hrdesk.store.identity import Profile;"
        "desk = Desk.open(Path(sys.argv[1]), Profile(Path(sys.argv[2])));"
        "print([name for name in ('nacl', 'keyring', 'pyrage', 'hrdesk.store.encryption', 'hrdesk.store.copying',"
        " 'hrdesk.store.backup') if name in sys.modules]); desk.close()"
    )
    from hrdesk.desk import Desk
    from hrdesk.store.identity import Profile

    Desk.create(tmp_path / "a.hrdesk", Profile(profile)).close()
    told = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path / "a.hrdesk"), str(profile)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert told.stdout.strip() == "[]"
