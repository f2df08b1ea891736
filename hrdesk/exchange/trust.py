"""Whose lines are taken in: a device's standing at this desk, and six words by which two people compare a key.

A device is named after its key, and its seals prove which lines are its own. What remains to be known is whose
device it is: staff's roster says so, or two people who read six words to each other. Trust decides at the door and
nowhere else: it never changes what lines that were taken in mean.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.paths import resources_folder
from hrdesk.records import Seat
from hrdesk.store import trust as store
from hrdesk.store.identity import Profile
from hrdesk.store.reading import Reader
from hrdesk.store.trust import COMPARED, FIRST_USE, KEPT_OUT, REVOKED, Entry, Stance, base_of

OWN, STAFF, ROSTER, UNKNOWN = "own", "staff", "roster", "unknown"

LEVELS: Mapping[str, str] = {
    OWN: N_("this desk's own device"),
    STAFF: N_("staff"),
    ROSTER: N_("on staff's roster"),
    COMPARED: N_("known: the six words were compared"),
    FIRST_USE: N_("taken in before, words not compared"),
    UNKNOWN: N_("unknown"),
    KEPT_OUT: N_("kept out"),
    REVOKED: N_("revoked"),
}
"""How a device stands at this desk, with words for a person."""

TRUSTED = frozenset({OWN, STAFF, ROSTER, COMPARED, FIRST_USE})
"""Levels whose lines are taken in without a question."""

WORDS = 6
BITS_A_WORD = 11
_DOMAIN = b"hrdesk fingerprint 1\n"


@dataclass(frozen=True)
class Author:
    """A device that wrote lines: whose it is, how it stands here, and the six words of its key where that is known."""

    device: str
    name: str = ""
    role: str = ""
    level: str = UNKNOWN
    words: str = ""
    key: bytes | None = None

    @property
    def is_trusted(self) -> bool:
        """Tell whether its lines are taken in without a question."""
        return self.level in TRUSTED


@dataclass(frozen=True)
class Trust:
    """How every device stands at one desk at one moment."""

    own: str
    root: str
    stances: Mapping[str, Stance]
    roster: Mapping[str, Entry]
    keys: Mapping[str, bytes]
    seats: Mapping[str, tuple[str, str]]
    _limits: dict[str, int | None] = field(default_factory=dict)

    def level(self, device: str) -> str:
        """Give the level of a device, named in full or without its incarnation."""
        base = base_of(device)
        stance, entry = self.stances.get(base), self.roster.get(base)
        decided = stance.level if stance else ""
        if base == self.own:
            return OWN
        if decided == KEPT_OUT:
            return KEPT_OUT
        if decided == REVOKED or (entry and entry.until is not None):
            return REVOKED
        if base == self.root:
            return STAFF
        if entry:
            return STAFF if entry.role == "staff" else ROSTER
        return decided or UNKNOWN

    def limit(self, device: str) -> int | None:
        """Give the last number of an incarnation, named in full, that is taken in; nothing where none is too high.

        An incarnation that a revocation does not name wrote nothing that counts: with a stolen key anybody could
        begin another one.
        """
        if device not in self._limits:
            self._limits[device] = self._find_limit(device)
        return self._limits[device]

    def admits(self, device: str, number: int) -> bool:
        """Tell whether the line ``number`` of a device may come in, as far as revocation goes."""
        limit = self.limit(device)
        return limit is None or number <= limit

    def author(self, device: str, key: bytes | None = None, name: str = "") -> Author:
        """Say who a device is; ``key`` and ``name`` are what a bundle tells, where this desk knows neither."""
        base = base_of(device)
        held = self.keys.get(base) or key
        entry = self.roster.get(base)
        seat = self.seats.get(base, (name, ""))
        return Author(
            base,
            (entry.name if entry else "") or seat[0],
            (entry.role if entry else "") or seat[1],
            self.level(base),
            fingerprint(held) if held else "",
            held,
        )

    def _find_limit(self, device: str) -> int | None:
        if self.level(device) not in {REVOKED, KEPT_OUT}:
            return None
        if self.level(device) == KEPT_OUT:
            return 0
        told = [
            stance.until or 0
            for name in (device, base_of(device))
            if (stance := self.stances.get(name)) and stance.level == REVOKED
        ][:1]
        told += [
            entry.until
            for name in (device, base_of(device))
            if (entry := self.roster.get(name)) and entry.until is not None
        ][:1]
        return min(told, default=0)


def trust_at(reader: Reader, profile: Profile) -> Trust:
    """Read how devices stand at a desk that ``profile`` works at."""
    own = profile.device
    stances, roster = store.stances(reader), store.roster(reader, own)
    keys = {
        **store.keys_in_seats(reader),
        **{base_of(one.device): one.key for one in roster.values() if one.key},
        **{one.device: one.key for one in stances.values() if one.key},
        own: profile.public_key,
    }
    seats = {base_of(seat.device): (seat.name or "", seat.role or "") for seat in reader.every(Seat) if seat.device}
    return Trust(own, store.root_of(reader, own), stances, roster, keys, seats)


def staff_addresses(reader: Reader, profile: Profile) -> dict[str, tuple[str, str]]:
    """Map the devices of staff that this desk trusts to name and address: for them bundles are encrypted by default."""
    trust = trust_at(reader, profile)
    entries = {
        device: (entry.name, entry.recipient)
        for device, entry in trust.roster.items()
        if entry.recipient and trust.level(device) == STAFF
    }
    staff = {trust.root, *trust.roster} - {""}
    wanted = [device for device in staff if trust.level(device) == STAFF]
    return {**store.staff_seats(reader, profile.device, wanted), **entries}


def fingerprint_words(key: bytes) -> tuple[str, ...]:
    """Give the six words of a public key: the first 66 bits of a hash made for this alone, 11 to a word."""
    digest = hashlib.blake2b(_DOMAIN + key, digest_size=32).digest()
    number = int.from_bytes(digest, "big") >> (len(digest) * 8 - WORDS * BITS_A_WORD)
    listed = _word_list()
    return tuple(listed[number >> BITS_A_WORD * place & 2**BITS_A_WORD - 1] for place in range(WORDS - 1, -1, -1))


def fingerprint(key: bytes) -> str:
    """Give the six words as they are shown and read aloud."""
    return " ".join(fingerprint_words(key))


def check_words(key: bytes | None, told: str) -> None:
    """Refuse words that are not those of ``key``; capitals and what stands between the words say nothing."""
    if key is None:
        raise Refused(
            N_("The key of this device is not known here, so there are no words to compare. Nothing was changed.")
        )
    if tuple(re.findall("[a-z]+", told.casefold())) != fingerprint_words(key):
        raise Refused(
            N_(
                "These are not the six words of this device. Nothing was changed;"
                " please compare again, and keep the device out if they differ."
            )
        )


@cache
def _word_list() -> tuple[str, ...]:
    """Read the 2,048 words; see SOURCES.md beside them."""
    return tuple((resources_folder() / "vocabularies" / "words-en.txt").read_text("ascii").split())
