"""What is said of a person by itself: a protected one is known by a pseudonym from the start, consent has its day."""

from typing import Any

from hrdesk.language import N_
from hrdesk.language.words import words_for
from hrdesk.records import Consultation, Person, Record
from hrdesk.store.pen import Pen

_SHORTEST = 4
"""Signs of an id that tell one protected person from another; they say nothing of who it is."""


def completed(pen: Pen, noun: type[Record], record: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Give ``fields`` with what follows for a person: the pseudonym of a protected one, the day of consent."""
    if noun is not Person:
        return fields
    told, held = dict(fields), pen.read.get(Person, record)
    known = told.get("pseudonym", held.pseudonym if held else None)
    if told.get("protected", held.protected if held else None) and not known:
        told["pseudonym"] = words_for(_language(pen)).text(N_("Participant {code}"), code=record[-_SHORTEST:].upper())
    before = held.consent if held else None
    if told.get("consent", before) != before and "consent_at" not in told:
        told["consent_at"] = pen.now[:10]
    return told


def _language(pen: Pen) -> str:
    held = pen.read.every(Consultation)
    return (held[0].language if held else None) or "en"
