"""A projector that is plugged in and out and mirrored on a real X server, as no window without a screen can show it.

It needs programs that the suite does without, so it stands here; without them it fails and names them.
"""

import ctypes.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

PROGRAMS = ("xvfb-run", "Xvfb", "openbox")
LIBRARIES = ("Xrandr", "xcb-cursor")

ROOT = Path(__file__).parents[2]


def bench_a_projector_is_plugged_in_and_out_and_mirrored_on_a_real_x_server():
    """Follow the room's screen through cables plugged in and out."""
    missing = [one for one in PROGRAMS if shutil.which(one) is None]
    missing += [f"lib{one}" for one in LIBRARIES if ctypes.util.find_library(one) is None]
    assert not missing, f"This benchmark needs an X server to plug into; please install: {', '.join(missing)}"
    told = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 2560x720x24",
            sys.executable,
            str(Path(__file__).with_name("projector.py")),
        ],
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    lines = dict(line.split(": ", 1) for line in told.stdout.splitlines() if ": " in line)
    small = lines["alone"]
    assert small.startswith("False")
    assert lines["plugged"] == lines["again"] == "True (1280, 0, 1280, 720) 1:30 hall False keys True"
    assert lines["unplugged"] == lines["end"] == small
    assert lines["mirrored"] == small.replace("hall False", "hall True")
