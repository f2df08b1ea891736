"""What waits for a person in the room of recommendations: strengths to confirm, pairs to compare, bullets to split."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.cards import ASIDE, STRONG
from hrdesk.desktop.recommendations.panel import ONE, SEVERAL
from hrdesk.desktop.recommendations.sheet import TRAIL
from hrdesk.language import interface
from hrdesk.recommendations.queries import current_recommendations, kept_apart, sheet
from hrdesk.records import Recommendation

TEXTS = (
    "It was decided to publish a shared calendar of country visits.",
    "Visits to countries could share a calendar.",
)


@pytest.fixture
def two(qtbot, panel, workplace) -> list[str]:
    """Make two that say the same, and wait until the bar tells of them."""
    ids = [workplace.run("make-recommendation", notes=[], text=text)["id"] for text in TEXTS]
    qtbot.waitUntil(lambda: panel.waiting.alike.isVisible() and panel.waiting.to_confirm.isVisible())
    return ids


def held(workplace, record: str) -> Recommendation:
    found = workplace.ask(lambda reader: reader.get(Recommendation, record))
    assert found is not None
    return found


def standing(workplace) -> set[str]:
    return {one.id for one in workplace.ask(current_recommendations)}


def choose(qtbot, panel, record: str) -> None:
    panel.show_recommendation(record)
    qtbot.waitUntil(lambda: panel.sheet.record == record and panel.pages.currentIndex() == ONE)


def test_nothing_waits_in_a_room_where_nothing_was_found(panel):
    panel.waiting.retranslate()
    assert not panel.waiting.isVisible()


def test_strengths_are_confirmed_and_chosen_by_keys_alone(qtbot, panel, two, workplace):
    assert panel.waiting.to_confirm.text() == "2 strengths to confirm"
    panel.waiting.open_strengths()
    page = panel.waiting.strengths
    assert page.model.index(0).data(STRONG) == "Decided"
    assert "was decided" in page.model.index(0).data(ASIDE)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert held(workplace, two[0]).strength_confirmed is True
    qtbot.keyClick(page.list, Qt.Key.Key_6)
    assert (held(workplace, two[1]).strength, held(workplace, two[1]).strength_confirmed) == ("suggested", True)
    assert panel.pages.currentIndex() <= SEVERAL
    assert not panel.waiting.to_confirm.isVisible()


def test_all_strengths_are_confirmed_in_one_step(panel, two, workplace):
    panel.waiting.open_strengths()
    panel.waiting.strengths.confirm_all.click()
    assert all(held(workplace, one).strength_confirmed for one in two)
    workplace.desk.undo()
    assert not any(held(workplace, one).strength_confirmed for one in two)


def test_two_are_compared_and_joined_and_the_originals_step_back(qtbot, panel, two, workplace):
    panel.waiting.open_alike()
    page = panel.waiting.join
    assert page.text.text() == TEXTS[1]  # the weaker one, which claims no more than the other
    page.text.setPlainText("A calendar of visits could be shared.")
    qtbot.keyClick(page.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    [made] = standing(workplace) - set(two) - {line.recommendation.id for line in panel.model.lines}
    assert held(workplace, made).strength == "could"
    qtbot.waitUntil(lambda: panel.sheet.record == made)
    assert not {line.recommendation.id for line in panel.model.lines} & set(two)
    assert panel.filter.gone.isVisible()
    panel.filter.gone.setChecked(True)
    assert {line.recommendation.id for line in panel.model.lines} >= set(two)


def test_a_wording_stronger_than_the_weakest_is_refused_until_a_person_means_it(panel, two, workplace, refused):
    panel.waiting.open_alike()
    page = panel.waiting.join
    page.text.setPlainText(TEXTS[0])
    page.join.click()
    assert "weakly" in str(refused[0])
    assert page.text.text() == TEXTS[0]
    assert panel.pages.currentWidget() is page
    page.raised.setChecked(True)
    page.join.click()
    assert not standing(workplace) & set(two)


def test_two_that_are_not_the_same_are_not_asked_about_again(qtbot, panel, two, workplace):
    panel.waiting.open_alike()
    panel.waiting.join.apart.click()
    assert workplace.ask(kept_apart) == {frozenset(two)}
    assert panel.pages.currentIndex() <= SEVERAL
    panel.waiting.refresh()
    qtbot.waitUntil(lambda: workplace.is_idle)
    assert not panel.waiting.alike.isVisible()


def test_escape_leaves_a_comparison_as_it_was(qtbot, panel, two, workplace):
    panel.waiting.open_alike()
    qtbot.keyClick(panel.waiting.join, Qt.Key.Key_Escape)
    assert panel.pages.currentIndex() <= SEVERAL
    assert standing(workplace) >= set(two)


def test_several_that_are_selected_are_joined(qtbot, panel, made, workplace):
    panel.list.selectAll()
    qtbot.waitUntil(lambda: panel.pages.currentIndex() == SEVERAL)
    panel.together.join.click()
    page = panel.waiting.join
    assert panel.pages.currentWidget() is page
    assert not page.apart.isVisible()
    page.text.setPlainText("Meet, protect, appoint.")
    page.join.click()
    assert len(standing(workplace)) == 1


def test_a_bullet_is_split_where_a_person_says(qtbot, panel, workplace):
    record = workplace.run("make-recommendation", notes=[], text="Meet often. Publish dates.")["id"]
    choose(qtbot, panel, record)
    panel.doing.split()
    page = panel.waiting.split
    assert page.parts.text() == "Meet often.\nPublish dates."
    page.parts.setPlainText("Meet often.\nPublish dates.\nName a host.")
    qtbot.keyClick(page.parts, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert record not in standing(workplace)
    assert {"Meet often.", "Publish dates.", "Name a host."} <= {
        held(workplace, one).text for one in standing(workplace)
    }


def test_the_trail_is_drawn_and_walked_by_keys_both_ways(qtbot, panel, made, workplace):
    joined = workplace.run("join-recommendations", items=made[:2], text="Appoint and protect.")["id"]
    choose(qtbot, panel, joined)
    panel.sheet.tabs.setCurrentIndex(TRAIL)
    graph = panel.sheet.trail.graph
    # The trail of what was shown before has the same steps: it is the one of the new recommendation that is awaited.
    qtbot.waitUntil(lambda: [button.step.id for button in graph.buttons if button.isChecked()] == [joined])
    by_id = {button.step.id: button for button in graph.buttons}
    assert len(by_id) == 5
    assert by_id[made[0]].x() < by_id[joined].x()
    qtbot.keyClick(by_id[joined], Qt.Key.Key_Left)
    assert panel.focusWidget() in (by_id[made[0]], by_id[made[1]])
    with qtbot.waitSignal(graph.recommendation_requested):
        qtbot.keyClick(by_id[made[0]], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.sheet.record == made[0])
    panel.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: [button.step.id for button in graph.buttons if button.isChecked()] == [made[0]])
    by_id = {button.step.id: button for button in graph.buttons}
    qtbot.waitUntil(lambda: by_id[made[0]].x() > by_id[joined].x())


def test_the_trail_is_not_drawn_while_others_see_the_screen(qtbot, panel, made, workplace):
    choose(qtbot, panel, made[0])
    graph = panel.sheet.trail.graph
    qtbot.waitUntil(lambda: len(graph.buttons) > 1)
    workplace.hall.toggle()
    panel.refresh()
    choose(qtbot, panel, made[0])
    qtbot.waitUntil(lambda: len(graph.buttons) == 0)


def test_a_step_that_is_a_note_leads_to_the_note(qtbot, panel, made):
    choose(qtbot, panel, made[0])
    graph = panel.sheet.trail.graph
    qtbot.waitUntil(lambda: [button.step.id for button in graph.buttons if button.isChecked()] == [made[0]])
    note = next(button for button in graph.buttons if button.step.kind == "note")
    with qtbot.waitSignal(panel.note_requested) as wished:
        note.click()
    assert wished.args == [note.step.id]


def test_shipped_tags_are_offered_and_shown_in_the_language_of_the_window(qtbot, panel, made, workplace):
    interface.use("zh")
    panel.retranslate()
    row = panel.sheet.tags.row("group")
    assert "儿童" in row._words.stringList()
    row.line.setText("儿童")
    row.line.returnPressed.emit()
    qtbot.waitUntil(lambda: len(row._chips) == 1)
    assert row._chips[0].text().startswith("儿童")
    assert [tag.name for tag in workplace.ask(lambda reader: sheet(reader, made[0])).tags] == ["Children"]
    interface.use("fr")
    panel.retranslate()
    assert row._chips[0].text().startswith("Enfants")
    panel.filter.words.setText("Enfants")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)


def test_every_page_speaks_every_language_and_names_what_takes_the_focus(qtbot, panel, two):
    for open_page in (panel.waiting.open_strengths, panel.waiting.open_alike):
        open_page()
        for language in ("ar", "zh", "en", "fr", "ru", "es"):
            interface.use(language)
            panel.retranslate()
        nameless = [
            widget
            for widget in panel.findChildren(QWidget)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and widget.isVisible()
            and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
        ]
        assert nameless == []


def test_a_wording_for_both_that_was_not_used_yet_is_there_again_after_a_crash(qtbot, panel, two, workplace):
    panel.waiting.open_alike()
    panel.waiting.join.text.setPlainText("A calendar of visits may be shared.")
    panel.drafts.flush()
    [(place, text)] = workplace.desk.drafts_beginning("join:").items()
    assert text == "A calendar of visits may be shared."
    panel.waiting.join.joint = None  # another window on the same desk has none
    panel.waiting.open_alike()
    assert panel.waiting.join.text.text() == "A calendar of visits may be shared."
    panel.waiting.join.join.click()
    panel.drafts.flush()
    assert workplace.desk.draft(place) == ""


def test_parts_that_were_not_used_yet_are_there_again_after_a_crash(qtbot, panel, two, workplace):
    panel.waiting.open_split(held(workplace, two[0]))
    panel.waiting.split.parts.setPlainText("Share a calendar.\nShare it soon.")
    panel.drafts.flush()
    panel.waiting.split.forget()
    panel.waiting.open_split(held(workplace, two[0]))
    assert panel.waiting.split.parts.text() == "Share a calendar.\nShare it soon."
    panel.waiting.split.split.click()
    panel.drafts.flush()
    assert workplace.desk.drafts_beginning("split:") == {}


def test_a_wording_that_nobody_touched_leaves_no_draft(panel, two, workplace):
    panel.waiting.open_alike()
    panel.waiting.open_split(held(workplace, two[0]))
    panel.drafts.flush()
    assert workplace.desk.drafts_beginning("") == {}
