"""One change: the only thing that is ever written into a journal, and the only thing that travels.

The line is final. Its keys are fixed and sorted, its values are text, whole numbers below 2**53, true, false and
null; there are no floats. Decoding a line and encoding it again must give back the same bytes (RFC 8785 without
floats): one rule that refuses doubled keys, odd white space, needless escapes and numbers like -0 or 1.0.
"""

import contextlib
import hashlib
import os
import re
from base64 import urlsafe_b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Annotated

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import Value

DELETED = "_del"
"""The field that says whether a record is deleted; it carries the context of the whole record."""

LARGEST = 2**53 - 1
LONGEST_VALUE = 256 * 1024
LONGEST_LINE = 1024 * 1024
MOST_SEEN = 64

Number = Annotated[int, msgspec.Meta(ge=-LARGEST, le=LARGEST)]
Count = Annotated[int, msgspec.Meta(ge=1, lt=2**40)]
Lamport = Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
# \Z and not $, which lets a line feed pass; [0-9] and not \d, which is every script's digits.
NAME_PATTERN = r"\A[a-z_][a-z0-9_]{0,62}\Z"
DEVICE_PATTERN = r"\A[a-z2-7]{16}\.[1-9][0-9]{0,8}\Z"
RECORD_PATTERN = r"\A[a-z0-9-]{1,63}\Z"
INSTANT_PATTERN = r"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z\Z"
NONCE_PATTERN = r"\A[A-Za-z0-9_-]{11}\Z"
Device = Annotated[str, msgspec.Meta(pattern=DEVICE_PATTERN)]
Instant = Annotated[str, msgspec.Meta(pattern=INSTANT_PATTERN)]
Text = Annotated[str, msgspec.Meta(max_length=LONGEST_VALUE)]


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, gc=False):
    """A value given to one field of one record, by one device, knowing what it had seen of that field.

    ``dev`` and ``seq`` are the change's name; ``lam`` is a Lamport counter; ``at`` is the author's wall clock, for
    display only; ``n`` is a nonce that hides short values behind the line's hash; ``sv`` is the version of the
    declarations; ``seen`` gives, for each device, the highest number on this field that the author had seen.
    """

    at: str
    dev: str
    field: str
    kind: str
    lam: Lamport
    n: str
    record: str
    seen: dict[str, Count]
    seq: Count
    sv: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    val: Text | Number | bool | None

    @property
    def cell(self) -> tuple[str, str, str]:
        """Name the field this change is about: kind, record, field."""
        return (self.kind, self.record, self.field)

    def covers(self, other: "Change") -> bool:
        """Tell whether the author knew ``other`` when writing this change, so that this one takes its place.

        The Lamport counter must agree: a context that claims to have seen the future covers nothing.
        """
        if self.lam <= other.lam:
            return False
        if self.dev == other.dev:
            return self.seq > other.seq
        return other.seq <= self.seen.get(other.dev, 0)

    @property
    def precedence(self) -> tuple[int, str, int]:
        """Order competing changes the same way on every desk; no clock has a say in it."""
        return (self.lam, self.dev, self.seq)


_encoder = msgspec.json.Encoder(order="sorted")

_NAME = re.compile(NAME_PATTERN)
_DEVICE = re.compile(DEVICE_PATTERN)
_RECORD = re.compile(RECORD_PATTERN)
_INSTANT = b"0000-00-00T00:00:00.000Z"
_AS_NOUGHTS = bytes.maketrans(b"123456789", b"0" * 9)
_NONCE_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_ESCAPE = re.compile(rb"\\[^nt\"]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff]")


@cache
def _decoder() -> msgspec.json.Decoder[Change]:
    """Make the reader of lines when the first is read, not while the program starts."""
    return msgspec.json.Decoder(Change)


@cache
def _group_decoder() -> msgspec.json.Decoder[dict[str, Value]]:
    return msgspec.json.Decoder(dict[str, str | int | bool | None])


@cache
def _groups_decoder() -> msgspec.json.Decoder[list[dict[str, Value]]]:
    return msgspec.json.Decoder(list[dict[str, str | int | bool | None]])


def encode(change: Change) -> bytes:
    """Write ``change`` as its canonical line, without a line end."""
    return _encoder.encode(change)


def decode(line: bytes) -> Change:
    """Read a canonical line; ValueError says in English what is wrong with any other."""
    if len(line) > LONGEST_LINE:
        raise ValueError("the line is too long")
    try:
        change = _decoder().decode(line)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from None
    if encode(change) != line:
        raise ValueError("the line is not in canonical form")
    if told := fault((change,), line):
        raise ValueError(told)
    return change


def fault(changes: Sequence[Change], written: bytes) -> str:
    """Say what is wrong with names, times and texts, or nothing; types and ranges were checked in decoding.

    ``written`` is the canonical form, in which a control character can stand only after a backslash.
    """
    contexts = [change.seen for change in changes if change.seen]
    names = (
        ("name", _NAME, {change.kind for change in changes} | {change.field for change in changes}),
        ("device", _DEVICE, {change.dev for change in changes}.union(*contexts)),
        ("record", _RECORD, {change.record for change in changes}),
    )
    for label, pattern, told in names:
        if not all(map(pattern.match, told)):
            return f"a {label} is not in its form"
    if not _are_instants([change.at for change in changes]):
        return "a time is not in its form"
    if not _are_nonces([change.n for change in changes]):
        return "a nonce is not in its form"
    if any(map(MOST_SEEN.__lt__, map(len, contexts))):
        return "the context names too many devices"
    if _ESCAPE.search(written) and any(has_controls(one.val) for one in changes if isinstance(one.val, str)):
        return "the text holds control characters"
    return ""


def _are_instants(told: Sequence[str]) -> bool:
    """Tell whether all are of the form of INSTANT_PATTERN; a pattern for each takes five times as long."""
    return set(map(len, told)) == {24} and "".join(told).encode().translate(_AS_NOUGHTS) == _INSTANT * len(told)


def _are_nonces(told: Sequence[str]) -> bool:
    """Tell whether all are of the form of NONCE_PATTERN."""
    return set(map(len, told)) == {11} and not "".join(told).encode().translate(None, _NONCE_LETTERS)


def line_hash(change: Change) -> bytes:
    """Give the SHA-256 of the canonical line."""
    return hashlib.sha256(encode(change)).digest()


def new_nonce() -> str:
    """Give eight random bytes as text."""
    return new_nonces(1)[0]


def new_nonces(count: int) -> list[str]:
    """Give so many times eight random bytes as text, all asked for at once."""
    random = os.urandom(8 * count)
    return [urlsafe_b64encode(random[at : at + 8])[:11].decode() for at in range(0, len(random), 8)]


def has_controls(text: str) -> bool:
    """Tell whether ``text`` holds a control character other than tab and line feed, or half a surrogate pair."""
    return bool(_CONTROLS.search(text))


def pack_group(values: Mapping[str, Value]) -> str | None:
    """Write fields that travel together as one value: canonical JSON, or nothing when all are empty."""
    held = {name: value for name, value in values.items() if value is not None}
    return _encoder.encode(held).decode() if held else None


def unpack_group(value: Value) -> dict[str, Value]:
    """Read what ``pack_group`` wrote; what is no such thing holds nothing."""
    if not isinstance(value, str):
        return {}
    try:
        return _group_decoder().decode(value)
    except (msgspec.DecodeError, RecursionError):
        return {}


def unpack_groups(values: Sequence[Value]) -> list[dict[str, Value]]:
    """Read many values at once, each as ``unpack_group`` does."""
    if not values:
        return []
    whole = ",\n".join([value if isinstance(value, str) else "{}" for value in values])
    between = len(values) - 1
    # As many braces as values, and every value in its own: then reading the list reads each value for itself.
    if (
        whole.count("{") == whole.count("}") == len(values)
        and whole.count("},\n{") == whole.count("\n") == between
        and whole[0] + whole[-1] == "{}"
    ):
        with contextlib.suppress(msgspec.DecodeError, RecursionError):
            found = _groups_decoder().decode(f"[{whole}]")
            if len(found) == len(values):
                return found
    return [unpack_group(value) for value in values]


def check_value(value: Value, label: str) -> None:
    """Refuse a value that no line can carry."""
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        raise Refused(
            N_("“{field}” is longer than {most} characters. Nothing was changed; please divide the text."),
            field=label,
            most=LONGEST_VALUE,
        )
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > LARGEST:
        raise Refused(N_("The number in “{field}” is too large. Nothing was changed."), field=label)
