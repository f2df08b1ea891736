"""The clocks of this machine: the wall, and a count that goes on while it sleeps and that nobody can set.

Nobody else asks the system for either. A count is good for one run of the machine, and so each run has a name. That
name is a machine's own and must not travel: a desk holds a hash of it with its own id and the device, in which it
cannot be recognised.
"""

import hashlib
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Protocol, runtime_checkable

from hrdesk.records.moment import Moment

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
"""Where Linux names its run: new at each start of the machine, the same for all programs (random(4))."""

PREFETCH = r"SYSTEM\CurrentControlSet\Control\Session Manager\Memory Management\PrefetchParameters"
"""Where Windows counts its starts, as ``BootId``."""

SHORT = 16
"""Letters of the hash that names a run: 64 bits, and never more than a few hundred runs meet in one desk."""


@runtime_checkable
class TickingClock(Protocol):
    """A clock that can also give a whole moment; a plain callable knows only the time of the wall."""

    def __call__(self) -> datetime:
        """Give the time of the wall."""

    def moment(self) -> Moment:
        """Give the time of the wall with the count of this run, which is named as the machine names it."""


class MachineClock:
    """The clock of this machine."""

    def __call__(self) -> datetime:
        """Give the time of the wall, in UTC."""
        return datetime.now(UTC)

    def moment(self) -> Moment:
        """Give the time of the wall and the count of this run, read one right after the other."""
        ticks = counted()
        return Moment(self(), name_of_run(), ticks)


system_clock = MachineClock()
"""The clock of this machine; handed to a desk by whoever joins the parts, and asked by nobody else."""


def moment_by(clock: Callable[[], datetime], desk: str, device: str) -> Moment:
    """Give the moment by ``clock``, its run named so that it can be known again in ``desk`` and nowhere else.

    ``device`` is part of the name, with or without incarnation: where a machine only numbers its runs, two have the
    same numbers.
    """
    if not isinstance(clock, TickingClock):
        return Moment(clock())
    told = clock.moment()
    if not told.boot:
        return Moment(told.at)
    named = "\x1f".join(("run", desk, device.partition(".")[0], told.boot))
    return Moment(told.at, hashlib.sha256(named.encode()).hexdigest()[:SHORT], told.ticks)


def counted() -> int:
    """Give the milliseconds of this run of the machine, those of its sleep among them.

    Linux: ``CLOCK_BOOTTIME``. macOS: ``CLOCK_MONOTONIC_RAW``, which goes on in sleep and is not adjusted, other than
    ``CLOCK_MONOTONIC`` there. Windows: ``GetTickCount64``, in steps of 10 to 16 milliseconds.
    """
    if sys.platform == "win32":
        import ctypes

        count = ctypes.windll.kernel32.GetTickCount64
        count.restype = ctypes.c_uint64
        return int(count())
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None:
        clock = time.CLOCK_MONOTONIC_RAW if sys.platform == "darwin" else time.CLOCK_MONOTONIC
    return time.clock_gettime_ns(clock) // 1_000_000


@lru_cache(maxsize=1)
def name_of_run() -> str:
    """Name this run of the machine as the system does; where it does not tell, this run of the program.

    Then what a crash interrupted cannot be counted on, and a person confirms it.
    """
    try:
        told = _name_by_the_system()
    except (OSError, ValueError, AttributeError):  # no such file, key or function here: the fallback is for that
        told = ""
    return told or f"program:{time.time_ns()}"


def _name_by_the_system() -> str:
    if sys.platform == "win32":
        import winreg

        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, PREFETCH) as key:
            return f"start:{winreg.QueryValueEx(key, 'BootId')[0]}"
    if sys.platform == "darwin":
        import ctypes

        text = ctypes.create_string_buffer(64)
        size = ctypes.c_size_t(len(text))
        failed = ctypes.CDLL(None).sysctlbyname(b"kern.bootsessionuuid", text, ctypes.byref(size), None, 0)
        return "" if failed else text.value.decode("ascii")
    return BOOT_ID.read_text("ascii").strip()
