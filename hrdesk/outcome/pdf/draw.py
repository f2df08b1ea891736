"""Drawing: filled pages become the operators of the file, every mark either tagged or declared an artifact."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from hrdesk.outcome.pdf.faces import Face
from hrdesk.outcome.pdf.file import number
from hrdesk.outcome.pdf.font import EmbeddedFont
from hrdesk.outcome.pdf.lines import Placed
from hrdesk.outcome.pdf.strips import TextInk
from hrdesk.outcome.pdf.tags import Element, Marked, language_entry

EMBOLDENED = 0.03
"""Width of the outline that makes a regular face bold, in ems (rare ideographs have no bold face here)."""


@dataclass
class Fonts:
    """The fonts of the file, named in the order of their first use."""

    by_face: dict[str, EmbeddedFont] = field(default_factory=dict)

    def of(self, face: Face) -> EmbeddedFont:
        """Return the font of a face."""
        if face.name not in self.by_face:
            self.by_face[face.name] = EmbeddedFont(face, f"F{len(self.by_face) + 1}")
        return self.by_face[face.name]


@dataclass
class Sheet:
    """The operators of one page, and the elements that its marked contents belong to."""

    page: int
    fonts: Fonts
    operators: list[str] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    spans: dict[tuple[int, str], Element] = field(default_factory=dict)

    def text(self, ink: TextInk, left: float, top: float) -> None:
        """Draw a line of text whose strip begins at ``left`` and ``top``; without an element it is an artifact."""
        x, y = left + ink.x, top - ink.down
        if ink.element is None:
            self.artifact("".join(self._shown(ink.line.words, x, y)))
            return
        pieces = []
        for element, words in groupby(ink.line.words, key=lambda placed: self._element(placed, ink)):
            placed = list(words)
            pieces.append((min(item.word.start for item in placed), element, placed))
        mark_of = {}
        for start, element, _ in sorted(pieces, key=lambda piece: piece[0]):
            element.hang()
            mark_of[start] = len(self.marks)
            element.kids.append(Marked(self.page, len(self.marks)))
            self.marks.append(element)
        for start, element, placed in pieces:
            self.operators.append(f"/{element.kind} << /MCID {mark_of[start]} >> BDC")
            self.operators += self._shown(placed, x, y)
            self.operators.append("EMC")

    def artifact(self, operators: str, kind: str = "/Artifact BMC") -> None:
        """Draw something that is not content."""
        self.operators += [kind, operators, "EMC"]

    def rule(self, x: float, y: float, width: float, thickness: float, grey: float = 0.0) -> None:
        """Draw a horizontal rule, black unless ``grey`` says otherwise."""
        line = f"{number(thickness)} w {number(x)} {number(y)} m {number(x + width)} {number(y)} l S"
        self.artifact(f"{number(grey)} G {line} 0 G" if grey else line)

    def frame(self, x: float, bottom: float, width: float, height: float, thickness: float, edges: str = "tb") -> None:
        """Draw the frame around boxed strips, without the edges that another page draws ("t" top, "b" bottom)."""
        right, top = x + width, bottom + height
        lines = [(x, bottom, x, top), (right, bottom, right, top)]
        if "t" in edges:
            lines.append((x, top, right, top))
        if "b" in edges:
            lines.append((x, bottom, right, bottom))
        drawn = " ".join(f"{number(a)} {number(b)} m {number(c)} {number(d)} l" for a, b, c, d in lines)
        self.artifact(f"{number(thickness)} w {drawn} S")

    def _element(self, placed: Placed, ink: TextInk) -> Element:
        """Return the element of a word: the ink's own, its footnote call, or a span in another language."""
        assert ink.element is not None  # text() has dealt with artifacts
        style = placed.word.style
        if style.note >= 0 and ink.calls:
            return ink.calls[style.note]
        if not style.foreign:
            return ink.element
        key = (id(ink), style.foreign)
        if key not in self.spans:
            self.spans[key] = ink.element.child("Span", language_entry(style.foreign), later=True)
        return self.spans[key]

    def _shown(self, words: Sequence[Placed], x: float, y: float) -> Iterator[str]:
        """Yield the operators of words from left to right, one text object for each stretch of a font and size."""
        keyed = groupby(words, key=lambda item: (item.word.face.name, item.word.style))
        for (_, style), group in keyed:
            placed = [item for item in group if item.word.glyphs]
            if not placed:
                continue
            face = placed[0].word.face
            font = self.fonts.of(face)
            size = style.size * face.scale
            bold = style.wanted.bold and not face.bold
            pen = f"2 Tr {number(size * EMBOLDENED)} w " if bold else ""
            yield (
                f"BT {pen}/{font.name} {number(size)} Tf 1 0 0 1 {number(x + placed[0].x)} {number(y + style.rise)} Tm"
                f" {''.join(_glyphs(placed, font, size))}{' 0 Tr' if bold else ''} ET\n"
            )


def _glyphs(placed: Sequence[Placed], font: EmbeddedFont, size: float) -> Iterator[str]:
    """Yield the showing operators: glyph numbers, and the difference wherever a glyph does not stand where it falls.

    ``pen`` and ``due`` are thousandths of the size, from the first word's left end.
    """
    origin = placed[0].x
    pen = 0.0
    row: list[str] = []
    run: list[str] = []
    rise = 0

    def flushed() -> None:
        if run:
            row.append(f"<{''.join(run)}>")
            run.clear()

    for item in placed:
        due = (item.x - origin) * 1000 / size
        for glyph in item.word.glyphs:
            if glyph.shift_y != rise:
                flushed()
                if row:
                    yield f"[{' '.join(row)}] TJ "
                    row.clear()
                rise = glyph.shift_y
                yield f"{number(rise * size / 1000)} Ts "
            gap = due + glyph.shift_x - pen
            if abs(gap) > 0.5:
                flushed()
                row.append(number(round(-gap, 1)))
                pen += round(gap, 1)
            run.append(f"{font.number(glyph):04x}")
            pen += font.natural(glyph)
            due += glyph.advance + item.extra * 1000 / size
    flushed()
    if row:
        yield f"[{' '.join(row)}] TJ"
    if rise:
        yield " 0 Ts"
