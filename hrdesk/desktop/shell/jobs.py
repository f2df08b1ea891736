"""Work that takes time, done in a thread of the pool; what came of it arrives in the window's thread."""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class _Answer(QObject):
    given = Signal(object)
    failed = Signal(object)


class _Job(QRunnable):
    def __init__(self, work: Callable[[], Any], answer: _Answer) -> None:
        super().__init__()
        self._work = work
        self._answer = answer

    def run(self) -> None:
        """Do the work in a thread of the pool and send what came of it to the window's thread."""
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs in front of the person
            self._answer.failed.emit(error)
        else:
            self._answer.given.emit(result)


class Jobs(QObject):
    """Starts jobs and remembers the answers that are still awaited."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: set[_Answer] = set()

    @property
    def is_idle(self) -> bool:
        """Tell whether every job that was started has been answered."""
        return not self._waiting

    def start(self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do ``work`` in another thread; ``answered`` or ``failed`` then runs in the window's."""
        answer = _Answer()
        self._waiting.add(answer)

        def on_given(result: T) -> None:
            if answer in self._waiting:
                self._waiting.discard(answer)
                answered(result)

        def on_failed(error: Exception) -> None:
            if answer in self._waiting:
                self._waiting.discard(answer)
                failed(error)

        answer.given.connect(on_given)
        answer.failed.connect(on_failed)
        QThreadPool.globalInstance().start(_Job(work, answer))

    def finish(self) -> None:
        """Wait for what is running; called before a desk is closed. Answers that come after it find nobody."""
        QThreadPool.globalInstance().waitForDone()
        self._waiting.clear()
