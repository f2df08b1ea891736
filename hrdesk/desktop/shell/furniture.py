"""What the first moments of the window can do without: menus, notices, the status line, the finder, a page to read."""

from PySide6.QtWidgets import QMainWindow

from hrdesk.desktop.shell.finder import Finder
from hrdesk.desktop.shell.menus import Menus
from hrdesk.desktop.shell.notice_bar import NoticeBar
from hrdesk.desktop.shell.status_line import StatusLine
from hrdesk.desktop.shell.text_page import TextPage


class Furniture:
    """The parts, made together once the window stands on the screen."""

    def __init__(self, window: QMainWindow) -> None:
        self.notices = NoticeBar(window)
        self.status = StatusLine(window)
        self.finder = Finder(window)
        self.text_page = TextPage(window)
        self.menus = Menus(window.menuBar(), window)
        window.setStatusBar(self.status)

    def retranslate(self) -> None:
        """Say everything in the language now in use."""
        for part in (self.notices, self.status, self.finder, self.text_page, self.menus):
            part.retranslate()
