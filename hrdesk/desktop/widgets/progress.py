"""Work that takes long, with how far it is and a button that stops it: a strip in the room, not a dialog over it."""

import threading
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

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
    """Hidden until work begins. One piece of work at a time; ``stopped`` says that a person wished it to stop."""

    stopped = Signal()
    _told = Signal(int, int)

    def __init__(self, starter: Starter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._starter = starter
        self._say: Callable[[], str] = str
        self._stop_wished = threading.Event()
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
        self.show()

        def on_answer(result: T) -> None:
            self.hide()
            answered(result)

        def on_failure(error: Exception) -> None:
            self.hide()
            failed(error)

        self._starter.start(lambda: work(self._report), on_answer, on_failure)
        return True

    def retranslate(self) -> None:
        """Set every word anew."""
        self._words.setText(self._say())
        self._bar.setAccessibleName(self._say() or _("Progress"))
        self.stop.setText(_("Stop"))

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
