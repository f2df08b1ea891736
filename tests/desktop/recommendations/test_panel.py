"""The room of recommendations, as a rapporteur uses it."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.cards import ASIDE, FOOT, STRONG
from hrdesk.desktop.recommendations.panel import NOTHING, ONE, SEVERAL, RecommendationsPanel
from hrdesk.desktop.recommendations.sheet import FIELDS
from hrdesk.desktop.recommendations.trail_list import DecisionModel
from hrdesk.language import interface
from hrdesk.recommendations.graph import Step, TrailGraph, Way
from hrdesk.recommendations.queries import sheet
from hrdesk.records import Addressee, Decision, Recommendation


def held(workplace, record: str) -> Recommendation:
    found = workplace.ask(lambda reader: reader.get(Recommendation, record))
    assert found is not None
    return found


def choose(qtbot, panel, record: str) -> None:
    panel.show_recommendation(record)
    qtbot.waitUntil(lambda: panel.sheet.record == record and panel.pages.currentIndex() == ONE)


def settled(qtbot, panel) -> None:
    qtbot.waitUntil(lambda: not panel._is_loading)


def test_the_list_tells_number_status_class_area_and_notes(panel):
    index = panel.model.index(1)
    assert index.data(STRONG) == "2   Proposed"
    assert index.data(ASIDE) == "● Confidential  ·  2 notes"
    assert "Follow-up" in panel.model.index(0).data(ASIDE)


def test_the_list_names_the_bodies(qtbot, panel, made, workplace):
    workplace.run("address", recommendation=made[0], name="African Union")
    qtbot.waitUntil(lambda: panel.model.index(0).data(FOOT) == "African Union")


@pytest.mark.parametrize(
    ("words", "found"), [("focal", 1), ("PROTÉCT those", 1), ("", 3), ("nothing of it", 0), ("3", 1)]
)
def test_words_narrow_the_list(qtbot, panel, words, found):
    panel.filter.words.setText(words)
    qtbot.waitUntil(lambda: panel.model.rowCount() == found)
    assert panel.pages.currentIndex() == (ONE if found else NOTHING)


def test_the_list_is_narrowed_by_class_and_widened_again(qtbot, panel):
    panel.filter._class.setCurrentIndex(panel.filter._class.findData("confidential"))
    assert panel.model.rowCount() == 1
    panel.filter.clear()
    assert panel.model.rowCount() == 3


def test_leaving_the_text_keeps_it(panel, made, workplace):
    panel.sheet.wording.text.setPlainText("Appoint focal points now.")
    panel.sheet.wording.text.left.emit()
    assert held(workplace, made[0]).text == "Appoint focal points now."
    assert workplace.desk.next_undo().name == "edit"


def test_a_text_being_typed_is_not_overwritten_by_what_others_do(qtbot, panel, made, workplace):
    panel.sheet.wording.text.setPlainText("Appoint focal points no")
    workplace.run("edit", id=made[0], theme="Prevention")
    settled(qtbot, panel)
    assert panel.sheet.wording.text.text() == "Appoint focal points no"


def test_a_text_being_typed_survives_a_crash(qtbot, panel, made, workplace):
    panel.sheet.wording.text.setPlainText("Half a new word")
    panel.drafts.flush()
    again = RecommendationsPanel(workplace)
    qtbot.addWidget(again)
    again.refresh()
    qtbot.waitUntil(lambda: again.sheet.record == made[0])
    assert again.sheet.wording.text.text() == "Half a new word"
    assert held(workplace, made[0]).text == "Appoint focal points."


def test_an_emptied_text_is_no_text_to_keep(panel, made, workplace):
    panel.sheet.wording.text.setPlainText("  ")
    panel.sheet.wording.text.left.emit()
    assert held(workplace, made[0]).text == "Appoint focal points."
    assert panel.sheet.wording.text.text() == "Appoint focal points."


def test_choosing_another_keeps_the_text_first(qtbot, panel, made, workplace):
    panel.sheet.wording.text.setPlainText("Appoint them.")
    choose(qtbot, panel, made[2])
    assert held(workplace, made[0]).text == "Appoint them."
    assert panel.sheet.wording.text.text() == "Hold joint meetings."


def test_adopting_fixes_the_text_and_is_a_decision(qtbot, panel, made, workplace):
    panel.sheet.wording.text.setPlainText("Appoint focal points soon.")
    panel.sheet.wording.adopt.click()
    settled(qtbot, panel)
    assert held(workplace, made[0]).adopted_text == "Appoint focal points soon."
    assert panel.sheet.wording.text.isReadOnly()
    assert panel.model.index(0).data(STRONG) == "1   ✓ Adopted"
    assert workplace.ask(lambda reader: reader.every(Decision, item=made[0]))


def test_opening_again_asks_for_the_reason_in_place(qtbot, panel, made, workplace):
    workplace.run("adopt", recommendation=made[0])
    settled(qtbot, panel)
    panel.sheet.wording.reopen.click()
    assert panel.sheet.wording.reopening.isVisible()
    panel.sheet.wording.reopening.line.setText("A delegation asked for it.")
    panel.sheet.wording.reopening.line.returnPressed.emit()
    settled(qtbot, panel)
    assert held(workplace, made[0]).status == "under_negotiation"
    qtbot.waitUntil(lambda: not panel.sheet.wording.text.isReadOnly())
    assert not panel.sheet.wording.reopening.isVisible()


def test_a_status_is_chosen_but_adopting_is_not_among_them(panel, made, workplace):
    box = panel.sheet.wording._status
    assert box.findData("adopted") < 0
    box.setCurrentIndex(box.findData("noted"))
    box.activated.emit(box.currentIndex())
    assert held(workplace, made[0]).status == "noted"


def test_tags_are_added_and_taken_off_by_keyboard(qtbot, panel, made, workplace):
    row = panel.sheet.tags.row("group")
    row.line.setText("Witnesses")
    row.line.returnPressed.emit()
    qtbot.waitUntil(lambda: len(row._chips) == 1)
    qtbot.keyClick(row.line, Qt.Key.Key_Backspace)
    assert row._chips[0].hasFocus() or not panel.isActiveWindow()
    qtbot.keyClick(row._chips[0], Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not row._chips)
    assert workplace.ask(lambda reader: sheet(reader, made[0])).tags == ()


def test_bodies_are_named_changed_and_taken_away(qtbot, panel, made, workplace):
    def bodies():
        return workplace.ask(lambda reader: reader.every(Addressee, recommendation=made[0]))

    new = panel.sheet.addressees.new
    new.name.setText("African Union")
    new.part.setCurrentIndex(new.part.findData("partner"))
    new.name.returnPressed.emit()
    qtbot.waitUntil(lambda: len(panel.sheet.addressees._rows) == 1)
    assert [(one.name, one.part, bool(one.implied)) for one in bodies()] == [("African Union", "partner", False)]
    (row,) = panel.sheet.addressees._rows.values()
    row.implied.click()
    assert bodies()[0].implied is True
    row.name.setText("Council of Europe")
    row.name.editingFinished.emit()
    assert bodies()[0].name == "Council of Europe"
    row.removed.emit()
    assert bodies() == []


def test_the_trail_shows_the_notes_and_goes_to_one(qtbot, panel, made):
    choose(qtbot, panel, made[1])
    qtbot.waitUntil(lambda: panel.sheet.trail.notes.rowCount() == 2)
    panel.doing.show_trail()
    panel.sheet.trail.note_list.setCurrentIndex(panel.sheet.trail.notes.index(0))
    with qtbot.waitSignal(panel.note_requested) as wished:
        qtbot.keyClick(panel.sheet.trail.note_list, Qt.Key.Key_Return)
    assert wished.args[0] == panel.sheet.trail.notes.lines[0].note.id


def test_lowering_the_class_is_a_decision_that_the_trail_tells(qtbot, panel, made, workplace):
    choose(qtbot, panel, made[1])
    workplace.run("edit", id=made[1], sensitivity="restricted", reason="Nobody is named in it.")
    qtbot.waitUntil(lambda: "Restricted" in panel.model.index(1).data(ASIDE))
    decisions = panel.sheet.trail._decisions
    qtbot.waitUntil(lambda: decisions.rowCount() == 1)
    told = decisions.index(0).data()
    assert "Confidential → Restricted" in told
    assert "Nobody is named in it." in told


def test_several_are_tagged_and_adopted_in_one_step_each(qtbot, panel, made, workplace):
    panel.list.selectAll()
    qtbot.waitUntil(lambda: panel.pages.currentIndex() == SEVERAL)
    panel.together.word.setText("Prevention")
    panel.together.word.returnPressed.emit()
    assert all(workplace.ask(lambda reader, one=one: sheet(reader, one)).tags for one in made)
    workplace.run("adopt", recommendation=made[0])
    panel.together.adopt.click()
    assert {held(workplace, one).status for one in made} == {"adopted"}
    workplace.desk.undo()
    assert [held(workplace, one).status for one in made] == ["adopted", "proposed", "proposed"]
    settled(qtbot, panel)
    assert panel.pages.currentIndex() == SEVERAL


def test_adopting_what_is_all_adopted_is_refused_with_a_sentence(qtbot, panel, made, workplace, refused):
    for one in made:
        workplace.run("adopt", recommendation=one)
    assert workplace.run("adopt-several", recommendations=made) is None
    assert "already adopted" in str(refused[0])


def test_delete_takes_a_recommendation_away(qtbot, panel, made):
    qtbot.keyClick(panel.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 2)


def test_every_other_field_stands_in_the_form(panel):
    panel.sheet.tabs.setCurrentIndex(FIELDS)
    for field in ("area", "strength", "time_frame", "theme", "sensitivity", "condition", "language"):
        assert panel.sheet.form.control(field).isVisibleTo(panel.sheet.form.widget())


def test_the_room_speaks_every_language_at_once(qtbot, panel, workplace, made):
    workplace.run("adopt", recommendation=made[0])
    settled(qtbot, panel)
    for language in ("ar", "zh", "en", "fr", "ru", "es"):
        interface.use(language)
        panel.retranslate()
        assert panel.sheet.wording._status.currentData() == "adopted"


def test_nothing_that_takes_the_focus_is_without_a_name(panel):
    nameless = [
        widget
        for widget in panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_decision_without_a_time_or_a_reason_is_shown_all_the_same(qapp):
    model = DecisionModel()
    model.show_decisions([Decision("d", decision_kind="adopted", after="adopted")], None)
    assert model.index(0).data(STRONG) == "– → Adopted"


def test_every_action_has_a_name_of_its_own_and_keys_of_its_own(panel):
    actions = panel.actions_of_room()
    keys = [key for action in actions for key in action.keys.split()]
    assert len({action.name for action in actions}) == len(actions)
    assert len(set(keys)) == len(keys)


def test_the_trail_goes_to_the_paragraph_and_to_the_wording(qtbot, panel):
    graph = panel.sheet.trail.graph
    steps = (
        Step("n", "note", "Said.", 0, owner="n"),
        Step("r", "recommendation", "First.", 1, "adopted", "en", "r"),
        Step("r:1", "amended", "Second.", 2, "amendment", "en", "r"),
        Step("r:adopted", "adopted", "Second.", 3, "adopted", "en", "r"),
        Step("p", "paragraph", "Second.", 4, owner="p"),
        Step("w", "wording", "ثان", 5, "reviewed", "ar", "r"),
    )
    ways = tuple(Way(one.id, other.id, "") for one, other in pairwise(steps))
    panel.doing.show_trail()
    graph.show_graph(TrailGraph("r", steps, ways))
    words = [button.accessibleName().partition(":")[0] for button in graph.buttons]
    assert words[2:] == ["Later text, Amendment", "Text as adopted", "Paragraph", "Arabic, Reviewed"]
    went: list[tuple[str, ...]] = []
    panel.paragraph_requested.connect(lambda record: went.append(("paragraph", record)))
    panel.wording_requested.connect(lambda record, language: went.append((language, record)))
    panel.note_requested.connect(lambda record: went.append(("note", record)))
    for button in graph.buttons[-2:]:
        qtbot.keyClick(button, Qt.Key.Key_Return)
    graph.buttons[0].click()
    assert went == [("paragraph", "p"), ("ar", "r"), ("note", "n")]
    graph.buttons[0].setFocus()
    for _step in steps[1:]:
        focused = next(one for one in graph.buttons if one.hasFocus())
        qtbot.keyClick(focused, Qt.Key.Key_Right)
    assert graph.buttons[-1].hasFocus() or not panel.isActiveWindow()


def test_who_walks_the_trail_stays_on_it_when_it_is_drawn_anew(qtbot, panel):
    graph = panel.sheet.trail.graph
    steps = (Step("n", "note", "Said.", 0, owner="n"), Step("r", "recommendation", "First.", 1, "proposed", "en", "r"))
    panel.doing.show_trail()
    graph.show_graph(TrailGraph("r", steps, (Way("n", "r", ""),)))
    with qtbot.waitActive(panel.window()):
        panel.window().activateWindow()
    graph.buttons[0].setFocus()
    for later in ((steps[0], replace(steps[1], status="adopted")), (steps[1], replace(steps[0], id="other"))):
        graph.show_graph(TrailGraph("r", later, ()))
        assert [one.step.id for one in graph.buttons if one.hasFocus()] == ["n" if steps[0] in later else "r"]


def test_what_the_room_says_names_the_keys_that_a_person_chose(panel, workplace, made):
    told: list[str] = []
    workplace.kept.connect(told.append)
    workplace.settings.keys |= {
        "recommendations.decide": "Ctrl+U",
        "recommendations.amend": "F12",
        "notes.recommend": "F11 F10",
        "edit.undo": "Ctrl+Y",
    }
    panel.retranslate()
    assert panel.sheet.wording.decide.toolTip().endswith("(Ctrl+U)")
    assert panel.together.decide.toolTip().endswith("(Ctrl+U)")
    assert panel.sheet.negotiation.buttons["text"].toolTip() == "F12"
    assert panel.sheet.negotiation.buttons["comment"].toolTip() == "Ctrl+Shift+M"
    assert "F11 in the room of notes" in panel._empty.text()
    panel.doing.delete()
    assert "Deleted. Ctrl+Y brings it back." in told


def test_what_came_while_a_text_is_typed_is_not_written_over(qtbot, panel, made, workplace, meanwhile):
    choose(qtbot, panel, made[0])
    stood = held(workplace, made[0]).text
    field = panel.sheet.wording.text
    field.setFocus()
    qtbot.keyClicks(field, "More. ")
    meanwhile(workplace, made[0], text="As the other desk wrote it.")
    settled(qtbot, panel)
    panel.sheet.wording.keep()
    contested = workplace.ask(lambda reader: reader.contested_texts("recommendation", made[0]))
    assert set(contested) == {f"More. {stood}", "As the other desk wrote it."}
