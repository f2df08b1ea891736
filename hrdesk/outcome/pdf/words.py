"""Words: the pieces of a story that a line is made of, shaped once and never cut again.

A word ends where a line may end, and where style, direction or face change; blanks are words of their own.
"""

from collections.abc import Sequence
from typing import NamedTuple

from hrdesk.outcome.pdf.breaks import Chance
from hrdesk.outcome.pdf.characters import break_class
from hrdesk.outcome.pdf.faces import IGNORABLE, Face, FontCase
from hrdesk.outcome.pdf.shaping import Glyph, Shaper
from hrdesk.outcome.pdf.story import Story, Style
from hrdesk.outcome.pdf.typography import HARD_BREAK

BLANKS = frozenset(" \u00a0")


class Word(NamedTuple):
    """Glyphs that stay together: one face, one direction, one style, either blank or not."""

    start: int
    end: int
    level: int
    style: Style
    face: Face
    glyphs: tuple[Glyph, ...]
    width: float
    blank: bool


def words_of(
    story: Story, resolved: Sequence[int], allowed: Sequence[Chance], case: FontCase, shaper: Shaper
) -> list[Word]:
    """Cut the text where its style, direction, face or blankness changes or a line may end, and shape the pieces."""
    words: list[Word] = []
    text = story.text
    for stretch in story.stretches:
        start = stretch.start
        while start < stretch.end:
            end = start + 1
            while end < stretch.end and resolved[end] == resolved[start]:
                end += 1
            faces = case.choose(text, start, end, stretch.style.wanted)
            piece = start
            for at in range(start + 1, end + 1):
                if (
                    at == end
                    or allowed[at]
                    or faces[at - start] is not faces[piece - start]
                    or (text[at] in BLANKS) != (text[piece] in BLANKS)
                    or text[at] == HARD_BREAK
                ):
                    words.append(_word(story, piece, at, resolved[piece], stretch.style, faces[piece - start], shaper))
                    piece = at
            start = end
    return words


def _word(story: Story, start: int, end: int, level: int, style: Style, face: Face, shaper: Shaper) -> Word:
    text = story.text
    glyphs: tuple[Glyph, ...] = ()
    if text[start] != HARD_BREAK:
        glyphs = shaper.shape(face, text, start, end, bool(level % 2), style.wanted.language)
    width = sum(glyph.advance for glyph in glyphs) * style.size * face.scale / 1000
    blank = text[start] in BLANKS or text[start] == HARD_BREAK
    return Word(start, end, level, style, face, glyphs, width, blank)


def cut_to_measure(
    words: list[Word], story: Story, allowed: list[Chance], measure: float, shaper: Shaper
) -> list[Word]:
    """Cut what is wider than a line where it stands: after its slashes, else between any two characters.

    Changes ``allowed`` to match.
    """
    result: list[Word] = []
    for unit in _units(words, allowed, Chance.ALLOWED):
        if sum(word.width for word in unit) <= measure:
            result += unit
            continue
        for part in _units(unit, allowed, Chance.LAST_RESORT):
            allowed[part[0].start] = max(allowed[part[0].start], Chance.ALLOWED)
            if sum(word.width for word in part) <= measure:
                result += part
                continue
            for word in part:
                result += _letters(word, story, allowed, shaper)
    return result


def _units(words: Sequence[Word], allowed: Sequence[Chance], least: Chance) -> list[list[Word]]:
    units: list[list[Word]] = []
    for word in words:
        if units and allowed[word.start] < least:
            units[-1].append(word)
        else:
            units.append([word])
    return units


def _letters(word: Word, story: Story, allowed: list[Chance], shaper: Shaper) -> list[Word]:
    """Cut a word before every character that is not a mark."""
    cuts = [word.start]
    for at in range(word.start + 1, word.end):
        if break_class(story.text[at]) not in {"CM", "ZWJ"} and story.text[at] not in IGNORABLE:
            cuts.append(at)
            allowed[at] = max(allowed[at], Chance.ALLOWED)
    ends = [*cuts[1:], word.end]
    return [
        _word(story, start, end, word.level, word.style, word.face, shaper)
        for start, end in zip(cuts, ends, strict=True)
    ]
