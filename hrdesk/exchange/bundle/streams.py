"""The bytes of a bundle as they come: plain, packed by gzip or encrypted by age, told by their first bytes.

Everything is read in blocks and counted, so that a small file that unpacks to an ocean is refused early and a long
line never fills the memory.
"""

import contextlib
import hashlib
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO, BinaryIO, Protocol

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import layout
from hrdesk.language import N_
from hrdesk.store import age
from hrdesk.store.age import CannotOpen, Opener
from hrdesk.store.change import LONGEST_LINE

GZIP = b"\x1f\x8b\x08"
RATIO, SLACK = 100, 4 * 1024 * 1024
"""A file may unpack to a hundred times its size, and to a few mebibytes however small it is."""
BLOCK = 1 << 18
_BEGINNING = b'{\n"header":'


class Source(Protocol):
    """Whatever gives bytes in blocks; fewer than were asked for only at its end."""

    def read(self, size: int = -1, /) -> bytes:
        """Give ``size`` bytes, or what is left."""


def is_bundle(path: Path) -> bool:
    """Tell by its first bytes whether a file may be a bundle; what is encrypted may be one."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(4096)
    except OSError:
        return False
    if head.startswith(GZIP):
        with contextlib.suppress(zlib.error):
            return zlib.decompressobj(31).decompress(head, len(_BEGINNING)) == _BEGINNING
    return age.is_age(head) or head.startswith(_BEGINNING)


@contextlib.contextmanager
def clear(path: Path, opener: Opener | None) -> Iterator[Source]:
    """Open the file at ``path`` and give what it holds in the clear; Refused for what cannot be opened here."""
    with contextlib.ExitStack() as held:
        try:
            told = path.stat()
            if not (stat.S_ISREG(told.st_mode) or stat.S_ISDIR(told.st_mode)):  # a pipe would be waited for, for ever
                raise layout.no_bundle(path)
            size = told.st_size
            file = held.enter_context(path.open("rb"))
        except OSError as error:
            raise layout.cannot_be_read(path, error) from None
        if size > layout.LARGEST_FILE:
            raise layout.too_large(path)
        source: Source = _File(file, path)
        head = source.read(256)
        source = _Again(head, source)
        if age.is_age(head):
            try:
                source = held.enter_context(age.open_stream(_as_file(source), head, opener or Opener()))
            except CannotOpen as error:
                raise _not_opened(path, error) from None
            source = _Deciphered(source, path)
            head = source.read(len(GZIP))
            source = _Again(head, source)
        if head.startswith(GZIP):
            source = _Unpacked(source, path)
        yield source


class Lines:
    """Hands out lines, one or many at a time, and hashes what it hands out."""

    def __init__(self, source: Source, path: Path, longest: int = LONGEST_LINE) -> None:
        self.number = 0
        self.digest = hashlib.sha256()
        self._longest = longest + 16
        self._source = source
        self._path = path
        self._held = b""
        self._next = 0
        self._rest = b""
        self._read = 0

    def line(self, *, counts: bool = True) -> bytes:
        """Give the next line with its end; ``counts`` says whether it belongs to what the closing hash covers."""
        if self._next == len(self._held):
            self._fill()
        end = self._held.index(b"\n", self._next) + 1
        line = self._held[self._next : end]
        self._next = end
        self.number += 1
        if counts:
            self.digest.update(line)
        return line

    def until(self, last: bytes) -> Iterator[bytes]:
        """Give the lines before the line ``last``, many in one piece without the end of the last, and go past it.

        ``number`` is the number of the line before each block while the block is looked at.
        """
        while True:
            if self._next == len(self._held):
                self._fill()
            end = self._place_of(last)
            block = self._held[self._next : end]
            self._next = end
            if block:
                self.digest.update(block)
                yield block[:-1]
                self.number += block.count(b"\n")
            if end < len(self._held):
                self.line()
                return

    def is_at_end(self) -> bool:
        """Tell whether nothing follows."""
        return self._next == len(self._held) and not self._rest and not self._more()

    def _place_of(self, line: bytes) -> int:
        """Give where a line begins in what was read, or where that ends."""
        if self._held.startswith(line + b"\n", self._next):
            return self._next
        return self._held.find(b"\n" + line + b"\n", self._next) + 1 or len(self._held)

    def _fill(self) -> None:
        """Read until there is a whole line; a line that is too long ends it, and so does the end of the file."""
        data = self._rest
        while b"\n" not in data:
            if len(data) > self._longest:
                raise layout.broken(self._path, self.number + 1, "the line is too long")
            more = self._more()
            if not more:
                raise layout.cut_short(self._path) if self.number else layout.no_bundle(self._path)
            data += more
        end = data.rindex(b"\n") + 1
        self._held, self._rest = data[:end], data[end:]
        self._next = 0

    def _more(self) -> bytes:
        more = self._source.read(BLOCK)
        self._read += len(more)
        if self._read > layout.LARGEST_FILE:
            raise layout.too_large(self._path)
        return more


class _File:
    """A file whose errors are told with its name."""

    def __init__(self, file: BinaryIO, path: Path) -> None:
        self._file = file
        self._path = path

    def read(self, size: int = -1) -> bytes:
        try:
            return self._file.read(size)
        except OSError as error:
            raise layout.cannot_be_read(self._path, error) from None


class _Again:
    """Gives again what was looked at, and then the rest."""

    def __init__(self, head: bytes, source: Source) -> None:
        self._head = head
        self._source = source

    def read(self, size: int = -1) -> bytes:
        if not self._head:
            return self._source.read(size)
        if size < 0:
            head, self._head = self._head, b""
            return head + self._source.read()
        head, self._head = self._head[:size], self._head[size:]
        return head + (self._source.read(size - len(head)) if len(head) < size else b"")


class _Deciphered:
    """What age deciphers, its errors told in sentences."""

    def __init__(self, source: Source, path: Path) -> None:
        self._source = source
        self._path = path

    def read(self, size: int = -1) -> bytes:
        try:
            return self._source.read(size)
        except CannotOpen as error:
            raise _not_opened(self._path, error) from None
        except OSError as error:
            raise layout.cannot_be_read(self._path, error) from None


class _Unpacked:
    """What gzip unpacks, in pieces no larger than asked for, and no more than a file of its size may hold."""

    def __init__(self, source: Source, path: Path) -> None:
        self._source = source
        self._path = path
        self._unpacker = zlib.decompressobj(31)
        self._packed = self._unpacked = 0
        self._waiting = b""

    def read(self, size: int = BLOCK) -> bytes:
        parts: list[bytes] = []
        missing = size
        while missing > 0:
            if self._unpacker.eof:
                if self._waiting or self._unpacker.unused_data or self._source.read(1):
                    raise self._damaged()
                break
            data = self._waiting or self._source.read(min(BLOCK, 1 << 16))
            if not self._waiting:
                self._packed += len(data)
            if not data:
                raise self._damaged()
            try:
                part = self._unpacker.decompress(data, missing)
            except zlib.error:
                raise self._damaged() from None
            self._waiting = self._unpacker.unconsumed_tail
            self._unpacked += len(part)
            if self._unpacked > self._packed * RATIO + SLACK:
                raise Refused(
                    N_("{path} unpacks to far more than any bundle holds. Nothing was changed."), path=str(self._path)
                )
            parts.append(part)
            missing -= len(part)
        return b"".join(parts)

    def _damaged(self) -> Refused:
        return Refused(
            N_("{path} is damaged or cut short: it cannot be unpacked. Nothing was changed; please copy it again."),
            path=str(self._path),
        )


def _as_file(source: Source) -> IO[bytes]:
    return source  # type: ignore[return-value]  # it reads, which is all that is asked of it


def _not_opened(path: Path, error: CannotOpen) -> Refused:
    told = {
        age.NOT_OURS: N_(
            "{path} is encrypted for other desks. Nothing was changed; please ask its sender to write it for this one."
        ),
        age.NO_PASSPHRASE: N_("{path} is encrypted with a passphrase. Nothing was changed; please give it."),
        age.WRONG_PASSPHRASE: N_("The passphrase does not open {path}. Nothing was changed; please type it again."),
        age.DAMAGED: N_(
            "{path} is damaged or cut short: it cannot be decrypted. Nothing was changed; please copy it again."
        ),
    }
    return Refused(told[error.why], path=str(path))
