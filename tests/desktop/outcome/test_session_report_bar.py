"""The report on one session, asked for in the room of the outcome document."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.language import LANGUAGES, interface


@pytest.fixture
def bar(room):
    """Give the bar, asked for from the menu of the room."""
    next(one for one in room.panel.actions_of_room() if one.name == "outcome.session").do()
    return room.panel.pane.session_report


@pytest.fixture
def answer(monkeypatch, tmp_path):
    """Answer the file dialog with a file in an empty folder; what was suggested is kept."""
    asked = []

    def save(_parent, _title, suggested, _kind):
        asked.append(suggested)
        return str(tmp_path / "report"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    return asked


def choose(bar, title):
    box = bar.sessions._box
    box.setCurrentIndex(next(at for at in range(box.count()) if title in box.itemText(at)))


def test_it_is_out_of_the_way_until_it_is_asked_for(room):
    bar = room.panel.pane.session_report
    assert bar.isHidden()
    room.qtbot.mouseClick(room.panel.pane.export.session, Qt.MouseButton.LeftButton)
    assert bar.isVisible()
    assert bar.sessions._box.hasFocus() or bar.sessions.isAncestorOf(bar.window().focusWidget())
    bar.close_button.click()
    assert bar.isHidden()


def test_the_report_is_written_in_the_language_of_the_preview_unless_another_is_chosen(room, bar, answer, tmp_path):
    choose(bar, "Protection")
    assert bar.language.currentData() == "en"
    bar.language.setCurrentIndex(LANGUAGES.index("ar"))
    room.qtbot.mouseClick(bar.save, Qt.MouseButton.LeftButton)
    room.qtbot.waitUntil(lambda: bar.told.text() != "", timeout=20_000)
    assert answer == ["Protection-public-ar.pdf"]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert "Report written" in bar.told.text()
    assert bar.save.isEnabled()


def test_the_name_of_the_file_tells_the_class(room, bar, answer):
    choose(bar, "Opening")
    bar._on_save()
    room.qtbot.waitUntil(lambda: bar.told.text() != "", timeout=20_000)
    assert answer == ["Opening-restricted-en.pdf"]


def test_a_confidential_session_is_refused_in_words_and_nothing_is_written(room, bar, answer, tmp_path):
    room.run("edit", id=bar.sessions.session(), sensitivity="confidential")
    bar._on_save()
    room.qtbot.waitUntil(lambda: room.refused != [], timeout=20_000)
    assert "confidential" in str(room.refused[0])
    assert not (tmp_path / "report.pdf").exists()
    assert answer == ["session report-confidential-en.pdf"]
    assert bar.save.isEnabled()


def test_the_hall_reads_no_title_of_a_confidential_session(room, bar):
    room.run("edit", id=bar.sessions.session(), sensitivity="confidential", title="Xyzzy")
    room.workplace.hall.toggle()
    shown = [bar.sessions._box.itemText(at) for at in range(bar.sessions._box.count())]
    assert not any("Xyzzy" in one for one in shown)
    assert "Confidential" in shown[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_speaks_every_language_at_once(room, bar, language):
    interface.use(language)
    room.panel.retranslate()
    assert bar.save.text()
    assert bar.language.accessibleName()
    assert bar.language.currentData() == "en"
