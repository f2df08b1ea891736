"""Every room's commands, loaded when the first is asked for: a room is on the screen before that."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from hrdesk.desk import Command


class CommandsLater(Mapping[str, Command]):
    """The table of ``hrdesk.work`` by name."""

    def __getitem__(self, name: str) -> Command:
        """Give a command."""
        return self._table[name]

    def __iter__(self) -> Iterator[str]:
        """Name the commands."""
        return iter(self._table)

    def __len__(self) -> int:
        """Count them."""
        return len(self._table)

    def load(self) -> None:
        """Load them now, in whatever thread: a window at rest is ready for the first command."""
        from hrdesk.store import history  # noqa: F401 - loaded, not used: every command is noted there

        assert self._table

    @cached_property
    def _table(self) -> Mapping[str, Command]:
        from hrdesk.work import COMMANDS

        return COMMANDS
