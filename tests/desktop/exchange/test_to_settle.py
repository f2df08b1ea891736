"""What must be settled: one after another by keys, narrowed, many alike, suggested, in brackets, or otherwise."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.records import Decision, Note
from hrdesk.work import COMMANDS
from tests.desktop.exchange.keys import Hand


def notes(room):
    with room.workplace.desk.reading() as reader:
        return {one.id: one for one in reader.every(Note)}


def contest(room, count):
    """Make notes of which two desks wrote the words differently, and two of which the class is contested."""
    made = [
        room.run("add", kind="note", text=f"Note {number}.", language="en", sensitivity="restricted")["id"]
        for number in range(count)
    ]
    room.carry(room.bundle(room.workplace.desk, "here"), room.other)
    for number, note in enumerate(made):
        room.run("edit", id=note, text=f"Note {number} must stand.")
        room.other.run(COMMANDS["edit"], id=note, text=f"Note {number} could stand.")
    for note in made[:2]:
        room.run("edit", id=note, sensitivity="public", reason="agreed")
        room.other.run(COMMANDS["edit"], id=note, sensitivity="confidential")
    room.take(room.bundle(room.other, "other", confidential=True))
    return made


@pytest.fixture
def forty(room):
    return contest(room, 40)


@pytest.fixture
def some(room):
    return contest(room, 5)


def focus(room):
    room.panel.activateWindow()
    room.panel.show_conflicts()
    room.qtbot.waitUntil(room.panel.to_settle.list.hasFocus, timeout=2_000)


def test_forty_conflicts_are_settled_with_two_keys_each(room, forty):
    page, hand = room.panel.to_settle, Hand()
    page.kinds.setCurrentIndex(page.kinds.findText("Note, Text"))
    page._show()
    focus(room)
    for left in range(40, 0, -1):
        assert page.list.count() == left
        hand.figure(1)
        hand.enter()
    assert hand.pressed == 80
    assert len(page.conflicts) == 2
    room.settle()
    assert all(one.text.endswith(" stand.") for key, one in notes(room).items() if key in forty)


def test_the_next_conflict_comes_by_itself_and_the_figures_stay_where_the_hand_is(room, some):
    page = room.panel.to_settle
    focus(room)
    first, hand = page.settling.conflict, Hand()
    hand.figure(1)
    hand.enter()
    assert page.settling.conflict != first
    assert page.list.hasFocus()
    assert page.settling.choices.checkedId() == -1


def test_an_answer_that_was_on_its_way_brings_nothing_back(room, some):
    page = room.panel.to_settle
    focus(room)
    page.refresh()
    hand = Hand()
    hand.figure(1)
    hand.enter()
    left = len(page.conflicts)
    room.workplace.finish()
    room.qtbot.wait(30)
    assert len(page.conflicts) == left


def test_many_are_settled_alike_by_one_rule_with_one_reason(room, some):
    page = room.panel.to_settle
    page.kinds.setCurrentIndex(page.kinds.findText("Note, Text"))
    page._show()
    assert page.alike.text() == "Settle these 5 alike…"
    room.qtbot.mouseClick(page.alike, Qt.MouseButton.LeftButton)
    together = page.together
    other = together.desks.findText("Rapporteur desk 1")
    together.desks.setCurrentIndex(other)
    together._on_desk(other)
    assert together.take == "desk"
    assert len(together.list.items) == 5
    assert "could stand." in together.list.items[0].text(1)
    together.list.items[0].setCheckState(0, Qt.CheckState.Unchecked)
    assert together.settle.text() == "Settle 4 conflicts"
    together.reason.setText("The rapporteur was in the room.")
    together.do_settle()
    assert not together.settle.isEnabled()
    room.qtbot.waitUntil(lambda: len(page.conflicts) == 3, timeout=5_000)
    room.settle()
    assert sum(one.text.endswith("could stand.") for one in notes(room).values()) >= 4
    with room.workplace.desk.reading() as reader:
        assert {one.reason for one in reader.every(Decision)} >= {"The rapporteur was in the room."}


def test_confidentialities_begin_with_the_strictest_and_milder_needs_a_reason(room, some):
    page = room.panel.to_settle
    page.kinds.setCurrentIndex(page.kinds.findText("Note, Sensitivity"))
    page._show()
    page.settle_alike()
    together = page.together
    assert together.take == "strictest"
    assert {one.text(1) for one in together.list.items} == {"● Confidential"}
    assert together.settle.isEnabled()
    together.desks.setCurrentIndex(together.desks.findText("Secretariat desk"))
    together._on_desk(0)
    assert "needed" in together._reason_label.text()
    assert not together.settle.isEnabled()
    room.qtbot.keyClick(together, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert len(page.conflicts) == 7


def test_the_list_is_narrowed_by_desk(room, some):
    page = room.panel.to_settle
    page.desks.setCurrentIndex(page.desks.findText("Rapporteur desk 1"))
    page._show()
    assert page.list.count() == 7
    room.panel.show_conflict(some[0], "text")
    assert page.settling.conflict.record == some[0]


def test_sentences_changed_apart_are_suggested_and_only_a_person_commits_them(room):
    room.run("edit", id=room.note, text="Shelters should open. Staff should be trained.")
    room.carry(room.bundle(room.workplace.desk, "here"), room.other)
    room.disagree(
        here="Shelters must open. Staff should be trained.", there="Shelters should open. Staff must be trained."
    )
    settling, hand = room.panel.to_settle.settling, Hand()
    assert "<s>should</s> <b><u>must</u></b> open" in settling._cards[8].value.text()
    assert "Before: Shelters should open." in settling._base.text()
    assert notes(room)[room.note].text != "Shelters must open. Staff must be trained."
    focus(room)
    hand.figure(8)
    hand.enter()
    room.settle()
    assert notes(room)[room.note].text == "Shelters must open. Staff must be trained."


def test_both_wordings_are_kept_in_brackets(room):
    room.disagree()
    focus(room)
    hand = Hand()
    hand.figure(9)
    hand.enter()
    room.settle()
    assert notes(room)[room.note].text in (
        "[Shelters must open.] [Shelters could open.]",
        "[Shelters could open.] [Shelters must open.]",
    )


def test_a_figure_of_another_script_is_a_figure_too(room):
    room.disagree()
    focus(room)
    Hand().press(Qt.Key.Key_unknown, "٢")
    assert room.panel.to_settle.settling.choices.checkedId() == 2
    Hand().press(Qt.Key.Key_unknown, "²")
    assert room.panel.to_settle.settling.choices.checkedId() == 2


def test_another_value_takes_the_cursor(room):
    room.disagree()
    focus(room)
    Hand().figure(0)
    settling = room.panel.to_settle.settling
    assert settling._entries[0].widget.hasFocus()
