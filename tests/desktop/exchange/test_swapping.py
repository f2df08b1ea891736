"""One stick, one button; and leaving with work that no bundle has carried away asks once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.exchange.stick import swap
from hrdesk.records import Note
from hrdesk.work import COMMANDS


@pytest.fixture
def stick(room):
    """Give an empty stick that this machine knows."""
    folder = room.folder / "stick"
    folder.mkdir()
    room.workplace.settings.stick = str(folder)
    room.panel.swapping.retranslate()
    return folder


def texts(desk):
    with desk.reading() as reader:
        return sorted(one.text for one in reader.every(Note))


def press(room):
    page = room.panel.swapping
    room.panel.sections.show_section(page)
    room.qtbot.mouseClick(page.swap, Qt.MouseButton.LeftButton)


def swapped(room):
    page = room.panel.swapping
    room.qtbot.waitUntil(lambda: page._swapped is not None, timeout=10_000)
    return page.told.text()


def test_one_press_each_and_one_more_make_two_desks_equal(room, stick):
    room.run("add", kind="note", text="From here.")
    room.other.run(COMMANDS["add"], kind="note", text="From there.")
    press(room)
    assert "The stick can be removed now." in swapped(room)
    assert "not encrypted" in swapped(room), "nobody else's key is known yet"
    swap(room.other, stick)
    press(room)
    page = room.panel.swapping
    room.qtbot.waitUntil(lambda: page._asks, timeout=10_000)
    assert "Rapporteur desk 1" in page.pane.authors.items[0].text(0)
    press(room)
    assert "Taken in" in swapped(room)
    assert "not encrypted" not in swapped(room)
    assert texts(room.workplace.desk) == texts(room.other)


def test_an_unknown_desk_on_the_stick_can_be_kept_out(room, stick):
    room.other.run(COMMANDS["add"], kind="note", text="From there.")
    swap(room.other, stick)
    press(room)
    page = room.panel.swapping
    room.qtbot.waitUntil(lambda: page._asks, timeout=10_000)
    page.pane.authors.items[0].setCheckState(0, Qt.CheckState.Checked)
    press(room)
    swapped(room)
    assert texts(room.workplace.desk) == ["Shelters should open."]


def test_the_stick_is_chosen_once_and_remembered(room, monkeypatch):
    folder = room.folder / "usb"
    folder.mkdir()
    asked: list[object] = []

    def answer(*told):
        asked.append(told)
        return str(folder)

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", answer)
    press(room)
    swapped(room)
    press(room)
    swapped(room)
    assert len(asked) == 1
    assert len([one for one in folder.iterdir() if one.name.startswith("hrdesk-")]) == 2
    kept = (room.workplace.desk.file.profile.folder / "settings.json").read_text("utf-8")
    assert str(folder) in kept


def test_a_stick_that_is_not_there_is_told_in_a_sentence(room, stick):
    stick.rmdir()
    press(room)
    room.qtbot.waitUntil(lambda: bool(room.refused), timeout=5_000)
    assert "put the stick in" in str(room.refused[0])
    assert room.panel.swapping.swap.isEnabled()


def test_leaving_with_work_in_no_bundle_asks_once(room):
    room.run("add", kind="note", text="Written here alone.")
    assert not room.panel.close_up()
    assert "in no bundle yet" in room.panel._warning.text()
    assert room.panel.sections.current is room.panel.giving
    assert room.panel.close_up()


def test_a_desk_that_gave_everything_is_left_without_a_question(room, stick):
    room.run("add", kind="note", text="Written here alone.")
    press(room)
    swapped(room)
    assert room.panel.close_up()


def test_a_swap_asks_before_words_are_withdrawn(room, stick):
    page = room.panel.swapping
    room.take(room.bundle(room.other, "other"))
    room.other.run(COMMANDS["withdraw"], item=room.note)
    swap(room.other, stick)
    press(room)
    room.qtbot.waitUntil(lambda: page._asks, timeout=10_000)
    assert texts(room.workplace.desk) == ["Shelters should open."]
    assert len(page.pane.withdrawn.items) == 1
    assert not page.pane.let_withdrawals_in.isVisible()
    press(room)
    assert "withdrawn and are gone" in swapped(room)
    assert texts(room.workplace.desk) == []
