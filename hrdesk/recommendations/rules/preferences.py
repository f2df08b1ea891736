"""Themes in order of preference, tallied across regions for the session that chooses the next theme.

Points as Borda counts them, whole numbers: with five choices in the longest list a first choice has five points, a
second one four. Points help to see; the regions decide, so first choices stand beside them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hrdesk.language.folding import fold


@dataclass(frozen=True)
class Ballot:
    """What one region prefers, its first choice first."""

    region: str
    themes: tuple[str, ...]


@dataclass(frozen=True)
class ThemeCount:
    """A theme, as it was worded first, with the regions that named it and as which choice each did, from 1."""

    theme: str
    points: int
    first_choices: int
    regions: tuple[tuple[str, int], ...]


def tally(ballots: Iterable[Ballot]) -> list[ThemeCount]:
    """Count themes; those that read alike but for case, accents and spelling variants are one.

    The most points come first, then the most first choices, then the most regions, then the order of the words.
    """
    told = [(one.region, _choices(one.themes)) for one in ballots]
    longest = max((len(choices) for _, choices in told), default=0)
    named: dict[str, str] = {}
    regions: dict[str, list[tuple[str, int]]] = {}
    for region, choices in told:
        for place, (key, theme) in enumerate(choices, 1):
            named.setdefault(key, theme)
            regions.setdefault(key, []).append((region, place))
    counts = [
        ThemeCount(
            named[key],
            sum(longest + 1 - place for _, place in found),
            sum(place == 1 for _, place in found),
            tuple(found),
        )
        for key, found in regions.items()
    ]
    counts.sort(key=lambda one: (fold(one.theme), one.theme))
    return sorted(counts, key=lambda one: (one.points, one.first_choices, len(one.regions)), reverse=True)


def _choices(themes: Sequence[str]) -> list[tuple[str, str]]:
    """Give the choices of one region with what they are compared by; a theme named twice counts where it came first."""
    found: dict[str, str] = {}
    for theme in themes:
        plain = " ".join(theme.split())
        if plain:
            found.setdefault(fold(plain).strip(" .;,") or plain, plain)
    return list(found.items())
