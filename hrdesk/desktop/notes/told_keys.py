"""Keys of the room of notes that its sentences tell of; the table of the room has them from here."""

from collections.abc import Mapping
from types import MappingProxyType

from hrdesk.desktop.shell.action import key_word

TOLD_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "speaker": "Ctrl+L",
        "recommend": "Ctrl+R Ctrl+M",
        "class": "Ctrl+Shift+K",
        "interpreted": "Ctrl+H",
        "marks": "Ctrl+Shift+U",
        "gavel": "Ctrl+G",
        "confirm": "Ctrl+Shift+Y",
    }
)
"""The keys as shipped, by the action without its room."""


def told_key(chosen: Mapping[str, str], name: str) -> str:
    """Give the key that an action of the room has now, as the system writes it."""
    return key_word(chosen, f"notes.{name}", TOLD_KEYS[name])
