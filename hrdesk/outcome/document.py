"""The outcome document as its writers see it: what stands on the pages, in one language, ready to be set.

Nothing in here is markup: a text is printed as it is, whatever signs it holds.
"""

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Run:
    """A stretch of text in one face. ``language`` differs from the document's own for text in another language."""

    text: str
    bold: bool = False
    italic: bool = False
    language: str | None = None


@dataclass(frozen=True)
class Note:
    """A footnote: the mark printed in the text (``"1"`` or ``"*"``) and what stands at the foot of that page."""

    mark: str
    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading. Level 1 is the document's title, 2 a roman-numeral section, 3 a lettered one, 4 a numbered one."""

    level: int
    runs: tuple[Run, ...]
    number: str = ""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph. ``number`` is what is printed before it (``"12."``, ``"(a)"``), ``indent`` its depth from 0.

    ``hangs`` says that its text stands beside the number and does not return under it, as that of a point.

    ``notes`` pairs a position in the runs' joined text with the footnote called there.
    """

    runs: tuple[Run, ...]
    number: str = ""
    indent: int = 0
    notes: tuple[tuple[int, Note], ...] = ()
    align: Literal["justify", "start", "center", "end"] = "justify"
    hangs: bool = False


@dataclass(frozen=True)
class Summary:
    """The boxed, unnumbered summary on the first page."""

    heading: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Contents:
    """The place of the table of contents; the writer fills it with headings and page numbers."""

    heading: str
    page_word: str


@dataclass(frozen=True)
class Table:
    """A table with a repeated header row; cells hold runs; ``widths`` are shares of the measure.

    ``bars`` draws a bar beside the words of each row's last cell, in thousandths of the longest bar there can be.
    """

    header: tuple[tuple[Run, ...], ...]
    rows: tuple[tuple[tuple[Run, ...], ...], ...]
    widths: tuple[int, ...]
    bars: tuple[int, ...] = ()


@dataclass(frozen=True)
class Masthead:
    """The head of the first page (Editorial Manual, "Masthead and cover page").

    ``organisation`` "United Nations", ``symbol`` as printed, ``organ`` "General Assembly", ``lines`` the block on
    the right (distribution, date, language of this version, original language), ``body`` the lines under it
    ("Human Rights Council", session, dates, agenda items).
    """

    organisation: str
    symbol: str
    organ: str
    lines: tuple[str, ...]
    body: tuple[str, ...]


Block = Heading | Paragraph | Summary | Contents | Table

Form = Literal["paper", "slides"]
"""Pages to read, or pages to show: of slides each heading of level 2 begins a page, and its text stands as points."""


@dataclass(frozen=True)
class Document:
    """One outcome document in one language. ``banner`` is the class printed on every page ("Restricted"), or empty.

    ``date`` is an ISO date and becomes the date inside the file, so that the same content gives the same bytes.
    """

    language: str
    title: str
    masthead: Masthead
    blocks: tuple[Block, ...]
    subject: str = ""
    author: str = ""
    date: str = ""
    banner: str = ""
    page_notes: tuple[Note, ...] = field(default=())
    """Notes called by asterisks in the title, printed at the foot of the first page."""
    form: Form = "paper"
    foot: str = ""
    """What stands at the foot of every page beside its number, such as the version of a draft."""
    line_numbers: bool = False
    """Whether the lines are numbered in the margin, from 1 on every page, as drafts for negotiation are."""
