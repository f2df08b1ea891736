"""Drafts are written one after another, and a late write never wins over a newer one."""

import threading

import pytest

from hrdesk.desktop.notes.drafts import DraftKeeper
from hrdesk.desktop.notes.note_draft import NoteDraft, read, written


@pytest.fixture
def keeper(workplace):
    return DraftKeeper(workplace)


def test_a_slow_write_does_not_hide_what_was_typed_meanwhile(qtbot, keeper, workplace, monkeypatch):
    gate = threading.Event()
    really = type(workplace.desk).keep_draft

    def slowly(desk, place, text):
        gate.wait(5)
        really(desk, place, text)

    monkeypatch.setattr(type(workplace.desk), "keep_draft", slowly)
    keeper.hold("x", "one")
    keeper.send()
    keeper.hold("x", "two")
    assert keeper.held("x") == "two"
    gate.set()
    qtbot.waitUntil(lambda: workplace.desk.draft("x") == "two")


def test_what_is_on_its_way_to_the_file_is_held(keeper, workplace):
    keeper.hold("x", "one")
    keeper.send()
    assert keeper.held("x") == "one"
    keeper.flush()


def test_flushing_writes_at_once(keeper, workplace):
    keeper.hold("x", "new")
    keeper.flush()
    assert workplace.desk.draft("x") == "new"


def test_a_draft_that_its_note_has_taken_over_is_held_no_more_and_a_newer_one_is(keeper, workplace):
    keeper.hold("x", "one")
    keeper.flush()
    keeper.hand_over("x")
    assert keeper.held("x") == ""
    assert workplace.desk.draft("x") == "one"
    keeper.hold("x", "two")
    keeper.handed_over("x")
    assert keeper.held("x") == "two"
    keeper.flush()
    assert workplace.desk.draft("x") == "two"


def test_a_draft_that_cannot_be_written_is_held_told_once_and_tried_again(qtbot, keeper, workplace, monkeypatch):
    told: list[object] = []
    workplace.refused.connect(told.append)
    failing = [OSError("full"), OSError("full")]
    really = type(workplace.desk).keep_draft

    def unsure(desk, place, text):
        if failing:
            raise failing.pop()
        really(desk, place, text)

    monkeypatch.setattr(type(workplace.desk), "keep_draft", unsure)
    keeper.hold("x", "precious")
    qtbot.waitUntil(lambda: workplace.desk.draft("x") == "precious", timeout=8000)
    assert len(told) == 1


def test_a_draft_is_kept_while_keys_keep_coming(qtbot, keeper, workplace):
    texts: list[str] = []
    keeper.acknowledged.connect(lambda _place, text: texts.append(text))
    for number in range(30):
        keeper.hold("x", "k" * (number + 1))
        qtbot.wait(50)
    assert texts, "1.5 seconds of typing without a pause, and nothing was kept"


@pytest.mark.parametrize("held", ["{broken", "[]", '{"text": 3}', "plain words"])
def test_a_damaged_draft_is_shown_as_it_is_rather_than_lost(held):
    assert read(held) == NoteDraft(text=held, cursor=len(held))


def test_a_draft_reads_back_as_it_was_written():
    draft = NoteDraft("نص 😀", 3, "2026-11-20T10:11:12Z", "p", None, "challenge", "confidential", "ar", "q")
    assert read(written(draft)) == draft
    assert written(NoteDraft(at="2026-11-20T10:11:12Z")) == ""
