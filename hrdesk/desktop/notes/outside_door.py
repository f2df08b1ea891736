"""Opens the page for material from outside in place of the notes, and gives their keys to it while it stands there."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.shell.workplace import Workplace

if TYPE_CHECKING:
    from hrdesk.desktop.notes.outside_page import OutsidePage


class OutsideDoor(QObject):
    """Makes the page when it is first asked for; most desks never see it. ``taken`` carries the first note made."""

    taken = Signal(str)

    def __init__(self, workplace: Workplace, panel: QWidget) -> None:
        super().__init__(panel)
        self._workplace, self._panel = workplace, panel
        self._page: OutsidePage | None = None
        self._behind: list[QWidget] = []

    @property
    def page(self) -> "OutsidePage | None":
        """Give the page while it stands there."""
        return self._page if self._behind else None

    def open(self, session: str = "") -> None:
        """Show the page; what was begun there is still there."""
        page = self._made()
        if not self._behind:
            children = [one for one in self._panel.children() if isinstance(one, QWidget) and not one.isWindow()]
            self._behind = [one for one in children if one is not page and not one.isHidden()]
            for part in self._behind:
                part.hide()
            page.show()
        if not page.is_begun:
            page.begin(session)
        page.go_in()

    def close(self) -> None:
        """Show the notes again."""
        if self._page is None:
            return
        self._page.hide()
        for part in self._behind:
            part.show()
        self._behind = []
        self._panel.setFocus()

    def take_files(self, paths: list[Path]) -> bool:
        """Take a file that was dropped while the page is shown."""
        if self.page is None or len(paths) != 1:
            return False
        self.page.read_file(paths[0])
        return True

    def join(self) -> None:
        """Join paragraphs on the page."""
        if self.page is not None:
            self.page.sheet.join()

    def split(self) -> None:
        """Split a paragraph on the page."""
        if self.page is not None:
            self.page.sheet.split()

    def classify(self, sensitivity: str) -> bool:
        """Class the selected paragraphs; False where the page is not shown."""
        if self.page is None:
            return False
        self.page.sheet.classify(sensitivity)
        return True

    def retranslate(self) -> None:
        """Set every word anew."""
        if self._page is not None:
            self._page.retranslate()

    def _made(self) -> "OutsidePage":
        if self._page is None:
            from hrdesk.desktop.notes.outside_page import OutsidePage

            self._page = OutsidePage(self._workplace, self._panel)
            self._page.left.connect(self.close)
            self._page.taken.connect(self.taken)
            layout = self._panel.layout()
            if layout is not None:
                layout.addWidget(self._page)
        return self._page
