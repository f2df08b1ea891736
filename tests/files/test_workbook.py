"""A workbook that was written reads back as it was, and nothing in it is a formula."""

import zipfile
from io import BytesIO

from hrdesk.files.spreadsheet import read_spreadsheet
from hrdesk.files.workbook import write_workbook

ROWS = (("id", "text"), ("1", "=SUM(A1:A9)"), ("2", "السيادة"), ("3", "x" * 40_000))


def test_a_workbook_reads_back_as_it_was_written():
    (table,) = read_spreadsheet(write_workbook(ROWS[:3], "Recommendations"), "t.xlsx")
    assert table.rows == ROWS[:3]
    assert table.name == "Recommendations"


def test_nothing_is_a_formula_and_no_cell_is_longer_than_programs_read():
    with zipfile.ZipFile(BytesIO(write_workbook(ROWS, "R"))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "x" * 32_768 not in sheet


def test_a_sheet_for_readers_of_arabic_begins_at_the_right():
    with zipfile.ZipFile(BytesIO(write_workbook(ROWS[:2], "R", right_to_left=True))) as package:
        assert 'rightToLeft="1"' in package.read("xl/worksheets/sheet1.xml").decode()
