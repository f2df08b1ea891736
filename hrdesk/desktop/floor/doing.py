"""What the keys do: each hands a command to the writer, and the same key pressed twice at once is pressed once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject

from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.language.interface import _

TWICE = 350
"""Milliseconds within which a key of the clock pressed again is a finger that trembles, or a key held down."""

EXTENSION = 30
"""Seconds by which one key extends."""


class Doing(QObject):
    """Runs the commands of one session; ``session`` is set by the panel."""

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._pressed: dict[str, QElapsedTimer] = {}
        self.session = ""

    def run(
        self,
        command: str,
        /,
        then: Callable[[Any], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
        **arguments: Any,
    ) -> None:
        """Hand a command to the writer; the window never waits for the disk."""
        given = {name: value for name, value in arguments.items() if value is not None}

        def answered(told: Any) -> None:
            self._workplace.kept.emit(f"✓ {_(self._workplace.commands[command].label)}")
            if then is not None:
                then(told)

        self._workplace.keep(command, given, answered, failed or _nothing)

    def of_session(self, command: str, /, then: Callable[[Any], None] | None = None, **arguments: Any) -> None:
        """Hand over a command that is about the session, if there is one."""
        if self.session:
            self.run(command, then, session=self.session, **arguments)

    def clock(self, key: str, command: str, /, **arguments: Any) -> None:
        """Hand over a command of the clock, unless its key was pressed a moment ago."""
        if not self.is_twice(key):
            self.of_session(command, **arguments)

    def is_twice(self, key: str) -> bool:
        """Tell whether a key was pressed a moment ago; a key that is held down stays pressed once."""
        timer = self._pressed.setdefault(key, QElapsedTimer())
        is_twice = timer.isValid() and timer.elapsed() < TWICE
        timer.start()
        return is_twice


def _nothing(_error: object) -> None:
    """Leave the telling to the workplace."""
