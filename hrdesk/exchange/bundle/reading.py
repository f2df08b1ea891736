"""Reading a bundle suspiciously: everything is checked before any of it reaches a desk.

A bundle is read through once to check it: layout, limits, canonical lines, their order, hashes, seals, signature. A
small one is kept; of a large one the changes are read from the file once more, and its hash must come out the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby, islice
from operator import lt
from pathlib import Path
from typing import NamedTuple

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import layout
from hrdesk.exchange.bundle.layout import Header
from hrdesk.exchange.bundle.seals import Author, Forged, read_seal, vouch
from hrdesk.exchange.bundle.seals import Lines as Sealable
from hrdesk.exchange.bundle.streams import Lines, clear
from hrdesk.language import N_
from hrdesk.store.age import Opener
from hrdesk.store.change import Change
from hrdesk.store.intake import Source
from hrdesk.store.lines import BrokenLine, decode_again, decode_each, decode_listed
from hrdesk.store.seals import MOST_OVERLAPPING, Seal, disagreements

KEPT = 32 * 1024 * 1024
"""So many bytes of lines are kept in memory, of all bundles together; what is longer is read from the file again."""


@dataclass(frozen=True)
class Bundle:
    """A bundle that was read through and checked.

    ``forked`` names the authors whose own seals disagree: their key was at work in two places.
    """

    path: Path
    header: Header
    hash: str
    authors: dict[str, Author]
    seals: tuple[Seal, ...]
    forked: frozenset[str]
    opener: Opener | None = field(default=None, repr=False, compare=False)
    kept: tuple[Change, ...] | None = field(default=None, repr=False, compare=False)
    kept_size: int = field(default=0, repr=False, compare=False)
    numbers: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return self.header.changes

    def changes(self) -> Iterator[Change]:
        """Give the changes in the order of the file; Refused at the end when the file is no longer what it was."""
        return iter(self.kept) if self.kept is not None else self._again()

    def _again(self) -> Iterator[Change]:
        with clear(self.path, self.opener) as source:
            lines = Lines(source, self.path)
            for _ in range(3):
                lines.line()
            for block in lines.until(layout.LIST_END[:-1]):
                yield from _decoded_again(block, self)
            line = lines.line(counts=False)
            while not line.startswith(layout.CLOSE):
                lines.digest.update(line)
                line = lines.line(counts=False)
            if lines.digest.hexdigest() != self.hash:
                raise Refused(
                    N_("{path} was altered while it was read. Nothing was changed; please try again."),
                    path=str(self.path),
                )

    @property
    def source(self) -> Source:
        """Say where its changes come from, for the log of a desk."""
        name = self.path.name.encode("utf-8", "replace").decode()  # an old stick may hold names in no known encoding
        return Source(self.hash, name, self.header.sender)


def read_bundle(path: Path, *, opener: Opener | None = None, room: int | None = None) -> Bundle:
    """Read a bundle through and check it, keeping ``room`` bytes; Refused with one sentence and the line's number."""
    with clear(path, opener) as source:
        return _Reading(path, Lines(source, path), opener, KEPT if room is None else room).bundle()


def room_beside(others: Iterable[Bundle]) -> int:
    """Say how many bytes may be kept of one more bundle."""
    return KEPT - sum(one.kept_size for one in others)


class _Last(NamedTuple):
    """The line before: whose it is, its number, its hash."""

    dev: str
    seq: int
    hash: bytes


class _Reading:
    """Reads one bundle through, line by line."""

    def __init__(self, path: Path, lines: Lines, opener: Opener | None, room: int) -> None:
        self._path = path
        self._room = room
        self._lines = lines
        self._opener = opener
        self._sealable: dict[str, Sealable] = {}
        self._starts: dict[str, int] = {}
        self._kept: list[Change] | None = []
        self._size = 0

    def bundle(self) -> Bundle:
        lines = self._lines
        if lines.line() != layout.OPENING:
            raise layout.no_bundle(self._path)
        header = self._header(lines.line())
        if lines.line() != layout.CHANGES:
            raise self._broken()
        count = self._changes()
        seals = self._seals() if header.version > 1 else self._no_seals()
        digest = lines.digest.digest()
        self._close(header, digest)
        if lines.line(counts=False) != layout.ENDING or not lines.is_at_end():
            raise self._broken()
        if header.changes != count:
            raise self._broken("another number of changes than its header tells")
        try:
            disputed = disagreements(seals)
            authors = vouch(self._sealable, seals, disputed)
        except Forged as error:
            place = self._starts[error.dev] + self._sealable[error.dev].numbers.index(error.seq)
            raise layout.forged(self._path, place, str(error)) from None
        except ValueError as error:
            raise self._broken(str(error)) from None
        return Bundle(
            self._path,
            header,
            digest.hex(),
            authors,
            tuple(seals),
            frozenset(dev for dev, _ in disputed),
            self._opener,
            None if self._kept is None else tuple(self._kept),
            0 if self._kept is None else self._size,
            {dev: held.numbers for dev, held in self._sealable.items()},
        )

    def _header(self, line: bytes) -> Header:
        if not (line.startswith(b'"header":') and line.endswith(b",\n")):
            raise layout.no_bundle(self._path)
        try:
            return layout.read_header(line[9:-2])
        except layout.Newer as newer:
            raise layout.from_newer(self._path, newer.version) from None
        except (ValueError, RecursionError) as error:
            raise self._broken(f"not a header: {error}") from None

    def _changes(self) -> int:
        """Read the changes, keep the hash of each for its seal, and count them."""
        last = _Last("", 0, b"")
        is_followed = True
        count = 0
        for block in self._lines.until(layout.LIST_END[:-1]):
            if not is_followed:
                raise self._broken()
            is_followed = block.endswith(b",")
            changes, lines = decode_listed(block[:-1] if is_followed else block) or self._searched(block)
            last = self._in_order(changes, [sha256(line).digest() for line in lines], last)
            count += len(changes)
            self._keep(changes, len(block))
        if count and is_followed:
            raise self._broken()
        return count

    def _searched(self, block: bytes) -> tuple[list[Change], list[bytes]]:
        """Look for the line that is none; that it was not found at once may have another reason."""
        bare = _bare(self._lines, block.split(b"\n"), self._path)
        return _decoded(self._lines, bare, self._path), bare

    def _in_order(self, changes: list[Change], hashes: list[bytes], last: _Last) -> _Last:
        """Note numbers and hashes by author, and see that the lines ascend."""
        start = 0
        for dev, together in groupby([change.dev for change in changes]):
            end = start + len(list(together))
            if dev != last.dev:
                last = self._next_author(dev, last, start)
            numbers = [change.seq for change in changes[start:end]]
            if not (last.seq < numbers[0] and all(map(lt, numbers, islice(numbers, 1, None)))):
                self._check_order(numbers, hashes[start:end], last, start)
            held = self._sealable[dev]
            held.numbers.extend(numbers)
            held.hashes += b"".join(hashes[start:end])
            last = _Last(dev, numbers[-1], hashes[end - 1])
            start = end
        return last

    def _next_author(self, dev: str, last: _Last, place: int) -> _Last:
        if dev < last.dev:
            raise self._out_of_order(place)
        if len(self._sealable) == layout.MOST_DEVICES:
            raise layout.broken(self._path, self._lines.number + place + 1, "too many devices")
        self._sealable[dev] = Sealable()
        self._starts[dev] = self._lines.number + place + 1
        return _Last(dev, 0, b"")

    def _check_order(self, numbers: list[int], hashes: list[bytes], last: _Last, start: int) -> None:
        """See that lines of one author ascend.

        Two lines may bear one number where a desk was cloned; then they differ, and the smaller hash comes first.
        """
        before = (last.seq, last.hash)
        for place, one in enumerate(zip(numbers, hashes, strict=True), start):
            if one <= before:
                raise self._out_of_order(place)
            before = one

    def _keep(self, changes: list[Change], size: int) -> None:
        if self._kept is None:
            return
        self._size += size
        if self._size > self._room:
            self._kept = None
        else:
            self._kept += changes

    def _seals(self) -> list[Seal]:
        if self._lines.line() != layout.SEALS:
            raise self._broken()
        seals: list[Seal] = []
        is_followed = True
        most = MOST_OVERLAPPING * sum(len(held.numbers) for held in self._sealable.values())
        for block in self._lines.until(layout.LIST_END[:-1]):
            for place, line in enumerate(block.split(b"\n")):
                number = self._lines.number + place + 1
                if not is_followed:
                    raise layout.broken(self._path, number)
                is_followed = line.endswith(b",")
                try:
                    seal = read_seal(line[:-1] if is_followed else line)
                except (ValueError, RecursionError) as error:
                    raise layout.forged(self._path, number, str(error)) from None
                if seals and seal <= seals[-1]:
                    raise layout.broken(self._path, number, "the seals are not in order")
                if len(seals) == most or seal.dev not in self._sealable:
                    raise layout.broken(self._path, number, "a seal of nothing that is here")
                seals.append(seal)
        if seals and is_followed:
            raise self._broken()
        return seals

    def _no_seals(self) -> list[Seal]:
        if self._lines.line() != layout.NO_SEALS:
            raise self._broken()
        return []

    def _close(self, header: Header, digest: bytes) -> None:
        line = self._lines.line(counts=False)
        if header.version == 1:
            if line != layout.CLOSE + b'{"sha256":"' + digest.hex().encode() + b'"}\n':
                raise layout.altered(self._path)
            return
        if not line.startswith(layout.CLOSE) or b'"sha256":"' + digest.hex().encode() + b'"' not in line:
            raise layout.altered(self._path)
        try:
            layout.check_close(line, digest, header.sender)
        except (ValueError, RecursionError) as error:
            raise layout.forged(self._path, self._lines.number, str(error)) from None

    def _out_of_order(self, place: int) -> Refused:
        return layout.broken(self._path, self._lines.number + place + 1, "the changes are not in order")

    def _broken(self, reason: str = "not the layout of a bundle") -> Refused:
        return layout.broken(self._path, self._lines.number, reason)


def _bare(lines: Lines, block: list[bytes], path: Path) -> list[bytes]:
    """Take the commas off; all lines but the very last one of the list end in one."""
    if not all(line.endswith(b",") for line in islice(block, len(block) - 1)):
        place = next(place for place, line in enumerate(block) if not line.endswith(b","))
        raise layout.broken(path, lines.number + place + 1)
    bare = [line[:-1] for line in block]
    if not block[-1].endswith(b","):
        bare[-1] = block[-1]
    return bare


def _decoded_again(block: bytes, bundle: Bundle) -> list[Change]:
    """Read lines that were checked before: that they are the same is told by the hash at the end."""
    try:
        return decode_again(block.removesuffix(b","))
    except ValueError:
        raise layout.altered(bundle.path) from None


def _decoded(lines: Lines, bare: list[bytes], path: Path) -> list[Change]:
    try:
        return decode_each(bare)
    except BrokenLine as error:
        raise layout.broken(path, lines.number + error.index + 1, str(error)) from None
