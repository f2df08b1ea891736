"""What a person can see of the outcome document: the material it is made of."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from hrdesk.language.person_names import Names
from hrdesk.notes.queries import attributions
from hrdesk.outcome.material import Material
from hrdesk.outcome.whole_text import document_texts
from hrdesk.recommendations.negotiated import is_open
from hrdesk.recommendations.negotiation_lines import ValidationLine
from hrdesk.recommendations.queries import superseded
from hrdesk.recommendations.rules.exact import exact_hash
from hrdesk.records import (
    Alternative,
    Consultation,
    Delegation,
    DocumentAgendaItem,
    Footnote,
    Mandate,
    Note,
    OutcomeDocument,
    Paragraph,
    Person,
    Recommendation,
    Record,
    Reservation,
    Session,
    Validation,
    Wording,
)
from hrdesk.store.namings import read_common_words, read_names
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

R = TypeVar("R", bound=Record)


def document(reader: Reader) -> OutcomeDocument | None:
    """Give the outcome document of this desk: the first that was composed."""
    found = reader.every(OutcomeDocument)
    return found[0] if found else None


def material(reader: Reader) -> Material:
    """Read everything that composing asks for."""
    head = document(reader)
    consultations = reader.every(Consultation)
    contested = reader.rows("SELECT DISTINCT record FROM change INDEXED BY change_contested WHERE head = 2")
    protected = frozenset(one.id for one in reader.every(Person, protected=1))
    held = Material(
        consultation=consultations[0] if consultations else None,
        document=head,
        council_items=tuple(
            sorted(reader.every(DocumentAgendaItem, document=head.id), key=lambda one: one.number or 0) if head else ()
        ),
        paragraphs=tuple(reader.every(Paragraph, document=head.id)) if head else (),
        recommendations={one.id: one for one in reader.every(Recommendation)},
        sessions=tuple(reader.every(Session)),
        notes=tuple(sorted(reader.every(Note), key=lambda note: (note.at or "", note.id))),
        people={one.id: one for one in reader.every(Person)},
        mandates=tuple(reader.every(Mandate)),
        footnotes=tuple(reader.every(Footnote)),
        wordings={(one.item or "", one.item_field or "", one.language or ""): one for one in reader.every(Wording)},
        classes=read_classes(reader),
        contested=frozenset(row["record"] for row in contested),
        superseded=frozenset(superseded(reader)),
        names=Names(read_names(reader, protected), read_common_words(reader) if protected else ()),
        alternatives=_by_recommendation([one for one in reader.every(Alternative) if is_open(one.outcome)]),
        reservations=_by_recommendation(reader.every(Reservation)),
        delegations={one.id: one for one in reader.every(Delegation)},
        attributions=attributions(reader),
    )
    current = tuple(one.validation for one in _validations(reader, held) if one.is_current)
    return replace(held, validations=current)


def document_validations(reader: Reader) -> list[ValidationLine]:
    """Give who validated the document as a whole, when and how, and whether its text is still that one."""
    return _validations(reader, material(reader))


def _validations(reader: Reader, held: Material) -> list[ValidationLine]:
    found = reader.every(Validation, item=held.document.id) if held.document else []
    if not found:
        return []
    digest = exact_hash(*document_texts(held))
    return [ValidationLine(one, one.text_hash == digest) for one in found]


def _by_recommendation(records: Iterable[R]) -> dict[str, tuple[R, ...]]:
    found: dict[str, tuple[R, ...]] = {}
    for one in records:
        key = str(one.values()["recommendation"] or "")
        found[key] = (*found.get(key, ()), one)
    return found
