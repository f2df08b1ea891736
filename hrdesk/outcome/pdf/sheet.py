"""The sheet: A4, its margins, and the sizes of every kind of text (Editorial Manual; the United Nations' reports).

Lengths are points. Texts stand in a column inset on both sides; headings hang their numbers into the inset.
"""

from dataclasses import dataclass, replace

MM = 72 / 25.4
WIDTH, HEIGHT = 210 * MM, 297 * MM
MARGIN = 20 * MM
MEASURE = WIDTH - 2 * MARGIN
INSET = 20 * MM
COLUMN = MEASURE - 2 * INSET
TOP = 27 * MM
FIRST_TOP = 15 * MM
BOTTOM = 24 * MM
HEADER_BASE = HEIGHT - 18 * MM
FOOTER_BASE = 14 * MM
TAB = 10 * MM
"""Width of a paragraph's number on its first line, and one step of depth."""
POINT_TAB = 4 * MM
"""Width of the mark of a point."""
LINE_NUMBERS_END = 4 * MM
"""Where the numbers of lines end, from the side where lines begin: before the numbers of headings."""
THIN, MIDDLE, THICK = 0.5, 0.8, 1.6
PAD = 6.0
"""Blank inside the frame of the summary."""


@dataclass(frozen=True)
class Room:
    """The height of a page and what is kept free on it: over the first page, over the others, under all."""

    height: float
    first_top: float
    top: float
    bottom: float
    header_base: float
    footer_base: float
    banner_bases: tuple[float, ...]


PAPER = Room(HEIGHT, FIRST_TOP, TOP, BOTTOM, HEADER_BASE, FOOTER_BASE, (HEIGHT - 10 * MM, 8 * MM))
SLIDE_HEIGHT = WIDTH * 9 / 16
SLIDES = Room(SLIDE_HEIGHT, 11 * MM, 11 * MM, 16 * MM, SLIDE_HEIGHT, 7 * MM, (7 * MM,))
"""Screens are 16 to 9; only how the width relates to the height and to the letters matters there, so it stays."""
ROOMS = {"paper": PAPER, "slides": SLIDES}


@dataclass(frozen=True)
class Setting:
    """How one kind of text is set: size and leading in points, face, blank above."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False
    above: float = 0.0

    @property
    def baseline(self) -> float:
        """Distance of the baseline below the top of a line."""
        return self.leading * 0.5 + self.size * 0.36


LATIN_LEADING = 1.32
FACTORS = {"ar": (1.06, 1.55), "zh": (1.05, 1.58)}
"""Size and leading of scripts that need more than Latin letters: taller joined letters, dense ideographs."""
SETTINGS = {
    "body": Setting(10, 0, above=6),
    "note": Setting(8.5, 0),
    "title": Setting(17, 0, bold=True, above=18),
    "heading 2": Setting(14, 0, bold=True, above=16),
    "heading 3": Setting(12, 0, bold=True, above=13),
    "heading 4": Setting(10, 0, bold=True, above=10),
    "heading 5": Setting(10, 0, italic=True, above=9),
    "contents": Setting(10, 0, above=3),
    "contents title": Setting(14, 0, bold=True, above=16),
    "summary title": Setting(11, 0, italic=True),
    "cell": Setting(9, 0),
    "cell head": Setting(8.5, 0, italic=True),
    "organisation": Setting(13, 0),
    "symbol letter": Setting(20, 0),
    "symbol": Setting(11, 0),
    "organ": Setting(17, 0, bold=True),
    "distribution": Setting(9.5, 0),
    "body name": Setting(12, 0, bold=True),
    "body line": Setting(10, 0),
    "running": Setting(8.5, 0, bold=True),
    "banner": Setting(10, 0, bold=True),
    "foot": Setting(7.5, 0),
    "line number": Setting(7, 0),
    "slide opening": Setting(24, 0, bold=True),
    "slide lines": Setting(12, 0, above=6),
    "slide title": Setting(18, 0, bold=True),
    "slide kind": Setting(13, 0, bold=True, above=9),
    "slide point": Setting(14, 0, above=5),
}


def setting(name: str, language: str) -> Setting:
    """Return a kind of text as a language needs it."""
    plain = SETTINGS[name]
    factor, leading = FACTORS.get(language.split("-")[0], (1.0, LATIN_LEADING))
    size = plain.size * factor
    return replace(plain, size=size, leading=round(size * leading, 2))
