"""What a card says of a note, and its hour by the clock of the venue."""

from dataclasses import replace
from datetime import UTC

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, STRONG
from hrdesk.desktop.notes.note_model import NoteModel, clock_of
from hrdesk.language import interface
from hrdesk.notes.queries import NoteLine
from hrdesk.records import Note


def line(note: str, minute: int, used: int = 0) -> NoteLine:
    held = Note(note, at=f"2026-11-20T10:{minute:02}:00Z", text=f"Text {note}", note_kind="challenge")
    return NoteLine(held, "African Union", used, "restricted")


def test_a_card_tells_when_who_what_kind_and_how_sensitive(qapp):
    model = NoteModel()
    model.show_lines([line("a", 5, used=2)], UTC)
    index = model.index(0)
    assert index.data(STRONG) == "10:05   African Union"
    assert index.data(ASIDE) == "Challenge  ·  ◐ Restricted  ·  → 2"
    assert index.data(BODY) == "Text a"
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 recommendations were made from this note" in told
    assert told.endswith("Text a")


def test_in_arabic_no_part_turns_around_another(qapp):
    interface.use("ar")
    model = NoteModel()
    model.show_lines([line("a", 5)], UTC)
    assert model.index(0).data(STRONG) == "\u206610:05\u2069   \u2066African Union\u2069"


@pytest.mark.parametrize(
    ("at", "told"), [(None, ""), ("around noon", "around noon"), ("2026-11-20T10:05:07Z", "10:05")]
)
def test_a_time_that_is_none_is_shown_as_written(at, told):
    assert clock_of(at, UTC) == told


def test_a_mark_to_look_at_is_told_before_what_may_be_cut_and_the_arrow_points_onward(qapp):
    model = NoteModel()
    held = replace(line("a", 5, used=2).note, unresolved="@ACHPX")
    model.show_lines([NoteLine(held, "", 2, "confidential")], UTC)
    told = model.index(0).data(ASIDE).split("  ·  ")
    assert told[2:] == ["⚠ marks to look at: @ACHPX", "→ 2"]
    interface.use("ar")
    model.retranslate()
    assert "2 ←" in model.index(0).data(ASIDE)
