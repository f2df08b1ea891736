"""What the simulated power cuts take for granted: the system is asked to keep things in the order in which they must be.

Watched by strace where there is one (Linux): the journal is synced before it is carried over, the file before the
journal is thrown away, a new file before it gets its name, its folder after that.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.crashing import Scene, build

ROOT = Path(__file__).parents[2]
CALLS = "openat,pwrite64,write,fdatasync,fsync,ftruncate,rename,renameat,renameat2,unlink,unlinkat"
CALL = re.compile(r"^\d+\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")
WORK = "import sys; from pathlib import Path; from tests.exchange import crashing as c; c.{work}(c.Scene(Path(sys.argv[1])))"


@pytest.mark.skipif(shutil.which("strace") is None, reason="there is no strace here")
@pytest.mark.parametrize("work", ["take_in", "write_out"])
def bench_everything_is_synced_before_anything_relies_on_it(tmp_path: Path, work: str):
    """Watch one merge, or one export, call by call."""
    scene = build(tmp_path / "scene")
    log = tmp_path / "calls"
    watched = [sys.executable, "-c", WORK.format(work=work), str(scene.folder)]
    watcher = ["strace", "-f", "-y", "-s", "0", "-e", f"trace={CALLS}", "-o", str(log)]
    subprocess.run([*watcher, *watched], cwd=ROOT, check=True)
    faults, syncs = _faults(log.read_text("utf-8", "replace"), scene)
    print(f"\n{work}: {syncs} syncs")
    assert faults == []
    assert syncs


def _faults(log: str, scene: Scene) -> tuple[list[str], int]:
    """Go through the calls and name those that came too early; count the syncs."""
    faults: list[str] = []
    unsynced: dict[str, bool] = {}
    folders_due: set[str] = set()
    syncs = 0
    for verb, told in _calls(log):
        path = _path(told)
        if verb in {"pwrite64", "write"} and path.startswith(str(scene.folder)):
            faults += [f"{path} is written before {one} is synced" for one in _first(path, told) if unsynced.get(one)]
            unsynced[path] = True
        elif verb in {"fsync", "fdatasync"}:
            syncs += 1
            unsynced[path] = False
            folders_due.discard(path)
        elif verb == "ftruncate" and path.endswith("-wal") and unsynced.get(path.removesuffix("-wal")):
            faults.append(f"{path} is thrown away before the file is synced")
        elif verb.startswith("rename"):
            source, target = re.findall(r'"([^"]*)"', told)[:2]
            if unsynced.get(source):
                faults.append(f"{source} is named before it is synced")
            folders_due.add(str(Path(target).parent))
    lasting = (scene.desk, scene.target)
    faults += [f"{one} is never synced" for one in lasting if unsynced.get(str(one))]
    faults += [f"the folder {one} is never synced" for one in folders_due if one.startswith(str(scene.target.parent))]
    return faults, syncs


def _first(path: str, told: str) -> list[str]:
    """Name the files that must be synced before ``path`` is written."""
    if path.endswith((".hrdesk", ".new", ".db")):
        return [f"{path}-wal", f"{path}-journal"]
    is_start = told.rstrip().endswith(", 0")
    return [path.removesuffix("-wal")] if path.endswith("-wal") and is_start else []


def _calls(log: str) -> Iterator[tuple[str, str]]:
    for line in log.splitlines():
        found = CALL.match(line)
        if found and not found[3].startswith("-"):
            yield found[1], found[2]


def _path(told: str) -> str:
    """Give the path that strace shows beside a handle."""
    found = re.match(r"\d+<([^>]*)>", told)
    return found[1].removesuffix("(deleted)") if found else ""
