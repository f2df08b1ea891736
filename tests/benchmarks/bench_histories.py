"""The laws of the journal on 10,000 histories, and how long a merge of 100,000 changes takes."""

import os
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import read_bundle, write_bundle
from hrdesk.exchange.merging import merge
from hrdesk.store.change import Change
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source

ROOT = Path(__file__).parents[2]
SOURCE = Source("0" * 64, "made", "a" * 16 + ".1")


@pytest.mark.parametrize("file", ["store/test_histories.py", "store/test_history.py", "outcome/test_secrecy.py"])
def bench_laws_on_many_histories(file: str) -> None:
    """Run a law of the suite on 10,000 histories."""
    environment = {**os.environ, "HRDESK_HISTORIES": os.environ.get("HRDESK_HISTORIES", "10000")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"tests/{file}"], cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0


@pytest.mark.parametrize("count", [int(os.environ.get("HRDESK_CHANGES", "100000"))])
def bench_a_large_merge(tmp_path: Path, count: int) -> None:
    """Merge a bundle of many changes, ten fields a record, into an empty desk, and once more."""
    first = Desk.create(tmp_path / "first.hrdesk", Profile(tmp_path / "a"))
    base = Change(
        at="2026-11-20T10:11:12.123Z",
        dev="a" * 16 + ".1",
        field="text",
        kind="lesson",
        lam=1,
        n="A" * 11,
        record="x",
        seen={},
        seq=1,
        sv=1,
        val="x",
    )
    made = [
        msgspec.structs.replace(
            base,
            seq=n,
            lam=n,
            record=f"r{n // 10}",
            field=f"field{n % 10}" if n % 10 > 3 else ("text", "lesson_kind", "said_by", "pointer")[n % 10],
            val=f"value {n} " * 5,
        )
        for n in range(1, count + 1)
    ]
    times = {"take in": timed(lambda: first.take_in(made, SOURCE))}
    path = tmp_path / "large.hrdesk.json"
    with first.reading() as reader:
        times["write a bundle"] = timed(lambda: write_bundle(reader, path, first.file.device, first.file.now()))
    second = Desk.create(tmp_path / "second.hrdesk", Profile(tmp_path / "b"))
    times["read it"] = timed(lambda: read_bundle(path))
    times["read and merge it"] = timed(lambda: merge(second, [path]))
    times["read and merge it again"] = timed(lambda: merge(second, [path]))
    first.close()
    second.close()
    size = path.stat().st_size / 2**20
    print(
        f"\n{count} changes, {size:.1f} MiB: " + ", ".join(f"{name} {seconds:.2f} s" for name, seconds in times.items())
    )


def timed(work: object) -> float:
    """Give the seconds that ``work`` takes."""
    start = time.perf_counter()
    work()  # type: ignore[operator]
    return time.perf_counter() - start
