"""Search over the window: results while one types, marked by more than colour; Enter goes to the record in its room."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.shell.result_list import marked_html
from hrdesk.desktop.shell.search_box import SearchBox, look
from hrdesk.desktop.shell.way import way_to
from hrdesk.records import KINDS


@pytest.fixture
def box(opened, qtbot):
    """Give the search, open over the window with the small desk."""
    opened.menus.qt_action("edit.search").trigger()
    return opened.findChild(SearchBox)


def search(qtbot, box, words):
    box.line.setText(words)
    qtbot.waitUntil(lambda: not box._rest.isActive() and box._workplace.is_idle)


def headings(box):
    return [box.results.item(at).text() for at in range(box.results.count())]


def test_there_is_nothing_to_search_on_the_start_page(window):
    assert not window.menus.qt_action("edit.search").isEnabled()
    window.menus.qt_action("edit.search").trigger()
    assert window.findChild(SearchBox) is None


def test_results_come_while_one_types(qtbot, box):
    search(qtbot, box, "inform")
    assert any("Sharing of information" in one for one in headings(box))
    search(qtbot, box, "zzz")
    assert box.results.count() == 0
    assert "Nothing was found" in box.told.text()


def test_what_was_found_is_marked_without_colour():
    assert marked_html("a <b> c", ((2, 5),)) == "a <b><u>&lt;b&gt;</u></b> c"


def test_enter_goes_to_the_record_in_its_room(qtbot, box, opened):
    search(qtbot, box, "african union")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert opened.rooms.current == "agenda"
    person = opened.rooms.panel("agenda").tree.record
    held = opened.workplace.ask(lambda reader: reader.get(KINDS["person"], person))
    assert held.affiliation == "African Union"
    assert not box.isVisible()


def test_enter_before_the_answer_goes_when_it_comes(qtbot, box, opened):
    box.line.setText("african union")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert opened.rooms.current == "agenda"


def test_arrows_walk_through_the_results_and_escape_leaves(qtbot, box):
    search(qtbot, box, "information")
    assert box.results.count() > 1
    qtbot.keyClick(box.line, Qt.Key.Key_Down)
    assert box.results.currentRow() == 1
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_note_is_found_with_its_session_and_shown_in_the_room_of_notes(qtbot, box, opened):
    session = opened.workplace.ask(lambda reader: reader.every(KINDS["session"]))[0]
    note = opened.workplace.run("keep-note", session=session.id, text="Les négociations sur l’eau")["id"]
    (one,) = opened.workplace.ask(lambda reader: look(reader, "negociation", "confidential"))
    assert (one.room, one.record) == ("notes", note)
    assert session.title in one.heading
    search(qtbot, box, "negociation")
    qtbot.keyClick(box.line, Qt.Key.Key_Return)
    assert opened.rooms.current == "notes"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_has_a_way(opened, kind):
    room, _record = opened.workplace.ask(lambda reader: way_to(reader, KINDS[kind]("x" * 26)))
    assert opened.rooms.panel(room) is not None


def test_searching_again_finds_the_words_of_before_chosen(qtbot, box, opened):
    search(qtbot, box, "information")
    qtbot.keyClick(box.line, Qt.Key.Key_Escape)
    opened.menus.qt_action("edit.search").trigger()
    assert box.line.selectedText() == "information"


def test_nothing_of_a_desk_stays_on_the_screen_when_it_is_closed(qtbot, box, opened):
    search(qtbot, box, "information")
    opened.leave_desk()
    qtbot.waitUntil(lambda: not box.isVisible())
    assert box.line.text() == ""
    assert box.results.count() == 0
