"""What encryption costs, beside the same desk in the clear; and its promises, tried more often than the suite does."""

import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.store import desk_file
from hrdesk.store.encryption import Key, key_from_passphrase, new_key
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source
from hrdesk.store.rekeying import change_key
from tests.benchmarks.offices import Offices
from tests.store import test_at_rest, test_kills_at_rest

ROUNDS = int(os.environ.get("HRDESK_ROUNDS", "3"))
COUNT = int(os.environ.get("HRDESK_CHANGES", "100000"))
KILLS = int(os.environ.get("HRDESK_KILLS_AT_REST", "10"))
SOURCE = Source("0" * 64, "made", "a" * 16 + ".1")
OTHER = Source("1" * 64, "made", "c" * 16 + ".1")


def bench_encrypted_beside_plain(tmp_path: Path, profile: Path) -> None:
    """Take the same changes into the same desk, in the clear and encrypted, in turn; then copies and openings."""
    who = Profile(profile)
    offices = Offices(base=COUNT, local=COUNT // 20, arriving=COUNT, contested=COUNT // 50)
    arriving = list(offices.there())
    desk = Desk.create(tmp_path / "plain.hrdesk", who)
    desk.take_in(offices.known(), SOURCE)
    desk.close()
    passphrase = "four words of poetry"
    key = new_key(passphrase)
    shutil.copy(tmp_path / "plain.hrdesk", tmp_path / "encrypted.hrdesk")
    desk = Desk.open(tmp_path / "encrypted.hrdesk", who)
    print(f"\nencrypting {COUNT} changes: {_timed(lambda: change_key(desk.file, key)):.2f} s")
    desk.close()
    merges: dict[str, list[float]] = {"plain": [], "encrypted": []}
    backups: dict[str, list[float]] = {"plain": [], "encrypted": []}
    for _round in range(ROUNDS):
        for name, using in (("plain", None), ("encrypted", key)):
            path = tmp_path / f"{name}-now.hrdesk"
            shutil.copy(tmp_path / f"{name}.hrdesk", path)
            held = Desk.open(path, who, key=using)
            merges[name].append(_timed(lambda held=held: held.take_in(arriving, OTHER)))  # type: ignore[misc]
            backups[name].append(_timed(lambda held=held: held.back_up("asked")))  # type: ignore[misc]
            held.close()
    for what, times in (("merge", merges), ("backup", backups)):
        plain, encrypted = (statistics.median(times[name]) for name in ("plain", "encrypted"))
        print(f"{what}: plain {plain:.2f} s, encrypted {encrypted:.2f} s, {encrypted / plain:.2f} times")
    path = tmp_path / "encrypted-now.hrdesk"
    derive = _median(lambda: key_from_passphrase(passphrase, key.salt))
    opening = {
        "plain": _median(lambda: _read(tmp_path / "plain-now.hrdesk", None)),
        "raw key": _median(lambda: _read(path, key)),
    }
    print(f"passphrase to key: {derive * 1000:.0f} ms")
    print("; ".join(f"open and read one row, {name}: {seconds * 1000:.1f} ms" for name, seconds in opening.items()))


def bench_kills(tmp_path_factory: pytest.TempPathFactory, profile: Path) -> None:
    """Kill a desk that is encrypted, rekeyed, decrypted, backed up and restored."""
    for work in ("encrypt", "passphrase", "decrypt", "backup", "restore"):
        for kill in range(KILLS):
            test_kills_at_rest.test_a_kill_leaves_a_whole_desk_and_whole_backups(
                tmp_path_factory.mktemp("kill"), profile, work, kill
            )
    print(f"\n{KILLS} kills of each of five kinds of work: before or after, never between")


def bench_strings_finds_nothing(tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Search with the program ``strings`` too, in three encodings, which is what somebody would do first."""
    seen = []
    search = test_at_rest.readable

    def with_strings(folders: list[Path], names: list[str]) -> list[str]:
        told = ""
        for folder in folders:
            for file in (one for one in folder.rglob("*") if one.is_file()):
                for encoding in "SlB":
                    told += subprocess.run(
                        ["strings", "-n", "3", "-e", encoding, str(file)],
                        capture_output=True,
                        check=True,
                        encoding="utf-8",
                        errors="replace",
                    ).stdout
        seen.append(len(told))
        return search(folders, names) + [name for name in names if name in told or name.lower() in told.lower()]

    monkeypatch.setattr(test_at_rest, "readable", with_strings)
    test_at_rest.test_no_planted_name_can_be_read_while_open_after_a_kill_or_after_closing(tmp_path, profile)
    print(f"\nstrings told {seen} characters while open, after a kill and after closing, and no name among them")


def _read(path: Path, key: Key | None) -> None:
    with desk_file.reader(path, key=key) as reader:
        reader.value("SELECT text FROM note LIMIT 1")


def _median(work: Callable[[], Any]) -> float:
    return statistics.median(_timed(work) for _ in range(7))


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
