"""A text is negotiated in the window: proposals are compared, decided one by one, and nothing that stood is lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.notes.cards import ASIDE, STRONG
from hrdesk.desktop.recommendations.panel import SEVERAL
from hrdesk.desktop.recommendations.sheet import NEGOTIATION
from hrdesk.language import interface
from hrdesk.records import Alternative, Amendment, Recommendation, Reservation, Validation, WordingVersion

TEXT = "Appoint focal points."


def held(workplace, record: str) -> Recommendation:
    found = workplace.ask(lambda reader: reader.get(Recommendation, record))
    assert found is not None
    return found


def every(workplace, noun, **narrowed):
    return workplace.ask(lambda reader: reader.every(noun, **narrowed))


@pytest.fixture
def page(qtbot, panel):
    """Give the page of negotiation of the first recommendation, as it is shown."""
    panel.doing.show_negotiation()
    qtbot.waitUntil(lambda: panel.sheet.negotiation.held is not None)
    return panel.sheet.negotiation


def heads(page) -> list[str]:
    return [row.head for row in page.model.rows]


def go_to(qtbot, page, head: str) -> None:
    qtbot.waitUntil(lambda: head in heads(page))
    page.list.setCurrentIndex(page.model.index(heads(page).index(head)))
    qtbot.waitUntil(lambda: page.detail.row is not None and page.detail.row.head == head)


def propose(qtbot, page, kind: str, text: str, who: str = "African Union", keys: str = "") -> None:
    count = page.model.rowCount()
    page.propose(kind)
    page.box.who.line.setText(who)
    page.box.text.setPlainText(text)
    qtbot.keyClick(page.box.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.model.rowCount() > count)


def test_an_amendment_is_taken_down_compared_and_applied_by_keys(qtbot, panel, page, made, workplace):
    propose(qtbot, page, "text", "Appoint permanent focal points.")
    assert panel.sheet.tabs.tabText(NEGOTIATION) == "Negotiation (1)"
    (one,) = every(workplace, Amendment)
    assert (one.proposed_by, one.base) == ("African Union", TEXT)
    go_to(qtbot, page, "Change of the text")
    assert "<b><u>permanent</u></b>" in page.detail.told.text()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Version 1" in heads(page))
    assert held(workplace, made[0]).text == "Appoint permanent focal points."
    assert [version.text for version in every(workplace, WordingVersion)] == [TEXT]
    assert panel.sheet.tabs.tabText(NEGOTIATION) == "Negotiation"
    workplace.desk.undo()
    assert held(workplace, made[0]).text == TEXT


def test_an_amendment_is_rejected_and_waits_again(qtbot, page, workplace):
    propose(qtbot, page, "text", "Appoint nobody.")
    go_to(qtbot, page, "Change of the text")
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.waiting == 0)
    assert every(workplace, Amendment)[0].outcome == "rejected"
    go_to(qtbot, page, "Change of the text")
    qtbot.waitUntil(lambda: not page.detail.row.is_open)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.waiting == 1)


def test_an_amendment_of_a_text_that_has_moved_on_asks_for_the_final_wording(qtbot, page, made, workplace):
    propose(qtbot, page, "text", "Appoint permanent focal points.")
    workplace.run("reword", recommendation=made[0], text="Name focal points.")
    go_to(qtbot, page, "Change of the text")
    qtbot.waitUntil(lambda: page.detail.row.is_outdated)
    assert "moved on" in page.model.index(page.list.currentIndex().row()).data(ASIDE)
    assert page.detail.final.text() == "Name focal points."
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert held(workplace, made[0]).text == "Name focal points.", "no words are put together by a machine"
    page.detail.final.setPlainText("Name permanent focal points.")
    qtbot.keyClick(page.detail.final, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert held(workplace, made[0]).text == "Name permanent focal points."
    assert [one.text for one in every(workplace, WordingVersion)] == [TEXT, "Name focal points."]


def test_a_final_wording_being_made_stays_when_others_work(qtbot, page, made, workplace):
    propose(qtbot, page, "text", "Appoint permanent focal points.")
    workplace.run("reword", recommendation=made[0], text="Name focal points.")
    go_to(qtbot, page, "Change of the text")
    qtbot.waitUntil(lambda: page.detail.row.is_outdated)
    page.detail.final.setPlainText("Half a")
    workplace.run("reword", recommendation=made[0], text="Name the focal points.")
    qtbot.waitUntil(lambda: page.held.text == "Name the focal points.")
    assert page.detail.final.text() == "Half a"


def test_an_alternative_is_chosen_and_the_other_goes(qtbot, page, made, workplace):
    propose(qtbot, page, "alternative", "Name focal points.")
    propose(qtbot, page, "alternative", "Elect focal points.", "Council of Europe")
    assert heads(page)[:3] == ["Text 1", "Alternative 1 bis", "Alternative 1 ter"]
    assert page.waiting == 1, "the alternatives of one text are one decision"
    go_to(qtbot, page, "Alternative 1 ter")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.waiting == 0)
    assert held(workplace, made[0]).text == "Elect focal points."
    assert {one.outcome for one in every(workplace, Alternative)} == {"applied", "rejected"}


def test_brackets_are_settled_one_by_one(qtbot, panel, page, made, workplace):
    workplace.run("reword", recommendation=made[0], text="OHCHR [shall] [should] name them by [2013].")
    go_to(qtbot, page, "Square brackets in the text")
    qtbot.waitUntil(lambda: len(page.detail.choices) == 2)
    first = page.detail.choices[0]
    first.setCurrentIndex(first.findText("should"))
    page.detail.buttons[0].click()
    assert held(workplace, made[0]).text == "OHCHR should name them by [2013]."
    qtbot.waitUntil(lambda: len(page.detail.choices) == 1)
    page.detail.choices[0].setCurrentIndex(page.detail.choices[0].findText("None of it"))
    page.detail.buttons[0].click()
    assert held(workplace, made[0]).text == "OHCHR should name them by."


def test_a_text_with_brackets_is_not_adopted(qtbot, panel, made, workplace, refused):
    workplace.run("reword", recommendation=made[0], text="OHCHR [shall] [should] name them.")
    qtbot.waitUntil(lambda: "[shall]" in panel.sheet.wording.text.text())
    panel.doing.adopt()
    assert "brackets" in str(refused[0])
    assert held(workplace, made[0]).status == "under_negotiation"


def test_a_comment_and_a_reservation_are_recorded(qtbot, page, workplace):
    propose(qtbot, page, "comment", "Who pays for it?")
    page.propose("reservation")
    page.box.kind.setCurrentIndex(page.box.kind.findData("explanation"))
    page.box.kind.activated.emit(page.box.kind.currentIndex())
    page.box.who.line.setText("Delegation of a State")
    page.box.text.setPlainText("We read it as a wish.")
    page.box.keep.click()
    qtbot.waitUntil(lambda: "Explanation of position" in heads(page))
    (one,) = every(workplace, Reservation)
    assert (one.reservation_kind, one.body, one.text) == (
        "explanation",
        "Delegation of a State",
        "We read it as a wish.",
    )
    assert "Comment" in heads(page)


def test_a_delegation_is_found_by_two_letters(qtbot, page, workplace):
    page.propose("reservation")
    qtbot.waitUntil(lambda: bool(page.box.who._directory.entries))
    qtbot.keyClicks(page.box.who.line, "ken")
    assert page.box.who.offers.isVisible()
    qtbot.keyClick(page.box.who.line, Qt.Key.Key_Return)
    assert page.box.who.told("body") == {"delegation": "KEN"}
    assert page.box.who.line.text() == "Kenya"
    page.box.keep.click()
    qtbot.waitUntil(lambda: "Reservation" in heads(page))
    assert page.model.rows[heads(page).index("Reservation")].aside[0] == "Kenya"


def test_the_hall_is_told_nobody_while_it_sees_the_window(qtbot, page, workplace):
    workplace.hall.toggle()
    propose(qtbot, page, "text", "Appoint permanent focal points.")
    workplace.run(
        "record-reservation", recommendation=page.held.recommendation.id, body="Council of Europe", text="No."
    )
    qtbot.waitUntil(lambda: "Reservation" in heads(page))
    told = " ".join(str(page.model.index(row).data(role)) for row in range(2) for role in (STRONG, ASIDE, 0))
    assert "African Union" not in told
    assert "Council of Europe" not in told
    workplace.hall.toggle()


def test_what_is_being_proposed_survives_a_crash(qtbot, panel, page):
    page.propose("alternative")
    page.box.text.setPlainText("Half a new")
    panel.drafts.flush()
    qtbot.keyClick(page.box.text, Qt.Key.Key_Escape)
    assert not page.box.isVisible()
    page.propose("alternative")
    assert page.box.text.text() == "Half a new"
    page.box.give_up()
    page.propose("alternative")
    assert page.box.text.text() == TEXT


def test_an_earlier_version_is_compared_with_the_present_and_stands_again(qtbot, page, made, workplace):
    workplace.run("open-negotiation", recommendation=made[0])
    workplace.run("reword", recommendation=made[0], text="Name focal points.")
    go_to(qtbot, page, "Version 1")
    assert "<s>Appoint</s>" in page.detail.told.text()
    page.detail.buttons[0].click()
    assert held(workplace, made[0]).text == TEXT


def test_leaving_the_text_of_what_is_negotiated_keeps_a_version(qtbot, panel, page, made, workplace):
    panel.doing.open_negotiation()
    panel.sheet.wording.text.setPlainText("Appoint focal points now.")
    panel.sheet.wording.text.left.emit()
    assert [one.text for one in every(workplace, WordingVersion)] == [TEXT]


def test_a_text_is_adopted_ad_referendum_and_confirmed(qtbot, panel, page, made, workplace):
    panel.doing.decide()
    asked = panel.sheet.wording.deciding
    asked.way.setCurrentIndex(asked.way.findData("ad_referendum"))
    asked.by.setText("Plenary")
    qtbot.keyClick(asked.by, Qt.Key.Key_Return)
    assert held(workplace, made[0]).status == "adopted_ad_referendum"
    (one,) = every(workplace, Validation)
    assert (one.way, one.validated_by) == ("ad_referendum", "Plenary")
    qtbot.waitUntil(lambda: panel.sheet.wording.text.isReadOnly())
    assert panel.model.index(0).data(STRONG) == "1   (✓) Adopted ad referendum"
    go_to(qtbot, page, "Ad referendum")
    assert "this very text" in page.model.index(0).data(ASIDE)
    panel.doing.decide()
    asked.way.setCurrentIndex(asked.way.findData("confirmed"))
    qtbot.keyClick(asked.by, Qt.Key.Key_Return)
    assert held(workplace, made[0]).status == "adopted"


@pytest.mark.parametrize(("way", "status"), [("noted", "noted"), ("not_adopted", "not_adopted")])
def test_a_text_is_noted_or_not_adopted(qtbot, panel, made, workplace, way, status):
    panel.doing.decide()
    asked = panel.sheet.wording.deciding
    asked.way.setCurrentIndex(asked.way.findData(way))
    qtbot.keyClick(asked.way, Qt.Key.Key_Return)
    assert held(workplace, made[0]).status == status
    assert [one.way for one in every(workplace, Validation)] == [way]


def test_several_are_opened_and_adopted_ad_referendum_in_one_step_each(qtbot, panel, made, workplace):
    panel.list.selectAll()
    qtbot.waitUntil(lambda: panel.pages.currentIndex() == SEVERAL)
    panel.doing.open_negotiation()
    assert {held(workplace, one).status for one in made} == {"under_negotiation"}
    panel.doing.decide()
    asked = panel.together.deciding
    asked.way.setCurrentIndex(asked.way.findData("ad_referendum"))
    asked._decide.click()
    assert {held(workplace, one).status for one in made} == {"adopted_ad_referendum"}
    workplace.desk.undo()
    assert {held(workplace, one).status for one in made} == {"under_negotiation"}


def test_several_are_noted_in_one_step(qtbot, panel, made, workplace):
    panel.list.selectAll()
    qtbot.waitUntil(lambda: panel.pages.currentIndex() == SEVERAL)
    panel.together.deciding.decided.emit("note-recommendation", {"validated_by": "Plenary"})
    assert {held(workplace, one).status for one in made} == {"noted"}
    workplace.desk.undo()
    assert {held(workplace, one).status for one in made} == {"proposed"}


def test_the_page_speaks_every_language_and_names_all_it_shows(qtbot, panel, page, workplace, made):
    propose(qtbot, page, "text", "Appoint permanent focal points.")
    workplace.run("reword", recommendation=made[0], text="Name [focal] [contact] points.")
    qtbot.waitUntil(lambda: page.held.text.startswith("Name"))
    page.propose("text")
    for language in ("ar", "zh", "fr", "ru", "es", "en"):
        interface.use(language)
        panel.retranslate()
        assert page.box.kind.currentData() == "text"
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert nameless == []
