"""One open desk: commands checked at the door, listeners told once, drafts that never travel."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Announcement, Argument, Command, Desk
from hrdesk.errors import Refused
from hrdesk.records import Lesson
from hrdesk.store.identity import Profile
from hrdesk.store.pen import Pen
from hrdesk.work import COMMANDS


@pytest.fixture
def desk(tmp_path: Path, profile: Path) -> Iterator[Desk]:
    held = Desk.create(tmp_path / "a.hrdesk", Profile(profile))
    yield held
    held.close()


def write(
    pen: Pen, text: str, count: int = 1, names: list[str] | None = None, sure: bool = False, **fields: Any
) -> str:
    """Write a lesson."""
    del count, names, sure
    return pen.create(Lesson, text=text, **fields)


WRITE = Command("write", "Write", write)


def lessons(desk: Desk) -> list[str | None]:
    with desk.reading() as reader:
        return [one.text for one in reader.every(Lesson)]


def test_a_command_tells_its_arguments():
    assert WRITE.arguments() == (
        Argument("text", "text", required=True),
        Argument("count", "number", required=False),
        Argument("names", "list of text or nothing", required=False),
        Argument("sure", "yes or no", required=False),
        Argument("fields", "fields", required=False),
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"text": 5},
        {"text": None},
        {"text": "x", "count": True},
        {"text": "x", "count": "1"},
        {"text": "x", "count": 1.0},
        {"text": "x", "names": "a"},
        {"text": "x", "names": [1]},
        {"text": "x", "sure": 1},
        {"text": "x", "none": "y"},
        {"text": "x", "pointer": ["y"]},
        {"text": "x", "pointer": 1.5},
        {"text": "x", "pen": "y"},
    ],
)
def test_arguments_of_another_shape_are_refused_before_anything_happens(desk: Desk, wrong: dict[str, Any]):
    with pytest.raises(Refused):
        desk.run(WRITE, **wrong)
    assert lessons(desk) == []


def test_all_of_a_command_is_kept_or_nothing(desk: Desk):
    def half(pen: Pen) -> None:
        pen.create(Lesson, text="half")
        raise RuntimeError("our own mistake")

    with pytest.raises(RuntimeError):
        desk.run(Command("half", "half", half))
    assert lessons(desk) == []
    assert desk.next_undo() is None
    desk.run(WRITE, text="whole")
    assert lessons(desk) == ["whole"]


def test_listeners_hear_once_what_changed_and_who_started_it(desk: Desk):
    heard: list[Announcement] = []
    desk.listeners.append(heard.append)
    made = desk.run(WRITE, started_by="panel", text="x")
    desk.undo()
    assert [(one.command, one.records, one.started_by) for one in heard] == [
        ("write", frozenset({("lesson", made)}), "panel"),
        ("write", frozenset({("lesson", made)}), None),
    ]
    assert heard[0].concerns("lesson", "note")
    assert not heard[0].concerns("note")
    assert Announcement("merge", frozenset()).concerns("anything")


def test_a_refused_command_is_not_announced(desk: Desk):
    heard: list[Announcement] = []
    desk.listeners.append(heard.append)
    with pytest.raises(Refused):
        desk.run(WRITE, text="x", none="y")
    assert heard == []


def test_a_draft_is_kept_replaced_and_taken_away_and_is_no_change(desk: Desk):
    assert desk.draft("note") == ""
    desk.keep_draft("note", "typi")
    desk.keep_draft("note", "typing")
    assert desk.draft("note") == "typing"
    with desk.reader() as reader:
        assert reader.changes() == []
    desk.keep_draft("note", "")
    assert desk.draft("note") == ""


def test_a_reader_of_its_own_sees_what_is_kept(desk: Desk):
    desk.run(WRITE, text="x")
    with desk.reader() as reader:
        assert [one.text for one in reader.every(Lesson)] == ["x"]


def test_every_command_of_the_work_is_known_by_its_own_name_and_says_what_it_does():
    for name, command in COMMANDS.items():
        assert command.name == name
        assert command.label
        first = (command.do.__doc__ or "").strip().splitlines()[0]
        assert first.endswith("."), name
        assert all(argument.type for argument in command.arguments())
    settling = {"settle", "settle-many", "take-up-proposals", "dismiss-proposals"}
    vanishing = {"withdraw", "withdraw-late", "withdraw-words", "seal-identity-anew"}
    assert {name for name, command in COMMANDS.items() if not command.undoable} == settling | vanishing
