"""The command that searches: words for a person, JSON for a script, and nothing that an audience may not see."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line


@pytest.fixture
def desk(hrdesk: Line, tmp_path: Path, profile: Path) -> Path:
    """Make a desk with an open and a confidential note."""
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    session = held.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")["session"]
    held.run(COMMANDS["keep-note"], session=session, text="States should adopt laws on water", sensitivity="public")
    held.run(COMMANDS["keep-note"], session=session, text="water is poisoned", sensitivity="confidential")
    held.close()
    return Path("a.hrdesk")


def test_hits_are_told_with_their_kind_and_marked(hrdesk: Line, desk: Path):
    answer = hrdesk("search", desk, "law", "adopted")
    assert answer.status == 0
    assert "note: States should *adopt* *laws* on water" in answer.out


def test_a_script_gets_places_instead_of_marks(hrdesk: Line, desk: Path):
    told = hrdesk("search", desk, "law", "--json").told
    assert (told["format"], told["version"], told["audience"]) == ("hrdesk-search", 1, "confidential")
    (one,) = told["found"]
    assert [one["text"][start:end] for start, end in one["marks"]] == ["laws"]


@pytest.mark.parametrize(("audience", "count"), [("public", 1), ("restricted", 1), ("confidential", 2)])
def test_an_audience_gets_what_it_may_see(hrdesk: Line, desk: Path, audience: str, count: int):
    assert len(hrdesk("search", desk, "water", "--audience", audience, "--json").told["found"]) == count


def test_only_kinds_that_were_asked_for_are_told(hrdesk: Line, desk: Path):
    assert hrdesk("search", desk, "workshop", "--kind", "note").out == "Nothing was found.\n"
    assert "Workshop" in hrdesk("search", desk, "workshop", "--kind", "note", "--kind", "consultation").out.replace(
        "*", ""
    )


def test_an_unknown_kind_is_refused(hrdesk: Line, desk: Path):
    assert hrdesk("search", desk, "water", "--kind", "none").status == 1


def test_searching_changes_nothing_and_leaves_nothing(hrdesk: Line, desk: Path):
    before = {one: one.read_bytes() for one in Path().iterdir() if one.is_file()}
    hrdesk("search", desk, "water", '"', "OR")
    assert {one: one.read_bytes() for one in Path().iterdir() if one.is_file()} == before
