"""The commands on files: what is refused leaves every file as it was, and no desk is ever written over."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from hrdesk.cli import self_test
from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.paths import resources_folder
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line


@pytest.fixture
def desk(hrdesk: Line, tmp_path: Path, profile: Path) -> Path:
    """Make a desk with one open and one confidential note."""
    del hrdesk
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    session = held.run(COMMANDS["new-consultation"], title="W", language="en", sensitivity="public")["session"]
    held.run(COMMANDS["keep-note"], session=session, text="open")
    held.run(COMMANDS["keep-note"], session=session, text="XYZZY", sensitivity="confidential")
    held.close()
    return Path("a.hrdesk")


def files() -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in Path().rglob("*") if one.is_file()}


@pytest.mark.parametrize(
    "line",
    [
        "new a.hrdesk --from note.txt",
        "new b.hrdesk --from none.txt",
        "new b.hrdesk --from a.hrdesk",
        "new none/b.hrdesk --from note.txt",
        "new b.hrdesk --from folder",
        "show none.hrdesk",
        "show folder",
        "show note.txt",
        "show a.hrdesk none",
        "do none.hrdesk undo",
        "do note.txt undo",
        "do a.hrdesk none",
        "outcome a.hrdesk --language en --output a.hrdesk",
        "outcome a.hrdesk --language en --output none/x.pdf",
        "outcome a.hrdesk --language en --output folder",
        "bundle a.hrdesk --output a.hrdesk",
        "bundle a.hrdesk --output none/x.json",
        "bundle a.hrdesk --output folder",
        "bundle note.txt --output x.json",
        "merge a.hrdesk note.txt",
        "merge a.hrdesk none.json",
        "merge a.hrdesk a.hrdesk",
        "merge a.hrdesk folder",
        "merge note.txt note.txt",
        "conflicts note.txt",
        "verify note.txt",
        "verify none",
        "verify folder",
        "demo folder",
        "demo note.txt",
    ],
)
def test_what_is_refused_says_one_sentence_and_touches_nothing(hrdesk: Line, desk: Path, line: str):
    Path("note.txt").write_text("Dear colleagues,\n", "utf-8")
    Path("folder").mkdir()
    Path("folder/x").write_text("x", "utf-8")
    before = files()
    answer = hrdesk(*line.split())
    assert (answer.status, answer.out) == (1, ""), answer
    assert answer.err.count("\n") == 1
    assert "{" not in answer.err
    assert files() == before


def test_confidential_records_stay_unless_asked_for_with_a_warning(hrdesk: Line, desk: Path):
    told = hrdesk("bundle", desk, "--output", "x.json", "--json")
    assert (told.told["left_out"], told.told["confidential"], told.err) == (1, False, "")
    assert b"XYZZY" not in Path("x.json").read_bytes()
    said = hrdesk("bundle", desk, "--output", "x.json")
    assert "1 record stayed here because it is confidential." in said.out
    told = hrdesk("bundle", desk, "--output", "x.json", "--include-confidential", "--json")
    assert (told.told["left_out"], told.told["confidential"]) == (0, True)
    assert "not encrypted" in told.err
    assert b"XYZZY" in Path("x.json").read_bytes()


def test_a_preview_says_what_stays_and_why_and_writes_nothing(hrdesk: Line, desk: Path):
    before = files()
    told = hrdesk("bundle", desk, "--preview", "--json").told
    assert (told["going"]["note"], [one["why"] for one in told["staying"]]) == (1, ["It is confidential."])
    said = hrdesk("bundle", desk, "--preview").out
    assert "note: 1" in said
    assert "It is confidential." in said
    assert files() == before


def test_show_gives_every_kind_and_every_field(hrdesk: Line, desk: Path):
    records = hrdesk("show", desk, "--json").told["records"]
    assert set(records) == {"consultation", "session", "note"}
    assert hrdesk("show", desk, "note", "--json").told["records"] == records["note"]
    assert hrdesk("show", desk, "lesson", "--json").told["records"] == []
    said = hrdesk("show", desk).out
    assert "note (2)" in said
    assert "Text: open" in said


@pytest.mark.skipif(sys.platform != "linux", reason="other systems know no names without an encoding")
def test_a_file_whose_name_is_no_text_is_worked_with_like_any_other(hrdesk: Line, desk: Path):
    name = os.fsdecode(b"caf\xe9.hrdesk.json")
    assert hrdesk("bundle", desk, "--output", name, "--json").status == 0
    Path(name).rename("plain.json")
    Path("plain.json").rename(name)
    answer = hrdesk("merge", desk, name, "--json")
    assert answer.status == 0
    assert answer.told["bundles"][0]["known"] > 0


def test_a_damaged_desk_is_said_to_be_not_sound(hrdesk: Line, desk: Path):
    from hrdesk.store import driver

    connection = driver.connect(desk, writing=True)
    connection.execute("UPDATE note SET text = 'altered'")
    connection.close()
    answer = hrdesk("verify", desk)
    assert answer.status == 1
    assert "not sound (the table note differs from the journal)" in answer.err


def test_a_new_desk_tells_what_of_the_note_was_not_understood(hrdesk: Line):
    shutil.copy(resources_folder() / "samples" / "concept-note.txt", "note.txt")
    told = hrdesk("new", "b.hrdesk", "--from", "note.txt", "--json").told
    assert told["source"] == "concept note"
    assert len(told["sessions"]) >= 3
    lines = Path("note.txt").read_text("utf-8").splitlines()
    assert all(one["text"].strip()[:20] in lines[one["line"] - 1] for one in told["leftover"])
    said = hrdesk("new", "c.hrdesk", "--from", "note.txt").out
    assert "c.hrdesk was made from the concept note." in said


def test_the_self_test_names_the_pages_of_all_six_languages(monkeypatch: pytest.MonkeyPatch):
    told = self_test.run_self_test()
    assert set(told["pages"]) == {"ar", "zh", "en", "fr", "ru", "es"}
    assert told["changes"] > 0


def test_the_self_test_reads_back_what_it_wrote_for_other_programs(monkeypatch: pytest.MonkeyPatch):
    assert self_test.run_self_test()["files"] == {".xlsx": 2, ".qdpx": 2, ".docx": 4}
    monkeypatch.setattr(self_test, "read_tables", lambda _: ())
    with pytest.raises(Refused, match=r"\.xlsx"):
        self_test.run_self_test()
