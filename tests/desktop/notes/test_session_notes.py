"""The list of a session in the room: whatever is done to its notes, it shows what reading them anew would show."""

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from hrdesk.desktop.notes.cards import BODY
from hrdesk.desktop.notes.panel import NotesPanel
from hrdesk.desktop.notes.session_model import SessionModel
from hrdesk.notes.narrowing.queries import Wanted, count_notes, those_wanted
from hrdesk.notes.queries import NoteLine
from hrdesk.records import Note, Session
from hrdesk.records.classes import SENSITIVITY
from tests.desktop.notes.rows import rows
from tests.notes.reading_anew import note_lines

PICK = st.integers(0, 30)
STEPS = st.one_of(
    st.tuples(st.just("keep"), st.integers(0, 9), st.sampled_from(SENSITIVITY), st.booleans()),
    st.tuples(st.just("keep"), st.integers(0, 9), st.sampled_from(SENSITIVITY), st.booleans()),
    st.tuples(st.just("edit"), PICK, st.sampled_from(["text", "at", "sensitivity", "note_kind", "session"]), PICK),
    st.tuples(st.just("correct"), PICK),
    st.tuples(st.just("delete"), PICK),
    st.tuples(st.just("undo")),
    st.tuples(st.just("recommend"), PICK),
    st.tuples(st.just("class of the session"), st.sampled_from(SENSITIVITY)),
    st.tuples(st.just("hall")),
    st.tuples(st.just("want"), st.sampled_from([Wanted(), Wanted(note_kind="challenge"), Wanted(unresolved=True)])),
    st.tuples(st.just("wait")),
)


def finish_reading(panel: NotesPanel) -> None:
    while panel.notes.is_loading or not panel.workplace.is_idle:
        panel.workplace._jobs.settle()
        panel.workplace._writer.settle()


def do(panel: NotesPanel, what: str, *told) -> None:
    place = panel.workplace
    sessions = place.ask(lambda reader: reader.every(Session))
    here = panel.bar.session()
    notes = place.ask(lambda reader: reader.every(Note))
    if what == "keep":
        minute, sensitivity, has_doubts = told
        at = f"2026-11-20T10:0{minute}:00Z"
        doubts = ["@NOBODY"] if has_doubts else []
        speaker = {"speaker_label": "Delegation of a State"} if minute % 2 else {}
        place.run(
            "keep-note", session=here, text="As said", at=at, sensitivity=sensitivity, unresolved=doubts, **speaker
        )
    elif what == "hall":
        place.hall.toggle()
    elif what == "undo":
        if place.desk.next_undo() is not None and len(notes) > 0:
            place.desk.undo()
    elif what == "want":
        panel.notes._want(told[0])
    elif what == "wait":
        finish_reading(panel)
    elif what == "class of the session":
        place.run("edit", id=here, sensitivity=told[0])
    elif notes:
        note = notes[told[0] % len(notes)]
        if what == "edit":
            values = {
                "text": f"Text {told[2]}",
                "at": f"2026-11-20T10:0{told[2] % 10}:30Z",
                "sensitivity": SENSITIVITY[told[2] % len(SENSITIVITY)],
                "note_kind": ("challenge", "other")[told[2] % 2],
                "session": sessions[told[2] % len(sessions)].id,
            }
            place.run("edit", id=note.id, **{told[1]: values[told[1]]})
        elif what == "correct":
            place.run("correct-note", note=note.id, text="Put right", tags=["delay"], unresolved=["@XY"])
        elif what == "delete":
            place.run("delete", id=note.id)
        else:
            place.run("make-recommendation", notes=[note.id])


def anew(panel: NotesPanel) -> tuple[list[NoteLine], int]:
    """Read the whole session and give what of it may stand in the list, and how many notes of it may not be shown."""
    sitting, hall, wanted = panel.notes._sitting, panel.workplace.hall, panel.notes._wanted
    assert sitting is not None
    lines = panel.workplace.ask(lambda reader: note_lines(reader, sitting.session.id))
    ids = [line.note.id for line in lines]
    chosen = panel.workplace.ask(lambda reader: those_wanted(reader, sitting.session.id, wanted, ids))
    may_stand = [line for line in lines if hall.may_show(line.sensitivity)]
    shown = [sitting.told_to_hall(line) if hall.is_on else line for line in may_stand if line.note.id in chosen]
    return shown, len(lines) - len(may_stand)


@pytest.fixture
def small_pages(panel, monkeypatch):
    """Give the room with pages so small that a few notes are many."""
    monkeypatch.setattr(panel.notes.model, "_page", 3)
    monkeypatch.setattr(panel.notes.model._pages, "_most", 5)
    return panel


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=3, max_size=12))
@example([("hall",), ("wait",), ("keep", 1, "confidential", False), ("delete", 0)])
@example([("keep", 1, "confidential", True), ("want", Wanted(unresolved=True)), ("hall",), ("wait",), ("hall",)])
def test_whatever_is_done_the_list_shows_what_reading_anew_shows(small_pages, steps):
    panel = small_pages
    if panel.workplace.hall.is_on:
        panel.workplace.hall.toggle()
    for step in steps:
        do(panel, *step)
    finish_reading(panel)
    lines, hidden = anew(panel)
    assert rows(panel.notes.model) == lines
    assert len(panel.notes.hidden) == hidden
    assert panel.notes.model.unresolved == {line.note.id for line in lines if line.note.unresolved}
    session = panel.bar.session()
    assert panel.notes.count == panel.workplace.ask(lambda reader: count_notes(reader, session)) - hidden


@pytest.fixture
def full(panel, workplace):
    """Give the room with more notes than a page, the first confidential."""
    session = panel.bar.session()
    for number in range(70):
        sensitivity = "restricted" if number else "confidential"
        at = f"2026-11-20T10:{number // 60:02}:{number % 60:02}Z"
        workplace.run("keep-note", session=session, text=f"Text {number:02}", sensitivity=sensitivity, at=at)
    finish_reading(panel)
    return panel


def test_many_notes_are_copied_in_their_order_though_few_are_at_hand(full, kept):
    full.notes.list.selectAll()
    full.notes._copy()
    finish_reading(full)
    assert QGuiApplication.clipboard().text().split("\n\n") == [f"Text {number:02}" for number in range(1, 70)]
    assert "1 confidential note was not copied" in kept[-1]


def test_nothing_confidential_is_read_for_a_hall_not_even_before_the_list_is_read_anew(full, workplace):
    model: SessionModel = full.notes.model
    assert model.index(0).data(BODY) == "Text 00"
    workplace.hall.toggle()
    assert full.notes.is_loading
    assert model.line_at(0) is None
    assert model.index(0).data() is None
    finish_reading(full)
    assert [line.note.text for line in rows(model)][:2] == ["Text 01", "Text 02"]


def test_a_list_of_the_same_notes_is_renewed_where_it_stands(full, workplace):
    full.notes.show_note(full.notes.model.record_at(5))
    resets = []
    full.notes.model.modelReset.connect(lambda: resets.append(1))
    workplace.run("edit", id=full.bar.session(), sensitivity="confidential")
    finish_reading(full)
    assert resets == []
    assert {line.sensitivity for line in rows(full.notes.model)} == {"confidential"}
    assert full.notes.list.currentIndex().row() == 5


def test_who_corrects_while_the_list_is_renewed_goes_on_and_no_other_note_gets_the_words(full, press):
    full.notes.show_note(full.notes.model.record_at(5))
    full.notes.correct()
    press(full.notes.delegate._editor, " and more")
    full.notes._load()
    finish_reading(full)
    assert full.notes.model.index(5).data(BODY) == "Text 05"
    full.leave()
    assert full.notes.model.index(5).data(BODY) == "Text 05 and more"
    full.notes.show_note(full.notes.model.record_at(9))
    full.notes.correct()
    assert full.notes.delegate._editor.text() == "Text 09"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_note_that_the_hall_may_not_see_is_not_corrected_either(full, qtbot, key):
    """At once: before the list is read anew, the note with the cursor is one of which nothing can be seen."""
    first = full.notes.model.record_at(0)
    full.notes.show_note(first)
    full.workplace.hall.toggle()
    qtbot.keyClick(full.notes.list, key)
    assert full.notes.list.state() != full.notes.list.State.EditingState
    finish_reading(full)
    full.workplace.hall.toggle()
    finish_reading(full)
    assert full.notes.model.line_of(first).note.text == "Text 00"
