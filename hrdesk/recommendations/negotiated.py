"""What the commands of negotiation share: who may be negotiated on, in whose name, and the one road to a new text."""

from hrdesk.agenda.keeping_versions import NOT_NEGOTIATED, keep_version, opened_again
from hrdesk.agenda.participants.vocabulary import ensure
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.records import Alternative, Recommendation
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.protection import is_adopted
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes

PROPOSED = "proposed"
"""The outcome of what waits to be decided on; alternatives and amendments of older desks have none."""


def recommendation_of(pen: Pen, recommendation: str) -> Recommendation:
    """Give a living recommendation, or refuse."""
    held = pen.read.get(Recommendation, recommendation)
    if held is None:
        raise Refused(N_("There is no recommendation “{id}” here. Nothing was changed."), id=recommendation)
    return held


def open_one(pen: Pen, recommendation: str) -> Recommendation:
    """Give a recommendation whose text may still change, or refuse."""
    held = recommendation_of(pen, recommendation)
    if is_adopted(held):
        raise Refused(
            N_("The text was adopted and stays as it is. Nothing was changed; please reopen the recommendation first.")
        )
    return held


def negotiate(pen: Pen, held: Recommendation) -> None:
    """Let a recommendation be under negotiation that was only proposed; whatever was decided on it stays decided."""
    if held.status in NOT_NEGOTIATED:
        pen.change(Recommendation, held.id, status="under_negotiation")


def put_text(
    pen: Pen,
    held: Recommendation,
    text: str,
    language: str | None,
    replaced_by: str = "reworded",
    cause: str | None = None,
) -> None:
    """Let a text stand in the place of what stands, which is kept as a version; what was noted is negotiated again."""
    negotiate(pen, held)
    now = recommendation_of(pen, held.id)
    keep_version(pen, now, {"text": text}, replaced_by, cause, settles=True)
    told = {"text": text, "language": language or held.language}
    again = opened_again(now, told)
    if again:
        pen.change(Recommendation, held.id, **again)
    pen.settle(Recommendation, held.id, **told)


def words_of(text: str) -> str:
    """Give the words that were given, or refuse where there are none."""
    words = text.strip()
    if not words:
        raise Refused(N_("There is no text here. Nothing was changed; please write one."))
    return words


def language_of(language: str | None, held: Recommendation) -> str:
    """Give the language of a text about a recommendation, its own when none is said; refuse what is none of the six."""
    if language is not None and language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    return language or held.language or "en"


def delegation_of(pen: Pen, delegation: str | None) -> str | None:
    """Give the id of a delegation: of this desk, or of the shipped vocabulary, whose record is made when needed."""
    return ensure(pen, delegation) if delegation is not None else None


def class_of_now(pen: Pen, recommendation: str) -> str | None:
    """Give the class to keep with what is said on a text: "confidential" while that is, else it follows the text."""
    strictest = SENSITIVITY[-1]
    return strictest if read_classes(pen.read).of(recommendation) == strictest else None


def is_open(outcome: str | None) -> bool:
    """Tell whether an alternative or an amendment waits to be decided on."""
    return outcome in (None, "", PROPOSED)


def open_alternatives(pen: Pen, recommendation: str) -> list[Alternative]:
    """Give the alternatives of a text that nobody has decided on, in their order."""
    return [one for one in pen.read.every(Alternative, recommendation=recommendation) if is_open(one.outcome)]
