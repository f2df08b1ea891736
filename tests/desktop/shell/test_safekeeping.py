"""A desk locked and unlocked, encrypted, backed up and gone back to, as a person does it in the window."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit

from hrdesk.desk import Desk
from hrdesk.settings import Settings
from hrdesk.store import backup, encryption
from hrdesk.store.encryption import Key, key_from_passphrase, opens, paper_key, salt_of
from hrdesk.store.file_check import is_encrypted
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
from tests.store.keyrings import memory_keyring

PASSPHRASE = "four words of poetry"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch):
    """Spend a thousandth of the time on stretching passphrases: the price is tested elsewhere."""
    monkeypatch.setattr(encryption, "ARGON2ID_BYTES", 64 * 1024)


@pytest.fixture
def keyring():
    with memory_keyring() as made:
        yield made


@pytest.fixture
def encrypted(small: Path, profile: Path) -> Path:
    desk = Desk.open(small, Profile(profile))
    change_key(desk.file, key_from_passphrase(PASSPHRASE, os.urandom(16)))
    desk.close()
    return small


@pytest.fixture
def at_the_door(qtbot, window, entrance, encrypted):
    """Give the entrance with the page that asks for the passphrase."""
    entrance.open(encrypted)
    qtbot.waitUntil(lambda: window.stack.currentWidget() is entrance.safekeeping.locking.page)
    return entrance


@pytest.fixture
def unlocked(qtbot, window, at_the_door):
    """Give the entrance with the encrypted desk open."""
    with qtbot.waitSignal(window.attended):
        give(at_the_door, PASSPHRASE)
    return at_the_door


def give(entrance, text: str) -> None:
    page = entrance.safekeeping.locking.page
    page.secret.line.setText(text)
    page.open.click()


def words_on(window) -> str:
    """Gather what can be read in the window, its title included."""
    shown = [
        widget.text() for kind in (QLabel, QLineEdit) for widget in window.findChildren(kind) if widget.isVisible()
    ]
    return " ".join([*shown, window.windowTitle()])


def test_an_encrypted_desk_asks_for_its_passphrase_and_opens(qtbot, window, unlocked):
    assert window.stack.currentWidget() is window.rooms
    assert window.workplace.desk.file.key is not None
    assert window.menus.qt_action("file.lock").isEnabled()


def test_a_wrong_passphrase_is_told_beside_the_field_and_asked_again(qtbot, window, at_the_door):
    page = at_the_door.safekeeping.locking.page
    give(at_the_door, "not the passphrase")
    qtbot.waitUntil(lambda: "does not open" in page.said.text())
    assert window.stack.currentWidget() is page
    assert page.open.isEnabled()
    with qtbot.waitSignal(window.attended):
        give(at_the_door, PASSPHRASE)


def test_the_paper_key_opens_it_and_a_group_copied_wrong_is_named(qtbot, window, at_the_door, encrypted):
    paper = paper_key(key_from_passphrase(PASSPHRASE, salt_of(encrypted)))
    page = at_the_door.safekeeping.locking.page
    wrong = ("1" if paper[0] == "0" else "0") + paper[1:]
    give(at_the_door, wrong)
    qtbot.waitUntil(lambda: "Group 1" in page.said.text())
    with qtbot.waitSignal(window.attended):
        give(at_the_door, paper.lower())


def test_locking_closes_the_desk_wipes_the_key_and_shows_nothing_of_it(qtbot, window, unlocked, encrypted):
    key = window.workplace.desk.file.key
    window.menus.qt_action("file.lock").trigger()
    assert window.stack.currentWidget() is unlocked.safekeeping.locking.page
    assert window.workplace is None
    assert window.rooms is None
    assert not any(key._raw)
    assert "small" not in words_on(window)
    assert "Opening" not in words_on(window)
    assert sorted(file.name for file in encrypted.parent.iterdir() if "-" in file.name) == []
    with qtbot.waitSignal(window.attended):
        give(unlocked, PASSPHRASE)


def test_a_plain_desk_cannot_be_locked(window, entrance, opened):
    assert not window.menus.qt_action("file.lock").isEnabled()
    entrance.safekeeping.locking.lock()
    assert window.rooms is not None


def test_an_idle_desk_locks_itself_unless_something_holds_it(qtbot, window, unlocked, monkeypatch):
    safe = unlocked.safekeeping.locking
    safe.lock_if_idle()
    assert window.rooms is not None, "somebody was just here"
    safe.last_seen -= 11 * 60
    safe.holds.append(lambda: True)
    safe.lock_if_idle()
    assert window.rooms is not None, "the floor is running"
    safe.holds.clear()
    window.settings.lock_after = 0
    safe.lock_if_idle()
    assert window.rooms is not None, "never was chosen"
    window.settings.lock_after = 10
    safe.lock_if_idle()
    assert window.rooms is None


def test_a_dialog_that_was_left_open_is_closed_before_the_desk_is_locked(qtbot, window, unlocked):
    locking = unlocked.safekeeping.locking
    locking.last_seen -= 11 * 60
    dialog = QDialog(window)
    dialog.setModal(True)
    dialog.show()
    locking.lock_if_idle()
    assert not dialog.isVisible()
    assert window.rooms is not None
    locking.lock_if_idle()
    assert window.rooms is None


def test_a_key_or_the_mouse_says_that_somebody_is_there(window, unlocked):
    safe = unlocked.safekeeping.locking
    for event in (
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, "a"),
        QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(5, 5),
            QPointF(5, 5),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        ),
    ):
        safe.last_seen = 0.0
        QApplication.sendEvent(window.windowHandle(), event)
        assert safe.last_seen > 0


def test_the_keyring_remembers_only_when_asked_and_opens_the_desk_then(qtbot, window, at_the_door, encrypted, keyring):
    page = at_the_door.safekeeping.locking.page
    assert not page._remember.isChecked()
    page._remember.setChecked(True)
    with qtbot.waitSignal(window.attended):
        give(at_the_door, PASSPHRASE)
    assert len(keyring.held) == 1
    at_the_door.close_desk()
    with qtbot.waitSignal(window.attended):
        at_the_door.open(encrypted)


def test_a_keyring_that_fails_is_a_sentence_and_the_desk_is_open(qtbot, window, at_the_door, keyring):
    keyring.fails = True
    at_the_door.safekeeping.locking.page._remember.setChecked(True)
    with qtbot.waitSignal(window.attended):
        give(at_the_door, PASSPHRASE)
    qtbot.waitUntil(lambda: "keyring" in window.notices.text)
    assert window.rooms is not None


def test_a_desk_is_encrypted_and_its_paper_key_shown_once(qtbot, window, entrance, opened, small):
    window.menus.qt_action("file.encryption").trigger()
    page = entrance.safekeeping.encryption_page
    assert window.stack.currentWidget() is page
    page.first.line.setText("short")
    assert not page.do.isEnabled()
    page.first.line.setText(PASSPHRASE)
    page.second.line.setText("four words of prose")
    assert not page.do.isEnabled()
    assert "differ" in page._said.text()
    page.second.line.setText(PASSPHRASE)
    with qtbot.waitSignal(window.attended):
        page.do.click()
    assert is_encrypted(small)
    assert window.stack.currentWidget() is page
    groups = page._key.text().replace("\u2066", "").replace("\u2069", "").split()
    key = encryption.key_from_text("".join(groups), salt_of(small))
    assert opens(key, small)
    assert not page.do.isEnabled(), "first one says that it was copied"
    page.copied.setChecked(True)
    page.do.click()
    assert window.stack.currentWidget() is window.rooms
    assert groups[0] not in page._key.text()


def test_how_long_a_desk_may_be_left_alone_is_chosen_beside_its_passphrase(window, unlocked, profile):
    unlocked.safekeeping.propose()
    page = unlocked.safekeeping.encryption_page
    assert page.minutes.currentData() == 10
    page.minutes.setCurrentIndex(page.minutes.findData(30))
    page.minutes.activated.emit(page.minutes.currentIndex())
    assert Settings.load(profile).lock_after == 30


def test_the_encryption_is_taken_off_again(qtbot, window, unlocked, encrypted):
    unlocked.safekeeping.propose()
    page = unlocked.safekeeping.encryption_page
    with qtbot.waitSignal(window.attended):
        page.off.click()
    assert not is_encrypted(encrypted)
    assert not window.menus.qt_action("file.lock").isEnabled()


def test_a_new_desk_proposes_encryption_and_not_now_is_an_answer(qtbot, window, entrance, answers, tmp_path):
    answers.saved = tmp_path / "new.hrdesk"
    with qtbot.waitSignal(window.attended):
        window.start_page.hand_requested.emit("Workshop")
    page = entrance.safekeeping.encryption_page
    assert window.stack.currentWidget() is page
    assert "risk" in page._risk.text()
    page.later.click()
    assert window.stack.currentWidget() is window.rooms


def test_backups_are_listed_made_and_gone_back_to(qtbot, window, entrance, opened, small):
    window.menus.qt_action("file.backups").trigger()
    page = entrance.safekeeping.backups_page
    assert page.list.count() == 0
    page.make.click()
    qtbot.waitUntil(lambda: page.list.count() == 1)
    session = window.workplace.ask(lambda reader: reader.value("SELECT id FROM session LIMIT 1"))
    window.workplace.run("keep-note", session=session, text="after the backup")
    with qtbot.waitSignal(window.attended):
        page.back_to.click()
    assert window.workplace.ask(lambda reader: reader.value("SELECT count(*) FROM note")) == 0
    assert [one.why for one in backup.list_of(small)] == ["restore", "asked"]


def test_a_damaged_backup_is_told_and_the_desk_is_back(qtbot, window, entrance, opened, small):
    made = window.workplace.desk.back_up("asked")
    made.path.write_bytes(b"SQLite format 3\x00 and then nothing")
    entrance.safekeeping.show_backups()
    with qtbot.waitSignal(window.attended):
        entrance.safekeeping.backups_page.back_to.click()
    qtbot.waitUntil(lambda: window.notices.text != "")
    assert window.rooms is not None


def test_a_backup_is_made_on_schedule_only_when_something_changed(qtbot, window, entrance, opened, small):
    safe = entrance.safekeeping
    safe.back_up_if_changed()
    qtbot.wait(50)
    assert backup.list_of(small) == []
    session = window.workplace.ask(lambda reader: reader.value("SELECT id FROM session LIMIT 1"))
    window.workplace.run("keep-note", session=session, text="something")
    safe.back_up_if_changed()
    qtbot.waitUntil(lambda: len(backup.list_of(small)) == 1)
    assert datetime.fromisoformat(backup.list_of(small)[0].at).tzinfo == UTC


def test_capital_letters_that_seem_locked_are_hinted_at(qtbot, window, at_the_door):
    secret = at_the_door.safekeeping.locking.page.secret
    for text, modifiers, warns in (
        ("a", Qt.KeyboardModifier.NoModifier, False),
        ("A", Qt.KeyboardModifier.NoModifier, True),
        ("A", Qt.KeyboardModifier.ShiftModifier, False),
        ("a", Qt.KeyboardModifier.ShiftModifier, True),
    ):
        QApplication.sendEvent(secret.line, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, modifiers, text))
        assert secret.warns is warns


def test_what_is_typed_is_hidden_until_one_looks_and_forgotten_afterwards(window, at_the_door):
    secret = at_the_door.safekeeping.locking.page.secret
    secret.line.setText("typed")
    assert secret.line.echoMode() == QLineEdit.EchoMode.Password
    secret._look.setChecked(True)
    assert secret.line.echoMode() == QLineEdit.EchoMode.Normal
    at_the_door.safekeeping.locking.page.ask("other.hrdesk")
    assert secret.text == ""
    assert not secret.line.isUndoAvailable()
    assert secret.line.echoMode() == QLineEdit.EchoMode.Password


def test_a_key_is_not_a_passphrase_in_the_window_either(window, at_the_door):
    key = Key(os.urandom(32), os.urandom(16))
    assert not encryption.is_paper_key(PASSPHRASE)
    assert encryption.is_paper_key(paper_key(key))


def test_who_wrote_where_another_desk_did_is_told_and_led_to_both_texts(qtbot, opened, meanwhile):
    place = opened.workplace
    [record] = place.ask(lambda reader: [row["id"] for row in reader.rows("SELECT id FROM consultation")])
    before = place.ask(lambda reader: reader.value("SELECT title FROM consultation"))
    meanwhile(place, record, title="As the other desk has it")
    place.run("edit", id=record, title="As we have it", stood={"title": before})
    assert opened.notices.text.startswith("Another desk wrote here meanwhile.")
    opened.notices._act.click()
    assert opened.rooms.current == "exchange"
    room = opened.rooms.panel("exchange")
    assert room.to_settle.isVisible()
