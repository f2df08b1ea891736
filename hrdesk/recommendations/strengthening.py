"""How strongly recommendations are worded: found in the text by itself, confirmed by a person in batches afterwards."""

from typing import Any

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.recommendations.vocabularies import strength_of
from hrdesk.records import Recommendation, Value
from hrdesk.records.recommendation import STRENGTHS
from hrdesk.store.pen import Pen


def finding(text: str | None, language: str | None) -> dict[str, Value]:
    """Give the fields that hold what was found in a text; nothing where no verb says how strong it is."""
    found = strength_of(text, language)
    if found is None:
        return {}
    return {"strength": found.strength, "strength_as_written": found.as_written, "strength_confirmed": False}


def find_strengths(pen: Pen, recommendations: list[str] | None = None) -> dict[str, list[str]]:
    """Look for the strength of recommendations that have none, those named or all; a person confirms them later."""
    wanted = None if recommendations is None else frozenset(recommendations)
    told = []
    for held in pen.read.every(Recommendation):
        if (wanted is not None and held.id not in wanted) or held.strength:
            continue
        found = finding(held.text, held.language)
        if found:
            pen.change(Recommendation, held.id, **found)
            told.append(held.id)
    return {"ids": told}


def confirm_strengths(pen: Pen, pairs: list[str]) -> dict[str, list[str]]:
    """Confirm how strongly recommendations are worded, each pair as “recommendation:strength”."""
    told = []
    for pair in pairs:
        record, _, strength = pair.rpartition(":")
        held = pen.read.get(Recommendation, record)
        if held is None or strength not in STRENGTHS:
            raise Refused(
                N_("“{pair}” is no recommendation and strength. Nothing was changed; please look again."), pair=pair
            )
        fields: dict[str, Any] = {"strength": strength, "strength_confirmed": True}
        found = strength_of(held.text, held.language)
        if found is not None and found.strength == strength:
            fields["strength_as_written"] = found.as_written
        pen.change(Recommendation, record, **fields)
        told.append(record)
    return {"ids": told}


COMMANDS = (
    Command("find-strengths", N_("Find strengths"), find_strengths),
    Command("confirm-strengths", N_("Confirm strengths"), confirm_strengths),
)
