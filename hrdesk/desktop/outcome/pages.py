"""The door to pypdfium2: the pages of a PDF in memory as pictures, and where texts begin on them."""

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

_PDFIUM = threading.Lock()
"""PDFium does one thing at a time, whatever the file: its own rule."""

LETTERS = 24
"""Letters by which the beginning of a text is known on a page; line ends and marks between them do not count."""


@dataclass(frozen=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float


class Pages:
    """A PDF file held in memory. Any thread may ask; PDFium is let go after each answer: nothing is left to close."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with self._opened() as document:
            self.sizes = tuple(PageSize(*document.get_page_size(at)) for at in range(len(document)))

    def picture(self, page: int, scale: float) -> QImage:
        """Draw a page, ``scale`` pixels of the screen for a point."""
        with self._opened() as document:
            opened = document[page]
            drawn = opened.render(scale=scale, rev_byteorder=True)
            held = QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB888)
            picture = held.copy()  # the buffer belongs to PDFium
            opened.close()
        return picture

    def places(self, texts: Sequence[str]) -> list[tuple[int, float] | None]:
        """Find where each of ``texts`` begins, in their order: its page, and points below the top of that page."""
        found: list[tuple[int, float] | None] = [None] * len(texts)
        with self._opened() as document:
            waiting = 0
            for page in range(len(self.sizes)):
                opened = document[page]
                words = opened.get_textpage()
                letters = [(one, at) for at, one in enumerate(words.get_text_range()) if one.isalnum()]
                plain, start = "".join(one for one, _ in letters), 0
                for number in range(waiting, len(texts)):
                    sought = "".join(filter(str.isalnum, texts[number]))[:LETTERS]
                    place = plain.find(sought, start) if sought else -1
                    if place >= 0:
                        box = words.get_charbox(letters[place][1])
                        found[number] = page, self.sizes[page].height - box[3]
                        start, waiting = place + len(sought), number + 1
                words.close()
                opened.close()
        return found

    @contextmanager
    def _opened(self) -> Iterator[pypdfium2.PdfDocument]:
        with _PDFIUM:
            document = pypdfium2.PdfDocument(self._data)
            try:
                yield document
            finally:
                document.close()
