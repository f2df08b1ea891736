"""Which headings can stand where: within an item of the agenda, in the title, as a question, before a list."""

import re

from hrdesk.agenda.concept_note.labels import OFFICERS

RUN_ON = re.compile(
    r"((?:dates? and venue|venue and dates?|dates? and time|dates?|when)\s?)[–-]?\s?(?=\d{1,2}\D|(?:mon"
    r"|tues|wednes|thurs|fri|satur|sun)day)",
    re.IGNORECASE,
)
"""A label and its value on one line with nothing between, as some extractions leave them."""

IN_ITEM = {
    "objectives",
    "questions",
    "subtopics",
    "possible_outcome",
    "outcome",
    "date",
    "theme",
    "background",
    *OFFICERS,
}
"""What an item of the agenda may have of its own."""

TITLES_OF_ITEMS = {
    "opening_statement",
    "speaker",
    "other",
    "lessons",
    "challenges",
    "practices",
    "background",
    "previous",
}
"""Headings that, numbered inside an agenda, are its items."""


ASKING = re.compile(r"(?:why|what|who|how|when|where|pourquoi|qui|comment|por qué)\b", re.IGNORECASE)
"""A heading put as a question."""

MINUTES_FIRST = re.compile(r"(?:\d{1,2}|[a-z-]+)\s(?:minutes?|mins?)\b", re.IGNORECASE)

SENTENCE_BEGUN = re.compile(r"\b(?:is|are|will|shall|aims|seeks|should|includes?|vise|a pour)\b", re.IGNORECASE)
"""A verb in a line with a colon: the beginning of a list and no heading."""


NO_TITLE = {"regional", "regional_one", "agenda", "theme", "title"}
"""What a title says as often as a heading does."""
