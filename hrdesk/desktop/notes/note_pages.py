"""What notes say, read a page at a time when somebody looks; those that nobody looked at for longest are forgotten."""

from collections.abc import Callable, Iterable, Sequence

from hrdesk.notes.queries import NoteLine

PAGE = 60
"""Notes that are read at once, more than a window shows: some 1 ms, however many there are."""

MOST = 1_000
"""Notes that are held at most."""

Read = Callable[[Sequence[str]], Iterable[NoteLine]]


class NotePages:
    """Lines by note. ``read`` gives those of some notes that may be shown; the others are held as nothing."""

    def __init__(self, read: Read, most: int = MOST) -> None:
        self._read = read
        self._most = most
        self._lines: dict[str, NoteLine | None] = {}

    def __contains__(self, note: str) -> bool:
        return note in self._lines

    def __len__(self) -> int:
        return len(self._lines)

    def held(self) -> list[NoteLine]:
        """Give the lines that are held."""
        return [line for line in self._lines.values() if line is not None]

    def line(self, note: str) -> NoteLine | None:
        """Give the line of a note that is held."""
        line = self._lines[note] = self._lines.pop(note)
        return line

    def is_blank(self, note: str) -> bool:
        """Tell whether it is known that a note says nothing: it is gone, or may not be shown."""
        return self._lines.get(note, self) is None

    def read(self, notes: Sequence[str]) -> None:
        """Read those of some notes that are not held yet."""
        missing = [note for note in notes if note not in self._lines]
        self._lines |= dict.fromkeys(missing)
        self._lines |= {line.note.id: line for line in self._read(missing)}
        self._forget_oldest()

    def put(self, line: NoteLine) -> None:
        """Hold a line that is at hand."""
        self._lines.pop(line.note.id, None)
        self._lines[line.note.id] = line
        self._forget_oldest()

    def forget(self, note: str) -> None:
        """Forget what a note said."""
        self._lines.pop(note, None)

    def clear(self) -> None:
        """Forget all of them."""
        self._lines.clear()

    def _forget_oldest(self) -> None:
        beyond = len(self._lines) - self._most
        for note in list(self._lines)[: max(beyond, 0)]:
            del self._lines[note]
