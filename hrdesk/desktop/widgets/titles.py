"""A line by which a person recognises a record, for lists, combos and trees."""

from typing import Protocol, TypeVar

from hrdesk.desktop.widgets.vocabulary import choice_word
from hrdesk.language.interface import _, current
from hrdesk.language.isolation import isolate
from hrdesk.records import (
    KINDS,
    AgendaItem,
    FormatClass,
    FormatSegment,
    Mandate,
    Mechanism,
    Officer,
    Organiser,
    ParticipantCategory,
    Person,
    Record,
    RegionalConsultation,
    Seat,
    ServiceLanguage,
    Take,
    TimeRule,
)
from hrdesk.store.reading import Reader

R = TypeVar("R", bound=Record)

LONGEST = 90
"""Characters of a title in a list; the form beside it shows the whole text."""

_TELLING = ("title", "name", "text", "alias", "theme", "as_written", "symbol", "number")


class Source(Protocol):
    """Where a title looks up the records it refers to: a desk, or what was found in a note."""

    def get(self, noun: type[R], record: str | None) -> R | None:
        """Give a record by its id, or nothing."""


def title_of(record: Record, source: Source) -> str:
    """Give the line for ``record``; one without any word is called by its kind.

    In a window that runs from right to left the line keeps its own direction, number in front and all.
    """
    line = shortened(_told(record, source))
    if not line:
        return _("{kind} without a title", kind=_(record.label))
    return isolate(line) if current().right_to_left else line


def shortened(text: str, most: int = LONGEST) -> str:
    """Cut ``text`` to one line, between two words where that is possible."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def titles(reader: Reader, *kinds: str) -> list[tuple[str, str]]:
    """List the records of some kinds as (id, title), in their order."""
    return [(one.id, title_of(one, reader)) for kind in kinds if kind in KINDS for one in reader.every(KINDS[kind])]


def person_title(person: Person) -> str:
    """Name a person on this desk; a protected one by pseudonym here too."""
    if person.protected:
        return person.pseudonym or _("Protected person")
    named = " ".join(part for part in (person.honorific, person.name) if part)
    return ", ".join(part for part in (named, person.affiliation) if part)


def _told(record: Record, source: Source) -> str:
    match record:
        case Person():
            return person_title(record)
        case Officer():
            person = source.get(Person, record.person)
            who = person_title(person) if person else record.as_written or ""
            return _joined(choice_word(record.part or "", "part"), who)
        case AgendaItem():
            return " ".join(part for part in (record.number, record.title or record.text) if part)
        case FormatClass():
            limit = "" if record.seconds is None else f"{record.seconds // 60}:{record.seconds % 60:02}"
            return _joined(choice_word(record.speaker_class or "", "speaker_class"), limit)
        case FormatSegment():
            return _joined(choice_word(record.segment_kind or "", "segment_kind"), record.title or "")
        case Mandate():
            return record.symbol or record.symbol_as_written or ""
        case Mechanism():
            return " – ".join(part for part in (record.acronym, record.name) if part)
        case Organiser():
            return _joined(choice_word(record.part or "", "part"), record.name or "")
        case ParticipantCategory():
            return record.text or ""
        case RegionalConsultation():
            where = record.place or record.region or ""
            return record.title or ", ".join(part for part in (where, record.dates_as_written or record.start) if part)
        case ServiceLanguage():
            return _joined(choice_word(record.use or "", "use"), record.as_written or record.language or "")
        case Seat():
            return _joined(choice_word(record.role or "", "role"), record.name or "")
        case Take():
            seat = source.get(Seat, record.seat)
            hours = " – ".join(told.partition("T")[2] or told for told in (record.starts, record.ends) if told)
            return " ".join(part for part in (hours, seat.name if seat else "") if part)
        case TimeRule():
            return _joined(choice_word(record.rule or "", "rule"), record.text or "")
    held = record.values()
    return next((str(held[name]) for name in _TELLING if held.get(name)), "")


def _joined(word: str, rest: str) -> str:
    return _("{what}: {text}", what=word, text=rest) if word and rest else word or rest
