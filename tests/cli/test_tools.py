"""Files for other programs and files of theirs, on the command line: written, foreseen, taken in, refused."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line

TAGUETTE = Path(__file__).parent.parent / "exchange" / "tools" / "taguette-1.5.2.qdc"


@pytest.fixture
def session(hrdesk: Line, tmp_path: Path, profile: Path) -> str:
    """Make a desk with a public note, a confidential one, and a recommendation; give the session."""
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    made = held.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")["session"]
    note = held.run(COMMANDS["keep-note"], session=made, text="Open shelters.", tags=["shelter"])["id"]
    held.run(COMMANDS["keep-note"], session=made, text="XYZZY", sensitivity="confidential")
    held.run(COMMANDS["make-recommendation"], notes=[note], text="States should open shelters.")
    held.close()
    return str(made)


def test_coded_notes_are_written_and_what_stays_is_told(hrdesk, session):
    told = hrdesk("export", "a.hrdesk", "notes.qdpx", "--json").told
    assert (told["notes"], told["recommendations"], told["stayed"]) == (1, 1, {"strict": 1, "named": 0})
    assert Path("notes.qdpx").exists()
    assert "1 item stayed" in hrdesk("export", "a.hrdesk", "notes.qdpx").out


def test_a_file_of_another_kind_is_not_written(hrdesk, session):
    answer = hrdesk("export", "a.hrdesk", "notes.odt")
    assert answer.status == 1
    assert "ends in none of" in answer.err


@pytest.mark.parametrize("name", ["table.csv", "table.xlsx"])
def test_a_table_comes_back_and_only_its_changes_are_taken(hrdesk, session, name):
    hrdesk("export", "a.hrdesk", name)
    told = hrdesk("import", "a.hrdesk", name, "--preview", "--json").told
    assert (told["changed"], told["unchanged"]) == (0, 1)
    table = Path("changed.csv")
    hrdesk("export", "a.hrdesk", str(table))
    table.write_text(table.read_text("utf-8-sig").replace("open shelters", "keep shelters open"), "utf-8-sig")
    assert (
        "States should open shelters. → States should keep shelters open."
        in hrdesk("import", "a.hrdesk", str(table), "--preview").out
    )
    assert len(hrdesk("import", "a.hrdesk", str(table), "--json").told["changed"]) == 1
    assert "keep shelters open" in hrdesk("show", "a.hrdesk", "recommendation").out


def test_a_codebook_comes_in_after_it_was_looked_at(hrdesk, session):
    assert "New tag: interesting" in hrdesk("import", "a.hrdesk", str(TAGUETTE), "--preview").out
    assert "tags: 5" in hrdesk("import", "a.hrdesk", str(TAGUETTE)).out
    assert "tags: 0" in hrdesk("import", "a.hrdesk", str(TAGUETTE)).out


def test_coded_notes_need_a_session(hrdesk, session):
    hrdesk("export", "a.hrdesk", "notes.qdpx")
    assert "need a session" in hrdesk("import", "a.hrdesk", "notes.qdpx").err
    assert hrdesk("import", "a.hrdesk", "notes.qdpx", "--session", session, "--json").told["known"] == 2
