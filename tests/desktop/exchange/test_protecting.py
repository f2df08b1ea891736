"""Protecting in the window: a pseudonym is asked, the places of the name are shown, desks are named and taken off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from hrdesk.exchange.merging import merge
from hrdesk.exchange.scope import Scope
from hrdesk.exchange.sending import Wrapping, send
from hrdesk.records import IdentityAccess, Person
from hrdesk.work import COMMANDS


@pytest.fixture
def person(room):
    """Give a person of whose name an earlier line, a note and its label tell."""
    made = room.run("add", kind="person", name="Frobozz")["id"]
    room.run("edit", id=made, name="Frobozz Plugh")
    room.run("edit", id=room.note, text="Then Plugh asked for shelters.", speaker=made)
    return made


@pytest.fixture
def page(room, person):
    """Give the section, showing the person."""
    room.panel.show_protecting(person)
    wait_for(room, room.panel.protecting, person)
    return room.panel.protecting


def wait_for(room, page, person):
    def is_seen():
        seen = page._told_of.seen
        return page.people.key == person and seen is not None and seen.person == person and page.places.isVisible()

    room.qtbot.waitUntil(is_seen, timeout=10_000)


def protect(room, page, pseudonym="Speaker 7"):
    page.pseudonym.clear()
    room.qtbot.keyClicks(page.pseudonym, pseudonym)
    room.qtbot.keyClick(page.pseudonym, Qt.Key.Key_Return)
    room.qtbot.waitUntil(lambda: page.told.text().startswith("✓"), timeout=10_000)
    room.qtbot.waitUntil(lambda: "Protected" in state(page), timeout=10_000)


def state(page):
    return page.people.currentItem().text(1)


def hand_over(room, desk, other):
    """Hand everything on, encrypted for one desk, and let it take it in."""
    path = room.folder / "all.hrdesk.json.gz.age"
    send(desk, path, Scope(sensitivity="confidential"), wrapping=Wrapping((other.file.profile.recipient,)))
    merge(other, [path])
    path.unlink()


def name_there(room, person):
    with room.other.reading() as reader:
        return reader.get(Person, person).name


def choose_desk(page, name):
    for item in page.knowers.desks.items:
        if name in item.text(0):
            page.knowers.desks.setCurrentItem(item)
            return item
    raise AssertionError(f"no desk {name}")


def test_nobody_is_protected_without_a_pseudonym(room, page, person):
    assert state(page) == "Not protected"
    assert not page.protect.isEnabled()
    page.do_protect()
    room.qtbot.keyClicks(page.pseudonym, "   ")
    page.do_protect()
    with room.workplace.desk.reading() as reader:
        assert not reader.get(Person, person).protected
    protect(room, page)
    with room.workplace.desk.reading() as reader:
        held = reader.get(Person, person)
    assert (held.protected, held.pseudonym, held.name) == (True, "Speaker 7", "Frobozz Plugh")
    assert "Plugh" not in page.people.currentItem().text(0)


def test_a_pseudonym_is_given_anew_in_the_same_place(room, page, person):
    protect(room, page)
    assert page.pseudonym.text() == "Speaker 7"
    assert not page.protect.isEnabled()
    protect(room, page, "Speaker 8")
    with room.workplace.desk.reading() as reader:
        assert reader.get(Person, person).pseudonym == "Speaker 8"


def test_where_the_name_stands_is_shown_with_a_way_to_it_and_to_its_withdrawal(room, page):
    protect(room, page)
    assert "1 place" in page.places._words.text()
    [row] = page.places.places.items
    assert [row.text(column) for column in range(3)] == [
        "Note: Then Plugh asked for shelters.",
        "Text",
        "stands there now",
    ]
    asked = []
    room.panel.record_requested.connect(lambda place, record: asked.append((place, record)))
    room.qtbot.keyClick(page.places.places, Qt.Key.Key_Return)
    assert asked == [("notes", room.note)]
    page.places.withdraw.click()
    assert room.panel.sections.current is room.panel.withdrawing
    assert room.panel.withdrawing._outlook.item.record == room.note


def test_a_name_that_was_corrected_still_stands_in_an_earlier_version(room, page, person):
    protect(room, page)
    room.run("edit", id=room.note, text="Then somebody asked for shelters.")
    room.qtbot.waitUntil(lambda: "earlier" in page.places.places.items[0].text(2), timeout=10_000)


def test_earlier_lines_are_taken_away_only_when_somebody_is_sure(room, page, person):
    protect(room, page)
    assert "2 earlier lines" in page.places._lines_words.text()
    assert not page.places.take_lines.isEnabled()
    page.places.sure.setChecked(True)
    page.places.take_lines.click()
    room.qtbot.waitUntil(lambda: not page.places.take_lines.isVisible(), timeout=10_000)
    with room.workplace.desk.reading() as reader:
        assert "Frobozz" not in repr([one for one in reader.changes() if one.record == person])
        assert reader.get(Person, person).name == "Frobozz Plugh"


def test_a_desk_is_named_and_taken_off_again(room, page, person):
    room.take(room.bundle(room.other, "other"))
    protect_here(room, page, person)
    assert choose_desk(page, "Secretariat").text(1) == "This desk: knows who it is"
    assert not page.knowers.name_it.isVisible()
    assert choose_desk(page, "Rapporteur").text(1) == "Not named"
    assert page.knowers._alone.isVisible()
    assert "whoever loses its profile loses the name" in page.knowers._alone.text()
    hand_over(room, room.workplace.desk, room.other)
    assert name_there(room, person) is None
    page.knowers.name_it.click()
    room.qtbot.waitUntil(lambda: choose_desk(page, "Rapporteur").text(1).startswith("Named"), timeout=10_000)
    assert not page.knowers._alone.isVisible()
    assert page.people.currentItem().text(2) == "1"
    hand_over(room, room.workplace.desk, room.other)
    assert name_there(room, person) == "Frobozz Plugh"
    assert not page.knowers.take_off.isEnabled()
    page.knowers.sure.setChecked(True)
    page.knowers.take_off.click()
    room.qtbot.waitUntil(lambda: choose_desk(page, "Rapporteur").text(1) == "Not named", timeout=10_000)
    with room.workplace.desk.reading() as reader:
        assert reader.every(IdentityAccess) == []
    room.run("edit", id=person, name="Xyzzy")
    hand_over(room, room.workplace.desk, room.other)
    assert name_there(room, person) is None


def protect_here(room, page, person):
    room.panel.show_protecting(person)
    wait_for(room, page, person)
    protect(room, page)
    room.qtbot.waitUntil(lambda: bool(page.knowers.desks.items), timeout=10_000)


def test_another_row_takes_the_certainty_back(room, page, person):
    room.take(room.bundle(room.other, "other"))
    protect_here(room, page, person)
    choose_desk(page, "Rapporteur")
    page.knowers.name_it.click()
    room.qtbot.waitUntil(lambda: choose_desk(page, "Rapporteur").text(1).startswith("Named"), timeout=10_000)
    page.knowers.sure.setChecked(True)
    choose_desk(page, "Secretariat")
    assert not page.knowers.take_off.isVisible()
    choose_desk(page, "Rapporteur")
    assert not page.knowers.take_off.isEnabled()


def test_who_was_sure_about_one_person_is_asked_again_about_the_next(room, page, person):
    protect(room, page)
    second = room.run("add", kind="person", name="Xyzzy")["id"]
    room.run("edit", id=second, name="Xyzzy the second")
    room.run("protect-person", person=second, pseudonym="Speaker 8")
    room.run("delete", id=room.note)
    room.qtbot.waitUntil(lambda: len([one for one in page._told_of.people if one.how == "known"]) == 2, timeout=10_000)
    page.places.sure.setChecked(True)
    room.panel.show_protecting(second)
    wait_for(room, page, second)
    assert not page.places.sure.isChecked()
    assert not page.places.take_lines.isEnabled()


def test_a_change_elsewhere_does_not_disturb_who_is_about_to_decide(room, page):
    protect(room, page)
    page.places.sure.setChecked(True)
    before = page._told_of
    room.run("add", kind="note", text="Something else.")
    room.qtbot.waitUntil(lambda: page._told_of is not before, timeout=10_000)
    assert page.places.sure.isChecked()


def test_a_desk_of_which_no_bundle_came_cannot_be_named(room, page, person):
    room.run("add", kind="seat", name="Empty chair", device="a" * 16)
    protect_here(room, page, person)
    assert "no bundle of theirs" in choose_desk(page, "Empty chair").text(1)
    assert not page.knowers.name_it.isVisible()


def test_whoever_wrote_it_elsewhere_is_known_to_know_and_goes_on_knowing(room, page):
    room.take(room.bundle(room.other, "other"))
    theirs = room.other.run(COMMANDS["add"], kind="person", name="Xyzzy", protected=True, pseudonym="Speaker 9")["id"]
    hand_over(room, room.other, room.workplace.desk)
    room.panel.show_protecting(theirs)
    wait_for(room, page, theirs)
    assert state(page) == "Sealed: this desk was not named for it"
    assert "does not know the name" in page.places._words.text()
    assert choose_desk(page, "Secretariat").text(1) == "This desk: was not named"
    assert choose_desk(page, "Rapporteur").text(1) == "Knows who it is: wrote it"
    assert not page.knowers.take_off.isVisible()
    with room.other.reading() as reader:
        seat = str(reader.value("SELECT id FROM seat WHERE name = 'Secretariat desk'"))
    room.other.run(COMMANDS["name-for-identity"], person=theirs, seat=seat)
    hand_over(room, room.other, room.workplace.desk)
    page.refresh()
    room.qtbot.waitUntil(lambda: "knows who it is" in state(page), timeout=10_000)
    page.do_seal_anew([choose_desk(page, "Rapporteur") and page.knowers.desks.key])
    room.qtbot.waitUntil(lambda: page.told.text().startswith("✓ Sealed"), timeout=10_000)
    hand_over(room, room.workplace.desk, room.other)
    assert name_there(room, theirs) == "Xyzzy"


def test_words_find_a_person_and_never_by_the_sealed_name(room, page, person):
    protect(room, page)
    page.wanted.setText("speak")
    assert [item.text(0) for item in page.people.items] == ["Speaker 7"]
    page.wanted.setText("plugh")
    assert page.people.items == []
    assert not page.places.isVisible()


def test_everything_has_a_name_and_is_reached_by_the_tab_key(room, page, person):
    room.take(room.bundle(room.other, "other"))
    protect_here(room, page, person)
    choose_desk(page, "Rapporteur")
    reached = []
    page.setFocus()
    for _step in range(30):
        place = page.window().focusWidget()
        if isinstance(place, QWidget) and page.isAncestorOf(place) and place not in reached:
            reached.append(place)
        room.qtbot.keyClick(place, Qt.Key.Key_Tab)
    for widget in (page.wanted, page.people, page.pseudonym, page.places.places, page.places.go, page.knowers.desks):
        assert widget in reached
    assert page.knowers.name_it in reached
    for widget in reached:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
