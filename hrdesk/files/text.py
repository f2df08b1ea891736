"""Reads plain text whatever its encoding: UTF-8, UTF-16, UTF-32 with or without mark, Windows and Latin pages."""

import codecs
import re

from hrdesk.errors import Refused
from hrdesk.files.lines import ForeignText, Line
from hrdesk.files.refusals import TOO_LARGE
from hrdesk.language import N_

LARGEST_TEXT = 20_000_000
"""Characters; a concept note has fifty thousand."""

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

LINE_ENDS = re.compile("\r\n|[\r\n\x0b\x0c\u2028\u2029]")

FIELD_MARKS = "\x01\x02\x05\x07\x08\x13\x14\x15\x1e\x1f"
"""What word processors leave in exported text: field and footnote marks, cell ends, special hyphens."""

CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def read_text(content: bytes, name: str) -> ForeignText:
    """Read the bytes of a text file; Refused when they are no text or too many."""
    text = decode(content)
    rubbish = sum(1 for found in CONTROLS.finditer(text) if found.group() not in FIELD_MARKS)
    if "\x00" in text or rubbish * 100 > len(text):
        raise Refused(
            N_("{name} is not a text that can be read; save the note as Word (.docx) or as plain text and try again."),
            name=name,
        )
    if len(text) > LARGEST_TEXT:
        raise Refused(TOO_LARGE, name=name)
    return ForeignText(tuple(Line(each, number) for number, each in enumerate(LINE_ENDS.split(text), start=1)))


def decode(content: bytes) -> str:
    """Decode ``content``: by its mark, as UTF-16 when every second byte is empty, as UTF-8, as Windows Western."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    head = content[:4000]
    half = len(head) // 2
    if half and head[1::2].count(0) > 0.6 * half and head[0::2].count(0) < 0.1 * half:
        return content.decode("utf-16-le", errors="replace")
    if half and head[0::2].count(0) > 0.6 * half and head[1::2].count(0) < 0.1 * half:
        return content.decode("utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        # Five bytes mean nothing in the Windows page; Latin 1 has a meaning for every byte.
        return content.decode("latin-1")
