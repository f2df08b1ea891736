"""Keeps the open desk safe: encrypts it, makes its backups by itself and by hand, and goes back to one.

Loaded when a desk stands on the screen; the pages are made when they are first shown.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from hrdesk.desk import Desk
from hrdesk.desktop.shell.desk_keeper import DeskKeeper
from hrdesk.desktop.shell.leaving import Leaving
from hrdesk.desktop.shell.locking import Locking
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from hrdesk.desktop.shell.backups_page import BackupsPage
    from hrdesk.desktop.shell.choosing import FileChooser
    from hrdesk.desktop.shell.encryption_page import EncryptionPage
    from hrdesk.desktop.shell.window import Window
    from hrdesk.desktop.shell.workplace import Workplace
    from hrdesk.store.backup import Backup
    from hrdesk.store.encryption import Key
    from hrdesk.store.identity import Profile

BACKUP_MS = 15 * 60 * 1000
"""How often a backup is made while something changes."""


class Safekeeping(DeskKeeper):
    """``locking`` opens and locks the desk, ``leaving`` destroys it once staff has it all."""

    def __init__(
        self,
        window: Window,
        profile: Profile,
        begin: Callable[[Callable[[], Desk], str], None],
        leave: Callable[[], bool],
        chooser: Callable[[], FileChooser],
    ) -> None:
        super().__init__(window, profile, begin, leave)
        self.locking = Locking(window, profile, begin, leave)
        self._is_changed = False
        self._later: list[Refused] = []
        self.leaving = Leaving(window, profile, begin, leave, chooser, self._later.append, self._go_back)
        self._paper = ""
        self._schedule = QTimer(self)
        self._schedule.setInterval(BACKUP_MS)
        self._schedule.timeout.connect(self.back_up_if_changed)
        window.encryption_requested.connect(self.propose)
        window.backups_requested.connect(self.show_backups)

    @cached_property
    def encryption_page(self) -> EncryptionPage:
        """Give the page that proposes encryption and shows the paper key."""
        from hrdesk.desktop.shell.encryption_page import EncryptionPage

        page = EncryptionPage(self._window)
        page.chosen.connect(self._on_passphrase)
        page.taken_off.connect(self._on_taken_off)
        page.minutes_chosen.connect(self._on_minutes)
        page.left.connect(self._go_back)
        return page

    @cached_property
    def backups_page(self) -> BackupsPage:
        """Give the page that lists the backups."""
        from hrdesk.desktop.shell.backups_page import BackupsPage

        page = BackupsPage(self._window)
        page.made.connect(self._on_make)
        page.restored.connect(self._on_restore)
        page.left.connect(self._go_back)
        return page

    def propose(self) -> None:
        """Ask whether and with which passphrase to encrypt the open desk."""
        place = self._window.workplace
        if place is not None:
            from hrdesk.exchange.recovery import can_be_recovered

            has_staff = place.ask(lambda reader: can_be_recovered(reader, self._profile))
            minutes = self._window.settings.lock_after
            self.encryption_page.propose(
                is_encrypted=place.desk.file.key is not None, has_staff=has_staff, minutes=minutes
            )
            self._window.show_page(self.encryption_page)

    def propose_for_new(self) -> None:
        """Propose it for a desk that was just made; one that is encrypted already needs nothing."""
        place = self._window.workplace
        if place is not None and place.desk.file.key is None:
            self.propose()

    def show_backups(self) -> None:
        """List the backups of the open desk."""
        place = self._window.workplace
        if place is None:
            return
        from hrdesk.store.backup import list_of

        self.backups_page.show_backups(list_of(place.path))
        self._window.show_page(self.backups_page)

    def back_up_if_changed(self) -> None:
        """Make a backup in another thread if anything changed since the last one; the work goes on meanwhile."""
        place = self._window.workplace
        if place is None or not self._is_changed:
            return
        self._is_changed = False
        desk = place.desk
        place.start(lambda: desk.back_up("schedule"), lambda _made: None)

    def attend(self, place: Workplace) -> None:
        """Look after the desk that was opened; called when it stands on the screen."""
        place.met.connect(self._tell_of_two)
        self.locking.attend(place)
        place.changed.connect(self._on_changed)
        self._is_changed = False
        self._schedule.start()
        while self._later:
            self._window.notices.tell(self._later.pop(0))
        if self._paper:
            self.encryption_page.show_paper(self._paper)
            self._paper = ""
            self._window.show_page(self.encryption_page)

    def _go_back(self) -> None:
        """Go back to where the work is, or to the start page."""
        rooms = self._window.rooms
        if rooms is None:
            self._window.show_start()
        else:
            self._window.open_room(rooms.current)
            self._window.show_desk_or_start()

    def _on_changed(self) -> None:
        self._is_changed = True

    def _on_minutes(self, minutes: int) -> None:
        self._window.settings.lock_after = minutes
        self._window.keep_settings()

    def _on_passphrase(self, text: str, for_staff: bool) -> None:
        def change(desk: Desk) -> None:
            from hrdesk.store.encryption import new_key, paper_key

            key = new_key(text)
            self._change_key(desk, key, for_staff=for_staff)
            self._paper = paper_key(key)

        self._anew(change, N_("Encrypting the desk and its backups …"))

    def _on_taken_off(self) -> None:
        self._anew(lambda desk: self._change_key(desk, None), N_("Taking the encryption off …"))

    def _on_make(self) -> None:
        place = self._window.workplace
        if place is None:
            return
        desk = place.desk
        self._is_changed = False
        place.start(lambda: desk.back_up("asked"), lambda _made: self._on_made())

    def _on_made(self) -> None:
        if self._window.stack.currentWidget() is self.backups_page:
            self.show_backups()
        self._window.status.tell(lambda: _("✓ A backup was made."))

    def _on_restore(self, chosen: Backup) -> None:
        self._anew(lambda desk: desk.restore(chosen), N_("Going back to the backup …"))

    def _anew(self, change: Callable[[Desk], None], words: str) -> None:
        """Close the desk, open it for ``change`` alone, and show it again; what is refused is told when it is back."""
        closed = self.close_desk()
        if closed is None:
            return
        path, key = closed

        def change_or_tell(desk: Desk) -> None:
            try:
                change(desk)
            except Refused as refusal:
                self._later.append(refusal)

        self._begin(lambda: self.open_for(path, key, change_or_tell), words)

    def _change_key(self, desk: Desk, key: Key | None, *, for_staff: bool = False) -> None:
        from hrdesk.exchange.recovery import let_staff_recover
        from hrdesk.store.rekeying import change_key

        before = desk.file.key
        lost = change_key(desk.file, key)
        let_staff_recover(desk, self._profile, key if for_staff else None)
        if before is not None:
            with contextlib.suppress(Refused):  # an entry that stays opens nothing any more
                self.locking.keyring.forget(before.salt)
            before.wipe()
        if lost:
            self._later.append(
                Refused(N_("Backups that could not be read were removed: {names}."), names=", ".join(lost))
            )

    def _tell_of_two(self, record: str) -> None:
        """Say that another desk wrote where a person has just written, and offer the way to both."""
        self._window.notices.inform(
            lambda: _("Another desk wrote here meanwhile. Both are kept; please choose between them in the exchange."),
            (lambda: _("To settle"), lambda: self._window.record_requested.emit("exchange", record)),
        )
