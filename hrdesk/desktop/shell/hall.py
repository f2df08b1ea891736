"""Whether the hall sees the desk's own window, because its screen is mirrored to a projector: hall mode.

One for the window, handed to every room with its workplace. In hall mode a room shows what an audience that may see
``audience`` may see, and no more, and says how much it hides.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QRect, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen

from hrdesk.desktop.shell.displays import displays
from hrdesk.records.disclosure import PLACES, may_be_found

SETTLED_MS = 500
"""Until a projector that was just plugged in has found its size."""

LOOK_MS = 5000
"""How often the system is asked: where two displays show the same, Qt hears nothing of the second."""

OWN, HALL = PLACES["screen"], PLACES["hall"]
"""Who sees the window: the desk's own people, or a hall of whom nobody may see what is confidential."""


def is_mirrored(screens: Sequence[QRect], driven: int = 0) -> bool:
    """Tell whether two displays show the same: two of Qt's screens overlap, or the system drives more than Qt knows."""
    for at, one in enumerate(screens):
        if any(one.intersects(other) for other in screens[at + 1 :]):
            return True
    return driven > len(screens) > 0


class Hall(QObject):
    """Hall mode: by itself while the screen is mirrored, unless that is opted out of; by hand at any time.

    ``changed`` tells that it went on or off, ``opted`` whether a person lets it come on by itself.
    """

    changed = Signal(bool)
    opted = Signal(bool)

    def __init__(
        self,
        parent: QObject | None = None,
        found: Callable[[], Sequence[QScreen]] = QGuiApplication.screens,
        driven: Callable[[], int] | None = None,
        *,
        by_itself: bool = True,
    ) -> None:
        super().__init__(parent)
        self._found = found
        self._driven = driven or displays
        self._is_on = False
        self._is_mirrored = False
        self._is_by_itself = by_itself
        self._settle = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settle.timeout.connect(self.look)
        self._again = QTimer(self, interval=LOOK_MS)
        self._again.timeout.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_changed)
            app.screenRemoved.connect(self._on_changed)
            app.primaryScreenChanged.connect(self._on_changed)
        if by_itself:
            self.look()
            self._keep_looking()

    @property
    def is_on(self) -> bool:
        """Tell whether the hall sees the window."""
        return self._is_on

    @property
    def audience(self) -> str:
        """Give the strictest class that may stand on the window now: what search and lists ask for."""
        return HALL if self._is_on else OWN

    @property
    def is_by_itself(self) -> bool:
        """Tell whether it comes on by itself."""
        return self._is_by_itself

    @is_by_itself.setter
    def is_by_itself(self, wanted: bool) -> None:
        """Opt out, or in again."""
        if wanted == self._is_by_itself:
            return
        self._is_by_itself = wanted
        self.opted.emit(wanted)
        if wanted:
            self._keep_looking()
            self._is_mirrored = False
            self.look()
        else:
            self._again.stop()

    def may_show(self, sensitivity: str) -> bool:
        """Tell whether a record of this class may stand on the window now."""
        return may_be_found(sensitivity, self.audience)

    def toggle(self) -> None:
        """Switch it by hand; it then stays so until the screens change."""
        self._switch(not self._is_on)

    def look(self) -> None:
        """Look whether the screen is mirrored; what a person switched by hand stays while that does not change."""
        if not self._is_by_itself:
            return
        mirrored = is_mirrored([one.geometry() for one in self._found()], self._driven())
        if mirrored != self._is_mirrored:
            self._is_mirrored = mirrored
            self._switch(mirrored)

    def rest(self) -> None:
        """Look no more: the window is gone."""
        self._again.stop()
        self._settle.stop()

    def _keep_looking(self) -> None:
        """Ask again and again where the system tells its displays; elsewhere Qt's own signals are all there is."""
        if self._driven():
            self._again.start()

    def _switch(self, on: bool) -> None:
        if on != self._is_on:
            self._is_on = on
            self.changed.emit(on)

    def _on_changed(self) -> None:
        self._settle.start()
