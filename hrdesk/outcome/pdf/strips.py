"""Strips: everything on a page is a strip as wide as the measure, and a page is strips one under the other.

A strip is one line of a paragraph, one line across the cells of a table row, or a rule. It is never cut; it says
whether it must stay with the next one, which footnotes belong at the foot of its page, and what stands above it
again when it begins a page (the header row of a table).
"""

from dataclasses import dataclass

from hrdesk.outcome.pdf.lines import Line
from hrdesk.outcome.pdf.tags import Element


@dataclass(frozen=True)
class TextInk:
    """A line of text: ``x`` from the left end of the measure, ``down`` from the strip's top to the baseline."""

    line: Line
    x: float
    down: float
    element: Element | None
    calls: tuple[Element, ...] = ()
    """Elements of the note marks in the text, by the number of the note."""


@dataclass(frozen=True)
class RuleInk:
    """A horizontal rule from ``x`` over ``width``, ``down`` from the strip's top; ``grey`` 0 is black, 1 is white."""

    x: float
    width: float
    down: float
    thickness: float
    grey: float = 0.0


Ink = TextInk | RuleInk


@dataclass(frozen=True)
class FootNote:
    """A footnote as it stands at the foot of a page: its lines."""

    strips: "tuple[Strip, ...]"


@dataclass(frozen=True)
class Strip:
    """A piece of a page, ``height`` high, with ``above`` blank over it except at the top of a page.

    ``anchor`` is the heading that it is, ``link`` the one that a click on it leads to; -1 is none.
    ``starts_page`` says that it begins a page, ``counted`` that its line is numbered where lines are.
    """

    height: float
    inks: tuple[Ink, ...] = ()
    above: float = 0.0
    keep: bool = False
    notes: tuple[FootNote, ...] = ()
    repeated: "tuple[Strip, ...]" = ()
    boxed: bool = False
    anchor: int = -1
    link: int = -1
    starts_page: bool = False
    counted: bool = False


@dataclass(frozen=True)
class Standing:
    """A strip in its place: ``top`` is counted from the foot of the sheet; an echo is a repeated header row."""

    strip: Strip
    top: float
    echo: bool = False


@dataclass(frozen=True)
class Page:
    """One filled page; ``notes_top`` is where the rule over the footnotes is drawn, 0 without notes."""

    body: tuple[Standing, ...]
    notes: tuple[Standing, ...]
    notes_top: float
