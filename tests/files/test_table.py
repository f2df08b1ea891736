"""Tables of other programs: text with whatever delimiter and code page, workbooks, tables in Word; harmful ones."""

import contextlib
import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.files import rows as limits
from hrdesk.files.delimited import decode_table, delimiter_of, parse_delimited, read_delimited
from hrdesk.files.spreadsheet import read_spreadsheet
from hrdesk.files.table import read_pasted, read_tables
from tests.files.workbooks import MAIN, cells, workbook

ROWS = (("Name", "Country"), ("Delegate One", "Kenya"), ("Delegate Two", "Côte d’Ivoire"))

TEXTS = {
    "cp1251": "Имя;Страна\nПервый делегат;Российская Федерация\nВТОРОЙ ДЕЛЕГАТ;БЕЛАРУСЬ\n",
    "cp1256": "الاسم;الدولة\nالمندوب الأول;المملكة العربية السعودية\nالمندوبة الثانية;مصر\n",
    "gb18030": "姓名;国家\n代表甲;中国\n代表乙;阿尔及利亚\n",
    "cp1252": "Nom;Pays\nDéléguée une;Côte d’Ivoire\nDélégué deux;España\nDélégué trois;États-Unis\n",
}


@pytest.mark.parametrize("delimiter", ["\t", ";", ",", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_a_table_whatever_parts_its_cells(delimiter, encoding):
    text = "\r\n".join(delimiter.join(row) for row in ROWS)
    assert read_delimited(text.encode(encoding), "list.csv").rows == ROWS


@pytest.mark.parametrize(("page", "text"), list(TEXTS.items()))
def test_a_code_page_is_told_by_how_its_words_read(page, text):
    assert decode_table(text.encode(page)) == text


def test_commas_inside_of_names_do_not_part_them():
    assert delimiter_of("Name;Function\nDelegate One;Minister, Head\nDelegate Two;Attaché, Office, Geneva\n") == ";"


def test_a_cell_in_quotes_may_hold_delimiters_and_lines():
    table = parse_delimited('Name,Function\n"One, Delegate","Minister\nHead"\n', "list")
    assert table.rows[1] == ("One, Delegate", "Minister Head")


def test_a_sheet_may_say_what_parts_its_cells():
    assert parse_delimited("sep=|\na;b|c\n", "list").rows == (("a;b", "c"),)


def test_empty_rows_and_columns_at_the_end_are_left_out():
    assert parse_delimited("a;b;;\n;;;\nc;;;\n", "list").rows == (("a", "b"), ("c", ""))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_no_text_is_too_much(text):
    try:
        table = parse_delimited(text, "list")
    except Refused:
        return
    assert len({len(row) for row in table.rows}) <= 1


@settings(max_examples=100)
@given(st.binary(max_size=300))
def test_no_bytes_are_too_much(content):
    for read in (read_delimited, read_spreadsheet):
        with contextlib.suppress(Refused):
            read(content, "list")


@given(
    st.lists(
        st.lists(st.from_regex(r"[A-Za-z0-9 é;,]{1,8}", fullmatch=True), min_size=3, max_size=3), min_size=2, max_size=9
    )
)
def test_what_was_copied_from_a_sheet_comes_back_cell_by_cell(rows):
    told = [[" ".join(cell.split()) or "x" for cell in row] for row in rows]
    text = "\n".join("\t".join(row) for row in told)
    assert [list(row) for row in read_pasted(text, "list")[0].rows] == told


def test_every_shown_sheet_of_a_workbook_is_a_table():
    content = workbook(cells([list(row) for row in ROWS]), cells([["Secret"]]), states=("visible", "hidden"))
    tables = read_spreadsheet(content, "list.xlsx")
    assert [table.rows for table in tables] == [ROWS]
    assert tables[0].name == "Sheet1"


def test_shared_texts_numbers_and_gaps_of_a_sheet_are_read():
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="2"><c r="A2" t="s"><v>1</v></c><c r="C2"><v>7</v></c>'
        '<c r="D2" t="str"><f>1+1</f><v>two</v></c><c r="E2" t="e"><v>#REF!</v></c><c r="F2" t="s"><v>99</v></c></row>'
        "</sheetData></worksheet>"
    )
    shared = "<si><t>no</t></si><si><r><t>Ken</t></r><r><t>ya</t></r><rPh sb='0' eb='1'><t>aid</t></rPh></si>"
    assert read_spreadsheet(workbook(sheet, shared=shared), "list.xlsx")[0].rows == (("Kenya", "", "7", "two"),)


def test_a_state_in_joined_cells_stands_in_each_of_their_rows():
    told = [["Country", "Name"], ["Kenya", "Delegate One"], ["", "Delegate Two"], ["France", "Delegate Three"]]
    table = read_spreadsheet(workbook(cells(told, merged="A2:A3")), "list.xlsx")[0]
    assert [row[0] for row in table.rows] == ["Country", "Kenya", "Kenya", "France"]


def test_a_table_in_word_is_read_and_a_document_without_one_gives_its_lines(tmp_path):
    document = docx.Document()
    document.add_paragraph("List of participants")
    table = document.add_table(rows=3, cols=2)
    for row, told in zip(table.rows, ROWS, strict=True):
        for cell, text in zip(row.cells, told, strict=True):
            cell.text = text
    path = tmp_path / "list.docx"
    document.save(str(path))
    assert [one.rows for one in read_tables(path)] == [ROWS]
    lines = docx.Document()
    lines.add_paragraph("Delegate One, Minister, Kenya")
    lines.save(str(path))
    assert read_tables(path)[0].rows == (("Delegate One, Minister, Kenya",),)


def archive(**parts: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return made.getvalue()


BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><worksheet><c>&b;</c></worksheet>'

HOSTILE = {
    "empty.csv": b"  \n",
    "picture.csv": b"\x89PNG\r\n\x1a\n\x00\x01\x02\x03",
    "paper.pdf": b"%PDF-1.7 ...",
    "old.xls": bytes.fromhex("d0cf11e0a1b11ae1") + b"\x00" * 100,
    "locked.xlsx": bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le"),
    "rich.rtf": b"{\\rtf1 Kenya}",
    "cut.xlsx": workbook(cells([["a"]]))[:-40],
    "bomb.xlsx": workbook(BOMB),
    "broken.xlsx": workbook("<worksheet><sheetData>"),
    "deep.xlsx": workbook("<a>" * 400 + "</a>" * 400),
    "nothing.xlsx": workbook(cells([])),
    "no_sheets.xlsx": archive(xl__workbook_dot_xml="<workbook/>"),
    "other.zip": archive(readme="hello"),
    "many.csv": b"a;b\n" * (limits.MOST_ROWS + 1),
    "long.csv": b"a;" + b"x" * (limits.MOST_TEXT_IN_CELL + 1) + b"\n",
    "huge_field.csv": b'a,"' + b"x\n" * 200_000,
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_a_harmful_or_foreign_file_is_refused_with_one_sentence(tmp_path, name):
    path = tmp_path / name
    path.write_bytes(HOSTILE[name])
    with pytest.raises(Refused) as refusal:
        read_tables(path)
    assert name in str(refusal.value)


def test_a_sheet_that_unpacks_without_end_is_refused(tmp_path):
    path = tmp_path / "zeros.xlsx"
    path.write_bytes(workbook("<worksheet>" + " " * 61_000_000 + "</worksheet>"))
    assert path.stat().st_size < 200_000
    with pytest.raises(Refused):
        read_tables(path)


def test_one_long_text_that_every_cell_points_to_is_refused(tmp_path):
    path = tmp_path / "shared.xlsx"
    row = "<row>" + "<c t='s'><v>0</v></c>" * 40 + "</row>"
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row * 100}</sheetData></worksheet>'
    path.write_bytes(workbook(sheet, shared=f"<si><t>{'word ' * 2_000}</t></si>"))
    with pytest.raises(Refused, match="too large; nothing was read"):
        read_tables(path)


def test_a_file_that_is_missing_and_an_empty_clipboard_are_refused(tmp_path):
    with pytest.raises(Refused):
        read_tables(tmp_path / "missing.csv")
    with pytest.raises(Refused):
        read_pasted(" \n ", "what was pasted")


def test_cells_far_to_the_right_are_left_out():
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>'
        "</sheetData></worksheet>"
    )
    assert read_spreadsheet(workbook(sheet), "list.xlsx")[0].rows == (("1",),)
