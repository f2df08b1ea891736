"""The segments of the session side by side: what was planned, what was used; the one that goes on by word and shape."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from hrdesk.desktop.floor.screens.clock_face import time_text
from hrdesk.desktop.floor.telling import segment_words
from hrdesk.floor.picture import Stretch
from hrdesk.language import N_
from hrdesk.language.interface import _
from hrdesk.records.moment import Moment

SECOND = 1000
"""Milliseconds between two readings: nobody needs tenths of a segment."""

SLENDER = 25
"""The minutes as which a shorter segment is drawn: else nobody could read it."""

STATES = {
    "to_come": ("○", N_("to come")),
    "running": ("▶", N_("goes on")),
    "done": ("✓", N_("over")),
    "dropped": ("–", N_("dropped")),
}


class ShortLabel(QLabel):
    """A label that is cut with an ellipsis where there is little room, so that the strip fits into any window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.words = ""
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, words: str) -> None:
        """Show other words."""
        if words != self.words:
            self.words = words
            self._cut()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)


class SegmentBox(QFrame):
    """One segment."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._stretch: Stretch | None = None
        self._name = ShortLabel(self)
        self._told = ShortLabel(self)
        self._told.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(5)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.setSpacing(2)
        for part in (self._name, self._told, self._bar):
            layout.addWidget(part)

    @property
    def text(self) -> str:
        """Give what the box says."""
        return f"{self._name.words} {self._told.words}"

    def show_stretch(self, stretch: Stretch, now: Moment) -> None:
        """Show a segment as it stands now."""
        if stretch is not self._stretch:
            self._stretch = stretch
            sign, word = STATES[stretch.state]
            self._name.say(f"{sign} {segment_words(stretch.segment)}")
            self.setToolTip(f"{segment_words(stretch.segment)}, {_(word)}")
            font = self._name.font()
            font.setBold(stretch.state == "running")
            self._name.setFont(font)
        self.tick(now)

    def tick(self, now: Moment) -> None:
        """Read the clock of the segment."""
        if self._stretch is None:
            return
        used = self._stretch.clock.read(now).used // 1000
        planned = self._stretch.clock.seconds
        word = _(STATES[self._stretch.state][1])
        if planned is None:
            self._told.say(_("{used}, {state}", used=time_text(used), state=word))
        else:
            told = _("{used} of {planned}, {state}", used=time_text(used), planned=time_text(planned), state=word)
            self._told.say(told)
        self._bar.setMaximum(max(planned or 0, 1))
        self._bar.setValue(min(used, planned or 0))
        self.setAccessibleName(self.text)


class SegmentStrip(QWidget):
    """All segments of the session; reads only the clock of the one that goes on."""

    def __init__(self, now: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._stretches: tuple[Stretch, ...] = ()
        self.boxes: list[SegmentBox] = []
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        self._timer = QTimer(self, interval=SECOND)
        self._timer.timeout.connect(self._on_time)

    def show_stretches(self, stretches: tuple[Stretch, ...]) -> None:
        """Show the segments of a session."""
        self._stretches = stretches
        while len(self.boxes) < len(stretches):
            self.boxes.append(SegmentBox(self))
            self._layout.addWidget(self.boxes[-1])
        now = self._now()
        for place, box in enumerate(self.boxes):
            box.setVisible(place < len(stretches))
            if place < len(stretches):
                self._layout.setStretch(place, max(stretches[place].segment.minutes or 0, SLENDER))
                box.show_stretch(stretches[place], now)
        is_running = any(one.state == "running" for one in stretches)
        (self._timer.start if is_running else self._timer.stop)()
        self.setVisible(bool(stretches))

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Segments of the session"))
        for box in self.boxes:
            box._stretch = None  # noqa: SLF001 - its own strip
        self.show_stretches(self._stretches)

    def _on_time(self) -> None:
        now = self._now()
        for stretch, box in zip(self._stretches, self.boxes, strict=False):
            if stretch.state == "running":
                box.tick(now)
