"""The returned draft in the window: looked at first, taken in with Enter, hidden where the hall may not see it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hrdesk.desktop.recommendations.returned_model import head_of
from hrdesk.language import interface
from hrdesk.outcome.word_draft import export_word_draft
from hrdesk.recommendations.rules.anchors import anchor
from hrdesk.records import Amendment
from tests.files.word_pages import put_in, rewritten, run

TEXT = "Hold joint meetings."


@pytest.fixture
def came_back(panel, workplace, made, tmp_path: Path) -> Path:
    workplace.run("open-negotiation-several", recommendations=made)
    workplace.run("keep-draft-version")
    path = tmp_path / "draft.docx"
    with workplace.desk.reader() as reader:
        export_word_draft(reader, "en", path)
    inside = {anchor(made[2], TEXT): run(TEXT) + put_in(" Twice.") + put_in(" Soon.", "Chile")}
    path.write_bytes(rewritten(path.read_bytes(), {**inside, "_hro_0": put_in("Our title")}))
    return path


@pytest.fixture
def page(qtbot, panel, workplace, came_back: Path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_asked: (str(came_back), ""))
    panel.waiting.open_returned()
    shown = panel.waiting.returned
    qtbot.waitUntil(lambda: shown.model.rowCount() == 2 and not shown.progress.is_busy)
    return shown


def amendments(workplace):
    return workplace.ask(lambda reader: reader.every(Amendment))


def test_what_came_back_is_shown_with_its_difference_and_nothing_is_kept(page, panel, workplace):
    assert panel.pages.currentWidget() is page
    assert "Rev.1" in page.told.text()
    assert "Kenya" in page.model.index(0).data()
    assert "<b><u>Twice.</u></b>" in page.detail.text().replace("</u></b><b><u>", "")
    assert "Our title" in page.detail.text()
    assert amendments(workplace) == []


def test_enter_takes_in_what_is_selected_and_undo_lets_it_wait_again(qtbot, page, workplace):
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.model.changes[0].is_taken_in)
    (one,) = amendments(workplace)
    assert one.text == f"{TEXT} Twice."
    assert not page.take.isEnabled()
    workplace.desk.undo()
    qtbot.waitUntil(lambda: not page.model.changes[0].is_taken_in)
    page.take_all.click()
    qtbot.waitUntil(lambda: all(change.is_taken_in for change in page.model.changes))
    assert len(amendments(workplace)) == 2
    assert not page.take_all.isEnabled()


def test_escape_leads_back_to_the_list_and_the_page_is_still_there(qtbot, page, panel):
    qtbot.keyClick(page.list, Qt.Key.Key_Escape)
    assert panel.pages.currentWidget() is not page
    panel.waiting.open_returned()
    assert page.model.rowCount() == 2


def test_the_hall_does_not_see_what_is_confidential(qtbot, page, panel, workplace, made):
    workplace.run("edit", id=made[2], sensitivity="confidential")
    qtbot.waitUntil(lambda: page.model.changes and page.model.changes[0].sensitivity == "confidential")
    workplace.hall.toggle()
    assert page.model.rowCount() == 0
    assert TEXT not in page.detail.text()
    workplace.hall.toggle()


def test_a_file_that_is_no_draft_is_told_and_changes_nothing(qtbot, panel, workplace, refused, tmp_path):
    path = tmp_path / "other.docx"
    path.write_bytes(b"no zip")
    panel.waiting.returned.read(path)
    qtbot.waitUntil(lambda: bool(refused))
    assert "no Word file" in str(refused[0])
    assert panel.waiting.returned.draft is None


def test_in_arabic_the_number_of_a_text_stands_before_its_proposer(page, workplace):
    interface.use("ar")
    try:
        assert head_of(page.model.changes[0]).startswith("\u200f")  # read from the right wherever it is put
    finally:
        interface.use("en")
