"""A table of names in six languages, as a terminology portal exports one, beside the names that are known."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrdesk.agenda.participants.rules.directory import Directory
from hrdesk.agenda.participants.rules.headings import read_language_columns
from hrdesk.language import LANGUAGES

SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "ru": "CYRILLIC", "en": "LATIN", "fr": "LATIN", "es": "LATIN"}

MARKS = re.compile(r"\s*(?:\*+|\[[^\]]*\]|\((?:the|le|la|les|l['’]|el|los|las|masc\.|f[ée]m\.)\))", re.IGNORECASE)
"""What an export writes behind a name: the article, its gender, a call for a footnote."""

LONGEST = 300
"""Characters of a name."""


@dataclass(frozen=True)
class NameRow:
    """A row whose State or body was found: ``names`` are those that differ from what is known, by language.

    ``known`` are the names in use now in the same languages.
    """

    number: int
    code: str
    names: Mapping[str, str]
    known: Mapping[str, str]
    taken: bool = True


@dataclass(frozen=True)
class NamesReading:
    """What a table of names says. ``unknown`` are (row, text) of what is no State or body that is known."""

    languages: tuple[str, ...]
    rows: tuple[NameRow, ...]
    unknown: tuple[tuple[int, str], ...]
    same: int
    odd: int
    """How many cells are not in the script of their language, and were left out."""


def understand_names(table: Sequence[Sequence[str]], directory: Directory) -> NamesReading:
    """Understand a table of names; nothing is found where it does not head two of the six languages."""
    columns, first = read_language_columns(table)
    rows: dict[str, NameRow] = {}
    unknown: list[tuple[int, str]] = []
    same = odd = 0
    for number, cells in enumerate(table[first:] if columns else (), start=first + 1):
        told = {language: plain_name(cells[column]) for language, column in columns.items() if cells[column]}
        if not any(told.values()):
            continue
        code = _code(told, directory)
        if not code:
            unknown.append((number, next(name for name in told.values() if name)))
            continue
        fitting = {language: name for language, name in told.items() if _is_in_script(name, language)}
        odd += len(told) - len(fitting)
        entry = directory.get(code)
        known = {language: entry.names.get(language, "") for language in fitting} if entry else {}
        differing = {language: name for language, name in fitting.items() if name != known[language]}
        same += not differing
        if differing:
            rows[code] = NameRow(number, code, differing, {language: known[language] for language in differing})
    languages = tuple(language for language in LANGUAGES if language in columns)
    return NamesReading(languages, tuple(rows.values()), tuple(unknown), same, odd)


def plain_name(cell: str) -> str:
    """Give a name without the marks of an export."""
    return " ".join(MARKS.sub("", cell).split())[:LONGEST]


def _code(told: Mapping[str, str], directory: Directory) -> str:
    """Give the one entry that most of the names are known for; nothing where two are named as often."""
    votes = Counter(entry.code for name in told.values() for entry in directory.match(name))
    best = votes.most_common(2)
    if not best or (len(best) == 2 and best[0][1] == best[1][1]):
        return ""
    return best[0][0]


def _is_in_script(name: str, language: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    own = sum(1 for letter in letters if unicodedata.name(letter, "").startswith(SCRIPTS[language]))
    return bool(letters) and own * 2 > len(letters)
