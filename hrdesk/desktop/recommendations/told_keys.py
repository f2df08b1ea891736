"""Keys of the room of recommendations that its sentences tell of; the table of the room has them from here."""

from collections.abc import Mapping
from types import MappingProxyType

from hrdesk.desktop.shell.action import key_word

TOLD_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "amend": "Ctrl+M",
        "alternative": "Ctrl+B",
        "comment": "Ctrl+Shift+M",
        "reserve": "Ctrl+Shift+R",
        "decide": "Ctrl+D",
    }
)
"""The keys as shipped, by the action without its room."""


def told_key(chosen: Mapping[str, str], name: str) -> str:
    """Give the key that an action of the room has now, as the system writes it."""
    return key_word(chosen, f"recommendations.{name}", TOLD_KEYS[name])
