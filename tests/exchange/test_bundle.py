"""The bundle: its exact layout, and every damaged, foreign or newer one refused with nothing changed."""

import hashlib
import json
import os
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import SUFFIX, is_bundle, layout, read_bundle
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import merge
from hrdesk.records import SCHEMA_VERSION
from hrdesk.store.change import decode, encode
from hrdesk.store.identity import Profile
from hrdesk.store.verification import derived
from tests.exchange.making import closed
from tests.exchange.rooms import Room


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    """Give the profile that writes the small bundle."""
    return Profile(tmp_path_factory.mktemp("signer") / "profiles" / "whole")


@pytest.fixture(scope="module")
def whole(signer: Profile) -> bytes:
    """Give the bytes of a small bundle."""
    room = Room.make(signer.folder.parent.parent, "whole")
    session = room.start(sensitivity="public")
    room.note(session, "“A” note\nof two lines, 人权 \u202e and \U0001f5fa")
    data = room.write().read_bytes()
    room.desk.close()
    return data


def body_of(data: bytes) -> bytes:
    return data[: data.index(b'"close"')]


def refused(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(Refused) as refusal:
        read_bundle(path)
    told = str(refusal.value)
    assert "\n" not in told
    assert "Nothing was changed" in told
    return told


def test_a_bundle_is_one_json_document_laid_out_one_change_a_line(whole: bytes):
    told = json.loads(whole)
    assert list(told) == ["header", "changes", "seals", "close"]
    assert list(told["header"]) == [
        "changes",
        "created",
        "delta",
        "format",
        "from",
        "mode",
        "scope",
        "sv",
        "version",
    ]
    assert told["header"] | {"created": "", "from": ""} == {
        "changes": len(told["changes"]),
        "created": "",
        "delta": False,
        "format": "hrdesk-bundle",
        "from": "",
        "mode": "history",
        "scope": {"consultation": None, "sensitivity": "restricted", "session": None},
        "sv": SCHEMA_VERSION,
        "version": 2,
    }
    assert [list(one) for one in told["seals"]] == [["dev", "hashes", "key", "lo", "sig"]]
    lines = whole.split(b"\n")
    assert lines[0] == b"{"
    assert lines[1].startswith(b'"header":{')
    assert lines[2] == b'"changes":['
    changes = lines[3 : 3 + len(told["changes"])]
    assert lines[3 + len(changes) : -5] == [b"],", b'"seals":[']
    assert lines[-4] == b"],"
    assert lines[-2:] == [b"}", b""]
    assert [line.endswith(b",") for line in changes] == [True] * (len(changes) - 1) + [False]
    for line, change in zip(changes, told["changes"], strict=True):
        assert json.dumps(change, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == line.rstrip(
            b","
        )


def test_the_closing_hash_covers_every_byte_before_the_line_that_begins_close(whole: bytes):
    before, _, close = whole.partition(b'\n"close":')
    told = json.loads(close[:-3])
    assert told["sha256"] == hashlib.sha256(before + b"\n").hexdigest()
    assert list(told) == ["key", "sha256", "sig"]


def test_changes_are_grouped_by_author_in_the_order_they_were_made(room: Room, other: Room):
    session = room.start(sensitivity="public")
    other.take(room)
    other.note(session, "theirs")
    room.take(other)
    room.note(session, "mine")
    names = [(one.dev, one.seq) for one in room.bundle().changes()]
    assert names == sorted(names)
    assert len({dev for dev, _ in names}) == 2


def test_what_is_written_is_read_again(room: Room):
    session = room.start(sensitivity="public")
    room.note(session, "x")
    read = room.bundle()
    with room.desk.reading() as reader:
        assert [encode(one) for one in read.changes()] == [encode(one) for one in reader.changes()]
    assert read.header.sender == room.desk.file.device
    assert is_bundle(read.path)


def test_an_empty_desk_makes_an_empty_bundle(room: Room):
    path = room.write()
    assert json.loads(path.read_bytes())["changes"] == []
    assert (len(read_bundle(path)), list(read_bundle(path).changes())) == (0, [])


def test_a_bundle_cut_after_any_line_is_refused(tmp_path: Path, whole: bytes):
    lines = whole.splitlines(keepends=True)
    for count in range(len(lines)):
        refused(tmp_path / "cut.json", b"".join(lines[:count]))


def test_a_bundle_cut_inside_a_line_is_refused(tmp_path: Path, whole: bytes):
    for place in range(0, len(whole) - 1, 37):
        refused(tmp_path / "cut.json", whole[:place])


@given(st.data())
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_bundle_with_one_flipped_bit_is_refused(tmp_path: Path, whole: bytes, data: st.DataObject):
    place = data.draw(st.integers(0, len(whole) - 1))
    damaged = bytearray(whole)
    damaged[place] ^= 1 << data.draw(st.integers(0, 7))
    refused(tmp_path / "flipped.json", bytes(damaged))


@pytest.mark.parametrize("extra", [b"\n", b" ", b"{}", b"\x00", b"x" * 5000])
def test_anything_after_the_end_is_refused(tmp_path: Path, whole: bytes, extra: bytes):
    refused(tmp_path / "longer.json", whole + extra)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (rb'"version":2', b'"version":3', "version 3"),
        (rb'"version":2', b'"version":0', "line 2"),
        (rb'"version":2', b'"version":"1"', "line 2"),
        (rb'"version":2', b'"version":1.0', "line 2"),
        (rb'"version":2', b'"version":true', "line 2"),
        (rb',"version":2', b"", "line 2"),
        (rb"hrdesk-bundle", b"other-bundle", "line 2"),
        (rb'"created":"[^"]*"', b'"created":"yesterday"', "line 2"),
        (rb'"from":"[^"]*"', b'"from":"\\ud800"', "line 2"),
        (rb'"from":"[^"]*"', b'"from":"\xe2\x80\xae"', "line 2"),
        (rb'"from":"[^"]*",', b"", "line 2"),
        (rb'"scope":\{[^}]*\}', b'"scope":[]', "line 2"),
        (rb'"sensitivity":"[a-z]*"', b'"sensitivity":"\\u001b[31m"', "line 2"),
        (rb'"created":', b'"created": ', "line 2"),
        (rb'"created":', b'"changes":1,"created":', "line 2"),
        (rb'"mode":"history"', b'"mode":"history","more":1.5', "line 2"),
        (rb'"mode":"history"', b'"mode":"history","more":12345678901234567890', "line 2"),
        (rb'"scope":\{[^}]*\}', b'"scope":' + b"[" * 50_000, "line 2"),
        (rb'"changes":\d+,"created"', b'"changes":1,"created"', "another number of changes"),
        (rb'"changes":\d+,"created"', b'"changes":"12","created"', "line 2"),
        (rb'"changes":\d+,"created"', b'"changes":-1,"created"', "line 2"),
        (rb'"header":\{', b'"header":[{', "line 2"),
        (rb'"changes":\[\n', b'"changes": [\n', "line 3"),
        (rb'"seals":\[', b'"seals": [', "layout"),
        (rb'"seals":\[\n\{"dev"', b'"seals":[\n{ "dev"', "canonical"),
        (rb'"at":', b'"at": ', "line 4"),
        (rb'"sv":(\d+),"val"', b'"sv":1,"sv":1,"val"', "line 4"),
        (rb'\{"at"', b'{"aa":1,"at"', "line 4"),
        (rb'"seq":1,', b'"seq":1.0,', "line 4"),
        (rb'"seq":1,', b'"seq":99,', "line 5"),
        (rb'\},\n\{"at"', b'}\n{"at"', "layout"),
    ],
    ids=lambda told: told[:24] if isinstance(told, str) else None,
)
def test_an_altered_bundle_is_refused_although_it_was_closed_again(
    tmp_path: Path, whole: bytes, signer: Profile, old: bytes, new: bytes, says: str
):
    altered, count = re.subn(old, lambda _: new, body_of(whole), count=1)
    assert count == 1
    assert says in refused(tmp_path / "altered.json", closed(altered, signer))


def test_what_a_later_version_adds_to_the_header_is_read_over(tmp_path: Path, whole: bytes, signer: Profile):
    path = tmp_path / "added.json"
    path.write_bytes(closed(body_of(whole).replace(b'"mode":"history"', b'"mode":"history","more":{"a":[1]}'), signer))
    assert len(read_bundle(path)) == whole.count(b'"nonce"') + whole.count(b'"n":')


def test_a_change_told_twice_or_out_of_order_is_refused(tmp_path: Path, whole: bytes, signer: Profile):
    lines = body_of(whole).split(b"\n")
    twice = [*lines[:4], lines[3], *lines[4:]]
    swapped = [*lines[:3], lines[4], lines[3], *lines[5:]]
    for told in (twice, swapped):
        assert "order" in refused(tmp_path / "order.json", closed(b"\n".join(told), signer))


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[]", b"{\n", b"null", b"\xff" * 100, b"{\n" + b"x" * 2_000_000, b"SQLite format 3\x00"]
)
def test_what_is_no_bundle_is_refused(tmp_path: Path, data: bytes):
    refused(tmp_path / "other.json", data)


@pytest.mark.parametrize("length", [1_048_600, 1_100_000, 3_000_000])
def test_a_line_of_a_mebibyte_and_more_is_refused(tmp_path: Path, whole: bytes, signer: Profile, length: int):
    long = body_of(whole).replace(b',"val":', b',"val":"' + b"x" * length + b'","x":', 1)
    told = refused(tmp_path / "long.json", closed(long, signer))
    assert "line 4" in told
    assert "too long" in told


def test_a_file_larger_than_any_bundle_is_refused(tmp_path: Path, whole: bytes, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(layout, "LARGEST_FILE", len(whole) - 1)
    assert "larger" in refused(tmp_path / "large.json", whole)


def test_a_folder_or_a_missing_file_is_refused(tmp_path: Path):
    for path in (tmp_path, tmp_path / "none.json"):
        with pytest.raises(Refused):
            read_bundle(path)
        assert not is_bundle(path)


def test_no_refused_bundle_touches_the_desk(room: Room, tmp_path: Path, whole: bytes):
    room.start(sensitivity="public")
    good = tmp_path / f"good{SUFFIX}"
    good.write_bytes(whole)
    bad = tmp_path / f"bad{SUFFIX}"
    bad.write_bytes(whole.replace(b"A", b"B"))
    with room.desk.reading() as reader:
        before = derived(reader)
    with pytest.raises(Refused):
        merge(room.desk, [good, bad])
    with room.desk.reading() as reader:
        assert derived(reader) == before, "the good one must wait until all are checked"


@pytest.mark.parametrize("what", ["fsync", "replace"])
def test_a_stick_that_fails_leaves_what_was_there(room: Room, monkeypatch: pytest.MonkeyPatch, what: str):
    room.start(sensitivity="public")
    target = room.write()
    before = target.read_bytes()

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(*((os, "fsync", fail) if what == "fsync" else (Path, "replace", fail)))
        with pytest.raises(Refused, match="Input/output"):
            room.write()
    assert target.read_bytes() == before
    assert not [one.name for one in target.parent.iterdir() if one.name.endswith(".new")]


def test_a_bundle_is_not_written_over_a_desk_file(room: Room, other: Room):
    room.start(sensitivity="public")
    other.desk.close()
    for desk in (room.desk.path, other.desk.path):
        with room.desk.reading() as reader, pytest.raises(Refused, match="desk file"):
            give(reader, desk, room.desk.file.profile, room.desk.file.now())
    room.note(room.start(), "still here")
    other.desk = type(other.desk).open(other.desk.path, room.desk.file.profile)


def test_every_line_of_the_journal_is_in_the_bundle_as_it_is(room: Room):
    session = room.start(sensitivity="public")
    note = room.note(session, "x")
    room.do("edit", id=note, text="y")
    room.do("delete", id=note)
    lines = room.write().read_bytes().split(b"\n")
    with room.desk.reading() as reader:
        told = {encode(one) for one in reader.changes()}
    assert {line.rstrip(b",") for line in lines if line.startswith(b'{"at"')} == told
    assert all(decode(line) for line in told)


@pytest.mark.parametrize("secret", [None, "correct horse"])
def test_more_than_a_bundle_can_hold_is_not_written(room: Room, monkeypatch: pytest.MonkeyPatch, secret: str | None):
    room.start(sensitivity="public")
    target = room.write()
    before = target.read_bytes()
    monkeypatch.setattr(layout, "LARGEST_FILE", layout.LONGEST_HEADER + 500)
    with room.desk.reading() as reader, pytest.raises(Refused, match="more than a bundle"):
        give(reader, target, room.desk.file.profile, room.desk.file.now(), passphrase=secret)
    assert target.read_bytes() == before
    assert not [one for one in target.parent.iterdir() if one.name.endswith(".new")]
