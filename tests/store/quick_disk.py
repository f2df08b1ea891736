"""A disk that is not waited for: for the tests of what people do, which would spend half of their time in ``fsync``.

What survives a power cut is proved where that is the question (tests/store, tests/exchange, the kills and crashes).
"""

import os
from typing import Any

import pytest

from hrdesk.store import driver


def spare(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let everything that is written during a test be safe as soon as the system has it."""
    connect = driver.connect

    def connect_quickly(*place: Any, **how: Any) -> Any:
        connection = connect(*place, **how)
        connection.execute("PRAGMA synchronous = OFF")
        return connection

    monkeypatch.setattr(driver, "connect", connect_quickly)
    monkeypatch.setattr(driver, "for_writing", lambda connection: connection.execute("PRAGMA journal_mode = WAL"))
    monkeypatch.setattr(os, "fsync", lambda _file: None)
