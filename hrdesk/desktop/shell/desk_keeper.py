"""What those need who close the open desk, do something to its file, and bring it back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hrdesk.desk import Desk, system_clock

if TYPE_CHECKING:
    from hrdesk.desktop.shell.window import Window
    from hrdesk.store.encryption import Key
    from hrdesk.store.identity import Profile


class DeskKeeper(QObject):
    """``begin`` does the work that gives a desk in another thread and shows that desk; ``leave`` closes what is open.

    ``leave`` tells whether no room held the desk.
    """

    def __init__(
        self,
        window: Window,
        profile: Profile,
        begin: Callable[[Callable[[], Desk], str], None],
        leave: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._profile = profile
        self._begin = begin
        self._leave = leave

    def close_desk(self) -> tuple[Path, Key | None] | None:
        """Close the open desk and give its file and its key; None where there is none, or where a room holds it."""
        place = self._window.workplace
        if place is None:
            return None
        path, key = place.path, place.desk.file.key
        return (path, key) if self._leave() else None

    def open_for(self, path: Path, key: Key | None, change: Callable[[Desk], None]) -> Desk:
        """Open a desk, ``change`` it and give it; where that fails, it is closed again."""
        desk = Desk.open(path, self._profile, system_clock, key)
        try:
            change(desk)
        except BaseException:
            desk.close()
            raise
        return desk
