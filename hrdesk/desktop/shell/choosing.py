"""Asks for files by the system's own dialogs, which people know; tests hand in answers instead."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class FileChooser:
    """Remembers the folder used last while the window is open."""

    def __init__(self) -> None:
        self._folder = ""

    def to_open(self, parent: QWidget, title: str, kinds: Sequence[tuple[str, str]]) -> Path | None:
        """Ask which file to open; ``kinds`` are words and patterns ("*.docx *.txt")."""
        name, _kind = QFileDialog.getOpenFileName(parent, title, self._folder, _filters(kinds))
        return self._remember(name)

    def to_save(self, parent: QWidget, title: str, suggested: str, kind: tuple[str, str]) -> Path | None:
        """Ask under which name to save; the ending of the kind is added where it is missing."""
        start = str(Path(self._folder) / suggested) if self._folder else suggested
        name, _kind = QFileDialog.getSaveFileName(parent, title, start, _filters([kind]))
        ending = kind[1].removeprefix("*")
        return self._remember(name if not name or name.endswith(ending) else name + ending)

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        self._folder = str(path.parent)
        return path


def _filters(kinds: Sequence[tuple[str, str]]) -> str:
    return ";;".join(f"{words} ({patterns})" for words, patterns in kinds)
