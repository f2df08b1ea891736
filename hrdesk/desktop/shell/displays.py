"""How many displays the machine drives, asked of the system itself: Qt shows one screen where two show the same.

Linux tells it under /sys/class/drm, Windows by QueryDisplayConfig, macOS by CoreGraphics. Nothing is told where the
system does not say, and then only what Qt knows counts.
"""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

_ON_DISPLAYS = ("xcb", "wayland", "windows", "cocoa")
"""Qt's platforms whose windows are seen on the machine's own displays."""

_DRM = Path("/sys/class/drm")
_ONLY_ACTIVE = 2
"""QDC_ONLY_ACTIVE_PATHS of wingdi.h: a path for each display that shows something, also where two show the same."""
_MOST_DISPLAYS = 16


def displays(drm: Path = _DRM) -> int:
    """Count the displays that show something; 0 where nobody tells, or where the window stands on none of them."""
    if QGuiApplication.platformName() not in _ON_DISPLAYS:
        return 0
    try:
        if sys.platform == "win32":
            return _of_windows()
        if sys.platform == "darwin":
            return _of_macos()
        return sum(_is_lit(connector) for connector in drm.glob("card*-*"))
    except (OSError, AttributeError, KeyError, ValueError):
        return 0


def _is_lit(connector: Path) -> bool:
    """Tell whether something is plugged in there and switched on: a laptop whose lid is closed drives one fewer."""
    try:
        told = [(connector / name).read_text("utf-8").strip() for name in ("status", "enabled")]
    except OSError:
        return False
    return told == ["connected", "enabled"]


def _of_windows() -> int:
    import ctypes  # here and below: slow to load, and Linux needs none of it

    paths, modes = ctypes.c_uint32(0), ctypes.c_uint32(0)
    windll = vars(ctypes)["windll"]
    refused = windll.user32.GetDisplayConfigBufferSizes(_ONLY_ACTIVE, ctypes.byref(paths), ctypes.byref(modes))
    return 0 if refused else paths.value


def _of_macos() -> int:
    import ctypes
    import ctypes.util

    graphics = ctypes.CDLL(ctypes.util.find_library("CoreGraphics") or "CoreGraphics")
    found = (ctypes.c_uint32 * _MOST_DISPLAYS)()
    count = ctypes.c_uint32(0)
    refused = graphics.CGGetOnlineDisplayList(_MOST_DISPLAYS, found, ctypes.byref(count))
    return 0 if refused else count.value
