"""Reads a foreign document into lines, choosing the reader by what the file holds and not by its name."""

from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.files.docx import LARGEST_PACKAGE, read_docx
from hrdesk.files.lines import ForeignText, Line
from hrdesk.files.refusals import PROTECTED, TOO_LARGE
from hrdesk.files.text import read_text
from hrdesk.language import N_

__all__ = ["ForeignText", "Line", "read_document"]

COMPOUND_FILE = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of an old Office file, and of the envelope around an encrypted new one."""

ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_document(path: Path) -> ForeignText:
    """Read the document at ``path``; Refused, with one sentence, when it cannot be read as a document."""
    name = path.name
    content = load(path)
    if not content.strip():
        raise Refused(N_("{name} is empty; choose the file that holds the note."), name=name)
    if b"%PDF-" in content[:1024]:
        raise Refused(
            N_("{name} is a PDF, which holds pictures of lines and not the text; choose the Word file or plain text."),
            name=name,
        )
    if content.startswith(COMPOUND_FILE):
        if ENCRYPTED_PACKAGE in content:
            raise Refused(PROTECTED, name=name)
        raise Refused(N_("{name} is an old Word file (.doc); save it as .docx and try again."), name=name)
    if content.startswith(b"{\\rtf"):
        raise Refused(N_("{name} is rich text (.rtf); save it as .docx and try again."), name=name)
    reader = read_docx if content.startswith((b"PK\x03\x04", b"PK\x05\x06")) else read_text
    read = reader(content, name)
    if not any(line.text.strip() for line in read.lines):
        raise Refused(N_("{name} holds no text; choose the file that holds the note."), name=name)
    return read


def load(path: Path) -> bytes:
    """Give the bytes of the file; Refused when it is missing, no file, closed to us or too large."""
    try:
        if not path.is_file():
            if path.exists():
                raise Refused(N_("{name} is not a file; choose the file that holds the note."), name=path.name)
            raise Refused(N_("{name} was not found; look where it was saved and choose it again."), name=path.name)
        if path.stat().st_size > LARGEST_PACKAGE:
            raise Refused(
                TOO_LARGE,
                name=path.name,
            )
        return path.read_bytes()
    except (OSError, ValueError) as problem:
        raise Refused(
            N_("{name} could not be opened; check that you may read it and try again."), name=path.name
        ) from problem
