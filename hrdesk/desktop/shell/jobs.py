"""Work that takes time, done in a thread of the pool; what came of it arrives in the window's thread."""

import contextlib
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

T = TypeVar("T")


class _Answer:
    """What came of one piece of work, and who awaits it."""

    def __init__(
        self,
        work: Callable[[], Any],
        answered: Callable[[Any], None],
        failed: Callable[[Exception], None],
        asker: object = None,
    ) -> None:
        self._work, self._answered, self._failed = work, answered, failed
        self._result: Any = None
        self._error: Exception | None = None
        self.asker = asker
        self.is_found = False

    def find(self) -> None:
        """Do the work; runs in a thread of the pool."""
        try:
            self._result = self._work()
        except Exception as error:  # noqa: BLE001 - whatever went wrong belongs in front of the person
            self._error = error
        self.is_found = True

    def give(self) -> None:
        """Hand on what came of it; runs in the window's thread."""
        if self._error is not None:
            self._failed(self._error)
        else:
            self._answered(self._result)


class _Job(QRunnable):
    def __init__(self, answer: _Answer, done: Callable[[_Answer], None]) -> None:
        super().__init__()
        self._answer, self._done = answer, done

    def run(self) -> None:
        """Do the work in a thread of the pool and say so in the window's."""
        self._answer.find()
        with contextlib.suppress(RuntimeError):  # the window is gone, and with it whoever asked
            self._done(self._answer)


class Jobs(QObject):
    """Starts jobs and remembers the answers that are still awaited.

    ``in_order`` has one thread do them one after another, as they were started; else they run beside each other. Even
    then one asker has the answers in the order of the questions: the last that he hears is how things stand.
    """

    _done = Signal(object)

    def __init__(self, parent: QObject | None = None, *, in_order: bool = False) -> None:
        super().__init__(parent)
        self._waiting: dict[_Answer, None] = {}
        self._pool = QThreadPool.globalInstance()
        if in_order:
            self._pool = QThreadPool(self)
            self._pool.setMaxThreadCount(1)
        self._done.connect(self._on_done)

    @property
    def is_idle(self) -> bool:
        """Tell whether every job that was started has been answered."""
        return not self._waiting

    def start(
        self,
        work: Callable[[], T],
        answered: Callable[[T], None],
        failed: Callable[[Exception], None],
        asker: object = None,
    ) -> None:
        """Do ``work`` in another thread; ``answered`` or ``failed`` then runs in the window's."""
        answer = _Answer(work, answered, failed, asker)
        self._waiting[answer] = None
        self._pool.start(_Job(answer, self._done.emit))

    def wait(self) -> None:
        """Wait, in whatever thread, for what was started; the answers come as they do."""
        self._pool.waitForDone()

    def settle(self) -> None:
        """Wait for what was started and hand on now what came of it, in the order in which it was started."""
        while self._waiting:
            self._pool.waitForDone()
            for answer in list(self._waiting):
                self._on_done(answer)

    def finish(self) -> None:
        """Wait for what is running; called before a desk is closed. Answers that come after it find nobody."""
        self._pool.waitForDone()
        self._waiting.clear()

    def _on_done(self, answer: _Answer) -> None:
        told = [answer] if answer.asker is None else [one for one in self._waiting if one.asker == answer.asker]
        for one in told:
            if not one.is_found:
                return  # asked before and still on its way: it comes first
            if one in self._waiting:
                del self._waiting[one]
                one.give()


def asker_of(answered: Callable[..., object]) -> object:
    """Tell who awaits an answer: the place in the program that asks, and the part of the window it asks for."""
    function = getattr(answered, "__func__", answered)
    code = getattr(function, "__code__", None)
    owner = getattr(answered, "__self__", None)
    held = getattr(function, "__closure__", None)
    if owner is None and held and code is not None and "self" in code.co_freevars:
        owner = held[code.co_freevars.index("self")].cell_contents
    return None if code is None else (code, id(owner))
