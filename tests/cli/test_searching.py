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


@pytest.fixture
def narrowed(hrdesk: Line, tmp_path: Path, profile: Path) -> Path:
    """Make a desk on which two delegations said something of water in two sessions."""
    held = Desk.create(tmp_path / "b.hrdesk", Profile(profile))
    first = held.run(COMMANDS["new-consultation"], title="Workshop", language="en", sensitivity="public")["session"]
    second = held.run(COMMANDS["add"], kind="session", title="Afternoon session")["id"]
    judge = held.run(COMMANDS["add"], kind="person", name="Chief Justice", affiliation="Ruritania")["id"]
    held.run(COMMANDS["add"], kind="person", name="Zenda", protected=True, pseudonym="Speaker 7")
    told = {"text": "water is scarce", "note_kind": "challenge", "at": "2012-12-12T09:00:00Z", "sensitivity": "public"}
    note = held.run(COMMANDS["keep-note"], session=first, speaker=judge, **told)["id"]
    held.run(COMMANDS["tag"], item=note, name="health")
    told = {
        "text": "water is plenty",
        "note_kind": "good_practice",
        "at": "2012-12-13T23:30:00Z",
        "sensitivity": "restricted",
    }
    held.run(COMMANDS["keep-note"], session=second, **told)
    held.close()
    return Path("b.hrdesk")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ((), 2),
        (("--session", "afternoon"), 1),
        (("--speaker", "Ruritania"), 1),
        (("--speaker", "speaker 7"), 0),
        (("--note-kind", "good_practice"), 1),
        (("--tag", "Health"), 1),
        (("--sensitivity", "restricted"), 1),
        (("--since", "2012-12-13"), 1),
        (("--until", "2012-12-12T08:00+00:00"), 0),
        (("--session", "afternoon", "--tag", "health"), 0),
    ],
)
def test_a_search_is_narrowed(hrdesk: Line, narrowed: Path, wanted: tuple[str, ...], count: int):
    assert len(hrdesk("search", narrowed, "water", "--kind", "note", *wanted, "--json").told["found"]) == count


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (("--session", "none"), 'There is nothing called "none" here.'),
        (("--speaker", "Zenda"), 'There is nothing called "Zenda" here.'),
        (("--speaker", "Chief", "--audience", "public"), "Who spoke is told to the desk's own people alone."),
        (("--since", "yesterday"), "“yesterday” is no time."),
        (("--until", "9999-12-31"), "“9999-12-31” is no time."),
        (("--until", "0001-01-01T00:00+14:00"), "is no time."),
    ],
)
def test_what_cannot_be_narrowed_to_is_refused_in_a_sentence(
    hrdesk: Line, narrowed: Path, wanted: tuple[str, ...], why: str
):
    answer = hrdesk("search", narrowed, "water", *wanted)
    assert answer.status == 1
    assert why in answer.err
    assert "Nothing was searched" in answer.err
