"""``hrdesk trust``: who wrote into a desk, with six words for each key, and what a person decides."""

from pathlib import Path
from typing import Any

import pytest

from hrdesk.exchange.trust import fingerprint
from tests.cli.conftest import Line
from tests.exchange.rooms import Room

DESK = "a.hrdesk"


@pytest.fixture
def other(tmp_path: Path) -> Room:
    made = Room.make(tmp_path / "elsewhere", "other")
    made.start(sensitivity="public")
    return made


@pytest.fixture
def bundle(hrdesk: Line, tmp_path: Path, other: Room) -> str:
    """Make a desk here and give another's bundle."""
    (tmp_path / "note.txt").write_text("Workshop on water\n\nGeneva, 8 September 2026\n")
    assert hrdesk("new", DESK, "--from", "note.txt").status == 0
    return str(other.write())


def devices(hrdesk: Line) -> dict[str, dict[str, Any]]:
    return {one["device"]: one for one in hrdesk("trust", DESK, "--json").told["devices"]}


def test_a_merge_says_who_was_unknown_with_the_words_to_compare(hrdesk: Line, bundle: str, other: Room):
    answer = hrdesk("merge", DESK, bundle)
    assert answer.status == 0
    assert fingerprint(other.desk.file.profile.public_key) in answer.out


def test_the_list_tells_everybody_with_level_words_and_counts(hrdesk: Line, bundle: str, other: Room):
    told = hrdesk("merge", DESK, bundle, "--json").told
    assert [one["device"] for one in told["unknown"]] == [other.desk.file.profile.device]
    found = devices(hrdesk)
    assert [one["level"] for one in found.values()] == ["own", "first_use"]
    seen = found[other.desk.file.profile.device]
    assert seen["changes"] == seen["sealed"] == told["bundles"][0]["new"]
    assert seen["words"] in hrdesk("trust", DESK).out


def test_words_that_were_compared_are_noted_and_wrong_ones_refused(hrdesk: Line, bundle: str, other: Room):
    hrdesk("merge", DESK, bundle)
    device = other.desk.file.profile.device
    words = fingerprint(other.desk.file.profile.public_key)
    assert hrdesk("trust", DESK, device, "--words", " ".join(reversed(words.split()))).status == 1
    assert devices(hrdesk)[device]["level"] == "first_use"
    assert hrdesk("trust", DESK, device, "--words", words).status == 0
    assert devices(hrdesk)[device]["level"] == "compared"


def test_who_is_kept_out_by_the_merge_stays_out_until_let_in(hrdesk: Line, bundle: str, other: Room):
    device = other.desk.file.profile.device
    told = hrdesk("merge", DESK, bundle, "--keep-out", device, "--json").told
    assert (told["bundles"][0]["new"], told["unknown"]) == (0, [])
    assert hrdesk("merge", DESK, bundle, "--json").told["bundles"][0]["new"] == 0
    assert hrdesk("trust", DESK, device, "--let-in").status == 0
    assert hrdesk("merge", DESK, bundle, "--json").told["bundles"][0]["new"] > 0


def test_known_only_leaves_the_unknown_out(hrdesk: Line, bundle: str):
    assert hrdesk("merge", DESK, bundle, "--known-only", "--json").told["bundles"][0]["new"] == 0


def test_a_device_is_revoked_after_a_number(hrdesk: Line, bundle: str, other: Room):
    hrdesk("merge", DESK, bundle)
    device = other.desk.file.profile.device
    assert hrdesk("trust", DESK, device, "--revoke", "--after", "3").status == 0
    assert devices(hrdesk)[device]["until"] == {f"{device}.1": 3}
    other.add("lesson", text="later")
    told = hrdesk("merge", DESK, str(other.write()), "--json").told
    assert told["bundles"][0]["new"] == 0
    assert told["bundles"][0]["left_out"] > 0


@pytest.mark.parametrize(
    "arguments", [["--revoke"], ["--after", "3"], ["--keep-out", "--let-in"], ["--keep-out", "--after", "3"]]
)
def test_what_does_not_go_together_is_a_mistake_of_writing(hrdesk: Line, bundle: str, arguments: list[str]):
    assert hrdesk("trust", DESK, "a" * 16, *arguments).status == 2


def test_what_is_no_device_is_refused(hrdesk: Line, bundle: str):
    assert hrdesk("trust", DESK, "nobody", "--keep-out").status == 1


def test_a_preview_tells_who_and_what_would_come_and_takes_nothing_in(hrdesk: Line, bundle: str, other: Room):
    Path("broken.hrdesk.json").write_bytes(b"{")
    told = hrdesk("merge", DESK, bundle, "broken.hrdesk.json", "--preview", "--json").told
    assert [one["file"] for one in told["bad"]] == ["broken.hrdesk.json"]
    assert [(one["level"], one["unsealed"]) for one in told["authors"]] == [("unknown", 0)]
    assert told["new"] == {"consultation": 1, "session": 1}
    assert {one["state"] for one in told["roll_call"]} == {"here"}
    words = hrdesk("merge", DESK, bundle, "--preview")
    assert words.status == 0
    assert fingerprint(other.desk.file.profile.public_key) in words.out
    assert list(devices(hrdesk)) == [one["device"] for one in devices(hrdesk).values()]
    assert [one["level"] for one in devices(hrdesk).values()] == ["own"]
    assert hrdesk("merge", DESK, bundle, "--json").told["bundles"][0]["new"] == told["files"][0]["new"]
