"""What every test stands on: no screen, and a profile of its own so that no test meets a person's keys."""

import os
import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import settings

# Two busy cores say nothing about a law; and where nobody watches, the same examples every time.
settings.register_profile("hrdesk", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("hrdesk")


LONGEST = (
    "journey/test_floor_by_window",
    "journey/test_taking_down",
    "journey/test_by_keyboard_alone",
    "desktop/floor/test_panel",
    "journey/test_two_laptops_by_window",
    "journey/test_from_said_to_adopted",
    "cli/test_do",
    "journey/",
    "store/",
    "exchange/",
)
"""The files that take longest come first, so that no processor waits for another at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the longest files first; all others stay in their order."""

    def place(item: pytest.Item) -> int:
        return next((at for at, name in enumerate(LONGEST) if f"tests/{name}" in item.nodeid), len(LONGEST))

    items.sort(key=place)


@pytest.fixture(scope="session")
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Give what makes an empty folder: pytest reads all folders made before to number the next, and we make thousands."""
    every, number = tmp_path_factory.mktemp("every"), count()

    def make(name: str) -> Path:
        folder = every / f"{next(number)}-{name}"
        folder.mkdir()
        return folder

    return make


@pytest.fixture
def tmp_path(new_folder: Callable[[str], Path], request: pytest.FixtureRequest) -> Path:
    """Give each test that asks for it an empty folder named after the test."""
    return new_folder(re.sub(r"\W", "_", request.node.name)[:30])


@pytest.fixture(autouse=True)
def profile(new_folder: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test an empty profile folder, inherited by the programs that it starts."""
    folder = new_folder("profile")
    monkeypatch.setenv("HRDESK_PROFILE", str(folder))
    return folder
