"""From characters to glyphs: HarfBuzz, asked once for every word.

Each glyph keeps the text it stands for, so that what is copied out of the file is what was written.
"""

import re
import unicodedata
from typing import NamedTuple

import uharfbuzz

from hrdesk.outcome.pdf.faces import IGNORABLE, PLACEHOLDER, Face

CONTEXT = 3
"""How many neighbouring characters decide the form of an Arabic letter (marks are skipped, three are plenty)."""
STANDS_FOR_NOTHING = "\u200b"
"""Text of the further glyphs of a letter that is drawn with several: every glyph must have some (PDF/UA-1 7.21.7)."""
UNBREAKABLE = re.compile("[\u00a0\u202f]")
"""Blanks that were made unbreakable are found again as the blanks they were typed as."""


class Glyph(NamedTuple):
    """A glyph with its text, its advance and its shift, in thousandths of the font size."""

    number: int
    text: str
    advance: int
    shift_x: int
    shift_y: int


class Shaper:
    """Shapes stretches of one face and one direction, and remembers them."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str, bool, str, str, str], tuple[Glyph, ...]] = {}

    def shape(
        self, face: Face, text: str, start: int, end: int, right_to_left: bool, language: str
    ) -> tuple[Glyph, ...]:
        """Return the glyphs of ``text[start:end]`` from left to right; right-to-left letters join their neighbours."""
        piece = text[start:end]
        before = text[max(0, start - CONTEXT) : start] if right_to_left else ""
        after = text[end : end + CONTEXT] if right_to_left else ""
        if before[-1:].isspace():
            before = ""
        if after[:1].isspace():
            after = ""
        key = (face.name, piece, right_to_left, language, before, after)
        if key not in self._known:
            self._known[key] = _shape(face, piece, right_to_left, language, before, after)
        return self._known[key]


def _shape(face: Face, piece: str, right_to_left: bool, language: str, before: str, after: str) -> tuple[Glyph, ...]:
    printable = "".join(c if c in IGNORABLE or face.has(c) else PLACEHOLDER for c in piece)
    buffer = uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_codepoints([ord(c) for c in before + printable + after], len(before), len(printable))
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.guess_segment_properties()
    buffer.language = language
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(face.shaper, buffer)
    offset = len(before)
    clusters = [info.cluster - offset for info in buffer.glyph_infos]
    texts = _texts(piece, clusters, right_to_left)
    return tuple(
        Glyph(info.codepoint, text, position.x_advance, position.x_offset, position.y_offset)
        for info, position, text in zip(buffer.glyph_infos, buffer.glyph_positions, texts, strict=True)
    )


def _texts(piece: str, clusters: list[int], right_to_left: bool) -> list[str]:
    """Share the characters out to the glyphs of a stretch, given the cluster of every glyph."""
    order = range(len(clusters) - 1, -1, -1) if right_to_left else range(len(clusters))
    groups: list[list[int]] = []
    for at in order:
        if groups and clusters[groups[-1][0]] == clusters[at]:
            groups[-1].append(at)
        else:
            groups.append([at])
    texts = [""] * len(clusters)
    for place, group in enumerate(groups):
        start = clusters[group[0]]
        end = clusters[groups[place + 1][0]] if place + 1 < len(groups) else len(piece)
        text = "".join(character for character in piece[start:end] if character not in IGNORABLE)
        text = UNBREAKABLE.sub(" ", text)
        shares = [text] if len(group) == 1 else list(unicodedata.normalize("NFD", text))
        if len(shares) != len(group):
            shares = [text, *[STANDS_FOR_NOTHING] * (len(group) - 1)]
        for at, share in zip(group, shares, strict=True):
            texts[at] = share or STANDS_FOR_NOTHING
    return texts
