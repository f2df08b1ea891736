"""Every page of the recommendations, opened before others look on and while they do: nothing confidential stands there."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView

from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.desktop.shell.standing_words import standing_words

SECRET = "Xyzzy"
ALIKE = "States should establish a focal point for reprisals against defenders, and report on it every year, part"


@pytest.fixture
def small(workplace, window, profile):
    """Give a desk with two confidential recommendations that are alike, and an open one with confidential parts."""
    workplace.desk.close()
    desk = Desk.open(workplace.path, Profile(profile))

    def run(command, **arguments):
        return desk.run(COMMANDS[command], **arguments)["id"]

    with desk.looking() as reader:
        session = reader.value("SELECT id FROM session WHERE title = 'Opening'")
    kept = {"session": session, "sensitivity": "confidential"}
    for number in range(2):
        note = run("keep-note", text=f"{SECRET} noted {number}", **kept)
        made = run("make-recommendation", notes=[note], text=f"{SECRET}: {ALIKE} {number}.", language="en")
        for item, word, scheme in ((made, "tag", "free"), (note, "word", "free"), (made, "group", "cluster")):
            desk.run(COMMANDS["tag"], item=item, name=f"{SECRET} {word}", scheme=scheme)
        run("address", recommendation=made, name=f"{SECRET} body")
        run("add", kind="action", recommendation=made, text=f"{SECRET} action")
    person = run("add", kind="person", name=f"{SECRET} Frobozz", consent="withdrawn")
    notes = [
        run("keep-note", session=session, text="Heard", sensitivity="restricted", speaker=person),
        run("keep-note", text=f"{SECRET} source", **kept),
    ]
    made = run("make-recommendation", notes=notes, text="Plugh is open", language="en")
    run("edit", id=made, sensitivity="restricted", reason=f"{SECRET} herself agreed")
    run("open-negotiation", recommendation=made)
    told = {"recommendation": made}
    run("propose-amendment", **told, text="Plugh is wide open", proposed_by=f"{SECRET} State")
    for part in (
        run("propose-amendment", **told, text=f"{SECRET} is told"),
        run("propose-alternative", **told, text=f"{SECRET} or another"),
        run("record-reservation", **told, reservation_kind="reservation", text=f"{SECRET} is reserved"),
    ):
        run("edit", id=part, sensitivity="confidential")
    for sensitivity, text in (("confidential", f"{SECRET} suggests"), ("restricted", "Plugh suggests")):
        kept = {"sensitivity": sensitivity, "speaker": person, "note_kind": "suggestion"}
        run("keep-note", session=session, text=text, **kept)
    desk.close()
    return workplace.path


@pytest.fixture
def settle(opened, qtbot):
    """Give a way to wait until nothing is on its way any more."""

    def wait():
        for rest in (70, 10):  # the cursor rests for 60 ms before a sheet is read
            qtbot.waitUntil(lambda: opened.workplace.is_idle, timeout=10_000)
            qtbot.wait(rest)
        qtbot.waitUntil(lambda: opened.workplace.is_idle, timeout=10_000)

    return wait


@pytest.fixture
def room(opened, settle):
    """Give the room of recommendations with all that waits there."""
    opened.open_room("recommendations")
    panel = opened.rooms.panel("recommendations")
    settle()
    panel.waiting.refresh()
    settle()
    return panel


def secrets(window):
    return [text for text in standing_words(window) if SECRET in text]


def choose_all(panel):
    panel.list.selectAll()
    panel._show_selected()


def choose_open(panel):
    found = next(one for one in panel.model.every if "Plugh" in (one.recommendation.text or ""))
    panel.show_recommendation(found.recommendation.id)


PAGES = {
    "the sheet": lambda panel: panel.doing.edit_text(),
    "the tags": lambda panel: panel.doing.add_tag(),
    "several": choose_all,
    "those that are joined": lambda panel: (choose_all(panel), panel.doing.join()),
    "a likely pair": lambda panel: panel.waiting.open_alike(),
    "strengths": lambda panel: panel.waiting.open_strengths(),
    "one that is split": lambda panel: panel.doing.split(),
    "the wrap-up": lambda panel: panel.waiting.open_wrap_up(),
    "the vocabularies": lambda panel: panel.waiting.open_vocabulary(),
    "the negotiation": lambda panel: (choose_open(panel), panel.doing.show_negotiation()),
    "an amendment": lambda panel: (choose_open(panel), panel.doing.amend()),
    "the trail": lambda panel: (choose_open(panel), panel.doing.show_trail()),
}


def test_no_page_that_stands_open_shows_what_is_confidential_once_the_hall_looks_on(opened, room, settle):
    for page, go in PAGES.items():
        room.stop_looking()
        room.list.clearSelection()
        room._select_one()
        go(room)
        settle()
        assert secrets(opened), page
        opened.hall.toggle()
        assert secrets(opened) == [], f"{page}, at once"
        settle()
        assert secrets(opened) == [], page
        opened.hall.toggle()
        settle()


def test_no_page_that_is_opened_while_the_hall_looks_on_shows_what_is_confidential(opened, room, settle):
    opened.hall.toggle()
    settle()
    for page, go in PAGES.items():
        room.stop_looking()
        go(room)
        settle()
        assert secrets(opened) == [], page


def test_no_list_copies_what_is_confidential(opened, room, settle, qtbot):
    opened.workplace.run("compose-outcome", notes=True)
    seen = 0
    for name in ("agenda", "notes", "recommendations", "outcome"):
        opened.open_room(name)
        settle()
        for view in opened.rooms.panel(name).findChildren(QAbstractItemView):
            if not view.isVisible() or view.model() is None or not view.model().rowCount(view.rootIndex()):
                continue
            view.setFocus()
            for index in every_index(view.model(), view.rootIndex()):
                seen += SECRET in str(index.data())
                view.setCurrentIndex(index)
                QGuiApplication.clipboard().setText("before")
                qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
                assert SECRET not in QGuiApplication.clipboard().text(), (name, view)
    assert seen


def every_index(model, above):
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        yield index
        yield from every_index(model, index)


def test_the_outline_of_the_document_hides_at_once(opened, settle):
    opened.workplace.run("compose-outcome", notes=True)
    opened.open_room("outcome")
    settle()
    assert secrets(opened)
    opened.hall.toggle()
    assert secrets(opened) == []
