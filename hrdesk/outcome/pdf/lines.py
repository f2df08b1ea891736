"""From a story to lines: which words stand on which line, how wide the blanks are, what comes leftmost.

A line that would be stretched too far stays ragged.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from hrdesk.outcome.pdf.bidi import levels, line_levels, visual_order
from hrdesk.outcome.pdf.breaks import Chance, tailored
from hrdesk.outcome.pdf.characters import break_class
from hrdesk.outcome.pdf.faces import FontCase
from hrdesk.outcome.pdf.filling import WIDEST_BLANK, fill_lines, settle
from hrdesk.outcome.pdf.shaping import Shaper
from hrdesk.outcome.pdf.story import Story
from hrdesk.outcome.pdf.words import Word, cut_to_measure, words_of

Align = Literal["justify", "start", "center", "end"]
IDEOGRAPHIC = frozenset({"ID", "NS", "cp", "op", "H2", "H3"})
WIDEST_GAP = 0.25
"""How much a gap between ideographs may grow, in ems; wider gaps also make readers of the file see blanks there."""


class Placed(NamedTuple):
    """A word on its line: ``x`` from the left end of the measure; ``extra`` is how much each blank of it grows."""

    x: float
    word: Word
    extra: float


@dataclass(frozen=True)
class Line:
    """One set line: its words from left to right, and the footnotes called in it."""

    words: tuple[Placed, ...]
    width: float
    notes: tuple[int, ...]


def set_lines(
    story: Story,
    measure: float,
    case: FontCase,
    shaper: Shaper,
    align: Align = "start",
    first: float = 0.0,
) -> list[Line]:
    """Set a story into lines of a measure; the first line begins ``first`` points further in."""
    if not story.text:
        return []
    resolved = levels(story.text, story.right_to_left)
    allowed = tailored(story.text, story.language)
    words = words_of(story, resolved, allowed, case, shaper)
    words = cut_to_measure(words, story, allowed, measure - first, shaper)
    filled = fill_lines(words, allowed, measure, first)
    if align == "justify" and len(filled) > 1 and not any(break_class(sign) in IDEOGRAPHIC for sign in story.text):
        filled = settle(words, allowed, filled, measure, first)
    lines = []
    for begin, end, hard in filled:
        indent = first if not begin else 0.0
        last = hard or end == len(words)
        lines.append(_line(words[begin:end], story, resolved, allowed, measure, indent, align, last))
    return lines


def set_one(story: Story, case: FontCase, shaper: Shaper) -> Line:
    """Set a short story on a single line, however long it comes out."""
    lines = set_lines(story, float("inf"), case, shaper)
    return lines[0] if lines else Line((), 0.0, ())


def _line(
    words: Sequence[Word],
    story: Story,
    resolved: list[int],
    allowed: Sequence[Chance],
    measure: float,
    indent: float,
    align: Align,
    last: bool,
) -> Line:
    """Arrange the words of one line: order, alignment, stretched blanks."""
    if not words:
        return Line((), 0.0, ())
    base = int(story.right_to_left)
    start, end = words[0].start, words[-1].end
    flat = line_levels(story.text, resolved, start, end, base) if base or any(w.level for w in words) else None
    level_of = [flat[word.start - start] if flat else word.level for word in words]
    body = len(words)
    while body and words[body - 1].blank:
        body -= 1
    width = sum(word.width for word in words[:body])
    trailing = sum(word.width for word in words[body:])
    room = measure - indent
    grown = [0.0] * len(words)
    if align == "justify" and (not last or width > room):
        gaps = [at for at in range(body - 1) if _gap(words[at], words[at + 1], story.text, allowed)]
        blank, gap = _stretch(words[:body], len(gaps), room - width)
        for at in range(body):
            grown[at] = blank * len(words[at].glyphs) if words[at].blank else 0.0
        for at in gaps:
            grown[at] += gap
    width += sum(grown)
    if align == "center":
        left = indent + (room - width) / 2
    elif (align == "end") != story.right_to_left:
        left = measure - width - (indent if story.right_to_left else 0)
    else:
        left = 0.0 if story.right_to_left else indent
    if measure == float("inf"):
        left = 0.0
    x = left - (trailing if base else 0.0)
    placed = []
    for at in visual_order(level_of):
        word = words[at]
        placed.append(Placed(x, word, grown[at] / len(word.glyphs) if word.blank and word.glyphs else 0.0))
        x += word.width + grown[at]
    notes = dict.fromkeys(word.style.note for word in words if word.style.note >= 0)
    return Line(tuple(placed), width, tuple(notes))


def _stretch(words: Sequence[Word], gaps: int, missing: float) -> tuple[float, float]:
    """Return how much each blank and each gap between ideographs grows; nothing where it would be too much.

    A little too wide a line lets its blanks shrink.
    """
    blanks = sum(len(word.glyphs) for word in words if word.blank)
    if not blanks + gaps:
        return 0.0, 0.0
    each = missing / (blanks + gaps)
    if each > (WIDEST_GAP if gaps else WIDEST_BLANK) * words[0].style.size:
        return 0.0, 0.0
    return each, each


def _gap(word: Word, following: Word, text: str, allowed: Sequence[Chance]) -> bool:
    """Say whether the place between two words may grow: a line may end there, and an ideograph stands beside it."""
    if word.blank or following.blank or allowed[following.start] is not Chance.ALLOWED:
        return False
    return break_class(text[word.end - 1]) in IDEOGRAPHIC or break_class(text[following.start]) in IDEOGRAPHIC
