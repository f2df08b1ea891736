"""When a note was said: stamped by itself with its first key, and put right by hand where it was said earlier."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hrdesk.desktop.notes.note_model import clock_of
from hrdesk.language.interface import _

WIDTH = "00:00:00   "
"""As wide as this is the field."""

_TIME = re.compile(r"(\d{1,2})[:：.٫h](\d{2})(?:[:：.٫](\d{2}))?")
_BARE = re.compile(r"(\d{1,2})(\d{2})")
_EARLIER = re.compile(r"[-−–](\d{1,3})")

MINUTE = timedelta(minutes=1)


def moment_of(typed: str, around: str, zone: tzinfo | None) -> str | None:
    """Read "14:05", "14:05:30", "1405" or "-3" (minutes earlier), in figures of any script; None for what is no time.

    ``around`` is an instant in UTC of the same day; ``zone`` is that of the venue.
    """
    text = typed.strip()
    day = datetime.fromisoformat(around).astimezone(zone)
    if earlier := _EARLIER.fullmatch(text):
        return _written(day - int(earlier[1]) * MINUTE)
    told = _TIME.fullmatch(text) or _BARE.fullmatch(text)
    if told is None:
        return None
    hour, minute, second = (int(one or 0) for one in (*told.groups(), None)[:3])
    try:
        return _written(day.replace(hour=hour, minute=minute, second=second))
    except ValueError:
        return None


def moved(at: str, minutes: int) -> str:
    """Give the instant so many minutes later."""
    return _written(datetime.fromisoformat(at) + minutes * MINUTE)


def _written(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class TimeField(QLineEdit):
    """The hour by the clock of the venue. ``told`` carries an instant that a person chose; ``left`` goes on.

    ``refused`` tells that what was typed is no time; the field then shows again what it held.
    """

    told = Signal(str)
    left = Signal()
    refused = Signal()

    def __init__(self, now: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._at: str | None = None
        self._zone: tzinfo | None = None
        self.setMaxLength(12)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance(WIDTH) + 16)
        self.editingFinished.connect(self._read)

    def show_moment(self, at: str | None, zone: tzinfo | None) -> None:
        """Show an instant, or none while nothing is typed."""
        self._at, self._zone = at, zone
        shown = clock_of(at, zone, seconds=True)
        if shown != self.text():
            with QSignalBlocker(self):
                self.setText(shown)

    def retranslate(self) -> None:
        """Set the words anew."""
        self.setAccessibleName(_("Time of the note"))
        self.setToolTip(
            _("When it was said: 14:05, or -3 for three minutes ago. Arrow keys go minute by minute, Enter goes on.")
        )
        self.setPlaceholderText(_("now"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go minute by minute with the arrows, on with Enter, back with Esc."""
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self.told.emit(moved(self._at or self._now(), 1 if event.key() == Qt.Key.Key_Up else -1))
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._read()
                self.left.emit()
            case Qt.Key.Key_Escape:
                self.show_moment(self._at, self._zone)
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Choose all of it, so that the next figures replace it."""
        super().focusInEvent(event)
        self.selectAll()

    def _read(self) -> None:
        typed = self.text()
        if not typed.strip() or typed == clock_of(self._at, self._zone, seconds=True):
            self.show_moment(self._at, self._zone)
            return
        moment = moment_of(typed, self._at or self._now(), self._zone)
        if moment is None:
            self.show_moment(self._at, self._zone)
            self.refused.emit()
            return
        self.told.emit(moment)
