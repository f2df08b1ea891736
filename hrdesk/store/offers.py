"""What a search can be narrowed to on a desk: its sessions, who speaks there, its tags.

Others are offered only what they may see, and nobody who speaks.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo

from hrdesk.language.folding import fold
from hrdesk.records import Consultation, Delegation, Person, Session, Tag, Tagging
from hrdesk.records.disclosure import is_own, may_be_found
from hrdesk.store.lineage import read_classes_of
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Offers:
    """What can be chosen, in the order in which it is shown; ``zone`` is that of the venue, none where untold."""

    sessions: tuple[Session, ...] = ()
    speakers: tuple[Person | Delegation, ...] = ()
    tags: tuple[Tag, ...] = ()
    zone: tzinfo | None = None


def read_offers(reader: Reader, audience: str) -> Offers:
    """Read what an audience may choose among."""
    sessions, tags = reader.every(Session), reader.every(Tag)
    zone = _zone(reader)
    if not is_own(audience):
        uses: dict[str | None, list[str]] = {}
        for use in reader.every(Tagging):
            uses.setdefault(use.tag, []).append(use.id)
        classes = read_classes_of(
            reader, [one.id for one in sessions] + [use for told in uses.values() for use in told]
        )
        sessions = [one for one in sessions if may_be_found(classes.of(one.id), audience)]
        tags = [
            one
            for one in tags
            if one.id not in uses or any(may_be_found(classes.of(use), audience) for use in uses[one.id])
        ]
        return Offers(tuple(sessions), (), _sorted(tags), zone)
    speakers: list[Person | Delegation] = [*reader.every(Person), *reader.every(Delegation)]
    speakers.sort(key=lambda one: (fold(called(one)), one.id))
    return Offers(tuple(sessions), tuple(speakers), _sorted(tags), zone)


def called(speaker: Person | Delegation) -> str:
    """Give the words a speaker is chosen by: of a protected person the pseudonym and nothing else."""
    if isinstance(speaker, Delegation):
        return speaker.name or speaker.code or ""
    if speaker.protected:
        return speaker.pseudonym or ""
    return ", ".join(one for one in (speaker.name, speaker.affiliation) if one)


def _sorted(tags: list[Tag]) -> tuple[Tag, ...]:
    return tuple(sorted(tags, key=lambda one: (fold(one.name or ""), one.id)))


def _zone(reader: Reader) -> tzinfo | None:
    """Give the time zone that the first consultation tells."""
    told = next((one.time_zone for one in reader.every(Consultation) if one.time_zone), None)
    if told is None:
        return None
    from zoneinfo import ZoneInfo  # slow to load

    try:
        return ZoneInfo(told)
    except (ValueError, OSError, KeyError):  # a zone that no table knows
        return None
