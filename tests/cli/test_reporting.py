"""The table of the floor and the report on a session: written where they may be, refused where they may not."""

import csv
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line


@pytest.fixture
def sessions(hrdesk: Line, tmp_path: Path, profile: Path) -> dict[str, str]:
    """Make a desk with a public, a restricted and a confidential session; in each a State has the floor."""
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))

    def run(command: str, **arguments: Any) -> Any:
        return held.run(COMMANDS[command], **arguments)

    run("new-consultation", title="Workshop", language="en", sensitivity="public")
    made = {}
    for sensitivity in ("public", "restricted", "confidential"):
        session = run("add", kind="session", title=f"{sensitivity} panel", sensitivity=sensitivity)["id"]
        run("choose-format", session=session, format="panel-2016")
        run("inscribe", session=session, delegation="GHA")
        run("call-next", session=session)
        run("start", session=session)
        made[sensitivity] = session
    held.close()
    return made


def table(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def names(path: str) -> list[str]:
    return [row["Who"] for row in table(path) if row["Table"] == "Interventions"]


def test_the_table_is_written_while_a_clock_runs(hrdesk: Line, sessions: dict[str, str]):
    answer = hrdesk("floor-table", "a.hrdesk", sessions["public"], "floor.csv", "--json")
    assert (answer.status, answer.err) == (0, "")
    assert answer.told["rows"] == len(table("floor.csv"))
    assert names("floor.csv") == ["Ghana"]
    (row,) = [one for one in table("floor.csv") if one["Table"] == "Interventions"]
    assert 0 <= int(row["Seconds used"]) < 60


def test_what_the_room_could_not_know_stands_only_in_a_table_for_the_desk(hrdesk: Line, sessions: dict[str, str]):
    assert hrdesk("floor-table", "a.hrdesk", sessions["restricted"], "floor.csv").status == 0
    assert names("floor.csv") == ["State"]
    answer = hrdesk("floor-table", "a.hrdesk", sessions["restricted"], "own.csv", "--for-desk")
    assert names("own.csv") == ["Ghana"]
    assert "for nobody else" in answer.out


def test_a_confidential_session_leaves_neither_table_nor_report(hrdesk: Line, sessions: dict[str, str]):
    closed = sessions["confidential"]
    for arguments in (("floor-table", "a.hrdesk", closed, "x"), ("session-report", "a.hrdesk", closed, "en", "x")):
        answer = hrdesk(*arguments)
        assert answer.status == 1
        assert "confidential" in answer.err
        assert not Path("x").exists()
    assert hrdesk("floor-table", "a.hrdesk", closed, "own.csv", "--for-desk").status == 0


def test_the_words_of_the_table_are_in_the_language_that_was_asked_for(hrdesk: Line, sessions: dict[str, str]):
    assert hrdesk("floor-table", "a.hrdesk", sessions["public"], "floor.csv", "--language", "fr").status == 0
    assert "État" in Path("floor.csv").read_text("utf-8-sig")


def test_the_report_is_written_as_pdf(hrdesk: Line, sessions: dict[str, str]):
    told = hrdesk("session-report", "a.hrdesk", sessions["public"], "ar", "r.pdf", "--json").told
    assert (told["format"], told["language"], told["file"]) == ("hrdesk-session-report", "ar", "r.pdf")
    assert Path("r.pdf").read_bytes().startswith(b"%PDF")
    assert "was written" in hrdesk("session-report", "a.hrdesk", sessions["public"], "en", "e.pdf").out


@pytest.mark.parametrize("command", [("floor-table", "a.hrdesk", "x"), ("session-report", "a.hrdesk", "x", "en")])
def test_a_session_that_is_not_here_is_refused(hrdesk: Line, sessions: dict[str, str], command: tuple[str, ...]):
    answer = hrdesk(*command, "out")
    assert answer.status == 1
    assert answer.err.startswith("There is no session")


def test_a_language_that_is_none_of_the_six_is_a_command_written_wrongly(hrdesk: Line, sessions: dict[str, str]):
    assert hrdesk("session-report", "a.hrdesk", sessions["public"], "de", "x").status == 2


def test_both_change_nothing_in_the_desk(hrdesk: Line, sessions: dict[str, str]):
    before = Path("a.hrdesk").read_bytes()
    hrdesk("floor-table", "a.hrdesk", sessions["public"], "floor.csv")
    hrdesk("session-report", "a.hrdesk", sessions["public"], "en", "r.pdf")
    assert Path("a.hrdesk").read_bytes() == before
