"""One change: the only thing that is ever written into a journal, and the only thing that travels.

The line is final. Its keys are fixed and sorted, its values are text, whole numbers below 2**53, true, false and
null; there are no floats. Decoding a line and encoding it again must give back the same bytes (RFC 8785 without
floats): one rule that refuses doubled keys, odd white space, needless escapes and numbers like -0 or 1.0.
"""

import base64
import hashlib
import os
from collections.abc import Mapping
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
Name = Annotated[str, msgspec.Meta(pattern=r"\A[a-z_][a-z0-9_]{0,62}\Z")]
Device = Annotated[str, msgspec.Meta(pattern=r"\A[a-z2-7]{16}\.[1-9][0-9]{0,8}\Z")]
RecordId = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9-]{1,63}\Z")]
Instant = Annotated[str, msgspec.Meta(pattern=r"\A[0-9]{4}(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){2}\.[0-9]{3}Z\Z")]
Nonce = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{11}\Z")]
Text = Annotated[str, msgspec.Meta(max_length=LONGEST_VALUE)]


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A value given to one field of one record, by one device, knowing what it had seen of that field.

    ``dev`` and ``seq`` are the change's name; ``lam`` is a Lamport counter; ``at`` is the author's wall clock, for
    display only; ``n`` is a nonce that hides short values behind the line's hash; ``sv`` is the version of the
    declarations; ``seen`` gives, for each device, the highest number on this field that the author had seen.
    """

    at: Instant
    dev: Device
    field: Name
    kind: Name
    lam: Lamport
    n: Nonce
    record: RecordId
    seen: dict[Device, Count]
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


@cache
def _decoder() -> msgspec.json.Decoder[Change]:
    """Make the reader of lines when the first is read: its patterns cost a tenth of a start."""
    return msgspec.json.Decoder(Change)


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
    if len(change.seen) > MOST_SEEN:
        raise ValueError("the context names too many devices")
    if isinstance(change.val, str) and has_controls(change.val):
        raise ValueError("the text holds control characters")
    if encode(change) != line:
        raise ValueError("the line is not in canonical form")
    return change


def line_hash(change: Change) -> bytes:
    """Give the SHA-256 of the canonical line."""
    return hashlib.sha256(encode(change)).digest()


def new_nonce() -> str:
    """Give eight random bytes as text."""
    return base64.urlsafe_b64encode(os.urandom(8)).rstrip(b"=").decode()


def has_controls(text: str) -> bool:
    """Tell whether ``text`` holds a control character other than tab and line feed, or half a surrogate pair."""
    return any((ord(sign) < 32 and sign not in "\t\n") or "\ud800" <= sign <= "\udfff" for sign in text)


def pack_group(values: Mapping[str, Value]) -> str | None:
    """Write fields that travel together as one value: canonical JSON, or nothing when all are empty."""
    held = {name: value for name, value in values.items() if value is not None}
    return _encoder.encode(held).decode() if held else None


def unpack_group(value: Value) -> dict[str, Value]:
    """Read what ``pack_group`` wrote; what is no such thing holds nothing."""
    if not isinstance(value, str):
        return {}
    try:
        return msgspec.json.decode(value, type=dict[str, str | int | bool | None])
    except (msgspec.DecodeError, RecursionError):
        return {}


def check_line(change: Change) -> None:
    """Refuse to write a change whose line no desk could read: fields that travel as one may be too long together."""
    try:
        decode(encode(change))
    except ValueError as error:
        raise Refused(
            N_("No desk could read this again ({reason}). Nothing was changed; please divide the text."),
            reason=str(error),
        ) from None


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
