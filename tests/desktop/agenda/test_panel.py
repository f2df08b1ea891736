"""The agenda room: outline and form, adding, moving and deleting by keys."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.agenda.queries import sessions
from hrdesk.desktop.agenda.outline import ALWAYS_UNDER, HEADINGS, read_outline
from hrdesk.desktop.agenda.panel import AgendaPanel
from hrdesk.desktop.widgets.record_form import RecordForm
from hrdesk.language import LANGUAGES, interface
from hrdesk.records import KINDS, NOUNS, AgendaItem, GuidingQuestion, Person, Session


@pytest.fixture
def panel(qtbot, workplace):
    """Give the room, shown."""
    made = AgendaPanel(workplace)
    qtbot.addWidget(made)
    workplace.changed.connect(made.hear)
    made.resize(1100, 700)
    made.show()
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def every(workplace, noun):
    return workplace.ask(lambda reader: reader.every(noun))


def form(panel):
    shown = panel._sheet.currentWidget()
    assert isinstance(shown, RecordForm)
    return shown


def test_the_outline_begins_with_the_consultation(panel):
    assert panel.tree.kind == "consultation"
    assert form(panel).control("title").text() == "Workshop on regional arrangements"


def test_a_question_hangs_under_its_item(workplace):
    item = workplace.ask(read_outline)["agenda_item"][0]
    assert [(one.kind, one.title) for one in item.under] == [("guiding_question", "How can information be shared?")]


def test_two_items_that_are_each_a_part_of_the_other_are_both_shown(workplace):
    first = every(workplace, AgendaItem)[0].id
    second = workplace.run("add", kind="agenda_item", title="Second", parent=first)["id"]
    workplace.run("edit", id=first, parent=second)
    outline = workplace.ask(read_outline)

    def count(branches):
        return sum(1 + count(one.under) for one in branches if one.kind == "agenda_item")

    assert count(outline["agenda_item"]) == 2


def test_insert_adds_beside_and_goes_to_its_fields(qtbot, panel, workplace):
    panel.tree.select(every(workplace, Session)[-1].id)
    panel.tree.setFocus()
    panel.add()
    assert len(every(workplace, Session)) == 3
    field = form(panel).focusWidget()
    assert field.accessibleName() == "Title"
    qtbot.keyClicks(field, "Closing")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert [one.title for one in every(workplace, Session)] == ["Opening", "Sharing of information", "Closing"]


def test_a_question_is_added_under_an_item(panel, workplace):
    item = every(workplace, AgendaItem)[0].id
    panel.tree.select(item)
    panel.add("guiding_question", item)
    assert [one.owner for one in every(workplace, GuidingQuestion)] == [item, item]
    assert panel.tree.kind == "guiding_question"


def test_what_is_added_beside_a_question_belongs_to_the_same_item(panel, workplace):
    panel.tree.select(every(workplace, GuidingQuestion)[0].id)
    panel.add()
    assert len({one.owner for one in every(workplace, GuidingQuestion)}) == 1


def test_a_format_of_one_s_own_gets_segments_and_classes_of_speakers(panel, workplace):
    made = workplace.run("add", kind="session_format", name="Our own")["id"]
    for kind, fields in (
        ("format_segment", {"segment_kind": "floor_round", "minutes": 30}),
        ("format_class", {"speaker_class": "ngo", "seconds": 90}),
    ):
        panel.tree.select(made)
        panel.add(kind, made)
        assert panel.tree.kind == kind
        workplace.run("edit", id=panel.tree.record, **fields)
    branch = workplace.ask(read_outline)["session_format"][0]
    assert [one.title for one in branch.under] == ["The floor", "civil society: 1:30"]


@pytest.mark.parametrize("kind", [kind for kind in HEADINGS if kind not in ALWAYS_UNDER])
def test_one_of_every_kind_can_be_added_from_its_heading(panel, workplace, kind):
    before = len(every(workplace, KINDS[kind]))
    panel.tree.setCurrentItem(panel.tree._top(kind))
    panel.add()
    assert len(every(workplace, KINDS[kind])) == before + 1
    assert panel.tree.kind == kind
    assert panel.tree.record


def test_the_delete_key_deletes_and_undo_brings_back(qtbot, panel, workplace):
    first, second = (one.id for one in every(workplace, Session))
    panel.tree.select(first)
    panel.tree.setFocus()
    qtbot.keyClick(panel.tree, Qt.Key.Key_Delete)
    assert [one.id for one in every(workplace, Session)] == [second]
    assert panel.tree.record == second
    workplace.desk.undo()
    assert [one.id for one in every(workplace, Session)] == [first, second]


def test_the_delete_key_in_a_field_deletes_a_letter_only(qtbot, panel, workplace):
    panel.tree.select(every(workplace, Session)[0].id)
    title = form(panel).control("title")
    title.setFocus()
    qtbot.keyClick(title, Qt.Key.Key_Delete)
    assert title.text() == "pening"
    assert len(every(workplace, Session)) == 2


def test_a_session_moves_up_and_down(panel, workplace):
    first, second = (one.id for one in every(workplace, Session))
    panel.tree.select(second)
    panel.move_by(-1)
    assert [one.id for one in workplace.ask(sessions)] == [second, first]
    assert panel.tree.record == second
    panel.move_by(1)
    assert [one.id for one in workplace.ask(sessions)] == [first, second]
    panel.move_by(1)
    assert [one.id for one in workplace.ask(sessions)] == [first, second]


def test_a_person_has_no_place_to_move_to(panel, workplace):
    panel.tree.select(every(workplace, Person)[0].id)
    assert not panel._up.isEnabled()
    before = workplace.desk.next_undo()
    panel.move_by(-1)
    assert workplace.desk.next_undo() == before


def test_a_new_title_is_seen_in_the_outline_at_once(qtbot, panel, workplace):
    session = every(workplace, Session)[0].id
    panel.tree.select(session)
    workplace.run("edit", id=session, title="Opening of the workshop")
    assert panel.tree.currentItem().text(0) == "Opening of the workshop"


def test_notes_that_are_kept_leave_the_outline_alone(panel, workplace):
    item = panel.tree.currentItem()
    workplace.run("keep-note", session=every(workplace, Session)[0].id, text="Something")
    assert panel.tree.currentItem() is item


def test_what_is_open_stays_open_in_another_language(panel, workplace):
    item = panel.tree._top("person")
    item.setExpanded(True)
    for language in LANGUAGES:
        interface.use(language)
        panel.retranslate()
        assert panel.tree._top("person").isExpanded()
        assert panel.tree._top("session").text(0) == interface._(
            "{heading} ({number})", heading=interface._("Sessions"), number=2
        )


def test_every_kind_that_is_set_up_here_has_its_heading():
    elsewhere = {
        "note",
        "recommendation",
        "addressee",
        "action",
        "tag",
        "tagging",
        "link",
        "decision",
        "document",
        "document_agenda_item",
        "paragraph",
        "wording",
        "withdrawal",
        "identity_access",
        "roster_entry",
        "floor",
        "floor_request",
        "intervention",
        "floor_mark",
        "floor_decision",
        "panel_question",
        "alternative",
        "amendment",
        "reservation",
        "wording_version",
        "draft_version",
        "validation",
        "pen_holder",
        "report_point",
        "outside_source",
    }
    assert {noun.kind for noun in NOUNS} == set(HEADINGS) | elsewhere
