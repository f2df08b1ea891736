"""The large clocks of speaker and segment: read from marks ten times a second, painted only when a figure turns."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from hrdesk.desktop.floor.screens.clock_face import figures, stage_of
from hrdesk.desktop.floor.screens.colours import STAGE_COLOURS
from hrdesk.desktop.floor.telling import stage_words
from hrdesk.floor.picture import Clock
from hrdesk.language.interface import current
from hrdesk.language.isolation import isolate
from hrdesk.records.moment import Moment

TICK = 100
"""Milliseconds between two readings."""

PADDING = 10

NOTHING = ("–:––", "idle")
"""What is shown while nobody has the floor."""

COLOURED = ("warned", "urged", "over", "ended_over", "unsure")
"""The stages that take the colours of the screens; in the others the clock looks like the window."""

TOLD = ("warned", "urged", "over")
"""The stages that a screen reader is told of the moment they are reached."""


class FloorClock(QWidget):
    """Shows a clock under a title. ``reached`` names a stage of urgency at the moment the clock runs into it.

    ``scale`` says how much larger than text the figures are.
    """

    reached = Signal(str)

    def __init__(
        self,
        now: Callable[[], Moment],
        scale: float,
        words: Callable[[str], str] = stage_words,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._scale = scale
        self._words = words
        self._clock: Clock | None = None
        self._whose = ""
        self._title = ""
        self._face = NOTHING
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self.tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.retranslate()

    @property
    def face(self) -> tuple[str, str]:
        """Give the figures and the stage that are shown."""
        return self._face

    def show_clock(self, clock: Clock | None, whose: str, title: str) -> None:
        """Show a clock; ``whose`` tells one from another, so that each runs into a stage once."""
        if whose != self._whose:
            self._face = NOTHING
        self._clock, self._whose, self._title = clock, whose, title
        self.tick()
        self.retranslate()

    def tick(self) -> None:
        """Read the clock; paint when it shows something else."""
        before, running = self._face, False
        if self._clock is None:
            self._face = NOTHING
        else:
            now = self._now()
            reading = self._clock.read(now)
            running = reading.running
            self._face = figures(reading), stage_of(reading, self._clock, now)
        if running != self._timer.isActive():
            (self._timer.start if running else self._timer.stop)()
        if self._face == before:
            return
        self.update()
        stage = self._face[1]
        if stage != before[1]:
            self._name()
            if running and stage in TOLD:
                self._announce()
                self.reached.emit(stage)

    def retranslate(self) -> None:
        """Set the words anew."""
        self._name()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for room for a name, the figures and the words."""
        line = self.fontMetrics().height()
        large = QFontMetrics(self._large())
        return QSize(large.horizontalAdvance("+00:00") + 2 * PADDING, large.height() + 2 * line + 2 * PADDING)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, the figures and the words of the stage."""
        (shown, stage), palette = self._face, self.palette()
        ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
        if stage in COLOURED:
            ground, ink = (QColor(colour) for colour in STAGE_COLOURS[stage])
        painter = QPainter(self)
        painter.fillRect(self.rect(), ground)
        painter.setPen(ink)
        inner = self.rect().adjusted(PADDING, PADDING, -PADDING, -PADDING)
        line = self.fontMetrics().height()
        strong = QFont(self.font())
        strong.setBold(True)
        painter.setFont(strong)
        name = QFontMetrics(strong).elidedText(self._title, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QRect(inner.left(), inner.top(), inner.width(), line + 2), _CENTRE, name)
        painter.setFont(self._large())
        middle = inner.adjusted(0, line, 0, -line)
        painter.drawText(middle, _CENTRE, isolate(shown) if current().right_to_left else shown)
        painter.setFont(strong if stage in COLOURED else self.font())
        words = QFontMetrics(painter.font()).elidedText(self._words(stage), Qt.TextElideMode.ElideRight, inner.width())
        foot = QRect(inner.left(), inner.bottom() - line, inner.width(), line + 2)
        painter.drawText(foot, _CENTRE, words)
        painter.end()

    def _name(self) -> None:
        """Tell a screen reader who has the floor and how it stands, not each second."""
        self.setAccessibleName(", ".join(one for one in (self._title, self._words(self._face[1])) if one))

    def _announce(self) -> None:
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.accessibleName())
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(event)

    def _large(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(self.font().pointSizeF() * self._scale)
        font.setBold(True)
        return font


_CENTRE = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
