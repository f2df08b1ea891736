"""A desk for the tests of other programs' files."""

from collections.abc import Iterator

import pytest

from tests.exchange.tools.table_desk import ToolDesk


@pytest.fixture
def desk() -> Iterator[ToolDesk]:
    made = ToolDesk()
    yield made
    made.close()
