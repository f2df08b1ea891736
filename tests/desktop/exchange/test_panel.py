"""The room of exchange: giving bundles, looking at them, taking them in, and settling what desks wrote differently."""

import json
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThread
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QWidget

from hrdesk.exchange.bundle import read_bundle
from hrdesk.language import LANGUAGES, interface
from hrdesk.records import Note
from hrdesk.work import COMMANDS


def held(room):
    with room.workplace.desk.reading() as reader:
        return reader.get(Note, room.note)


def words(log, columns=(0, 1, 5)):
    """Give the words of a table, row by row."""
    return [[item.text(column) for column in columns] for item in log.items]


def test_it_says_what_would_travel_and_that_nothing_stays(room):
    giving = room.panel.giving
    room.panel.sections.show_section(giving)
    room.qtbot.waitUntil(lambda: "1 note" in giving._going.text(), timeout=5_000)
    assert "nothing stays behind" in giving._staying.text()
    assert not giving.confidential.isVisible()


def test_confidential_records_stay_unless_asked_for_with_a_warning(room, tmp_path):
    giving = room.panel.giving
    room.panel.sections.show_section(giving)
    room.run("edit", id=room.note, sensitivity="confidential")
    room.qtbot.waitUntil(lambda: "Stays here" in giving._staying.text(), timeout=5_000)
    assert "1 note" in giving._staying.text()
    assert "confidential" not in giving.warning.text()
    giving.confidential.setChecked(True)
    assert "not encrypted" in giving.warning.text()
    assert giving.warning.isVisible()
    giving.write_to(tmp_path / "all.hrdesk.json")
    room.qtbot.waitUntil(lambda: "removed now" in giving.told.text(), timeout=5_000)
    assert read_bundle(tmp_path / "all.hrdesk.json").header.sensitivity == "confidential"
    assert not giving.confidential.isChecked()


def test_the_stick_is_safe_only_after_the_file_was_written_and_read_again(room, tmp_path, monkeypatch):
    asked = []

    def answer(_parent, _title, name, _kinds):
        asked.append(Path(name).name)
        return str(tmp_path / "given"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    giving = room.panel.giving
    room.panel.sections.show_section(giving)
    room.qtbot.mouseClick(giving.starter, Qt.MouseButton.LeftButton)
    assert "leave the stick in" in giving.told.text()
    assert not giving.write.isEnabled()
    assert not giving.starter.isEnabled()
    room.qtbot.waitUntil(lambda: "removed now" in giving.told.text(), timeout=5_000)
    assert asked == ["starter.hrdesk.json"]
    assert json.loads((tmp_path / "given.hrdesk.json").read_text("utf-8"))["header"]["format"] == "hrdesk-bundle"


def test_a_stick_that_cannot_be_written_is_refused_in_a_sentence(room, tmp_path):
    (tmp_path / "file").write_text("")
    room.panel.giving.write_to(tmp_path / "file" / "one.hrdesk.json")
    room.qtbot.waitUntil(lambda: bool(room.refused), timeout=5_000)
    assert "cannot be written" in str(room.refused[0])
    assert room.panel.giving.told.text() == ""


def test_bundles_are_looked_at_before_anything_changes_and_broken_ones_left_out(room, tmp_path):
    room.other.run(COMMANDS["add"], kind="note", text="From the other desk.")
    good = room.bundle(room.other, "other")
    broken = tmp_path / "broken.hrdesk.json"
    broken.write_bytes(good.read_bytes()[:-40])
    with room.workplace.desk.reading() as reader:
        before = len(reader.every(Note))
    assert room.panel.take_files([good, broken])
    taking, pane = room.panel.taking, room.panel.taking.pane
    room.qtbot.waitUntil(lambda: taking.sound != [], timeout=5_000)
    assert room.panel.sections.current is taking
    assert words(pane.files) == [["other.hrdesk.json", "Rapporteur desk 1", "can be merged"]]
    assert "1 note" in pane.brings.text()
    assert "broken.hrdesk.json is left out." in pane.bad.text()
    assert taking.sound == [good]
    assert taking.merge.text() == "Merge 1 bundle"
    with room.workplace.desk.reading() as reader:
        assert len(reader.every(Note)) == before


def test_files_that_are_no_bundles_are_of_no_use_here(room, tmp_path):
    assert not room.panel.take_files([tmp_path / "note.docx"])


def test_merging_tells_what_came_in_and_every_listener_hears_in_the_windows_thread(room):
    threads = []
    room.workplace.changed.connect(lambda told: threads.append((told.command, QThread.currentThread())))
    room.other.run(COMMANDS["add"], kind="note", text="From the other desk.")
    room.take(room.bundle(room.other, "other"))
    assert threads == [("merge", room.panel.thread())]
    assert "1 bundle merged" in room.panel.taking.told.text()
    assert "nothing to settle" in room.panel.taking.told.text()
    rows = room.panel.taking.came_in.log
    room.qtbot.waitUntil(lambda: rows.topLevelItemCount() == 1, timeout=5_000)
    assert [rows.topLevelItem(0).text(column) for column in (0, 1)] == ["other.hrdesk.json", "Rapporteur desk 1"]


def test_merging_the_same_bundle_twice_brings_nothing_new(room):
    bundle = room.bundle(room.other, "other")
    room.take(bundle)
    room.take(bundle)
    assert "0 changes are new" in room.panel.taking.told.text()


def test_stopping_leaves_the_bundles_that_are_left_for_later(room):
    room.other.run(COMMANDS["add"], kind="note", text="One.")
    first = room.bundle(room.other, "first")
    room.other.run(COMMANDS["add"], kind="note", text="Two.")
    second = room.bundle(room.other, "second")
    taking = room.panel.taking
    room.look(first, second)
    taking.merge_bundles()
    taking.progress.stop.click()
    room.qtbot.waitUntil(lambda: taking.told.text() != "", timeout=5_000)
    assert "nothing was merged" in taking.told.text()
    assert taking.sound == [first, second]
    assert room.refused == []


def test_a_conflict_shows_both_values_whole_with_who_and_what_differs(room):
    room.disagree()
    assert room.counted[-1] == 1
    assert room.panel.sections.list.item(3).text() == "To settle (1)"
    cards = [room.panel.to_settle.settling._cards[key] for key in (1, 2)]
    spoken = " ".join(card.choice.accessibleName() for card in cards)
    assert "Shelters must open." in spoken
    assert "Shelters could open." in spoken
    assert "Rapporteur desk 1" in spoken
    assert "Secretariat desk" in spoken
    shown = " ".join(card.value.text() for card in cards)
    only = " ".join(card.choice.accessibleDescription() for card in cards)
    assert "Only this version says: must" in only
    assert "Only this version says: could" in only
    assert "<b><u>must</u></b>" in shown
    assert "<b><u>could</u></b>" in shown


def test_a_figure_chooses_a_version_and_the_button_settles(room):
    room.disagree()
    wanted = room.panel.to_settle.settling.conflict.versions[1].value["text"]
    room.qtbot.keyClick(room.panel.to_settle.list, Qt.Key.Key_2)
    assert room.panel.to_settle.settling.choices.checkedId() == 2
    room.qtbot.mouseClick(room.panel.to_settle.settling.settle, Qt.MouseButton.LeftButton)
    room.settle()
    assert held(room).text == wanted
    room.qtbot.waitUntil(lambda: room.counted[-1] == 0, timeout=5_000)
    assert room.panel.sections.list.item(3).text() == "To settle"
    assert room.panel.to_settle.nothing.isVisible()


def test_a_conflict_is_settled_by_two_keys(room):
    room.disagree()
    wanted = room.panel.to_settle.settling.conflict.versions[0].value["text"]
    room.panel.show_conflicts()
    room.qtbot.keyClick(room.panel.to_settle.list, Qt.Key.Key_1)
    room.qtbot.keyClick(room.panel.to_settle.list, Qt.Key.Key_Return)
    room.settle()
    assert room.conflicts() == []
    assert held(room).text == wanted


def test_another_value_can_be_written(room):
    room.disagree()
    settling = room.panel.to_settle.settling
    settling.other.setChecked(True)
    entry = next(one for one in settling._entries if one.info.name == "text")
    entry.show_value("Shelters may open.")
    room.qtbot.mouseClick(settling.settle, Qt.MouseButton.LeftButton)
    room.settle()
    assert (held(room).text, held(room).language) == ("Shelters may open.", "en")


def test_a_milder_class_needs_a_reason_and_the_stricter_one_none(room):
    room.disagree("sensitivity", "confidential", "public", reason="The speaker said so.")
    settling = room.panel.to_settle.settling
    milder = next(at for at, one in enumerate(settling.conflict.versions) if one.value == "public")
    settling.choose(2 - milder)
    assert settling.settle.isEnabled()
    settling.choose(1 + milder)
    assert not settling.settle.isEnabled()
    assert "needed" in settling._reason_label.text()
    settling.reason.setText("Agreed with the speaker.")
    room.qtbot.mouseClick(settling.settle, Qt.MouseButton.LeftButton)
    room.settle()
    assert held(room).sensitivity == "public"


def test_a_record_that_one_desk_deleted_and_another_edited_can_be_kept(room):
    room.run("edit", id=room.note, text="Shelters must open.")
    room.other.run(COMMANDS["delete"], id=room.note)
    room.take(room.bundle(room.other, "other"))
    settling = room.panel.to_settle.settling
    assert "deleted by one desk and edited by another" in settling._title.text()
    assert "deleted it" in settling._cards[1].choice.text()
    assert "Shelters must open." in settling._cards[2].value.text()
    settling.choose(2)
    settling.do_settle()
    room.settle()
    assert room.conflicts() == []
    assert held(room).text == "Shelters must open."


def test_what_was_chosen_stays_while_other_things_change(room):
    room.disagree()
    room.panel.to_settle.settling.choose(2)
    room.panel.to_settle.settling.reason.setText("Because")
    room.run("add", kind="note", text="Something else.")
    room.workplace.finish()
    room.qtbot.wait(50)
    assert room.panel.to_settle.settling.choices.checkedId() == 2
    assert room.panel.to_settle.settling.reason.text() == "Because"


def test_a_form_can_send_a_person_straight_to_the_conflict(room):
    room.disagree()
    room.panel.sections.list.setCurrentRow(0)
    room.panel.show_conflict(room.note, "text")
    assert room.panel.sections.current is room.panel.to_settle
    assert room.panel.to_settle.settling.conflict.record == room.note


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_at_once_and_names_what_can_be_reached(room, language):
    room.disagree()
    room.panel.to_settle.settling.other.setChecked(True)
    interface.use(language)
    room.panel.retranslate()
    unnamed = [
        widget
        for widget in room.panel.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and widget.isEnabled()
        and not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_files_dropped_elsewhere_bring_the_room_to_the_front(room):
    wished = []
    room.panel.look_requested.connect(lambda: wished.append(True))
    assert room.panel.take_files([room.bundle(room.other, "other")])
    assert wished == [True]
    assert room.panel.sections.current is room.panel.taking


def test_out_of_sight_only_the_number_in_the_tab_follows(room):
    room.panel.hide()
    room.workplace.finish()
    read: list[str] = []
    for section in room.panel._all:
        section.refresh = partial(read.append, type(section).__name__)
    room.panel._follow()
    assert read == ["ToSettle"]
    room.panel.show()
    assert {"SideBySide", "AfterAdoption"} <= set(read)


def test_an_encrypted_bundle_bears_each_ending_once(room, tmp_path, monkeypatch):
    giving = room.panel.giving
    room.panel.sections.show_section(giving)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda _parent, _title, name, _kinds: (name, ""))
    giving._folder = str(tmp_path)
    packing = giving.packing
    packing.reader.setCurrentIndex(packing.reader.findData("passphrase"))
    packing._on_chosen(0)
    packing.passphrase.setText("four quiet blue boats")
    giving.write_bundle()
    room.qtbot.waitUntil(lambda: giving.told.text().startswith("✓"), timeout=15_000)
    [made] = tmp_path.glob("*.age")
    assert made.name.count(".hrdesk.json.gz.age") == 1
    assert made.name.count(".json") == 1
