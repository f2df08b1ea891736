"""Workbooks made by hand, as small as they can be, so that tests can also make harmful ones."""

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def cells(rows: list[list[str]], merged: str = "") -> str:
    """Give the XML of a sheet with texts in its cells."""
    told = "".join(
        f'<row r="{at}">'
        + "".join(
            f'<c r="{chr(65 + column)}{at}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'
            for column, text in enumerate(row)
            if text
        )
        + "</row>"
        for at, row in enumerate(rows, start=1)
    )
    joined = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{told}</sheetData>{joined}</worksheet>'


def workbook(*sheets: str, states: tuple[str, ...] = (), shared: str = "") -> bytes:
    """Give the bytes of a workbook with these sheets."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        listed = "".join(
            f'<sheet name="Sheet{at}" sheetId="{at}" r:id="r{at}"'
            + (f' state="{states[at - 1]}"' if at <= len(states) else "")
            + "/>"
            for at in range(1, len(sheets) + 1)
        )
        package.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>'
        )
        linked = "".join(
            f'<Relationship Id="r{at}" Target="worksheets/sheet{at}.xml"/>' for at in range(1, len(sheets) + 1)
        )
        package.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{linked}</Relationships>')
        for at, sheet in enumerate(sheets, start=1):
            package.writestr(f"xl/worksheets/sheet{at}.xml", sheet)
        if shared:
            package.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{shared}</sst>')
    return made.getvalue()
