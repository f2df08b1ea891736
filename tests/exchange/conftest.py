"""Two rooms that never met a network."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.exchange.rooms import Room


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
