"""kill -9, a power cut or a full disk in a merge or an export: the desk is before or after, never between.

``HRDESK_KILLS`` says how many kills of each (10 unless told).
"""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.merging import merge
from hrdesk.store.identity import Profile
from tests.exchange.crashing import (
    AFTER,
    BEFORE,
    Scene,
    build,
    left_after_export,
    left_after_merge,
    state,
    take_in,
    write_out,
)

KILLS = int(os.environ.get("HRDESK_KILLS", "10"))
ROOT = Path(__file__).parents[2]
CUTS = KILLS + 5
"""Power cuts of each kind."""

_SECTOR = 512
"""Bytes that a disk writes whole, or not at all."""


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    return build(tmp_path_factory.mktemp("crashes") / "scene")


@pytest.mark.parametrize("what", ["merge", "export"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_kill_leaves_before_or_after(scene: Scene, what: str):
    seed = str(random.randrange(2**32))
    run = subprocess.run(
        [sys.executable, "-m", "tests.exchange.crashing", what, str(scene.folder.parent), str(KILLS), seed],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    left = [json.loads(line) for line in run.stdout.splitlines()]
    assert run.returncode == 0, (seed, run.stderr)
    assert len(left) == KILLS
    assert set(left) <= {BEFORE, AFTER}, seed
    print(f"\n{what}: {left.count(BEFORE)} before, {left.count(AFTER)} after")


class Cut:
    """The files of a desk at the two moments between which the power fails, in a merge."""

    def __init__(self, scene: Scene, folder: Path) -> None:
        self.scene = scene.copy(folder)
        self.before = state(scene.desk)
        desk = self.scene.open()
        with desk.file.writing_already() as connection:
            connection.execute("PRAGMA wal_autocheckpoint = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.file = self.scene.desk.read_bytes()
        merge(desk, [self.scene.bundle])
        self.journal = self.journal_path.read_bytes()
        assert self.scene.desk.read_bytes() == self.file, "nothing is carried over yet"
        with desk.file.writing_already() as connection:
            connection.execute("PRAGMA wal_checkpoint(FULL)")
        self.carried = self.scene.desk.read_bytes()
        desk.close()
        self.after = state(self.scene.desk)

    @property
    def journal_path(self) -> Path:
        return self.scene.desk.with_name(self.scene.desk.name + "-wal")

    def left(self, file: bytes, journal: bytes) -> str:
        """Put the desk back as the power cut left it and say what it is then."""
        for one in self.scene.desk.parent.glob("*-shm"):
            one.unlink()
        self.scene.desk.write_bytes(file)
        self.journal_path.write_bytes(journal)
        return left_after_merge(self.scene, self.before, self.after)


@pytest.fixture(scope="module")
def cut(scene: Scene) -> Cut:
    return Cut(scene, scene.folder.parent / "cut")


def _half_written(old: bytes, new: bytes, chance: random.Random) -> bytes:
    """Give a file of which some sectors are new, the others as they were before or, beyond the old end, empty."""
    size = chance.choice((len(new), max(len(old), chance.randrange(len(new) + 1))))
    old = old.ljust(size, b"\0")[:size]
    share = chance.random()
    sectors = [
        (new if chance.random() < share else old)[at : min(at + _SECTOR, size)] for at in range(0, size, _SECTOR)
    ]
    return b"".join(sectors)


def test_a_power_cut_while_the_journal_is_written_leaves_before(cut: Cut):
    """What SQLite had not yet synced may be there in part and in any order."""
    chance = random.Random(1)
    left = [cut.left(cut.file, _half_written(b"", cut.journal, chance)) for _ in range(CUTS)]
    assert set(left) <= {BEFORE, AFTER}
    assert BEFORE in left


def test_a_power_cut_at_any_frame_of_the_journal_leaves_before_or_after(cut: Cut):
    page = int.from_bytes(cut.journal[8:12])
    frames = range(0, len(cut.journal) + 1, page + 24)
    chance = random.Random(2)
    ends = sorted(32 + start for start in chance.sample(frames, min(CUTS, len(frames))))
    left = [cut.left(cut.file, cut.journal[:end]) for end in [*ends, len(cut.journal)]]
    assert set(left) == {BEFORE, AFTER}
    assert left[-1] == AFTER


def test_a_power_cut_while_the_journal_is_carried_over_leaves_after(cut: Cut):
    """The journal has been synced by then, so it is whole; of the file any sectors may be old."""
    chance = random.Random(3)
    assert {cut.left(_half_written(cut.file, cut.carried, chance), cut.journal) for _ in range(CUTS)} == {AFTER}


def test_a_bundle_is_synced_before_it_gets_its_name_and_its_folder_after_that(
    scene: Scene, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """So a power cut leaves the old file or the whole new one, in whichever order the stick writes the rest."""
    crashed = scene.copy(tmp_path / "stick")
    told: list[tuple[str, int]] = []
    sync, replace = os.fsync, Path.replace

    def noted_sync(handle: int) -> None:
        told.append(("sync", os.fstat(handle).st_ino))
        sync(handle)

    def noted_replace(source: Path, target: Path) -> Path:
        told.append(("name", source.stat().st_ino))
        return replace(source, target)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "replace", noted_replace)
    write_out(crashed)
    file, folder = crashed.target.stat().st_ino, crashed.target.parent.stat().st_ino
    mine = [(what, place) for what, place in told if place in (file, folder)]
    expected = [("sync", file), ("name", file)] + ([] if sys.platform == "win32" else [("sync", folder)])
    assert mine == expected


FULL = """
import resource, signal, sys
from pathlib import Path
from hrdesk.errors import Refused
from tests.exchange.crashing import Scene, take_in, write_out
work = {"merge": take_in, "export": write_out}[sys.argv[1]]
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]),) * 2)
try:
    work(Scene(Path(sys.argv[2])))
except Refused as refused:
    print("refused", refused)
else:
    print("done")
"""


def _on_a_small_disk(what: str, scene: Scene, room: int) -> str:
    """Do the work where no file may be larger than ``room`` bytes."""
    run = subprocess.run(
        [sys.executable, "-c", FULL, what, str(scene.folder), str(room)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return run.stdout.split()[0]


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Scene:
    """Give a small desk that is about to take a large bundle in."""
    return build(tmp_path_factory.mktemp("crashes") / "small", 2, 100, 200)


@pytest.mark.parametrize("room", [0.5, 1, 1.5])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process in this way")
def test_a_full_disk_refuses_a_merge_and_leaves_before(small: Scene, tmp_path: Path, room: float):
    crashed = small.copy(tmp_path / "full")
    before = state(crashed.desk)
    assert _on_a_small_disk("merge", crashed, int(crashed.desk.stat().st_size * room)) == "refused"
    assert left_after_merge(crashed, before, _merged(small, tmp_path)) == BEFORE


@pytest.mark.skipif(sys.platform == "win32", reason="Windows limits no process in this way")
def test_a_full_stick_refuses_an_export_and_leaves_the_old_file(scene: Scene, tmp_path: Path):
    whole, crashed = scene.copy(tmp_path / "whole"), scene.copy(tmp_path / "full")
    assert _on_a_small_disk("export", whole, 1 << 30) == "done"
    assert _on_a_small_disk("export", crashed, whole.target.stat().st_size - 1000) == "refused"
    assert [one.name for one in crashed.target.parent.iterdir()] == [crashed.target.name]
    assert left_after_export(crashed, state(scene.desk)) == BEFORE


def test_a_desk_that_may_not_grow_refuses_a_merge_and_takes_it_in_when_it_may(scene: Scene, tmp_path: Path):
    crashed = scene.copy(tmp_path / "full")
    before, after = state(crashed.desk), _merged(scene, tmp_path)
    desk = Desk.open(crashed.desk, Profile(crashed.profile))
    try:
        with desk.file.writing_already() as connection:
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 5}")
        with pytest.raises(Refused, match="full"):
            merge(desk, [crashed.bundle])
        assert state_of_open(desk) == before
        with desk.file.writing_already() as connection:
            connection.execute(f"PRAGMA max_page_count = {2**30}")
        merge(desk, [crashed.bundle])
    finally:
        desk.close()
    assert state(crashed.desk) == after


def state_of_open(desk: Desk) -> str:
    copied = desk.path.with_name("copy.hrdesk")
    with desk.file.writing_already() as connection:
        connection.execute("PRAGMA wal_checkpoint(FULL)")
    copied.write_bytes(desk.path.read_bytes())
    try:
        return state(copied)
    finally:
        for one in desk.path.parent.glob("copy.hrdesk*"):
            one.unlink()


def _merged(scene: Scene, folder: Path) -> str:
    done = scene.copy(folder / "merged")
    take_in(done)
    return state(done.desk)
