"""The vocabularies of recommendations that are shipped: words of strength, and areas of cooperation.

Terms to tag with stand in ``notes.terms``.
"""

from collections.abc import Mapping
from functools import cache

from hrdesk.language import SOURCE_LANGUAGE
from hrdesk.notes.terms import Term, read_vocabulary
from hrdesk.recommendations.rules.strengths import Found, StrengthWords, find_strength, read_words

_WITHOUT_BLANKS = frozenset({"zh"})


@cache
def strength_words() -> Mapping[str, StrengthWords]:
    """Give the words of strength by language."""
    told = read_vocabulary("strengths")["languages"]
    return {one: read_words(words, has_words=one not in _WITHOUT_BLANKS) for one, words in told.items()}


def strength_of(text: str | None, language: str | None) -> Found | None:
    """Find how strongly a text is worded; in a language nobody told, as in English."""
    words = strength_words()
    return find_strength(text or "", words.get(language or "", words[SOURCE_LANGUAGE]))


@cache
def areas() -> tuple[Term, ...]:
    """Give the areas of cooperation with their words; they are values of a field, and no tags."""
    return tuple(Term("", "area", told["key"], told["words"]) for told in read_vocabulary("areas")["terms"])
