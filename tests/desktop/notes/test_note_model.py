"""The list of notes stays in the order in which things were said, whatever comes in whatever order."""

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, STRONG
from hrdesk.desktop.notes.note_model import NoteModel, clock_of
from hrdesk.language import interface
from hrdesk.notes.queries import NoteLine
from hrdesk.records import Note

MINUTE = st.integers(0, 59)


def line(note: str, minute: int, used: int = 0) -> NoteLine:
    held = Note(note, at=f"2026-11-20T10:{minute:02}:00Z", text=f"Text {note}", note_kind="challenge")
    return NoteLine(held, "African Union", used, "restricted")


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abcdefg"), MINUTE)), st.sets(st.sampled_from("abcdefg")))
def test_rows_are_in_order_and_each_note_stands_once(changes, gone):
    model = NoteModel()
    latest: dict[str, int] = {}
    for note, minute in changes:
        model.put(line(note, minute))
        latest[note] = minute
    for note in gone:
        model.take(note)
        latest.pop(note, None)
    expected = [note for note, _minute in sorted(latest.items(), key=lambda one: (one[1], one[0]))]
    assert [one.note.id for one in model.lines] == expected
    assert model.rowCount() == len(expected)


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


def test_a_use_is_marked_and_the_mark_goes_again(qapp):
    model = NoteModel()
    model.show_lines([line("a", 5), line("b", 6)], UTC)
    model.count_uses({"b": 1})
    assert [one.recommendations for one in model.lines] == [0, 1]
    model.count_uses({})
    assert [one.recommendations for one in model.lines] == [0, 0]


@pytest.mark.parametrize(
    ("at", "told"), [(None, ""), ("around noon", "around noon"), ("2026-11-20T10:05:07Z", "10:05")]
)
def test_a_time_that_is_none_is_shown_as_written(at, told):
    assert clock_of(at, UTC) == told
