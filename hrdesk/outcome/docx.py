"""Writing Word: the only place of the house that does. What it is handed was composed; it asks once more what may go.

The file is made of plain parts with real styles, and the same content gives the same bytes. Each passage stands
between the ends of a hidden bookmark, which Word and LibreOffice keep while people write in it; changes are tracked
from the first letter, and lines are numbered on each page.

Source of the elements: ECMA-376, Part 1, 17; of the forty signs of a bookmark's name: [MS-OI29500] 2.1.362.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape, quoteattr

from hrdesk.language import RIGHT_TO_LEFT
from hrdesk.outcome import word_parts
from hrdesk.records.disclosure import may_appear

Style = Literal["Title", "Subtitle", "Heading1", "Recommendation", "Alternative", "Remark"]

NUMBERED_STYLES = ("Recommendation", "Alternative")
"""What is numbered by line: the texts that are talked about, and not what stands around them."""

LONGEST_NAME = 40
"""Signs of a bookmark's name; Word takes no longer one."""

NOT_XML = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""

PIECES = re.compile("([\t\n])")
SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>"}

AGES_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the package: the earliest that a zip file knows, so that the bytes stay the same."""

PACKAGE_MODE = 0o600 << 16


@dataclass(frozen=True)
class WordParagraph:
    """One paragraph. ``number`` and square brackets stand around ``text``, outside of its bookmark ``anchor``.

    ``language`` is that of the text.
    """

    text: str
    style: Style
    language: str
    anchor: str = ""
    number: str = ""
    is_bracketed: bool = False


@dataclass(frozen=True)
class WordDocument:
    """What one file holds. ``classes`` are those of everything that stands in it.

    ``banner`` is the class printed on every page, ``foot`` what stands beside the page number, ``date`` an ISO date;
    ``properties`` are what the file says of itself, for whoever reads it when it comes back.
    """

    language: str
    title: str
    paragraphs: tuple[WordParagraph, ...]
    classes: frozenset[str]
    date: str = ""
    banner: str = ""
    foot: str = ""
    properties: Mapping[str, str] = field(default_factory=dict)


def write_docx(document: WordDocument) -> bytes:
    """Write a document as a Word file; the same document gives the same bytes."""
    if not all(may_appear(one) for one in document.classes):
        raise RuntimeError("a confidential text was composed into the document; nothing was written")
    is_mirrored = document.language in RIGHT_TO_LEFT
    body = "".join(_paragraph(one, number) for number, one in enumerate(document.paragraphs))
    margin = {
        "header": word_parts.margin_paragraph(
            "Header", _run(document.banner, document.language, bold=True), is_mirrored
        ),
        "footer": word_parts.margin_paragraph(
            "Footer", f"{_run(document.foot, document.language)}{word_parts.PAGE_NUMBER}", is_mirrored
        ),
    }
    parts = {
        "[Content_Types].xml": word_parts.CONTENT_TYPES,
        "_rels/.rels": word_parts.PACKAGE_RELATIONS,
        "word/document.xml": word_parts.main(f"{body}{word_parts.section(is_mirrored)}"),
        "word/_rels/document.xml.rels": word_parts.DOCUMENT_RELATIONS,
        "word/styles.xml": word_parts.styles(document.language),
        "word/settings.xml": word_parts.SETTINGS,
        "word/header1.xml": word_parts.margin("hdr", margin["header"]),
        "word/footer1.xml": word_parts.margin("ftr", margin["footer"]),
        "docProps/core.xml": word_parts.core(escape(_clean(document.title)), document.language, escape(document.date)),
        "docProps/custom.xml": word_parts.custom(
            {quoteattr(name): escape(_clean(value)) for name, value in document.properties.items()}
        ),
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, AGES_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = PACKAGE_MODE
            info.create_system = 0  # else it tells on which machine it was written
            package.writestr(info, word_parts.XML + content)
    return target.getvalue()


def _paragraph(one: WordParagraph, number: int) -> str:
    """Write a paragraph: number, bracket, the bookmark with the text in it, bracket."""
    before = f"{one.number}\t" if one.number else ""
    before += "[" if one.is_bracketed else ""
    text = _run(one.text, one.language)
    if one.anchor:
        if len(one.anchor) > LONGEST_NAME:
            raise ValueError(f"Word takes no bookmark of so many signs: {one.anchor}")
        name = quoteattr(one.anchor)
        text = f'<w:bookmarkStart w:id="{number}" w:name={name}/>{text}<w:bookmarkEnd w:id="{number}"/>'
    behind = _run("]", one.language) if one.is_bracketed else ""
    mirrored = "<w:bidi/>" if one.language in RIGHT_TO_LEFT else ""
    silent = "" if one.style in NUMBERED_STYLES else "<w:suppressLineNumbers/>"
    properties = f'<w:pPr><w:pStyle w:val="{one.style}"/>{silent}{mirrored}</w:pPr>'
    return f"<w:p>{properties}{_run(before, one.language)}{text}{behind}</w:p>"


def _run(text: str, language: str, *, bold: bool = False) -> str:
    """Write words in one language; tabs and line ends are elements of their own."""
    words = _clean(text)
    if not words:
        return ""
    face = "<w:b/><w:bCs/>" if bold else ""
    pieces = (
        SIGNS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in PIECES.split(words) if piece
    )
    return f"<w:r><w:rPr>{word_parts.letters(language, face)}</w:rPr>{''.join(pieces)}</w:r>"


def _clean(text: str) -> str:
    return NOT_XML.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
