"""Work that takes long, with how far it is and a button that stops it: a strip in the room, not a dialog over it."""

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget
from shiboken6 import isValid

from hrdesk.language.interface import _

T = TypeVar("T")
Report = Callable[[int, int], bool]
"""Told how many of how many are done; gives False when the work is to stop at the next safe place."""


class Starter(Protocol):
    """What runs work in another thread: the workplace."""

    def start(
        self,
        work: Callable[[], Any],
        answered: Callable[[Any], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Do ``work`` in another thread."""


class Progress(QWidget):
    """Hidden until work begins. One piece of work at a time; ``stopped`` says that a person wished it to stop.

    A button that is shut or away while the work goes on loses the keys to its neighbour; it gets them back afterwards,
    unless the person went elsewhere. So begin the work first, and shut the buttons then.
    """

    stopped = Signal()
    _told = Signal(int, int)

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._say: Callable[[], str] = str
        self._stop_wished = threading.Event()
        self._application = cast(QApplication, QApplication.instance())
        self._held: QWidget | None = None
        self._fell_to: QWidget | None = None
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self.stop = QPushButton(self)
        self.stop.clicked.connect(self._on_stop)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 4)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self.stop)
        self._told.connect(self._on_told)
        self.retranslate()
        self.hide()

    @property
    def is_busy(self) -> bool:
        """Tell whether work is under way."""
        return not self.isHidden()

    def run(
        self,
        say: Callable[[], str],
        work: Callable[[Report], T],
        answered: Callable[[T], None],
        failed: Callable[[Exception], None],
    ) -> bool:
        """Begin ``work`` in another thread and show it as ``say`` puts it; False while other work is under way."""
        if self.is_busy:
            return False
        self._say = say
        self._stop_wished.clear()
        self._bar.setRange(0, 0)
        self.stop.setEnabled(True)
        self.retranslate()
        self._held, self._fell_to = self.window().focusWidget(), None
        self._application.focusChanged.connect(self._on_focus)
        self.show()

        def on_answer(result: T) -> None:
            self._end(lambda: answered(result))

        def on_failure(error: Exception) -> None:
            self._end(lambda: failed(error))

        self._starter.start(lambda: work(self._report), on_answer, on_failure)
        return True

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(self._say())
        self._bar.setAccessibleName(self._say() or _("Progress"))
        self.stop.setText(_("Stop"))

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """See where the keys fell, which may be only when the window is in front again."""
        if self._fell_to is None and now is not self._held:
            self._fell_to = now

    def _end(self, tell: Callable[[], None]) -> None:
        """Hide the strip and tell; then give the keys back, unless somebody has gone or was led elsewhere."""
        self._application.focusChanged.disconnect(self._on_focus)
        window, held = self.window(), self._held
        was_shut = held is not None and not _is_open(held)
        has_stayed = self._fell_to in (None, window.focusWidget())
        self.hide()
        before = window.focusWidget()
        tell()
        if held is not None and was_shut and has_stayed and window.focusWidget() is before and _is_open(held):
            held.setFocus()

    def _report(self, done: int, of: int) -> bool:
        """Be told from the other thread how far the work is."""
        self._told.emit(done, of)
        return not self._stop_wished.is_set()

    def _on_told(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def _on_stop(self) -> None:
        self._stop_wished.set()
        self.stop.setEnabled(False)
        self.stopped.emit()


def _is_open(one: QWidget) -> bool:
    return isValid(one) and one.isVisible() and one.isEnabled()
