"""Keys of the room of the floor that its sentences tell of; the table of the room has them from here."""

from collections.abc import Mapping
from types import MappingProxyType

from hrdesk.desktop.shell.action import key_word

TOLD_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "confirm_time": "Ctrl+Shift+Y",
        "late": "Ctrl+Shift+A",
        "options": "F7",
        "list": "Ctrl+Shift+L",
        "segment": "Ctrl+Shift+N",
        "format": "Ctrl+Shift+O",
        "room": "F5",
        "waiting": "Alt+1",
        "done": "Alt+2",
        "replies": "Alt+3",
        "rights": "Alt+4",
        "decisions": "Alt+5",
    }
)
"""The keys as shipped, by the action without its room."""


def told_key(chosen: Mapping[str, str], name: str) -> str:
    """Give the key that an action of the room has now, as the system writes it."""
    return key_word(chosen, f"floor.{name}", TOLD_KEYS[name])
