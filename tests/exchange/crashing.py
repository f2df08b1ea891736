"""Desks to crash: two that know each other, a bundle to take in, and what they look like before and after.

Run as a program it is the victim: it takes the bundle in, or writes one, again and again in processes of its own,
and kills each at a random moment; for every kill it prints one line of what was left.
"""

import hashlib
import json
import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import send
from hrdesk.settings import PROFILE_VARIABLE
from hrdesk.store import desk_file
from hrdesk.store.change import encode
from hrdesk.store.identity import Profile
from hrdesk.store.verification import derived, verify
from hrdesk.work import COMMANDS

NOTES = 60
"""Notes in each desk; each is several lines, a merge of all takes some tenths of a second."""

WHOLE = Scope(sensitivity="confidential")
OLD = b"an older bundle\n"
"""What stands on the stick before a bundle is written over it."""

BEFORE, AFTER = "before", "after"


@dataclass(frozen=True)
class Scene:
    """Two desks in a folder: ``desk`` is about to take ``bundle`` in."""

    folder: Path

    @property
    def desk(self) -> Path:
        return self.folder / "desk" / "a.hrdesk"

    @property
    def profile(self) -> Path:
        return self.folder / "profile"

    @property
    def bundle(self) -> Path:
        return self.folder / "b.hrdesk.json"

    @property
    def target(self) -> Path:
        """Say where a bundle is written to."""
        return self.folder / "stick" / "a.hrdesk.json"

    def open(self) -> Desk:
        return Desk.open(self.desk, Profile(self.profile))

    def copy(self, folder: Path) -> "Scene":
        """Copy the desk to crash the copy; it writes as the one that was copied."""
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        return Scene(folder)


def build(folder: Path, mine: int = NOTES, theirs: int = NOTES, sentences: int = 5) -> Scene:
    """Make the desks: both hold the same consultation, each has notes of its own, both edited one of them."""
    scene = Scene(folder)
    scene.desk.parent.mkdir(parents=True)
    scene.target.parent.mkdir()
    first = Desk.create(scene.desk, Profile(scene.profile))
    session = first.run(COMMANDS["new-consultation"], title="Workshop", language="en")["session"]
    shared = first.run(COMMANDS["keep-note"], session=session, text="shared")["id"]
    starter = folder / "starter.hrdesk.json"
    send(first, starter, WHOLE)
    second = join(starter, folder / "b.hrdesk", Profile(folder / "profile-b"))
    for number in range(mine):
        first.run(COMMANDS["keep-note"], session=session, text=f"What was said first {number}. " * sentences)
    for number in range(theirs):
        second.run(COMMANDS["keep-note"], session=session, text=f"What was said second {number}. " * sentences)
    first.run(COMMANDS["edit"], id=shared, text="one")
    second.run(COMMANDS["edit"], id=shared, text="two")
    send(second, scene.bundle, WHOLE)
    first.close()
    second.close()
    scene.target.write_bytes(OLD)
    return scene


def take_in(scene: Scene) -> None:
    """Take the bundle in, as a window or a command does."""
    desk = scene.open()
    merge(desk, [scene.bundle])
    desk.close()


def write_out(scene: Scene) -> None:
    """Write a bundle over the old one."""
    desk = scene.open()
    send(desk, scene.target, WHOLE)
    desk.close()


def state(path: Path) -> str:
    """Give a hash of all that a desk holds: the lines, what is derived from them, which bundles came in."""
    with desk_file.reader(path) as reader:
        lines = [encode(change).decode() for change in reader.changes()]
        came = sorted(row["hash"] for row in reader.rows("SELECT hash FROM bundle_log"))
        told = repr((lines, sorted(derived(reader).items()), came))
    return hashlib.sha256(told.encode()).hexdigest()


def left_after_merge(scene: Scene, before: str, after: str) -> str:
    """Say what a crash in a merge left: before, after, or what is wrong. The merge done again ends in after."""
    read = state(scene.desk)  # beside what the dead process left
    found = _sound(scene)
    if found or state(scene.desk) != read:
        return found or "the desk changed by being opened"
    if read not in (before, after):
        return "between"
    take_in(scene)
    return "taking in again ends elsewhere" if state(scene.desk) != after else {before: BEFORE, after: AFTER}[read]


def left_after_export(scene: Scene, before: str) -> str:
    """Say what a crash while a bundle was written left; the desk holds what it held."""
    found = _sound(scene)
    if found or state(scene.desk) != before:
        return found or "the desk is another"
    if scene.target.read_bytes() == OLD:
        return BEFORE
    read_bundle(scene.target)  # refuses what is not whole
    return AFTER


def _sound(scene: Scene) -> str:
    scene.open().close()
    faults = verify(scene.desk).faults
    companions = [one.name for one in scene.desk.parent.iterdir() if one.is_file() and one != scene.desk]
    return "; ".join((*faults, *(f"{name} was left" for name in companions)))


def kill(scene: Scene, work: Callable[[Scene], None], moment: float) -> None:
    """Do ``work`` in a process of its own and kill it after ``moment`` seconds, if it still runs then."""
    child = os.fork()
    if not child:
        try:
            work(scene)
        finally:
            os._exit(0)
    time.sleep(moment)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def main(what: str, folder: Path, kills: int, seed: str) -> None:
    """Kill ``what`` so many times and print what was left each time."""
    chance = random.Random(seed)
    scene = Scene(folder / "scene")
    work = {"merge": take_in, "export": write_out}[what]
    before = state(scene.desk)
    whole = scene.copy(folder / "whole")
    begun = time.monotonic()
    work(whole)
    longest = time.monotonic() - begun
    after = state(whole.desk)
    for _ in range(kills):
        crashed = scene.copy(folder / "crashed")
        kill(crashed, work, chance.uniform(0, longest))
        told = left_after_merge(crashed, before, after) if what == "merge" else left_after_export(crashed, before)
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    os.environ.setdefault(PROFILE_VARIABLE, sys.argv[2])
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
