"""A projector for a real X server: plugged in and out through RandR while the program runs, as a cable does it.

Run inside an X server of 2560 by 720 with ``QT_QPA_PLATFORM=xcb``; prints one line for each thing that was done.
"""

import ctypes
import os
import subprocess
import time
from types import SimpleNamespace

from PySide6.QtWidgets import QApplication, QWidget

from hrdesk.desktop.floor.screens.stage import Stage
from hrdesk.desktop.shell.hall import Hall
from hrdesk.settings import Settings
from tests.desktop.floor.screens.pictures import at, picture


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo of Xrandr.h."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("noutput", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("mwidth", ctypes.c_int),
        ("mheight", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("ncrtc", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("noutput", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class Cables:
    """The monitors of one X server."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._x.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        self._x.XInternAtom.restype = ctypes.c_ulong
        self._x.XSync.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._randr.XRRAllocateMonitor.argtypes = (ctypes.c_void_p, ctypes.c_int)
        self._randr.XRRAllocateMonitor.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRSetMonitor.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.POINTER(_Monitor))
        self._randr.XRRDeleteMonitor.argtypes = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong)
        self._randr.XRRGetScreenResources.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)
        self._output = self._randr.XRRGetScreenResources(self._display, self._root).contents.outputs[0]

    def plug(self, name: str, x: int, *, own: bool = False) -> None:
        """Show 1280 by 720 pixels from ``x`` on; the server's one output is the laptop's own."""
        made = self._randr.XRRAllocateMonitor(self._display, int(own))
        monitor = made.contents
        monitor.name, monitor.primary, monitor.automatic = self._atom(name), int(own), 0
        monitor.x, monitor.y, monitor.width, monitor.height = x, 0, 1280, 720
        monitor.mwidth, monitor.mheight = 300, 170
        if own:
            monitor.outputs[0] = self._output
        self._randr.XRRSetMonitor(self._display, self._root, made)
        self._x.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """Take a monitor away."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._atom(name))
        self._x.XSync(self._display, 0)

    def _atom(self, name: str) -> int:
        found: int = self._x.XInternAtom(self._display, name.encode(), 0)
        return found


def main() -> None:
    """Plug a projector in, out, and in again, at last as a mirror."""
    manager = subprocess.Popen(["openbox"])
    time.sleep(0.5)
    app = QApplication([])
    cables = Cables()

    def wait(seconds: float = 1.2) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            app.processEvents()
            time.sleep(0.01)

    cables.plug("laptop", 0, own=True)
    wait()
    window = QWidget()
    window.setGeometry(50, 50, 800, 500)
    window.show()
    window.activateWindow()
    wait()
    stage = Stage(SimpleNamespace(desk=None, settings=Settings(), hall=Hall()), window, lambda: at(130))  # type: ignore[arg-type]
    stage.hall._driven = lambda: 0  # the displays of the machine that runs this are not those of the X server
    stage.show_picture(picture())
    stage.toggle_room()

    def tell(what: str) -> None:
        wait()
        room = stage._room
        assert room is not None
        print(
            f"{what}: {room.isFullScreen()} {room.geometry().getRect()} {room.figures.text} hall {stage.hall.is_on} keys {window.isActiveWindow()}"
        )
        if os.environ.get("GRAB"):
            app.primaryScreen().grabWindow(0, 0, 0, 2560, 720).save(f"{os.environ['GRAB']}-{what}.png")

    tell("alone")
    cables.plug("projector", 1280)
    tell("plugged")
    cables.unplug("projector")
    tell("unplugged")
    cables.plug("projector", 1280)
    tell("again")
    cables.unplug("projector")
    wait()
    cables.plug("projector", 0)
    tell("mirrored")
    cables.unplug("projector")
    tell("end")
    stage.close()
    manager.terminate()
    manager.wait(5)


if __name__ == "__main__":
    main()
