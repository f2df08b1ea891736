"""Files that version 1 wrote: every later version reads them, line for line."""

import hashlib
import json
import lzma
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.merging import merge
from hrdesk.exchange.queries import conflicts
from hrdesk.records import Note, Recommendation
from hrdesk.store import desk_file
from hrdesk.store.change import encode
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify

FOLDER = Path(__file__).parent / "version-1"
BUNDLE, DESK = FOLDER / "small.hrdesk.json", FOLDER / "small.hrdesk.xz"

BUNDLE_HASH = "07062669352ffc79fa337b97817946dd821e1ff358a600e3fcdd0f35d4ccfd6d"
"""Nobody may repair these files to fit the program."""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """Give a copy that may be written."""
    return unpack(tmp_path / "small.hrdesk")


def unpack(target: Path) -> Path:
    """Write the frozen desk to ``target``; it is kept packed, being mostly empty pages."""
    target.write_bytes(lzma.decompress(DESK.read_bytes()))
    return target


def test_the_frozen_bundle_is_what_it_was():
    assert hashlib.sha256(BUNDLE.read_bytes()).hexdigest() == BUNDLE_HASH


def test_the_frozen_bundle_is_read_and_its_lines_are_written_the_same():
    lines = [line.rstrip(b",") for line in BUNDLE.read_bytes().split(b"\n") if line.startswith(b'{"at"')]
    read = read_bundle(BUNDLE)
    assert [encode(one) for one in read.changes()] == lines
    assert all(
        list(json.loads(line)) == ["at", "dev", "field", "kind", "lam", "n", "record", "seen", "seq", "sv", "val"]
        for line in lines
    )


def test_the_frozen_bundle_makes_the_frozen_desk(tmp_path: Path):
    made = Desk.create(tmp_path / "made.hrdesk", Profile(tmp_path / "profile"))
    merge(made, [BUNDLE])
    with made.reading() as reader:
        told = reader.every(Note), reader.every(Recommendation), conflicts(reader)
    made.close()
    with desk_file.reader(make_current(tmp_path)) as reader:
        assert told == (reader.every(Note), reader.every(Recommendation), conflicts(reader))


def make_current(folder: Path) -> Path:
    """Copy the frozen desk and open it once, which brings its tables up to date."""
    copy = unpack(folder / "current.hrdesk")
    Desk.open(copy, Profile(folder / "profile")).close()
    return copy


def test_the_frozen_desk_opens_and_is_sound(desk: Path, tmp_path: Path):
    held = Desk.open(desk, Profile(tmp_path / "profile"))
    with held.reading() as reader:
        assert sorted(one.text or "" for one in reader.every(Note)) == ["two\nlines", "“Quoted” é 人权 \U0001f5fa"]
        assert [one.field for one in conflicts(reader)] == ["wording"]
        assert len(reader.changes()) == len(read_bundle(BUNDLE))
    step = held.next_undo()
    assert step is not None
    assert step.name == "make-recommendation", "what could be undone then can be undone now"
    assert held.undo() == "make-recommendation"
    held.close()
    assert verify(desk).faults == ()
