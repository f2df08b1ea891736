"""Search over the window: results while one types, marked by more than colour; Enter goes to the record in its room."""

from dataclasses import replace
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt

from hrdesk.desktop.shell.result_list import RESULT, marked_html
from hrdesk.desktop.shell.search_box import SearchBox, look
from hrdesk.desktop.shell.way import way_to
from hrdesk.records import KINDS
from hrdesk.store.narrowing import EVERYTHING


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


@pytest.fixture
def notes(opened):
    """Keep a challenge that a person named and a quotation, each in another class."""
    run = opened.workplace.run
    session = opened.workplace.ask(lambda reader: reader.every(KINDS["session"]))[0].id
    person = run("add", kind="person", name="Chief Justice")["id"]
    first = run(
        "keep-note", session=session, text="zebra", note_kind="challenge", speaker=person, sensitivity="restricted"
    )
    second = run("keep-note", session=session, text="zebra", note_kind="quotation", sensitivity="confidential")
    run("tag", item=second["id"], name="dungeon")
    return first["id"], second["id"]


def found(qtbot, box, words="zebra"):
    search(qtbot, box, words)
    return [box.results.item(at).data(RESULT).record for at in range(box.results.count())]


def choose(qtbot, box, chosen, word):
    chosen.setCurrentIndex(chosen.findText(word))
    qtbot.waitUntil(lambda: not box._rest.isActive() and box._workplace.is_idle)
    return [box.results.item(at).data(RESULT).record for at in range(box.results.count())]


def test_a_search_is_narrowed_by_lists_and_says_so_while_they_are_closed(qtbot, notes, box):
    assert set(found(qtbot, box)) == set(notes)
    box.narrow.click()
    assert box.filters.session.hasFocus()
    assert choose(qtbot, box, box.filters.kind, "Challenge") == [notes[0]]
    assert choose(qtbot, box, box.filters.sensitivity, "● Confidential") == []
    assert "without the filters" in box.told.text()
    box.narrow.click()
    assert box.isVisible()
    assert box.line.hasFocus()
    assert box.wanted.text() == "Only: Challenge  ·  ● Confidential"
    box.filters.all.click()
    qtbot.waitUntil(lambda: box.results.count() == len(notes))
    assert not box.wanted.isVisible()


def test_speaker_and_tag_are_chosen_by_name(qtbot, notes, box):
    found(qtbot, box)
    assert choose(qtbot, box, box.filters.speaker, "Chief Justice") == [notes[0]]
    box.filters.clear()
    assert choose(qtbot, box, box.filters.tag, "#dungeon") == [notes[1]]


def test_a_time_is_told_by_the_clock_of_the_venue(qtbot, notes, box):
    found(qtbot, box)
    box.filters.offer(replace(box.filters._offers, zone=ZoneInfo("Africa/Nairobi")))
    box.filters.since.setText("2012-12-12 09:30")
    assert box.filters.wanted.narrowing.since == "2012-12-12T06:30:00Z"
    assert box.filters.told == "from 2012-12-12 09:30"
    box.filters.until.setText("٢٠١٢-١٢-١٢")
    assert box.filters.wanted.narrowing.until == "2012-12-12T21:00:00Z"
    box.filters.clear()
    assert box.filters.wanted == (None, EVERYTHING)


def test_what_is_no_time_does_not_count_and_is_told(qtbot, notes, box):
    box.narrow.click()
    box.filters.since.setText("2012-1")
    assert box.filters.wrong.isVisible()
    assert "“2012-1” is no time yet" in box.filters.wrong.text()
    assert box.filters.wanted == (None, EVERYTHING)
    assert set(found(qtbot, box)) == set(notes)
    box.filters.clear()
    assert not box.filters.wrong.isVisible()


def test_everything_is_narrowed_by_keys_alone(qtbot, notes, box):
    found(qtbot, box)
    filters = box.filters

    def press(key):
        qtbot.keyClick(box.focusWidget(), key)

    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    for chosen in filters._boxes:
        assert chosen.hasFocus()
        press(Qt.Key.Key_Down)
        assert chosen.currentIndex() == 1
        press(Qt.Key.Key_Tab)
    for time, day in zip(filters._times, ("2000-01-01", "2100-01-01"), strict=True):
        assert time.hasFocus()
        qtbot.keyClicks(time, day)
        press(Qt.Key.Key_Tab)
    assert filters.told.count("·") == len(filters._boxes) + len(filters._times) - 1
    assert filters.all.hasFocus()
    press(Qt.Key.Key_Return)
    assert filters.wanted == (None, EVERYTHING)
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Return)
    assert box.line.hasFocus()
    qtbot.waitUntil(lambda: box.results.count() == len(notes) and box._workplace.is_idle)
    press(Qt.Key.Key_Return)
    assert not box.isVisible()


def test_in_hall_mode_nobody_is_offered_and_nothing_confidential_is_found(qtbot, notes, box, opened):
    found(qtbot, box)
    choose(qtbot, box, box.filters.speaker, "Chief Justice")
    opened.hall.toggle()
    qtbot.waitUntil(lambda: box._workplace.is_idle and not box.filters.speaker.isEnabled())
    assert box.filters.wanted.narrowing == EVERYTHING
    assert box.filters.tag.findText("#dungeon") < 0
    assert found(qtbot, box) == [notes[0]]
    opened.hall.toggle()


def test_escape_in_a_list_leaves_and_every_control_has_a_name(qtbot, notes, box):
    box.narrow.click()
    controls = [*box.filters._boxes, *box.filters._times]
    assert all(one.accessibleName() for one in controls)
    qtbot.keyClick(box.filters.kind, Qt.Key.Key_Escape)
    assert not box.isVisible()


@pytest.mark.parametrize("kind", ["alternative", "amendment", "reservation", "wording_version"])
def test_what_was_negotiated_opens_with_its_recommendation(opened, kind):
    made = opened.workplace.run("add", kind="recommendation", text="zebra")["id"]
    way = opened.workplace.ask(lambda reader: way_to(reader, KINDS[kind]("x" * 26, recommendation=made)))
    assert way == ("recommendations", made)
