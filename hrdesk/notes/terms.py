"""The shipped terms that a note or a recommendation may be tagged with, read from ``resources/vocabularies``.

A shipped term has a fixed id that follows from scheme and key and never from its words, so that a word may be put
right in a later version and every desk still makes the same tag, whatever its language. A desk's own words stand
beside them.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from hrdesk.language import SOURCE_LANGUAGE
from hrdesk.language.folding import fold
from hrdesk.paths import resources_folder
from hrdesk.records.ids import tag_id

BODY, FREE = "body", "free"
"""The schemes of the bodies a note names, and of words that belong to no vocabulary."""

FILES: Mapping[str, str] = MappingProxyType({"theme": "themes", "group": "groups", "sdg": "sdg"})
"""The scheme of tags and the file of its terms."""


@dataclass(frozen=True)
class Term:
    """A shipped term: the id of its tag, the name its tag is kept under, and its words by language."""

    tag: str
    scheme: str
    key: str
    words: Mapping[str, str]
    other_words: tuple[str, ...] = ()

    def word(self, language: str) -> str:
        """Give its word in a language, in English where there is none."""
        return self.words.get(language) or self.words[SOURCE_LANGUAGE]


@cache
def terms(scheme: str) -> tuple[Term, ...]:
    """Give the shipped terms of a scheme in their order; none for a scheme that has no file."""
    if scheme not in FILES:
        return ()
    return tuple(
        Term(
            tag_id(scheme, told["key"]),
            scheme,
            told["key"],
            told["words"],
            tuple(told.get("other_words", ())),
        )
        for told in read_vocabulary(FILES[scheme])["terms"]
    )


def term_of(tag: str) -> Term | None:
    """Give the shipped term whose tag has this id."""
    return _by_tag().get(tag)


def term_called(scheme: str, name: str) -> Term | None:
    """Give the shipped term of a scheme that is called so in any of the six languages, or by its key."""
    return _by_word(scheme).get(fold(name))


def words_like(name: str) -> str:
    """Give the words in every language of the shipped terms that are kept under a name; else the name itself."""
    found = [term for scheme in FILES if (term := term_called(scheme, name)) is not None and term.key == name]
    return " ".join((name, *(word for term in found for word in term.words.values())))


@cache
def read_vocabulary(name: str) -> Any:
    """Read a shipped vocabulary by the name of its file."""
    return json.loads((resources_folder() / "vocabularies" / f"{name}.json").read_text("utf-8"))


@cache
def _by_tag() -> Mapping[str, Term]:
    return {term.tag: term for scheme in FILES for term in terms(scheme)}


@cache
def _by_word(scheme: str) -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for term in terms(scheme):
        for word in (term.key, *term.words.values(), *term.other_words):
            found.setdefault(fold(word), term)
    return found
