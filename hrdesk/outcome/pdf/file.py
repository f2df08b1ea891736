"""The PDF file as numbered objects: reportlab keeps them, numbers them and writes them out.

Nothing above reportlab's object layer is used: its pages name a font that is not embedded, and its streams end in a
way that PDF/A forbids. Objects are given as the bytes between ``obj`` and ``endobj``.
"""

import zlib
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfdoc

VERSION = (1, 7)


class _Body(pdfdoc.PDFObject):  # type: ignore[misc]  # reportlab has no types
    """An object whose bytes are known, or will be before the file is written."""

    __RefOnly__ = 1

    def __init__(self, body: bytes = b"null") -> None:
        self.body = body

    def format(self, _document: object) -> bytes:
        return self.body


class _Information(_Body):
    """The document information, in the place where reportlab expects its own."""

    invariant = 1

    def digest(self, signature: Any) -> None:
        signature.update(self.body)


class _NoOutlines(_Body):
    """Bookmarks are in the catalog already; reportlab asks for its own and finds none."""

    ready = 0

    def prepare(self, _document: object, _canvas: object) -> None:
        """Do nothing."""


@dataclass(frozen=True)
class Reference:
    """The number of an object in the file."""

    number: int

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class PdfFile:
    """A file under construction: objects are added, or reserved first and filled in later."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(invariant=1, pdfVersion=VERSION)
        self._bodies: dict[int, _Body] = {}

    def reserve(self) -> Reference:
        """Return the number of an object that is filled in later."""
        return self._register(_Body())

    def fill(self, reference: Reference, body: str) -> None:
        """Give a reserved object its body."""
        self._bodies[reference.number].body = body.encode("ascii")

    def add(self, body: str) -> Reference:
        """Add an object."""
        return self._register(_Body(body.encode("ascii")))

    def add_stream(self, content: bytes, entries: str = "", compress: bool = True) -> Reference:
        """Add a stream; ``entries`` are further entries of its dictionary."""
        self._document.updateSignature(content)
        if compress:
            content = zlib.compress(content, 9)
            entries += " /Filter /FlateDecode"
        head = f"<< /Length {len(content)} {entries} >>\nstream\n".encode("ascii")
        return self._register(_Body(head + content + b"\nendstream"))

    def finished(self, catalog: str, information: str) -> bytes:
        """Return the whole file, given the bodies of its catalog and its document information."""
        document = self._document
        document.Catalog = _Body(catalog.encode("ascii"))
        document.Outlines = _NoOutlines()
        document.info = _Information(information.encode("ascii"))
        data: bytes = document.GetPDFData(None)
        return data

    def _register(self, body: _Body) -> Reference:
        name = self._document.Reference(body).name
        number: int = self._document.idToObjectNumberAndVersion[name][0]
        self._bodies[number] = body
        return Reference(number)


def text_string(text: str) -> str:
    """Return a text as a PDF string in UTF-16."""
    return "<" + ("\ufeff" + text).encode("utf-16-be", "replace").hex() + ">"


def number(value: float) -> str:
    """Return a length with three decimals at most, the same on every machine."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"", "-0"} else text
