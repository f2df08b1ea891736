"""What a person can do to close a negotiation: adopt by consensus or ad referendum, note, not adopt, open again.

Who decided how on which exact words is kept: an adopted text changes only by a new decision that everybody sees.
"""

from hrdesk.agenda.keeping_versions import keep_adopted_texts
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.recommendations.negotiated import open_alternatives, recommendation_of
from hrdesk.recommendations.queries import superseded
from hrdesk.recommendations.rules.brackets import has_brackets
from hrdesk.recommendations.rules.exact import exact_hash
from hrdesk.records import Decision, Recommendation, Validation
from hrdesk.records.protection import ADOPTED, adopted_way, is_adopted
from hrdesk.records.recommendation import WAYS_OF_ADOPTION
from hrdesk.store.pen import Pen

_STATUS = {way: status for status, way in ADOPTED.items()}


def adopt(pen: Pen, recommendation: str, way: str = "consensus", validated_by: str | None = None) -> dict[str, str]:
    """Adopt a recommendation: the exact text and its language are kept as adopted, and documents print that.

    ``way`` is "consensus", or "ad_referendum" where those present have still to ask at home.
    """
    held = recommendation_of(pen, recommendation)
    if way not in WAYS_OF_ADOPTION:
        raise Refused(N_("A text is adopted by consensus or ad referendum. Nothing was changed."))
    if is_adopted(held):
        raise Refused(N_("The recommendation is already adopted. Nothing was changed."))
    if not held.text:
        raise Refused(N_("There is no text to adopt yet. Nothing was changed."))
    if recommendation in superseded(pen.read):
        raise Refused(
            N_("This was already joined or split. Nothing was changed; please take what was made from it instead.")
        )
    if open_alternatives(pen, recommendation):
        raise Refused(
            N_("Alternatives of this text are still open. Nothing was changed; please choose one, or the text itself.")
        )
    if has_brackets(held.text):
        raise Refused(N_("There are still square brackets in this text. Nothing was changed; please settle them."))
    pen.change(
        Recommendation,
        recommendation,
        status=_STATUS[way],
        adopted_text=held.text,
        adopted_language=held.language,
        adopted_at=pen.now,
        adopted_way=None if way == WAYS_OF_ADOPTION[0] else way,
    )
    record_status(pen, held, "adopted", _STATUS[way])
    record_validation(pen, recommendation, way, exact_hash(held.text), held.language, validated_by)
    return {"id": recommendation}


def adopt_several(
    pen: Pen, recommendations: list[str], way: str = "consensus", validated_by: str | None = None
) -> dict[str, list[str]]:
    """Adopt several recommendations in one step; those already adopted stay as they are."""
    open_ones = [one for one in recommendations if not is_adopted(recommendation_of(pen, one))]
    if not open_ones:
        raise Refused(N_("All of these are already adopted. Nothing was changed."))
    return {"ids": [adopt(pen, one, way, validated_by)["id"] for one in open_ones]}


def confirm_ad_referendum(pen: Pen, recommendation: str, validated_by: str | None = None) -> dict[str, str]:
    """Confirm what was adopted ad referendum: the same words are adopted by consensus from now on."""
    held = recommendation_of(pen, recommendation)
    if adopted_way(held) != WAYS_OF_ADOPTION[1]:
        raise Refused(N_("The recommendation was not adopted ad referendum. Nothing was changed."))
    text, language = held.adopted_text or held.text, held.adopted_language or held.language
    keep_adopted_texts(pen, held, text)
    pen.change(
        Recommendation,
        recommendation,
        status="adopted",
        adopted_text=text,
        adopted_language=language,
        adopted_at=held.adopted_at or pen.now,
        adopted_way=None,
    )
    record_status(pen, held, "adopted", "adopted")
    record_validation(pen, recommendation, WAYS_OF_ADOPTION[0], exact_hash(text), language, validated_by)
    return {"id": recommendation}


def note_recommendation(pen: Pen, recommendation: str, validated_by: str | None = None) -> dict[str, str]:
    """Take note of a recommendation without adopting it; brackets may remain."""
    return _close(pen, recommendation, "noted", validated_by)


def not_adopt(pen: Pen, recommendation: str, validated_by: str | None = None) -> dict[str, str]:
    """Decide not to adopt a recommendation; documents print it no more, and it stays on the desk."""
    return _close(pen, recommendation, "not_adopted", validated_by)


def note_several(pen: Pen, recommendations: list[str], validated_by: str | None = None) -> dict[str, list[str]]:
    """Take note of several recommendations in one step; those already noted stay as they are."""
    return _close_several(pen, recommendations, "noted", validated_by)


def not_adopt_several(pen: Pen, recommendations: list[str], validated_by: str | None = None) -> dict[str, list[str]]:
    """Decide not to adopt several recommendations, in one step; those already decided on so stay as they are."""
    return _close_several(pen, recommendations, "not_adopted", validated_by)


def reopen(pen: Pen, recommendation: str, reason: str) -> dict[str, str]:
    """Open an adopted recommendation again, by a new and visible decision."""
    held = recommendation_of(pen, recommendation)
    if not is_adopted(held):
        raise Refused(N_("The recommendation is not adopted. Nothing was changed."))
    if not reason.strip():
        raise Refused(N_("Opening an adopted text again needs a reason. Nothing was changed; please give one."))
    keep_adopted_texts(pen, held, None)
    pen.change(
        Recommendation,
        recommendation,
        status="under_negotiation",
        adopted_text=None,
        adopted_language=None,
        adopted_at=None,
        adopted_way=None,
    )
    record_status(pen, held, "adopted", "under_negotiation", reason)
    return {"id": recommendation}


def record_validation(
    pen: Pen, item: str, way: str, text_hash: str, language: str | None, validated_by: str | None = None
) -> str:
    """Keep who decided how on which exact words, and give the id of that."""
    return pen.create(
        Validation,
        pen.new_id(after=pen.read.greatest_id(Validation, item=item)),
        item=item,
        way=way,
        validated_by=(validated_by or "").strip() or None,
        text_hash=text_hash,
        language=language,
        at=pen.now,
    )


def _close(pen: Pen, recommendation: str, status: str, validated_by: str | None) -> dict[str, str]:
    held = recommendation_of(pen, recommendation)
    if is_adopted(held):
        raise Refused(
            N_("The text was adopted and stays as it is. Nothing was changed; please reopen the recommendation first.")
        )
    if held.status == status:
        raise Refused(N_("This was decided already. Nothing was changed."))
    pen.change(Recommendation, recommendation, status=status)
    record_status(pen, held, "decided", status)
    record_validation(pen, recommendation, status, exact_hash(held.text), held.language, validated_by)
    return {"id": recommendation}


def _close_several(pen: Pen, recommendations: list[str], status: str, validated_by: str | None) -> dict[str, list[str]]:
    waiting = [one for one in recommendations if recommendation_of(pen, one).status != status]
    if not waiting:
        raise Refused(N_("This was decided already. Nothing was changed."))
    return {"ids": [_close(pen, one, status, validated_by)["id"] for one in waiting]}


def record_status(pen: Pen, held: Recommendation, kind: str, after: str, reason: str | None = None) -> None:
    """Keep in the trail that it was decided on a recommendation, which stood as ``held`` until then."""
    before = _STATUS.get(adopted_way(held)) or held.status
    pen.create(
        Decision,
        item=held.id,
        decision_kind=kind,
        subject="status",
        before=before,
        after=after,
        reason=reason,
        at=pen.now,
    )


COMMANDS = (
    Command("adopt", N_("Adopt"), adopt),
    Command("adopt-several", N_("Adopt several"), adopt_several),
    Command("confirm-ad-referendum", N_("Confirm ad referendum"), confirm_ad_referendum),
    Command("note-recommendation", N_("Take note"), note_recommendation),
    Command("not-adopt", N_("Do not adopt"), not_adopt),
    Command("note-recommendation-several", N_("Take note of several"), note_several),
    Command("not-adopt-several", N_("Do not adopt several"), not_adopt_several),
    Command("reopen", N_("Reopen"), reopen),
)
