"""Vocabularies are looked at with version and source, and a desk's own words are kept by keys."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.notes.cards import ASIDE, BODY, STRONG
from hrdesk.notes.terms import terms
from hrdesk.records import Action, Tag


@pytest.fixture
def page(qtbot, panel):
    panel.waiting.open_vocabulary()
    shown = panel.waiting.vocabulary
    qtbot.waitUntil(lambda: shown.isVisible() and shown.model.rowCount() == len(terms("theme")))
    return shown


def test_shipped_words_stand_with_their_source_and_the_other_languages(page):
    assert page.source.text().startswith("Version 1. Source: ")
    assert "shipped" in page.model.index(0).data(ASIDE)
    assert terms("theme")[0].word("zh") in page.model.index(0).data(BODY)
    page.scheme.setCurrentIndex(page.scheme.findData("area"))
    page.scheme.activated.emit(page.scheme.currentIndex())
    assert page.model.index(0).data(STRONG) == "Information-sharing"
    assert page.line.isHidden()


def test_a_word_is_added_renamed_and_deleted_by_keys(qtbot, page, workplace):
    shipped = len(terms("theme"))
    qtbot.keyClicks(page.line, "Witnesses")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.rowCount() == shipped + 1)
    page.list.setCurrentIndex(page.model.index(shipped))
    qtbot.keyClick(page.list, Qt.Key.Key_F2)
    assert page.line.text() == "Witnesses"
    page.line.setText("Protection of witnesses")
    qtbot.keyClick(page.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.index(shipped).data(STRONG) == "Protection of witnesses")
    assert len(workplace.ask(lambda reader: reader.every(Tag))) == 1
    page.list.setCurrentIndex(page.model.index(shipped))
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.model.rowCount() == shipped)


def test_actions_inside_a_recommendation_are_alternatives_to_each_other(qtbot, panel, made, workplace):
    part = panel.sheet.actions_inside
    for words in ("Train staff", "Second staff"):
        part.new.setText(words)
        qtbot.keyClick(part.new, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(part.rows) == 2)
    held = workplace.ask(lambda reader: reader.every(Action, recommendation=made[0]))
    row = part.rows[held[1].id]
    row.alternative.setCurrentIndex(row.alternative.findData(held[0].id))
    row.alternative.activated.emit(row.alternative.currentIndex())
    again = workplace.ask(lambda reader: reader.get(Action, held[1].id))
    assert again.alternative_to == held[0].id
    row.removed.emit()
    qtbot.waitUntil(lambda: len(part.rows) == 1)
