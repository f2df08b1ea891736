"""Everything outside the desk's own window that a running floor has: the two screens, the bell, a machine kept awake.

Told a picture after each change, it reads the clocks by itself ten times a second, and only while one runs.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.awake import Awake
from hrdesk.desktop.floor.screens.bell import Bell
from hrdesk.desktop.floor.screens.clock_face import ClockFace, is_running, segment_face, speaker_face
from hrdesk.desktop.floor.screens.lettering import have_chinese
from hrdesk.desktop.floor.screens.placing import Placing
from hrdesk.desktop.floor.screens.podium import PodiumScreen
from hrdesk.desktop.floor.screens.room import RoomScreen
from hrdesk.desktop.floor.screens.room_words import room_words
from hrdesk.desktop.floor.screens.screen import Screen
from hrdesk.desktop.shell.hall import Hall
from hrdesk.desktop.shell.looks import Looks
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.floor.picture import Picture
from hrdesk.records.moment import Moment

TICK_MS = 100
"""Ten looks a second, so that a figure turns when its second does."""

STROKES = {"warned": 1, "over": 2}
"""How often the bell is struck when a clock runs into a stage."""

_ORDER = ("called", "running", "warned", "urged", "over")


class Stage(QObject):
    """The screens of one window. ``advance_requested`` and ``pause_requested`` come from a clicker in a screen.

    ``hall`` is that of the whole window, unless another one is given.
    """

    room_shown = Signal(bool)
    podium_shown = Signal(bool)
    blacked_out = Signal(bool)
    hall_changed = Signal(bool)
    advance_requested = Signal()
    pause_requested = Signal()

    def __init__(
        self,
        workplace: Workplace,
        window: QWidget,
        now: Callable[[], Moment] | None = None,
        hall: Hall | None = None,
    ) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        self._now = now or workplace.desk.moment
        self.bell = Bell(self)
        self.awake = Awake(self)
        self.hall = hall or workplace.hall
        self.bell.is_muted = not workplace.settings.bell
        self.hall.changed.connect(self.hall_changed)
        self.bell.muted.connect(self._keep_choices)
        self._picture: Picture | None = None
        self._room: RoomScreen | None = None
        self._podium: PodiumScreen | None = None
        self._placing: Placing | None = None
        self._is_dark = False
        self._stage = ("", "idle")
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def is_running(self) -> bool:
        """Tell whether a clock runs: the desk is then not locked and the machine stays awake."""
        return self._picture is not None and is_running(self._picture, self._now())

    @property
    def is_room_shown(self) -> bool:
        """Tell whether the screen of the room is shown."""
        return self._room is not None and not self._room.isHidden()

    @property
    def is_podium_shown(self) -> bool:
        """Tell whether the screen of the podium is shown."""
        return self._podium is not None and not self._podium.isHidden()

    @property
    def is_blacked_out(self) -> bool:
        """Tell whether the screens are dark."""
        return self._is_dark

    @property
    def picture(self) -> Picture | None:
        """Give the picture that is shown."""
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show another picture; none empties the screens."""
        self._picture = picture
        for screen in self._screens():
            self._fill(screen)
        self.tick()

    def toggle_room(self) -> None:
        """Show or hide the screen of the room."""
        room, _podium, placing = self._made()
        self._toggle(room, placing)

    def toggle_podium(self) -> None:
        """Show or hide the screen of the podium."""
        _room, podium, placing = self._made()
        self._toggle(podium, placing)

    def black_out(self, on: bool) -> None:
        """Darken both screens, or show them again; a screen that is shown later is dark too."""
        if on == self._is_dark:
            return
        self._is_dark = on
        for screen in self._screens():
            screen.black_out(on)
        self.blacked_out.emit(on)

    def retranslate(self) -> None:
        """Name the windows anew."""
        for screen in self._screens():
            screen.retranslate()

    def tick(self) -> None:
        """Read the clocks and show what changed."""
        picture = self._picture
        if picture is None:
            self._watch(False)
            return
        now = self._now()
        face = speaker_face(picture, now)
        segment = segment_face(picture, now)
        for screen in self._screens():
            screen.show_time(face, segment)
        self._ring(picture, face)
        self._watch(is_running(picture, now))

    def print_list(self, *, for_the_desk: bool = False) -> bool:
        """Print the list and how the floor stands; tells whether it was printed."""
        if self._picture is None:
            return False
        from hrdesk.desktop.floor.screens.paper import print_list

        return print_list(self._picture, self._window, self._now(), for_the_desk=for_the_desk)

    def close(self) -> None:
        """Take the screens away and let the machine sleep; called before the desk is closed."""
        self._picture = None
        self._watch(False)
        self.bell.close()
        self.awake.close()
        for screen in self._screens():
            screen.blockSignals(True)
            screen.close()
            screen.deleteLater()
        self._room = self._podium = None
        if self._placing is not None:
            self._placing.deleteLater()
            self._placing = None

    def _made(self) -> tuple[RoomScreen, PodiumScreen, Placing]:
        """Give the screens, made when one is first asked for."""
        if self._room is None or self._podium is None or self._placing is None:
            self._room, self._podium = RoomScreen(), PodiumScreen()
            self._placing = Placing(self._window, (self._room, self._podium), parent=self)
            for screen in (self._room, self._podium):
                screen.advance_requested.connect(self.advance_requested)
                screen.pause_requested.connect(self.pause_requested)
                # When the event that closes it is over: until then it still counts as shown.
                screen.closed.connect(self._on_closed, Qt.ConnectionType.QueuedConnection)
                screen.black_out(self._is_dark)
                self._fill(screen)
        return self._room, self._podium, self._placing

    def _screens(self) -> tuple[Screen, ...]:
        return tuple(one for one in (self._room, self._podium) if one is not None)

    def _toggle(self, screen: Screen, placing: Placing) -> None:
        if screen.isHidden():
            self._fill(screen)
            placing.show(screen)
        else:
            placing.hide(screen)
        self._tell_shown()

    def _fill(self, screen: Screen) -> None:
        if self._picture is None:
            screen.clear()
            return
        told = room_words(self._picture)
        if told.needs_chinese:
            have_chinese()
        now = self._now()
        screen.show_time(speaker_face(self._picture, now), segment_face(self._picture, now))
        screen.show_words(told)

    def _ring(self, picture: Picture, face: ClockFace) -> None:
        """Ring where the clock of the same speaker runs into a later stage, not where it is found there."""
        turn = picture.current
        whose = turn.intervention.id if turn is not None else ""
        (before_whose, before), self._stage = self._stage, (whose, face.stage)
        is_later = face.stage in _ORDER and before in _ORDER and _ORDER.index(face.stage) > _ORDER.index(before)
        if whose and whose == before_whose and is_later:
            self.bell.ring(STROKES.get(face.stage, 0))

    def _watch(self, running: bool) -> None:
        """Read the clocks and keep the machine awake only while one runs."""
        if running == self._timer.isActive():
            return
        if running:
            self._timer.start()
            self.awake.hold()
        else:
            self._timer.stop()
            self.awake.release()

    def _on_closed(self) -> None:
        if self._placing is not None:
            self._placing.forget_hidden()
        self._tell_shown()

    def _keep_choices(self) -> None:
        """Keep for this machine whether the bell rings."""
        self._workplace.settings.bell = not self.bell.is_muted
        window = self._window.window()
        if isinstance(window, Looks):
            window.keep_settings()

    def _tell_shown(self) -> None:
        self.room_shown.emit(self.is_room_shown)
        self.podium_shown.emit(self.is_podium_shown)
