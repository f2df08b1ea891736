"""Keeps the machine from falling asleep and its screen from locking while a floor runs; silent where nothing can.

Linux: the session bus (org.freedesktop.ScreenSaver) and systemd-inhibit, Windows: SetThreadExecutionState, macOS:
caffeinate. Whatever happens to the program, none of these outlives it: the bus drops who leaves it, and the programs
end with the pipe that they read or with the process that they watch.
"""

import ctypes
import os
import shutil
import sys

from PySide6.QtCore import QObject, QProcess

_BUS = "hrdesk-awake"
_SERVICE, _PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
_WHY = "A floor is running"

ENDED_MS = 500
"""Programs that were asked to end do so within milliseconds."""

_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x1, 0x2
"""ES_CONTINUOUS, ES_SYSTEM_REQUIRED and ES_DISPLAY_REQUIRED of winbase.h."""

INHIBITORS = {
    "linux": ("systemd-inhibit", "--what=idle:sleep", "--who=hrdesk", f"--why={_WHY}", "--mode=block", "cat"),
    "darwin": ("caffeinate", "-d", "-i", "-w", "{pid}"),
}
"""Programs that keep a machine awake for as long as they run."""


class Awake(QObject):
    """Holds the machine awake from ``hold`` to ``release``; either may be said again and again."""

    def __init__(self, parent: QObject | None = None, platform: str = sys.platform) -> None:
        super().__init__(parent)
        self._platform = platform
        self._is_held = False
        self._is_on_bus = False
        self._processes: list[QProcess] = []

    @property
    def is_held(self) -> bool:
        """Tell whether the machine is asked to stay awake."""
        return self._is_held

    def hold(self) -> None:
        """Ask the machine to stay awake."""
        if self._is_held:
            return
        self._is_held = True
        if self._platform == "win32":
            self._tell_windows(_CONTINUOUS | _SYSTEM | _DISPLAY)
            return
        if self._platform == "linux" and os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            self._ask_the_bus()
        self._start_inhibitor()

    def release(self) -> None:
        """Let the machine sleep again."""
        if not self._is_held:
            return
        self._is_held = False
        if self._platform == "win32":
            self._tell_windows(_CONTINUOUS)
        if self._is_on_bus:
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_BUS)
            self._is_on_bus = False
        for process in self._processes:
            process.closeWriteChannel()
            process.terminate()

    def close(self) -> None:
        """Release, and see the programs off; called when the window goes."""
        self.release()
        for process in self._processes:
            process.waitForFinished(ENDED_MS)

    def _ask_the_bus(self) -> None:
        """Ask on a connection of its own, whose end takes the wish back, whatever number the service gave it.

        The call is not waited for: a bus whose service hangs costs the window nothing.
        """
        from PySide6.QtDBus import QDBusConnection, QDBusMessage  # loads in 3 ms, and only who leads a floor needs it

        bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, _BUS)
        if not bus.isConnected():
            return
        self._is_on_bus = True
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "Inhibit")
        message.setArguments(["hrdesk", _WHY])
        bus.asyncCall(message)

    def _start_inhibitor(self) -> None:
        asked = INHIBITORS.get(self._platform)
        found = shutil.which(asked[0]) if asked else None
        if asked is None or found is None:
            return
        self._free().start(found, [one.format(pid=os.getpid()) for one in asked[1:]])

    def _free(self) -> QProcess:
        """Give a process that does nothing: the last one may still be ending."""
        for one in self._processes:
            if one.state() == QProcess.ProcessState.NotRunning:
                return one
        made = QProcess(self)
        made.setStandardOutputFile(QProcess.nullDevice())
        made.setStandardErrorFile(QProcess.nullDevice())
        self._processes.append(made)
        return made

    def _tell_windows(self, state: int) -> None:
        try:
            vars(ctypes)["windll"].kernel32.SetThreadExecutionState(ctypes.c_uint(state))
        except (KeyError, AttributeError, OSError):
            return
