"""Seals in a bundle: read suspiciously, and which lines they vouch for.

A seal names every line by its hash alone, so that lines that stay behind remain private and those that travel can be
verified, also when another desk relays them. A nonce in each line keeps short values from being guessed.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import msgspec

from hrdesk.exchange.bundle.layout import Key, Signature, canonical, from_text, to_text
from hrdesk.store.change import Count, Device
from hrdesk.store.identity import device_name
from hrdesk.store.seals import HASH, MOST_LINES, Seal, is_true


class SealLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A seal as it stands in a bundle."""

    dev: Device
    hashes: Annotated[str, msgspec.Meta(min_length=43, max_length=(MOST_LINES * HASH * 4 + 2) // 3)]
    key: Key
    lo: Count
    sig: Signature


@dataclass(frozen=True)
class Author:
    """One writer of lines in a bundle: how many his seals vouch for, how many none does, and his key if any does."""

    sealed: int
    unsealed: int
    key: bytes | None


class Forged(ValueError):
    """A line that its author's seal contradicts; ``seq`` is its number, ``dev`` its author."""

    def __init__(self, dev: str, seq: int) -> None:
        super().__init__("the line is not the one that its author sealed")
        self.dev, self.seq = dev, seq


@dataclass
class Lines:
    """The numbers and hashes of one author's lines in a bundle, in the order of their numbers."""

    numbers: "array[int]" = field(default_factory=lambda: array("q"))
    hashes: bytearray = field(default_factory=bytearray)

    def add(self, seq: int, told: bytes) -> None:
        """Add a line."""
        self.numbers.append(seq)
        self.hashes += told


def write_seal(seal: Seal) -> bytes:
    """Write a seal as it stands in a bundle."""
    return canonical(SealLine(seal.dev, to_text(seal.hashes), to_text(seal.key), seal.lo, to_text(seal.sig)))


def read_seal(told: bytes) -> Seal:
    """Read a seal and see that its author signed it; ValueError says in English what is wrong with any other."""
    held = msgspec.json.decode(told, type=SealLine)
    hashes = from_text(held.hashes)
    if not hashes or len(hashes) % HASH or len(hashes) > MOST_LINES * HASH:
        raise ValueError("a seal covers 1 to 256 lines")
    found = Seal(held.dev, held.lo, hashes, from_text(held.sig), from_text(held.key))
    if write_seal(found) != told:
        raise ValueError("the seal is not in canonical form")
    if found.hi >= 2**40:
        raise ValueError("a seal reaches beyond the last number")
    if device_name(found.key) != found.dev.partition(".")[0]:
        raise ValueError("the seal was made with another desk's key")
    if not is_true(found.key, found.signed, found.sig):
        raise ValueError("the seal is not true")
    return found


def vouch(lines: Mapping[str, Lines], seals: Sequence[Seal], disputed: Iterable[tuple[str, int]]) -> dict[str, Author]:
    """Count, for each author, the lines that true seals vouch for; Forged for one that they contradict.

    Where an author's own seals disagree about a number, a line that none of them tells is merely unsealed: which of
    his desks wrote it cannot be known.
    """
    forked = set(disputed)
    by_author: dict[str, list[Seal]] = {}
    for one in seals:
        by_author.setdefault(one.dev, []).append(one)
    return {dev: _vouched(dev, held, by_author.get(dev, []), forked) for dev, held in sorted(lines.items())}


def _vouched(dev: str, held: Lines, seals: Sequence[Seal], forked: set[tuple[str, int]]) -> Author:
    true, doubtful = bytearray(len(held.numbers)), set[int]()
    for one in seals:
        first, last = bisect_left(held.numbers, one.lo), bisect_left(held.numbers, one.hi + 1)
        mine = held.hashes[first * HASH : last * HASH]
        if last - first == one.hi - one.lo + 1 and mine == one.hashes:
            true[first:last] = b"\x01" * (last - first)
            continue
        for place in range(first, last):
            if held.hashes[place * HASH : place * HASH + HASH] == one.of(held.numbers[place]):
                true[place] = 1
            else:
                doubtful.add(place)
    for place in sorted(doubtful):
        if not true[place] and (dev, held.numbers[place]) not in forked:
            raise Forged(dev, held.numbers[place])
    sealed = sum(true)
    return Author(sealed, len(true) - sealed, seals[0].key if sealed else None)
