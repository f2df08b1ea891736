"""States and bodies under all their names in six languages: found by two letters, matched by what a table says."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from hrdesk.language import SOURCE_LANGUAGE
from hrdesk.language.folding import fold

LETTERS = 2
"""Letters after which names are offered; of Chinese one character is enough."""

MOST = 12
"""Names offered at once."""

CATEGORIES_FIRST = ("state", "observer_state")
"""Among names that fit equally well, States stand first: they are looked for most often."""

HAN = re.compile("[\u3400-\u9fff]")
ARTICLE = "ال"
NOT_LETTERS = re.compile(r"[^\w\s]+|_")

BEFORE_A_NAME = tuple(
    fold(words)
    for words in (
        "the,delegation of,permanent mission of,permanent delegation of,permanent observer mission of,mission of,"
        "government of,republic of,kingdom of,"
        "mission permanente de,délégation de,délégation du,gouvernement de,république de,république du,royaume de,"
        "royaume du,misión permanente de,delegación de,gobierno de,república de,reino de,"
        "постоянное представительство,делегация,республика,"
        "البعثة الدائمة,وفد,جمهورية,مملكة,l,le,la,les,el,los,las,ل"
    ).split(",")
)
"""What tables write in front of the name of a State; taken away only where the whole is known to nobody."""

LEFT_ALONE = frozenset({"republic of china", "republique de chine", "republica de china"})
"""Folded: what is no other way of writing the name that would be left of it."""

BEHIND_A_NAME = ("常驻代表团", "代表团", "delegation", "permanent mission")


@dataclass(frozen=True)
class Entry:
    """A State or body. ``code`` is that of the shipped vocabulary, of a desk's own delegation its id.

    ``record`` is the id its record has, or will have, in a desk. ``names`` are by language; a State's ``country``
    is its own code.
    """

    code: str
    record: str
    category: str
    names: Mapping[str, str]
    regional_group: str = ""
    country: str = ""
    acronyms: tuple[str, ...] = ()
    other_names: tuple[str, ...] = ()
    a_status: bool | None = None

    def name(self, language: str) -> str:
        """Give the name in ``language``, else in English, else in whatever language there is one."""
        names = self.names
        return names.get(language) or names.get(SOURCE_LANGUAGE) or next(iter(names.values()), self.code)

    @property
    def short_names(self) -> tuple[str, ...]:
        """Give the code and the acronyms, as far as people know it by them."""
        return (*((self.code,) if self.code != self.record else ()), *self.acronyms)


@dataclass(frozen=True)
class Directory:
    """All States and bodies that are known, in the order in which they are listed."""

    entries: tuple[Entry, ...]

    def get(self, code: str | None) -> Entry | None:
        """Give an entry by its code or by the id of its record."""
        return self._by_code.get(code or "")

    def name(self, code: str | None, language: str) -> str:
        """Give the name behind a code or an id; nothing where nobody knows it."""
        found = self.get(code)
        return found.name(language) if found else ""

    def find(self, words: str, language: str, most: int = MOST) -> list[Entry]:
        """Give the entries that typed letters can mean, the likeliest first.

        Names in ``language`` go before those in the other five, beginnings before words within a name.
        """
        typed = plain(words)
        if len(typed.replace(" ", "")) < LETTERS and not HAN.search(typed):
            return []
        found: list[tuple[int, int, str, Entry]] = []
        parts = typed.split()
        for entry, text, ways in self._ways:
            if not all(part in text for part in parts):
                continue  # spares most of the work
            rank = min((_rank(typed, way, language) for way in ways), default=NO_WAY)
            if rank < NO_WAY:
                found.append((rank, _category_rank(entry), fold(entry.name(language)), entry))
        return [one[-1] for one in sorted(found, key=lambda one: one[:3])[:most]]

    def match(self, text: str) -> Sequence[Entry]:
        """Give the entries that ``text`` names in full; more than one where it is the name of several."""
        for form in _forms(plain(text)):
            found = self._by_name.get(form)
            if found:
                return found
        return ()

    @cached_property
    def _by_code(self) -> dict[str, Entry]:
        known = {entry.record: entry for entry in self.entries}
        return known | {entry.code: entry for entry in self.entries}

    @cached_property
    def _by_name(self) -> dict[str, tuple[Entry, ...]]:
        """By name, and by code only where nothing is called so: FRA is an agency to those who write acronyms."""
        known: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for form in dict.fromkeys(plain(name) for name in _all_names(entry)):
                if form:
                    known[form] = (*known.get(form, ()), entry)
        return known

    @cached_property
    def _ways(self) -> list[tuple[Entry, str, tuple["_Way", ...]]]:
        told = [(entry, tuple(_ways_of(entry))) for entry in self.entries]
        return [(entry, "\n".join(way.form for way in ways), ways) for entry, ways in told]


@dataclass(frozen=True)
class _Way:
    """One name under which an entry is found, folded, with its words; ``language`` "" for acronyms and others."""

    form: str
    words: tuple[str, ...]
    language: str
    is_short: bool = False


NO_WAY = 9


def plain(text: str) -> str:
    """Fold ``text`` for comparing names: letters and figures alone, "&" as a word."""
    return " ".join(NOT_LETTERS.sub(" ", fold(text.replace("&", " and "))).split())


def _all_names(entry: Entry) -> Iterable[str]:
    return (*entry.names.values(), *entry.other_names, *entry.short_names)


def _ways_of(entry: Entry) -> Iterable[_Way]:
    told = [(name, language) for language, name in entry.names.items()]
    told += [(name, "") for name in entry.other_names]
    for name, language in told:
        form = plain(name)
        words = form.split()
        words += [word.removeprefix(ARTICLE) for word in words if word.startswith(ARTICLE)]
        yield _Way(form, tuple(words), language)
    for short in entry.short_names:
        yield _Way(plain(short), (), "", is_short=True)


def _rank(typed: str, way: _Way, language: str) -> int:
    """Say how well a name answers what was typed: 0 best, NO_WAY not at all."""
    own = 0 if way.language == language else 1
    if way.form == typed:
        return 0 if way.is_short or not own else 1
    if way.form.startswith(typed):
        return 2 + own if not way.is_short else 3
    if HAN.search(typed):
        return 4 + own if typed in way.form else NO_WAY
    if all(any(word.startswith(part) for word in way.words) for part in typed.split()):
        return 4 + own
    return NO_WAY


def _category_rank(entry: Entry) -> int:
    return CATEGORIES_FIRST.index(entry.category) if entry.category in CATEGORIES_FIRST else len(CATEGORIES_FIRST)


def _forms(form: str) -> Iterable[str]:
    """Give a folded name as it stands, then without what tables write around it, piece by piece."""
    yield form
    tried = {form}
    due = [form]
    while due:
        told = due.pop()
        shorter = [told.removeprefix(f"{word} ") for word in BEFORE_A_NAME if told.startswith(f"{word} ")]
        shorter += [told.removesuffix(word).strip() for word in BEHIND_A_NAME if told.endswith(word)]
        for one in shorter:
            if one and one not in tried and told not in LEFT_ALONE:
                tried.add(one)
                due.append(one)
                yield one
