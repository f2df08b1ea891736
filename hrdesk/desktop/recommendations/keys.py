"""The table of what can be done in the room of recommendations, each with its key: menus, finder, sheet of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hrdesk.desktop.recommendations.told_keys import TOLD_KEYS
from hrdesk.desktop.shell.action import Action
from hrdesk.language import N_

if TYPE_CHECKING:
    from hrdesk.desktop.recommendations.doing import Doing
    from hrdesk.desktop.recommendations.waiting import Waiting

NEGOTIATION, ADOPTION, READING = N_("Negotiation"), N_("Adoption"), N_("Read out in the hall")
"""Menus within that of the room: all in one row would be higher than a screen."""


def actions(doing: Doing, waiting: Waiting) -> list[Action]:
    """Make the table. No key is one that a line of text needs, none is on the number pad."""
    read_out = doing.read_out
    return [
        Action("recommendations.find", N_("Find recommendations"), "Ctrl+F", doing.find),
        Action("recommendations.other_side", N_("Between the list and the text"), "F6", doing.go_across),
        Action("recommendations.word", N_("Edit the text"), "F2", doing.edit_text),
        Action("recommendations.tag", N_("Add a tag"), "Ctrl+T", doing.add_tag),
        Action("recommendations.address", N_("Add an addressee"), "Ctrl+Shift+A", doing.add_addressee),
        Action("recommendations.trail", N_("Notes it was made from"), "Ctrl+I", doing.show_trail),
        Action("recommendations.strengths", N_("Confirm strengths"), "Ctrl+Shift+S", waiting.open_strengths),
        Action("recommendations.alike", N_("Compare what may be alike"), "Ctrl+J", waiting.open_alike),
        Action("recommendations.join", N_("Join what is selected"), "Ctrl+Shift+J", doing.join),
        Action("recommendations.split", N_("Split into its actions"), "Ctrl+Shift+X", doing.split),
        doing.pen.action("recommendations"),
        Action(
            "recommendations.open",
            N_("Open the negotiation"),
            "Ctrl+Shift+N",
            doing.open_negotiation,
            under=NEGOTIATION,
        ),
        Action("recommendations.negotiation", N_("Negotiation"), "Ctrl+E", doing.show_negotiation, under=NEGOTIATION),
        Action("recommendations.amend", N_("Propose an amendment"), TOLD_KEYS["amend"], doing.amend, under=NEGOTIATION),
        Action(
            "recommendations.alternative",
            N_("Propose an alternative"),
            TOLD_KEYS["alternative"],
            doing.offer_alternative,
            under=NEGOTIATION,
        ),
        Action("recommendations.comment", N_("Note a comment"), TOLD_KEYS["comment"], doing.comment, under=NEGOTIATION),
        Action(
            "recommendations.reserve",
            N_("Record a reservation"),
            TOLD_KEYS["reserve"],
            doing.reserve,
            under=NEGOTIATION,
        ),
        Action("recommendations.adopt", N_("Adopt"), "Ctrl+Shift+D", doing.adopt, under=ADOPTION),
        Action(
            "recommendations.decide",
            N_("Adopt or decide otherwise…"),
            TOLD_KEYS["decide"],
            doing.decide,
            under=ADOPTION,
        ),
        Action("recommendations.reopen", N_("Open again"), "", doing.reopen, under=ADOPTION),
        Action("recommendations.wrap_up", N_("Wrap-up: suggestions and themes"), "Ctrl+Shift+U", waiting.open_wrap_up),
        Action("recommendations.words", N_("Vocabularies"), "Ctrl+Shift+Y", waiting.open_vocabulary),
        Action("recommendations.returned", N_("Returned draft (Word)…"), "Ctrl+Shift+K", waiting.open_returned),
        Action("recommendations.read_out", N_("Read out in the hall"), "F5", doing.show_to_the_hall, under=READING),
        Action("recommendations.read_next", N_("Read out the next one"), "Ctrl+PgDown", read_out.go_on, under=READING),
        Action(
            "recommendations.read_before", N_("Read out the one before"), "Ctrl+PgUp", read_out.go_back, under=READING
        ),
        Action(
            "recommendations.read_dark", N_("Darken what is read out"), "Ctrl+Shift+B", read_out.darken, under=READING
        ),
    ]
