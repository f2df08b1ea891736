"""What a foreign document holds, in plain data: lines of text, with what its format says about each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One paragraph or line of a foreign document.

    ``text`` is as printed, the mark of an automatic list included; ``mark`` repeats that mark ("1.", "(a)", "•")
    and ``level`` says how deep it stands (0 outermost). ``number`` counts from 1 in the source. ``cell`` is (table,
    row, column), each from 1, for a line inside a table. ``calls`` are the places in ``text`` from which a footnote
    is called, with the mark of that footnote.
    """

    text: str
    number: int
    style: str = ""
    mark: str = ""
    level: int = 0
    cell: tuple[int, ...] = ()
    calls: tuple[tuple[int, str], ...] = ()
    bold: bool = False


@dataclass(frozen=True)
class ForeignText:
    """A document as lines; ``footnotes`` are (mark, text), and ``title`` is what its properties call it."""

    lines: tuple[Line, ...]
    footnotes: tuple[tuple[str, str], ...] = ()
    title: str = ""
