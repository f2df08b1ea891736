"""What is decided about desks in the window: six words, the roster, keeping out, revoking and taking that back."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.exchange.merging import join
from hrdesk.exchange.trust import fingerprint, trust_at
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

THERE = "Rapporteur desk 1"


@pytest.fixture
def page(room):
    """Give the section, with the cursor on the other desk."""
    room.take(room.bundle(room.other, "other"))
    made = room.panel.desks
    room.panel.sections.show_section(made)
    room.qtbot.waitUntil(lambda: len(made.known.items) == 2, timeout=5_000)
    point(made)
    return made


def point(page, name=THERE):
    page.known.setCurrentItem(next(one for one in page.known.items if one.text(0) == name))


def stands(page, level, name=THERE):
    return lambda: {one.text(0): one.text(1) for one in page.known.items}.get(name) == level


def level(room, desk):
    with desk.reading() as reader:
        return trust_at(reader, desk.file.profile).level(room.other.file.profile.device)


def test_this_desks_own_six_words_stand_there_to_be_read_aloud(room, page):
    words = fingerprint(room.workplace.desk.file.profile.public_key)
    assert words in page.own_words.text()
    assert page.own_words.accessibleName() == page.own_words.text()
    assert page.own_words.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_about_ones_own_desk_there_is_nothing_to_decide(page):
    point(page, "Secretariat desk")
    shown = (page.compare, page.keep_out, page.let_in, page.enter, page.revoking)
    assert not any(one.isVisible() for one in shown)


def test_a_desk_on_the_roster_is_trusted_by_every_desk_of_the_starter(room, page):
    room.qtbot.mouseClick(page.enter, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(stands(page, "on staff's roster"), timeout=5_000)
    assert not page.enter.isVisible()
    third = join(room.bundle(room.workplace.desk, "later"), room.folder / "third.hrdesk", Profile(room.folder / "3"))
    assert level(room, third) == "roster"
    third.close()


def test_after_a_revocation_later_lines_stay_out_here_and_at_every_other_desk(room, page):
    last = page.revoking.number.value()
    room.other.run(COMMANDS["add"], kind="note", text="Later.")
    assert last > 0
    assert "written 20" in page.revoking._time.text()
    room.qtbot.mouseClick(page.revoking.revoke, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(stands(page, "revoked"), timeout=5_000)
    assert f"nothing after number {last} comes in" in page.about.text()
    assert page.let_in.isVisible()
    assert not page.revoking.isVisible()
    room.take(room.bundle(room.other, "again"))
    with room.workplace.desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM note WHERE text = 'Later.'") == 0
    third = join(room.bundle(room.workplace.desk, "later"), room.folder / "third.hrdesk", Profile(room.folder / "3"))
    assert level(room, third) == "revoked"
    third.close()


def test_a_revocation_is_taken_back(room, page):
    room.qtbot.mouseClick(page.revoking.revoke, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(stands(page, "revoked"), timeout=5_000)
    room.qtbot.mouseClick(page.let_in, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: not stands(page, "revoked")(), timeout=5_000)
    assert page.revoking.isVisible()
    assert page.about.text() == ""


def test_a_number_that_is_held_says_when_it_was_written(page):
    page.revoking.number.setValue(1)
    assert "written 20" in page.revoking._time.text()
    page.revoking.number.setValue(900_000)
    assert page.revoking._time.text() == "–"


def test_at_another_desk_the_roster_is_nobodys_to_write(qtbot, room, page):
    from hrdesk.desktop.exchange.desks import Desks
    from hrdesk.desktop.shell.workplace import Workplace

    room.carry(room.bundle(room.workplace.desk, "here"), room.other)
    third = join(room.bundle(room.other, "third"), room.folder / "third.hrdesk", Profile(room.folder / "3"))
    place = Workplace(third, COMMANDS, room.workplace.settings)
    other = Desks(place)
    qtbot.addWidget(other)
    other.show()
    qtbot.waitUntil(lambda: len(other.known.items) == 3, timeout=5_000)
    point(other, "Secretariat desk")
    assert not other.enter.isVisible()
    assert other.revoking.isVisible()
    assert "All other desks" not in other.revoking._hint.text()
    place.finish()
    third.close()
