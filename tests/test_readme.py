"""The README is tested: its commands run one after another as they stand, and what it links to is there."""

import re
import shlex
from pathlib import Path

import pytest

from hrdesk import cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
PREFIX = "python3 run.py hrdesk "


def test_every_command_of_the_readme_runs_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    commands = [line.removeprefix(PREFIX) for line in README.splitlines() if line.startswith(PREFIX)]
    assert len(commands) > 8
    (tmp_path / "resources").symlink_to(ROOT / "resources")
    monkeypatch.chdir(tmp_path)
    for command in commands:
        assert cli.main(shlex.split(command)) == 0, (command, capsys.readouterr().err)
    assert (tmp_path / "outcome-fr.pdf").read_bytes().startswith(b"%PDF-")


def test_what_the_readme_links_to_is_there() -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", README)
    assert linked
    assert [name for name in linked if "://" not in name and not (ROOT / name).exists()] == []
