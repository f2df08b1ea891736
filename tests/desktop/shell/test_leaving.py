"""Leaving nothing on a machine, as a person does it: staff's receipt, what it covers, a typed word, and it is gone."""

import os

import pytest
from PySide6.QtCore import Qt

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import write_have
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.sending import send
from hrdesk.settings import Settings
from hrdesk.store import backup, encryption
from hrdesk.store.encryption import key_from_passphrase
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
from hrdesk.work import COMMANDS


@pytest.fixture
def staff(tmp_path):
    made = Desk.create(tmp_path / "staff.hrdesk", Profile(tmp_path / "staff"))
    made.run(COMMANDS["new-consultation"], title="Workshop")
    made.run(COMMANDS["take-seat"], name="Secretariat desk", role="staff")
    yield made
    made.close()


@pytest.fixture
def mine(qtbot, window, entrance, staff, profile, tmp_path):
    """Give the path of a desk that joined staff's consultation and wrote a note, open in the window."""
    starter = send(staff, tmp_path / "starter.hrdesk.json").written.path
    desk = join(starter, tmp_path / "mine.hrdesk", Profile(profile))
    desk.run(COMMANDS["add"], kind="note", text="Mine.", language="en")
    path = desk.path
    desk.close()
    with qtbot.waitSignal(window.attended):
        entrance.open(path)
    return path


@pytest.fixture
def page(window, entrance, mine):
    window.menus.qt_action("file.leave").trigger()
    assert window.stack.currentWidget() is entrance.safekeeping.leaving.page
    return entrance.safekeeping.leaving.page


def give(window, staff):
    merge(staff, [send(window.workplace.desk, staff.path.with_name("mine.hrdesk.json")).written.path])


def receipt(desk, name="staff"):
    path = desk.path.with_name(f"{name}.hrdesk-have.json")
    with desk.reading() as reader:
        write_have(reader, path, desk.file.profile, desk.file.now())
    return path


def choose(qtbot, page, answers, path):
    answers.opened = path
    page.said.clear()
    page.choose.click()
    qtbot.waitUntil(lambda: page.said.text() != "", timeout=5_000)


def test_nothing_can_be_destroyed_before_a_receipt_was_seen(window, page):
    assert page.choose.isVisible()
    assert not page.typed.isVisible()
    assert not page.do.isVisible()
    page.confirmed.connect(lambda _have: pytest.fail("nothing was chosen"))
    page.typed.setText("mine")
    page._on_do()
    page._back.click()
    assert window.stack.currentWidget() is window.rooms


def test_a_receipt_that_lacks_something_says_how_much_and_leads_nowhere(qtbot, page, answers, staff, mine):
    choose(qtbot, page, answers, receipt(staff))
    assert "Secretariat desk" in page.said.text()
    assert "Staff does not have" in page.said.text()
    assert not page.do.isVisible()
    page.typed.setText("mine")
    assert not page.do.isEnabled()
    assert mine.exists()


def test_what_staff_did_not_sign_is_told_as_no_receipt(qtbot, window, page, answers, staff, tmp_path):
    choose(qtbot, page, answers, receipt(window.workplace.desk, "own"))
    assert "was not signed by staff's desk" in page.said.text()
    answers.opened = tmp_path / "starter.hrdesk.json"
    choose(qtbot, page, answers, answers.opened)
    assert "Receipt of" not in page.said.text()
    assert not page.do.isVisible()


def test_once_staff_has_everything_the_typed_name_destroys_the_desk(qtbot, window, page, answers, staff, mine, profile):
    window.workplace.desk.back_up("asked")
    give(window, staff)
    choose(qtbot, page, answers, receipt(staff))
    assert "✓ Staff has everything" in page.said.text()
    assert page.typed.hasFocus()
    assert not page.do.isEnabled()
    page.typed.setText("another")
    assert not page.do.isEnabled()
    page.typed.setText(" Mine ")
    page.do.click()
    qtbot.waitUntil(lambda: "mine.hrdesk is destroyed" in window.notices.text, timeout=10_000)
    assert window.stack.currentWidget() is window.start_page
    assert window.workplace is None
    assert not mine.exists()
    assert backup.list_of(mine) == []
    assert not any("mine.hrdesk" in told for told in window.settings.recent)
    assert not any("mine.hrdesk" in told for told in Settings.load(profile).recent)


def test_an_encrypted_desk_goes_with_its_key(qtbot, window, entrance, answers, staff, mine, profile, monkeypatch):
    monkeypatch.setattr(encryption, "ARGON2ID_BYTES", 64 * 1024)
    entrance.close_desk()
    desk = Desk.open(mine, Profile(profile))
    change_key(desk.file, key_from_passphrase("four words of poetry", os.urandom(16)))
    desk.close()
    entrance.open(mine)
    unlock = entrance.safekeeping.locking.page
    qtbot.waitUntil(lambda: window.stack.currentWidget() is unlock, timeout=5_000)
    unlock.secret.line.setText("four words of poetry")
    with qtbot.waitSignal(window.attended, timeout=10_000):
        unlock.open.click()
    key = window.workplace.desk.file.key
    give(window, staff)
    window.menus.qt_action("file.leave").trigger()
    page = entrance.safekeeping.leaving.page
    choose(qtbot, page, answers, receipt(staff))
    page.typed.setText("mine")
    qtbot.keyClick(page.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "is destroyed" in window.notices.text, timeout=10_000)
    assert not mine.exists()
    assert not any(key._raw)


def test_what_was_written_after_the_receipt_keeps_the_desk_and_brings_it_back(
    qtbot, window, page, answers, staff, mine
):
    give(window, staff)
    choose(qtbot, page, answers, receipt(staff))
    window.workplace.desk.run(COMMANDS["add"], kind="note", text="Later.", language="en")
    page.typed.setText("mine")
    with qtbot.waitSignal(window.attended, timeout=10_000):
        page.do.click()
    qtbot.waitUntil(lambda: "Nothing was destroyed" in window.notices.text, timeout=5_000)
    assert mine.exists()
    assert window.rooms is not None
    assert any("mine.hrdesk" in told for told in window.settings.recent)


def test_the_receipt_on_the_stick_is_found_without_being_chosen(qtbot, window, entrance, staff, mine, tmp_path):
    give(window, staff)
    receipt(staff)
    receipt(window.workplace.desk, "own")
    (tmp_path / "broken.hrdesk-have.json").write_text("{", "utf-8")
    window.settings.stick = str(tmp_path)
    window.menus.qt_action("file.leave").trigger()
    page = entrance.safekeeping.leaving.page
    qtbot.waitUntil(page.typed.isVisible, timeout=5_000)
    assert "Secretariat desk" in page.said.text()


def test_what_else_would_go_is_said(qtbot, window, page, answers, staff, tmp_path):
    third = join(tmp_path / "starter.hrdesk.json", tmp_path / "third.hrdesk", Profile(tmp_path / "third"))
    third.run(COMMANDS["add"], kind="note", text="Of a third desk.", language="en")
    bundle = send(third, tmp_path / "third.hrdesk.json").written.path
    third.close()
    give(window, staff)
    told = receipt(staff)
    merge(window.workplace.desk, [bundle])
    window.workplace.desk.keep_draft("entry", "half a sentence")
    choose(qtbot, page, answers, told)
    assert "of other desks" in page.said.text()
    assert "1 text was typed here and never kept" in page.said.text()
    assert page.typed.isVisible(), "each device answers for its own"
