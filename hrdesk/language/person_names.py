"""Finding the names of protected persons in texts: what is searched for, and how forgivingly.

A name that is missed can cost a life; a text that is held back without need costs a person one look. So a whole name
counts wherever it stands, also inside another word, and each telling word of it counts alone.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from unicodedata import normalize

from hrdesk.language.folding import fold

_TITLES = frozenset(
    "mr mrs ms miss dr prof professor sir madam mme mlle m sr sra srta don dona senor senora г н г жа господин госпожа"
    " de da di du la le el al ul ben y e i ter zu"
    " السيد السيده الدكتور الدكتوره الاستاذ الاستاذه 先生 女士 博士 教授"
    " and the of von van der den dos das del los las bin"
    " ibn abu abd bint umm speaker participant delegate delegation representative ngo civil society defender".split()
)
"""Words that stand in many names and beside them, and tell nothing alone; folded."""

_SHORTEST = 2
_SHORTEST_WORD = 3
_SHORTEST_INSIDE = 6
"""A single word shorter than this counts only as a whole word."""

_DENSE_PAIR = 4
"""Characters of a name of a family name and a given name of two each."""

_INFLECTED = re.compile("[\u0400-\u04ff\u0600-\u06ff]")
"""Russian names are declined at their end, and Arabic ones take prefixes and suffixes without a space."""

_NOTHING = re.compile("[\x00-\x08\x0e-\x1f\x7f\u115f\u1160\u3164\uffa0\ue000-\uf8ff\ufffe\uffff]")
"""Signs that show nothing, which a text may hold between two letters of a name: folding drops others of them."""

_BROKEN = re.compile("[-\u2010\u2011]\\s*\\n\\s*|[\u2010\u2011]")
"""A word that is broken at the end of a line, as texts out of pages are."""

_DOUBLE = re.compile(r"\w+(?:[-\u2010\u2011'\u2019]\w+)+")

_WITHOUT_SPACES = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


class Names:
    """The names of some persons, to be looked for; ``common`` are texts whose words tell nothing alone."""

    def __init__(self, names: Mapping[str, Iterable[str]], common: Iterable[str] = ()) -> None:
        self._names = {person: tuple(told) for person, told in names.items()}
        self._common = _TITLES.union(*(_words(text) for text in common))

    def __bool__(self) -> bool:
        """Tell whether there is anything to look for."""
        return self._pattern is not None

    def stand_in(self, text: str) -> bool:
        """Tell whether a name stands in ``text``."""
        if self._pattern is None or len(text) < _SHORTEST:
            return False
        plain = _NOTHING.sub("", text)
        told = {plain, _BROKEN.sub("", plain)}
        return any(map(self._pattern.search, map(fold, told))) or bool(self._short and self._short.search(plain))

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        told = sorted({one for names in self._names.values() for one in self._patterns_of(names)})
        return re.compile("|".join(told)) if told else None

    @cached_property
    def _short(self) -> re.Pattern[str] | None:
        told = sorted({one for names in self._names.values() for one in self._short_of(names)})
        return re.compile("|".join(told)) if told else None

    def _short_of(self, names: Iterable[str]) -> set[str]:
        """Give patterns for words of two letters, which count only where they begin with a capital."""
        words = {word for name in names for word in _words(name) if word not in self._common}
        return {
            rf"(?<!\w){word[0].upper()}(?:{word[1]}|{word[1].upper()})(?!\w)"
            for word in words
            if len(word) == _SHORTEST and word[0].upper() != word[0]
        }

    def _patterns_of(self, names: Iterable[str]) -> set[str]:
        found: set[str] = set()
        for name in names:
            words = _words(name)
            if _TITLES.issuperset(words):  # an office gives nobody away
                continue
            if len("".join(words)) >= _SHORTEST_INSIDE or _is_dense(name):
                found.add(r"\W*".join(re.escape(word) for word in words))  # Al-Saud is written Alsaud, too
            else:
                found.add(_as_word(words[0], r"\W+".join(re.escape(word) for word in words)))
            for double in _DOUBLE.findall(name):  # Jean-Luc is written Jeanluc, too
                parts = _words(double)
                if len("".join(parts)) >= _SHORTEST_INSIDE and not self._common.issuperset(parts):
                    found.add(r"\W*".join(re.escape(part) for part in parts))
            for word in words:
                if word not in self._common:
                    found |= _dense_parts(word) if _is_dense(word) else _forms(word)
        return found


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", fold(text))


def _is_dense(name: str) -> bool:
    return bool(_WITHOUT_SPACES.search(normalize("NFC", name)))


def _dense_parts(word: str) -> set[str]:
    """Give what a Chinese, Japanese or Korean name is also called: the given name, or the first of two and two."""
    told = normalize("NFC", word)  # folding parts Korean letters
    parts = {told, told[-2:], told[:2] if len(told) == _DENSE_PAIR else told}
    return {re.escape(fold(one)) for one in parts if len(one) >= _SHORTEST}


def _forms(word: str) -> set[str]:
    """Give the pattern of one word of a name, as it is declined or takes an article."""
    if len(word) < _SHORTEST_WORD:
        return set()
    stem = word
    if _INFLECTED.search(word):
        for ending in (r"\Aال(?=\w{3})", r"(?<=\w{3})(?:[иыо]й|[ая]я)\Z", r"(?<=\w{3})[аяоеийьуюы]\Z"):
            cut = re.sub(ending, "", stem)
            if cut != stem:
                stem = cut
                break
    return {re.escape(stem) if len(stem) >= _SHORTEST_INSIDE else _as_word(stem, re.escape(stem))}


def _as_word(word: str, pattern: str) -> str:
    if _INFLECTED.search(word):
        return rf"(?<!\w)(?:[وفبلك]{{0,2}}(?:ال)?)?{pattern}\w{{0,3}}(?!\w)"
    return rf"(?<!\w){pattern}s?(?!\w)" if len(word) > _SHORTEST_WORD else rf"(?<!\w){pattern}(?!\w)"
