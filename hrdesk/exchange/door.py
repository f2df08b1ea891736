"""The door: which lines of a bundle come in. What has come in counts, whoever wrote it; nothing is judged later."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from hrdesk.exchange.bundle import Bundle
from hrdesk.exchange.crowding import Crowd, crowd_of
from hrdesk.exchange.trust import OWN, ROSTER, STAFF, TRUSTED, UNKNOWN, Trust
from hrdesk.records import Withdrawal
from hrdesk.store.change import Change, line_hash
from hrdesk.store.holdings import Numbers, forked_devices, hashes_held, joined, sealed_spans
from hrdesk.store.reading import Reader
from hrdesk.store.seals import Seal, contradicted
from hrdesk.store.trust import KEPT_OUT, base_of

SEALED, UNSEALED, REFUSED, HELD = "sealed", "unsealed", "refused", "held"
"""What the door says of a line: it comes in under its author's seal, or without one, or it does not come in, or it is
held until a person lets it in: a withdrawal by somebody unknown, which would make words of others vanish."""


SEALING = frozenset({STAFF, ROSTER})
"""Devices that people go by and whose keys staff vouches for: what bears their name must bear their seal."""


@dataclass(frozen=True)
class Terms:
    """Who is let in: all but those kept out, all but the unknown, lines without a seal or not.

    ``withdrawals`` tells whether those of authors nobody here knows are let in as well.
    """

    keep_out: frozenset[str] = frozenset()
    known_only: bool = False
    unsealed: bool = True
    withdrawals: bool = False


@dataclass
class Passage:
    """One bundle at the door. ``left_out`` and ``unsealed`` count lines of the last time they went through.

    ``held`` names the withdrawals that wait for a person, and their authors.
    ``crowded`` are devices for whom there is no room, ``forked`` those whose keys were at work in two places.
    ``impostors`` are lines, with their hashes, whose place is taken here by one that is certain.
    """

    bundle: Bundle
    trust: Trust
    terms: Terms
    sealed: Numbers
    crowded: frozenset[str] = frozenset()
    forked: frozenset[str] = frozenset()
    impostors: Mapping[tuple[str, int], frozenset[bytes]] = field(default_factory=dict)
    left_out: int = 0
    unsealed: int = 0
    authors: set[str] = field(default_factory=set)
    held: dict[str, str] = field(default_factory=dict)

    def changes(self) -> Iterator[Change]:
        """Give the lines that come in."""
        self.left_out = self.unsealed = 0
        self.held = {}
        certain = {dev for dev in self.bundle.authors if self.is_certain(dev)}
        withdrawing = {dev for dev in certain if self.may_withdraw(dev)}
        self.authors |= certain
        for change in self.bundle.changes():
            if change.dev in certain and (change.kind != Withdrawal.kind or change.dev in withdrawing):
                yield change
                continue
            verdict = self.judge(change)
            if verdict in {REFUSED, HELD}:
                if verdict == HELD:
                    self.held[change.record] = change.dev
                else:
                    self.left_out += 1
                continue
            self.unsealed += verdict == UNSEALED
            self.authors.add(change.dev)
            yield change

    def is_certain(self, device: str) -> bool:
        """Tell whether all lines of an author bear a seal and come in, withdrawals aside: none need be looked at."""
        return not self.bundle.authors[device].unsealed and self.lets_in(device) and self.trust.limit(device) is None

    def judge(self, change: Change) -> str:
        """Say whether a line comes in, and under which seal.

        A withdrawal without a seal never does: anybody could make what others wrote vanish. Nor does a line in the name
        of staff or of who is on the roster: they seal what they write, and a forged line could take the place of one
        that is still to come. Only where a key was at work in two places its own lines may have lost their seals.
        """
        if not self.lets_in(change.dev) or not self.trust.admits(change.dev, change.seq):
            return REFUSED
        name = (change.dev, change.seq)
        if name in self.impostors and line_hash(change) in self.impostors[name]:
            return REFUSED
        if self.is_sealed(change):
            return HELD if change.kind == Withdrawal.kind and not self.may_withdraw(change.dev) else SEALED
        if change.kind == Withdrawal.kind or (
            self.trust.level(change.dev) in SEALING and change.dev not in self.forked
        ):
            return REFUSED
        return UNSEALED if self.terms.unsealed else REFUSED

    def lets_in(self, device: str) -> bool:
        """Tell whether lines of an author may come in at all."""
        base = base_of(device)
        level = self.trust.level(base)
        if device in self.crowded:
            return False
        if base in self.terms.keep_out or level == KEPT_OUT:
            return False
        return not (self.terms.known_only and level == UNKNOWN)

    def may_withdraw(self, device: str) -> bool:
        """Tell whether withdrawals of an author come in without a question: what they name is gone for good.

        What staff hands on was let in by staff. Nothing else is asked, such as whose lines are named: of lines that
        are not here nobody can tell.
        """
        if self.terms.withdrawals or self.trust.level(device) in TRUSTED:
            return True
        return self.bundle.header.version > 1 and self.trust.level(self.bundle.header.sender) in {OWN, STAFF}

    def lets_in_seal(self, seal: Seal) -> bool:
        """Tell whether a seal is kept: of a revoked author only what may have been sealed before."""
        return self.lets_in(seal.dev) and self.trust.admits(seal.dev, seal.lo)

    def is_sealed(self, change: Change) -> bool:
        """Tell whether a true seal in the bundle vouches for a line; where seals disagree its hash decides."""
        if not self.sealed.holds(change.dev, change.seq):
            return False
        if change.dev not in self.bundle.forked:
            return True
        told = line_hash(change)
        near = (one for one in self.bundle.seals if one.dev == change.dev and one.lo <= change.seq <= one.hi)
        return any(one.of(change.seq) == told for one in near)


def at_the_door(reader: Reader, bundle: Bundle, trust: Trust, terms: Terms, crowd: Crowd | None = None) -> Passage:
    """Look at a bundle at the door of a desk: what its seals cover, and which lines the desk knows better.

    ``crowd`` counts the devices of several bundles together.
    """
    crowd = crowd or crowd_of(reader, trust.own)
    spans: dict[str, list[tuple[int, int]]] = {}
    for seal in bundle.seals:
        spans.setdefault(seal.dev, []).append((seal.lo, seal.hi))
    sealed = Numbers({dev: joined(held) for dev, held in spans.items()})
    passage = Passage(
        bundle, trust, terms, sealed, crowd.too_many(bundle.authors), bundle.forked | forked_devices(reader)
    )
    passage.impostors = _impostors(reader, passage)
    return passage


def _impostors(reader: Reader, passage: Passage) -> dict[tuple[str, int], frozenset[bytes]]:
    """Give the lines whose place is taken here by another one that is certain.

    A line without a seal does not take the place of a sealed one or of our own; a line of a revoked author, whose key
    may be stolen, takes nobody's place even under a seal. Of two lines with one number the smaller hash would count,
    and whoever may write one chooses its hash.
    """
    revoked = {dev for dev in passage.bundle.authors if passage.trust.limit(dev) is not None}
    doubtful = {dev for dev, told in passage.bundle.authors.items() if told.unsealed}
    sure = sealed_spans(reader).keys() if doubtful else ()  # where nothing is certain here, nothing need be compared
    wanted = revoked | {dev for dev in doubtful if dev in sure or passage.trust.level(dev) == OWN}
    hashes: dict[str, dict[int, list[bytes]]] = {}
    for change in passage.bundle.changes() if wanted else ():
        if change.dev in wanted and (change.dev in revoked or not passage.is_sealed(change)):
            hashes.setdefault(change.dev, {}).setdefault(change.seq, []).append(line_hash(change))
    found: dict[tuple[str, int], set[bytes]] = {}
    for dev, lines in hashes.items():
        certain = hashes_held(reader, dev, lines) if dev in revoked or passage.trust.level(dev) == OWN else {}
        for seq in lines.keys() & certain.keys():
            found.setdefault((dev, seq), set()).update(one for one in lines[seq] if one != certain[seq])
        for place in range(max(map(len, lines.values()))):  # two lines of one number may come together
            told = {seq: given[place] for seq, given in lines.items() if place < len(given)}
            for _, seq in contradicted(reader, {dev: told}):
                found.setdefault((dev, seq), set()).add(told[seq])
    return {name: frozenset(given) for name, given in found.items() if given}


def keep_out_of(devices: Collection[str]) -> frozenset[str]:
    """Name the devices that stay out without their incarnations: all of them stay out."""
    return frozenset(base_of(one) for one in devices)
