"""What a person can do to negotiate a text: open it, reword it, put alternatives beside it, settle its brackets.

No text that ever stood is lost: what is replaced stays as a version, what was not chosen stays with its outcome.
"""

from hrdesk.agenda.keeping_versions import DECIDED
from hrdesk.agenda.queries import next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.recommendations.adopting import record_status
from hrdesk.recommendations.amending import COMMANDS as AMENDING
from hrdesk.recommendations.drafting import COMMANDS as DRAFTING
from hrdesk.recommendations.negotiated import (
    PROPOSED,
    class_of_now,
    delegation_of,
    is_open,
    language_of,
    negotiate,
    open_alternatives,
    open_one,
    put_text,
    recommendation_of,
    words_of,
)
from hrdesk.recommendations.rules.brackets import places, settled
from hrdesk.records import Alternative, Recommendation
from hrdesk.store.pen import Pen

_OPEN = ""
"""The choice by which a place in brackets stays open."""


def open_negotiation(pen: Pen, recommendation: str) -> dict[str, str]:
    """Put a recommendation under negotiation; from now on every text that stood is kept.

    That what was noted or not adopted is open again is a decision as well.
    """
    held = open_one(pen, recommendation)
    if held.status == "under_negotiation":
        raise Refused(N_("The recommendation is already under negotiation. Nothing was changed."))
    pen.change(Recommendation, recommendation, status="under_negotiation")
    if held.status in DECIDED:
        record_status(pen, held, "decided", "under_negotiation")
    return {"id": recommendation}


def open_negotiation_several(pen: Pen, recommendations: list[str]) -> dict[str, list[str]]:
    """Put several recommendations under negotiation in one step; those already under negotiation stay as they are."""
    waiting = [one for one in recommendations if open_one(pen, one).status != "under_negotiation"]
    if not waiting:
        raise Refused(N_("All of these are already under negotiation. Nothing was changed."))
    return {"ids": [open_negotiation(pen, one)["id"] for one in waiting]}


def reword(
    pen: Pen, recommendation: str, text: str, language: str | None = None, cause: str = "reworded"
) -> dict[str, str]:
    """Replace the text of a recommendation; what stood is kept as a version."""
    held = open_one(pen, recommendation)
    words, spoken = words_of(text), language_of(language, held)
    if (words, spoken) == (held.text, held.language):
        raise Refused(N_("The text reads so already. Nothing was changed."))
    put_text(pen, held, words, spoken, cause)
    return {"id": recommendation}


def propose_alternative(
    pen: Pen,
    recommendation: str,
    text: str,
    language: str | None = None,
    delegation: str | None = None,
    proposed_by: str | None = None,
) -> dict[str, str]:
    """Put another wording beside a text, in square brackets, until one of them is chosen."""
    held = open_one(pen, recommendation)
    words, spoken = words_of(text), language_of(language, held)
    sender = delegation_of(pen, delegation)
    standing = [held.text, *(one.text for one in open_alternatives(pen, recommendation))]
    if words in standing:
        raise Refused(N_("This wording stands there already. Nothing was changed."))
    negotiate(pen, held)
    made = pen.create(
        Alternative,
        recommendation=recommendation,
        text=words,
        language=spoken,
        delegation=sender,
        proposed_by=(proposed_by or "").strip() or None,
        outcome=PROPOSED,
        sensitivity=class_of_now(pen, recommendation),
        position=next_position(pen.read, Alternative),
    )
    return {"id": made}


def withdraw_alternative(pen: Pen, alternative: str) -> dict[str, str]:
    """Take an alternative back in the name of whoever proposed it; it stays in the trail."""
    held = _open_alternative(pen, alternative)
    _close(pen, held, "withdrawn")
    return {"id": alternative}


def choose_alternative(pen: Pen, recommendation: str, alternative: str | None = None) -> dict[str, str]:
    """Agree on one of the alternatives, or on the text itself when none is named; the brackets go."""
    held = open_one(pen, recommendation)
    others = open_alternatives(pen, recommendation)
    chosen = next((one for one in others if one.id == alternative), None)
    if not others or (alternative is not None and chosen is None):
        raise Refused(N_("There is no such alternative of this text. Nothing was changed; please look again."))
    words = words_of(chosen.text or "") if chosen is not None else ""
    for one in others:
        _close(pen, one, "applied" if one is chosen else "rejected")
    if chosen is not None:
        put_text(pen, held, words, chosen.language, "alternative", chosen.id)
    return {"id": recommendation}


def settle_brackets(pen: Pen, recommendation: str, choices: list[str]) -> dict[str, str]:
    """Settle the square brackets inside a text, one choice for each open place.

    A choice is the number of the option that stays, "0" where none does, and nothing where the place stays open.
    """
    held = open_one(pen, recommendation)
    text = held.text or ""
    if not places(text):
        raise Refused(N_("There are no square brackets in this text. Nothing was changed."))
    new = settled(text, [_choice(one) for one in choices])
    if new == text:
        raise Refused(N_("No choice was made. Nothing was changed."))
    put_text(pen, held, words_of(new), held.language, "brackets")
    return {"id": recommendation}


def _choice(told: str) -> int | None:
    if told.strip() == _OPEN:
        return None
    if not (told.isascii() and told.isdigit()):
        raise Refused(N_("“{choice}” is no number of an option. Nothing was changed."), choice=told)
    return int(told[:9])


def _close(pen: Pen, held: Alternative, outcome: str) -> None:
    pen.change(Alternative, held.id, outcome=outcome, decided_at=pen.now)


def _open_alternative(pen: Pen, alternative: str) -> Alternative:
    held = pen.read.get(Alternative, alternative)
    if held is None or not is_open(held.outcome):
        raise Refused(N_("There is no such alternative of this text. Nothing was changed; please look again."))
    if held.recommendation:
        recommendation_of(pen, held.recommendation)
    return held


COMMANDS = (
    Command("open-negotiation", N_("Open negotiation"), open_negotiation),
    Command("open-negotiation-several", N_("Open negotiation of several"), open_negotiation_several),
    Command("reword", N_("Reword"), reword),
    Command("propose-alternative", N_("Propose alternative"), propose_alternative),
    Command("withdraw-alternative", N_("Withdraw alternative"), withdraw_alternative),
    Command("choose-alternative", N_("Choose alternative"), choose_alternative),
    Command("settle-brackets", N_("Settle brackets"), settle_brackets),
    *AMENDING,
    *DRAFTING,
)
