"""Which recommendations may say the same: weighted overlap of words, of what they ask for, and of bodies.

Words are compared as stems of their language, and weigh the more the fewer recommendations hold them. Texts are
compared in every language in which both stand, as written or translated, and the best comparison counts. Only
candidates are found here: a person decides.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from hrdesk.language.analysis import analyse
from hrdesk.language.folding import fold
from hrdesk.recommendations.rules.actions import actions
from hrdesk.recommendations.rules.function_words import function_words

ENOUGH = 20
"""Hundredths of likeness from which two are shown to a person (how it was found: tests/benchmarks/alike.md)."""

_PART = 0.85
"""What the best pair of single actions counts for, beside the whole texts."""

_BODIES = 0.12
"""What bodies that both address add at most; alone they make nothing alike."""

_FEWEST = 4
"""Words that an action must have to be compared by itself."""

_MOST_COMMON = 0.5
"""A word in more than this part of the texts brings no two together (it still counts between those that meet)."""

_DISTANT = 0.05
"""Below this whole texts have so little in common that their actions are not compared."""

_SMALL = 12
"""Up to so many texts every two are compared."""


@dataclass(frozen=True)
class Subject:
    """A recommendation as it is compared: its texts by language, and the bodies it addresses, by name."""

    id: str
    texts: Mapping[str, str]
    bodies: tuple[str, ...] = ()


@dataclass(frozen=True)
class Likeness:
    """Two recommendations that may say the same, how alike in hundredths, and in which language that was seen."""

    first: str
    second: str
    hundredths: int
    language: str
    shared: tuple[str, ...] = ()


@dataclass
class _Texts:
    """All texts of one language: the terms of each, whole and by action, and the weight of every term."""

    whole: dict[str, "_Weighed"] = field(default_factory=dict)
    parts: dict[str, tuple["_Weighed", ...]] = field(default_factory=dict)
    weights: dict[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class _Weighed:
    """The terms of a text or an action, and the length of their weights as a vector."""

    terms: frozenset[str]
    length: float


def alike(
    subjects: Sequence[Subject], apart: Iterable[frozenset[str]] = (), enough: int = ENOUGH
) -> tuple[Likeness, ...]:
    """Give the pairs that may say the same, the likeliest first, without those that a person keeps ``apart``."""
    bodies = {one.id: frozenset(filter(None, (fold(name) for name in one.bodies))) for one in subjects}
    kept_apart = frozenset(apart)
    best: dict[frozenset[str], Likeness] = {}
    for language in sorted({language for one in subjects for language in one.texts}):
        texts = _read({one.id: one.texts[language] for one in subjects if language in one.texts}, language)
        for first, second in _meeting(texts):
            pair = frozenset((first, second))
            if pair in kept_apart:
                continue
            told = _compared(texts, bodies, first, second)
            if told >= enough and (pair not in best or best[pair].hundredths < told):
                best[pair] = Likeness(first, second, told, language, _shared(texts, first, second))
    return tuple(sorted(best.values(), key=lambda one: (-one.hundredths, one.first, one.second)))


def terms_of(text: str, language: str) -> frozenset[str]:
    """Give what a text is compared by: the stems of its words, of Chinese the pairs of characters."""
    exact, found = analyse(text, language)
    pairs = (word for word in exact.split() if len(word) == 2 and not word.isascii() and _is_han(word))
    figures = (word for word in exact.split() if word.isdigit())
    return frozenset((*found.split(), *pairs, *figures)) - function_words(language)


def _is_han(word: str) -> bool:
    return all("\u3400" <= letter <= "\u9fff" for letter in word)


def _read(told: Mapping[str, str], language: str) -> _Texts:
    whole = {record: terms_of(text, language) for record, text in told.items()}
    counts = Counter(term for terms in whole.values() for term in terms)
    texts = _Texts(weights={term: log(1 + (len(whole) + 1) / (count + 0.5)) for term, count in counts.items()})
    for record, text in told.items():
        texts.whole[record] = _weighed(whole[record], texts.weights)
        parts = actions(text)
        found = (terms_of(part, language) for part in parts) if len(parts) > 1 else ()
        texts.parts[record] = tuple(_weighed(one, texts.weights) for one in found if len(one) >= _FEWEST)
    return texts


def _weighed(terms: frozenset[str], weights: Mapping[str, float]) -> _Weighed:
    # A part may hold what the whole does not: cutting changes what a word is folded with.
    return _Weighed(terms, sqrt(_square(terms, weights)))


def _meeting(texts: _Texts) -> list[tuple[str, str]]:
    """Give the pairs that share a word which is not in nearly all texts; of a few texts all pairs."""
    records = list(texts.whole)
    if len(records) <= _SMALL:
        return [(one, other) for place, one in enumerate(records) for other in records[place + 1 :]]
    places = {record: place for place, record in enumerate(records)}
    holding: dict[str, list[str]] = defaultdict(list)
    for record, one in texts.whole.items():
        for term in one.terms:
            holding[term].append(record)
    shared: Counter[tuple[str, str]] = Counter()
    for held in holding.values():
        if len(held) <= max(_MOST_COMMON * len(records), 2):
            shared.update((one, other) for place, one in enumerate(held) for other in held[place + 1 :])
    met = (pair for pair, count in shared.items() if count > 1)
    return sorted(met, key=lambda pair: (places[pair[0]], places[pair[1]]))


def _compared(texts: _Texts, bodies: Mapping[str, frozenset[str]], first: str, second: str) -> int:
    one, other = texts.whole[first], texts.whole[second]
    told = _cosine(one, other, texts.weights)
    if told < _DISTANT:
        return round(100 * told)
    for part in texts.parts[first] or (one,):
        for other_part in texts.parts[second] or (other,):
            told = max(told, _PART * _cosine(part, other_part, texts.weights))
    mine, theirs = bodies[first], bodies[second]
    if mine and theirs:
        told += _BODIES * told * len(mine & theirs) / len(mine | theirs)
    return round(100 * min(told, 1))


def _cosine(one: _Weighed, other: _Weighed, weights: Mapping[str, float]) -> float:
    common = one.terms & other.terms
    return _square(common, weights) / (one.length * other.length) if common and one.length and other.length else 0.0


def _square(terms: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(term, 0) ** 2 for term in sorted(terms))


def _shared(texts: _Texts, first: str, second: str) -> tuple[str, ...]:
    """Give the stems both hold, the rarest first."""
    common = texts.whole[first].terms & texts.whole[second].terms
    return tuple(sorted(common, key=lambda term: (-texts.weights[term], term)))
