"""The round trip of a draft without a window: written as Word, edited, looked at, taken in."""

import json
from pathlib import Path
from typing import Any

import pytest

from hrdesk import cli
from hrdesk.recommendations.rules.anchors import anchor
from tests.files.word_pages import put_in, rewritten, run

TEXT = "States should act."


@pytest.fixture
def came_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> Path:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(variable, "en")
    note = tmp_path / "note.txt"
    note.write_text("Workshop on regional arrangements\nGeneva, 4 October 2016\n", encoding="utf-8")
    desk = str(tmp_path / "w.hrdesk")
    assert cli.main(["new", desk, "--from", str(note)]) == 0
    capsys.readouterr()
    do(desk, "make-recommendation", notes=[], text=TEXT, sensitivity="public")
    record = json.loads(capsys.readouterr().out)["id"]
    do(desk, "open-negotiation", recommendation=record)
    draft = tmp_path / "draft.docx"
    assert cli.main(["paper", desk, "draft", "en", str(draft)]) == 0
    draft.write_bytes(rewritten(draft.read_bytes(), {anchor(record, TEXT): run(TEXT) + put_in(" Soon.")}))
    capsys.readouterr()
    return draft


def do(desk: str, command: str, **arguments) -> None:
    assert cli.main(["do", desk, command, json.dumps(arguments)]) == 0


def asked(came_back: Path, capsys, *more: str) -> dict[str, Any]:
    assert cli.main(["returned", str(came_back.with_name("w.hrdesk")), str(came_back), "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


def test_the_draft_is_looked_at_before_anything_is_taken_in(came_back, capsys):
    told = asked(came_back, capsys)
    (one,) = told["changes"]
    assert (one["text"], one["delegation"], one["taken_in"]) == (f"{TEXT} Soon.", "KEN", False)
    assert (told["draft_version"], told["taken"], told["missing"]) == ("Rev.1", [], 0)
    assert len(asked(came_back, capsys, "--take", "1")["taken"]) == 1
    told = asked(came_back, capsys, "--take", "all")
    assert (told["changes"][0]["taken_in"], told["taken"]) == (True, [])


def test_the_answer_in_words_names_who_proposes_what(came_back, capsys):
    assert cli.main(["returned", str(came_back.with_name("w.hrdesk")), str(came_back)]) == 0
    told = capsys.readouterr().out
    assert "Kenya" in told
    assert "Soon." in told


def test_a_number_that_is_not_there_is_refused(came_back, capsys):
    desk = str(came_back.with_name("w.hrdesk"))
    assert cli.main(["returned", desk, str(came_back), "--take", "7"]) == 1
    assert "no proposal 7" in capsys.readouterr().err
