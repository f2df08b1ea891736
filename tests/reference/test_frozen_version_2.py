"""Files that version 2 of the bundle wrote: every later version opens them and finds in them what was there."""

import hashlib
import json
import lzma
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import Bundle, read_bundle, read_have
from hrdesk.exchange.merging import merge
from hrdesk.exchange.queries import conflicts
from hrdesk.records import Lesson, Note, Recommendation
from hrdesk.store import desk_file
from hrdesk.store.age import Opener
from hrdesk.store.change import encode
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify
from tests.exchange import stranger_reader

FOLDER = Path(__file__).parent / "version-2"
BUNDLE = FOLDER / "small.hrdesk.json"

HASHES = {
    "age.key": "240fda3d5d900756fb05c8cea8cd53a094f7fb268e1e62aa077513dbeb156539",
    "small.hrdesk-have.json": "e420f815043846b6a4554c67a5c33314419eab5e1a2cb3927bb354491125c3cd",
    "small.hrdesk.json": "f8cb93806c94986b7f929798a609b39529d1783ac4c50de5977350551fafdbbc",
    "small.hrdesk.json.gz.age": "576d1d524b25356167d568962a512ae51a3c00712aa8ba5ffd1c2ee5053d67d7",
    "small.hrdesk.xz": "5d2755668a57b16a9bd3ac95d439ac91b5d4a90ffb9580035aea668bc7704194",
}
"""Nobody may repair these files to fit the program."""


def unpack(target: Path) -> Path:
    """Write the frozen desk to ``target``; it is kept packed, being mostly empty pages."""
    target.write_bytes(lzma.decompress((FOLDER / "small.hrdesk.xz").read_bytes()))
    return target


@pytest.fixture
def frozen() -> Bundle:
    return read_bundle(BUNDLE)


def test_the_frozen_files_are_what_they_were():
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.iterdir()} == HASHES


def test_the_frozen_bundle_is_read_and_its_lines_are_written_the_same(frozen: Bundle):
    lines = [line.rstrip(b",") for line in BUNDLE.read_bytes().split(b"\n") if line.startswith(b'{"at"')]
    assert [encode(one) for one in frozen.changes()] == lines
    assert (frozen.header.version, frozen.header.mode, frozen.header.sensitivity) == (2, "history", "confidential")


def test_the_frozen_seals_vouch_for_what_they_vouched_for(frozen: Bundle):
    counted = sorted((one.sealed, one.unsealed) for one in frozen.authors.values())
    assert counted == [(2, 0), (2, 1), (9, 0), (54, 0)]
    assert len(frozen.forked) == 1, "a key that was cloned: both seals are the proof"


def test_a_strangers_reader_reads_the_frozen_bundle(frozen: Bundle):
    changes, sealed = stranger_reader.read(BUNDLE.read_bytes())
    assert [one["val"] for one in changes] == [one.val for one in frozen.changes()]
    assert sealed == sum(one.sealed for one in frozen.authors.values())


def test_the_frozen_encrypted_bundle_is_opened_with_its_key(frozen: Bundle, tmp_path: Path):
    (tmp_path / "age.key").write_bytes((FOLDER / "age.key").read_bytes())
    opened = read_bundle(FOLDER / "small.hrdesk.json.gz.age", opener=Opener(Profile(tmp_path)))
    assert opened.hash == frozen.hash


def test_the_frozen_file_of_what_a_desk_has_is_read(frozen: Bundle):
    told = read_have(FOLDER / "small.hrdesk-have.json")
    held = {(dev, seq) for dev, spans in told.held.items() for lo, hi in spans for seq in range(lo, hi + 1)}
    assert {(one.dev, one.seq) for one in frozen.changes()} <= held
    assert told.device == frozen.header.sender


def test_the_frozen_bundle_makes_the_frozen_desk(tmp_path: Path):
    made = Desk.create(tmp_path / "made.hrdesk", Profile(tmp_path / "profile"))
    merge(made, [BUNDLE])
    with made.reading() as reader:
        told = [reader.every(kind) for kind in (Note, Recommendation, Lesson)], conflicts(reader)
    made.close()
    copy = unpack(tmp_path / "current.hrdesk")
    Desk.open(copy, Profile(tmp_path / "profile")).close()  # brings its tables up to date
    with desk_file.reader(copy) as reader:
        assert told == ([reader.every(kind) for kind in (Note, Recommendation, Lesson)], conflicts(reader))


def test_the_frozen_desk_opens_is_sound_and_gives_what_it_held(tmp_path: Path, frozen: Bundle):
    copy = unpack(tmp_path / "small.hrdesk")
    held = Desk.open(copy, Profile(tmp_path / "profile"))
    with held.reading() as reader:
        texts = {one.text for one in reader.every(Note)}
        assert {"“Quoted” é 人权 \U0001f5fa", "two\nlines\tand a tab", "the last one"} <= texts
        assert "\u202eturned\u202c الحق في الماء" in texts
        assert "edited by who had not seen the deletion" in texts
        assert {(one.kind, one.field) for one in conflicts(reader)} >= {("recommendation", "wording")}
        assert [encode(one) for one in reader.changes()] == [encode(one) for one in frozen.changes()]
    step = held.next_undo()
    assert step is not None
    assert held.undo() == step.name == "keep-note", "what could be undone then can be undone now"
    held.close()
    assert verify(copy).faults == ()


def test_the_frozen_files_name_no_person():
    told = json.loads(BUNDLE.read_bytes())
    assert not [one for one in told["changes"] if one["kind"] in {"person", "identity_access"}]
