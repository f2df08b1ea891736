"""A person's choices on this machine: kept, read again, never a reason not to start."""

from pathlib import Path

import pytest

from hrdesk.settings import PROFILE_VARIABLE, Settings, profile_folder


def test_choices_are_kept_and_read_again(tmp_path: Path):
    folder = tmp_path / "new" / "profile"
    held = Settings(language="ar", theme="dark", role="staff", name="Desk 1", text_size=2, recent=["/a"])
    held.save(folder)
    assert Settings.load(folder) == held
    assert [one.name for one in folder.iterdir()] == ["settings.json"]


@pytest.mark.parametrize(
    "told", ["", "x", "[]", "5", "null", '{"language": 5}', '{"recent": [5, null]}', '{"more": 1}', "\ufeff{}"]
)
def test_damaged_settings_are_as_on_the_first_day(tmp_path: Path, told: str):
    (tmp_path / "settings.json").write_text(told, "utf-8")
    assert Settings.load(tmp_path) == Settings()
    (tmp_path / "settings.json").write_bytes(b"\xff\xfe")
    assert Settings.load(tmp_path) == Settings()


def test_a_place_that_cannot_be_written_costs_the_choice_and_nothing_else(tmp_path: Path):
    (tmp_path / "file").write_text("x", "utf-8")
    Settings(language="fr").save(tmp_path / "file")
    assert (tmp_path / "file").read_text("utf-8") == "x"


def test_recent_desks_are_few_and_the_last_comes_first(tmp_path: Path):
    held = Settings()
    for number in range(12):
        held.remember(tmp_path / f"{number}.hrdesk")
    held.remember(tmp_path / "5.hrdesk")
    assert len(held.recent) == 8
    assert [Path(one).stem for one in held.recent] == ["5", "11", "10", "9", "8", "7", "6", "4"]


def test_a_desk_that_was_destroyed_is_no_longer_among_the_recent_ones(tmp_path: Path):
    settings = Settings(recent=[str(tmp_path / "a.hrdesk"), str(tmp_path / "b.hrdesk")])
    settings.forget(tmp_path / "a.hrdesk")
    assert settings.recent == [str(tmp_path / "b.hrdesk")]


def test_the_variable_names_the_profile(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv(PROFILE_VARIABLE, str(tmp_path))
    assert profile_folder() == tmp_path
    monkeypatch.delenv(PROFILE_VARIABLE)
    assert profile_folder().name == "hrdesk"
    assert profile_folder().is_absolute()
