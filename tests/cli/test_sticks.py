"""``hrdesk swap`` and ``hrdesk leave``: one stick among laptops, and nothing left once staff has it all."""

from pathlib import Path

import pytest

from hrdesk.settings import PROFILE_VARIABLE, Settings
from tests.cli.conftest import Line


@pytest.fixture
def laptops(hrdesk: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Line]:
    """Give the command line of two people, staff and a rapporteur who joined, and a stick."""
    (tmp_path / "stick").mkdir()
    (tmp_path / "note.txt").write_text("Workshop on water\n\nGeneva, 8 September 2026\n")

    def of(name: str) -> Line:
        def run(*arguments: object) -> object:
            monkeypatch.setenv(PROFILE_VARIABLE, str(tmp_path / "profiles" / name))
            return hrdesk(*arguments)

        return run  # type: ignore[return-value]  # an Answer, as the fixture's own line gives

    found = {name: of(name) for name in ("staff", "left")}
    assert found["staff"]("new", "staff.hrdesk", "--from", "note.txt").status == 0
    found["staff"]("do", "staff.hrdesk", "take-seat", {"name": "Staff", "role": "staff"})
    found["staff"]("bundle", "staff.hrdesk", "--output", "starter.hrdesk.json")
    assert found["left"]("new", "left.hrdesk", "--from", "starter.hrdesk.json").status == 0
    found["left"]("do", "left.hrdesk", "take-seat", {"name": "Desk 1", "role": "rapporteur"})
    return found


def receipt() -> str:
    [name] = [str(path) for path in Path("stick").glob("*-have.json")]
    return name


def test_two_laptops_swap_and_say_what_came_in(laptops: dict[str, Line]):
    first = laptops["left"]("swap", "left.hrdesk", "stick", "--json").told
    assert (first["new"], first["bad"], first["elsewhere"]) == (0, [], [])
    second = laptops["staff"]("swap", "staff.hrdesk", "stick", "--json").told
    assert second["new"] > 0
    assert len(second["unknown"]) == 1
    words = laptops["left"]("swap", "left.hrdesk", "stick")
    assert words.status == 0
    assert words.out.startswith("Written: hrdesk-")


def test_a_desk_is_left_only_against_a_complete_receipt(laptops: dict[str, Line], tmp_path: Path):
    laptops["staff"]("have", "staff.hrdesk", "--output", "stick/early-have.json")
    checked = laptops["left"]("leave", "left.hrdesk", "--receipt", receipt(), "--check", "--json").told
    assert (checked["destroyed"], checked["lacking"] > 0) == (False, True)
    refused = laptops["left"]("leave", "left.hrdesk", "--receipt", receipt())
    assert refused.status == 1
    assert Path("left.hrdesk").exists()
    laptops["left"]("swap", "left.hrdesk", "stick")
    laptops["staff"]("swap", "staff.hrdesk", "stick")
    laptops["staff"]("have", "staff.hrdesk", "--output", "has.json")
    settings = Settings.load(tmp_path / "profiles" / "left")
    settings.remember(Path("left.hrdesk"))
    settings.save(tmp_path / "profiles" / "left")
    assert "everything" in laptops["left"]("leave", "left.hrdesk", "--receipt", "has.json", "--check").out
    assert laptops["left"]("leave", "left.hrdesk", "--receipt", "has.json").status == 0
    assert not list(Path().glob("left.hrdesk*"))
    assert Settings.load(tmp_path / "profiles" / "left").recent == []


def test_a_rapporteurs_word_is_no_receipt(laptops: dict[str, Line]):
    laptops["left"]("have", "left.hrdesk", "--output", "own.json")
    assert laptops["left"]("leave", "left.hrdesk", "--receipt", "own.json").status == 1
    assert Path("left.hrdesk").exists()


def test_a_withdrawal_by_somebody_unknown_waits_for_a_word_of_its_own(laptops: dict[str, Line]):
    note = laptops["staff"]("do", "staff.hrdesk", "add", {"kind": "lesson", "text": "a testimony"}).told["id"]
    laptops["staff"]("bundle", "staff.hrdesk", "--plain", "--output", "more.hrdesk.json")
    laptops["left"]("merge", "left.hrdesk", "more.hrdesk.json")
    laptops["left"]("do", "left.hrdesk", "withdraw", {"item": note, "cause": "other"})
    laptops["left"]("swap", "left.hrdesk", "stick")
    bundles = [str(path) for path in Path("stick").glob("*.age")]
    assert "--accept-withdrawals" in laptops["staff"]("merge", "staff.hrdesk", *bundles, "--preview").out
    first = laptops["staff"]("merge", "staff.hrdesk", *bundles, "--json").told
    assert (first["held"], first["removed"]) == (1, 0)
    assert "was not let in" in laptops["staff"]("merge", "staff.hrdesk", *bundles).out
    second = laptops["staff"]("swap", "staff.hrdesk", "stick", "--accept-withdrawals", "--json").told
    assert (second["held"], second["removed"] > 0) == (0, True)
