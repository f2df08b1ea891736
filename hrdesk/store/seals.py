"""Seals: an author's Ed25519 signature over the hashes of at most 256 consecutive lines of his own.

Own seals are made when a bundle is written: the same lines always give the same seals, so none is stored. Those of
others are kept as they came, so that their lines stay verifiable when this desk relays them.
"""

import hashlib
import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from hrdesk.store import forks
from hrdesk.store.change import line_hash
from hrdesk.store.identity import Profile
from hrdesk.store.journal import change_number, changes_numbered
from hrdesk.store.reading import Reader

HASH = 32
MOST_LINES = 256
MOST_OVERLAPPING = 16
"""Seals of one author over one number; honest desks leave one, and one more for each time a key was cloned."""
MOST_KEPT = MOST_OVERLAPPING - 2
"""So many of them are kept, so that what this desk writes is always read by others."""
SIGNED = b"hrdesk seal 1\n"
"""What stands before what a seal signs, so that its signature serves for nothing else."""


@dataclass(frozen=True, order=True)
class Seal:
    """What ``dev`` sealed: the lines numbered ``lo`` and on, one hash of 32 bytes each."""

    dev: str
    lo: int
    hashes: bytes
    sig: bytes
    key: bytes

    @property
    def hi(self) -> int:
        """Give the number of the last line."""
        return self.lo + len(self.hashes) // HASH - 1

    @property
    def signed(self) -> bytes:
        """Give what was signed."""
        return SIGNED + f"{self.dev}\n{self.lo}\n".encode() + self.hashes

    def of(self, seq: int) -> bytes:
        """Give the hash that the line ``seq`` must have."""
        start = (seq - self.lo) * HASH
        return self.hashes[start : start + HASH]


def is_true(key: bytes, told: bytes, signature: bytes) -> bool:
    """Tell whether ``signature`` is the Ed25519 signature of ``told`` under ``key``."""
    from nacl.exceptions import BadSignatureError  # slow to load, and only who reads bundles needs it
    from nacl.signing import VerifyKey

    try:
        VerifyKey(key).verify(told, signature)
    except (BadSignatureError, ValueError):
        return False
    return True


def seal(profile: Profile, dev: str, lo: int, hashes: bytes) -> Seal:
    """Seal lines of one's own."""
    unsigned = Seal(dev, lo, hashes, b"", profile.public_key)
    return Seal(dev, lo, hashes, profile.sign(unsigned.signed), profile.public_key)


def disagreements(seals: Iterable[Seal]) -> set[tuple[str, int]]:
    """Give the numbers for which true seals of one author tell different lines: his key was at work in two places.

    ValueError for more seals over one number than that can explain.
    """
    found: set[tuple[str, int]] = set()
    reaching: list[Seal] = []
    for one in sorted(seals):
        reaching = [other for other in reaching if other.dev == one.dev and other.hi >= one.lo]
        if len(reaching) >= MOST_OVERLAPPING:
            raise ValueError("too many seals for one line")
        for other in reaching:
            last = min(one.hi, other.hi)
            if _part(other, one.lo, last) != _part(one, one.lo, last):
                found |= {(one.dev, seq) for seq in range(one.lo, last + 1) if one.of(seq) != other.of(seq)}
        reaching.append(one)
    return found


def keep(connection: Any, seals: Iterable[Seal]) -> None:
    """Keep true seals that came with a bundle, inside the caller's transaction.

    A longer seal takes the place of the shorter one that it goes on from. Where two of one author disagree both are
    kept as the proof, and the author is flagged.
    """
    by_hash = {_hash(one): one for one in seals}
    told = json.dumps([digest.hex() for digest in by_hash])
    rows = connection.execute("SELECT s.hash FROM json_each(?) a CROSS JOIN seal s ON s.hash = unhex(a.value)", (told,))
    known = {bytes(row[0]) for row in rows.fetchall()}
    for one in (one for digest, one in by_hash.items() if digest not in known):
        near = _stored(connection, one.dev, one.lo - MOST_LINES + 1, one.hi)
        if any(other.lo <= one.lo and other.hi >= one.hi and _agree(one, other) for other in near):
            continue
        if sum(other.hi >= one.lo for other in near) >= MOST_KEPT:
            continue  # the proof is there many times over
        for other in near:
            if not _agree(one, other):
                forks.flag(connection, one.dev)
            elif one.lo <= other.lo and one.hi >= other.hi:
                connection.execute("DELETE FROM seal WHERE hash = ?", (_hash(other),))
        connection.execute(
            "INSERT OR IGNORE INTO seal (hash, dev, lo, hi, hashes, sig, key) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (_hash(one), one.dev, one.lo, one.hi, one.hashes, one.sig, one.key),
        )


def contradicted(reader: Reader, lines: Mapping[str, Mapping[int, bytes]]) -> set[tuple[str, int]]:
    """Give the numbers of lines that a seal kept here contradicts, with none that vouches; ``lines`` gives hashes."""
    found: set[tuple[str, int]] = set()
    for dev, told in lines.items():
        for one in _stored(reader, dev, min(told) - MOST_LINES + 1, max(told)) if told else ():
            found |= {(dev, seq) for seq in range(one.lo, one.hi + 1) if seq in told and told[seq] != one.of(seq)}
    return {(dev, seq) for dev, seq in found if not _is_vouched(reader, dev, seq, lines[dev][seq])}


def forked_lines(reader: Reader) -> set[tuple[str, int]]:
    """Name the lines (device, number) of which two are held: which of them another desk holds cannot be told."""
    return {(row["dev"], row["seq"]) for row in reader.rows("SELECT DISTINCT dev, seq FROM fork")}


def seals_for(reader: Reader, profile: Profile, going: Mapping[str, tuple[Sequence[int], bytes]]) -> Iterator[Seal]:
    """Give the seals that vouch for lines that go into a bundle, in their order.

    ``going`` gives, for each author, the numbers of the lines and their hashes, one after another. A seal that a line
    contradicts stays behind, unless another seal vouches for that line: the reader could not tell it from a forgery.
    """
    for dev in sorted(going):
        numbers, hashes = going[dev]
        found = [*_own(reader, profile, dev, numbers, hashes), *_relayed(reader, dev, numbers)]
        yield from sorted(_unquestioned(_needed(found), numbers, hashes))


def _needed(seals: Iterable[Seal]) -> list[Seal]:
    """Leave out seals of which a longer one says the same."""
    found: list[Seal] = []
    for one in sorted(seals, key=lambda one: (one.lo, -one.hi)):
        if not any(other.hi >= one.hi and _agree(one, other) for other in found[-MOST_OVERLAPPING:]):
            found.append(one)
    return found


def _unquestioned(found: Sequence[Seal], numbers: Sequence[int], hashes: bytes) -> set[Seal]:
    left = set(found)
    while True:
        questioned: dict[int, bool] = {}
        for one in left:
            first, last = bisect_left(numbers, one.lo), bisect_left(numbers, one.hi + 1)
            if hashes[first * HASH : last * HASH] == one.hashes:
                continue
            for place in range(first, last):
                told = hashes[place * HASH : place * HASH + HASH]
                questioned[place] = questioned.get(place, False) or told == one.of(numbers[place])
        forked = {seq for _, seq in disagreements(left)}
        bad = [numbers[place] for place, is_vouched in questioned.items() if not is_vouched]
        bad = [seq for seq in bad if seq not in forked]
        contradicting = {one for one in left for seq in bad if one.lo <= seq <= one.hi}
        if not contradicting:
            return left
        left -= contradicting


def _own(reader: Reader, profile: Profile, dev: str, numbers: Sequence[int], hashes: bytes) -> Iterator[Seal]:
    """Seal lines that this profile wrote: blocks 1 to 256, 257 to 512 and so on, divided where a line is missing."""
    base, _, incarnation = dev.partition(".")
    if base != profile.device:
        return
    mark = profile.mark(reader.desk)
    # What stands under our name beyond what we ever wrote is somebody else's.
    highest = mark.highest if mark and str(mark.incarnation) == incarnation else 2**40
    forked = {row["seq"] for row in reader.rows("SELECT seq FROM fork WHERE dev = ?", dev)}
    n = reader.value("SELECT n FROM device WHERE dev = ?", dev)
    place = 0
    while place < len(numbers):
        block = (numbers[place] - 1) // MOST_LINES
        lo, hi = block * MOST_LINES + 1, min((block + 1) * MOST_LINES, highest)
        end = bisect_left(numbers, (block + 1) * MOST_LINES + 1, place)
        told = {numbers[at]: hashes[at * HASH : at * HASH + HASH] for at in range(place, end)}
        place = end
        held = {**_held(reader, dev, n, lo, hi, told), **told}
        sealable = sorted(seq for seq in held if seq <= highest and seq not in forked)
        for _, run in groupby(enumerate(sealable), key=lambda one: one[1] - one[0]):
            together = [seq for _, seq in run]
            if any(seq in told for seq in together):
                yield seal(profile, dev, together[0], b"".join(held[seq] for seq in together))


def _held(reader: Reader, dev: str, n: int, lo: int, hi: int, told: Mapping[int, bytes]) -> dict[int, bytes]:
    """Give the hashes of the lines of a block that stay behind, withdrawn ones among them."""
    connection = reader._connection  # noqa: SLF001 - the store reads its own reader
    low, high = change_number(n, lo), change_number(n, hi)
    rows = reader.rows("SELECT id FROM change WHERE id BETWEEN ? AND ?", low, high)
    missing = [row["id"] for row in rows if row["id"] - low + lo not in told]
    found = {
        number - low + lo: line_hash(change)
        for number, change in (changes_numbered(connection, missing) if missing else {}).items()
    }
    rows = reader.rows("SELECT seq, hash FROM withdrawn WHERE dev = ? AND seq BETWEEN ? AND ?", dev, lo, hi)
    return {**{row["seq"]: bytes(row["hash"]) for row in rows}, **found}


def _relayed(reader: Reader, dev: str, numbers: Sequence[int]) -> list[Seal]:
    """Give the seals kept here that cover any of ``numbers``."""
    stored = _stored(reader, dev, numbers[0] - MOST_LINES + 1, numbers[-1])
    return [one for one in stored if bisect_left(numbers, one.lo) < bisect_left(numbers, one.hi + 1)]


def _stored(source: Any, dev: str, lo: int, hi: int) -> list[Seal]:
    """Read the seals of ``dev`` that begin between two numbers."""
    sql = "SELECT dev, lo, hashes, sig, key FROM seal WHERE dev = ? AND lo BETWEEN ? AND ? ORDER BY lo, hashes"
    rows = source.rows(sql, dev, lo, hi) if isinstance(source, Reader) else source.execute(sql, (dev, lo, hi))
    return [
        Seal(row["dev"], row["lo"], bytes(row["hashes"]), bytes(row["sig"]), bytes(row["key"]))
        for row in rows
        if row["key"] is not None
    ]


def _is_vouched(reader: Reader, dev: str, seq: int, told: bytes) -> bool:
    near = _stored(reader, dev, seq - MOST_LINES + 1, seq)
    return any(one.hi >= seq and one.of(seq) == told for one in near)


def _agree(one: Seal, other: Seal) -> bool:
    lo, hi = max(one.lo, other.lo), min(one.hi, other.hi)
    return _part(one, lo, hi) == _part(other, lo, hi)


def _part(one: Seal, lo: int, hi: int) -> bytes:
    return one.hashes[(lo - one.lo) * HASH : (hi - one.lo + 1) * HASH] if hi >= lo else b""


def _hash(one: Seal) -> bytes:
    return hashlib.sha256(one.signed + one.sig).digest()
