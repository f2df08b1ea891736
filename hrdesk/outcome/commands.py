"""What a person can do with the outcome document: compose it, add to it. Editing and moving are those of any record."""

from typing import Any

from hrdesk.agenda.commands import move
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.outcome.following import COMMANDS as FOLLOWING
from hrdesk.outcome.material import Material
from hrdesk.outcome.planned import write_planned
from hrdesk.outcome.queries import document, material
from hrdesk.outcome.report_points import COMMANDS as REPORT
from hrdesk.outcome.rules import Planned, belongs_in_document, outline
from hrdesk.outcome.validating import COMMANDS as VALIDATING
from hrdesk.recommendations.queries import current_recommendations
from hrdesk.records import DocumentAgendaItem, OutcomeDocument, Paragraph, Recommendation
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.ids import between, positions
from hrdesk.store.pen import Pen


def compose_outcome(pen: Pen, notes: bool = True, language: str | None = None, **fields: Any) -> dict[str, Any]:
    """Compose the outcome document from what the desk holds; from then on its paragraphs are edited one by one.

    ``notes`` puts each note that is not a recommendation under its session as a paragraph to be worked on.
    """
    if document(pen.read):
        raise Refused(N_("There is an outcome document already. Nothing was changed; please edit its paragraphs."))
    held = material(pen.read)
    consultation = held.consultation
    spoken = language or (consultation.language if consultation else None) or "en"
    fields.setdefault("title", consultation.title if consultation else None)
    fields.setdefault("date", consultation.end if consultation else None)
    made = pen.create(
        OutcomeDocument,
        **{
            "consultation": consultation.id if consultation else None,
            "language": spoken,
            "distribution": "general",
            **fields,
        },
    )
    plan = outline(
        consultation,
        held.mandates,
        held.sessions,
        held.notes,
        held.standing,
        with_notes=notes,
    )
    headings: dict[str, str] = {}
    ids: dict[str, str] = {}
    for one, position in zip(plan, positions(len(plan)), strict=True):
        ids[one.key] = write_planned(pen, made, one, ids.get(one.under), position, spoken, _class_of(held, one))
        if one.role == "heading":
            headings[one.session or one.key] = ids[one.key]
    return {"id": made, "headings": headings, "paragraphs": len(ids)}


def add_paragraph(
    pen: Pen,
    text: str | None = None,
    role: str = "paragraph",
    under: str | None = None,
    before: str | None = None,
    recommendation: str | None = None,
    language: str | None = None,
    sensitivity: str | None = None,
) -> dict[str, str]:
    """Add a paragraph, a heading, a summary or a recommendation to the document, under a heading or before another."""
    head = document(pen.read)
    if head is None:
        raise Refused(N_("There is no outcome document yet. Nothing was changed; please compose it first."))
    if recommendation and pen.read.get(Recommendation, recommendation) is None:
        raise Refused(N_("There is no recommendation “{id}” here. Nothing was changed."), id=recommendation)
    if not recommendation and not (text or "").strip():
        raise Refused(N_("There is no text to add. Nothing was changed."))
    made = pen.create(
        Paragraph,
        document=head.id,
        parent=under,
        role="recommendation" if recommendation else role,
        text=None if recommendation else text,
        language=None if recommendation else (language or head.language or "en"),
        recommendation=recommendation,
        sensitivity=sensitivity,
        position=_place(pen, before),
    )
    return {"id": made}


def add_missing_recommendations(pen: Pen, under: str | None = None) -> dict[str, list[str]]:
    """Add every recommendation that stands and that the document does not print yet, in their order.

    Those that were joined or split are printed by what stands in their place.
    """
    printed = {one.recommendation for one in pen.read.every(Paragraph)}
    missing = [one for one in current_recommendations(pen.read) if one.id not in printed and belongs_in_document(one)]
    return {"ids": [add_paragraph(pen, recommendation=one.id, under=under)["id"] for one in missing]}


def move_paragraph(pen: Pen, id: str, under: str | None = None, before: str | None = None) -> dict[str, str]:  # noqa: A002 - the record's own word
    """Move a paragraph with all that stands under it: under another one or none, before one of those or last."""
    if pen.read.get(Paragraph, id) is None:
        raise Refused(N_("There is no paragraph “{id}” here. Nothing was changed."), id=id)
    above, seen = under, set()
    while above and above not in seen:  # two desks may have put two paragraphs under each other
        if above == id:
            raise Refused(N_("A paragraph cannot stand under itself. Nothing was changed."))
        held = pen.read.get(Paragraph, above)
        if held is None:
            raise Refused(N_("There is no paragraph “{id}” here. Nothing was changed."), id=above)
        seen.add(above)
        above = held.parent
    pen.change(Paragraph, id, parent=under)
    move(pen, id, before)
    return {"id": id}


def add_council_item(pen: Pen, number: int, title: str | None = None) -> dict[str, str]:
    """Name an item of the Council's agenda under which the document is submitted."""
    head = document(pen.read)
    if head is None:
        raise Refused(N_("There is no outcome document yet. Nothing was changed; please compose it first."))
    return {"id": pen.create(DocumentAgendaItem, document=head.id, number=number, title=title)}


def _class_of(held: Material, one: Planned) -> str | None:
    """Say of a paragraph of our own, or of what is public now, that it is; another is as strict as its source."""
    is_ours = one.role == "heading" or (one.note is None and not one.recommendation)
    return SENSITIVITY[0] if is_ours or (one.note and held.classes.of(one.note) == SENSITIVITY[0]) else None


def _place(pen: Pen, before: str | None) -> str | None:
    if before is None:
        return next_position(pen.read, Paragraph)
    keys = [one.position or "" for one in pen.read.every(Paragraph)]
    target = pen.read.get(Paragraph, before)
    if target is None or not target.position:
        return next_position(pen.read, Paragraph)
    lower = [key for key in keys if key < target.position]
    return between(max(lower, default=None), target.position)


COMMANDS = (
    *REPORT,
    *VALIDATING,
    Command("compose-outcome", N_("Compose outcome document"), compose_outcome),
    Command("add-paragraph", N_("Add paragraph"), add_paragraph),
    Command("move-paragraph", N_("Move paragraph"), move_paragraph),
    Command("add-missing-recommendations", N_("Add missing recommendations"), add_missing_recommendations),
    *FOLLOWING,
    Command("add-council-item", N_("Add agenda item of the Council"), add_council_item),
)
