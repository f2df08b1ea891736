"""What several tests of the outcome document need."""

from collections.abc import Iterator

import pytest

from tests.outcome.papers_desk import PapersDesk


@pytest.fixture
def papers() -> Iterator[PapersDesk]:
    desk = PapersDesk()
    yield desk
    desk.close()
