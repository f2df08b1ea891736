"""The layout of a bundle: one valid JSON document in fixed lines, each of them canonical; its header and its close.

Line by line: ``{``, the header, ``"changes":[``, a change a line, ``],``, ``"seals":[``, a seal a line, ``],``, the
close, ``}``. The closing hash covers every byte before the line that begins ``"close"``, and the desk that wrote the
bundle signs it. Version 1 had no seals and no signature; it is read for ever. ``resources/guide/bundle-format.md``
tells all of this to a stranger.
"""

import base64
import binascii
from pathlib import Path
from typing import Annotated, Any, Protocol

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.store.change import LARGEST, Device, Instant
from hrdesk.store.identity import device_name
from hrdesk.store.seals import is_true

SUFFIX = ".hrdesk.json"
GZIP_SUFFIX = SUFFIX + ".gz"
AGE_SUFFIX = GZIP_SUFFIX + ".age"
FORMAT = "hrdesk-bundle"
VERSION = 2
"""The version that is written; this and every earlier one is read."""

SIGNED = b"hrdesk bundle 1\n"
"""What stands before the closing hash where it is signed, so that no signature serves for anything else."""

OPENING = b"{\n"
HEADER = b'"header":'
CHANGES = b'"changes":[\n'
SEALS = b'"seals":[\n'
LIST_END = b"],\n"
NO_SEALS = b'"seals":[],\n'
CLOSE = b'"close":'
ENDING = b"}\n"

LARGEST_FILE = 512 * 1024 * 1024
"""Bytes, packed or unpacked."""
LONGEST_HEADER = 64 * 1024
LONGEST_HAVE = 16 * 1024 * 1024
MOST_DEVICES = 10_000

Id = Annotated[str, msgspec.Meta(pattern=r"\A[a-z0-9-]{1,63}\Z")]
Word = Annotated[str, msgspec.Meta(pattern=r"\A[a-z_]{1,63}\Z")]
Key = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{43}\Z")]
Signature = Annotated[str, msgspec.Meta(pattern=r"\A[A-Za-z0-9_-]{86}\Z")]
Digest = Annotated[str, msgspec.Meta(pattern=r"\A[0-9a-f]{64}\Z")]


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """How far a bundle reaches; nothing stands for the whole desk, or the whole consultation."""

    consultation: Id | None = None
    sensitivity: Word
    session: Id | None = None


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of itself; what a later program adds is read over.

    ``delta`` says that what the other desk had told that it holds was left out.
    """

    changes: Annotated[int, msgspec.Meta(ge=0, le=LARGEST)]
    created: Instant
    delta: bool = False
    format: str = FORMAT
    sender: Device = msgspec.field(name="from")
    mode: Word = "history"
    scope: Scope
    sv: Annotated[int, msgspec.Meta(ge=1, lt=2**31)]
    version: Annotated[int, msgspec.Meta(ge=1, le=VERSION)] = VERSION

    @property
    def sensitivity(self) -> str:
        """Give the strictest class that may be in it."""
        return self.scope.sensitivity


class Close(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The hash of everything before it, and the signature of whoever wrote it."""

    key: Key
    sha256: Digest
    sig: Signature


class Signer(Protocol):
    """Who signs: a profile, or anything with a key like one."""

    @property
    def public_key(self) -> bytes:
        """Give the public Ed25519 key."""

    def sign(self, told: bytes) -> bytes:
        """Give the Ed25519 signature of ``told``."""


class Told(msgspec.Struct):
    """What the first line of every version tells."""

    format: str
    version: Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]


_encoder = msgspec.json.Encoder(order="sorted")


class Newer(ValueError):
    """A header of a version that this program does not know."""

    def __init__(self, version: int) -> None:
        super().__init__(f"version {version}")
        self.version = version


def canonical(told: Any) -> bytes:
    """Write plain data or a struct as canonical JSON."""
    return _encoder.encode(told)


def read_header(told: bytes) -> Header:
    """Read a header; Newer for one of a later version, ValueError in English for any that is none."""
    if len(told) > LONGEST_HEADER:
        raise ValueError("the header is too long")
    plain = msgspec.json.decode(told, type=dict[str, Any])
    if not is_plain(plain) or canonical(plain) != told:
        raise ValueError("the header is not in canonical form")
    first = msgspec.convert(plain, Told)
    if first.format != FORMAT:
        raise ValueError("another format")
    if first.version > VERSION:
        raise Newer(first.version)
    return msgspec.convert(plain, Header)


def is_plain(told: Any, depth: int = 8) -> bool:
    """Tell whether data is made of what a bundle may hold: no floats, no large numbers, no control characters."""
    if isinstance(told, str):
        return not any(ord(sign) < 32 for sign in told)
    if isinstance(told, bool) or told is None:
        return True
    if isinstance(told, int):
        return abs(told) <= LARGEST
    if depth and isinstance(told, dict):
        return all(is_plain(name) and is_plain(value, depth - 1) for name, value in told.items())
    return bool(depth) and isinstance(told, list) and all(is_plain(value, depth - 1) for value in told)


def close_line(digest: bytes, signer: Signer, signed: bytes = SIGNED) -> bytes:
    """Write the close of what hashes to ``digest``."""
    close = Close(to_text(signer.public_key), digest.hex(), to_text(signer.sign(signed + digest)))
    return CLOSE + canonical(close) + b"\n"


def check_close(line: bytes, digest: bytes, sender: str, signed: bytes = SIGNED) -> None:
    """See that a close fits what was read and was signed by ``sender``; ValueError says in English what does not."""
    close = msgspec.json.decode(line[len(CLOSE) :], type=Close)
    if CLOSE + canonical(close) + b"\n" != line:
        raise ValueError("the close is not in canonical form")
    if close.sha256 != digest.hex():
        raise ValueError("its closing hash does not fit")
    key = from_text(close.key)
    if device_name(key) != sender.partition(".")[0]:
        raise ValueError("it was signed with another desk's key")
    if not is_true(key, signed + digest, from_text(close.sig)):
        raise ValueError("its signature is not true")


def to_text(data: bytes) -> str:
    """Write bytes in base 64 for addresses, without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_text(told: str) -> bytes:
    """Read bytes from base 64 for addresses; ValueError for any other spelling of the same bytes."""
    try:
        data = base64.b64decode(told + "=" * (-len(told) % 4), altchars=b"-_", validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from None
    if to_text(data) != told:
        raise ValueError("a text in base 64 is not in canonical form")
    return data


def no_bundle(path: Path) -> Refused:
    return Refused(N_("{path} is not a bundle of hrdesk. Nothing was changed."), path=str(path))


def too_large(path: Path) -> Refused:
    return Refused(N_("{path} is larger than any bundle. Nothing was changed."), path=str(path))


def from_newer(path: Path, version: int, most: int = VERSION) -> Refused:
    return Refused(
        N_(
            "{path} is from a newer hrdesk: its format has version {version}, and this program reads up to {most}."
            " Nothing was changed; please use that version."
        ),
        path=str(path),
        version=version,
        most=most,
    )


def broken(path: Path, line: int, reason: str = "not the layout of a bundle") -> Refused:
    return Refused(
        N_("{path} is broken at line {line} ({reason}). Nothing was changed; please take it from its source again."),
        path=str(path),
        line=line,
        reason=reason,
    )


def cannot_be_read(path: Path, error: OSError) -> Refused:
    if isinstance(error, FileNotFoundError):
        return Refused(N_("There is no file {path}. Please check the name."), path=str(path))
    return Refused(
        N_("{path} cannot be read ({reason}). Nothing was changed; please take it from its source again."),
        path=str(path),
        reason=error.strerror or str(error),
    )


def cut_short(path: Path) -> Refused:
    return Refused(
        N_("{path} is cut short: its end is missing. Nothing was changed; please copy it again."), path=str(path)
    )


def altered(path: Path) -> Refused:
    return Refused(
        N_("{path} was cut short or altered: its closing hash does not fit. Nothing was changed; copy it again."),
        path=str(path),
    )


def forged(path: Path, line: int, reason: str) -> Refused:
    return Refused(
        N_(
            "{path} is forged or damaged at line {line} ({reason})."
            " Nothing was changed; please ask its sender in person."
        ),
        path=str(path),
        line=line,
        reason=reason,
    )
