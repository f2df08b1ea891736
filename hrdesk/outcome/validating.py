"""What a person can do to validate a text as it stands: who, when, how, and by which exact words."""

from hrdesk.agenda.commands import living
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.outcome.queries import material
from hrdesk.outcome.whole_text import document_texts, is_agreed
from hrdesk.recommendations.adopting import record_validation
from hrdesk.recommendations.negotiation_lines import standing_text
from hrdesk.recommendations.rules.exact import exact_hash
from hrdesk.records import Decision, OutcomeDocument, Recommendation
from hrdesk.records.protection import adopted_way
from hrdesk.records.recommendation import WAYS_OF_ADOPTION
from hrdesk.store.pen import Pen

_AGREED = (*WAYS_OF_ADOPTION, "validated")
"""The ways of deciding that leave nothing in brackets."""


def validate(pen: Pen, item: str, validated_by: str | None = None, way: str = "validated") -> dict[str, str]:
    """Validate the exact text of a recommendation, or of the outcome document as a whole.

    It changes no status: a recommendation is adopted, noted or not adopted by commands of their own. Of the document
    the texts count that it may print, in order; once one of them changes, the document says nothing of it any more.
    """
    held = living(pen, item)
    if isinstance(held, Recommendation):
        text = standing_text(held)
        if way in WAYS_OF_ADOPTION and way != adopted_way(held):
            raise Refused(N_("A recommendation is adopted by the command “adopt”. Nothing was changed."))
        digest = exact_hash(text) if text else ""
        language = held.adopted_language or held.language
    elif isinstance(held, OutcomeDocument):
        whole = material(pen.read)
        if way in _AGREED and not is_agreed(whole):
            raise Refused(
                N_("Some of the text is still in square brackets. Nothing was changed; please settle them first.")
            )
        texts = document_texts(whole)
        digest = exact_hash(*texts) if any(texts) else ""
        language = held.language
    else:
        raise Refused(N_("A {kind} is not validated. Nothing was changed."), kind=held.label)
    if not digest:
        raise Refused(N_("There is no text to validate yet. Nothing was changed."))
    made = record_validation(pen, item, way, digest, language, validated_by)
    pen.create(Decision, item=item, decision_kind="validated", subject="text", after=way, at=pen.now)
    return {"id": made, "text_hash": digest}


COMMANDS = (Command("validate", N_("Validate text"), validate),)
