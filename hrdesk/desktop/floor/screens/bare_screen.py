"""A window that others look at: white as paper, without a pointer where it fills the screen, dark when asked.

It never takes the keyboard from the work by itself.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPalette, QResizeEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.colours import PAPER
from hrdesk.desktop.floor.screens.cover import Cover
from hrdesk.language.interface import _

SMALL = 640, 360
"""The window where no screen is free for it."""


class BareScreen(QWidget):
    """``closed``: by a person."""

    closed = Signal()

    TITLE = ""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(PAPER))
        self.setPalette(palette)
        self.setAutoFillBackground(True)
        self._cover = Cover(self)
        self._cover.hide()
        self.resize(*SMALL)
        self.retranslate()

    @property
    def is_dark(self) -> bool:
        """Tell whether the screen is blacked out."""
        return not self._cover.isHidden()

    def black_out(self, on: bool) -> None:
        """Show nothing but a dot, or what goes on."""
        self._cover.setVisible(on)
        self._cover.raise_()

    def turn_full(self) -> None:
        """Fill the screen, or no longer."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def retranslate(self) -> None:
        """Name the window in the language of the desk."""
        self.setWindowTitle(_(self.TITLE) if self.TITLE else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cover the whole of it."""
        super().resizeEvent(event)
        self._cover.setGeometry(self.rect())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say that a person closed it."""
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Hide the pointer where the whole hall would see it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.setCursor(Qt.CursorShape.BlankCursor if self.isFullScreen() else Qt.CursorShape.ArrowCursor)
