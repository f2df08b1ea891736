"""The words of tags as the window shows and offers them: shipped terms in its language, a desk's own as written."""

from collections.abc import Mapping, Sequence

from hrdesk.language.interface import current
from hrdesk.notes.terms import term_called, term_of, terms
from hrdesk.records import Tag
from hrdesk.records.recommendation import TAG_SCHEMES

SCHEMES = tuple(scheme for scheme in TAG_SCHEMES if scheme != "body")
"""Schemes that a recommendation is tagged with; the bodies of a note become addressees."""


def tag_word(tag: Tag) -> str:
    """Give the word of a tag in the language of the window."""
    term = term_of(tag.id)
    return term.word(current().language) if term else tag.name or ""


def offers(scheme: str, used: Mapping[str, Sequence[str]]) -> list[str]:
    """Give what is offered while a tag is typed: shipped terms in the window's language, then a desk's own words."""
    shipped = [term.word(current().language) for term in terms(scheme)]
    return [*shipped, *(word for word in used.get(scheme, ()) if term_called(scheme, word) is None)]
