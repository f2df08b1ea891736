"""How many devices a desk takes in: a bundle names at most 10,000, so that a desk of more could write none.

Honest people have few devices, and a new incarnation for each time a desk was copied or restored. Whoever makes
thousands would make a desk, and every desk it gives its bundle to, unable to pass anything on.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdesk.exchange.bundle.seals import Author
from hrdesk.store.holdings import known_devices, sealed_spans
from hrdesk.store.reading import Reader
from hrdesk.store.trust import base_of

MOST_DEVICES = 5_000
"""Incarnations that a desk takes in from others, all together; half of what a bundle may name."""

MOST_SEALED = 100
MOST_UNSEALED = 10
"""Incarnations of one device: under its own seal, and without. Anybody may write without one in another's name."""


@dataclass
class Crowd:
    """The devices that one desk knows, and those of them that sealed what they wrote; it grows bundle by bundle."""

    own: str
    names: set[str] = field(default_factory=set)
    sealed: set[str] = field(default_factory=set)

    def too_many(self, authors: Mapping[str, Author]) -> frozenset[str]:
        """Give the authors of a bundle for whom there is no room, and count the others in."""
        with_seal = Counter(base_of(dev) for dev in self.sealed)
        without = Counter(base_of(dev) for dev in self.names - self.sealed)
        found: set[str] = set()
        for dev, told in sorted(authors.items()):
            base = base_of(dev)
            if dev in self.names or (told.sealed and base == self.own):
                continue
            counted, most = (with_seal, MOST_SEALED) if told.sealed else (without, MOST_UNSEALED)
            if len(self.names) >= MOST_DEVICES or counted[base] >= most:
                found.add(dev)
                continue
            counted[base] += 1
            self.names.add(dev)
            if told.sealed:
                self.sealed.add(dev)
        return frozenset(found)


def crowd_of(reader: Reader, own: str) -> Crowd:
    """Read which devices a desk knows whose own device is ``own``."""
    names = set(known_devices(reader))
    return Crowd(own, names, (names & sealed_spans(reader).keys()) | {dev for dev in names if base_of(dev) == own})
