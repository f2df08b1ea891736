"""The change line: one form, and everything else refused."""

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.store.change import (
    LARGEST,
    LONGEST_LINE,
    LONGEST_VALUE,
    MOST_SEEN,
    Change,
    decode,
    encode,
    has_controls,
    line_hash,
    new_nonce,
    pack_group,
    unpack_group,
    unpack_groups,
)

A, B = "a" * 16 + ".1", "b" * 16 + ".2"

CHANGE = Change(
    at="2026-11-20T10:11:12.123Z",
    dev=A,
    field="text",
    kind="note",
    lam=5210,
    n="hJ3k0x9Qd2A",
    record="01jd3",
    seen={B: 88},
    seq=1201,
    sv=1,
    val="“Quoted” é 人权\n",
)
LINE = (
    b'{"at":"2026-11-20T10:11:12.123Z","dev":"aaaaaaaaaaaaaaaa.1","field":"text","kind":"note","lam":5210,'
    b'"n":"hJ3k0x9Qd2A","record":"01jd3","seen":{"bbbbbbbbbbbbbbbb.2":88},"seq":1201,"sv":1,'
    + '"val":"“Quoted” é 人权\\n"}'.encode()
)


def line(**values: object) -> bytes:
    """Write the line of a change, however wrong, in the encoder's own way."""
    return encode(msgspec.structs.replace(CHANGE, **values))


devices = st.from_regex(r"[a-z2-7]{16}\.[1-9][0-9]{0,8}", fullmatch=True)
texts = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40)
changes = st.builds(
    Change,
    at=st.just(CHANGE.at),
    dev=devices,
    field=st.from_regex("[a-z_][a-z0-9_]{0,62}", fullmatch=True),
    kind=st.from_regex("[a-z_][a-z0-9_]{0,62}", fullmatch=True),
    lam=st.integers(1, LARGEST),
    n=st.from_regex("[A-Za-z0-9_-]{11}", fullmatch=True),
    record=st.from_regex("[a-z0-9-]{1,63}", fullmatch=True),
    seen=st.dictionaries(devices, st.integers(1, 2**40 - 1), max_size=3),
    seq=st.integers(1, 2**40 - 1),
    sv=st.integers(1, 2**31 - 1),
    val=texts | st.integers(-LARGEST, LARGEST) | st.booleans() | st.none(),
)


def test_the_line_has_these_bytes_for_ever():
    assert encode(CHANGE) == LINE
    assert decode(LINE) == CHANGE


def test_the_keys_and_their_order_are_final():
    assert list(json.loads(LINE)) == ["at", "dev", "field", "kind", "lam", "n", "record", "seen", "seq", "sv", "val"]


@given(changes)
def test_reading_a_line_and_writing_it_gives_the_same_bytes(change: Change):
    written = encode(change)
    read = decode(written)
    assert read == change
    assert type(read.val) is type(change.val)
    assert encode(read) == written


@given(changes)
def test_a_line_is_what_any_json_tool_writes_with_sorted_keys(change: Change):
    told = json.loads(encode(change))
    assert json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() == encode(change)


BROKEN = {
    "a key twice": LINE.replace(b'"sv":1,', b'"sv":1,"sv":1,'),
    "a key too many": LINE.replace(b'"sv":1,', b'"sv":1,"sw":1,'),
    "a key missing": LINE.replace(b'"sv":1,', b""),
    "keys in another order": b'{"dev":"aaaaaaaaaaaaaaaa.1",' + LINE[1:].replace(b'"dev":"aaaaaaaaaaaaaaaa.1",', b""),
    "a space": LINE.replace(b'"sv":1', b'"sv": 1'),
    "a space at the end": LINE + b" ",
    "a line feed at the end": LINE + b"\n",
    "a byte order mark": b"\xef\xbb\xbf" + LINE,
    "a needless escape": LINE.replace(b'"text"', b'"\\u0074ext"'),
    "an escaped letter": LINE.replace("é".encode(), b"\\u00e9"),
    "an escaped slash": line(val="a/b").replace(b"a/b", b"a\\/b"),
    "a float": line(val=1).replace(b'"val":1', b'"val":1.0'),
    "a float in a counter": LINE.replace(b'"lam":5210', b'"lam":5210.0'),
    "an exponent": line(val=100).replace(b'"val":100', b'"val":1e2'),
    "minus nought": line(val=0).replace(b'"val":0', b'"val":-0'),
    "a leading nought": line(val=7).replace(b'"val":7', b'"val":07'),
    "not a number": line(val=1).replace(b'"val":1', b'"val":NaN'),
    "NUL": line(val="a\x00b"),
    "a bell": line(val="a\x07b"),
    "a carriage return": line(val="a\rb"),
    "half a surrogate pair": line(val="x").replace(b'"x"', b'"\\ud800"'),
    "half a surrogate pair in bytes": line(val="x").replace(b'"x"', b'"\xed\xa0\x80"'),
    "no UTF-8": line(val="x").replace(b'"x"', b'"\xff"'),
    "a list": line(val=1).replace(b'"val":1', b'"val":[1]'),
    "an object": line(val=1).replace(b'"val":1', b'"val":{}'),
    "a number too large": line(val=1).replace(b'"val":1', b'"val":9007199254740992'),
    "a huge number": line(val=1).replace(b'"val":1', b'"val":' + b"9" * 5000),
    "deep brackets": b"[" * 100_000,
    "deep value": line(val=1).replace(b'"val":1', b'"val":' + b"[" * 5000 + b"]" * 5000),
    "nothing": b"",
    "two lines": LINE + LINE,
    "a text too long": line(val="x" * (LONGEST_VALUE + 1)),
    "a line too long": line(val="\U0001f5fa" * LONGEST_VALUE),
    "a counter of nought": line(lam=0),
    "a counter too large": line(lam=LARGEST + 1),
    "a number of nought": line(seq=0),
    "a number past forty bits": line(seq=2**40),
    "true for a counter": LINE.replace(b'"lam":5210', b'"lam":true'),
    "a device in capitals": line(dev=A.upper()),
    "a device without incarnation": line(dev="a" * 16),
    "an incarnation of nought": line(dev="a" * 16 + ".0"),
    "a device with a line feed": line(dev=A + "\n"),
    "a field with a line feed": line(field="text\n"),
    "a kind with a quote": line(kind='no"te'),
    "a record with a line feed": line(record="01jd3\n"),
    "a record with a bidi control": line(record="a\u202eb"),
    "a nonce too short": line(n="abc"),
    "a time in another zone": line(at="2026-11-20T10:11:12.123+01:00"),
    "a time in other digits": line(at="٢٠٢٦-11-20T10:11:12.123Z"),
    "a context with a line feed": line(seen={B + "\n": 1}),
    "a context of nought": line(seen={B: 0}),
    "a context out of order": LINE.replace(
        b'{"bbbbbbbbbbbbbbbb.2":88}', b'{"bbbbbbbbbbbbbbbb.2":88,"aaaaaaaaaaaaaaaa.3":1}'
    ),
    "a context with too many devices": line(seen={f"{'c' * 16}.{n}": 1 for n in range(1, MOST_SEEN + 2)}),
}


@pytest.mark.parametrize("broken", BROKEN.items(), ids=lambda told: told[0])
def test_a_line_is_refused_with(broken: tuple[str, bytes]):
    with pytest.raises(ValueError, match=r"."):
        decode(broken[1])


@given(st.data())
def test_a_line_with_a_flipped_bit_is_refused_or_another_whole_line(data: st.DataObject):
    place = data.draw(st.integers(0, len(LINE) - 1))
    flipped = bytearray(LINE)
    flipped[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        read = decode(bytes(flipped))
    except ValueError:
        return
    assert encode(read) == bytes(flipped)


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_fail_otherwise_than_by_saying_so(noise: bytes):
    with pytest.raises(ValueError, match=r"."):
        decode(noise)


def test_the_longest_value_still_travels():
    assert decode(line(val="x" * LONGEST_VALUE)).val == "x" * LONGEST_VALUE
    assert len(line(val="x" * LONGEST_VALUE)) < LONGEST_LINE


def test_tab_line_feed_and_characters_of_every_plane_travel():
    told = "a\tb\nc\x7f\u202e\U0001f5fa\ufeff"
    assert decode(line(val=told)).val == told
    assert not has_controls(told)


def test_a_change_takes_the_place_of_what_its_author_had_seen():
    older = msgspec.structs.replace(CHANGE, dev=B, seq=88, lam=10, seen={})
    unseen = msgspec.structs.replace(older, seq=89)
    assert CHANGE.covers(older)
    assert not CHANGE.covers(unseen)
    assert not older.covers(CHANGE)


def test_a_context_that_claims_the_future_covers_nothing():
    later = msgspec.structs.replace(CHANGE, dev=B, seq=80, lam=6000, seen={})
    assert not CHANGE.covers(later)


@given(changes, changes)
def test_two_changes_never_cover_each_other(one: Change, other: Change):
    assert not (one.covers(other) and other.covers(one))
    assert not one.covers(one)


def test_no_clock_has_a_say_in_precedence():
    early = msgspec.structs.replace(CHANGE, at="1970-01-01T00:00:00.000Z")
    assert early.precedence == CHANGE.precedence


def test_true_and_one_are_two_lines():
    assert line_hash(msgspec.structs.replace(CHANGE, val=True)) != line_hash(msgspec.structs.replace(CHANGE, val=1))


def test_nonces_differ_and_fit_the_line():
    made = {new_nonce() for _ in range(200)}
    assert len(made) == 200
    assert all(decode(line(n=one)).n == one for one in made)


@given(st.dictionaries(st.sampled_from(["text", "language", "count", "sure"]), texts | st.booleans() | st.none()))
def test_a_group_is_packed_the_same_way_whatever_its_order(values: dict[str, str | bool | None]):
    packed = pack_group(values)
    assert packed == pack_group(dict(reversed(values.items())))
    assert unpack_group(packed) == {name: value for name, value in values.items() if value is not None}


@pytest.mark.parametrize("told", [None, 1, True, "", "no JSON", "[1]", '{"a":[1]}', '{"a":1.5}', "[" * 100_000, "null"])
def test_what_is_no_group_holds_nothing(told: str | int | None):
    assert unpack_group(told) == {}


_pieces = st.sampled_from(["{", "}", ",", "\n", '"', '"a":1', '"b":"x"', ":", " ", "null", "[", "]", "},\n{", "\\"])
_groups = st.one_of(
    st.builds(pack_group, st.dictionaries(st.sampled_from("abc"), texts | st.booleans() | st.none())),
    st.lists(_pieces, max_size=6).map("".join),
    st.none() | st.integers() | st.booleans(),
)


@given(st.lists(_groups, max_size=5))
def test_many_groups_are_read_as_each_is(values: list[str | int | None]):
    assert unpack_groups(values) == [unpack_group(value) for value in values]


def test_two_values_that_make_two_objects_only_together_are_none():
    values = ['{"a":1', '"b":2},\n{"c":3}']
    assert unpack_groups(values) == [{}, {}]
