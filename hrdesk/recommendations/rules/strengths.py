"""How strongly a text is worded, found by its verbs in six languages: a finding, which a person confirms afterwards.

A verb that reports ("it was recommended that … should …") counts before the verb in what is reported, but not where it
is governed itself ("should be encouraged"); the first sentence that has either counts before the others. What was not
agreed was not agreed: a reporting verb behind a negation is passed over. Where the words are:
``resources/vocabularies/strengths.json``.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hrdesk.language.folding import fold
from hrdesk.language.sentences import sentences
from hrdesk.records.recommendation import STRENGTHS

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670]+[^\W_]*)*")
_JOINED = ("و", "ف")
"""And, so: letters written together with an Arabic word."""

_BEFORE = 2
"""Words in front of a reporting verb among which a negation turns it."""

_BEFORE_HAN = 3
"""Characters, in Chinese."""

_BETWEEN = 2
"""Words, or Chinese characters, between "should" and the reporting verb it governs ("should also be invited to")."""


@dataclass(frozen=True)
class Found:
    """A strength, the words that say so as they stand in the text, and from where to where they stand."""

    strength: str
    as_written: str
    start: int
    end: int


@dataclass(frozen=True)
class StrengthWords:
    """The words of one language: phrases as folded words, with the strength they say; in Chinese as characters."""

    reports: tuple[tuple[tuple[str, ...], str], ...]
    modals: tuple[tuple[tuple[str, ...], str], ...]
    negations: frozenset[str]
    traps: tuple[tuple[str, ...], ...]
    has_words: bool = True


@dataclass(frozen=True)
class _Token:
    word: str
    start: int
    end: int


def read_words(told: Mapping[str, Any], *, has_words: bool = True) -> StrengthWords:
    """Read the words of one language out of the vocabulary; ``has_words`` is no for one written without blanks."""

    def phrases(table: Mapping[str, Sequence[str]]) -> tuple[tuple[tuple[str, ...], str], ...]:
        found = [(_phrase(words, has_words), strength) for strength, listed in table.items() for words in listed]
        return tuple(sorted(found, key=lambda one: -len(one[0])))

    return StrengthWords(
        phrases(told["reports"]),
        phrases(told["modals"]),
        frozenset(fold(one) for one in told["negations"]),
        tuple(_phrase(one, has_words) for one in told["traps"]),
        has_words,
    )


def find_strength(text: str, words: StrengthWords) -> Found | None:
    """Find how strongly ``text`` is worded; nothing where no verb says so."""
    start = 0
    for sentence in sentences(text):
        tokens = _tokens(sentence.text, start, words.has_words)
        found, governing = _first(tokens, words.reports, words), _first(tokens, words.modals, words)
        if found is None or (governing is not None and _governs(tokens, governing, found)):
            found = governing
        if found is not None:
            strength, begins, ends = found
            return Found(strength, text[begins:ends], begins, ends)
        start += len(sentence.text) + len(sentence.blank)
    return None


def weakest(strengths: Iterable[str | None]) -> str | None:
    """Give the weakest of some strengths; those that nobody told, or that a newer desk told, are passed over."""
    places = [STRENGTHS.index(one) for one in strengths if one in STRENGTHS]
    return STRENGTHS[max(places)] if places else None


def is_stronger(strength: str | None, than: str | None) -> bool:
    """Tell whether one strength is stronger than another; where either is not known, it is not."""
    return strength in STRENGTHS and than in STRENGTHS and STRENGTHS.index(strength) < STRENGTHS.index(than)


def _phrase(words: str, has_words: bool) -> tuple[str, ...]:
    return tuple(fold(words).split()) if has_words else tuple(words)


def _tokens(text: str, start: int, has_words: bool) -> list[_Token]:
    if not has_words:
        return [_Token(letter, start + at, start + at + 1) for at, letter in enumerate(text)]
    return [_Token(fold(one[0]), start + one.start(), start + one.end()) for one in _WORD.finditer(text)]


def _first(
    tokens: Sequence[_Token], phrases: Sequence[tuple[tuple[str, ...], str]], words: StrengthWords
) -> tuple[str, int, int] | None:
    trapped = {at + step for trap in words.traps for at in _places(tokens, trap) for step in range(len(trap))}
    is_report = phrases is words.reports
    for at in range(len(tokens)):
        for phrase, strength in phrases:
            if not _stands(tokens, at, phrase) or trapped.issuperset(range(at, at + len(phrase))):
                continue
            if is_report and _is_denied(tokens, at, len(phrase), words):
                continue
            return strength, tokens[at].start, tokens[at + len(phrase) - 1].end
    return None


def _governs(tokens: Sequence[_Token], modal: tuple[str, int, int], report: tuple[str, int, int]) -> bool:
    """Tell whether a modal verb stands close in front of a reporting one: "should be encouraged" is a "should"."""
    between = sum(1 for one in tokens if modal[2] <= one.start < report[1])
    return modal[2] <= report[1] and between <= _BETWEEN


def _places(tokens: Sequence[_Token], phrase: tuple[str, ...]) -> Iterator[int]:
    return (at for at in range(len(tokens)) if _stands(tokens, at, phrase))


def _stands(tokens: Sequence[_Token], at: int, phrase: tuple[str, ...]) -> bool:
    """Tell whether a phrase stands at a place; an Arabic one may have "and" or "so" grown to its first word."""
    if at + len(phrase) > len(tokens):
        return False
    first = tokens[at].word
    if first != phrase[0] and not (first[:1] in _JOINED and first[1:] == phrase[0]):
        return False
    return all(tokens[at + step].word == phrase[step] for step in range(1, len(phrase)))


def _is_denied(tokens: Sequence[_Token], at: int, size: int, words: StrengthWords) -> bool:
    """Tell whether a negation stands before or within a reporting verb."""
    if words.has_words:
        return any(one.word in words.negations for one in tokens[max(at - _BEFORE, 0) : at + size])
    before = "".join(one.word for one in tokens[max(at - _BEFORE_HAN, 0) : at])
    return any(before.endswith(one) for one in words.negations)
