"""What may leave for another program, and what stays: one answer for codebooks, coded notes and tables.

What is confidential stays; so does any text in which the name of a protected person stands, and any own tag that only
stricter items are tagged with, because its word may tell what those are about.
"""

from dataclasses import dataclass, field

from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.person_names import Names
from hrdesk.notes.terms import term_of
from hrdesk.records import Person, Tag, Tagging
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import Classes, may_appear, may_go
from hrdesk.store.namings import read_common_words, read_names, read_protected
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

LIMITS = SENSITIVITY[:2]
"""Up to which class somebody may let go: public alone, or restricted too, without attribution."""


@dataclass(frozen=True)
class Left:
    """How many items stay here: because they are stricter than is allowed, because a protected name stands in them."""

    strict: int = 0
    named: int = 0


@dataclass
class Leaving:
    """Decides item by item and keeps count of what stays."""

    classes: Classes
    names: Names
    place: str
    limit: str
    _strict: set[str] = field(default_factory=set)
    _named: set[str] = field(default_factory=set)

    @property
    def left(self) -> Left:
        """Count what stayed so far."""
        return Left(len(self._strict), len(self._named))

    def lets(self, record: str, *texts: str | None) -> bool:
        """Tell whether a record may leave with these texts, and remember it where it may not."""
        if not self.lets_class(record):
            self._strict.add(record)
            return False
        if not self.lets_words(*texts):
            self._named.add(record)
            return False
        return True

    def lets_class(self, record: str | None) -> bool:
        """Tell whether a record of this class may leave; what nobody classed is restricted."""
        sensitivity = self.classes.of(record)
        return may_appear(sensitivity, self.place) and may_go(sensitivity, self.limit)

    def lets_words(self, *texts: str | None) -> bool:
        """Tell whether no name of a protected person stands in any of these texts."""
        return not any(text and self.names.stand_in(text) for text in texts)

    def tags(self, reader: Reader) -> list[Tag]:
        """Give the own tags that may leave: those that nobody uses, and those on an item that may leave itself."""
        users: dict[str, list[str]] = {}
        for one in reader.every(Tagging):
            users.setdefault(one.tag or "", []).append(one.item or "")
        found = []
        for tag in reader.every(Tag):
            if term_of(tag.id) is not None or not tag.name:
                continue
            used_by = users.get(tag.id, [])
            if (not used_by or any(map(self.lets_class, used_by))) and self.lets_words(tag.name):
                found.append(tag)
        return found


def leaving(reader: Reader, place: str, limit: str = LIMITS[-1]) -> Leaving:
    """Read what decides; ``place`` is “tool” or “table”, ``limit`` one of ``LIMITS``."""
    if limit not in LIMITS:
        raise Refused(N_("What is confidential stays at this desk. Nothing was written; please choose another class."))
    # Whoever was ever called protected counts, as when a bundle is packed: another desk may not have heard otherwise.
    protected = read_protected(reader) | {one.id for one in reader.every(Person, protected=1)}
    names = Names(read_names(reader, protected), read_common_words(reader) if protected else ())
    return Leaving(read_classes(reader), names, place, limit)
