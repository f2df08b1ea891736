"""What a bundle costs by itself: reading it with all checks, beside the bare parse, and writing it; the memory of both.

Times are of the processor, so that a busy machine says the same; the bare parse beside them is the measure.
"""

import base64
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import Packing, read_bundle, write_bundle
from hrdesk.exchange.scope import Scope
from hrdesk.store.age import Opener
from hrdesk.store.change import Change, encode
from hrdesk.store.identity import Profile
from tests.exchange.making import change, seals_of

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("HRDESK_CHANGES", "100000"))
LARGE = int(os.environ.get("HRDESK_LARGE", "1000000"))
ROUNDS = int(os.environ.get("HRDESK_ROUNDS", "3"))
MOST_MEBIBYTES = 300

READING = """
import re, sys
from pathlib import Path
from hrdesk.exchange.bundle import read_bundle
read = read_bundle(Path(sys.argv[1]))
assert read.kept is None
print(len(read), sum(1 for _ in read.changes()), sum(one.unsealed for one in read.authors.values()))
print(int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


class Made:
    """Lines of nine authors who seal them, made anew each time they are asked for."""

    def __init__(self, folder: Path, count: int) -> None:
        self.authors = sorted((Profile(folder / str(number)) for number in range(9)), key=lambda one: one.device)
        self.count = count // 9 * 9

    def __call__(self) -> Any:
        dice = random.Random(7)
        for author in self.authors:
            dev = f"{author.device}.1"
            for seq in range(1, self.count // 9 + 1):
                yield change(
                    dev,
                    seq,
                    n=base64.urlsafe_b64encode(dice.randbytes(8)).rstrip(b"=").decode(),
                    record=f"01jd3a2b3c4d5e6f7g8{dev[:2]}{seq // 5:05}",
                    field=("text", "note_kind", "speaker", "language", "sensitivity")[seq % 5],
                    val="The State should adopt a law on access to water. "[: dice.randrange(8, 49)],
                    seen={dev: seq - 1} if seq % 4 == 0 and seq > 1 else {},
                )


def took(work: Callable[[], object]) -> float:
    """Give the seconds of the processor that ``work`` takes, the middle of several rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return statistics.median(times)


@pytest.fixture
def desk(tmp_path: Path) -> Any:
    made = Desk.create(tmp_path / "desk.hrdesk", Profile(tmp_path / "desk-profile"))
    yield made
    made.close()


def seals_in(desk: Desk, made: Made) -> None:
    from hrdesk.store import seals

    for author in made.authors:
        mine = [one for one in made() if one.dev.startswith(author.device)]
        with desk.file.writing() as connection:
            seals.keep(connection, seals_of(author, mine))


def write(desk: Desk, made: Made, target: Path, **how: Any) -> Path:
    with desk.reader() as reader:
        write_bundle(reader, target, Packing(made, Scope(), **how), desk.file.profile, desk.file.now())
    return target


def test_reading_and_writing(desk: Desk, tmp_path: Path):
    made = Made(tmp_path, COUNT)
    seals_in(desk, made)
    ours = desk.file.profile
    plain = write(desk, made, tmp_path / "plain.json")
    packed = write(desk, made, tmp_path / "packed.gz", compress=True)
    closed = write(desk, made, tmp_path / "closed.age", recipients=(ours.recipient,))
    lines = [encode(one) for one in made()]
    parse = msgspec.json.Decoder(Change).decode
    times = {
        "bare typed parse": took(lambda: [parse(line) for line in lines]),
        "read, all checks": took(lambda: read_bundle(plain)),
        "read packed": took(lambda: read_bundle(packed)),
        "read encrypted": took(lambda: read_bundle(closed, opener=Opener(ours))),
        "making the changes": took(lambda: sum(1 for _ in made())),
        "write and read again": took(lambda: write(desk, made, plain)),
        "write packed and read again": took(lambda: write(desk, made, packed, compress=True)),
        "write encrypted": took(lambda: write(desk, made, closed, recipients=(ours.recipient,))),
    }
    assert all(one.unsealed == 0 for one in read_bundle(plain).authors.values())
    sizes = {path.name: f"{path.stat().st_size / 2**20:.1f} MiB" for path in (plain, packed, closed)}
    print(f"\n{made.count} changes of nine authors, {sizes}")
    for name, seconds in times.items():
        print(f"  {name:30} {seconds:6.3f} s  {seconds / times['bare typed parse']:5.1f} x the bare parse")


@pytest.mark.skipif(sys.platform != "linux", reason="memory is told in other units elsewhere")
def test_a_million_changes_stream(desk: Desk, tmp_path: Path):
    made = Made(tmp_path, LARGE)
    path = write(desk, made, tmp_path / "large.json.gz", compress=True)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(path)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    counted, mebibytes = done.stdout.splitlines()
    print(f"\n{made.count} changes read twice over: {mebibytes} MiB at most ({counted})")
    assert int(mebibytes) <= MOST_MEBIBYTES
