"""Reads the sheets of a workbook (.xlsx) into tables of texts: formulas are not run, links not followed.

The door is the standard library, behind the limits with which Word documents are opened.
"""

import io
import re
import xml.etree.ElementTree as ET
import zipfile
import zlib

from hrdesk.errors import Refused
from hrdesk.files.rows import MOST_COLUMNS, MOST_ROWS, MOST_TEXT, TOO_MANY_ROWS, Table, make_table
from hrdesk.files.word_package import part, whole
from hrdesk.language import N_

MAIN_PART = "xl/workbook.xml"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
P = "{http://schemas.openxmlformats.org/package/2006/relationships}"

MOST_SHEETS = 50
MOST_CELLS = 1_000_000
PLACE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
SPAN = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
DAMAGED_SHEET = N_(
    "{name} is damaged and could not be read; open it in a spreadsheet program, save it again and try again."
)
OTHER_FORM = N_("{name} is a workbook in a form that cannot be read; save it as Excel workbook (.xlsx) or as CSV.")


def read_spreadsheet(content: bytes, name: str) -> tuple[Table, ...]:
    """Read the bytes of a workbook: each sheet that is shown, in order; Refused when they are none, or harmful."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            return tuple(_sheets(package, name))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as broken:
        raise Refused(DAMAGED_SHEET, name=name) from broken


def _sheets(package: zipfile.ZipFile, name: str) -> list[Table]:
    book = part(package, MAIN_PART, name)
    links = part(package, "xl/_rels/workbook.xml.rels", name)
    listed = list(book.iter(f"{S}sheet")) if book is not None else []
    if not listed or links is None:
        raise Refused(OTHER_FORM, name=name)
    targets = {link.get("Id", ""): link.get("Target", "") for link in links.iter(f"{P}Relationship")}
    shared = _shared(part(package, "xl/sharedStrings.xml", name))
    tables: list[Table] = []
    for sheet in listed[:MOST_SHEETS]:
        target = targets.get(sheet.get(f"{R}id", ""), "")
        path = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
        if sheet.get("state", "visible") != "visible" or "worksheets/" not in path:
            continue
        root = part(package, path, name)
        if root is not None:
            room = MOST_TEXT - sum(one.size for one in tables)
            tables.append(make_table(_rows(root, shared, name), name, sheet.get("name", ""), room))
    return tables


def _shared(root: ET.Element | None) -> list[str]:
    return [_text(item) for item in root.iter(f"{S}si")] if root is not None else []


def _text(item: ET.Element) -> str:
    """Give the text of a string with its runs, without the reading aids of East Asian scripts."""
    told = []
    for child in item:
        if child.tag == f"{S}t":
            told.append(child.text or "")
        elif child.tag == f"{S}r":
            told += [text.text or "" for text in child.iter(f"{S}t")]
    return "".join(told)


def _rows(root: ET.Element, shared: list[str], name: str) -> list[list[str]]:
    rows: dict[int, list[str]] = {}
    number = cells = 0
    for row in root.iter(f"{S}row"):
        number = max(number + 1, whole(row.get("r"), 0))
        held: list[str] = []
        for cell in row.iter(f"{S}c"):
            cells += 1
            if cells > MOST_CELLS:
                raise Refused(TOO_MANY_ROWS, name=name)
            place = PLACE.fullmatch(cell.get("r", ""))
            column = _column(place[1]) if place else len(held)
            if column < MOST_COLUMNS:
                held += [""] * (column + 1 - len(held))
                held[column] = _value(cell, shared)
        rows[number] = held
        if len(rows) > MOST_ROWS * 2:
            raise Refused(TOO_MANY_ROWS, name=name)
    _fill_merged(root, rows)
    return [rows[at] for at in sorted(rows)]


def _value(cell: ET.Element, shared: list[str]) -> str:
    form = cell.get("t", "n")
    if form == "inlineStr":
        inline = cell.find(f"{S}is")
        return _text(inline) if inline is not None else ""
    value = cell.findtext(f"{S}v", "")
    if form == "s":
        at = whole(value, -1)
        return shared[at] if 0 <= at < len(shared) else ""
    return "" if form == "e" else value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _fill_merged(root: ET.Element, rows: dict[int, list[str]]) -> None:
    """Write what stands in cells that are joined downwards into each of their rows: a State beside its delegates."""
    for merged in root.iter(f"{S}mergeCell"):
        span = SPAN.fullmatch(merged.get("ref", ""))
        if span is None or span[1] != span[3]:
            continue
        column, first, last = _column(span[1]), int(span[2]), int(span[4])
        value = rows.get(first, [])[column : column + 1]
        if not value or last - first > MOST_ROWS:
            continue
        for at in range(first + 1, last + 1):
            if any(rows.get(at, ())):
                rows[at] += [""] * (column + 1 - len(rows[at]))
                rows[at][column] = rows[at][column] or value[0]
