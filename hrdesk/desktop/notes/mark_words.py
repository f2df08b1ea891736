"""The words that marks may mean: shipped terms and tags in use, bodies, delegations; found by a few letters."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from hrdesk.language.folding import fold
from hrdesk.language.interface import current
from hrdesk.notes.queries import BodyNames, bodies_in_use, words_in_use
from hrdesk.notes.terms import FILES, FREE, Term, term_of, terms
from hrdesk.records import Tag
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import is_own
from hrdesk.records.ids import tag_id
from hrdesk.store.reading import Reader

MOST = 6
"""Words offered at once."""

FIRST_EAST_ASIAN = "\u2e80"
"""From here on signs are words without blanks between them."""


@dataclass(frozen=True)
class Offer:
    """One word: of which mark, what is kept of it, and the folded names under which it is found."""

    kind: str
    told: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class MarkWords:
    """All words of a desk. A tag is told as "scheme:name", a body by the name that is kept.

    ``silent`` are words that are understood and offered to nobody: those of what the hall may not see.
    """

    offers: tuple[Offer, ...] = ()
    silent: tuple[Offer, ...] = ()

    def like(self, kind: str, typed: str) -> list[Offer]:
        """Give the words in which every typed word begins a word, those that begin with the first one in front."""
        words = fold(typed).split()
        if not words:
            return []
        found: list[tuple[bool, Offer]] = []
        for offer in self.offers:
            fitting = [name for name in offer.names if _fits(name, words)] if offer.kind == kind else []
            if fitting:
                found.append((not any(name.startswith(words[0]) for name in fitting), offer))
        return [offer for _rank, offer in sorted(found, key=lambda one: one[0])][:MOST]

    def tag(self, name: str) -> str:
        """Give a tag as it is told: a known one under any of its names, else a free word."""
        return self._names.get(("tag", fold(name))) or f"{FREE}:{name}"

    def body(self, name: str) -> str | None:
        """Give the name that is kept of a body; None for one that nobody knows."""
        return self._names.get(("body", fold(name)))

    def is_body(self, name: str) -> bool:
        """Tell whether a body is known under a name."""
        return self.body(name) is not None

    @cached_property
    def _names(self) -> dict[tuple[str, str], str]:
        found: dict[tuple[str, str], str] = {}
        for offer in (*self.offers, *self.silent):
            for name in offer.names:
                found.setdefault((offer.kind, name), offer.told)
        return found


def read_mark_words(reader: Reader, audience: str = SENSITIVITY[-1]) -> MarkWords:
    """Read the words of a desk: those in use first, then the shipped terms; others are offered what they may see."""
    known = mark_words(words_in_use(reader), bodies_in_use(reader))
    if is_own(audience):
        return known
    offered = mark_words(words_in_use(reader, audience), bodies_in_use(reader, audience)).offers
    return MarkWords(offered, tuple(one for one in known.offers if one not in offered))


def mark_words(tags: Sequence[Tag], bodies: Sequence[BodyNames]) -> MarkWords:
    """Give the words for marks, the shipped terms among them."""
    offers: dict[str, Offer] = {}
    for tag in tags:
        term = term_of(tag_id(tag.scheme or FREE, tag.name or ""))
        offer = _of_term(term) if term else _offer("tag", f"{tag.scheme}:{tag.name}", [tag.name or ""])
        offers[offer.told] = offer
    for shipped in (term for scheme in FILES for term in terms(scheme)):
        offers.setdefault(f"{shipped.scheme}:{shipped.key}", _of_term(shipped))
    named = [_offer("body", body.name, [body.name, *body.others]) for body in bodies]
    return MarkWords((*offers.values(), *named))


def tag_word(told: str) -> str:
    """Give the word of a tag in the language of the window: that of the shipped term, or the tag's own name."""
    scheme, _, name = told.partition(":")
    term = term_of(tag_id(scheme, name))
    return term.word(current().language) if term else name


def _of_term(term: Term) -> Offer:
    return _offer("tag", f"{term.scheme}:{term.key}", [term.key, *term.words.values(), *term.other_words])


def _offer(kind: str, told: str, names: Sequence[str]) -> Offer:
    return Offer(kind, told, tuple(dict.fromkeys(fold(name) for name in names if name)))


def _fits(name: str, words: Sequence[str]) -> bool:
    """Tell whether each word begins a word of a name, behind the Arabic article too; Chinese runs without blanks."""
    parts = name.split()
    return all(
        any(part.startswith((word, f"ال{word}")) or (word > FIRST_EAST_ASIAN and word in part) for part in parts)
        for word in words
    )
