"""Undo and redo: new changes that write what stood there, all or nothing, across restarts and beside merges."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.records import Note
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk

TEXTS = ("a", "b", "c")


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def work(desk: MemoryDesk, steps: list[tuple[str, int, int]]) -> int:
    """Run commands of several rooms and give how many steps of undo there are."""
    made = 0
    notes: list[str] = []
    recommendations: list[str] = []
    session = do(desk, "new-consultation", title="Workshop", language="en")["session"]
    for name, which, what in steps:
        before = desk.reader.value("SELECT count(*) FROM command")
        note = notes[which % len(notes)] if notes else ""
        held = recommendations[which % len(recommendations)] if recommendations else ""
        try:
            if name == "note":
                notes.append(
                    do(desk, "keep-note", session=session, text=TEXTS[what % 3], sensitivity="restricted")["id"]
                )
            elif name == "recommend":
                recommendations.append(do(desk, "make-recommendation", notes=[note] if note else [], text="r")["id"])
            elif name == "edit":
                do(desk, "edit", id=note, text=TEXTS[what % 3], note_kind=("other", "challenge")[what % 2])
            elif name == "class":
                do(desk, "edit", id=note, sensitivity=("public", "confidential")[what % 2], reason="because")
            elif name == "tag":
                do(desk, "tag", item=held, name=TEXTS[what % 3])
            elif name == "untag":
                do(desk, "untag", item=held, tag=desk.reader.value("SELECT id FROM tag LIMIT 1") or "")
            elif name == "adopt":
                do(desk, "adopt", recommendation=held)
            elif name == "unlink":
                do(desk, "unlink-note", recommendation=held, note=note)
            elif name == "delete":
                do(desk, "delete", id=(note, held)[what % 2])
            else:
                do(desk, "compose-outcome")
        except Refused:
            continue
        made += desk.reader.value("SELECT count(*) FROM command") - before
    return made


steps = st.lists(
    st.tuples(
        st.sampled_from(
            ("note", "note", "recommend", "edit", "class", "tag", "untag", "adopt", "unlink", "delete", "compose")
        ),
        st.integers(0, 3),
        st.integers(0, 5),
    ),
    max_size=12,
)


@given(steps)
@settings(
    max_examples=int(os.environ.get("HRDESK_HISTORIES", "40")), deadline=None, suppress_health_check=list(HealthCheck)
)
def test_undoing_all_gives_the_start_and_redoing_all_gives_the_end(told: list[tuple[str, int, int]]):
    desk = MemoryDesk(0)
    try:
        work(desk, told)
        count = desk.reader.value("SELECT count(*) FROM command")
        end = desk.visible()
        for _ in range(2):
            states = []
            for _ in range(count):
                states.append(desk.visible())
                desk.undo()
            assert desk.visible() == {}
            with pytest.raises(Refused):
                desk.undo()
            for state in reversed(states):
                desk.redo()
                assert desk.visible() == state
            assert desk.visible() == end
            with pytest.raises(Refused):
                desk.redo()
    finally:
        desk.close()


def test_undo_erases_nothing_from_the_journal(desk: MemoryDesk):
    work(desk, [("note", 0, 0)])
    before = desk.changes()
    desk.undo()
    assert [one for one in desk.changes() if one in before] == before
    assert len(desk.changes()) > len(before)


def test_a_new_command_clears_what_could_be_redone(desk: MemoryDesk):
    work(desk, [("note", 0, 0), ("note", 0, 1)])
    desk.undo()
    work(desk, [])
    with pytest.raises(Refused):
        desk.redo()


def test_a_command_that_wrote_nothing_is_no_step_and_clears_nothing(desk: MemoryDesk):
    work(desk, [("note", 0, 0), ("note", 0, 1)])
    note = desk.reader.every(Note)[0]
    desk.undo()
    do(desk, "edit", id=note.id, text=note.text)
    assert desk.redo() == "keep-note"


def test_undo_refuses_when_another_desk_wrote_on_top_and_changes_nothing(desk: MemoryDesk):
    other = MemoryDesk(1)
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    first = do(desk, "keep-note", session=session, text="one")["id"]
    second = do(desk, "make-recommendation", notes=[first], text="r")["id"]
    other.take(desk.changes())
    do(other, "edit", id=second, theme="water")
    desk.take(other.changes())
    before = desk.state()
    with pytest.raises(Refused):
        desk.undo()
    assert desk.state() == before


@pytest.mark.parametrize("name", ["text", "note_kind"])
def test_undo_of_one_field_minds_only_that_field(desk: MemoryDesk, name: str):
    other = MemoryDesk(1)
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    note = do(desk, "keep-note", session=session, text="one")["id"]
    other.take(desk.changes())
    do(desk, "edit", id=note, text="mine")
    do(other, "edit", id=note, **{name: "challenge"})
    desk.take(other.changes())
    if name == "text":
        with pytest.raises(Refused):
            desk.undo()
    else:
        desk.undo()
        held = desk.reader.get(Note, note)
        assert held is not None
        assert (held.text, held.note_kind) == ("one", "challenge")


def test_undo_of_a_deletion_brings_the_record_back_on_the_other_desk_too(desk: MemoryDesk):
    other = MemoryDesk(1)
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    note = do(desk, "keep-note", session=session, text="one")["id"]
    do(desk, "delete", id=note)
    other.take(desk.changes())
    assert other.reader.get(Note, note) is None
    desk.undo()
    other.take(desk.changes())
    assert other.reader.get(Note, note) == desk.reader.get(Note, note)
    assert other.reader.get(Note, note) is not None


def test_a_settled_conflict_is_not_undone_but_settled_again(desk: MemoryDesk):
    other = MemoryDesk(1)
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    note = do(desk, "keep-note", session=session, text="one")["id"]
    other.take(desk.changes())
    do(desk, "edit", id=note, text="mine")
    do(other, "edit", id=note, text="theirs")
    desk.take(other.changes())
    do(desk, "settle", record=note, field="wording", value={"text": "ours", "language": "en"})
    before = desk.state()
    with pytest.raises(Refused):
        desk.undo()
    assert desk.state() == before


def test_undo_and_redo_survive_closing_and_opening_the_file(tmp_path: Path, profile: Path):
    desk = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    session = desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]
    for text in ("one", "two"):
        desk.run(COMMANDS["keep-note"], session=session, text=text)

    def again() -> Desk:
        desk.close()
        return Desk.open(tmp_path / "a.hrdesk", Profile(profile))

    def texts() -> list[str | None]:
        with desk.reading() as reader:
            return [note.text for note in reader.every(Note)]

    desk = again()
    assert desk.undo() == "keep-note"
    desk = again()
    assert texts() == ["one"]
    step = desk.next_redo()
    assert step is not None
    assert step.name == "keep-note"
    assert desk.redo() == "keep-note"
    desk = again()
    assert texts() == ["one", "two"]
    assert [desk.undo(), desk.undo(), desk.undo()] == ["keep-note", "keep-note", "new-consultation"]
    assert desk.next_undo() is None
    desk.close()


def test_bringing_a_record_back_is_undone_without_its_fields(desk: MemoryDesk):
    lesson = do(desk, "add", kind="lesson", text="x")["id"]
    do(desk, "edit", id=lesson, text="y")
    do(desk, "delete", id=lesson)
    do(desk, "restore", kind="lesson", id=lesson)
    assert desk.undo() == "restore"
    assert desk.visible() == {}
    assert [desk.undo(), desk.undo()] == ["delete", "edit"]
    assert [desk.redo(), desk.redo(), desk.redo()] == ["edit", "delete", "restore"]
    held = desk.reader.find(lesson)
    assert held is not None
    assert held.values()["text"] == "y"


def test_a_tag_made_again_after_its_undo_is_undone_again(desk: MemoryDesk):
    lesson = do(desk, "add", kind="lesson", text="x")["id"]
    start = desk.visible()
    for _ in range(3):
        do(desk, "tag", item=lesson, name="water")
        tagged = desk.visible()
        desk.undo()
        assert desk.visible() == start
        desk.redo()
        assert desk.visible() == tagged
        desk.undo()
    assert desk.undo() == "add"
    assert desk.visible() == {}


def test_what_stands_for_what_is_asked_for_at_once_however_much_was_written(desk: MemoryDesk):
    """There is no index for it: to ask for each field made the second undo of 5,000 notes take five seconds more."""
    session = do(desk, "add", kind="session", title="Opening")["id"]
    rows = [{"text": "water"}, {"text": "lake"}]
    do(desk, "take-material", session=session, rows=rows, source_kind="chat", file_hash="ab" * 32)
    told: list[str] = []
    desk.connection.set_trace_callback(told.append)
    desk.undo()
    desk.redo()
    desk.connection.set_trace_callback(None)
    assert sum("FROM stand" in sql for sql in told) == 2
