"""How the floor is shared: time and interventions by class, regional group, kind of body and gender.

Nobody is singled out. A protected person counts by class only, and in the other tables under "not told". Where the
room may not know who speaks, and by gender always, a row with a word stands for at least ``FEWEST`` speakers: smaller
ones are joined with "not told", and the smallest others too until that stands for as many, so that nobody is known
from the total and the rows beside. The class is what the screen shows anyway.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

TABLES = ("speaker_class", "regional_group", "body", "gender")
"""What the floor is shared by."""

FEWEST = 3
"""The fewest speakers that a row stands for where a row of one or two would say who they are: a setting of ours."""

NOT_TOLD = ""
"""The row of those of whom it is not known, or not told."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one request had of the floor. ``speaker`` tells speakers apart and is never shown.

    ``interventions`` and ``used`` (milliseconds) are none for who was not reached. An empty word: not known.
    """

    speaker: str
    speaker_class: str = NOT_TOLD
    regional_group: str = NOT_TOLD
    body: str = NOT_TOLD
    gender: str = NOT_TOLD
    is_protected: bool = False
    interventions: int = 0
    used: int = 0
    is_missed: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: how many speakers spoke how often and for how many milliseconds, and how many were missed.

    ``share`` is the part of all the time in thousandths.
    """

    word: str
    speakers: int = 0
    interventions: int = 0
    used: int = 0
    missed: int = 0
    share: int = 0


@dataclass(frozen=True)
class Balance:
    """All tables, each with its largest row first and "not told" last; a table that would tell nothing is empty."""

    speaker_class: tuple[Row, ...] = ()
    regional_group: tuple[Row, ...] = ()
    body: tuple[Row, ...] = ()
    gender: tuple[Row, ...] = ()
    interventions: int = 0
    used: int = 0
    missed: int = 0

    def table(self, name: str) -> tuple[Row, ...]:
        """Give one of ``TABLES``."""
        found: tuple[Row, ...] = getattr(self, name)
        return found

    def rows(self) -> list[tuple[str, Row]]:
        """Give the rows of all tables, each with the name of its table, as a file of tables writes them."""
        return [(name, row) for name in TABLES for row in self.table(name)]


def balance(parts: Iterable[Part], *, may_name: bool) -> Balance:
    """Reckon how the floor was shared; ``may_name`` is false where the room may not know who speaks."""
    told = list(parts)
    return Balance(
        _table(told, "speaker_class", 1),
        _table(told, "regional_group", 1 if may_name else FEWEST),
        _table(told, "body", 1 if may_name else FEWEST),
        _table(told, "gender", FEWEST),
        sum(part.interventions for part in told),
        sum(part.used for part in told),
        sum(part.is_missed for part in told),
    )


def _table(parts: Sequence[Part], name: str, fewest: int) -> tuple[Row, ...]:
    by_word: dict[str, list[Part]] = {}
    for part in parts:
        hides = part.is_protected and name != "speaker_class"
        by_word.setdefault(NOT_TOLD if hides else getattr(part, name), []).append(part)
    _join_small(by_word, fewest)
    if name != "speaker_class" and not any(by_word.keys() - {NOT_TOLD}):
        return ()
    whole = sum(part.used for part in parts)
    rows = [_row(word, held, whole) for word, held in by_word.items() if held]
    return tuple(sorted(rows, key=lambda row: (row.word == NOT_TOLD, -row.used, -row.interventions, row.word)))


def _join_small(by_word: dict[str, list[Part]], fewest: int) -> None:
    """Join rows of too few speakers with "not told", and then the smallest other ones until that has enough.

    A row that holds too few alone would be known from the total and the rows beside it.
    """
    small = [word for word, held in by_word.items() if word != NOT_TOLD and _speakers(held) < fewest]
    for word in small:
        by_word.setdefault(NOT_TOLD, []).extend(by_word.pop(word))
    while small and _speakers(by_word[NOT_TOLD]) < fewest and len(by_word) > 1:
        least = min(by_word.keys() - {NOT_TOLD}, key=lambda word: (_speakers(by_word[word]), word))
        by_word[NOT_TOLD].extend(by_word.pop(least))


def _speakers(held: Iterable[Part]) -> int:
    return len({part.speaker for part in held})


def _row(word: str, held: Sequence[Part], whole: int) -> Row:
    used = sum(part.used for part in held)
    return Row(
        word,
        _speakers(part for part in held if part.interventions),
        sum(part.interventions for part in held),
        used,
        sum(part.is_missed for part in held),
        used * 1000 // whole if whole else 0,
    )
