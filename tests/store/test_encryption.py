"""The key of an encrypted desk: from a passphrase, from paper, and nothing of it lying about."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store import desk_file, driver
from hrdesk.store.encryption import (
    PAPER_ALPHABET,
    SHORTEST_PASSPHRASE,
    Key,
    is_paper_key,
    key_from_passphrase,
    key_from_text,
    new_key,
    opens,
    paper_key,
    salt_of,
)
from hrdesk.store.file_check import Locked, check_file, is_encrypted, refuse_desk_file
from hrdesk.store.identity import Profile

KEYS = st.builds(Key, st.binary(min_size=32, max_size=32).filter(any), st.binary(min_size=16, max_size=16))


DERIVED = "0ef1dffc90812a05d4b9af235d639c79ee71758d32c3eb58c42e2e96d14f15e0"
PAPER = "1VRXN-ZZ4GB-G4N0V-BN5SK-NWHNX-TRWW9-F7Q7A-2XCDX-6B1YP-PP64N-5RQ9D-DMAFX-2QG0V"


@pytest.fixture
def key() -> Key:
    return Key(os.urandom(32), os.urandom(16))


@pytest.fixture
def encrypted(tmp_path: Path, profile: Path, key: Key) -> Path:
    Desk.create(tmp_path / "a.hrdesk", Profile(profile), key=key).close()
    return tmp_path / "a.hrdesk"


def test_file_and_passphrase_are_all_that_is_needed(tmp_path: Path, profile: Path):
    made = new_key("four words of a poem")
    Desk.create(tmp_path / "a.hrdesk", Profile(profile), key=made).close()
    copied = tmp_path / "stick" / "b.hrdesk"
    copied.parent.mkdir()
    copied.write_bytes((tmp_path / "a.hrdesk").read_bytes())
    again = key_from_passphrase("four words of a poem", salt_of(copied))
    assert again == made
    with desk_file.reader(copied, key=again) as reader:
        assert reader.desk


def test_the_derivation_never_changes():
    """A desk of this version opens for ever: the expected bytes were written down when the format was made."""
    made = key_from_passphrase("Contraseña número uno", bytes(range(16)))
    assert made.raw.hex() == DERIVED
    assert paper_key(made) == PAPER


def test_a_passphrase_is_the_same_whatever_keyboard_it_was_typed_on():
    salt = bytes(16)
    composed, decomposed = "contrase\u00f1a\u00a0larga", "contrasen\u0303a larga"
    assert key_from_passphrase(composed, salt) == key_from_passphrase(decomposed, salt)


def test_a_short_passphrase_is_refused():
    with pytest.raises(Refused, match="at least"):
        new_key("x" * (SHORTEST_PASSPHRASE - 1))


@given(KEYS)
@settings(max_examples=50)
def test_a_paper_key_copied_in_any_manner_is_the_key(key: Key):
    paper = paper_key(key)
    for copied in (
        paper,
        paper.lower(),
        paper.replace("-", " "),
        paper.replace("0", "o").replace("1", "l"),
        f" {paper}\n",
    ):
        assert is_paper_key(copied)
        assert key_from_text(copied, key.salt) == key


@given(KEYS, st.integers(0, 64), st.sampled_from(PAPER_ALPHABET))
@settings(max_examples=100)
def test_a_letter_copied_wrong_names_its_group(key: Key, at: int, letter: str):
    bare = paper_key(key).replace("-", "")
    if bare[at] == letter:
        return
    with pytest.raises(Refused) as refused:
        key_from_text(bare[:at] + letter + bare[at + 1 :], key.salt)
    assert refused.value.fields["number"] == at // 5 + 1


@given(KEYS, st.integers(0, 12), st.integers(0, 12))
@settings(max_examples=50)
def test_swapped_groups_are_noticed(key: Key, one: int, other: int):
    groups = paper_key(key).split("-")
    if one == other:
        return
    groups[one], groups[other] = groups[other], groups[one]
    with pytest.raises(Refused):
        key_from_text("-".join(groups), key.salt)


def test_a_key_says_nothing_of_itself_and_is_nothing_once_wiped(key: Key):
    told = key.raw.hex()
    assert told not in repr(key)
    key.wipe()
    with pytest.raises(Refused, match="locked"):
        _ = key.raw


def test_an_encrypted_desk_opens_with_its_key_alone(encrypted: Path, profile: Path, key: Key):
    before = encrypted.read_bytes()
    assert is_encrypted(encrypted)
    with pytest.raises(Locked, match="is encrypted"):
        Desk.open(encrypted, Profile(profile))
    with pytest.raises(Locked, match="does not open"):
        Desk.open(encrypted, Profile(profile), key=Key(bytes(31) + b"1", key.salt))
    assert encrypted.read_bytes() == before
    assert [file.name for file in encrypted.parent.iterdir()] == [encrypted.name]
    desk = Desk.open(encrypted, Profile(profile), key=key)
    with desk.reader() as reader, desk.looking() as other:
        assert reader.desk == other.desk == desk.file.desk_id
    desk.close()


def test_a_wrong_key_touches_nothing_of_what_a_crash_left(encrypted: Path, profile: Path, key: Key):
    connection = driver.connect(encrypted, writing=True, key=key)
    driver.for_writing(connection)
    connection.execute("INSERT INTO draft VALUES ('here', 'a draft in the WAL', '')")
    left = {file.name: file.read_bytes() for file in encrypted.parent.iterdir()}
    assert len(left) == 3
    connection.close()
    for name, data in left.items():
        (encrypted.parent / name).write_bytes(data)
    with pytest.raises(Locked):
        Desk.open(encrypted, Profile(profile), key=Key(bytes(31) + b"1", key.salt))
    assert {file.name: file.read_bytes() for file in encrypted.parent.iterdir()} == left
    desk = Desk.open(encrypted, Profile(profile), key=key)
    assert desk.draft("here") == "a draft in the WAL"
    desk.close()


def test_a_plain_desk_takes_no_notice_of_a_key(tmp_path: Path, profile: Path, key: Key):
    Desk.create(tmp_path / "a.hrdesk", Profile(profile)).close()
    desk = Desk.open(tmp_path / "a.hrdesk", Profile(profile), key=key)
    assert desk.file.key is None
    desk.close()


@pytest.mark.parametrize("left", [100, 4096, 5000, 8192])
def test_an_encrypted_desk_that_was_cut_short_is_refused_in_a_sentence(
    encrypted: Path, profile: Path, key: Key, left: int
):
    whole = encrypted.read_bytes()
    assert len(whole) > 8192
    encrypted.write_bytes(whole[:left])
    with pytest.raises(Refused):
        Desk.open(encrypted, Profile(profile), key=key)
    assert encrypted.read_bytes() == whole[:left]


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04" + bytes(8188), b"text " * 2000, os.urandom(4095), b"%PDF" + os.urandom(5000)]
)
def test_what_is_no_row_of_encrypted_pages_is_no_desk(tmp_path: Path, data: bytes):
    file = tmp_path / "other.bin"
    file.write_bytes(data)
    assert not is_encrypted(file)
    with pytest.raises(Refused, match="not a desk file"):
        check_file(file)


def test_no_document_is_written_over_an_encrypted_desk(encrypted: Path):
    with pytest.raises(Refused, match="is a desk file"):
        refuse_desk_file(encrypted)


def test_a_first_page_that_was_changed_by_one_bit_does_not_open(encrypted: Path, key: Key):
    data = bytearray(encrypted.read_bytes())
    assert opens(key, encrypted)
    data[2000] ^= 1
    encrypted.write_bytes(bytes(data))
    assert not opens(key, encrypted)


def test_sorting_in_an_encrypted_desk_stays_in_memory(encrypted: Path, key: Key):
    with desk_file.reader(encrypted, key=key) as reader:
        assert reader.value("PRAGMA temp_store") == 2
