"""Writes a workbook (.xlsx) of one sheet of texts: nothing in it is a formula, whatever it begins with."""

import io
from collections.abc import Sequence

LONGEST_CELL = 32_767
"""Characters that a cell of a workbook can hold."""

WIDEST, NARROWEST = 60, 12
"""Characters: columns of long texts wrap, those of short words stay narrow."""


def write_workbook(rows: Sequence[Sequence[str]], name: str, *, right_to_left: bool = False) -> bytes:
    """Write rows under their heading, which stays in sight; ``name`` is that of the sheet."""
    from openpyxl import Workbook  # slow to load, and few need it
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "A2"
    sheet.sheet_view.rightToLeft = right_to_left
    for place, width in enumerate(_widths(rows), 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    wrapped, bold = Alignment(wrap_text=True, vertical="top"), Font(bold=True)
    for number, row in enumerate(rows):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text[:LONGEST_CELL])
            cell.data_type = "s"
            cell.alignment = wrapped
            if not number:
                cell.font = bold
            cells.append(cell)
        sheet.append(cells)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    columns = zip(*rows, strict=True)
    return [min(WIDEST, max(NARROWEST, *(len(text) + 2 for text in column))) for column in columns]
