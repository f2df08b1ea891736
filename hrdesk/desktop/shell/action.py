"""One line of the one table of actions, from which menus, shortcuts, the finder and the sheet of keys are made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate


@dataclass(frozen=True)
class Action:
    """One line of the table of actions: its name, the menu word (marked with ``N_``), its keys, what it does.

    ``name`` is "room.verb"; actions without a room belong to the shell. ``menu`` is the menu it stands in.
    ``keys`` are Qt's portable words ("Ctrl+Shift+P"), several parted by blanks. ``under`` is the menu within that of
    the room, by its word; an action that is ``nameless`` without it is named with it wherever it stands alone.
    """

    name: str
    label: str
    keys: str
    do: Callable[[], None]
    menu: str = ""
    hint: str = ""
    under: str = ""
    nameless: bool = False


def keys_in_use(action: Action, chosen: Mapping[str, str]) -> list[str]:
    """Give the keys of an action: those that a person chose for it, else its own."""
    return chosen.get(action.name, action.keys).split()


def key_word(chosen: Mapping[str, str], name: str, own: str) -> str:
    """Give the first key of the action ``name`` as the system writes it, for a sentence that tells of it.

    ``own`` is the key that it has unless a person chose another; "–" stands for none.
    """
    keys = chosen.get(name, own).split()
    return native(keys[0]) if keys else "–"


UNDO = "Ctrl+Z"
"""The key that takes back what was done last."""


def undo_key(chosen: Mapping[str, str]) -> str:
    """Give the key of Undo as ``key_word`` does; many sentences tell of it."""
    return key_word(chosen, "edit.undo", UNDO)


def native(keys: str) -> str:
    """Write keys as the system does."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def from_the_left(keys: str) -> str:
    """Write keys so that a sign at their end ("Ctrl++") does not go to their beginning in a right-to-left line."""
    return isolate(keys) if current().right_to_left else keys
