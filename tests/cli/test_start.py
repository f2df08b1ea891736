"""A small command starts quickly: it loads neither bundles nor pages nor libraries that it has no use for."""

import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.cli import action_of
from hrdesk.cli.parser import make_parser
from hrdesk.desk import Desk
from hrdesk.store.identity import Profile

LOADED = "import sys; from hrdesk import cli; cli.main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
NEVER = ("PySide6", "babel", "docx", "hrdesk.exchange.bundle", "hrdesk.outcome.pdf", "keyring", "pyrage", "reportlab")


@pytest.mark.parametrize(
    ("line", "also_not"),
    [
        ("--help", ("hrdesk.exchange", "hrdesk.outcome", "hrdesk.store", "hrdesk.work", "msgspec", "sqlcipher3")),
        ("show a.hrdesk", ("hrdesk.exchange", "hrdesk.outcome", "hrdesk.work", "msgspec", "sqlite_utils")),
        ("verify a.hrdesk", ("hrdesk.exchange", "hrdesk.outcome", "hrdesk.work")),
        ("do --list", ("hrdesk.exchange.merging", "hrdesk.outcome.export", "sqlite_utils")),
    ],
)
def test_a_small_command_loads_little(line: str, also_not: tuple[str, ...], tmp_path: Path, profile: Path):
    Desk.create(tmp_path / "a.hrdesk", Profile(profile)).close()
    house = str(Path(__file__).parents[2])
    start = f"import sys; sys.path.insert(0, {house!r}); {LOADED}"
    done = subprocess.run(
        [sys.executable, "-c", start, *line.split()], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout
    loaded = done.stderr.split()
    assert "hrdesk.cli" in loaded
    assert [name for name in loaded for heavy in (*NEVER, *also_not) if f"{name}.".startswith(f"{heavy}.")] == []


def test_every_command_has_what_carries_it_out():
    names = {name for action in make_parser()._actions for name in (action.choices or ())}
    assert len(names) > 20
    assert all(callable(action_of(name)) for name in names)
