"""Every action that can have keys, by the place in which it works, and who else has a key there already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hrdesk.desktop.shell.action import Action, keys_in_use

WINDOW = ""
"""The place of what works everywhere."""


@dataclass(frozen=True)
class Place:
    """Where actions work: the window, or one room of it; its title in the language of the window."""

    name: str
    title: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Line:
    """One action and where it works."""

    place: Place
    action: Action


def lines(places: Sequence[Place]) -> list[Line]:
    """Give every action with its place."""
    return [Line(place, action) for place in places for action in place.actions]


def holder(places: Sequence[Place], wanted: Line, keys: str, chosen: Mapping[str, str]) -> Line | None:
    """Give who has the keys already where ``wanted`` works; two rooms are never shown at once."""
    for line in lines(places):
        shares = WINDOW in (line.place.name, wanted.place.name) or line.place.name == wanted.place.name
        if shares and line.action.name != wanted.action.name and keys in keys_in_use(line.action, chosen):
            return line
    return None


def given(chosen: Mapping[str, str], action: Action, keys: Sequence[str]) -> dict[str, str]:
    """Give what was chosen with other keys for ``action``; its own keys are no choice."""
    told = " ".join(keys)
    rest = {name: held for name, held in chosen.items() if name != action.name}
    return rest if told == " ".join(action.keys.split()) else {**rest, action.name: told}


def taken_from(chosen: Mapping[str, str], action: Action, keys: str) -> dict[str, str]:
    """Give what was chosen without ``keys`` for ``action``; its other keys stay."""
    return given(chosen, action, [one for one in keys_in_use(action, chosen) if one != keys])
