"""Taking in what a returned draft proposes: the chosen changes become amendments, new paragraphs recommendations."""

from typing import Any

from hrdesk.agenda.participants.vocabulary import ensure
from hrdesk.agenda.queries import consultation, next_position
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.recommendations.negotiated import PROPOSED, class_of_now, negotiate, recommendation_of, words_of
from hrdesk.recommendations.rules.anchors import change_id
from hrdesk.records import Amendment, Recommendation
from hrdesk.records.classes import UNSAID_SENSITIVITY
from hrdesk.records.negotiation import AMENDMENT_KINDS
from hrdesk.records.protection import is_adopted
from hrdesk.store.pen import Pen

FIELDS = ("kind", "recommendation", "base", "text", "language", "author", "delegation", "at", "origin")
"""What is told of one change; all of it text, and nothing where it is not known."""

NEW = "new"


def take_returned_draft(pen: Pen, changes: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Take in what was chosen of a returned draft: amendments, comments and new recommendations, in one step."""
    if not changes:
        raise Refused(N_("Nothing was chosen. Nothing was taken in."))
    made = [_take(pen, _checked(change)) for change in changes]
    fresh = [one for one in made if one]
    if not fresh:
        raise Refused(N_("All of this was taken in before. Nothing was changed."))
    return {"ids": fresh}


def _take(pen: Pen, change: dict[str, str]) -> str:
    """Write one change, or give nothing where it stands here already."""
    made = change_id(change["kind"], change["recommendation"], change["base"], change["text"], change["author"])
    noun = Recommendation if change["kind"] == NEW else Amendment
    if pen.read.get(noun, made) is not None:
        return ""
    if change["kind"] == NEW:
        return _new_recommendation(pen, made, change)
    held = recommendation_of(pen, change["recommendation"])
    if change["kind"] == "text" and not is_adopted(held):
        negotiate(pen, held)
    return _amendment(pen, made, held.id, change, PROPOSED)


def _new_recommendation(pen: Pen, made: str, change: dict[str, str]) -> str:
    """Write a recommendation that is proposed, with who proposed it; restricted until a person classes it."""
    held = consultation(pen.read)
    pen.create(
        Recommendation,
        made,
        consultation=held.id if held else None,
        text=words_of(change["text"]),
        language=change["language"] or None,
        status="proposed",
        origin=change["origin"] or None,
        sensitivity=UNSAID_SENSITIVITY,
        position=next_position(pen.read, Recommendation),
    )
    if change["author"] or change["delegation"]:
        _amendment(pen, change_id("text", made, "", change["text"], change["author"]), made, change, "applied")
    return made


def _amendment(pen: Pen, made: str, recommendation: str, change: dict[str, str], outcome: str) -> str:
    """Write an amendment; one without a text would strike what it is proposed to."""
    return pen.create(
        Amendment,
        made,
        recommendation=recommendation,
        amendment_kind="comment" if change["kind"] == "comment" else "text",
        text=change["text"] or None,
        language=change["language"] or None,
        base=change["base"] or None,
        delegation=ensure(pen, change["delegation"]) if change["delegation"] else None,
        proposed_by=None if change["delegation"] else change["author"] or None,
        origin=change["origin"] or None,
        outcome=outcome,
        sensitivity=class_of_now(pen, recommendation),
        at=change["at"] or pen.now,
        position=next_position(pen.read, Amendment),
    )


def _checked(change: dict[str, Any]) -> dict[str, str]:
    """Give the fields of a change as text; Refused where one is missing or strange."""
    told = {name: change.get(name) or "" for name in FIELDS}
    is_whole = set(change) <= set(FIELDS) and all(isinstance(value, str) for value in told.values())
    kinds = (*AMENDMENT_KINDS, NEW)
    if not is_whole or told["kind"] not in kinds or told["language"] not in ("", *LANGUAGES):
        raise Refused(N_("This is no change of a returned draft. Nothing was taken in; read the file again."))
    return told


COMMANDS = (Command("take-returned-draft", N_("Take in returned draft"), take_returned_draft),)
"""Joined to those of the room."""
