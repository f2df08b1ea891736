"""What room and podium look at, in the room's language: painted only where it changed.

Where it has the keyboard, the keys of a clicker still work the floor.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.bare_screen import BareScreen
from hrdesk.desktop.floor.screens.clock_face import ClockFace
from hrdesk.desktop.floor.screens.colours import BAR, BAR_GROUND, BAR_USUAL, MESSAGE, QUIET
from hrdesk.desktop.floor.screens.colours import STAGE_COLOURS as COLOURS
from hrdesk.desktop.floor.screens.figure_row import FigureRow
from hrdesk.desktop.floor.screens.lettering import CENTRE, LEADING, TRAILING, Lettering
from hrdesk.desktop.floor.screens.room_words import STAGE_WORDS, RoomWords
from hrdesk.desktop.floor.screens.stage_band import StageBand, TimeBar
from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.language.words import words_for

ADVANCE = frozenset({Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter})
PAUSE = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_Space})
"""What presentation clickers send, and the keys of the floor itself."""

Place = tuple[float, float, float, float]
"""Left, top, width and height as parts of the screen, for a language that runs from left to right."""


@dataclass(frozen=True)
class Middle:
    """The figures and what stands right below them, one under the other: left, width and top, and how high each is.

    The ``message`` of the chair stands ``gap`` below them while there is one; the figures are lower then.
    """

    left: float
    width: float
    top: float
    figures: float
    lower_figures: float
    bar: float
    band: float
    gap: float
    message: float


class Screen(BareScreen):
    """The parts that both screens have; ``…_requested``: what a clicker asks for.

    ``PLACES`` says where each part stands above and below the ``MIDDLE``; one that is not named is not shown.
    """

    advance_requested = Signal()
    pause_requested = Signal()

    PLACES: Mapping[str, Place] = MappingProxyType({})
    MIDDLE: Middle

    def __init__(self) -> None:
        super().__init__()
        self.session = Lettering(self, LEADING, ink=QUIET)
        self.segment = Lettering(self, TRAILING, ink=QUIET)
        self.segment_clock = FigureRow(self, at_edge=True)
        self.speaker = Lettering(self, CENTRE, 2, bold=True)
        self.second = Lettering(self, CENTRE, ink=QUIET)
        self.figures = FigureRow(self)
        self.bar = TimeBar(self)
        self.band = StageBand(self)
        self.next = Lettering(self, LEADING, bold=True)
        self.waiting = Lettering(self, TRAILING, ink=QUIET)
        self.notice = Lettering(self, LEADING, ink=QUIET)
        self.message = Lettering(self, CENTRE, 2, bold=True)
        self.message.colour(*MESSAGE)
        self._words = RoomWords()
        self._time = ClockFace()
        self._turn()

    def places(self) -> dict[str, Place]:
        """Say where each part stands; the message of the chair has a place of its own while there is one."""
        middle, with_message = self.MIDDLE, bool(self._words.message)
        heights = {
            "figures": middle.lower_figures if with_message else middle.figures,
            "bar": middle.bar,
            "band": middle.band,
        }
        found, top = dict(self.PLACES), middle.top
        for name, height in heights.items():
            found[name] = (middle.left, top, middle.width, height)
            top += height
        if with_message:
            found["message"] = (middle.left, top + middle.gap, middle.width, middle.message)
        return found

    def show_words(self, told: RoomWords) -> None:
        """Show what changed of the words."""
        before, self._words = self._words, told
        if told.language != before.language:
            self._turn()
        self.session.say(told.session)
        self.segment.say(told.segment)
        self.speaker.say(told.speaker.first or (told.session if self._time.stage == "idle" else ""))
        self.second.say(told.speaker.second)
        ahead = " · ".join(told.next)
        self.next.say(_after(told.next_title, ahead, told.language))
        self.waiting.say(told.waiting)
        self.notice.say(told.notice)
        self.message.say(told.message)
        self._say_stage()
        if told.language != before.language or bool(told.message) != bool(before.message):
            self._lay_out()

    def show_time(self, speaker: ClockFace, segment: ClockFace) -> None:
        """Show the clocks; where no figure changed, nothing is painted."""
        before, self._time = self._time, speaker
        self.figures.say(speaker.figures)
        self.segment_clock.say(segment.figures)
        self.bar.show_share(speaker.share)
        if speaker.stage != before.stage:
            ground, ink = COLOURS[speaker.stage]
            self.figures.colour(ground, ink)
            self.bar.colour(BAR_GROUND if speaker.stage not in BAR else ground, BAR.get(speaker.stage, BAR_USUAL))
            self._say_stage()

    def clear(self) -> None:
        """Show nothing of any floor."""
        self.show_time(ClockFace(), ClockFace())
        self.show_words(RoomWords(self._words.language))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay everything out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take F11, Escape, and the keys of a clicker."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F11 or (key == Qt.Key.Key_Escape and self.isFullScreen()):
            self.turn_full()
        elif event.isAutoRepeat():
            event.ignore()
        elif key in ADVANCE:
            self.advance_requested.emit()
        elif key in PAUSE:
            self.pause_requested.emit()
        else:
            super().keyPressEvent(event)

    def _turn(self) -> None:
        """Run as the language of the room does, whatever way the window of the desk runs."""
        mirrored = self._words.language in RIGHT_TO_LEFT
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight)

    def _say_stage(self) -> None:
        stage = self._time.stage
        words = words_for(self._words.language)
        self.band.show_stage(stage, words.text(STAGE_WORDS[stage]))

    def _lay_out(self) -> None:
        """Place the parts; where the language runs from right to left, mirrored."""
        places = self.places()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for name in (*_PARTS,):
            part: QWidget = getattr(self, name)
            found = places.get(name)
            part.setVisible(found is not None)
            if found is None:
                continue
            left, top, width, height = found
            if mirrored:
                left = 1 - left - width
            corner = QPoint(round(left * self.width()), round(top * self.height()))
            beyond = QPoint(round((left + width) * self.width()), round((top + height) * self.height()))
            part.setGeometry(QRect(corner, beyond - QPoint(1, 1)))


_PARTS = (
    "session",
    "segment",
    "segment_clock",
    "speaker",
    "second",
    "figures",
    "bar",
    "band",
    "next",
    "waiting",
    "notice",
    "message",
)


def _after(title: str, text: str, language: str) -> str:
    """Put a title before a text."""
    return words_for(language).text("{title}: {text}", title=title, text=text) if text else ""
