"""What a widget needs of the workplace: the doorway for writes and the road for short questions.

Widgets know nobody in the window; the shell's workplace has this shape and is handed in.
"""

from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from hrdesk.store.reading import Reader

T = TypeVar("T")


class Onlookers(Protocol):
    """Who sees the window: ``changed`` (a signal) tells that it is others now."""

    changed: Any

    @property
    def audience(self) -> str:
        """Give the strictest class that may stand on the window now."""


class Doorway(Protocol):
    """The part of the workplace that widgets speak to."""

    @property
    def hall(self) -> Onlookers:
        """Tell who sees the window."""

    def run(self, command: str, /, **arguments: Any) -> Any:
        """Run a command by name; a refusal is told elsewhere and gives None."""

    def ask(self, question: Callable[[Reader], T]) -> T:
        """Ask a short question."""
