"""What every panel is handed: the open desk, the doorway for writes, and the road for reads that take time."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal

from hrdesk.desk import Announcement, Command, Desk
from hrdesk.desktop.shell.jobs import Jobs
from hrdesk.errors import Refused
from hrdesk.settings import Settings
from hrdesk.store.reading import Reader

T = TypeVar("T")


class Workplace(QObject):
    """The open desk as the panels see it; one for the window, with one desk at a time.

    ``changed`` is told once after every command, undo, redo and merge; ``refused`` carries what a person must read;
    ``kept`` carries a short sentence for the status line.
    """

    changed = Signal(object)
    refused = Signal(object)
    kept = Signal(str)
    _announced = Signal(object)

    def __init__(
        self, desk: Desk, commands: Mapping[str, Command], settings: Settings, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.desk = desk
        self.commands = commands
        self.settings = settings
        self._jobs = Jobs(self)
        # A merge announces itself in the thread it runs in; the signal carries it over into the window's.
        self._announced.connect(self._on_announced)
        desk.listeners.append(self._announced.emit)

    @property
    def path(self) -> Path:
        """Say where the open desk file is."""
        return self.desk.path

    def run(self, command: str, /, **arguments: Any) -> Any:
        """Run a command by name; a refusal is told through ``refused`` and gives None."""
        try:
            return self.desk.run(self.commands[command], started_by=self.sender(), **arguments)
        except Refused as refusal:
            self.refused.emit(refusal)
            return None

    def ask(self, question: Callable[[Reader], T]) -> T:
        """Ask a short question (point reads, one page of rows: under 5 ms) in the window's own thread."""
        with self.desk.reading() as reader:
            return question(reader)

    def read(self, question: Callable[[Reader], T], answered: Callable[[T], None]) -> None:
        """Ask a longer question in another thread, with a connection of its own; ``answered`` runs in the window's."""

        def work() -> T:
            with self.desk.reader() as reader:
                return question(reader)

        self.start(work, answered)

    def start(
        self, work: Callable[[], T], answered: Callable[[T], None], failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Do work that takes time in another thread; without ``failed`` what goes wrong is told through ``refused``."""
        self._jobs.start(work, answered, failed or self.refused.emit)

    @property
    def is_idle(self) -> bool:
        """Tell whether no answer of other threads is awaited."""
        return self._jobs.is_idle

    def finish(self) -> None:
        """Wait for the work that is running; called before the desk is closed."""
        self._jobs.finish()

    def _on_announced(self, announcement: Announcement) -> None:
        self.changed.emit(announcement)
