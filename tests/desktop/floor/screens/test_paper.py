"""The sheet as pages."""

from dataclasses import replace
from datetime import UTC

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QWidget

from hrdesk.desktop.floor.screens.paper import print_list, write_pdf
from tests.desktop.floor.screens.pictures import at, picture


def words_of(path):
    document = pypdfium2.PdfDocument(path)
    told = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return told


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_sheet_is_one_page_of_a4(qapp, tmp_path, language):
    write_pdf(picture(language), tmp_path / "list.pdf", at(130), zone=UTC)
    document = pypdfium2.PdfDocument(tmp_path / "list.pdf")
    assert [round(side) for side in document.get_page_size(0)] == [595, 842]
    assert len(document) == 1
    document.close()


def test_a_list_of_a_hundred_runs_over_pages_that_are_numbered(qapp, tmp_path):
    seen = picture()
    many = tuple(replace(seen.waiting[5], place=place) for place in range(1, 101))
    write_pdf(replace(seen, waiting=many), tmp_path / "list.pdf", at(130))
    told = words_of(tmp_path / "list.pdf")
    assert len(told) > 1
    for number, page in enumerate(told, 1):
        assert f"{number} / {len(told)}" in page
    assert "100" in told[-1] or "100" in told[-2]


def test_names_are_printed_for_the_desk_alone(qapp, tmp_path):
    write_pdf(picture(), tmp_path / "room.pdf", at(130))
    write_pdf(picture(), tmp_path / "desk.pdf", at(130), for_the_desk=True)
    assert "as the desk knows it" not in "".join(words_of(tmp_path / "room.pdf"))
    assert "as the desk knows it" in "".join(words_of(tmp_path / "desk.pdf"))


def test_printing_is_asked_for_and_can_be_declined(qtbot, monkeypatch):
    titles = []

    def decline(dialog):
        titles.append(dialog.windowTitle())
        return 0

    monkeypatch.setattr(QPrintDialog, "exec", decline)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert not print_list(picture(), parent, at(130))
    assert not print_list(picture(), parent, at(130), for_the_desk=True)
    assert titles == ["Print the list", "Print the list with names, for the desk only"]


def test_what_is_accepted_is_printed(qtbot, monkeypatch, tmp_path):
    def into_a_file(dialog):
        dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", into_a_file)
    parent = QWidget()
    qtbot.addWidget(parent)
    assert print_list(picture(), parent, at(130))
    assert "Ghana" in words_of(tmp_path / "printed.pdf")[0]
