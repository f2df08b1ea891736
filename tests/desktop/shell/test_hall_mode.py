"""Hall mode in the whole window: what is confidential is hidden everywhere, and words say so."""

import json

import pytest
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QLabel, QLineEdit, QPlainTextEdit

from hrdesk.desk import Desk
from hrdesk.desktop.shell.room_titles import ROOMS
from hrdesk.desktop.shell.search_box import SearchBox
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

SECRET = "Xyzzy"
OPEN = "Plugh"


@pytest.fixture
def small(workplace, window, profile):
    """Give a desk that holds something open and something confidential in each room."""
    workplace.desk.close()
    desk = Desk.open(workplace.path, Profile(profile))

    def run(command, **arguments):
        return desk.run(COMMANDS[command], **arguments)

    said = {}
    for sensitivity, word in (("public", OPEN), ("confidential", SECRET)):
        said[word] = run("add", kind="session", title=f"{word} session", sensitivity=sensitivity)["id"]
    for sensitivity, word in (("public", OPEN), ("confidential", SECRET)):
        note = run("keep-note", session=said[OPEN], text=f"{word} was noted", sensitivity=sensitivity)["id"]
        run("make-recommendation", notes=[note], text=f"{word} shall be")
    run("keep-note", session=said[SECRET], text=f"{SECRET} was said behind closed doors", sensitivity="confidential")
    run("add", kind="person", name=f"{SECRET} Frobozz", protected=True, pseudonym="Speaker 7")
    run("compose-outcome")
    desk.close()
    return workplace.path


@pytest.fixture
def shown(opened, qtbot):
    """Give a way to show a room and read every word in it, when nothing is on its way any more."""

    def settle():
        qtbot.waitUntil(lambda: opened.workplace.is_idle, timeout=10_000)
        qtbot.wait(20)
        qtbot.waitUntil(lambda: opened.workplace.is_idle, timeout=10_000)

    def words(room):
        opened.open_room(room)
        settle()
        panel = opened.rooms.panel(room)
        told = [label.text() for label in opened.rooms.findChildren(QLabel) if label.isVisible()]
        return "\n".join([*told, *_of_models(panel)]) if panel.isVisible() else "\n".join(told)

    opened.rooms.all()
    settle()
    return words


def _of_models(panel):
    """Give every line of every list, tree and box in a room."""

    def walk(model, above):
        for row in range(model.rowCount(above)):
            index = model.index(row, 0, above)
            yield str(index.data() or "")
            yield from walk(model, index)

    for view in panel.findChildren(QAbstractItemView):
        if view.isVisible() and view.model() is not None:
            yield from walk(view.model(), view.rootIndex())
    for box in panel.findChildren(QComboBox):
        if box.isVisible():
            yield from walk(box.model(), box.rootModelIndex())
    for line in panel.findChildren(QLineEdit):
        if line.isVisible():
            yield line.text()
    for text in panel.findChildren(QPlainTextEdit):
        if text.isVisible():
            yield text.toPlainText()


@pytest.mark.parametrize("room", ["agenda", "notes", "recommendations", "outcome", "translation"])
def test_each_room_shows_the_desk_all_and_the_hall_nothing_confidential(opened, shown, room):
    before = shown(room)
    assert OPEN in before
    assert SECRET in before
    opened.hall.toggle()
    hidden = shown(room)
    assert SECRET not in hidden
    assert "while others can see this screen" in hidden
    assert (OPEN in hidden) is (room != "translation")
    opened.hall.toggle()
    after = shown(room)
    assert SECRET in after
    assert "while others can see this screen" not in after


@pytest.mark.parametrize("room", [name for name, _title in ROOMS])
def test_a_room_that_is_built_in_hall_mode_hides_from_the_start(opened, shown, room):
    opened.hall.toggle()
    assert SECRET not in shown(room)


def test_a_note_that_comes_in_hall_mode_is_counted_and_not_shown(opened, shown):
    place = opened.workplace
    opened.hall.toggle()
    shown("notes")
    panel = opened.rooms.panel("notes")
    before = panel.hidden
    session = panel._sitting.session.id
    place.run("keep-note", session=session, text=f"{SECRET} again", sensitivity="confidential")
    assert SECRET not in shown("notes")
    assert panel.hidden == before + 1
    place.desk.undo()
    shown("notes")
    assert panel.hidden == before


def test_the_search_asks_for_the_hall_while_it_sees_the_window(opened, qtbot):
    opened.menus.qt_action("edit.search").trigger()
    box = opened.findChild(SearchBox)

    def found():
        qtbot.waitUntil(lambda: not box._rest.isActive() and opened.workplace.is_idle)
        return [box.results.item(at).text() for at in range(box.results.count())]

    box.line.setText(SECRET)
    assert found()
    opened.menus.qt_action("view.hall").trigger()
    assert not any(SECRET in one for one in found())
    opened.menus.qt_action("view.hall").trigger()
    assert any(SECRET in one for one in found())


def test_the_menu_the_key_and_the_line_at_the_foot_agree(opened):
    action = opened.menus.qt_action("view.hall")
    assert action.shortcuts()[0].toString() == "Ctrl+Shift+H"
    assert not opened.status._hall.isVisible()
    action.trigger()
    assert opened.hall.is_on
    assert action.isChecked()
    assert "confidential is hidden" in opened.status._hall.text()
    opened.use_language("fr")
    assert opened.status._hall.isVisible()
    opened.hall.toggle()
    assert not action.isChecked()
    assert not opened.status._hall.isVisible()


def test_who_opts_out_of_it_coming_by_itself_is_remembered(opened, profile):
    action = opened.menus.qt_action("view.hall_by_itself")
    assert action.isChecked()
    action.trigger()
    assert not opened.hall.is_by_itself
    assert not action.isChecked()
    assert json.loads((profile / "settings.json").read_text("utf-8"))["hall"] is False


def test_all_rooms_have_the_hall_of_the_window(opened):
    assert opened.workplace.hall is opened.hall
    assert opened.rooms.panel("floor").stage.hall is opened.hall


def test_no_room_has_another_use_for_the_key(opened):
    for name, _title in ROOMS:
        opened.open_room(name)
        made = [one for _told, one in (*opened.menus._table, *opened.menus._room)]
        keys = [keys.toString() for one in made for keys in one.shortcuts()]
        assert keys.count("Ctrl+Shift+H") == 1


def test_neither_the_title_bar_nor_the_menus_name_a_file_to_the_hall(opened, small):
    recent = next(menu for label, menu in opened.menus._submenus if "ecent" in label)
    opened.menus.menu("file").aboutToShow.emit()
    assert small.name in opened.windowTitle()
    assert len(recent.actions()) == 1
    opened.hall.toggle()
    assert opened.windowTitle() == "hrdesk"
    assert recent.actions() == []
    opened.start_requested.emit()
    assert opened.start_page._recent.count() == 0
    opened.hall.toggle()
    assert len(recent.actions()) == 1
