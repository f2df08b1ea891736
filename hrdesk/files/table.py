"""Reads a foreign file into tables, choosing the reader by what the file holds and not by its name."""

from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.files.delimited import parse_delimited, read_delimited
from hrdesk.files.document import COMPOUND_FILE, ENCRYPTED_PACKAGE, load
from hrdesk.files.docx import read_docx
from hrdesk.files.refusals import PROTECTED
from hrdesk.files.rows import NO_TABLE, Table, make_table
from hrdesk.files.spreadsheet import read_spreadsheet
from hrdesk.language import N_

__all__ = ["Table", "read_lines", "read_pasted", "read_tables"]

ZIP = (b"PK\x03\x04", b"PK\x05\x06")


def read_tables(path: Path) -> tuple[Table, ...]:
    """Read the tables of the file at ``path``; Refused, with one sentence, when it holds none that can be read."""
    name = path.name
    content = load(path)
    if not content.strip():
        raise Refused(N_("{name} is empty; choose the file that holds the list."), name=name)
    if b"%PDF-" in content[:1024]:
        raise Refused(
            N_("{name} is a PDF, which holds no table; choose the sheet or document it was made from."), name=name
        )
    if content.startswith(COMPOUND_FILE):
        if ENCRYPTED_PACKAGE in content:
            raise Refused(PROTECTED, name=name)
        raise Refused(N_("{name} is an old Office file; save it as .xlsx or .docx and try again."), name=name)
    if content.startswith(b"{\\rtf"):
        raise Refused(N_("{name} is rich text (.rtf); save it as .docx and try again."), name=name)
    if content.startswith(ZIP):
        tables = read_spreadsheet(content, name) if b"xl/workbook.xml" in content else read_word_tables(content, name)
    else:
        tables = (read_delimited(content, name),)
    kept = tuple(table for table in tables if table.rows)
    if not kept:
        raise Refused(NO_TABLE, name=name)
    return kept


def read_pasted(text: str, name: str) -> tuple[Table, ...]:
    """Read what was copied from a sheet, a table or a list; ``name`` is what a refusal calls it."""
    table = parse_delimited(text, name)
    if not table.rows:
        raise Refused(N_("There is no text in the clipboard; copy the list and try again."))
    return (table,)


def read_lines(text: str, name: str) -> Table:
    """Read a text as rows of one cell: a list in which commas belong to what is said."""
    return make_table([[line] for line in text.splitlines()], name)


def read_word_tables(content: bytes, name: str) -> tuple[Table, ...]:
    """Read the tables of a Word document; one without any gives its lines as rows of one cell."""
    lines = read_docx(content, name).lines
    tables: dict[int, dict[int, dict[int, str]]] = {}
    for line in lines:
        if len(line.cell) == 3:  # (table, row, column)
            at, row, column = line.cell
            cells = tables.setdefault(at, {}).setdefault(row, {})
            cells[column] = f"{cells.get(column, '')}\n{line.text}"
    if not tables:
        return (make_table([line.text.split("\t") for line in lines], name),)
    return tuple(
        make_table([[cells.get(at, "") for at in range(1, max(cells) + 1)] for _, cells in sorted(rows.items())], name)
        for _, rows in sorted(tables.items())
    )
