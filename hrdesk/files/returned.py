"""A Word file that comes back: each passage with who put what in and took what out, and the remarks beside it.

The package is opened under the limits of ``word_package``. What the file calls itself (its own properties) and the
bookmarks that the draft was sent with are handed on as they are; what they mean is known to the room that wrote them.
"""

import hashlib
import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.files.passages import Passage
from hrdesk.files.refusals import DAMAGED, TOO_LARGE
from hrdesk.files.word_changes import passages
from hrdesk.files.word_package import part
from hrdesk.files.word_remarks import read_remarks
from hrdesk.language import N_

LARGEST_FILE = 30_000_000
"""Bytes of a file that is taken for a draft; one of 300 recommendations has a tenth of a million."""

MAIN_PART = "word/document.xml"
REMARKS_PARTS = ("word/comments.xml", "word/footnotes.xml", "word/endnotes.xml")
PROPERTIES_PART = "docProps/custom.xml"
CUSTOM = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}"
ZIP_BEGINNINGS = (b"PK\x03\x04", b"PK\x05\x06")

NO_WORD_FILE = N_("{name} is no Word file (.docx). Nothing was read; choose the draft that came back.")
NO_FILE = N_("{name} could not be opened. Nothing was read; look where it was saved and choose it again.")
NO_DRAFT = N_("{name} is larger than any draft. Nothing was read; save the text without pictures and try again.")


@dataclass(frozen=True)
class ReturnedFile:
    """A Word file as it came back. ``file_hash`` is the SHA-256 of its bytes, hexadecimal."""

    passages: tuple[Passage, ...]
    properties: Mapping[str, str]
    file_hash: str


def read_returned(path: Path) -> ReturnedFile:
    """Read the Word file at ``path`` with its tracked changes and comments; Refused when it is none, or harmful."""
    name = path.name
    content = _content(path)
    if not content.startswith(ZIP_BEGINNINGS):
        raise Refused(NO_WORD_FILE, name=name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            if MAIN_PART not in package.namelist():
                raise Refused(NO_WORD_FILE, name=name)
            main, properties, *remarks = (
                part(package, place, name) for place in (MAIN_PART, PROPERTIES_PART, *REMARKS_PARTS)
            )
    except Refused as refusal:
        if refusal.message == TOO_LARGE:  # that sentence speaks of concept notes
            raise Refused(NO_DRAFT, name=name) from None
        raise
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError) as broken:
        raise Refused(DAMAGED, name=name) from broken
    found = passages(main, read_remarks(*remarks)) if main is not None else ()
    return ReturnedFile(found, _properties(properties), hashlib.sha256(content).hexdigest())


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(NO_DRAFT, name=path.name)
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        raise Refused(NO_FILE, name=path.name) from problem


def _properties(root: ET.Element | None) -> dict[str, str]:
    """Read what the file calls itself: its own properties, which Word and LibreOffice keep."""
    found = root.iter(f"{CUSTOM}property") if root is not None else ()
    return {one.get("name", ""): "".join(one.itertext()).strip() for one in found}
