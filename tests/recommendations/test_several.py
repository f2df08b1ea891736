"""What is done to several recommendations at once is one step, and what is seen of them is one line each."""

import pytest

from hrdesk.agenda.commands import COMMANDS as AGENDA
from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.notes.commands import COMMANDS as NOTES
from hrdesk.recommendations.commands import COMMANDS as RECOMMENDATIONS
from hrdesk.recommendations.queries import body_names, recommendation_lines, tags_by_scheme, trail
from hrdesk.store.identity import Profile

COMMANDS = {command.name: command for command in (*AGENDA, *NOTES, *RECOMMENDATIONS)}


@pytest.fixture
def desk(tmp_path, profile):
    opened = Desk.create(tmp_path / "several.hrdesk", Profile(profile))
    yield opened
    opened.close()


def run(desk: Desk, command: str, **arguments):
    return desk.run(COMMANDS[command], **arguments)


def see(desk: Desk, question):
    with desk.reading() as reader:
        return question(reader)


@pytest.fixture
def made(desk: Desk) -> list[str]:
    session = run(desk, "new-consultation", title="Workshop")["session"]
    notes = [
        run(desk, "keep-note", session=session, text=text, sensitivity=strictness)["id"]
        for text, strictness in (("One", "restricted"), ("Two", "confidential"))
    ]
    first = run(desk, "make-recommendation", notes=notes, text="Meet.")["id"]
    second = run(desk, "make-recommendation", notes=[], text="Share.", sensitivity="public")["id"]
    return [first, second]


def test_one_word_is_put_on_several_and_taken_off_all_of_them_by_one_undo(desk, made):
    run(desk, "tag-several", items=made, name="Prevention", scheme="theme")
    assert [line.tags for line in see(desk, recommendation_lines)] == [("Prevention",), ("Prevention",)]
    assert see(desk, tags_by_scheme) == {"theme": ["Prevention"]}
    desk.undo()
    assert [line.tags for line in see(desk, recommendation_lines)] == [(), ()]


def test_several_are_adopted_and_those_already_adopted_stay(desk, made):
    run(desk, "adopt", recommendation=made[0])
    assert run(desk, "adopt-several", recommendations=made) == {"ids": [made[1]]}
    assert [line.recommendation.status for line in see(desk, recommendation_lines)] == ["adopted", "adopted"]
    with pytest.raises(Refused, match="already adopted"):
        run(desk, "adopt-several", recommendations=made)


def test_several_with_one_that_is_not_there_changes_nothing(desk, made):
    with pytest.raises(Refused):
        run(desk, "adopt-several", recommendations=[*made, "gone"])
    assert {line.recommendation.status for line in see(desk, recommendation_lines)} == {"proposed"}


def test_a_line_tells_number_class_notes_and_bodies(desk, made):
    run(desk, "address", recommendation=made[0], name="African Union")
    first, second = see(desk, recommendation_lines)
    assert (first.number, first.sensitivity, first.notes, first.addressees) == (
        1,
        "confidential",
        2,
        ("African Union",),
    )
    assert (second.number, second.sensitivity, second.notes, second.addressees) == (2, "public", 0, ())
    assert see(desk, body_names) == ["African Union"]


def test_a_note_that_is_deleted_is_no_longer_counted(desk, made):
    note = see(desk, lambda reader: trail(reader, made[0])).notes[0].note.id
    run(desk, "delete", id=note)
    assert see(desk, recommendation_lines)[0].notes == 1


def test_the_trail_tells_class_notes_and_decisions_in_order(desk, made):
    run(desk, "edit", id=made[0], sensitivity="restricted", reason="Nobody is named.")
    run(desk, "adopt", recommendation=made[0])
    found = see(desk, lambda reader: trail(reader, made[0]))
    assert found.sensitivity == "restricted"
    assert [line.note.text for line in found.notes] == ["One", "Two"]
    assert [decision.decision_kind for decision in found.decisions] == ["class_lowered", "adopted"]
