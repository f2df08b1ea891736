"""Taking material in from the command line: looked at first, then taken, and not twice."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.cli.conftest import Line

CAPTIONS = (
    "WEBVTT\n\n00:00:05.000 --> 00:00:08.000\nDelegation of A: Yes.\n\n00:01:05.000 --> 00:01:08.000\nChair: Thanks.\n"
)


@pytest.fixture
def session(tmp_path: Path, profile: Path) -> str:
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    consultation = held.run(COMMANDS["new-consultation"], title="Workshop", language="en")
    made = str(consultation["session"])
    held.run(COMMANDS["edit"], id=made, starts="2026-09-08T10:00", time_zone="Europe/Zurich")
    held.close()
    (tmp_path / "a.vtt").write_text(CAPTIONS, encoding="utf-8")
    return made


def test_a_file_is_looked_at_then_taken_in_once(hrdesk: Line, session: str) -> None:
    shown = hrdesk("take-material", "a.hrdesk", "a.vtt", session, "--preview", "--json").told
    assert [(row["at"], row["speaker_label"], row["text"], row["sensitivity"]) for row in shown["rows"]] == [
        ("2026-09-08T08:00:05Z", "Delegation of A", "Yes.", "confidential"),
        ("2026-09-08T08:01:05Z", "Chair", "Thanks.", "confidential"),
    ]
    assert hrdesk("show", "a.hrdesk", "note", "--json").told["records"] == []
    taken = hrdesk(
        "take-material", "a.hrdesk", "a.vtt", session, "--sensitivity", "restricted", "--title", "Captions", "--json"
    )
    assert (taken.told["notes"], taken.told["source_kind"], taken.told["left_out"]) == (2, "transcript", 0)
    held = hrdesk("show", "a.hrdesk", "note", "--json").told["records"]
    assert [(note["source"], note["source_place"], note["sensitivity"]) for note in held] == [
        (taken.told["source"], "00:00:05", "restricted"),
        (taken.told["source"], "00:01:05", "restricted"),
    ]
    twice = hrdesk("take-material", "a.hrdesk", "a.vtt", session)
    assert twice.status == 1
    assert "taken in already" in twice.err


def test_what_was_understood_is_shown_in_words(hrdesk: Line, session: str, tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text("10:00 From A to Everyone: Yes.\n10:01 From A to B: No.\n", encoding="utf-8")
    shown = hrdesk("take-material", "a.hrdesk", "c.txt", session, "--preview")
    assert shown.out.splitlines() == [
        "10:00:00  A  confidential  Yes.",
        "1 private message or line of the program was left out.",
    ]
    assert hrdesk("take-material", "a.hrdesk", "c.txt", session).out.splitlines()[0] == "1 note was taken in."


def test_an_unknown_session_is_refused(hrdesk: Line, session: str) -> None:
    del session
    told = hrdesk("take-material", "a.hrdesk", "a.vtt", "nowhere")
    assert (told.status, "no session" in told.err) == (1, True)
