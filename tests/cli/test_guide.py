"""The guide to the command line tells the truth: every example in it is run, in order, and answers as it says."""

import json
import re
import shlex
import shutil
from pathlib import Path

import pytest

from hrdesk import cli
from hrdesk.cli.parser import make_parser
from hrdesk.paths import resources_folder
from hrdesk.store import desk_file

GUIDE = (resources_folder() / "guide" / "command-line.md").read_text("utf-8")
EXAMPLES = [
    (line, answer)
    for block in re.findall(r"```console\n(.*?)```", GUIDE, re.DOTALL)
    for line, answer in re.findall(r"^\$ hrdesk (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
STAND_INS = {"SESSION": "session", "NOTE": "note", "RECOMMENDATION": "recommendation"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    monkeypatch.chdir(tmp_path)
    shutil.copy(resources_folder() / "samples" / "concept-note.txt", tmp_path)
    return tmp_path


def with_ids(line: str) -> str:
    """Put ids of the desk where the guide has stand-ins."""
    for name, kind in STAND_INS.items():
        if name in line:
            with desk_file.reader(Path("workshop.hrdesk")) as reader:
                line = line.replace(name, str(reader.value(f'SELECT min(id) FROM "{kind}"')))
    return line


def test_every_example_of_the_guide_answers_as_the_guide_says(folder: Path, capsys: pytest.CaptureFixture[str]):
    assert len(EXAMPLES) >= 20
    for line, answer in EXAMPLES:
        status = cli.main(shlex.split(with_ids(line)))
        told = capsys.readouterr()
        pattern = re.escape(answer).replace("…", r"[\s\S]*?")
        assert re.fullmatch(pattern, told.out + told.err), f"hrdesk {line}\n{told.out}{told.err}"
        assert status == (1 if told.err else 0), line
        assert not (told.out and told.err)


def test_every_command_and_every_format_is_in_the_guide():
    names = {name for action in make_parser()._actions for name in (action.choices or ()) if action.dest != "help"}
    assert names == {
        "new",
        "show",
        "do",
        "outcome",
        "floor-table",
        "session-report",
        "paper",
        "returned",
        "bundle",
        "merge",
        "conflicts",
        "verify",
        "demo",
        "self-test",
        "have",
        "search",
        "take-material",
        "export",
        "import",
        "trust",
        "swap",
        "leave",
        "encrypt",
        "passphrase",
        "decrypt",
        "recover",
        "backup",
        "backups",
        "restore",
    }
    for name in names:
        assert re.search(rf"hrdesk {name}\b", GUIDE), name
    source = "".join(path.read_text("utf-8") for path in Path(cli.__file__).parent.glob("*.py"))
    formats = {f"hrdesk-{name}" for name in re.findall(r'(?:answer|written)\(\s*"([a-z-]+)"', source)} | {
        "hrdesk-self-test"
    }
    assert len(formats) == 29
    for name in formats:
        assert name in GUIDE, name


def test_the_list_of_commands_is_json_that_names_every_command(capsys: pytest.CaptureFixture[str]):
    from hrdesk.work import COMMANDS

    assert cli.main(["do", "--list"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [one["name"] for one in told["commands"]] == [*COMMANDS, "undo", "redo"]
    assert all(one["does"].endswith(".") for one in told["commands"])
    types = {argument["type"] for one in told["commands"] for argument in one["arguments"]}
    words = {word for told_type in types for word in told_type.split(" or ")}
    assert words <= {"text", "number", "yes", "no", "nothing", "list of text", "list of fields", "fields"}
