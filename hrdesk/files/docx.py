"""Reads a Word document (.docx) into lines: text, list marks, tables, footnotes, headings.

The package is opened under limits and its XML is read without document types, entities or links to anything outside.
The door is the standard library: python-docx neither gives the footnotes nor the printed numbers of lists.
"""

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from hrdesk.errors import Refused
from hrdesk.files.lines import ForeignText, Line
from hrdesk.files.list_numbers import Numbering
from hrdesk.files.refusals import DAMAGED, TOO_LARGE
from hrdesk.files.word_package import W, is_on, part, value_of, whole
from hrdesk.files.word_parts import Styles, read_notes, read_numbering, read_styles
from hrdesk.language import N_

LARGEST_PACKAGE = 100_000_000
"""Bytes of the file; pictures may weigh, text does not."""

MOST_TEXT = 20_000_000
"""Characters of text in all."""

DUBLIN_CORE_TITLE = "{http://purl.org/dc/elements/1.1/}title"
MAIN_PART = "word/document.xml"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

SKIPPED = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr", FALLBACK}
"""Not part of the text as it reads: deleted words, field instructions, properties, the second copy of a text box."""


@dataclass
class Reader:
    """Walks the body of a document and gathers its lines."""

    styles: Styles
    numbering: Numbering
    notes: dict[str, str]
    lines: list[Line] = field(default_factory=list)
    called: dict[str, str] = field(default_factory=dict)
    tables: int = 0

    def body(self, parent: ET.Element, cell: tuple[int, ...] = ()) -> None:
        """Gather the paragraphs and tables inside ``parent``."""
        for element in parent:
            if element.tag == f"{W}p":
                self.paragraph(element, cell)
            elif element.tag == f"{W}tbl":
                self.table(element)
            elif element.tag not in SKIPPED:
                self.body(element, cell)

    def table(self, table: ET.Element) -> None:
        """Gather a table row by row, each paragraph of a cell as its own line."""
        self.tables += 1
        here = self.tables
        for row_number, row in enumerate(nearest(table, f"{W}tr"), start=1):
            for column, cell in enumerate(nearest(row, f"{W}tc"), start=1):
                self.body(cell, (here, row_number, column))

    def paragraph(self, paragraph: ET.Element, cell: tuple[int, ...]) -> None:
        """Gather one paragraph; a line break inside it makes two lines, a text box comes after it."""
        properties = paragraph.find(f"{W}pPr")
        style = value_of(properties, "pStyle")
        boxes: list[ET.Element] = []
        pieces: list[tuple[str, bool, str]] = []
        self.pieces(paragraph, pieces, boxes)
        words = "".join(text for text, _, _ in pieces)
        mark, level = self.mark(properties, style) if words.strip() else ("", 0)
        heavy = any(self.styles.bold.get(each, False) for each in self.styles.chain(style))
        bold = bool(words.strip()) and all(fat or heavy for text, fat, _ in pieces if text.strip())
        text, calls = (f"{mark} " if mark else ""), []
        for piece, _, note in pieces:
            if note:
                calls.append((len(text), note))
            text += piece
        start = 0
        for row in text.split("\n"):
            inside = tuple((at - start, note) for at, note in calls if start <= at <= start + len(row))
            self.lines.append(
                Line(
                    row, len(self.lines) + 1, self.styles.names.get(style, style), mark if start == 0 else "", level,
                    cell, inside, bold,
                )
            )  # fmt: skip
            start += len(row) + 1
        for box in boxes:
            self.body(box, cell)

    def pieces(self, element: ET.Element, pieces: list[tuple[str, bool, str]], boxes: list[ET.Element]) -> None:
        """Gather the runs below ``element`` as (text, bold, mark of a footnote called here)."""
        for child in element:
            if child.tag in SKIPPED:
                continue
            if child.tag == f"{W}txbxContent":
                boxes.append(child)
            elif child.tag == f"{W}r":
                properties = child.find(f"{W}rPr")
                if properties is not None and is_on(properties, "vanish"):
                    continue
                self.run(child, properties is not None and is_on(properties, "b"), pieces, boxes)
            else:
                self.pieces(child, pieces, boxes)

    def run(self, run: ET.Element, bold: bool, pieces: list[tuple[str, bool, str]], boxes: list[ET.Element]) -> None:
        """Gather the text, the tabs and breaks and the footnote calls of one run."""
        for child in run:
            if child.tag == f"{W}t":
                pieces.append(((child.text or "").replace("\n", " "), bold, ""))
            elif child.tag in (f"{W}tab", f"{W}ptab"):
                pieces.append(("\t", bold, ""))
            elif child.tag in (f"{W}br", f"{W}cr"):
                pieces.append(("\n", bold, ""))
            elif child.tag == f"{W}noBreakHyphen":
                pieces.append(("-", bold, ""))
            elif child.tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                note = child.tag.removeprefix(W)[0] + child.get(f"{W}id", "")
                if note in self.notes:
                    self.called.setdefault(note, str(len(self.called) + 1))
                    pieces.append(("", bold, self.called[note]))
            elif child.tag not in SKIPPED:
                self.pieces(child, pieces, boxes)

    def mark(self, properties: ET.Element | None, style: str) -> tuple[str, int]:
        """Count the paragraph in its list, given by itself or by its style, and give its mark and level."""
        list_id, level = "", None
        for each in self.styles.chain(style):
            if each in self.styles.lists:
                list_id, level = self.styles.lists[each]
                break
        own = properties.find(f"{W}numPr") if properties is not None else None
        if own is not None:
            list_id = value_of(own, "numId") or list_id
            level = whole(value_of(own, "ilvl"), level or 0)
        if list_id in ("", "0"):
            return "", 0
        return self.numbering.next_mark(list_id, level or 0), level or 0


def read_docx(content: bytes, name: str) -> ForeignText:
    """Read the bytes of a Word document; Refused when they are none, or harmful."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if MAIN_PART not in package.namelist():
                raise Refused(N_("{name} is an archive but no Word document; choose the .docx file itself."), name=name)
            main, styles, numbering, footnotes, endnotes, core = (
                part(package, path, name)
                for path in (
                    MAIN_PART, "word/styles.xml", "word/numbering.xml", "word/footnotes.xml", "word/endnotes.xml",
                    "docProps/core.xml",
                )
            )  # fmt: skip
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as broken:
        raise Refused(DAMAGED, name=name) from broken
    reader = Reader(read_styles(styles), read_numbering(numbering), read_notes(footnotes, endnotes))
    if main is not None:
        reader.body(main)
    if sum(len(line.text) for line in reader.lines) > MOST_TEXT:
        raise Refused(TOO_LARGE, name=name)
    title = core.findtext(f".//{DUBLIN_CORE_TITLE}", "") if core is not None else ""
    footnoted = tuple((mark, reader.notes[note]) for note, mark in reader.called.items())
    return ForeignText(tuple(reader.lines), footnoted, title.strip())


def nearest(parent: ET.Element, tag: str) -> Iterator[ET.Element]:
    """Give the elements ``tag`` below ``parent`` that are not inside a further table."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in (f"{W}tbl", f"{W}tc", *SKIPPED):
            yield from nearest(child, tag)
