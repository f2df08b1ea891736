"""What Unicode says of single characters: bidirectional class, paired brackets, line breaking class.

The table is shipped (``resources/unicode``), so that a document looks the same whatever Unicode version the Python
at hand knows.
"""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from hrdesk.paths import resources_folder


@dataclass(frozen=True)
class Ranges:
    """Stretches of code points with one value each; ``otherwise`` is the value between them."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    values: tuple[str, ...]
    otherwise: str

    def of(self, code: int) -> str:
        """Return the value of a code point."""
        at = bisect_right(self.firsts, code) - 1
        return self.values[at] if at >= 0 and code <= self.lasts[at] else self.otherwise


@dataclass(frozen=True)
class CharacterTable:
    """The shipped table, read once."""

    bidi: Ranges
    breaks: Ranges
    brackets: tuple[tuple[str, str], ...]


def _ranges(lines: list[str], otherwise: str) -> Ranges:
    rows = [line.split() for line in lines]
    firsts = tuple(int(row[0], 16) for row in rows)
    lasts = tuple(int(row[1], 16) for row in rows)
    return Ranges(firsts, lasts, tuple(row[2] for row in rows), otherwise)


@cache
def character_table() -> CharacterTable:
    """Read the shipped table."""
    text = (resources_folder() / "unicode" / "characters.txt").read_text(encoding="ascii")
    sections: list[list[str]] = []
    for line in text.splitlines():
        if line.startswith("["):
            sections.append([])
        elif not line.startswith("#"):
            sections[-1].append(line)
    bidi, brackets, breaks = sections
    pairs = [line.split() for line in brackets]
    return CharacterTable(
        bidi=_ranges(bidi, "L"),
        breaks=_ranges(breaks, "AL"),
        brackets=tuple((chr(int(opening, 16)), chr(int(closing, 16))) for opening, closing in pairs),
    )


@cache
def bidi_class(character: str) -> str:
    """Return the Bidi_Class of a character, as UAX #9 abbreviates it."""
    return character_table().bidi.of(ord(character))


@cache
def break_class(character: str) -> str:
    """Return the line breaking class: LB1 resolved; "op", "cp" are wide brackets, "XP" an unassigned pictograph."""
    return character_table().breaks.of(ord(character))
