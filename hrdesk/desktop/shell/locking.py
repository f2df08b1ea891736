"""Unlocks a desk with its passphrase, its paper key or the keyring, and locks it by a key or when nobody is there.

A desk that is locked is closed, its key wiped, and the window shows nothing of it; what was being typed was kept
before. Loaded when a desk stands on the screen; the page is made when it is first shown.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from hrdesk.desk import Desk, system_clock
from hrdesk.desktop.shell.desk_keeper import DeskKeeper
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.store.file_check import Locked

if TYPE_CHECKING:
    from hrdesk.desktop.shell.unlock_page import UnlockPage
    from hrdesk.desktop.shell.window import Window
    from hrdesk.desktop.shell.workplace import Workplace
    from hrdesk.store.identity import Profile
    from hrdesk.store.keyring_door import KeyringDoor

LOOK_MS = 15 * 1000
"""How often it is looked whether anybody is there."""

PRESENCE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class Locking(DeskKeeper):
    """Each of ``holds`` may keep an idle desk from being locked: the floor does while somebody speaks."""

    def __init__(
        self,
        window: Window,
        profile: Profile,
        begin: Callable[[Callable[[], Desk], str], None],
        leave: Callable[[], bool],
    ) -> None:
        super().__init__(window, profile, begin, leave)
        self.holds: list[Callable[[], bool]] = []
        self._path: Path | None = None
        self._is_tried = False
        self._not_remembered: list[Refused] = []
        self.last_seen = time.monotonic()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.lock_if_idle)
        window.lock_requested.connect(self.lock)

    @cached_property
    def page(self) -> UnlockPage:
        """Give the page that asks for the passphrase."""
        from hrdesk.desktop.shell.unlock_page import UnlockPage

        page = UnlockPage(self._window)
        page.given.connect(self._on_given)
        page.left.connect(self._window.show_start)
        return page

    @property
    def keyring(self) -> KeyringDoor:
        """Give the way to this system's keyring."""
        from hrdesk.store.keyring_door import KeyringDoor

        return KeyringDoor(self._profile.folder)

    def ask(self, refusal: Locked) -> None:
        """Ask for what opens a desk; a key that did not is told on the page, where the cursor stays."""
        path = Path(refusal.fields["path"])
        if self._is_tried and path == self._path:
            self._is_tried = False
            self._window.show_page(self.page)
            self.page.tell(lambda: _why(refusal))
            return
        self._path, self._is_tried = path, False
        self.page.ask(path.name)
        if not self._from_keyring(path):
            self._window.show_page(self.page)

    def lock(self) -> None:
        """Close the desk, wipe its key, and ask for the passphrase; a desk that is not encrypted cannot be locked."""
        place = self._window.workplace
        key = place.desk.file.key if place is not None else None
        if key is None or (closed := self.close_desk()) is None:
            return
        key.wipe()
        self._look.stop()
        self._path, self._is_tried = closed[0], False
        self.page.ask()
        self._window.show_page(self.page)

    def lock_if_idle(self) -> None:
        """Lock the desk when nobody has touched it for as long as the settings say, unless something holds it."""
        minutes, place = self._window.settings.lock_after, self._window.workplace
        if not minutes or place is None or not place.is_idle or any(hold() for hold in self.holds):
            return
        if time.monotonic() - self.last_seen < minutes * 60:
            return
        dialog = QApplication.activeModalWidget()
        if dialog is not None:  # it waits for an answer about the desk: it goes first, the desk at the next look
            dialog.close()
            return
        self.lock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is there; sees only what reaches the window from outside."""
        if event.type() in PRESENCE:
            self.last_seen = time.monotonic()
        return False

    def attend(self, place: Workplace) -> None:
        """Look after the desk that was opened; called when it stands on the screen."""
        handle = self._window.windowHandle()
        self._is_tried = False
        self.last_seen = time.monotonic()
        if place.desk.file.key is None:
            self._look.stop()
            return
        if handle is not None:
            handle.installEventFilter(self)
        self._look.start()
        while self._not_remembered:
            self._window.notices.tell(self._not_remembered.pop(0))

    def _on_given(self, text: str, remember: bool) -> None:
        path = self._path
        if path is None:
            return
        self._is_tried = True

        def work() -> Desk:
            from hrdesk.store.encryption import key_from_text, salt_of

            try:
                key = key_from_text(text, salt_of(path))
            except Refused as refusal:  # a group that was copied wrong
                raise Locked(refusal.message, **refusal.fields, path=str(path)) from None
            desk = Desk.open(path, self._profile, system_clock, key)
            if remember:
                try:
                    self.keyring.remember(key)
                except Refused as refusal:
                    self._not_remembered.append(refusal)
            return desk

        self._begin(work, N_("Opening the desk …"))

    def _from_keyring(self, path: Path) -> bool:
        """Open the desk with the key that the keyring keeps; whatever is wrong with that is a reason to ask."""
        from hrdesk.store.encryption import salt_of

        salt = salt_of(path)
        if not self.keyring.has(salt):
            return False
        try:
            key = self.keyring.recall(salt)
        except Refused as refusal:
            self._window.notices.tell(refusal)
            return False
        if key is None:
            return False
        self._is_tried = True
        self._begin(lambda: Desk.open(path, self._profile, system_clock, key), N_("Opening the desk …"))
        return True


def _why(refusal: Locked) -> str:
    """Say why a desk did not open without naming it: a locked desk shows nothing of itself."""
    if "number" in refusal.fields:  # a group of the paper key
        return sentence_of(refusal)
    return _("This passphrase or paper key does not open the desk. Nothing was changed; please try again.")
