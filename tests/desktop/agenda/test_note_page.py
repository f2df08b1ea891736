"""A concept note beside what was understood of it: marks, corrections, what is left out."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.agenda.concept_note import ConceptNote, Found
from hrdesk.desktop.agenda.note_page import KEY, LINE, NotePage
from hrdesk.desktop.shell.jobs import Jobs
from hrdesk.files.document import ForeignText, Line
from hrdesk.language import LANGUAGES, interface
from hrdesk.paths import resources_folder
from hrdesk.records import GuidingQuestion

TEXT = ForeignText(
    (
        Line("Workshop on early warning", 1),
        Line("", 2),
        Line("Item 1. Sharing of information", 3),
        Line("How can information be shared?", 4),
        Line("Something nobody understood", 5),
    )
)
NOTE = ConceptNote(
    (
        Found("consultation", "consultation", {"title": "Workshop on early warning"}, (1, 1)),
        Found(
            "agenda_item-1",
            "agenda_item",
            {"number": "1", "title": "Sharing of information", "consultation": "consultation"},
            (3, 4),
        ),
        Found(
            "guiding_question-1",
            "guiding_question",
            {"owner": "agenda_item-1", "text": "How can information be shared?"},
            (4, 4),
        ),
    ),
    (TEXT.lines[4],),
)


@pytest.fixture
def page(qtbot, qapp):
    """Give the page with a short note."""
    made = NotePage(Jobs())
    qtbot.addWidget(made)
    made.resize(1000, 640)
    made.show()
    made.show_note(TEXT, NOTE)
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def choose(page, key):
    page._list.setCurrentItem(page._item(key))


def marked(page):
    strong = [one for one in page._text.extraSelections() if one.format.background().color().alpha() > 40]
    return sorted({one.cursor.blockNumber() + 1 for one in strong})


def test_choosing_an_entry_marks_its_lines(page):
    assert marked(page) == [1]
    choose(page, "agenda_item-1")
    assert marked(page) == [3, 4]


def test_going_to_a_line_chooses_the_entry_that_says_most_about_it(page):
    cursor = page._text.textCursor()
    cursor.setPosition(page._text.document().findBlockByNumber(3).position())
    page._text.setTextCursor(cursor)
    assert page._list.currentItem().data(0, KEY) == "guiding_question-1"


def test_what_was_not_understood_is_listed_and_marked(page):
    last = page._list.topLevelItem(page._list.topLevelItemCount() - 1)
    assert last.text(0) == "Not understood (1)"
    assert last.child(0).data(0, LINE) == 5
    page._list.setCurrentItem(last.child(0))
    assert marked(page) == [5]


def test_a_correction_is_what_is_saved(qtbot, page):
    choose(page, "guiding_question-1")
    text = next(entry.widget for _label, entry in page._form._rows if entry.info.name == "text")
    text.setFocus()
    text.selectAll()
    qtbot.keyClicks(text, "How could it be shared?")
    with qtbot.waitSignal(page.kept) as kept:
        page._keep.click()
    saved = {one["key"]: one["values"] for one in kept.args[0]}
    assert saved["guiding_question-1"]["text"] == "How could it be shared?"


def test_a_field_the_note_does_not_say_can_be_filled_in(qtbot, page):
    choose(page, "consultation")
    city = next(entry.widget for _label, entry in page._form._rows if entry.info.name == "city")
    city.setFocus()
    qtbot.keyClicks(city, "Geneva")
    choose(page, "agenda_item-1")
    assert page._understood.piece("consultation").values["city"] == "Geneva"


def test_what_is_unticked_is_not_saved_and_nothing_points_at_it(qtbot, page):
    page._item("agenda_item-1").setCheckState(0, Qt.CheckState.Unchecked)
    with qtbot.waitSignal(page.kept) as kept:
        page._keep.click()
    saved = {one["key"]: one["values"] for one in kept.args[0]}
    assert set(saved) == {"consultation", "guiding_question-1"}
    assert "owner" not in saved["guiding_question-1"]


def test_what_is_handed_over_is_what_the_command_takes(qtbot, page, workplace):
    with qtbot.waitSignal(page.kept) as kept:
        page._keep.click()
    made = workplace.run("take-concept-note", found=kept.args[0])
    assert made["records"] == 4
    assert "How can information be shared?" in [
        one.text for one in workplace.ask(lambda reader: reader.every(GuidingQuestion))
    ]


def test_a_real_note_is_read_in_another_thread(qtbot, page):
    page.read(resources_folder() / "samples" / "concept-note.txt")
    assert not page._keep.isEnabled()
    qtbot.waitUntil(page._keep.isEnabled, timeout=20_000)
    assert page.title.startswith("Early warning")
    assert len(page._understood.pieces) > 40


def test_a_note_that_is_missing_is_told(qtbot, page, tmp_path):
    with qtbot.waitSignal(page.failed):
        page.read(tmp_path / "missing.docx")


def test_the_page_speaks_another_language_at_once(page):
    for language in LANGUAGES:
        interface.use(language)
        page.retranslate()
        assert page._keep.text() == interface._("Keep as a new desk…")
