"""The command line in this process, speaking English, with an empty folder to work in."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from hrdesk import cli
from tests.store import quick_disk, ready_made


@dataclass(frozen=True)
class Answer:
    """What a command said: its status, standard output and standard error."""

    status: int
    out: str
    err: str

    @property
    def told(self) -> Any:
        return json.loads(self.out)


Line = Callable[..., Answer]


@pytest.fixture(autouse=True)
def spare_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_disk.spare(monkeypatch)
    ready_made.spare(monkeypatch)


@pytest.fixture
def hrdesk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Line:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: object) -> Answer:
        told = [json.dumps(one) if isinstance(one, dict | list) else str(one) for one in arguments]
        status = cli.main(told)
        held = capsys.readouterr()
        return Answer(status, held.out, held.err)

    return run
