"""What bundles would bring, seen before anything is taken in: one preview for one file or twenty, changing nothing."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Bundle, read_bundle, room_beside
from hrdesk.exchange.door import HELD, REFUSED, SEALED, Passage, Terms, at_the_door
from hrdesk.exchange.queries import title_of
from hrdesk.exchange.rollcall import Arriving, call_roll
from hrdesk.exchange.seen import AuthorSeen, BadFile, FileSeen, Meeting, Preview, WithdrawalSeen
from hrdesk.exchange.trust import Author, trust_at
from hrdesk.records import KINDS, Seat, Withdrawal
from hrdesk.store.age import Opener
from hrdesk.store.change import DELETED, Change, unpack_group
from hrdesk.store.derivation import heads
from hrdesk.store.holdings import Numbers, merged_before, records_here
from hrdesk.store.identity import Profile
from hrdesk.store.knowledge import held
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

__all__ = [
    "AuthorSeen",
    "BadFile",
    "FileSeen",
    "Meeting",
    "Preview",
    "WithdrawalSeen",
    "preview",
    "read_all",
]

MOST_MEETINGS = 200
"""So many fields are shown that would become contested; the rest is counted."""

CHUNK = 20_000
"""Lines that are kept together while it is asked which records are here: what is new here is only counted."""


def read_all(
    paths: Iterable[Path], opener: Opener | None = None, *, beside: Sequence[Bundle] = ()
) -> tuple[list[Bundle], list[BadFile]]:
    """Read every bundle and check it; a bad one is named with its sentence and does not keep the others back.

    ``beside`` are bundles that take up memory already.
    """
    good: list[Bundle] = []
    bad: list[BadFile] = []
    for path in dict.fromkeys(paths):
        try:
            good.append(read_bundle(path, opener=opener, room=room_beside([*beside, *good])))
        except Refused as refusal:
            bad.append(BadFile(path, refusal))
    return good, bad


def preview(bundles: Sequence[Bundle], reader: Reader, profile: Profile, *, bad: Sequence[BadFile] = ()) -> Preview:
    """Look at bundles that were read and checked, as a merge with all of them would find them."""
    return _Look(bundles, reader, profile).preview(tuple(bad))


@dataclass
class _Counted:
    """Lines of one author that are new here."""

    sealed: int = 0
    unsealed: int = 0
    refused: int = 0
    held: int = 0


@dataclass
class _Told:
    """What a seat that arrives says: who works at which device."""

    values: dict[str, Any] = field(default_factory=dict)


class _Look:
    """Goes through the lines of several bundles once each, as one."""

    def __init__(self, bundles: Sequence[Bundle], reader: Reader, profile: Profile) -> None:
        self.bundles = bundles
        self.reader = reader
        self.trust = trust_at(reader, profile)
        self.held = Numbers({device: list(spans) for device, spans in held(reader).items()})
        self.coming = Arriving(Numbers(), {}, {})
        self.counted: dict[str, _Counted] = {}
        self.records: dict[str, set[str]] = {}
        self.here: set[str] = set()
        self.waiting: list[Change] = []
        self.cells: dict[tuple[str, str, str], list[Change]] = {}
        self.seats: dict[str, _Told] = {}
        self.withdrawals: dict[str, list[Change]] = {}
        self.waiting_for_a_person: set[str] = set()
        self.deletions: set[str] = set()

    def preview(self, bad: tuple[BadFile, ...]) -> Preview:
        """Look at everything and put it together."""
        seen = [self._file(bundle) for bundle in self.bundles]
        self._sort_waiting()
        meetings = list(self._meetings())
        authors = {base: self._author(base) for base in sorted(self.counted)}
        forked = {base_of(dev) for bundle in self.bundles for dev in bundle.forked}
        return Preview(
            tuple(seen),
            bad,
            tuple(
                AuthorSeen(authors[base], told.sealed, told.unsealed, told.refused, base in forked, told.held)
                for base, told in sorted(self.counted.items())
            ),
            {kind: count for kind, told in sorted(self.records.items()) if (count := len(told - self.here))},
            {kind: count for kind, told in sorted(self.records.items()) if (count := len(told & self.here))},
            tuple(meetings[:MOST_MEETINGS]),
            len(meetings),
            tuple(self._withdrawals()),
            call_roll(self.reader, self.trust, self.coming),
            sum(one.new for one in seen),
            sum(one.known for one in seen),
            len(self.deletions & self.here),
        )

    def _file(self, bundle: Bundle) -> FileSeen:
        new = known = 0
        records: dict[str, set[str]] = {}
        passage = at_the_door(self.reader, bundle, self.trust, Terms())
        certain = {dev for dev in bundle.authors if passage.is_certain(dev)}
        for seal in bundle.seals:
            self.coming.told[seal.dev] = max(self.coming.told.get(seal.dev, 0), seal.hi)
        for change in bundle.changes():
            records.setdefault(change.kind, set()).add(change.record)
            if self.held.holds(change.dev, change.seq) or self.coming.numbers.holds(change.dev, change.seq):
                known += 1
                continue
            new += self._line(change, passage, certain)
        first = next(one for one in self.bundles if one.hash == bundle.hash)
        return FileSeen(
            bundle.path,
            bundle.hash,
            self._author(base_of(bundle.header.sender)),
            bundle.header.created,
            new,
            known,
            {kind: len(told) for kind, told in sorted(records.items())},
            merged_before(self.reader).get(bundle.hash, ""),
            None if first is bundle else first.path,
        )

    def _line(self, change: Change, passage: Passage, certain: Collection[str]) -> int:
        """Count a line that is new here; one that stays out counts for its author alone."""
        counted = self.counted.setdefault(base_of(change.dev), _Counted())
        is_plain = change.dev in certain and change.kind != Withdrawal.kind
        verdict = SEALED if is_plain else passage.judge(change)
        if verdict == HELD:
            self.waiting_for_a_person.add(change.record)
            self.withdrawals.setdefault(change.record, []).append(change)
            counted.held += 1
            return 0
        if verdict == REFUSED:
            counted.refused += 1
            return 0
        if verdict == SEALED:
            counted.sealed += 1
        else:
            counted.unsealed += 1
        self.coming.numbers.add(change.dev, change.seq)
        self.coming.latest[change.dev] = max(self.coming.latest.get(change.dev, ""), change.at)
        if change.kind in KINDS:
            self.records.setdefault(change.kind, set()).add(change.record)
            self.waiting.append(change)
            if len(self.waiting) == CHUNK:
                self._sort_waiting()
        if change.field == DELETED and change.val is True:
            self.deletions.add(change.record)
        if change.kind == Seat.kind:
            self.seats.setdefault(change.record, _Told()).values[change.field] = change.val
        if change.kind == Withdrawal.kind:
            self.withdrawals.setdefault(change.record, []).append(change)
        return 1

    def _author(self, base: str) -> Author:
        """Say who wrote; a device that is new here is called as its seat in these bundles calls it."""
        keys = (told.key for one in self.bundles for dev, told in one.authors.items() if base_of(dev) == base)
        key = next((one for one in keys if one), None)
        told = (one.values for one in self.seats.values() if base_of(str(one.values.get("device") or "")) == base)
        return self.trust.author(base, key, next((str(one.get("name") or "") for one in told), ""))

    def _sort_waiting(self) -> None:
        """Keep the lines about records that are here: the others meet nothing."""
        self.here |= records_here(self.reader, {change.record for change in self.waiting} - self.here)
        for change in self.waiting:
            if change.record in self.here:
                self.cells.setdefault(change.cell, []).append(change)
        self.waiting = []

    def _meetings(self) -> Iterator[Meeting]:
        for (kind, record, name), arriving in sorted(self.cells.items()):
            here = [one for one in self.reader.cell(record, name) if one[1].kind == kind]
            after = [one for _, one in heads([*here, *((0, change) for change in arriving)])]
            new = [one for one in after if one in arriving]
            ours = [one for one in after if one not in arriving and one.val not in [other.val for other in new]]
            if not (new and ours):
                continue
            noun = KINDS[kind]
            grouped = bool(noun.cells().get(name, ()) and noun.cells()[name][0].group)
            yield Meeting(
                kind,
                record,
                title_of(self.reader.get(noun, record)),
                name,
                unpack_group(ours[0].val) if grouped else ours[0].val,
                unpack_group(new[0].val) if grouped else new[0].val,
                self._author(base_of(new[0].dev)).name,
            )

    def _withdrawals(self) -> Iterator[WithdrawalSeen]:
        for record, lines in sorted(self.withdrawals.items()):
            told = {change.field: change.val for change in lines}
            item = str(told.get("item") or "")
            yield WithdrawalSeen(
                record,
                item,
                title_of(self.reader.find(item)) if item else "",
                str(told.get("cause") or ""),
                len(str(told.get("lines") or "").split()),
                self._author(base_of(lines[0].dev)),
                record in self.waiting_for_a_person,
            )
