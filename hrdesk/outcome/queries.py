"""What a person can see of the outcome document: the material it is made of."""

from hrdesk.language.person_names import Names
from hrdesk.outcome.material import Material
from hrdesk.recommendations.queries import superseded
from hrdesk.records import (
    Consultation,
    DocumentAgendaItem,
    Footnote,
    Mandate,
    Note,
    OutcomeDocument,
    Paragraph,
    Person,
    Recommendation,
    Session,
    Wording,
)
from hrdesk.store.namings import read_common_words, read_names
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes


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
    return Material(
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
    )
