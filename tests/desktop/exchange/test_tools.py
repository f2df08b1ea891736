"""The section of other programs: what would leave and what stays is told, and nothing comes in before it was seen."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QTreeWidget

from hrdesk.desktop.exchange.panel import ExchangePanel
from hrdesk.errors import Refused
from hrdesk.exchange.tools.export import export
from hrdesk.language import interface
from hrdesk.records import Note, Recommendation, Tag
from hrdesk.work import COMMANDS
from tests.desktop.open_room import OpenRoom

TAGUETTE = Path(__file__).parents[2] / "exchange" / "tools" / "taguette-1.5.2.qdc"


class Room(OpenRoom):
    panel_class = ExchangePanel

    def __init__(self, qtbot, workplace, folder):
        self.folder = folder
        session = workplace.desk.run(COMMANDS["add"], kind="session", title="Open", sensitivity="public")["id"]
        self.note = workplace.desk.run(
            COMMANDS["keep-note"], session=session, text="Open shelters.", tags=["shelter"], sensitivity="public"
        )["id"]
        workplace.desk.run(COMMANDS["keep-note"], session=session, text="XYZZY", sensitivity="confidential")
        self.made = workplace.desk.run(
            COMMANDS["make-recommendation"], notes=[self.note], text="States should open shelters."
        )["id"]
        super().__init__(qtbot, workplace)
        self.out, self.into = self.panel.tools.out, self.panel.tools.into
        self.panel.sections.show_section(self.panel.tools)
        self.wait(lambda: self.out._prepared is not None)

    def wait(self, condition):
        self.qtbot.waitUntil(condition, timeout=5_000)

    def every(self, noun):
        with self.workplace.desk.reading() as reader:
            return reader.every(noun)

    def look(self, path):
        self.into.look_at(path)
        self.wait(lambda: not self.into.progress.is_busy)
        if not self.refused:
            self.wait(lambda: self.into._coming is not None)

    def take(self):
        self.qtbot.mouseClick(self.into.take, Qt.MouseButton.LeftButton)
        self.wait(lambda: self.into._done is not None)

    def table(self, before="", after="", name="t.csv"):
        path = self.folder / name
        with self.workplace.desk.reader() as reader:
            export(reader, path, "en")
        if before:
            path.write_text(path.read_text("utf-8-sig").replace(before, after), "utf-8-sig")
        return path


@pytest.fixture
def room(qtbot, workplace, tmp_path):
    workplace.commands = COMMANDS
    made = Room(qtbot, workplace, tmp_path)
    yield made
    made.close()


def test_what_would_leave_and_what_stays_is_told_before_anything_leaves(room):
    assert "1 note, 1 recommendation" in room.out.holds.text()
    assert "1 item stays here" in room.out.stays.text()
    assert room.out.stays.accessibleName() == room.out.stays.text()


def test_a_file_is_written_and_named(room):
    target = room.folder / "notes.qdpx"
    room.out.write(target)
    room.wait(lambda: room.out._written is not None)
    assert str(target) in room.out.told.text()
    assert target.exists()


def test_a_place_that_cannot_be_written_is_told(room):
    room.out.write(room.folder / "no" / "such" / "notes.qdpx")
    room.wait(lambda: bool(room.refused))
    assert isinstance(room.refused[0], Refused)
    assert not room.out.told.isVisible()


def test_a_codebook_is_shown_and_then_taken_in(room):
    room.look(TAGUETTE)
    assert "5 new tags" in room.into.brings.text()
    assert TAGUETTE.name in room.into.brings.text()
    assert not room.into.sensitivity.isVisible()
    room.take()
    assert "✓ 5 new tags" in room.into.told.text()
    assert "interesting" in {tag.name for tag in room.every(Tag)}


def test_a_changed_cell_is_shown_by_word_and_taken(room):
    room.look(room.table("open shelters", "keep shelters open"))
    assert "1 recommendation would change" in room.into.brings.text()
    assert "<s>open</s>" in room.into.difference.text()
    room.take()
    assert [one.text for one in room.every(Recommendation)] == ["States should keep shelters open."]


def test_a_milder_class_waits_for_a_reason(room):
    room.run("edit", id=room.made, sensitivity="restricted")
    room.look(room.table("restricted", "public"))
    assert room.into.reason.isVisible()
    assert not room.into.take.isVisible()
    room.into.reason.setText("agreed by the delegations")
    room.into.reason.editingFinished.emit()
    room.wait(room.into.take.isVisible)
    room.take()
    assert [one.sensitivity for one in room.every(Recommendation)] == ["public"]


def test_a_table_that_says_nothing_new_has_nothing_to_take(room):
    room.look(room.table())
    assert "1 row says what stands here already" in room.into.brings.text()
    assert not room.into.take.isVisible()


def test_coded_notes_ask_for_session_and_class_and_begin_as_confidential(room):
    path = room.folder / "notes.qdpx"
    with room.workplace.desk.reader() as reader:
        export(reader, path, "en")
    room.run("delete", id=room.note)
    room.look(path)
    assert room.into.sessions.isVisible()
    assert room.into.sensitivity.value == "confidential"
    room.take()
    assert {one.text: one.sensitivity for one in room.every(Note)}["Open shelters."] == "confidential"


def test_what_is_no_such_file_is_refused_in_a_sentence(room):
    path = room.folder / "x.qdpx"
    path.write_bytes(b"nonsense")
    room.look(path)
    assert "no REFI-QDA file" in str(room.refused[0])
    assert not room.into.take.isVisible()


def test_in_hall_mode_nothing_of_a_file_is_shown(room):
    room.look(room.table("open shelters", "XYZZY"))
    room.workplace.hall.toggle()
    assert not room.into.log.isVisible()
    assert "XYZZY" not in room.into.difference.text()
    assert "not shown while others" in room.into.brings.text()
    room.workplace.hall.toggle()
    assert room.into.log.isVisible()


def test_files_that_only_such_programs_write_may_be_dropped(room):
    assert room.panel.take_files([TAGUETTE])
    room.wait(lambda: room.into._coming is not None)
    assert not room.panel.take_files([room.folder / "people.xlsx"])


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_control_has_a_name(room, language):
    interface.use(language)
    room.panel.retranslate()
    room.look(TAGUETTE)
    controls = [
        one
        for kind in (QAbstractButton, QComboBox, QLineEdit, QTreeWidget)
        for one in room.panel.tools.findChildren(kind)
        if one.isVisible()
    ]
    assert len(controls) > 8
    named = [one.accessibleName() or (one.text() if isinstance(one, QAbstractButton) else "") for one in controls]
    assert all(named)


def test_words_of_a_file_are_never_markup(room):
    room.look(room.table("open shelters", "<b>open</b> shelters"))
    assert "&lt;b&gt;" in room.into.difference.text()


def test_coded_notes_without_a_session_to_come_into_are_refused_in_a_sentence(room):
    path = room.folder / "notes.qdpx"
    with room.workplace.desk.reader() as reader:
        export(reader, path, "en")
    room.run("delete", id=room.note)
    room.look(path)
    room.into.sessions.show_sessions((), "")
    room.into.take_in()
    assert "please choose one" in str(room.refused[0])
    assert len(room.every(Note)) == 1
