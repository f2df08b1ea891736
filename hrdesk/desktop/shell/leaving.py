"""Leaves nothing on this machine: once staff's receipt covers all that was written, the open desk is destroyed.

Loaded when a desk stands on the screen; the page is made when it is first shown.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from hrdesk.desk import Desk, system_clock
from hrdesk.desktop.shell.desk_keeper import DeskKeeper
from hrdesk.desktop.shell.jobs import Jobs
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.errors import Refused
from hrdesk.language import N_
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from hrdesk.desktop.shell.choosing import FileChooser
    from hrdesk.desktop.shell.leaving_page import Checked, LeavingPage
    from hrdesk.desktop.shell.window import Window
    from hrdesk.exchange.bundle import Have
    from hrdesk.store.identity import Profile


class Leaving(DeskKeeper):
    """Asks for the receipt and destroys the desk.

    ``told_later`` takes what is to be told when the desk is back; ``back`` goes where one was.
    """

    def __init__(
        self,
        window: Window,
        profile: Profile,
        begin: Callable[[Callable[[], Desk], str], None],
        leave: Callable[[], bool],
        chooser: Callable[[], FileChooser],
        told_later: Callable[[Refused], None],
        back: Callable[[], None],
    ) -> None:
        super().__init__(window, profile, begin, leave)
        self._chooser = chooser
        self._told_later = told_later
        self._back = back
        self._jobs = Jobs(self)
        window.leaving_requested.connect(self.ask)

    @cached_property
    def page(self) -> LeavingPage:
        """Give the page that asks for the receipt."""
        from hrdesk.desktop.shell.leaving_page import LeavingPage

        page = LeavingPage(self._window)
        page.receipt_requested.connect(self.choose)
        page.confirmed.connect(self._on_confirmed)
        page.left.connect(self._back)
        return page

    def ask(self) -> None:
        """Show the page; a receipt that lies on the stick already is looked at without being chosen."""
        place = self._window.workplace
        if place is None:
            return
        self._window.notices.clear()
        self.page.ask(place.path.stem)
        self._window.show_page(self.page)
        stick, desk = self._window.settings.stick, place.desk
        if stick:
            place.start(lambda: _on_stick(desk, Path(stick)), lambda found: self._on_checked(found) if found else None)

    def choose(self) -> None:
        """Ask for staff's receipt."""
        from hrdesk.exchange.bundle.have import SUFFIX

        kinds = [(_("Receipts"), f"*{SUFFIX}"), (_("All files"), "*")]
        path = self._chooser().to_open(self._window, _("Choose staff's receipt"), kinds)
        if path is not None:
            self.look_at(path)

    def look_at(self, path: Path) -> None:
        """See what a receipt confirms; nothing is changed by that."""
        place = self._window.workplace
        if place is not None:
            desk = place.desk
            place.start(lambda: _checked(desk, path), self._on_checked, self._on_no_receipt)

    def _on_checked(self, checked: Checked) -> None:
        self.page.show_receipt(checked)

    def _on_no_receipt(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.page.tell(lambda: sentence_of(error))
        else:
            self._window.notices.tell(error)

    def _on_confirmed(self, have: Have) -> None:
        """Close the desk and destroy it; where the receipt covers less by now, the desk comes back with the reason."""
        closed = self.close_desk()
        if closed is None:
            self.page.retranslate()  # a room holds the desk: the button is to be pressed again afterwards
            return
        path, key = closed
        self._window.show_waiting(lambda: _("Destroying the desk …"))
        self._window.settings.forget(path)  # it is remembered again when it comes back
        self._window.keep_settings()

        def work() -> None:
            self.open_for(path, key, lambda desk: _leave_nothing(desk, have))

        def failed(error: Exception) -> None:
            if not isinstance(error, Refused):
                self._window.notices.tell(error)
            else:
                self._told_later(error)
            self._begin(lambda: Desk.open(path, self._profile, system_clock, key), N_("Opening the desk …"))

        self._jobs.start(work, lambda _none: self._on_destroyed(path.name), failed)

    def _on_destroyed(self, name: str) -> None:
        if self._window.workplace is None:
            self._window.show_start()
        said = N_("{desk} is destroyed. Staff has everything that was written on this device.")
        self._window.notices.inform(lambda: _(said, desk=name))


def _leave_nothing(desk: Desk, have: Have) -> None:
    from hrdesk.exchange.receipt import leave_nothing

    leave_nothing(desk, have)


def _checked(desk: Desk, path: Path) -> Checked:
    from hrdesk.desktop.shell.leaving_page import Checked
    from hrdesk.exchange.bundle import read_have
    from hrdesk.exchange.receipt import check_receipt, lacking_of_others

    have = read_have(path)
    drafts = len(desk.drafts_beginning(""))
    with desk.reader() as reader:
        receipt = check_receipt(reader, desk.file.profile, have)
        return Checked(have, receipt, lacking_of_others(reader, desk.file.profile, have), drafts)


def _on_stick(desk: Desk, folder: Path) -> Checked | None:
    """Give the receipt on a stick that lacks least; the latest of those that lack as little."""
    from hrdesk.exchange.bundle.have import SUFFIX

    found: list[Checked] = []
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        with contextlib.suppress(Refused, OSError):  # what others have, or what is broken, is no receipt
            found.append(_checked(desk, path))
    least = min((one.receipt.lacking_count for one in found), default=0)
    rest = [one for one in found if one.receipt.lacking_count == least]
    return max(rest, key=lambda one: one.receipt.at, default=None)
