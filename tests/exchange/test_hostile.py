"""Hostile and broken input: one sentence, status 1, and the bytes of the desk as they were."""

import base64
import gzip
import hashlib
import json
import lzma
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from hrdesk import cli
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import is_bundle, is_have, read_bundle, read_have
from hrdesk.exchange.merging import merge
from hrdesk.store import age
from hrdesk.store.change import LONGEST_VALUE, encode
from hrdesk.store.identity import Profile
from tests.exchange.making import body, bundle, change, closed, header, written
from tests.exchange.rooms import Room

ROOT = Path(__file__).parent.parent.parent
SUITE = {
    name: base64.b64decode(told)
    for name, told in json.loads(
        lzma.decompress((ROOT / "tests" / "reference" / "json-suite" / "parsing.json.xz").read_bytes())
    ).items()
}
NOT_UTF8 = (
    b"\xff",
    b"\x80",
    b"\xe9",
    b"\xc0\xaf",
    b"\xed\xa0\x80",
    b"\xf4\xbf\xbf\xbf",
    b"\xfc\x83\xbf\xbf\xbf\xbf",
    b"\xe2\x82",
)


def inputs() -> Iterator[tuple[str, bytes]]:
    """Give every input of the suite, and bytes that are no UTF-8 where the original has some."""
    for name, data in sorted(SUITE.items()):
        yield name, data
        if "\ufffd".encode() in data:
            for bad in NOT_UTF8:
                yield f"{name} with {bad.hex()}", data.replace("\ufffd".encode(), bad)


@pytest.fixture(scope="module")
def signer(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    return Profile(tmp_path_factory.mktemp("signer"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "hostile.hrdesk.json"


def refused(path: Path, data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_bundle(written(path, data))
    told = str(refusal.value)
    assert told.count("\n") == 0
    assert "Nothing was changed" in told
    return told


def dev(signer: Profile) -> str:
    return f"{signer.device}.1"


def with_line(signer: Profile, line: bytes) -> bytes:
    """Put a line between two good ones and close the bundle as it should be."""
    lines = [encode(change(dev(signer), 1)), line, encode(change(dev(signer), 3))]
    return closed(body(header(signer, 3), lines, []), signer)


def test_the_suite_is_whole():
    assert (len(SUITE), sum(name.startswith("y_") for name in SUITE)) == (318, 95)
    assert len(list(inputs())) == 318 + 25 * len(NOT_UTF8)


def test_no_input_of_the_suite_is_a_bundle(path: Path):
    for name, data in inputs():
        assert refused(path, data), name


def test_no_input_of_the_suite_is_a_header(path: Path, signer: Profile):
    for name, data in inputs():
        assert refused(path, closed(body(data, [], []), signer)), name


def test_no_input_of_the_suite_is_a_change(path: Path, signer: Profile):
    for name, data in inputs():
        assert re.search("line [56] ", refused(path, with_line(signer, data))), name


def test_no_input_of_the_suite_is_a_seal_or_a_close(path: Path, signer: Profile):
    lines = [encode(change(dev(signer), 1))]
    for name, data in inputs():
        assert refused(path, closed(body(header(signer, 1), lines, [data]), signer)), name
        assert refused(path, body(header(signer, 1), lines, []) + b'"close":' + data + b"\n}\n"), name


def test_an_input_of_the_suite_as_a_value_is_refused_or_kept_as_it_is(path: Path, signer: Profile):
    kept = 0
    line = encode(change(dev(signer), 2, val="VALUE"))
    for name, data in inputs():
        written(path, with_line(signer, line.replace(b'"VALUE"', data)))
        try:
            read = list(read_bundle(path).changes())
        except Refused:
            continue
        assert encode(read[1]) == line.replace(b'"VALUE"', data), name
        assert name.startswith("y_"), name
        kept += 1
    assert kept >= 5


def test_an_input_of_the_suite_says_not_what_a_desk_has(path: Path, signer: Profile):
    for name, data in inputs():
        for told in (data, b'{\n"have":' + data + b',\n"close":{}\n}\n'):
            with pytest.raises(Refused):
                read_have(written(path, told))
            assert name


def test_the_command_line_refuses_each_with_one_sentence_and_leaves_the_desk(
    room: Room, path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    room.note(room.start(sensitivity="public"), "kept")
    room.desk.close()
    before = hashlib.sha256(room.desk.path.read_bytes()).digest()
    for name, data in inputs():
        status = cli.main(["merge", str(room.desk.path), str(written(path, data))])
        told = capsys.readouterr()
        assert (status, told.out, told.err.count("\n")) == (1, "", 1), name
    assert hashlib.sha256(room.desk.path.read_bytes()).digest() == before
    assert not [one for one in room.desk.path.parent.iterdir() if one.name.startswith(f"{room.desk.path.name}-")]
    room.desk = type(room.desk).open(room.desk.path, room.desk.file.profile)


def test_every_flipped_bit_of_a_small_bundle_is_noticed(path: Path, signer: Profile):
    data = bundle(signer, [change(dev(signer), 1), change(dev(signer), 2)])
    assert len(read_bundle(written(path, data))) == 2
    for place in range(len(data)):
        for bit in (place % 8, (place + 3) % 8):
            damaged = bytearray(data)
            damaged[place] ^= 1 << bit
            with pytest.raises(Refused):
                read_bundle(written(path, bytes(damaged)))


def test_a_bundle_cut_anywhere_is_refused(path: Path, signer: Profile):
    data = bundle(signer, [change(dev(signer), number) for number in range(1, 6)])
    ends = [place + 1 for place, sign in enumerate(data) if sign == 10]
    chance = random.Random(7)
    for place in (*ends[:-1], *(chance.randrange(len(data)) for _ in range(200))):
        refused(path, data[:place])
    for start, end in ((chance.randrange(len(data)), chance.randrange(len(data))) for _ in range(200)):
        if start != end:
            refused(path, data[: min(start, end)] + data[max(start, end) :])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"val":"line 2"', b'"val":1.0'),
        (b'"val":"line 2"', b'"val":-0'),
        (b'"val":"line 2"', b'"val":1e2'),
        (b'"val":"line 2"', b'"val":01'),
        (b'"val":"line 2"', b'"val":+1'),
        (b'"val":"line 2"', b'"val":9007199254740992'),
        (b'"val":"line 2"', b'"val":-9007199254740992'),
        (b'"val":"line 2"', b'"val":' + b"9" * 400),
        (b'"val":"line 2"', b'"val":NaN'),
        (b'"val":"line 2"', b'"val":Infinity'),
        (b'"val":"line 2"', b'"val":[]'),
        (b'"val":"line 2"', b'"val":{}'),
        (b'"val":"line 2"', b'"val":"\\u0000"'),
        (b'"val":"line 2"', b'"val":"\x00"'),
        (b'"val":"line 2"', b'"val":"\\u001b[31m"'),
        (b'"val":"line 2"', b'"val":"\\r"'),
        (b'"val":"line 2"', b'"val":"\\ud800"'),
        (b'"val":"line 2"', b'"val":"\\udc00\\ud800"'),
        (b'"val":"line 2"', b'"val":"\xed\xa0\x80"'),
        (b'"val":"line 2"', b'"val":"\xc0\x80"'),
        (b'"val":"line 2"', b'"val":"\\u0041"'),
        (b'"val":"line 2"', b'"val":"\\/"'),
        (b'"val":"line 2"', b'"val":"\xc3\xa9\\u0301"'),
        (b'"val":"line 2"', b'"val":"\\ud83d\\uddfa"'),
        (b'"val":"line 2"', b'"val":' + json.dumps("x" * (LONGEST_VALUE + 1)).encode()),
        (b'"seq":2', b'"seq":2,"seq":2'),
        (b'"seq":2', b'"seq":1099511627776'),
        (b'"seq":2', b'"seq":0'),
        (b'"seq":2', b'"seq":-2'),
        (b'"seq":2', b'"seq":"2"'),
        (b'"seq":2', b'"seq":true'),
        (b'"lam":2', b'"lam":9007199254740992'),
        (b'"lam":2', b'"lam":0'),
        (b'"sv":1', b'"sv":0'),
        (b'"sv":1', b'"sv":2147483648'),
        (b'"kind":"note"', b'"kind":"' + b"n" * 64 + b'"'),
        (b'"kind":"note"', b'"kind":"Note"'),
        (b'"kind":"note"', b'"kind":"no te"'),
        (b'"kind":"note"', b'"kind":"note\\n"'),
        (b'"kind":"note"', b'"kind":""'),
        (b'"kind":"note"', '"kind":"n\u202eote"'.encode()),
        (b'"field":"text"', b'"field":"1text"'),
        (b'"record":"', b'"record":"\xd9\xa3'),
        (b'"record":"', b'"record":"' + b"0" * 60),
        (b'"n":"AAAAAAAAAAA"', b'"n":"AAAAAAAAAA"'),
        (b'"at":"2026-', b'"at":"\xd9\xa2026-'),
        (b"T10:11:12.123Z", b"T10:11:12Z"),
        (b'"seen":{}', b'"seen":[]'),
        (b'"seen":{}', b'"seen":{"x":1}'),
        (b'"seen":{}', b'"seen":null'),
        (b',"val":"line 2"}', b',"val":"line 2"} '),
        (b',"val":"line 2"}', b',"val":"line 2"}\r'),
        (b',"val":"line 2"}', b',"val":"line 2"},'),
        (b',"val":"line 2"}', b',"val":"line 2","why":1}'),
        (b',"val":"line 2"}', b"}"),
        (b'{"at"', b'{ "at"'),
        (b'{"at"', b'\xef\xbb\xbf{"at"'),
    ],
)
def test_a_line_that_is_not_as_it_should_be_is_refused_with_its_number(
    path: Path, signer: Profile, old: bytes, new: bytes
):
    line = encode(change(dev(signer), 2))
    assert line.count(old) == 1
    assert "line 5 " in refused(path, with_line(signer, line.replace(old, new)))


def test_a_context_of_65_devices_is_refused_and_one_of_64_is_not(path: Path, signer: Profile):
    def seen(count: int) -> dict[str, int]:
        return {f"{'a' * 16}.{number}": 1 for number in range(1, count + 1)}

    assert len(read_bundle(written(path, with_line(signer, encode(change(dev(signer), 2, seen=seen(64))))))) == 3
    assert "too many devices" in refused(path, with_line(signer, encode(change(dev(signer), 2, seen=seen(65)))))


def test_more_than_10000_devices_are_refused(path: Path, signer: Profile):
    names = sorted(f"{signer.device}.{number}" for number in range(1, 10_002))
    most = [change(name, 1) for name in names[:10_000]]
    assert len(read_bundle(written(path, bundle(signer, most, [])))) == 10_000
    assert "line 10004 " in refused(path, bundle(signer, [*most, change(names[-1], 1)], []))


@pytest.mark.parametrize(
    "wrap",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.decode().encode("utf-16"),
        lambda data: data.decode().encode("utf-16-le"),
        lambda data: data.decode().encode("utf-32-be"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: data.replace(b"\n", b""),
        lambda data: data.replace(b"\n", b"\n\n"),
        lambda data: data.replace(b"\n", b" \n"),
        lambda data: json.dumps(json.loads(data), indent=1).encode(),
        lambda data: data[:-1],
        lambda data: data + data,
        lambda data: b"\n" + data,
    ],
    ids=[
        "mark",
        "utf-16",
        "utf-16-le",
        "utf-32",
        "crlf",
        "cr",
        "one line",
        "blank",
        "spaces",
        "laid out",
        "no end",
        "twice",
        "late",
    ],
)
def test_another_layout_or_encoding_of_the_same_is_refused(path: Path, signer: Profile, wrap):
    refused(path, wrap(bundle(signer, [change(dev(signer), 1), change(dev(signer), 2)])))


def test_a_newer_format_is_refused_and_says_which_version_is_needed(path: Path, signer: Profile):
    data = body(header(signer, 0, version=7, needs={"more": [True]}), [], []) + b"whatever comes then\n"
    told = refused(path, data)
    assert "version 7" in told
    assert "up to 2" in told
    assert is_bundle(path)


def test_unknown_kinds_and_fields_are_kept_and_passed_on(room: Room, path: Path, signer: Profile, tmp_path: Path):
    room.start(sensitivity="public")
    unknown = [
        change(dev(signer), 1, kind="sensor", field="reading", val=7, sv=99),
        change(dev(signer), 2, kind="note", field="mood", val=True, sv=99, record="0" * 26),
        change(dev(signer), 3, kind="session", field="_later", val=None, sv=99, record="1" * 26),
    ]
    merge(room.desk, [written(path, bundle(signer, unknown))])
    relayed = room.bundle()
    assert [one for one in relayed.changes() if one.dev == dev(signer)] == unknown
    assert relayed.authors[dev(signer)].unsealed == 0


def test_a_bundle_that_is_altered_while_it_is_read_is_refused(path: Path, signer: Profile, monkeypatch):
    from hrdesk.exchange.bundle import reading

    monkeypatch.setattr(reading, "KEPT", 100)
    many = [change(dev(signer), number) for number in range(1, 50)]
    read = read_bundle(written(path, bundle(signer, many)))
    assert list(read.changes()) == many
    assert list(read.changes()) == many, "and as often as one likes"
    written(path, bundle(signer, [change(dev(signer), 1, val="x"), *many[1:]]))
    with pytest.raises(Refused, match="altered while"):
        list(read.changes())
    path.unlink()
    with pytest.raises(Refused):
        list(read.changes())


MEASURED = """
import re, sys, time
from pathlib import Path
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import read_bundle
start = time.process_time()
try:
    read_bundle(Path(sys.argv[1]))
    print("taken")
except Refused as refusal:
    print("refused", time.process_time() - start, int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
@pytest.mark.parametrize("where", ["file", "header", "line", "seal", "packed", "value"])
def test_an_ocean_of_brackets_costs_neither_time_nor_memory(path: Path, signer: Profile, where: str):
    before = {
        "file": b"",
        "header": b'{\n"header":',
        "line": body(header(signer, 1), [b"OCEAN"], []).partition(b"OCEAN")[0],
        "seal": body(header(signer, 1), [encode(change(dev(signer), 1))], [b"OCEAN"]).partition(b"OCEAN")[0],
        "packed": b'{\n"header":',
        "value": body(header(signer, 1), [b'{"at":OCEAN'], []).partition(b"OCEAN")[0],
    }[where]
    with gzip.open(path, "wb", 1) if where == "packed" else path.open("wb") as file:
        file.write(before)
        for _ in range(100):
            file.write(b"[" * (1024 * 1024))
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    said, seconds, mebibytes = done.stdout.split()
    path.unlink()
    assert said == "refused"
    assert float(seconds) < 2
    assert int(mebibytes) < 120


def test_age_files_that_are_none_or_damaged_are_refused(path: Path, signer: Profile):
    whole = age.seal_bytes(gzip.compress(bundle(signer, [])), (signer.recipient,))
    for data in (
        b"age-encryption.org/v1\n",
        b"age-encryption.org/v1\n-> X25519 x\n",
        b"age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 40\nAAAA\n--- AAAA\n",
        b"age-encryption.org/v1\n" + b"-> X25519 " + b"A" * 100_000,
        b"-----BEGIN AGE ENCRYPTED FILE-----\nnothing\n",
        whole[:-1],
        whole.replace(b"X25519", b"x25519"),
        age.seal_bytes(b"no bundle at all", (signer.recipient,)),
        age.seal_bytes(b"", (signer.recipient,)),
    ):
        for opener in (None, age.Opener(signer), age.Opener(signer, "x")):
            with pytest.raises(Refused, match="Nothing was changed"):
                read_bundle(written(path, data), opener=opener)


NAMES = ("\u202eevil", "a\u2066b", "\u200fmark", "x\u2028y", "\u0085next", "\u009b31mred", "tab\there")


def test_marks_that_turn_text_around_are_kept_as_data_and_shown_not_obeyed(
    room: Room,
    other: Room,
    path: Path,
    signer: Profile,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    hostile = [
        change(dev(signer), number, kind="mechanism", field="name", val=name, record=f"r{number}")
        for number, name in enumerate(NAMES, 1)
    ]
    merge(room.desk, [written(path, bundle(signer, hostile))])
    merge(other.desk, [room.write()])
    with other.desk.reading() as reader:
        assert {row["name"] for row in reader.rows("SELECT name FROM mechanism")} == set(NAMES)
    other.desk.close()
    assert cli.main(["show", str(other.desk.path), "mechanism"]) == 0
    told = capsys.readouterr().out
    for sign in "\u202e\u2066\u2028\u0085\u009b":
        assert sign not in told
        assert re.search(rf"\\[ux]0*{ord(sign):x}", told)
    assert cli.main(["show", str(other.desk.path), "mechanism", "--json"]) == 0
    told = capsys.readouterr().out
    assert not set(told) & set("\u202e\u2066\u2028\u0085\u009b")
    assert {one["name"] for one in json.loads(told)["records"]} == set(NAMES), "the data is the same"
    other.desk = type(other.desk).open(other.desk.path, other.desk.file.profile)


def test_a_files_name_cannot_write_a_second_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    assert cli.main(["verify", str(tmp_path / "a\nb\x1b[2Jc.json")]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "\x1b" not in told
    assert re.search(r"a\\nb\\x1b\[2Jc\.json", told)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes have names there")
def test_a_pipe_with_the_name_of_a_bundle_is_not_waited_for(path: Path):
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    assert not is_bundle(path)
    assert not is_have(path)
    with pytest.raises(Refused):
        read_bundle(path)
