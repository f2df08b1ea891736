"""The bundle: one valid JSON document, laid out one change per line, written safely and read suspiciously.

Line by line: ``{``, the header, ``"changes":[``, a change a line, ``],``, the seals (none yet), the close, ``}``.
The closing hash covers every byte before the line that begins ``"close"``. A copy that is cut short has no such
line and is refused. Nothing of a bundle reaches a desk before all of it was checked.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, BinaryIO

import msgspec

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.records import SCHEMA_VERSION
from hrdesk.records.disclosure import may_travel
from hrdesk.store.change import LONGEST_LINE, Change, Device, Instant, decode, encode
from hrdesk.store.file_check import refuse_desk_file
from hrdesk.store.intake import Source
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes, read_namings

SUFFIX = ".hrdesk.json"
FORMAT = "hrdesk-bundle"
VERSION = 1
LARGEST_FILE = 512 * 1024 * 1024


@dataclass(frozen=True)
class Header:
    """What a bundle says of itself."""

    created: str
    sender: str
    changes: int
    sensitivity: str


@dataclass(frozen=True)
class Bundle:
    """A bundle that was read whole and checked."""

    path: Path
    header: Header
    changes: tuple[Change, ...]
    hash: str

    @property
    def source(self) -> Source:
        """Say where its changes come from, for the log of a desk."""
        name = self.path.name.encode("utf-8", "replace").decode()  # an old stick may hold names in no known encoding
        return Source(self.hash, name, self.header.sender)


@dataclass(frozen=True)
class Written:
    """What was written: how many changes, and how many records stayed because they are confidential."""

    path: Path
    changes: int
    left_out: int


def write_bundle(reader: Reader, target: Path, device: str, now: str, *, confidential: bool = False) -> Written:
    """Write what may travel into ``target``, read it again and check it before saying so.

    Until bundles can be encrypted confidential records stay behind unless they are asked for; a record travels with
    all of its changes or with none.
    """
    classes = read_classes(reader)
    namings = frozenset() if confidential else read_namings(reader)
    going: list[Change] = []
    staying: set[str] = set()
    for change in reader.changes():
        if change.record not in namings and may_travel(classes.of(change.record), confidential_too=confidential):
            going.append(change)
        else:
            staying.add(change.record)
    refuse_desk_file(target)
    beside = target.with_name(f".{target.name}.new")
    try:
        with beside.open("wb") as file:
            _write(file, going, device, now, "confidential" if confidential else "restricted")
            file.flush()
            os.fsync(file.fileno())
        checked = read_bundle(beside)
        if len(checked.changes) != len(going):
            raise OSError("the file reads otherwise than it was written")
        beside.replace(target)
        _sync_folder(target.parent)
    except (OSError, Refused) as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise Refused(
            N_(
                "{path} cannot be written ({reason}). The desk is unchanged;"
                " please check the stick or choose another place."
            ),
            path=str(target),
            reason=getattr(error, "strerror", None) or str(error),
        ) from None
    return Written(target, len(going), len(staying))


def read_bundle(path: Path) -> Bundle:
    """Read a bundle whole and check it: layout, hash, every line; Refused with one sentence and the line's number."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise _refused(path, N_("{path} is larger than any bundle. Nothing was changed."))
        with path.open("rb") as file:
            return _Reading(path, file).bundle()
    except FileNotFoundError:
        raise Refused(N_("There is no file {path}. Please check the name."), path=str(path)) from None
    except OSError as error:
        raise Refused(
            N_("{path} cannot be read ({reason}). Nothing was changed; please take it from its source again."),
            path=str(path),
            reason=error.strerror or str(error),
        ) from None


def is_bundle(path: Path) -> bool:
    """Tell by its first bytes whether a file may be a bundle."""
    try:
        with path.open("rb") as file:
            return file.read(11) == b'{\n"header":'
    except OSError:
        return False


def _write(file: BinaryIO, changes: Iterable[Change], device: str, now: str, sensitivity: str) -> None:
    digest = hashlib.sha256()
    lines = [encode(change) for change in changes]
    header = {
        "changes": len(lines),
        "created": now,
        "format": FORMAT,
        "from": device,
        "mode": "history",
        "scope": {"sensitivity": sensitivity},
        "sv": SCHEMA_VERSION,
        "version": VERSION,
    }
    told = json.dumps(header, sort_keys=True, separators=(",", ":"), ensure_ascii=False)

    def put(line: bytes) -> None:
        digest.update(line)
        file.write(line)

    put(b'{\n"header":' + told.encode() + b',\n"changes":[\n')
    for number, line in enumerate(lines, 1):
        put(line + (b",\n" if number < len(lines) else b"\n"))
    put(b'],\n"seals":[],\n')
    file.write(b'"close":{"sha256":"' + digest.hexdigest().encode() + b'"}\n}\n')


class _Told(msgspec.Struct):
    """What the header of every version tells."""

    format: str
    version: Annotated[int, msgspec.Meta(ge=1)]


class _Scope(msgspec.Struct):
    sensitivity: Annotated[str, msgspec.Meta(max_length=63)]


class _Head(msgspec.Struct):
    """The header of this version; what a later one adds is read over."""

    created: Instant
    sender: Device = msgspec.field(name="from")
    changes: Annotated[int, msgspec.Meta(ge=0)]
    scope: _Scope


class _Reading:
    """Reads one bundle line by line, hashing what it reads."""

    def __init__(self, path: Path, file: BinaryIO) -> None:
        self._path = path
        self._file = file
        self._digest = hashlib.sha256()
        self._number = 0

    def bundle(self) -> Bundle:
        if self._line() != b"{\n":
            raise _refused(self._path, N_("{path} is not a bundle of hrdesk. Nothing was changed."))
        header = self._header(self._line())
        if self._line() != b'"changes":[\n':
            raise self._broken()
        changes = tuple(self._changes())
        if self._line() != b'"seals":[],\n':
            raise self._broken()
        found = self._digest.hexdigest()
        if self._line() != b'"close":{"sha256":"' + found.encode() + b'"}\n':
            raise _refused(
                self._path,
                N_(
                    "{path} was cut short or altered: its closing hash does not fit."
                    " Nothing was changed; copy it again."
                ),
            )
        if self._line() != b"}\n" or self._file.read(1):
            raise self._broken()
        if header.changes != len(changes):
            raise self._broken()
        return Bundle(self._path, header, changes, found)

    def _line(self) -> bytes:
        line = self._file.readline(LONGEST_LINE + 16)
        self._number += 1
        self._digest.update(line)
        if not line:
            raise _refused(
                self._path,
                N_("{path} is cut short: its end is missing. Nothing was changed; please copy it again."),
            )
        return line

    def _header(self, line: bytes) -> Header:
        if not (line.startswith(b'"header":') and line.endswith(b",\n")):
            raise _refused(self._path, N_("{path} is not a bundle of hrdesk. Nothing was changed."))
        try:
            told = msgspec.json.decode(line[9:-2], type=_Told)
            if told.format != FORMAT:
                raise ValueError(told.format)
            if told.version > VERSION:
                raise _refused(
                    self._path,
                    N_("{path} is from a newer hrdesk. Nothing was changed; please merge it with that version."),
                )
            held = msgspec.json.decode(line[9:-2], type=_Head)
        except (ValueError, RecursionError):
            raise self._broken() from None
        return Header(held.created, held.sender, held.changes, held.scope.sensitivity)

    def _changes(self) -> Iterator[Change]:
        last: tuple[str, int] = ("", 0)
        line = self._line()
        while line != b"],\n":
            following = line.endswith(b",\n")
            try:
                change = decode(line[:-2] if following else line[:-1])
            except ValueError as error:
                raise self._broken(str(error)) from None
            if (change.dev, change.seq) <= last:
                raise self._broken("the changes are not in order")
            last = (change.dev, change.seq)
            yield change
            line = self._line()
            if (line == b"],\n") == following:
                raise self._broken()

    def _broken(self, reason: str = "not the layout of a bundle") -> Refused:
        return Refused(
            N_(
                "{path} is broken at line {line} ({reason}). Nothing was changed; please take it from its source again."
            ),
            path=str(self._path),
            line=self._number,
            reason=reason,
        )


def _refused(path: Path, message: str) -> Refused:
    return Refused(message, path=str(path))


def _sync_folder(folder: Path) -> None:
    """Make a rename last through a power cut where the system knows how."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
