"""The page that feeds the last session: suggestions become recommendations, themes stand in order of preference."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.agenda.queries import sessions
from hrdesk.desktop.recommendations.theme_table import FIRST, POINTS, THEME, WHO
from hrdesk.recommendations.queries import sheet


@pytest.fixture
def page(qtbot, panel, workplace):
    """Give the page with two suggestions, one of them confidential, and the preferences of two regions."""
    session = workplace.ask(sessions)[0].id
    for text, sensitivity in (("Invite the treaty bodies.", "restricted"), ("Name the case.", "confidential")):
        workplace.run("keep-note", session=session, text=text, note_kind="suggestion", sensitivity=sensitivity)
    for region, theme, second in (("Africa", "Torture", "Migrants"), ("Europe", "TORTURE", "Women")):
        made = workplace.run("add", kind="regional_consultation", region=region, recommended_theme=theme)["id"]
        workplace.run("add", kind="theme_preference", regional_consultation=made, theme=second, rank=1)
    panel.waiting.open_wrap_up()
    qtbot.waitUntil(lambda: panel.waiting.wrap_up.model.rowCount() == 2)
    return panel.waiting.wrap_up


def test_a_suggestion_becomes_a_recommendation_by_one_key(qtbot, panel, page, workplace):
    page.list.setCurrentIndex(page.model.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: panel.sheet.wording.text.text() == "Invite the treaty bodies.")
    made = panel.sheet.record
    assert [note.text for note in workplace.ask(lambda reader: sheet(reader, made)).notes] == [
        "Invite the treaty bodies."
    ]


def test_the_hall_sees_no_confidential_suggestion(qtbot, page, workplace):
    workplace.hall.toggle()
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)
    assert "1 confidential item" in page._suggestions.text()
    workplace.hall.toggle()


def test_themes_stand_in_order_with_first_choices_points_and_who(page):
    table = page.themes.themes
    cells = [[table.index(row, column).data() for column in (THEME, FIRST, POINTS)] for row in range(3)]
    assert cells == [["Torture", "2", "4"], ["Migrants", "0", "1"], ["Women", "0", "1"]]
    assert table.index(0, WHO).data() == "Africa: 1  ·  Europe: 1"
    page.themes.grab()


def test_escape_goes_back(qtbot, panel, page):
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.isVisible())
