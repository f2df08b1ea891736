"""The list of a session shows what reading it anew would show, whatever came, went and changed, and holds little."""

from dataclasses import replace
from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.cards import BODY, RECORD
from hrdesk.desktop.notes.session_model import SessionModel
from hrdesk.notes.narrowing.queries import Standing
from hrdesk.notes.queries import NoteLine
from hrdesk.records import Note
from tests.desktop.notes.rows import rows

PAGE, MOST = 3, 7


def line(note: str, minute: int, text: str = "Text", used: int = 0, unresolved: str | None = None) -> NoteLine:
    held = Note(note, at=f"2026-11-20T10:{minute:02}:00Z", text=text, unresolved=unresolved)
    return NoteLine(held, "African Union", used, "restricted")


class Told:
    """A session as the desk has it: what is read of it is noted."""

    def __init__(self, *lines: NoteLine) -> None:
        self.lines = {one.note.id: one for one in lines}
        self.read: list[str] = []
        self.model = SessionModel(self._read, page=PAGE, most=MOST)

    def _read(self, notes):
        self.read += notes
        return [self.lines[note] for note in notes if note in self.lines]

    def anew(self) -> list[NoteLine]:
        return sorted(self.lines.values(), key=lambda one: (one.note.at, one.note.id))

    def standing(self) -> Standing:
        order = [(one.note.at or "", one.note.id) for one in self.anew()]
        return Standing(order, {one.note.id for one in self.anew() if one.note.unresolved}, set())

    def show(self) -> SessionModel:
        self.model.show(self.standing(), UTC)
        return self.model


NOTES = st.sampled_from("abcdefghijklmnop")
LINES = st.builds(
    line, NOTES, st.integers(0, 5), st.sampled_from(["One", "Two"]), st.just(0), st.sampled_from([None, "@XY"])
)
STEPS = st.one_of(
    st.tuples(st.just("put"), LINES),
    st.tuples(st.just("take"), NOTES),
    st.tuples(st.just("look"), st.integers(0, 15)),
    st.tuples(st.just("count"), st.dictionaries(NOTES, st.integers(1, 3))),
    st.tuples(st.just("load"), st.lists(LINES, unique_by=lambda one: one.note.id)),
)


def do(told: Told, what: str, with_what) -> None:
    """Do to the desk what a step says, and tell the list as the room tells it."""
    model = told.model
    if what == "put":
        told.lines[with_what.note.id] = with_what
        model.put(with_what)
    elif what == "take":
        told.lines.pop(with_what, None)
        model.take(with_what)
    elif what == "look" and with_what < model.rowCount():
        assert model.index(with_what).data(BODY) == told.anew()[with_what].note.text
    elif what == "count":
        told.lines = {note: replace(one, recommendations=with_what.get(note, 0)) for note, one in told.lines.items()}
        model.count_uses(with_what)
    elif what == "load":
        told.lines |= {one.note.id: one for one in with_what}
        stand = told.standing()
        (model.renew if model.is_as(stand) else model.show)(stand, UTC)


@settings(deadline=None, max_examples=60)
@given(st.lists(STEPS, max_size=30))
def test_whatever_comes_goes_and_changes_the_rows_are_those_of_reading_anew(steps):
    told = Told()
    for what, with_what in steps:
        do(told, what, with_what)
        assert len(told.model._pages) <= MOST
        assert set(told.model.held) <= told.lines.keys()
    anew = told.anew()
    assert rows(told.model) == anew
    assert [told.model.record_at(row) for row in range(told.model.rowCount())] == [one.note.id for one in anew]
    assert [told.model.row_of(one.note.id) for one in anew] == list(range(len(anew)))
    assert told.model.unresolved == {one.note.id for one in anew if one.note.unresolved}
    assert all(told.model.row_of(note) == -1 for note in "abcdefghijklmnop" if note not in told.lines)


@pytest.fixture
def many():
    return Told(*(line(f"{number:02}", number, f"Text {number}") for number in range(20)))


def test_one_page_is_read_for_all_its_rows_and_nothing_to_know_which_note_it_is(many):
    model = many.show()
    assert [model.index(row).data(RECORD) for row in range(20)] == [f"{number:02}" for number in range(20)]
    assert many.read == []
    assert model.index(4).data(BODY) == "Text 4"
    assert [model.index(row).data(BODY) for row in (3, 5)] == ["Text 3", "Text 5"]
    assert many.read == ["03", "04", "05"]


def test_what_was_looked_at_last_is_held_and_what_longest_ago_is_read_again(many):
    model = many.show()
    for row in (0, 1, 2, 3, 0, 6):
        model.line_at(row)
    many.read.clear()
    model.line_at(0)
    assert many.read == []
    model.line_at(1)
    assert many.read == ["01"]


def test_a_note_that_changes_is_not_read_and_no_other_is_forgotten(many):
    model = many.show()
    model.line_at(4)
    many.read.clear()
    model.put(line("04", 9, "Later"))
    assert [model.line_at(model.row_of(note)).note.id for note in ("03", "04", "05")] == ["03", "04", "05"]
    assert many.read == []


def test_a_note_that_is_gone_or_may_not_be_seen_leaves_an_empty_row_that_cannot_be_corrected(many):
    model = many.show()
    del many.lines["04"]
    assert [model.index(4).data(role) for role in (BODY, Qt.ItemDataRole.AccessibleTextRole)] == [None, None]
    assert not model.flags(model.index(4)) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(model.index(5)) & Qt.ItemFlag.ItemIsEditable
    assert many.read.count("04") == 1
    model.put(line("04", 4, "Back"))
    assert model.index(4).data(BODY) == "Back"
    assert model.flags(model.index(4)) & Qt.ItemFlag.ItemIsEditable


def test_what_cannot_be_read_leaves_the_rows_empty_and_is_not_asked_for_at_each_look():
    asked = []

    def fail(notes):
        asked.append(notes)
        raise OSError("gone")

    model = SessionModel(fail, page=PAGE)
    model.show(Standing([("", "a"), ("", "b")], set(), set()), UTC)
    with pytest.raises(OSError, match="gone"):
        model.line_at(0)
    assert model.line_at(0) is None
    assert model.line_at(1) is None
    assert len(asked) == 1


def test_an_hour_typed_in_the_list_is_found_without_reading(many):
    model = many.show()

    def found(hour, start=0, hits=1):
        return [index.row() for index in model.match(model.index(start), Qt.ItemDataRole.DisplayRole, hour, hits)]

    assert (found("10:07"), found("10:1"), found("10:1", 12), found("10:0", 12), found("x")) == (
        [7],
        [10],
        [12],
        [0],
        [],
    )
    assert found("10:1", hits=-1) == list(range(10, 20))
    assert many.read == []


def test_a_use_is_marked_and_the_mark_goes_again(many):
    model = many.show()
    model.line_at(0)
    model.count_uses({"01": 1})
    assert [one.recommendations for one in rows(model)[:3]] == [0, 1, 0]
    model.line_at(0)
    model.count_uses({})
    assert [one.recommendations for one in rows(model)[:3]] == [0, 0, 0]
