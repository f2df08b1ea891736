"""What every test stands on: no screen, and a profile of its own so that no test meets a person's keys."""

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt

import pytest
from hypothesis import settings

# Two busy cores say nothing about a law; and where nobody watches, the same examples every time.
settings.register_profile("hrdesk", deadline=None, derandomize=bool(os.environ.get("CI")), print_blob=True)
settings.load_profile("hrdesk")


@pytest.fixture(autouse=True)
def profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch):
    """Give each test an empty profile folder, inherited by the programs that it starts."""
    folder = tmp_path_factory.mktemp("profile")
    monkeypatch.setenv("HRDESK_PROFILE", str(folder))
    return folder
