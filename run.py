#!/usr/bin/env python3
"""Start hrdesk from a bare Python: make its environment, see that the system has what Qt needs, then hand over.

python3 run.py                 the window on the sample consultation; without a screen the same work, headless
python3 run.py hrdesk ...      the command line (python3 run.py hrdesk --help)
python3 run.py test ...        every check: ruff, mypy, the whole suite (what follows goes to pytest)
python3 run.py bench ...       the benchmarks
python3 run.py build           the program as a folder of its own in dist/, which then tests itself
python3 run.py catalogs        bring the translations' files up to date with the source

Only the standard library is imported here, and what costs time only where it is used: the second start is a look
at one file and an exec. What the launcher has to say goes to standard error, so that output can be piped.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROOT = Path(__file__).resolve().parent
REQUIREMENTS = ROOT / "requirements.txt"
SECTION_MARK = "# ===="
OLDEST_PYTHON = (3, 11)
LINUX = sys.platform.startswith("linux")


class Need(NamedTuple):
    """Something of the system's own: how to see whether it is there, and the Debian package that brings it."""

    name: str
    """A shared library's soname (``libGL.so.1``) or else a program looked for on PATH."""
    package: str


# Debian 13 and Ubuntu 24.04 renamed this package (64-bit time); their C library is the first of 2.39 or newer.
GLIB_PACKAGE, GLIB_PACKAGE_TIME64 = "libglib2.0-0", "libglib2.0-0t64"
GLIBC_OF_TIME64 = (2, 39)

QT_OFFSCREEN = (
    Need("libGL.so.1", "libgl1"),
    Need("libEGL.so.1", "libegl1"),
    Need("libglib-2.0.so.0", GLIB_PACKAGE),
    Need("libfontconfig.so.1", "libfontconfig1"),
    Need("libxkbcommon.so.0", "libxkbcommon0"),
    Need("libdbus-1.so.3", "libdbus-1-3"),
)
QT_X11 = (
    *QT_OFFSCREEN,
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    Need("libxcb-cursor.so.0", "libxcb-cursor0"),
    Need("libxcb-icccm.so.4", "libxcb-icccm4"),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    Need("libxcb-shape.so.0", "libxcb-shape0"),
)
QT_WAYLAND = (
    *QT_OFFSCREEN,
    Need("libwayland-client.so.0", "libwayland-client0"),
    Need("libwayland-cursor.so.0", "libwayland-cursor0"),
    Need("libwayland-egl.so.1", "libwayland-egl1"),
)
RENEW_CATALOGS = ("-m", "hrdesk.language.catalogs")
TESTS = (
    *QT_OFFSCREEN,
    Need("pdftotext", "poppler-utils"),
    Need("age", "age"),
    Need("dbus-run-session", "dbus-daemon"),
)
"""What ``run.py test`` and ``run.py bench`` need; a test that needs a program adds ``Need("Xvfb", "xvfb")`` here."""


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for and return the exit status."""
    if sys.version_info < OLDEST_PYTHON:
        return _refuse(f"hrdesk needs Python 3.11 or newer and this is {sys.version.split()[0]}.")
    command, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    commands = {"": start, "hrdesk": hrdesk, "test": test, "bench": bench, "build": build, "catalogs": catalogs}
    if command in ("-h", "--help"):
        print(__doc__)
        return 0
    if command not in commands:
        _say(f"run.py does not know '{command}'. It knows: test, hrdesk, bench, build, catalogs (see --help).")
        return 2
    return commands[command](rest)


# ---- the commands ----------------------------------------------------------------------------------------------


def start(_rest: list[str]) -> int:
    """Open the window on the sample consultation, or do its work headless where there is no screen."""
    if has_screen():
        provide(screen_needs())
        return hand_over("-m", "hrdesk", "--sample")
    provide(())
    folder = _free_folder(Path.cwd() / "hrdesk-demo")
    _say("There is no screen here: hrdesk does its main job on the sample consultation without a window.")
    status = call(environment(), "-m", "hrdesk", "demo", str(folder))
    if status == 0:
        print(f"The six outcome documents and the merged desk are in {folder}")
    return status


def hrdesk(rest: list[str]) -> int:
    """Run the command line; Qt's libraries are asked for only where a window will be opened."""
    first = rest[0] if rest else "--sample"
    opens_window = first == "--sample" or (len(rest) == 1 and first.endswith(".hrdesk"))
    if opens_window and not has_screen():
        return _refuse("There is no screen here, so no window can be opened; see: python3 run.py hrdesk --help")
    provide(screen_needs() if opens_window else ())
    return hand_over("-m", "hrdesk", *rest)


def processors() -> int:
    """Count the processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def test(rest: list[str]) -> int:
    """Run every check, the quick ones first and all of them whatever fails; pytest has the last word."""
    provide(TESTS, tests=True)
    python = environment(tests=True)
    checks = {
        "ruff check": ("-m", "ruff", "check"),
        "ruff format": ("-m", "ruff", "format", "--check"),  # many hands, one layout: nobody argues about it
        "mypy": ("-m", "mypy"),
        # A file at a time, in the order of tests/conftest.py: the longest ones first. One process more than there are
        # processors, because some wait for keys, timers and the disk.
        "pytest": ("-m", "pytest", "-n", str(processors() + 1), "--dist", "loadfile", "--no-loadscope-reorder", *rest),
    }
    failed = []
    for name, check in checks.items():
        _say(f"== {name}")
        if call(python, *check, folder=ROOT):
            failed.append(name)
    if failed:
        return _refuse(f"Failed: {', '.join(failed)}.")
    return 0


def bench(rest: list[str]) -> int:
    """Run the benchmarks: the files bench_*.py of tests/benchmarks, which the suite leaves alone."""
    provide(TESTS, tests=True)
    options = ("-o", "python_files=bench_*.py", "-o", "python_functions=bench_* test_*", "-s", "-v")
    return call(environment(tests=True), "-m", "pytest", "tests/benchmarks", *options, *rest, folder=ROOT)


def build(_rest: list[str]) -> int:
    """Freeze the program into dist/hrdesk and let the frozen program test itself."""
    freezing = [*QT_X11, Need("objdump", "binutils")]  # what is missing here would be missing in the folder
    if sys.base_prefix == "/usr":  # Debian's python3 holds its library inside; freezing takes it as a file
        shared_python = f"libpython{sys.version_info[0]}.{sys.version_info[1]}"
        freezing.append(Need(f"{shared_python}.so.1.0", shared_python))
    provide(freezing, tests=True)
    python = environment(tests=True)
    for step in (RENEW_CATALOGS, ("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", "build.spec")):
        status = call(python, *step, folder=ROOT)
        if status:
            return status
    program = ROOT / "dist" / "hrdesk" / ("hrdesk.exe" if os.name == "nt" else "hrdesk")
    for proof in ("self-test",), ("self-test", "--with-window"):
        status = _run([str(program), *proof])
        if status:
            return _refuse(f"The built program failed its own test (status {status}): {program.parent}")
    _say(f"Built and tested: {program.parent}")
    return 0


def catalogs(_rest: list[str]) -> int:
    """Gather the messages from the source and bring the six catalogs up to date with them."""
    provide(())
    return call(environment(), *RENEW_CATALOGS)


def _free_folder(wanted: Path) -> Path:
    """Return the folder, or the next free name: what an earlier start left is a person's by now."""
    folder, number = wanted, 1
    while folder.exists():
        number += 1
        folder = wanted.with_name(f"{wanted.name}-{number}")
    return folder


# ---- what the system has to bring ------------------------------------------------------------------------------


def has_screen() -> bool:
    """Say whether a window can be shown: a Linux without a display would abort inside Qt, uncatchably."""
    if not LINUX or os.environ.get("WAYLAND_DISPLAY"):
        return True
    host, colon, rest = os.environ.get("DISPLAY", "").rpartition(":")
    if not colon:
        return False
    if host not in ("", "unix"):
        return True  # a display elsewhere, as ssh -X has it: only Qt can tell
    socket = f"/tmp/.X11-unix/X{rest.partition('.')[0]}"  # noqa: S108 - where every X server of Unix has its door
    nameless = Path("/proc/net/unix")  # an X server may also listen without a file, as sandboxes use it
    return Path(socket).exists() or (nameless.exists() and f"@{socket}" in nameless.read_text().split())


def screen_needs() -> tuple[Need, ...]:
    """Name the libraries of the kind of screen that is here (X11 also where both answer: Qt falls back to it)."""
    return QT_X11 if os.environ.get("DISPLAY") else QT_WAYLAND


def provide(needs: Sequence[Need], tests: bool = False) -> None:
    """See to it that the system has ``needs`` and what making an environment takes, or end with one line.

    Done before Qt is imported, because a missing library there kills the process with a misleading sentence. As
    root on a Debian family what is missing is installed; everybody else is told what to install.
    """
    if not LINUX:
        return
    missing = [need for need in needs if not _is_there(need)]
    if not ready_environment(tests) and not _has_module("ensurepip") and not _has_module("pip"):
        missing.append(Need("Python's own venv and ensurepip", f"python3.{sys.version_info[1]}-venv"))
    if not missing:
        return
    import shutil

    if not shutil.which("apt-get"):
        names = ", ".join(need.name for need in missing)
        sys.exit(_refuse(f"Install what is missing with the system's package manager, then start again: {names}"))
    packages = sorted({_debian_name(need.package) for need in missing})
    order = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        sys.exit(_refuse(f"Install what is missing, then start again: sudo apt-get install {' '.join(packages)}"))
    _install_packages(order, packages)


def _install_packages(order: list[str], packages: list[str]) -> NoReturn:
    """Install Debian packages as root and start anew: they may have brought a newer standard library as well."""
    if os.environ.get("HRDESK_PACKAGES_INSTALLED") == " ".join(packages):
        sys.exit(_refuse(f"These packages were installed and still do not answer: {' '.join(packages)}"))
    import subprocess

    _say(f"Installing what the system lacks: {' '.join(packages)}")
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], order):
        done = subprocess.run(step, env=calm, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode and step is order:
            reason = (done.stderr.strip() or done.stdout.strip() or "no reason given").splitlines()[-1]
            sys.exit(_refuse(f"The system's package manager could not install them ({reason}). Try: {' '.join(order)}"))
    again = {**os.environ, "HRDESK_PACKAGES_INSTALLED": " ".join(packages)}
    os.execve(sys.executable, [sys.executable, *sys.argv], again)


def _is_there(need: Need) -> bool:
    """Try to load the library as Qt would, or look for the program."""
    if ".so." not in need.name:
        import shutil

        return shutil.which(need.name) is not None
    import ctypes

    try:
        ctypes.CDLL(need.name)
    except OSError:
        return False
    return True


def _has_module(name: str) -> bool:
    import importlib.util

    return importlib.util.find_spec(name) is not None


def _debian_name(package: str) -> str:
    """Name the package as this release does."""
    if package != GLIB_PACKAGE:
        return package
    import platform

    version = platform.libc_ver()[1].split(".")
    newer = len(version) > 1 and (int(version[0]), int(version[1])) >= GLIBC_OF_TIME64
    return GLIB_PACKAGE_TIME64 if newer else GLIB_PACKAGE


# ---- the environment -------------------------------------------------------------------------------------------


def ready_environment(tests: bool = False) -> Path | None:
    """Return the environment made for these requirements, this Python and this machine, where there is one.

    Without ``tests`` the larger one, made for the tests, does as well.
    """
    for name in (_key(True),) if tests else (_key(False), _key(True)):
        for home in _homes():
            if (home / name / "ready").is_file() and _python(home / name):
                return home / name
    return None


def environment(tests: bool = False) -> Path:
    """Return the environment, made first where there is none: once, whatever interrupts or starts twice."""
    ready = ready_environment(tests)
    if ready:
        return ready
    home = _writable_home()
    with _locked(home / "lock"):
        return ready_environment(tests) or _make(home, tests)


def _make(home: Path, tests: bool) -> Path:
    """Make the environment beside its place and move it there when it is whole."""
    import shutil
    import subprocess

    _say("Preparing hrdesk on this machine: its libraries are fetched once (about 150 MB). This takes a minute or two.")
    place = home / _key(tests)
    for left_over in (place, *home.glob(f"{place.name}.*.making")):
        shutil.rmtree(left_over, ignore_errors=True)
    # A name of its own: the pip of a start that was killed may still be writing into the other.
    making = home / f"{place.name}.{os.getpid()}.making"
    making.mkdir()
    pip = ["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check", "--no-warn-script-location"]
    pip += ["--require-hashes", "--only-binary", ":all:", "--no-deps", "--retries", "2"]
    if _has_module("ensurepip"):
        import venv

        venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(making)
    else:
        (making / "packages").mkdir()
        pip += ["--target", str(making / "packages")]
    pinned = making / "requirements.txt"
    pinned.write_text(_requirements(tests), encoding="utf-8")
    command = [*_python(making), *pip, "-r", str(pinned)]
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        shutil.rmtree(making, ignore_errors=True)
        sys.exit(_refuse(_why_pip_failed(done.stderr)))
    (making / "ready").touch()
    making.replace(place)
    return place


def _why_pip_failed(output: str) -> str:
    """Turn what pip says into what happened and what to do."""
    unreachable = ("NewConnectionError", "ConnectTimeout", "NameResolutionError", "ProxyError", "Failed to establish")
    if any(sign in output for sign in unreachable):
        what = "The libraries could not be fetched: the package registry was not reached"
        return f"{what}. Nothing was changed. Connect this machine to the network once, then start again."
    reasons = [line for line in output.splitlines() if line.startswith("ERROR")] or ["pip gave no reason"]
    return f"The libraries could not be installed. Nothing was changed. pip says: {reasons[-1]}"


def _requirements(tests: bool) -> str:
    """Return the first section of the pinned requirements, or the whole file for the tests."""
    text = REQUIREMENTS.read_text(encoding="utf-8")
    return text if tests else text.rpartition(SECTION_MARK + " what tests")[0]


def _key(tests: bool) -> str:
    """Name an environment after all that it depends on: what is installed, which Python, which machine."""
    import zlib

    python = f"{sys.implementation.cache_tag}-{sys.platform}-{os.uname().machine if os.name == 'posix' else 'pc'}"
    return f"{'tests' if tests else 'program'}-{python}-{zlib.crc32(_requirements(tests).encode()):08x}"


def _homes() -> tuple[Path, Path]:
    """Return the two folders that may hold environments: beside this file, and the person's own."""
    if os.name == "nt":
        own = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        own = Path.home() / "Library" / "Application Support"
    else:
        own = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return ROOT / ".hrdesk-env", Path(own) / "hrdesk" / "environments"


def _writable_home() -> Path:
    for home in _homes():
        try:
            home.mkdir(parents=True, exist_ok=True)
        except OSError:
            continue
        if os.access(home, os.W_OK):
            return home
    folders = " or ".join(str(home) for home in _homes())
    sys.exit(_refuse(f"hrdesk needs a folder it may write to for its libraries; neither is: {folders}"))


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    """Hold the lock of the folder of environments; the system lets go of it even when the holder is killed."""
    with lock.open("a+b") as file:
        if sys.platform == "win32":
            from msvcrt import LK_NBLCK, locking

            def take() -> None:
                locking(file.fileno(), LK_NBLCK, 1)
        else:
            from fcntl import LOCK_EX, LOCK_NB, flock

            def take() -> None:
                flock(file, LOCK_EX | LOCK_NB)

        said = False
        while True:
            try:
                take()
                break
            except OSError:
                if not said:
                    _say("Another start is preparing hrdesk; waiting for it.")
                said = True
                time.sleep(0.2)
        yield


# ---- handing over ----------------------------------------------------------------------------------------------


def hand_over(*arguments: str) -> NoReturn:
    """Become the program: replace this process where the system can, otherwise wait for it."""
    place = environment()
    if os.name == "nt":  # exec there gives the prompt back while the program still runs
        sys.exit(call(place, *arguments))
    os.environ.update(_paths(place))
    os.execv(_python(place)[0], [*_python(place), *arguments])


def call(place: Path, *arguments: str, folder: Path | None = None) -> int:
    """Run a module in the environment at ``place`` and return its exit status."""
    os.environ.update(_paths(place))
    return _run([*_python(place), *arguments], folder)


def _run(command: list[str], folder: Path | None = None) -> int:
    import subprocess

    sys.stdout.flush()
    return subprocess.run(command, cwd=folder, check=False).returncode


def _python(place: Path) -> list[str]:
    """Return the environment's interpreter, or nothing where the Python it was made from is gone.

    -s and -P keep the person's own packages, and whatever lies in the current folder, out of the program.
    """
    isolated = ("-s", "-P")
    if (place / "packages").exists():
        return [sys.executable, *isolated]
    own = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return [str(own), *isolated] if own.exists() else []


def _paths(place: Path) -> dict[str, str]:
    """Return where modules are found: here, and in the packages of an environment made without venv."""
    packages = place / "packages"
    return {"PYTHONPATH": os.pathsep.join([str(ROOT)] + [str(packages)] * packages.exists())}


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _refuse(sentence: str) -> int:
    _say(sentence)
    return 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
