"""Text as search sees it: the words as folded, and beside them their stems; Chinese as pairs of characters.

The same is done to what is looked for, so that the two meet. What is shown is never this: hits are marked on the
text as it was written.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hrdesk.language.folding import fold
from hrdesk.language.stems import LATIN, stems

MOST_TERMS = 32
"""What is looked for at once; nobody types more, and whoever pastes a page means its beginning."""

MOST_WORDS = 64
"""The words of one phrase that are looked at."""

LONGEST = 64
"""Letters of a word that count."""

_REMEMBERED = 32
"""Letters of a stretch of text, blank to blank, up to which its analysis is remembered: words, not Chinese lines."""

_MOST_REMEMBERED = 1 << 15
"""Stretches remembered of each language, some ten megabytes; then it begins anew."""

_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(f"[{_HAN}]+|[^\\W_{_HAN}]+")
_IS_HAN = re.compile(f"[{_HAN}]")
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0600-\u0605\u0610-\u061a\u061c\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06ed"
    "\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e01ef"
)
_WRITTEN = re.compile(f"[{_HAN}][{_HAN}{_MARKS}]*|[^\\W_{_HAN}](?:[^\\W_{_HAN}]|[{_MARKS}])*")
"""A word as it stands in a text, with the signs that folding takes away."""

_HYPHENS = re.compile("[-\u2010\u2011]")
_COMPOUND = re.compile(f"(?<![^\\W\\d_{_HAN}])[^\\W\\d_{_HAN}]+(?:[-\u2010\u2011][^\\W\\d_{_HAN}]+)+")
"""Words joined by hyphens: co-operation is looked for as cooperation, and the other way round.

It begins where a word begins: else every letter of a very long one is tried, and the time grows by its square.
"""

_APOSTROPHES = re.compile("[\u2018\u2019\u02bc`]")
_ELIDED = re.compile(r"\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=\w)")
_POSSESSIVE = re.compile(r"'s$")
_PARTS = re.compile('["“„«]([^"“”„«»]*)["”“»]|(\\S+)')


@dataclass(frozen=True)
class Term:
    """One thing looked for: words that follow each other, or, of a single word, any of its stems.

    ``begins`` says that the last word may go on: it is still being typed, or it is one Chinese character.
    """

    words: tuple[str, ...]
    stems: tuple[str, ...] = ()
    begins: bool = False


def analyse(text: str, language: str | None = None) -> tuple[str, str]:
    """Give the words of a text as folded, and their stems, parted by blanks."""
    pieces = list(map(_pieces(language if language in LATIN else None).__getitem__, text.split()))
    if not pieces:
        return "", ""
    exact, found = zip(*pieces, strict=True)
    return " ".join(exact), " ".join(found)


def may_meet(text: str, wanted: Sequence[Term]) -> bool:
    """Tell whether the index may have met any word of what is looked for in ``text``, in whatever language it is."""
    known = _known_as(text)
    for term in wanted:
        if not known.isdisjoint((*term.words, *term.stems)):
            return True
        if term.begins and any(one.startswith(term.words[-1]) for one in known):
            return True
    return False


@lru_cache(maxsize=64)
def _known_as(text: str) -> frozenset[str]:
    """Give every word and stem that stands in the index for a text: who speaks is the same in many notes."""
    told = [analyse(text, language) for language in (None, *LATIN)]
    return frozenset(word for parts in told for part in parts for word in part.split())


def terms(query: str, *, typing: bool = False) -> tuple[Term, ...]:
    """Read what somebody looks for: words, and phrases between quotation marks; nothing in it is an operator.

    ``typing`` says that the last word may be unfinished; one letter begins too many words to look for them.
    """
    found: list[Term] = []
    for part in _PARTS.finditer(query):
        found += _phrase(part[1]) if part[1] is not None else _wanted(part[2])
        if len(found) >= MOST_TERMS:
            break
    found = found[:MOST_TERMS]
    if typing and found and query[-1:].isalnum() and len(found[-1].words[-1]) > 1:
        last = found[-1]
        found[-1] = Term(last.words, last.stems, begins=True)
    return tuple(dict.fromkeys(found))


def marks(text: str, wanted: Sequence[Term]) -> list[tuple[int, int]]:
    """Give where in ``text``, as it was written, there is what was looked for: (from, to), in order, none twice.

    A sign that is no letter but stands for some (㉠) is found and not marked.
    """
    found = _of_single_words(text, [term for term in wanted if term.stems])
    phrases = [term for term in wanted if not term.stems]
    held = list(_standing(text)) if phrases else []
    for term in phrases:
        size = len(term.words)
        for at in range(len(held) - size + 1):
            last = held[at + size - 1][0]
            if (
                tuple(one[0] for one in held[at : at + size - 1]) == term.words[:-1]
                and (last == term.words[-1] or (term.begins and last.startswith(term.words[-1])))
            ):  # fmt: skip
                end = held[at + size - 1][2]
                if term.begins and _IS_HAN.match(last):
                    end = held[at + size - 1][1] + len(term.words[-1])
                found.append((held[at][1], end))
    return _joined(sorted(set(found)))


def _of_single_words(text: str, wanted: Sequence[Term]) -> list[tuple[int, int]]:
    """Give where words stand, or their forms, or words that a hyphen joins into one of them."""
    if not wanted:
        return []
    looked_for = {word for term in wanted for word in (term.words[0], *term.stems)}
    begun = tuple(term.words[0] for term in wanted if term.begins)
    found = [
        one.span()
        for one in _WRITTEN.finditer(text)
        if not looked_for.isdisjoint(_known_by(one[0]))
        or (begun and any(word.startswith(begun) for word in _remembered_words(one[0])))
    ]
    if _HYPHENS.search(text):
        stemmed = {stem for term in wanted for stem in term.stems}
        found += [one.span() for one in _COMPOUND.finditer(text) if not stemmed.isdisjoint(_compounds(one[0]))]
    return found


@lru_cache(maxsize=1 << 14)
def _known_by(written: str) -> frozenset[str]:
    """Give the words as folded, and their stems, by which one that stands in a text is found; not Chinese pairs."""
    if _IS_HAN.match(written):
        return frozenset()
    return frozenset((*_remembered_words(written), *_analysed(written, None)[1].split()))


def _standing(text: str) -> Iterator[tuple[str, int, int]]:
    """Give the words of a text as folded with the place where each is written; of Chinese every pair."""
    for written in _WRITTEN.finditer(text):
        if not _IS_HAN.match(written[0]):
            for word in _remembered_words(written[0]):
                yield word, written.start(), written.end()
            continue
        letters = [(one, written.start() + at) for at, told in enumerate(written[0]) for one in _letter(told)]
        for at, (letter, place) in enumerate(letters):
            after = letters[at + 1] if at + 1 < len(letters) else None
            yield letter + (after[0] if after else ""), place, (after[1] if after else place) + 1


@lru_cache(maxsize=1 << 14)
def _remembered_words(written: str) -> tuple[str, ...]:
    return tuple(_words(written))


@lru_cache(maxsize=1 << 13)
def _letter(written: str) -> str:
    return fold(written)


def _joined(found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join places that overlap."""
    told: list[tuple[int, int]] = []
    for start, end in found:
        if told and start < told[-1][1]:
            told[-1] = (told[-1][0], max(end, told[-1][1]))
        else:
            told.append((start, end))
    return told


def _analysed(part: str, language: str | None) -> tuple[str, str]:
    """Analyse a stretch of text without blanks."""
    exact = _words(part)
    found: list[str] = []
    for word in _accented(part, exact):
        if not _IS_HAN.match(word):
            found += stems(word, language)
    found += _compounds(part, language)
    return " ".join(exact), " ".join(one[:LONGEST] for one in found)


def _compounds(part: str, language: str | None = None) -> list[str]:
    """Give the stems of what the words joined by hyphens in ``part`` would be if they were written as one."""
    found: list[str] = []
    for joined in _COMPOUND.findall(part):
        for word in _accented(whole := _HYPHENS.sub("", joined), _words(whole)):
            found += stems(word, language)
    return found


class _Pieces(dict[str, tuple[str, str]]):
    """What stretches of text come to in one language: looked up far quicker than any function could be called."""

    def __init__(self, language: str | None) -> None:
        super().__init__()
        self._language = language

    def __missing__(self, part: str) -> tuple[str, str]:
        analysed = _analysed(part, self._language)
        if len(part) <= _REMEMBERED:
            if len(self) >= _MOST_REMEMBERED:
                self.clear()
            self[part] = analysed
        return analysed


@lru_cache(maxsize=16)
def _pieces(language: str | None) -> _Pieces:
    return _Pieces(language)


def _words(part: str) -> list[str]:
    """Give the folded words of a stretch; of Chinese every pair of neighbours, and the last character by itself."""
    found: list[str] = []
    for word in _WORD.findall(fold(part)):
        if _IS_HAN.match(word):
            found += [word[at : at + 2] for at in range(len(word))]
        else:
            found.append(word[:LONGEST])
    return found


def _accented(part: str, exact: Sequence[str]) -> Sequence[str]:
    """Give the words to stem: with their accents, which stemmers need, and without elided articles and possessives."""
    plain = _APOSTROPHES.sub("'", part.casefold())
    if "'" in plain:
        plain = _POSSESSIVE.sub("", _ELIDED.sub("", plain))
    elif plain.isascii():
        return exact
    if _is_latin(plain):
        return [word[:LONGEST] for word in _WORD.findall(unicodedata.normalize("NFC", plain))]
    return _words(plain)


def _is_latin(text: str) -> bool:
    return max(text, default="") < "\u0250"


def _wanted(part: str) -> Iterator[Term]:
    """Give what one stretch between blanks looks for: a symbol as it stands, any other its words, one by one."""
    exact = _words(part)
    if len(exact) > 1 and any(word[0].isdigit() for word in exact) and not _IS_HAN.search(part):
        yield from _phrase(part)
        return
    plain = _APOSTROPHES.sub("'", part)
    bare = _POSSESSIVE.sub("", _ELIDED.sub("", plain.casefold())) if "'" in plain else part
    joined = tuple(one[:LONGEST] for one in _compounds(bare))
    for word in _WORD.findall(fold(bare)):
        if _IS_HAN.match(word):
            yield _han(word)
        else:
            yield Term((word[:LONGEST],), tuple(dict.fromkeys((*_looked_for(word[:LONGEST], bare), *joined))))


def _looked_for(word: str, written: str) -> tuple[str, ...]:
    """Give all stems a word of a query may have: as it was typed, and as it would be without accents."""
    typed = _analysed(written, None)[1].split() if fold(written) == word else ()
    return tuple(dict.fromkeys((*typed, *(one[:LONGEST] for one in stems(word, None)))))


def _han(run: str) -> Term:
    if len(run) == 1:
        return Term((run,), begins=True)
    return Term(tuple(run[at : at + 2] for at in range(min(len(run) - 1, MOST_WORDS))))


def _phrase(text: str) -> Iterator[Term]:
    """Give the words of ``text`` as a phrase."""
    found = _words(text)[: MOST_WORDS + 1]
    if len(found) > 1 and _IS_HAN.match(found[-1]) and len(found[-1]) == 1 and found[-2][1:] == found[-1]:
        found.pop()  # the last character by itself, which a longer text does not have there
    found = found[:MOST_WORDS]
    if found:
        yield Term(tuple(found), begins=bool(len(found[-1]) == 1 and _IS_HAN.match(found[-1])))
