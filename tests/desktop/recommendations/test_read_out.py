"""The hall reads the text under discussion: large, one after the other, and nothing that is not public."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.recommendations.read_out_screen import PassageBody, ReadOutScreen
from hrdesk.desktop.recommendations.read_out_words import Passage, PassageLine, Reading, Shown, read_for_the_hall, shown

HEAD = 100


@pytest.fixture
def four(qtbot, panel, workplace) -> list[str]:
    """Open the negotiation of four: the first and the last are public, one is restricted, one confidential."""
    told = (("One.", "public"), ("Two.", "restricted"), ("Three.", "confidential"), ("Four.", "public"))
    ids = [
        workplace.run("make-recommendation", notes=[], text=text, sensitivity=sensitivity)["id"]
        for text, sensitivity in told
    ]
    workplace.run("open-negotiation-several", recommendations=ids)
    qtbot.waitUntil(lambda: panel.model.row_of(ids[-1]) >= 0)
    return ids


@pytest.fixture
def screen(qtbot, panel, four):
    """Give the screen of the hall, opened on the first of the four."""
    panel.show_recommendation(four[0])
    qtbot.waitUntil(lambda: panel.sheet.record == four[0])
    panel.doing.show_to_the_hall()
    qtbot.waitUntil(lambda: panel.read_out.screen.body.accessibleName() == "One.")
    yield panel.read_out.screen
    panel.read_out.close()


def words(screen) -> str:
    return screen.body.accessibleName()


def test_the_hall_steps_through_what_is_public_and_through_nothing_else(qtbot, panel, four, screen, workplace):
    told: list[str] = []
    workplace.kept.connect(told.append)
    assert (screen.number.text, screen.place.text, screen.status.text) == (
        "Recommendation 4",
        "1 of 2",
        "Under negotiation",
    )
    qtbot.keyClick(screen, Qt.Key.Key_PageDown)
    assert (words(screen), screen.place.text) == ("Four.", "2 of 2")
    qtbot.waitUntil(lambda: panel.sheet.record == four[3])
    qtbot.keyClick(screen, Qt.Key.Key_PageDown)
    assert words(screen) == "Four."
    qtbot.keyClick(screen, Qt.Key.Key_PageUp)
    assert words(screen) == "One."


def test_the_desk_is_told_how_many_the_hall_does_not_see(qtbot, panel, four, workplace):
    told: list[str] = []
    workplace.kept.connect(told.append)
    panel.read_out.toggle()
    qtbot.waitUntil(lambda: any("2 recommendations are not public" in one for one in told))
    panel.read_out.close()


def test_whoever_begins_with_what_is_not_public_begins_with_the_next_that_is(qtbot, panel, four):
    panel.show_recommendation(four[1])
    qtbot.waitUntil(lambda: panel.sheet.record == four[1])
    panel.doing.show_to_the_hall()
    qtbot.waitUntil(lambda: words(panel.read_out.screen) == "Four.")
    panel.read_out.close()


def test_the_hall_sees_a_new_wording_at_once(qtbot, four, screen, workplace):
    workplace.run("reword", recommendation=four[0], text="One [and] [or] two.")
    qtbot.waitUntil(lambda: words(screen) == "One [and] [or] two.")
    workplace.run("propose-alternative", recommendation=four[0], text="Neither.", proposed_by="Council of Europe")
    qtbot.waitUntil(lambda: "Neither." in words(screen))
    assert "Council" not in screen.body._html
    assert "4 bis." in screen.body._html


def test_a_text_that_becomes_confidential_goes_from_the_hall_at_once(qtbot, four, screen, workplace):
    workplace.run("edit", id=four[0], sensitivity="confidential")
    qtbot.waitUntil(lambda: words(screen) == "")
    assert (screen.number.text, screen.place.text) == ("", "")
    assert "One." not in screen.body._html


def test_the_screen_is_darkened_and_closed_by_keys(qtbot, panel, screen):
    qtbot.keyClick(screen, Qt.Key.Key_B)
    assert screen.is_dark
    panel.doing.read_out.darken()
    assert not screen.is_dark
    qtbot.keyClick(screen, Qt.Key.Key_Escape)
    assert not panel.read_out.is_shown


def line(text: str, language: str) -> PassageLine:
    return PassageLine(text, language, "", ((text, False),))


@pytest.mark.parametrize(
    ("language", "word"), [("en", "recommendation "), ("ar", "توصية "), ("zh", "建议"), ("ru", "рекомендация ")]
)
def test_letters_are_as_large_as_fits_and_a_long_text_goes_over_pages(qtbot, language, word):
    screen = ReadOutScreen()
    qtbot.addWidget(screen)
    screen.resize(640, 360)
    screen.show()
    sizes = []
    for count in (3, 60):
        passage = Passage("r", 1, "under_negotiation", language, (line(word * count, language),))
        screen.show_passage(Shown(passage, language))
        assert screen.body.pages == 1
        document = screen.body._document
        assert document is not None
        assert document.size().height() <= screen.body.height()
        sizes.append(document.defaultFont().pixelSize())
    assert sizes[0] > sizes[1]
    screen.show_passage(Shown(Passage("r", 1, "", language, (line(word * 900, language),)), language))
    assert screen.body.pages > 1
    assert screen.turn(1)
    assert screen.page.text.startswith("2 / ")
    assert not screen.body.turn(-2)
    is_mirrored = screen.layoutDirection() == Qt.LayoutDirection.RightToLeft
    assert is_mirrored == (language == "ar")
    screen.grab()


def test_an_empty_screen_and_an_empty_body_hold(qtbot):
    screen = ReadOutScreen()
    qtbot.addWidget(screen)
    screen.show_passage(shown(Reading(), ""))
    screen.grab()
    assert isinstance(screen.body, PassageBody)
    assert not screen.turn(1)


def test_what_is_beside_skips_what_is_hidden_and_ends_at_the_ends():
    reading = Reading(tuple(Passage(one, 1, "", "en", ()) for one in "bd"), hidden=2, order=("a", "b", "c", "d"))
    assert [reading.beside(one, 1) for one in "abcd"] == ["b", "d", "d", ""]
    assert [reading.beside(one, -1) for one in "abcd"] == ["", "", "b", "b"]
    assert [reading.nearest(one) for one in ("a", "b", "c", "x", "")] == ["b", "b", "d", "b", "b"]


def test_an_alternative_that_is_stricter_than_its_text_is_not_read_out(workplace):
    made = workplace.run("make-recommendation", notes=[], text="One.", sensitivity="public")["id"]
    told = [workplace.run("propose-alternative", recommendation=made, text=text)["id"] for text in ("Closed.", "Open.")]
    workplace.run("edit", id=told[0], sensitivity="confidential")
    [passage] = workplace.ask(read_for_the_hall).passages
    assert [line.text for line in passage.lines] == ["One.", "Open."]
    workplace.run("edit", id=told[1], sensitivity="restricted")
    [passage] = workplace.ask(read_for_the_hall).passages
    assert [line.pieces for line in passage.lines] == [(("One.", False),)]
