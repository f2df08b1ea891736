"""Joins a consultation from a starter bundle: opens it, by its passphrase where it has one, and makes the desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from hrdesk.desk import Desk, system_clock
from hrdesk.desktop.shell.sentence import sentence_of
from hrdesk.errors import Refused
from hrdesk.language.interface import _

if TYPE_CHECKING:
    from hrdesk.desktop.shell.jobs import Jobs
    from hrdesk.desktop.shell.starter_page import StarterPage
    from hrdesk.desktop.shell.window import Window
    from hrdesk.exchange.bundle import Bundle
    from hrdesk.store.identity import Profile

SUFFIXES = (".hrdesk.json.gz.age", ".hrdesk.json.gz", ".hrdesk.json")
"""How bundles end: encrypted, packed, plain."""


def is_bundle_name(name: str) -> bool:
    """Tell whether a file may be a bundle, by its name."""
    return name.endswith((*SUFFIXES, ".json"))


class Joining(QObject):
    """``where`` asks where a desk named so is to go, ``begin`` makes it in another thread and shows it."""

    def __init__(
        self,
        window: Window,
        profile: Profile,
        jobs: Jobs,
        where: Callable[[str], Path | None],
        begin: Callable[[Callable[[], Desk]], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._profile = profile
        self._jobs = jobs
        self._where = where
        self._begin = begin
        self._starter = Path()

    @cached_property
    def page(self) -> StarterPage:
        """Give the page that asks for the passphrase."""
        from hrdesk.desktop.shell.starter_page import StarterPage

        page = StarterPage(self._window)
        page.given.connect(self._on_given)
        page.left.connect(self._window.show_desk_or_start)
        return page

    def join(self, starter: Path) -> None:
        """Make a desk from a starter bundle, asking for its passphrase where it needs one."""
        if is_locked(starter):
            self._window.notices.clear()
            self._starter = starter
            self.page.ask(starter.name)
            self._window.show_page(self.page)
        else:
            self._make(starter, starter)

    def _on_given(self, passphrase: str) -> None:
        starter = self._starter

        def work() -> Bundle:
            from hrdesk.exchange.bundle import read_bundle
            from hrdesk.store.age import Opener

            return read_bundle(starter, opener=Opener(self._profile, passphrase))

        self._jobs.start(work, lambda bundle: self._on_open(starter, bundle), self._on_refused)

    def _on_open(self, starter: Path, bundle: Bundle) -> None:
        if starter == self._starter and self._window.stack.currentWidget() is self.page:
            self.page.ask(starter.name)  # the passphrase does not stay on the page
            self._make(starter, bundle)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self.page.tell(lambda: sentence_of(error))
        else:
            self.page.tell(str)
            self._window.notices.tell(error)

    def _make(self, starter: Path, bundle: Path | Bundle) -> None:
        target = self._where(_bare(starter.name))

        def work() -> Desk:
            from hrdesk.exchange.merging import join  # like every command, loaded when it is first wanted

            assert target is not None
            return join(bundle, target, self._profile, system_clock)

        if target is not None:
            self._begin(work)


def kinds() -> list[tuple[str, str]]:
    """Give the files that can be joined from, for the dialog that asks for one."""
    return [(_("Bundles"), " ".join(f"*{suffix}" for suffix in SUFFIXES))]


def _bare(name: str) -> str:
    return next((name.removesuffix(suffix) for suffix in SUFFIXES if name.endswith(suffix)), name)


def is_locked(path: Path) -> bool:
    """Tell whether a file wants a passphrase; one that cannot be read is told by whoever reads it whole."""
    from hrdesk.store.age import needs_passphrase

    try:
        with path.open("rb") as file:
            return needs_passphrase(file.read(64))
    except OSError:
        return False
