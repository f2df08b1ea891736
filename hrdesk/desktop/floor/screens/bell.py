"""The bell: a stroke by the system's own player where there is one, else its beep. The window never waits for it."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QApplication

from hrdesk.paths import resources_folder

PLAYERS = (("paplay",), ("pw-play",), ("aplay", "--quiet"), ("afplay",))
"""What plays a file on Linux (PulseAudio, PipeWire, ALSA) and on macOS; Windows plays it itself."""

BETWEEN_MS = 450
"""From one stroke to the next."""

LONGEST_MS = 4000
"""A player that has no end by then waits for a device that nobody has."""


def bell_file() -> Path:
    """Give the recording of one stroke."""
    return resources_folder() / "sounds" / "bell.wav"


class Bell(QObject):
    """Rings, unless it is muted."""

    muted = Signal(bool)

    def __init__(
        self, parent: QObject | None = None, beep: Callable[[], None] = QApplication.beep, file: Path | None = None
    ) -> None:
        super().__init__(parent)
        self._is_muted = False
        self._beep = beep
        self._file = file or bell_file()
        self._player: tuple[str, ...] | None = None
        self._is_sought = False
        self._left = 0
        self._again = QTimer(self, interval=BETWEEN_MS)
        self._again.timeout.connect(self._on_again)
        self._players: list[QProcess] = []

    @property
    def is_muted(self) -> bool:
        """Tell whether it is silent."""
        return self._is_muted

    @is_muted.setter
    def is_muted(self, wanted: bool) -> None:
        """Silence it, or let it ring again."""
        if wanted != self._is_muted:
            self._is_muted = wanted
            self.muted.emit(wanted)

    def ring(self, strokes: int = 1) -> None:
        """Strike the bell; while it still rings the strokes begin anew."""
        if self.is_muted or strokes < 1:
            return
        self._left = strokes - 1
        self._strike()
        if self._left:
            self._again.start()

    def close(self) -> None:
        """Fall silent."""
        self._again.stop()
        for player in self._players:
            player.blockSignals(True)
            player.kill()
            player.waitForFinished(200)

    def _on_again(self) -> None:
        if self.is_muted or self._left < 1:
            self._again.stop()
            return
        self._left -= 1
        self._strike()
        if not self._left:
            self._again.stop()

    def _strike(self) -> None:
        if sys.platform == "win32" and self._file.is_file():
            self._strike_by_windows()
            return
        player = self._find()
        if player is None or not self._file.is_file():
            self._beep()
            return
        self._free().start(player[0], [*player[1:], str(self._file)])

    def _free(self) -> QProcess:
        """Give a process that is not playing: the second stroke falls into the sound of the first."""
        for one in self._players:
            if one.state() == QProcess.ProcessState.NotRunning:
                return one
        made = QProcess(self)
        made.setStandardOutputFile(QProcess.nullDevice())
        made.setStandardErrorFile(QProcess.nullDevice())
        made.finished.connect(self._on_finished)
        made.errorOccurred.connect(self._on_error)
        limit = QTimer(made, singleShot=True, interval=LONGEST_MS)
        limit.timeout.connect(made.kill)
        made.started.connect(limit.start)
        made.finished.connect(limit.stop)
        self._players.append(made)
        return made

    def _strike_by_windows(self) -> None:
        import winsound  # only there

        flags = vars(winsound)
        try:
            flags["PlaySound"](str(self._file), flags["SND_FILENAME"] | flags["SND_ASYNC"] | flags["SND_NODEFAULT"])
        except RuntimeError:
            self._beep()

    def _find(self) -> tuple[str, ...] | None:
        """Look for a player once."""
        if not self._is_sought:
            self._is_sought = True
            for name, *arguments in PLAYERS:
                found = shutil.which(name)
                if found:
                    self._player = (found, *arguments)
                    break
        return self._player

    def _on_finished(self, code: int) -> None:
        """Beep where the player could not: a machine has a beep without having a device to play on."""
        if code != 0:
            self._player = None
            if not self.is_muted:
                self._beep()

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._on_finished(1)
