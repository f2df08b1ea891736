"""A screen saver on the session bus that is asked by the program to stay away, and notices when the program leaves.

Run under ``dbus-run-session``; two connections of one process are two to the bus.
"""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

from hrdesk.desktop.floor.screens.awake import Awake

NAME, PATH = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"
DECLARED: Any = ClassInfo  # PySide6 6.11 declares neither its argument nor that it decorates
INTERFACE = DECLARED({"D-Bus Interface": NAME})


@INTERFACE
class ScreenSaver(QObject):
    """Notes who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    @Slot(str, str, result="uint")
    def Inhibit(self, who: str, why: str) -> int:  # noqa: N802 - the bus's own name for it
        """Take a wish."""
        self.told.append(f"inhibited by {who}: {why}")
        return 7


def main() -> None:
    """Serve, be asked, be left."""
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, "saver")
    saver = ScreenSaver()
    assert bus.registerService(NAME)
    assert bus.registerObject(PATH, saver, QDBusConnection.RegisterOption.ExportAllSlots)
    awake = Awake(None, "linux")
    awake.hold()

    def wait(is_done: Callable[[], object]) -> None:
        until = time.monotonic() + 10
        while not is_done() and time.monotonic() < until:
            app.processEvents()
            time.sleep(0.01)

    wait(lambda: saver.told)
    print(*saver.told, sep="\n")
    own = QDBusConnection("hrdesk-awake").baseService()
    awake.release()
    wait(lambda: not bus.interface().isServiceRegistered(own).value())
    if not bus.interface().isServiceRegistered(own).value():
        print("left")


if __name__ == "__main__":
    main()
