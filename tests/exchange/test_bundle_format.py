"""The document of the format tells the truth: its examples are read, and a stranger's reader agrees with ours."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import layout, read_bundle, read_have
from hrdesk.exchange.bundle.have import FORMAT
from hrdesk.exchange.bundle.layout import Close, Header
from hrdesk.exchange.bundle.seals import SealLine
from hrdesk.exchange.merging import merge
from hrdesk.paths import resources_folder
from hrdesk.store.change import LONGEST_VALUE, MOST_SEEN, Change
from hrdesk.store.identity import Profile
from tests.exchange import stranger_reader
from tests.exchange.making import bundle, change, written
from tests.exchange.rooms import Room

GUIDE = (resources_folder() / "guide" / "bundle-format.md").read_text("utf-8")
BUNDLE, HAVE = (one.encode() for one in re.findall(r"```json\n(.*?)```", GUIDE, re.DOTALL))
SCHEMA: dict[str, Any] = json.loads((resources_folder() / "schemas" / "bundle.schema.json").read_text("utf-8"))


@pytest.fixture
def real(room: Room, other: Room) -> Path:
    """Give a bundle with the lines of two desks, one of which stayed behind."""
    session = room.start(sensitivity="public")
    room.note(session, "Texts of “all” kinds: 人权, \u202e, \U0001f5fa, \\ and\ttab\nand line")
    room.note(session, "XYZZY", sensitivity="confidential")
    merge(other.desk, [room.write()])
    other.note(session, "theirs", sensitivity="restricted")
    return other.write()


def test_the_example_of_a_bundle_is_one(tmp_path: Path):
    read = read_bundle(written(tmp_path / "example.json", BUNDLE))
    assert [one.val for one in read.changes()] == ["Access to water", "Water is a right.", "Water is a human right."]
    assert [(one.sealed, one.unsealed) for one in read.authors.values()] == [(2, 0), (1, 0)]
    assert [one.hi for one in read.seals] == [3, 1], "one line stayed behind, as the text says"


def test_the_example_of_what_a_desk_has_is_one(tmp_path: Path):
    read = read_have(written(tmp_path / "have.json", HAVE))
    assert list(read.held.values()) == [[(1, 3)], [(1, 1)]]
    assert json.loads(HAVE)["have"]["format"] == FORMAT


def test_every_name_and_every_limit_is_in_the_document():
    for struct in (Change, Header, SealLine, Close):
        for name in struct.__struct_encode_fields__:
            assert f"`{name}`" in GUIDE, name
    for number in (LONGEST_VALUE, layout.MOST_DEVICES):
        assert f"{number:,}" in GUIDE
    for number in (MOST_SEEN, layout.LARGEST_FILE >> 20, layout.LONGEST_HEADER >> 10):
        assert f"{number}" in GUIDE
    assert f"**version {layout.VERSION}**" in GUIDE


def test_a_strangers_reader_agrees_with_ours(real: Path):
    ours = read_bundle(real)
    theirs, sealed = stranger_reader.read(real.read_bytes())
    assert [(one.dev, one.seq, one.val) for one in ours.changes()] == [
        (one["dev"], one["seq"], one["val"]) for one in theirs
    ]
    assert sealed == sum(one.sealed for one in ours.authors.values()) == len(ours)


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=[chr(one) for one in range(32)]), max_size=40
)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([1, 2, 2**40 - 1, 7, 300]),
            TEXTS | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans() | st.none(),
            st.dictionaries(
                st.sampled_from([f"{'a' * 16}.{number}" for number in range(1, 5)]), st.integers(1, 2**40 - 1)
            ),
        ),
        max_size=6,
    )
)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_whatever_is_written_a_stranger_and_we_read_the_same(
    tmp_path: Path, told: list[tuple[int, Any, dict[str, int]]]
):
    author = Profile(tmp_path / "author")
    lines = {seq: change(f"{author.device}.1", seq, val=value, seen=seen) for seq, value, seen in told}
    made = [lines[seq] for seq in sorted(lines)]
    data = bundle(author, made)
    assert list(read_bundle(written(tmp_path / "any", data)).changes()) == made
    theirs, sealed = stranger_reader.read(data)
    assert [one["val"] for one in theirs] == [one.val for one in made]
    assert sealed == len(made)
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(data))


def test_a_strangers_reader_is_short_and_needs_nothing_of_ours(real: Path):
    path = Path(stranger_reader.__file__)
    code = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith('"""')]
    assert len(code) <= 70
    assert "hrdesk." not in path.read_text("utf-8")
    done = subprocess.run(
        [sys.executable, "-I", str(path), str(real)], capture_output=True, text=True, check=True, cwd=real.parent
    )
    assert re.fullmatch(r"\d+ changes, \d+ of them sealed\n", done.stdout)


def test_a_strangers_reader_refuses_what_we_refuse(real: Path, tmp_path: Path):
    data = real.read_bytes()
    for place in range(0, len(data), 7):
        damaged = bytearray(data)
        damaged[place] ^= 1 << place % 7
        with pytest.raises(Refused):
            read_bundle(written(tmp_path / "damaged", bytes(damaged)))
        with pytest.raises(Exception):  # noqa: B017, PT011 - a stranger's program may fail as it likes
            stranger_reader.read(bytes(damaged))


def test_real_bundles_are_as_the_schema_says(real: Path, room: Room):
    checker = jsonschema.Draft202012Validator(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for data in (real.read_bytes(), room.write().read_bytes(), BUNDLE):
        checker.validate(json.loads(data))


@pytest.mark.parametrize(
    ("part", "name", "value"),
    [
        ("header", "version", 3),
        ("header", "from", "nobody"),
        ("header", "changes", -1),
        ("changes", "val", 1.5),
        ("changes", "val", 2**53),
        ("changes", "val", "a\u0000b"),
        ("changes", "more", 1),
        ("changes", "seq", 0),
        ("changes", "kind", "Note"),
        ("changes", "seen", {"nobody": 1}),
        ("seals", "lo", 0),
        ("seals", "sig", "short"),
        ("close", "sha256", "x"),
        ("close", "key", None),
    ],
)
def test_the_schema_refuses_what_we_refuse(part: str, name: str, value: object):
    told = json.loads(BUNDLE)
    held = told[part][0] if isinstance(told[part], list) else told[part]
    held[name] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(told)


def test_the_frozen_bundles_are_as_the_schema_says():
    folder = Path(__file__).parent.parent / "reference"
    checker = jsonschema.Draft202012Validator(SCHEMA)
    found = sorted(folder.glob("version-*/*.hrdesk.json"))
    assert found
    for path in found:
        checker.validate(json.loads(path.read_bytes()))
