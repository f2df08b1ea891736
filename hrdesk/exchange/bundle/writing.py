"""Writing a bundle: canonical lines, seals and signature, packed and encrypted on their way to the stick."""

import contextlib
import gzip
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import IO, Literal, Protocol, cast

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import layout
from hrdesk.exchange.bundle.have import Held, holds
from hrdesk.exchange.bundle.layout import Header, canonical
from hrdesk.exchange.bundle.reading import read_bundle
from hrdesk.exchange.bundle.seals import Lines, write_seal
from hrdesk.language import N_
from hrdesk.records import SCHEMA_VERSION
from hrdesk.store import age
from hrdesk.store.change import Change, encode
from hrdesk.store.identity import Profile
from hrdesk.store.placing import placed
from hrdesk.store.reading import Reader
from hrdesk.store.seals import forked_lines, seals_for

_CHUNK = 1 << 16


class Bounds(Protocol):
    """How far a bundle reaches; nothing stands for the whole desk, or the whole consultation."""

    @property
    def consultation(self) -> str | None:
        """Give the consultation's id."""

    @property
    def session(self) -> str | None:
        """Give the session's id."""

    @property
    def sensitivity(self) -> str:
        """Give the strictest class that may go."""


@dataclass(frozen=True)
class Packing:
    """What goes into a bundle, as exchange.scope decided, and how it is wrapped.

    ``changes`` ascend by device and number, of two lines of one number the one with the smaller hash first; what gives
    them anew each time it is asked is never held in memory whole. ``recipients`` are addresses (``age1…``); with them,
    or with ``passphrase``, the bundle is encrypted, and then always packed. ``have`` is what the reader holds already.
    """

    changes: Sequence[Change] | Callable[[], Iterable[Change]]
    scope: Bounds
    mode: Literal["history", "heads"] = "history"
    recipients: tuple[str, ...] = ()
    passphrase: str | None = None
    compress: bool = False
    have: Held | None = None

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the bundle can be read by whoever finds it."""
        return bool(self.recipients) or self.passphrase is not None


@dataclass(frozen=True)
class Written:
    """What was written: how many changes, the closing hash, how many records stayed, and whether it is encrypted."""

    path: Path
    changes: int
    hash: str
    left_out: int = 0
    is_encrypted: bool = False


def write_bundle(
    reader: Reader, target: Path, packing: Packing, signer: Profile, now: str, *, left_out: int = 0
) -> Written:
    """Write a bundle into ``target``; it is on the stick, read again and found whole when this returns."""
    recipients = tuple(dict.fromkeys(age.check_recipient(one) for one in packing.recipients))
    if recipients and packing.passphrase is not None:
        raise Refused(
            N_("A bundle is encrypted for desks or with a passphrase, not both. Nothing was written; choose one.")
        )
    header = Header(
        changes=sum(1 for _ in _going(packing, reader)),
        created=now,
        delta=packing.have is not None,
        sender=signer.writes_as(reader.desk),
        mode=packing.mode,
        scope=layout.Scope(
            consultation=packing.scope.consultation,
            sensitivity=packing.scope.sensitivity,
            session=packing.scope.session,
        ),
        sv=SCHEMA_VERSION,
    )
    check = None if packing.is_encrypted else lambda path: read_bundle(path)
    with placed(target, check) as file, contextlib.ExitStack() as wrappings:
        stream: IO[bytes] = file
        if packing.is_encrypted:
            stream = wrappings.enter_context(age.seal_stream(stream, recipients, packing.passphrase))
        if packing.compress or packing.is_encrypted:
            # No time and no name in its head: the same content gives the same bytes.
            packed = gzip.GzipFile(fileobj=stream, mode="wb", mtime=0, filename="", compresslevel=6)
            stream = cast(IO[bytes], wrappings.enter_context(packed))
        digest = _write(stream, reader, packing, signer, header)
    return Written(target, header.changes, digest.hex(), left_out, packing.is_encrypted)


def _write(stream: IO[bytes], reader: Reader, packing: Packing, signer: Profile, header: Header) -> bytes:
    """Write the document and give its closing hash."""
    digest = sha256()
    size = 0

    def put(data: bytes) -> None:
        nonlocal size
        size += len(data)
        if size > layout.LARGEST_FILE - layout.LONGEST_HEADER:
            raise Refused(
                N_("This is more than a bundle can hold. Nothing was written; choose one consultation or session.")
            )
        digest.update(data)
        stream.write(data)

    put(layout.OPENING + layout.HEADER + canonical(header) + b",\n" + layout.CHANGES)
    going: dict[str, Lines] = {}
    _put_list(_noted(_going(packing, reader), going), put)
    put(layout.LIST_END + layout.SEALS)
    found = seals_for(reader, signer, {dev: (held.numbers, bytes(held.hashes)) for dev, held in going.items()})
    _put_list(map(write_seal, found), put)
    put(layout.LIST_END)
    if sum(len(held.numbers) for held in going.values()) != header.changes:
        raise OSError("the desk was written while its bundle was")
    stream.write(layout.close_line(digest.digest(), signer) + layout.ENDING)
    return digest.digest()


def _put_list(lines: Iterable[bytes], put: Callable[[bytes], None]) -> None:
    """Write lines with commas between them, some at a time."""
    waiting: list[bytes] = []
    size = 0
    is_first = True
    for line in lines:
        waiting.append(line)
        size += len(line)
        if size > _CHUNK:
            put((b"" if is_first else b",\n") + b",\n".join(waiting))
            waiting, size, is_first = [], 0, False
    if waiting:
        put((b"" if is_first else b",\n") + b",\n".join(waiting))
        is_first = False
    if not is_first:
        put(b"\n")


def _noted(changes: Iterable[Change], going: dict[str, Lines]) -> Iterator[bytes]:
    """Write changes as lines, and note numbers and hashes of those that go by, for their seals."""
    for change in changes:
        line = encode(change)
        held = going.get(change.dev)
        if held is None:
            held = going[change.dev] = Lines()
        held.add(change.seq, sha256(line).digest())
        yield line


def _going(packing: Packing, reader: Reader) -> Iterator[Change]:
    """Give the changes that go."""
    changes = packing.changes() if callable(packing.changes) else packing.changes
    if packing.have is None:
        yield from changes
        return
    # Which of two lines of one number the other desk holds cannot be told from what it has: both go.
    forked = forked_lines(reader)
    for change in changes:
        if (change.dev, change.seq) in forked or not holds(packing.have, change.dev, change.seq):
            yield change
