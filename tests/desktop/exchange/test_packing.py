"""The page on which a bundle is packed: for whom, how far, what stays and why; encrypted for staff unless told else."""

import pytest
from PySide6.QtWidgets import QFileDialog

from hrdesk.desktop.exchange.giving import Giving
from hrdesk.desktop.exchange.packing import ANYBODY, DESKS, PASSPHRASE, STAFF
from hrdesk.desktop.shell.workplace import Workplace
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.deciding import NAMED
from hrdesk.exchange.merging import join
from hrdesk.store.age import Opener, is_age
from hrdesk.store.departures import departures
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS


@pytest.fixture
def packing(room):
    """Give the page, shown and read."""
    giving = room.panel.giving
    room.panel.sections.show_section(giving)
    room.qtbot.waitUntil(lambda: bool(giving._going.text()), timeout=5_000)
    return giving.packing


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def write(room, name):
    giving, path = room.panel.giving, room.folder / name
    giving.write_to(path)
    room.qtbot.waitUntil(lambda: "removed now" in giving.told.text(), timeout=10_000)
    return path


class Asked:
    """Answers the dialog that asks where, with what it suggests."""

    def __init__(self, room, monkeypatch):
        self.suggested = ""
        room.panel.giving._folder = str(room.folder)

        def save(_parent, _title, suggested, kind):
            self.suggested = suggested
            return suggested, kind

        monkeypatch.setattr(QFileDialog, "getSaveFileName", save)


def stays(packing):
    return {one.text(0): one for one in packing.stays.items} if packing.stays.isVisible() else {}


def test_a_desk_that_knows_nobody_else_writes_for_anybody(room, packing):
    assert packing.reader.currentData() == ANYBODY
    assert packing.reader.findData(PASSPHRASE) >= 0
    assert packing.reader.findData(STAFF) < 0
    assert b"Shelters" in write(room, "a.hrdesk.json").read_bytes()


def test_a_bundle_for_a_desk_can_be_read_there_and_nowhere_else(room, packing):
    room.take(room.bundle(room.other, "other"))
    room.panel.sections.show_section(room.panel.giving)
    room.qtbot.waitUntil(lambda: packing.reader.findData(DESKS) >= 0, timeout=5_000)
    choose(packing.reader, DESKS)
    assert packing.seats.isVisible()
    room.panel.giving.write_to(room.folder / "none.hrdesk.json.gz.age")
    assert "No desk is ticked" in str(room.refused.pop())
    from PySide6.QtCore import Qt

    packing.seats.items[0].setCheckState(0, Qt.CheckState.Checked)
    path = write(room, "b.hrdesk.json.gz.age")
    assert is_age(path.read_bytes()[:40])
    assert len(read_bundle(path, opener=Opener(room.other.file.profile)))
    with room.workplace.desk.reading() as reader:
        assert departures(reader)[0].recipients == (room.other.file.profile.recipient,)


def test_a_passphrase_must_be_long_and_does_not_stay_on_the_page(room, packing):
    choose(packing.reader, PASSPHRASE)
    packing.passphrase.setText("short")
    room.panel.giving.write_to(room.folder / "none.hrdesk.json.gz.age")
    assert "fewer than 12" in str(room.refused.pop())
    packing.passphrase.setText("four words are longer")
    path = write(room, "c.hrdesk.json.gz.age")
    assert packing.passphrase.text() == ""
    assert len(read_bundle(path, opener=Opener(passphrase="four words are longer")))


def test_a_starter_is_for_desks_that_have_no_key_yet(room, packing, monkeypatch):
    giving, asked = room.panel.giving, Asked(room, monkeypatch)
    room.take(room.bundle(room.other, "other"))
    room.panel.sections.show_section(giving)
    room.qtbot.waitUntil(lambda: packing.reader.findData(DESKS) >= 0, timeout=5_000)
    choose(packing.reader, DESKS)
    assert "not encrypted, because new desks have no key" in giving.about_starter.text()
    giving.starter.click()
    room.qtbot.waitUntil(lambda: "removed now" in giving.told.text(), timeout=5_000)
    assert asked.suggested.endswith("starter.hrdesk.json")
    assert len(read_bundle(room.folder / "starter.hrdesk.json"))


def test_a_starter_is_locked_with_the_passphrase_that_was_chosen(room, packing, monkeypatch):
    giving, asked = room.panel.giving, Asked(room, monkeypatch)
    choose(packing.reader, PASSPHRASE)
    assert "locked with this passphrase" in giving.about_starter.text()
    giving.starter.click()
    assert "fewer than 12" in str(room.refused.pop())
    packing.passphrase.setText("four words are longer")
    giving.starter.click()
    room.qtbot.waitUntil(lambda: "removed now" in giving.told.text(), timeout=10_000)
    assert asked.suggested.endswith("starter.hrdesk.json.gz.age")
    path, profile = room.folder / "starter.hrdesk.json.gz.age", Profile(room.folder / "new")
    join(path, room.folder / "new.hrdesk", profile, passphrase="four words are longer").close()


def test_whoever_can_read_an_unlocked_bundle_is_said_in_plain_words(room, packing):
    warning = room.panel.giving.warning
    room.qtbot.waitUntil(lambda: "also what is restricted" in warning.text(), timeout=5_000)
    assert warning.accessibleName() == warning.text()
    choose(packing.upto, "public")
    room.qtbot.waitUntil(lambda: warning.text().endswith("can read it."), timeout=5_000)
    choose(packing.upto, "restricted")
    choose(packing.reader, PASSPHRASE)
    room.qtbot.waitUntil(lambda: not warning.isVisible(), timeout=5_000)
    room.run("add", kind="note", text="Between us.", language="en", sensitivity="confidential")
    confidential = room.panel.giving.confidential
    room.qtbot.waitUntil(confidential.isVisible, timeout=5_000)
    confidential.setChecked(True)
    assert not warning.isVisible()
    choose(packing.reader, ANYBODY)
    room.qtbot.waitUntil(lambda: "what is confidential" in warning.text(), timeout=5_000)


def test_a_desk_that_knows_staffs_address_encrypts_for_staff_unless_told_else(qtbot, room):
    place = Workplace(room.other, COMMANDS, room.workplace.settings)
    giving = Giving(place)
    qtbot.addWidget(giving)
    giving.show()
    qtbot.waitUntil(lambda: giving.packing.reader.currentData() == STAFF, timeout=5_000)
    assert "Secretariat desk" in giving.packing.reader.currentText()
    assert not giving.warning.isVisible()
    place.finish()


def test_what_stays_is_listed_with_its_reason_and_can_be_let_go(room, packing):
    from PySide6.QtCore import Qt

    room.run("add", kind="person", name="Frobozz Plugh", protected=True, pseudonym="Speaker 7")
    named = room.run("add", kind="note", text="What Ms. Plugh said.", language="en", sensitivity="restricted")["id"]
    room.qtbot.waitUntil(lambda: any("Ms. Plugh" in one for one in stays(packing)), timeout=5_000)
    row = next(one for title, one in stays(packing).items() if "Ms. Plugh" in title)
    assert row.text(1) == NAMED
    assert not any("Frobozz" in title for title in stays(packing)), "the page itself shows the pseudonym"
    row.setCheckState(0, Qt.CheckState.Checked)
    assert packing.allowed == {named}
    room.qtbot.waitUntil(lambda: "2 notes" in room.panel.giving._going.text(), timeout=5_000)
    row = next(one for title, one in stays(packing).items() if "Ms. Plugh" in title)
    assert row.checkState(0) == Qt.CheckState.Checked
    row.setCheckState(0, Qt.CheckState.Unchecked)
    assert packing.allowed == frozenset()


def test_one_session_and_only_what_is_public(room, packing):
    session = room.run("add", kind="session", title="Closed")["id"]
    room.qtbot.waitUntil(lambda: packing.place.findText("Closed") >= 0, timeout=5_000)
    packing.place.setCurrentIndex(packing.place.findText("Closed"))
    packing.place.activated.emit(packing.place.currentIndex())
    choose(packing.upto, "public")
    scope = packing.scope(confidential=False)
    assert (scope.session, scope.consultation, scope.sensitivity) == (session, None, "public")
    assert packing.scope(confidential=True).sensitivity == "confidential"
    packing.heads.setChecked(True)
    assert packing.mode == "heads"


def test_another_language_keeps_what_was_chosen(room, packing, monkeypatch):
    choose(packing.reader, PASSPHRASE)
    packing.heads.setChecked(True)
    packing.retranslate()
    assert (packing.reader.currentData(), packing.mode) == (PASSPHRASE, "heads")
