"""Stems: what is left of a word when its endings are taken off, so that "droits" is found by "droit".

English, French, Spanish and Russian by the Snowball stemmers, Arabic by a light stemmer of our own that takes off
the article, the letters written together with a word, and common endings. Several stems of one word are no fault:
two words belong together when they share one.
"""

import re
import unicodedata
from functools import lru_cache

from hrdesk.language.irregular import FIRST_OF

LATIN = ("en", "fr", "es")
"""The languages whose words cannot be told apart by their letters."""

_SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
_SHORTEST = 3
"""Letters of an Arabic word that must be left when an ending is taken off it; roots have three."""

_LONG = 6
"""Letters that a Russian stem has more of before a part of it is taken off."""

_ARTICLES = tuple(joined + article for joined in ("", "و", "ف") for article in ("ال", "بال", "كال", "لل"))
"""The article, alone and grown together with "by", "like", "for", and all of these with "and" and "so"."""

_JOINED = "وفبلك"
"""And, so, by, for, like: letters written together with a word that may as well be its own first letter."""

_ENDINGS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ان", "ات", "ون", "ين", "يه", "تين", "ه", "ي", "ا")
_ARABIC = re.compile("[\u0621-\u064a]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LATIN = re.compile("[a-z\u00df-\u024f]")
_AMERICAN_IZE = re.compile("(?<=[a-z]{3})is(?=(?:e[drs]?|ers|ing|ations?|ational)$)")
_AMERICAN_OR = re.compile("(?<=[a-z]{3})our(?=(?:s|ed|ing|al|able|ers?|hoods?)?$)")
"""Spellings that differ between the countries of English; the United Nations writes organize, and labour."""

_FLEETING = re.compile("(?<=[а-я]{2})(?:е(?=ц$)|[ео](?=к$))")
"""A vowel of a Russian stem that comes and goes."""

_SPANISH_NOUN = re.compile("([cs])ion$")


@lru_cache(maxsize=1 << 15)
def stems(word: str, language: str | None) -> tuple[str, ...]:
    """Give the stems of a word in small letters, without its accents; none for a word of no letters.

    ``language`` is that of the text, where it is known: a word in Latin letters of a text in nobody knows which
    language has the stems of all three.
    """
    if _LATIN.match(word):
        languages = (language,) if language in LATIN else LATIN
        return tuple(dict.fromkeys(_plain(_snowball(one, _regular(one, word))) for one in languages))
    if _CYRILLIC.match(word):
        return _russian(word)
    if _ARABIC.match(word):
        return _arabic(word)
    return ()


def _regular(language: str, word: str) -> str:
    """Give the form of a word whose stem stands for all of them: child for children, organize for organise."""
    first = FIRST_OF.get((language, word))
    if first is not None:
        return first
    if language == "en":
        return _AMERICAN_OR.sub("or", _AMERICAN_IZE.sub("iz", word))
    return word


def _russian(word: str) -> tuple[str, ...]:
    """Give the stems of a word: whole, without what comes and goes in its forms, and of the singular it has.

    The infinitive of a verb has what its present has not: рекомендовать, -ует. A vowel stands before the last
    consonant only where no ending follows: беженец, беженцев.
    """
    stem = _plain(_snowball("ru", _regular("ru", word)))
    if stem.endswith(("ова", "ева")) and len(stem) > _LONG:
        return stem, stem[:-3]
    fleeting = _FLEETING.sub("", stem)
    return (stem, fleeting) if fleeting != stem else (stem,)


def _snowball(language: str, word: str) -> str:
    from snowballstemmer import stemmer  # loads every language there is: only when the first word is stemmed

    if language == "es":
        word = _SPANISH_NOUN.sub(r"\1ión", word)  # typed without its accent it has a plural all the same
    # A stemmer keeps what it works on inside itself; one for each word costs nothing and lets threads work at once.
    return str(stemmer(_SNOWBALL[language]).stemWord(word))


def _plain(word: str) -> str:
    """Take the accents off a stem; й keeps its own."""
    if word.isascii():
        return word
    bare = "".join(
        one for one in unicodedata.normalize("NFD", word.replace("й", "\0")) if not unicodedata.combining(one)
    )
    return bare.replace("\0", "й")


def _arabic(word: str) -> tuple[str, ...]:
    """Give the stem of a folded Arabic word, and those it would have if its first letter were joined to it."""
    forms = [word]
    for article in _ARTICLES:
        bare = word[len(article) :]
        if word.startswith(article) and len(bare) >= _SHORTEST - 1:
            # What would leave only two letters may as well be no article: آلية looks like one.
            forms = [bare, *(forms if len(bare) < _SHORTEST else ())]
            break
    if word[0] in _JOINED and len(word) > _SHORTEST:
        forms.append(word[1:])
    if word[0] in "وف" and word[1:2] in tuple(_JOINED) and len(word) > _SHORTEST + 1:
        forms.append(word[2:])
    # A hamza before waw stands on a ya or on a waw, and folding took it off: مسئول and مسؤول.
    forms += [form.replace("يو", "وو") for form in forms if "يو" in form]
    found = [_without_ending(form) for form in forms]
    singulars = [FIRST_OF[("ar", one)] for one in (*forms, *found) if ("ar", one) in FIRST_OF]
    return tuple(dict.fromkeys((*found, *map(_without_ending, singulars))))


def _without_ending(word: str) -> str:
    """Take endings off, the longest first, until none is left or the word would become too short."""
    while True:
        cut = next((one for one in _ENDINGS if word.endswith(one) and len(word) - len(one) >= _SHORTEST), None)
        if cut is None:
            return word
        word = word[: -len(cut)]
