"""The papers of the rapporteur, asked for in the room of the outcome document."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.language import LANGUAGES, interface


def do(room, name):
    next(one for one in room.panel.actions_of_room() if one.name == name).do()


@pytest.fixture
def bar(room):
    """Give the bar, asked for a session report from the menu of the room."""
    do(room, "outcome.session")
    return room.panel.pane.papers


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answer the file dialog with a file in an empty folder; what was suggested is kept."""
    asked = []

    def save(_parent, _title, suggested, _kind):
        asked.append(suggested)
        return str(tmp_path / "paper"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return asked


def choose(bar, title):
    box = bar.sessions._box
    box.setCurrentIndex(next(at for at in range(box.count()) if title in box.itemText(at)))


def write(room, bar, button):
    """Press the button and wait until the paper is written or refused."""
    room.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: bar.told.text() != "" or room.refused != [], timeout=20_000)


def points(bar):
    """Give the points of the report from top to bottom, with whether they are told."""
    found = []

    def walk(item):
        if item.data(0, Qt.ItemDataRole.UserRole):
            found.append((item.text(0), item.checkState(0) == Qt.CheckState.Checked))
        for at in range(item.childCount()):
            walk(item.child(at))

    walk(bar.points.tree.invisibleRootItem())
    return found


def point(bar, words):
    return bar.points.tree.findItems(words, Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)[0]


def test_it_is_out_of_the_way_until_it_is_asked_for(room):
    bar = room.panel.pane.papers
    assert bar.isHidden()
    room.qtbot.mouseClick(room.panel.pane.export.papers, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.isAncestorOf(bar.window().focusWidget())
    bar.close_button.click()
    assert bar.isHidden()


def test_the_report_is_written_in_the_language_of_the_preview_unless_another_is_chosen(room, bar, answer, tmp_path):
    choose(bar, "Protection")
    assert bar.language.currentData() == "en"
    bar.language.setCurrentIndex(LANGUAGES.index("ar"))
    write(room, bar, bar.save)
    assert answer == ["Protection-public-ar.pdf"]
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    assert "Written" in bar.told.text()
    assert bar.save.isEnabled()


def test_a_confidential_session_is_refused_in_words_and_nothing_is_written(room, bar, answer, tmp_path):
    room.run("edit", id=bar.sessions.session(), sensitivity="confidential")
    for kind in ("session", "questions"):
        room.refused.clear()
        bar.ask("en", kind, bar.sessions.session())
        write(room, bar, bar.save)
        assert "confidential" in str(room.refused[0])
        assert bar.save.isEnabled()
    assert not list(tmp_path.glob("*.pdf"))
    assert [Path(one).name for one in answer] == ["session report-confidential-en.pdf", "summary-confidential-en.pdf"]


def test_the_summary_is_of_one_session_or_of_all(room, bar, answer, tmp_path):
    do(room, "outcome.questions")
    choose(bar, "Protection")
    write(room, bar, bar.save_text)
    assert answer == ["Protection-public-en.txt"]
    assert "Shelters were described." in (tmp_path / "paper.txt").read_text("utf-8")
    bar.all_sessions.setChecked(True)
    assert not bar.sessions.isEnabled()
    write(room, bar, bar.save)
    assert answer[-1].endswith("summary-public-en.pdf")


def test_another_room_can_wish_for_the_summary_of_its_session(room):
    session = room.run("add", kind="session", title="Last", sensitivity="public")["id"]
    room.panel.pane.ask_for_paper("questions", session)
    bar = room.panel.pane.papers
    assert (bar.paper.name, bar.sessions.session()) == ("questions", session)
    assert bar.save.hasFocus()


def test_a_draft_is_kept_as_a_version_when_it_is_written(room, bar, answer, tmp_path):
    do(room, "outcome.draft")
    assert bar.sessions.isHidden()
    write(room, bar, bar.save)
    assert "under negotiation" in str(room.refused[0])
    room.refused.clear()
    held = room.workplace.ask(lambda reader: reader.value("SELECT min(id) FROM recommendation"))
    room.run("open-negotiation", recommendation=held)
    write(room, bar, bar.save)
    assert answer == ["draft-public-en.pdf"]
    pages = pypdfium2.PdfDocument(tmp_path / "paper.pdf")
    assert "Rev.1" in pages[0].get_textpage().get_text_range()
    pages.close()


def test_points_of_the_report_are_moved_and_left_out_by_keys(room, bar):
    for note in room.workplace.ask(lambda reader: reader.rows("SELECT id FROM note")):
        room.run("edit", id=note["id"], note_kind="key_issue")
    do(room, "outcome.rapporteur")
    listed = ["Shelters were described.", "A hotline was proposed."]
    room.qtbot.waitUntil(lambda: [one for one, _ in points(bar)][:2] == listed)
    bar.points.tree.setCurrentItem(point(bar, "hotline"))
    room.qtbot.keyClick(bar.points.tree, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    room.qtbot.waitUntil(lambda: [one for one, _ in points(bar)][:2] == listed[::-1])
    assert bar.points.tree.currentItem().text(0) == "A hotline was proposed."
    room.qtbot.keyClick(bar.points.tree, Qt.Key.Key_Space)
    room.qtbot.waitUntil(lambda: points(bar)[0] == ("A hotline was proposed.", False))
    assert room.refused == []


def test_the_hall_reads_no_title_of_a_confidential_session(room, bar):
    room.run("edit", id=bar.sessions.session(), sensitivity="confidential", title="Xyzzy")
    room.workplace.hall.toggle()
    shown = [bar.sessions._box.itemText(at) for at in range(bar.sessions._box.count())]
    assert not any("Xyzzy" in one for one in shown)
    assert "Confidential" in shown[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_at_once(room, bar, language):
    bar.ask("en", "report")
    interface.use(language)
    room.panel.retranslate()
    assert bar.save.text()
    assert all(part.accessibleName() for part in (bar.language, bar.kind, bar.points.tree, bar.points.up))
    assert (bar.language.currentData(), bar.paper.name) == ("en", "report")
