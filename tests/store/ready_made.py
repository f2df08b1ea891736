"""Desks that are new without being made: copied from one that was made once, because its hundred tables take their time.

How a desk is made is proved where that is the question (tests/store); everywhere else people only begin with one.
"""

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hrdesk.records.ids import new_id
from hrdesk.store import driver, schema
from hrdesk.store.desk_file import DeskFile
from hrdesk.store.encryption import Key
from hrdesk.store.identity import Profile
from hrdesk.store.pen import Clock


def spare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every desk that is made during a test be a copy with an id of its own, but for those that are encrypted."""
    make = DeskFile.create

    def create(path: Path, profile: Profile, clock: Clock, key: Key | None = None) -> DeskFile:
        if key is not None or path.exists() or not os.access(path.parent, os.W_OK):
            return make(path, profile, clock, key)
        assert profile.device
        path.touch(mode=driver.PRIVATE)
        path.write_bytes(_file())
        connection = driver.connect(path, writing=True)
        connection.execute("REPLACE INTO meta VALUES ('desk', ?)", (new_id(clock()),))
        connection.close()
        return DeskFile.open(path, profile, clock)

    monkeypatch.setattr(DeskFile, "create", create)


@cache
def new() -> Any:
    """Give a desk in memory that was just made; whoever wants one copies it."""
    connection = driver.connect(None)
    schema.migrate(driver.database(connection))
    schema.make_derived(connection)
    return connection


@cache
def _file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.hrdesk"
        connection = driver.connect(path, writing=True)
        new().backup(connection)
        connection.close()
        return path.read_bytes()
