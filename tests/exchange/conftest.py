"""Two rooms that never met a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.rooms import Room
from tests.store import ready_made


@pytest.fixture(autouse=True)
def no_making(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare these tests the making of desks, of which most have several."""
    ready_made.spare(monkeypatch)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room.make(tmp_path, "first")
    yield made
    made.desk.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Room]:
    made = Room.make(tmp_path, "second")
    yield made
    made.desk.close()
