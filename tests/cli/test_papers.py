"""The papers of the rapporteur, written by the command line as PDF or text."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line


@pytest.fixture
def session(hrdesk: Line, tmp_path: Path, profile: Path) -> str:
    """Make a desk with a note and a recommendation in a public session."""
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    made = held.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")["session"]
    given = {"session": made, "text": "Shelters are far.", "note_kind": "key_issue", "sensitivity": "public"}
    held.run(COMMANDS["keep-note"], **given)
    held.run(COMMANDS["make-recommendation"], notes=[], text="States should build.", sensitivity="public")
    held.close()
    return str(made)


def test_the_summary_is_written_of_a_session_or_of_all(hrdesk: Line, session: str):
    for more in ((), ("--session", session)):
        told = hrdesk("paper", "a.hrdesk", "questions", "en", "s.txt", *more, "--json").told
        assert (told["format"], told["kind"], told["pages"]) == ("hrdesk-paper", "questions", 0)
        assert "Shelters are far." in Path("s.txt").read_text("utf-8")


def test_the_report_is_written_as_slides(hrdesk: Line, session: str):
    answer = hrdesk("paper", "a.hrdesk", "report", "ar", "r.pdf")
    assert "was written" in answer.out
    assert Path("r.pdf").read_bytes().startswith(b"%PDF")


def test_writing_a_draft_keeps_its_version_once(hrdesk: Line, session: str):
    answer = hrdesk("paper", "a.hrdesk", "draft", "en", "d.pdf")
    assert (answer.status, Path("d.pdf").exists()) == (1, False)
    assert "under negotiation" in answer.err
    held = hrdesk("show", "a.hrdesk", "recommendation", "--json").told["records"][0]["id"]
    hrdesk("do", "a.hrdesk", "open-negotiation", f'{{"recommendation": "{held}"}}')
    versions = [hrdesk("paper", "a.hrdesk", "draft", "en", "d.pdf", "--json").told["draft_version"] for _ in "ab"]
    assert versions == ["Rev.1", "Rev.1"]
    assert hrdesk("paper", "a.hrdesk", "draft", "en", "d.txt", "--name", "Final", "--json").told["draft_version"] == (
        "Final"
    )
    assert len(hrdesk("show", "a.hrdesk", "draft_version", "--json").told["records"]) == 2
