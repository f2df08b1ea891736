"""Taking in: one preview for many files, strangers kept out, passphrases, forgeries, and the way back."""

import pytest
from PySide6.QtCore import Qt

from hrdesk.desk import Desk
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import join
from hrdesk.exchange.scope import Scope
from hrdesk.records import Note
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS


def texts(room):
    with room.workplace.desk.reading() as reader:
        return sorted(one.text for one in reader.every(Note))


@pytest.fixture
def stranger(room):
    """Give a desk that joined from the same starter and that nobody here has met."""
    made = join(room.folder / "starter.hrdesk.json", room.folder / "third.hrdesk", Profile(room.folder / "third"))
    made.run(COMMANDS["add"], kind="note", text="From a stranger.")
    yield made
    made.close()


def forged(path, said, told):
    target = path.with_name("forged.hrdesk.json")
    target.write_bytes(path.read_bytes().replace(said, told))
    return target


def test_all_files_are_seen_in_one_preview_and_a_forged_one_is_left_out(room, stranger):
    room.other.run(COMMANDS["add"], kind="note", text="From the other desk.")
    files = [room.bundle(room.other, "other"), room.bundle(stranger, "third")]
    files.append(forged(files[0], b"From the other desk.", b"From an other desk.."))
    room.look(*files)
    pane = room.panel.taking.pane
    assert len(pane.files.items) == 2
    assert "forged.hrdesk.json is left out." in pane.bad.text()
    assert "2 notes" in pane.brings.text()
    assert room.panel.taking.merge.text() == "Merge 2 bundles"
    assert pane.roll.accessibleName() == "Roll-call of the desks"
    assert "Rapporteur desk 1" in [item.text(0) for item in pane.roll.items]
    assert texts(room) == ["Shelters should open."]


def test_an_unknown_author_is_shown_with_six_words_and_can_be_kept_out(room, stranger):
    room.look(room.bundle(stranger, "third"))
    taking, authors = room.panel.taking, room.panel.taking.pane.authors
    assert len(authors.items) == 1
    assert "unknown" in authors.items[0].text(1)
    assert len(authors.items[0].text(2).split()) == 6
    authors.items[0].setCheckState(0, Qt.CheckState.Checked)
    room.panel.retranslate()
    assert len(taking.pane.keep_out) == 1
    taking.merge_bundles()
    room.qtbot.waitUntil(lambda: taking._done is not None, timeout=5_000)
    assert texts(room) == ["Shelters should open."]
    assert "kept out" in taking.told.text()


def test_a_bundle_with_a_passphrase_asks_for_it_and_the_others_go_on(room, stranger):
    locked = room.folder / "locked.hrdesk.json.gz.age"
    with stranger.reading() as reader:
        give(reader, locked, stranger.file.profile, stranger.file.now(), passphrase="six blue boats")
    room.look(room.bundle(room.other, "other"), locked)
    taking = room.panel.taking
    assert taking.passphrase.isVisible()
    assert len(taking.sound) == 1
    taking.passphrase.setText("wrong")
    taking.open.click()
    room.qtbot.waitUntil(lambda: "does not open" in taking.pane.bad.text(), timeout=15_000)
    taking.passphrase.setText("six blue boats")
    taking.open.click()
    room.qtbot.waitUntil(lambda: len(taking.sound) == 2, timeout=15_000)
    assert not taking.passphrase.isVisible()


def test_what_is_encrypted_for_this_desk_opens_by_itself(room, stranger):
    path = room.folder / "sealed.hrdesk.json.gz.age"
    with stranger.reading() as reader:
        ours = room.workplace.desk.file.profile.recipient
        scope = Scope(sensitivity="confidential")
        give(reader, path, stranger.file.profile, stranger.file.now(), scope=scope, recipients=(ours,))
    room.look(path)
    assert room.panel.taking.sound == [path]


def test_the_way_back_is_offered_until_the_next_edit(room, stranger):
    taking = room.panel.taking
    room.take(room.bundle(stranger, "third"))
    room.qtbot.waitUntil(lambda: not taking.back.isHidden(), timeout=5_000)
    assert texts(room) == ["From a stranger.", "Shelters should open."]
    taking.back.click()
    room.qtbot.waitUntil(lambda: texts(room) == ["Shelters should open."], timeout=10_000)
    room.qtbot.waitUntil(taking.back.isHidden, timeout=5_000)
    room.take(room.bundle(stranger, "third"))
    room.qtbot.waitUntil(lambda: not taking.back.isHidden(), timeout=5_000)
    room.run("add", kind="note", text="Written since.")
    room.panel.sections.show_section(taking)
    room.qtbot.waitUntil(taking.back.isHidden, timeout=5_000)


def test_the_same_file_twice_counts_once(room, stranger):
    path = room.bundle(stranger, "third")
    room.look(path)
    room.look(path)
    assert room.panel.taking.sound == [path]


def test_a_desk_that_is_read_elsewhere_is_not_restored_and_says_so(room, stranger, monkeypatch):
    def refuse(*_told, **_more):
        raise OSError("no room")

    taking = room.panel.taking
    room.take(room.bundle(stranger, "third"))
    room.qtbot.waitUntil(lambda: not taking.back.isHidden(), timeout=5_000)
    monkeypatch.setattr(Desk, "restore", refuse)
    taking.back.click()
    room.qtbot.waitUntil(lambda: bool(room.refused), timeout=5_000)
    assert taking.back.isEnabled()


def test_a_file_that_was_written_anew_is_read_anew(room, stranger):
    path = room.bundle(stranger, "third")
    room.look(path)
    stranger.run(COMMANDS["add"], kind="note", text="Written later.")
    room.bundle(stranger, "third")
    room.look(path)
    assert "2 notes" in room.panel.taking.pane.brings.text()


def test_a_name_that_would_turn_the_line_around_is_shown_and_not_obeyed(room, stranger):
    stranger.run(COMMANDS["take-seat"], name="Desk \u202ekeset <b>one</b>", role="rapporteur")
    room.look(room.bundle(stranger, "third"))
    assert room.panel.taking.pane.files.items[0].text(1) == "Desk \\u202ekeset <b>one</b>"


@pytest.mark.parametrize("ticked", [False, True])
def test_words_are_withdrawn_by_a_stranger_only_where_somebody_ticks_it(room, stranger, ticked):
    stranger.run(COMMANDS["withdraw"], item=room.note)
    page = room.panel.taking
    room.look(room.bundle(stranger, "third"))
    assert page.pane.let_withdrawals_in.isVisible()
    assert not page.pane.let_withdrawals_in.isChecked()
    assert page.pane.authors.items[0].checkState(0) == Qt.CheckState.Unchecked
    assert "1 record of ours was deleted" in page.pane.brings.text()
    page.pane.let_withdrawals_in.setChecked(ticked)
    page.merge_bundles()
    room.qtbot.waitUntil(lambda: page._done is not None, timeout=5_000)
    with room.workplace.desk.reading() as reader:  # the note is deleted either way, but a deletion can be taken back
        assert any("Shelters should open." in str(one.val) for one in reader.changes()) is not ticked
    assert ("was not let in" in page.told.text()) is not ticked
    room.look(room.bundle(stranger, "again"))
    assert page.pane.let_withdrawals_in.isVisible() is not ticked
    assert not page.pane.lets_withdrawals_in
