"""One line of the one table of actions, from which menus, shortcuts, the finder and the sheet of keys are made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Action:
    """One line of the table of actions: its name, the menu word (marked with ``N_``), its keys, what it does.

    ``name`` is "room.verb"; actions without a room belong to the shell. ``menu`` is the menu it stands in.
    ``keys`` are Qt's portable words ("Ctrl+Shift+P"), several parted by blanks.
    """

    name: str
    label: str
    keys: str
    do: Callable[[], None]
    menu: str = ""
    hint: str = ""
