"""What an outcome document is made of, as plain data: the head, the tree, the wordings, and what may be said."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from hrdesk.language.person_names import Names
from hrdesk.notes.rules.sittings import levels_of
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
    Reservation,
    Session,
    Validation,
    Wording,
)
from hrdesk.records.disclosure import Classes

WordingKey = tuple[str, str, str]
"""Item, field, language."""


@dataclass(frozen=True)
class Material:
    """Everything that composing asks for, read at one moment. Wordings are keyed by item, field and language.

    In the place of the recommendations that are ``superseded`` stand others, joined from them or split off.
    ``alternatives`` (those that are open) and ``reservations`` are keyed by recommendation; ``validations`` are those
    of the document's text as it stands.
    """

    consultation: Consultation | None
    document: OutcomeDocument | None
    council_items: tuple[DocumentAgendaItem, ...]
    paragraphs: tuple[Paragraph, ...]
    recommendations: Mapping[str, Recommendation]
    sessions: tuple[Session, ...]
    notes: tuple[Note, ...]
    people: Mapping[str, Person]
    mandates: tuple[Mandate, ...]
    footnotes: tuple[Footnote, ...]
    wordings: Mapping[WordingKey, Wording]
    classes: Classes
    contested: frozenset[str] = frozenset()
    names: Names = field(default_factory=lambda: Names({}))
    superseded: frozenset[str] = frozenset()
    alternatives: Mapping[str, tuple[Alternative, ...]] = field(default_factory=dict)
    reservations: Mapping[str, tuple[Reservation, ...]] = field(default_factory=dict)
    delegations: Mapping[str, Delegation] = field(default_factory=dict)
    validations: tuple[Validation, ...] = ()
    attributions: Mapping[str, tuple[str | None, ...]] = field(default_factory=dict)

    def levels(self, *owners: str | None) -> tuple[str | None, ...]:
        """Give all that was said on attribution of what belongs to a session or a consultation, or to none of them."""
        about = self.consultation.id if self.consultation else None
        return levels_of(self.attributions, *(owners if any(owners) else (about,)))

    @property
    def standing(self) -> tuple[Recommendation, ...]:
        """Give the recommendations that a document is to print."""
        return tuple(one for key, one in self.recommendations.items() if key not in self.superseded)


@dataclass(frozen=True)
class Source:
    """A text that can be worded in another language: which field of which record, its words, its language."""

    item: str
    field: str
    text: str
    language: str


def recommendation_source(held: Recommendation) -> Source:
    """Give the text of a recommendation that documents print: the adopted one when it was adopted.

    What another desk wrote or thought of its status meanwhile is a proposal and changes nothing here.
    """
    if held.adopted_text:
        return Source(held.id, "text", held.adopted_text, held.adopted_language or held.language or "en")
    return Source(held.id, "text", held.text or "", held.language or "en")


def note_source(held: Note) -> Source:
    """Give the text of a note."""
    return Source(held.id, "text", held.text or "", held.language or "en")


def paragraph_source(held: Paragraph) -> Source:
    """Give the text of a paragraph of the document."""
    return Source(held.id, "text", held.text or "", held.language or "en")
