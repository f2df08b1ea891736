"""Where the screens of the room stand: on a projector by themselves, on the desk's own screen where there is none.

A projector that is unplugged gives its screen back as a small window, and takes it again when it returns.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QSize, QTimer
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.bare_screen import SMALL

SETTLED_MS = 300
"""A projector that is plugged in changes size a few times before it stands."""

_MARGIN = 24


def projectors(places: Sequence[QRect], own: int) -> list[int]:
    """Give which of the screens at ``places`` the room may have, largest first: not the desk's own, nor its mirror.

    Two that mirror each other count once.
    """
    found: list[int] = []
    for at, place in enumerate(places):
        if at != own and not place.intersects(places[own]) and not any(place == places[other] for other in found):
            found.append(at)
    return sorted(found, key=lambda at: -places[at].width() * places[at].height())


class Placing(QObject):
    """Keeps ``screens`` where they belong. The first that is shown takes the largest projector, the second the next."""

    def __init__(
        self,
        window: QWidget,
        screens: Sequence[QWidget],
        found: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._screens = tuple(screens)
        self._found = found
        self._at: dict[QWidget, QScreen | None] = {}
        self._watched: QWindow | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self.arrange)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_added)
            app.screenRemoved.connect(self._on_removed)
        for one in self._found():
            one.geometryChanged.connect(self._on_changed)

    def show(self, screen: QWidget) -> None:
        """Show a screen where it belongs."""
        handle = self._window.windowHandle()
        if handle is not self._watched:
            handle.screenChanged.connect(self._on_changed)
            self._watched = handle
        screen.setVisible(True)
        self.arrange()

    def hide(self, screen: QWidget) -> None:
        """Take a screen away; another may go where it stood."""
        screen.hide()
        self.forget_hidden()

    def forget_hidden(self) -> None:
        """Let another screen stand where one stood that is no longer shown."""
        for screen in self._screens:
            if screen.isHidden():
                self._at.pop(screen, None)
        self.arrange()

    def arrange(self, gone: QScreen | None = None) -> None:
        """Put every screen that is shown where it belongs, and leave alone what stands there already."""
        found = [one for one in self._found() if one is not gone]
        if not found:  # the last one is being changed; what comes next is told
            return
        own = self._window.screen()
        if own not in found:
            own = found[0]
        was_active = self._window.isActiveWindow()
        free = [found[at] for at in projectors([one.geometry() for one in found], found.index(own))]
        for screen in self._screens:
            if screen.isHidden():
                continue
            target = free.pop(0) if free else None
            if screen in self._at and self._at[screen] is target:
                continue
            self._at[screen] = target
            if target is not None:
                _fill(screen, target)
            else:
                _make_small(screen, own)
            if was_active:  # the keys stay with the list, whatever the window manager thinks of a new window
                self._window.activateWindow()

    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._settle.start()

    def _on_removed(self, screen: QScreen) -> None:
        # At once: until then the window stands full over the list of whoever leads the meeting.
        self.arrange(gone=screen)
        self._settle.start()

    def _on_changed(self) -> None:
        self._settle.start()


def _fill(screen: QWidget, target: QScreen) -> None:
    """Fill a projector; a window that is full already has to leave that first, or it stays on the screen it fills."""
    if screen.isFullScreen():
        screen.showNormal()
    screen.setScreen(target)
    screen.setGeometry(target.geometry())
    screen.showFullScreen()


def _make_small(screen: QWidget, own: QScreen) -> None:
    """Stand small in the far corner of the desk's own screen."""
    if screen.isFullScreen():
        screen.showNormal()
    screen.setScreen(own)
    room = own.availableGeometry()
    size = QSize(*SMALL).boundedTo(room.size() / 2)
    corner = room.bottomRight() - QPoint(size.width() + _MARGIN, size.height() + 2 * _MARGIN)
    screen.setGeometry(QRect(corner, size))
