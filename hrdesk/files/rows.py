"""What a foreign table holds, in plain data: rows of texts."""

from dataclasses import dataclass

from hrdesk.errors import Refused
from hrdesk.language import N_

MOST_ROWS = 20_000
"""Rows of one table; the largest conferences have some thousand participants."""

MOST_COLUMNS = 200
MOST_TEXT_IN_CELL = 10_000
MOST_TEXT = 30_000_000
"""Characters of a cell, and of all tables of a file: a workbook writes a long text once and points to it anywhere."""

TOO_MANY_ROWS = N_("{name} has more than 20,000 rows; nothing was read. Divide it and try again.")
TOO_MUCH_TEXT = N_("{name} is too large; nothing was read. Divide it and take in its parts.")
NO_TABLE = N_("{name} holds no table; choose the file that holds the list.")


@dataclass(frozen=True)
class Table:
    """A table as rows of texts, every row as long as the longest; ``name`` is that of its sheet, if it has one."""

    rows: tuple[tuple[str, ...], ...]
    name: str = ""

    @property
    def size(self) -> int:
        """Count the characters in it."""
        return sum(len(cell) for row in self.rows for cell in row)


def make_table(rows: list[list[str]], file_name: str, name: str = "", room: int = MOST_TEXT) -> Table:
    """Make a table: texts on one line, empty rows and columns at the end left out; Refused when it is too large.

    ``room`` is how many characters it may hold.
    """
    if sum(len(cell[:MOST_TEXT_IN_CELL]) for row in rows for cell in row[:MOST_COLUMNS]) > room:
        raise Refused(TOO_MUCH_TEXT, name=file_name)
    plain = [[" ".join(cell[:MOST_TEXT_IN_CELL].split()) for cell in row[:MOST_COLUMNS]] for row in rows]
    plain = [row for row in plain if any(row)]
    if len(plain) > MOST_ROWS:
        raise Refused(TOO_MANY_ROWS, name=file_name)
    width = max((last + 1 for row in plain for last, cell in enumerate(row) if cell), default=0)
    return Table(tuple((*row[:width], *([""] * (width - len(row)))) for row in plain), name)
