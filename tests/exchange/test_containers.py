"""Packed and encrypted bundles: told by their first bytes, opened by whom they are for, and never by anybody else."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import zlib
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import AGE_SUFFIX, GZIP_SUFFIX, is_bundle, read_bundle
from hrdesk.exchange.bundle.reading import Bundle
from hrdesk.exchange.giving import give
from hrdesk.store import age
from hrdesk.store.age import Opener
from hrdesk.store.identity import Profile
from tests.exchange.making import bundle, change, written
from tests.exchange.rooms import Room
from tests.store import passphrases

NOW = "2026-11-20T10:11:12.123Z"


@pytest.fixture(scope="module")
def reader_of_it(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """Give the profile of whom bundles are encrypted for."""
    return Profile(tmp_path_factory.mktemp("reader"))


@pytest.fixture
def quick_passphrases(monkeypatch: pytest.MonkeyPatch) -> None:
    passphrases.spare(monkeypatch)


@pytest.fixture
def filled(room: Room) -> Room:
    session = room.start(sensitivity="public")
    for number in range(30):
        room.note(session, f"Note {number} on water")
    return room


def give_to(room: Room, name: str, **how: object) -> Path:
    target = room.desk.path.with_name(name)
    with room.desk.reading() as reader:
        give(reader, target, room.desk.file.profile, NOW, **how)  # type: ignore[arg-type]
    return target


def told(read: Bundle) -> tuple[str, list[object]]:
    return read.hash, list(read.changes())


def refused(path: Path, opener: Opener | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        read_bundle(path, opener=opener)
    sentence = str(refusal.value)
    assert "\n" not in sentence
    assert "Nothing was changed" in sentence
    return sentence


@pytest.mark.usefixtures("quick_passphrases")
def test_whatever_it_is_wrapped_in_a_bundle_holds_the_same(filled: Room, reader_of_it: Profile):
    plain = give_to(filled, "plain.json")
    packed = give_to(filled, f"packed{GZIP_SUFFIX}", compress=True)
    for_us = give_to(filled, f"for-us{AGE_SUFFIX}", recipients=(reader_of_it.recipient,))
    secret = give_to(filled, "secret.age", passphrase="correct horse")
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()
    same = told(read_bundle(plain))
    assert told(read_bundle(packed)) == same
    assert told(read_bundle(for_us, opener=Opener(reader_of_it))) == same
    assert told(read_bundle(secret, opener=Opener(reader_of_it, "correct horse"))) == same
    assert all(is_bundle(path) for path in (plain, packed, for_us, secret))
    for path in (packed, for_us):
        renamed = path.rename(path.with_name("any-name.json"))
        assert told(read_bundle(renamed, opener=Opener(reader_of_it))) == same


def test_the_same_content_gives_the_same_bytes(filled: Room):
    first = give_to(filled, "first.gz", compress=True).read_bytes()
    assert give_to(filled, "second.gz", compress=True).read_bytes() == first


def test_nothing_in_an_encrypted_bundle_can_be_read(filled: Room, reader_of_it: Profile):
    path = give_to(filled, "for-us.age", recipients=(reader_of_it.recipient,))
    data = path.read_bytes()
    assert b"water" not in data
    assert b"hrdesk" not in data
    assert [one.name for one in path.parent.iterdir() if one.name.endswith(".new")] == []


def test_several_desks_can_each_open_what_is_encrypted_for_them(filled: Room, reader_of_it: Profile, tmp_path: Path):
    other = Profile(tmp_path / "other")
    path = give_to(filled, "for-two.age", recipients=(reader_of_it.recipient, other.recipient, other.recipient))
    assert told(read_bundle(path, opener=Opener(other))) == told(read_bundle(path, opener=Opener(reader_of_it)))


@pytest.mark.usefixtures("quick_passphrases")
def test_what_is_for_others_or_has_another_passphrase_stays_closed(filled: Room, reader_of_it: Profile, tmp_path: Path):
    for_us = give_to(filled, "for-us.age", recipients=(reader_of_it.recipient,))
    secret = give_to(filled, "secret.age", passphrase="correct horse")
    stranger = Opener(Profile(tmp_path / "stranger"))
    assert "for other desks" in refused(for_us, stranger)
    assert "for other desks" in refused(for_us)
    assert "with a passphrase" in refused(secret, stranger)
    assert "passphrase does not open" in refused(secret, Opener(reader_of_it, "Correct horse"))


def test_an_address_that_is_none_is_refused_before_anything_is_written(filled: Room):
    before = sorted(filled.desk.path.parent.iterdir())
    with pytest.raises(Refused, match="no address"):
        give_to(filled, "x.age", recipients=("age1nonsense",))
    with pytest.raises(Refused, match="not both"):
        give_to(filled, "x.age", recipients=(filled.desk.file.profile.recipient,), passphrase="x")
    assert sorted(filled.desk.path.parent.iterdir()) == before


def test_a_cut_or_altered_encrypted_bundle_is_refused(filled: Room, reader_of_it: Profile):
    data = give_to(filled, "for-us.age", recipients=(reader_of_it.recipient,)).read_bytes()
    opener = Opener(reader_of_it)
    path = filled.desk.path.with_name("damaged.age")
    for place in range(0, len(data), 101):
        damaged = bytearray(data)
        damaged[place] ^= 1
        refused(written(path, bytes(damaged)), opener)
        refused(written(path, data[:place]), opener)
    refused(written(path, data + b"x"), opener)


def test_a_cut_or_altered_packed_bundle_is_refused_or_the_same(filled: Room):
    data = give_to(filled, "packed.gz", compress=True).read_bytes()
    same = told(read_bundle(written(filled.desk.path.with_name("again.gz"), data)))
    path = filled.desk.path.with_name("damaged.gz")
    for place in range(0, len(data), 53):
        damaged = bytearray(data)
        damaged[place] ^= 1 << place % 8
        written(path, bytes(damaged))
        try:
            assert told(read_bundle(path)) == same, "only what gzip's own head says of time and system may differ"
            assert place < 10
        except Refused:
            pass
        refused(written(path, data[:place]))
    for more in (b"x", data, b"\x00" * 100):
        assert "cannot be unpacked" in refused(written(path, data + more))


@pytest.mark.parametrize("inside", [b"\n", b" ", b'{\n"header":', b"\x00", b'{"a":['])
def test_a_file_that_unpacks_to_an_ocean_is_refused_early(tmp_path: Path, inside: bytes):
    packer = zlib.compressobj(9, wbits=31)
    packed = b"".join(packer.compress(inside * (1 << 20)) for _ in range(64)) + packer.flush()
    sentence = refused(written(tmp_path / "bomb.gz", packed))
    assert any(words in sentence for words in ("far more than", "not a bundle", "too long", "broken at line"))


def test_a_bundle_with_one_long_even_text_may_be_packed_tightly(tmp_path: Path):
    signer = Profile(tmp_path / "signer")
    data = bundle(signer, [change(f"{signer.device}.1", 1, val="x" * 250_000)])
    packed = gzip.compress(data, mtime=0)
    assert len(data) > 100 * len(packed)
    assert len(read_bundle(written(tmp_path / "tight.gz", packed))) == 1


def test_wrappings_are_not_unwrapped_for_ever(filled: Room, reader_of_it: Profile):
    data = give_to(filled, "packed.gz", compress=True).read_bytes()
    path = filled.desk.path.with_name("twice")
    refused(written(path, gzip.compress(data)))
    twice = age.seal_bytes(age.seal_bytes(data, (reader_of_it.recipient,)), (reader_of_it.recipient,))
    refused(written(path, twice), Opener(reader_of_it))
    refused(written(path, gzip.compress(twice)), Opener(reader_of_it))


needs_age = pytest.mark.skipif(sys.platform != "linux", reason="the program age comes with Debian")


@needs_age
def test_the_program_age_opens_what_is_encrypted_here(filled: Room, reader_of_it: Profile, tmp_path: Path):
    path = give_to(filled, f"for-us{AGE_SUFFIX}", recipients=(reader_of_it.recipient,))
    key = reader_of_it.folder / "age.key"
    done = subprocess.run(["age", "-d", "-i", key, path], capture_output=True, check=True)
    assert (
        hashlib.sha256(gzip.decompress(done.stdout)).digest()
        == hashlib.sha256(give_to(filled, "plain.json").read_bytes()).digest()
    )


@needs_age
def test_what_the_program_age_encrypted_is_opened_here(filled: Room, reader_of_it: Profile, tmp_path: Path):
    plain = give_to(filled, "plain.json")
    for options in ([], ["-a"]):
        path = tmp_path / "by-age"
        subprocess.run(["age", "-r", reader_of_it.recipient, *options, "-o", path, plain], check=True)
        assert told(read_bundle(path, opener=Opener(reader_of_it))) == told(read_bundle(plain))


@needs_age
def test_the_program_age_and_we_agree_on_passphrases(filled: Room, tmp_path: Path):
    path = give_to(filled, "secret.age", passphrase="correct horse")
    assert gzip.decompress(typed(["age", "-d", "-o", "out", str(path)], "correct horse", tmp_path)).startswith(b"{\n")
    plain = give_to(filled, "plain.json")
    typed(["age", "-p", "-o", "out", str(plain)], "battery staple\nbattery staple", tmp_path)
    assert told(read_bundle(tmp_path / "out", opener=Opener(None, "battery staple"))) == told(read_bundle(plain))


def typed(command: list[str], answers: str, folder: Path) -> bytes:
    """Run a program that asks for a passphrase on a terminal, answer it, and give the file ``out``."""
    import pty

    assert shutil.which(command[0])
    (folder / "out").unlink(missing_ok=True)
    child, terminal = pty.fork()
    if not child:
        os.chdir(folder)
        os.execvp(command[0], command)
    for answer in answers.split("\n"):
        seen = b""
        while b":" not in seen:
            seen += os.read(terminal, 1024)
        os.write(terminal, answer.encode() + b"\n")
    while True:
        try:
            if not os.read(terminal, 1024):
                break
        except OSError:
            break
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    return (folder / "out").read_bytes()
