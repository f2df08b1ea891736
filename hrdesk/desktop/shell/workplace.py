"""What every panel is handed: the open desk, the doorway for writes, and the road for reads that take time."""

import contextlib
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from hrdesk.desk import Announcement, Command, Desk
from hrdesk.desktop.shell.hall import Hall
from hrdesk.desktop.shell.jobs import Jobs, asker_of
from hrdesk.errors import MEANWHILE, Refused
from hrdesk.settings import Settings
from hrdesk.store.reading import Reader

T = TypeVar("T")


@dataclass(frozen=True)
class Typed:
    """What a command is to keep, as it was typed: the text of the draft, its place, and a place of its own.

    The draft goes in the transaction of the command. Of a command that fails the text is laid ``aside`` before
    anything else is written, because the next text is typed at the same place already.
    """

    place: str
    text: str
    aside: str


class Workplace(QObject):
    """The open desk as the panels see it; one for the window, with one desk at a time.

    ``changed`` is told once after every command, undo, redo and merge; ``refused`` carries what a person must read;
    ``kept`` carries a short sentence for the status line; ``keeping`` tells that a command was handed to the writer.
    ``met`` names the record in which another desk had written where a person wrote, and both stand.

    Commands that many are given of in a row are handed over with ``keep``: one thread writes them in the order in
    which they were given, and the window never waits for the disk. Whatever else is done waits for that thread first.

    ``is_stepping`` says that it takes back, or does again, what takes long; no second such step is begun meanwhile.

    ``hall`` is that of the window; where there is none, the workplace has its own.
    """

    changed = Signal(object)
    refused = Signal(object)
    kept = Signal(str)
    keeping = Signal()
    met = Signal(str)
    _announced = Signal()

    def __init__(
        self,
        desk: Desk,
        commands: Mapping[str, Command],
        settings: Settings,
        parent: QObject | None = None,
        hall: Hall | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.commands = commands
        self.settings = settings
        self.hall = hall or Hall(self, by_itself=settings.hall)
        self._jobs = Jobs(self)
        self._writer = Jobs(self, in_order=True)
        self._in_hand = 0
        self.is_stepping = False
        self._announcements: deque[Announcement] = deque()
        # What is written in another thread is announced there; the signal carries it over into the window's.
        self._announced.connect(self._on_announced)
        desk.listeners.append(self._hear)

    @property
    def path(self) -> Path:
        """Say where the open desk file is."""
        return self.desk.path

    def run(self, command: str, /, **arguments: Any) -> Any:
        """Run a command by name, after those handed to the writer; a refusal is told and gives None."""
        self.settle()
        try:
            answer = self.desk.run(self.commands[command], started_by=self.sender(), **arguments)
        except Refused as refusal:
            self.refused.emit(refusal)
            return None
        if isinstance(answer, dict) and answer.get(MEANWHILE):
            self.met.emit(str(answer.get("id", "")))
        return answer

    def ask(self, question: Callable[[Reader], T]) -> T:
        """Ask a short question (point reads, one page of rows: under 5 ms) in the window's own thread."""
        with self.desk.looking() as reader:
            return question(reader)

    def keep(
        self,
        command: str,
        arguments: Mapping[str, Any],
        answered: Callable[[Any], None],
        failed: Callable[[Exception], None],
        typed: Typed | None = None,
    ) -> None:
        """Hand a command to the writer; what came of it is told in the window's thread, in the order of the commands.

        ``failed`` is asked to bring back what was typed; the sentence is told through ``refused`` after it.
        """
        started_by = self.sender()

        def work() -> Any:
            place = typed.place if typed else ""
            try:
                return self.desk.run(self.commands[command], started_by=started_by, draft_at=place, **arguments)
            except Exception:
                if typed is not None:
                    with contextlib.suppress(Exception):  # what was refused is told, not that this failed too
                        self.desk.keep_draft(typed.aside, typed.text)
                raise

        self._hand_over(work, answered, failed)

    def step(self, step: Callable[[], str], answered: Callable[[], None]) -> None:
        """Have a long step of undo or redo done by the writer: what is typed meanwhile is kept after it."""

        def on_answered(_: object) -> None:
            self.is_stepping = False
            answered()

        self.is_stepping = True
        self._hand_over(step, on_answered, on_answered)

    def write(self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None]) -> None:
        """Do other writing in the writer's thread, after what was handed to it before."""
        self._writer.start(work, answered, failed)

    def settle(self) -> None:
        """Wait until everything that was handed to the writer is kept or refused, and told."""
        self._writer.settle()
        self._on_announced()

    def read(self, question: Callable[[Reader], T], answered: Callable[[T], None]) -> None:
        """Ask a longer question in another thread, with a connection of its own; ``answered`` runs in the window's.

        Who asks again before the answer came hears the answers in the order of the questions.
        """

        def work() -> T:
            with self.desk.reader() as reader:
                return question(reader)

        self._jobs.start(work, answered, self.refused.emit, asker_of(answered))

    def start(
        self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Do work that takes time in another thread; without ``failed`` what goes wrong is told through ``refused``.

        What was handed to the writer before is kept first, so that a document or a bundle holds it; the other thread
        waits for that, not the window.
        """

        def after_the_writer() -> T:
            self._writer.wait()
            return work()

        self._jobs.start(after_the_writer, answered, failed or self.refused.emit)

    @property
    def is_idle(self) -> bool:
        """Tell whether no answer of other threads is awaited."""
        return self._jobs.is_idle and self._writer.is_idle

    @property
    def is_keeping(self) -> bool:
        """Tell whether a command is in the writer's hands."""
        return self._in_hand > 0

    def finish(self) -> None:
        """Wait for the work that is running; called before the desk is closed."""
        self._writer.settle()
        self._jobs.finish()
        self._writer.finish()
        if self.hall.parent() is self:
            self.hall.rest()

    def _hand_over(
        self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None]
    ) -> None:
        def on_answered(result: T) -> None:
            self._in_hand -= 1
            self._on_announced()
            answered(result)

        def on_failed(error: Exception) -> None:
            self._in_hand -= 1
            failed(error)
            self.refused.emit(error)

        self._in_hand += 1
        self._writer.start(work, on_answered, on_failed)
        self.keeping.emit()

    def _hear(self, announcement: Announcement) -> None:
        self._announcements.append(announcement)
        with contextlib.suppress(RuntimeError):  # the window is gone; the desk is told all the same
            self._announced.emit()

    def _on_announced(self) -> None:
        while self._announcements:
            self.changed.emit(self._announcements.popleft())
