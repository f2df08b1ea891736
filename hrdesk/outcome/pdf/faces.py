"""The shipped fonts: which face prints which character, in which language and style.

Fonts are fallen back on in an order per language, character by character; what no face has is printed as a box,
keeps its text, and is counted, so that a person hears of it.
"""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import uharfbuzz

from hrdesk.outcome.pdf.bidi import STRONG_AS
from hrdesk.outcome.pdf.characters import bidi_class, break_class
from hrdesk.paths import resources_folder

SERIF, NASKH, CHINESE = "NotoSerif", "NotoNaskhArabic", "NotoSansSC"
STYLES = {
    SERIF: ("Regular", "Bold", "Italic", "BoldItalic"),
    NASKH: ("Regular", "Bold"),
    CHINESE: ("Regular", "Bold"),
}
SCALES = {NASKH: 1.2}
"""Naskh letters are small for their body: beside the serif they are set larger, here and nowhere else."""
ORDER = {"ar": (NASKH, SERIF, CHINESE), "zh": (CHINESE, SERIF, NASKH)}
OTHERWISE = (SERIF, NASKH, CHINESE)
PLACEHOLDER = "\u25a1"
IGNORABLE = frozenset(
    [chr(code) for code in (0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x202A, 0x202F))]
    + [chr(code) for code in (*range(0x2060, 0x2070), *range(0xFE00, 0xFE10), 0xFEFF, *range(0xE0000, 0xE1000))]
)
"""Signs without a picture of their own (Default_Ignorable_Code_Point as far as it concerns us)."""


@dataclass(frozen=True)
class Face:
    """One font file. Lengths are in thousandths of the font size, whatever the file's own unit."""

    name: str
    path: Path
    bold: bool
    scale: float

    @cached_property
    def shaper(self) -> Any:
        """The font as uharfbuzz sees it."""
        font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(self.path.read_bytes())))
        font.scale = (1000, 1000)
        return font

    def has(self, character: str) -> bool:
        """Say whether the face has a glyph for the character."""
        return bool(self.shaper.get_nominal_glyph(ord(character)))


@dataclass(frozen=True)
class Wanted:
    """What a character asks of its face."""

    language: str
    bold: bool = False
    italic: bool = False


class FontCase:
    """The faces of one document, opened when first needed, and what they lacked."""

    def __init__(self) -> None:
        self.missing: dict[str, int] = {}
        self._folder = resources_folder() / "fonts"
        self._faces: dict[str, Face] = {}
        self._chains: dict[Wanted, tuple[Face, ...]] = {}
        self._found: dict[tuple[Wanted, str], Face | None] = {}

    def chain(self, wanted: Wanted) -> tuple[Face, ...]:
        """Return the faces to try for a language and style, best first."""
        if wanted not in self._chains:
            upright = "Bold" if wanted.bold else "Regular"
            style = ("Bold" if wanted.bold else "") + ("Italic" if wanted.italic else "") or upright
            families = ORDER.get(wanted.language.split("-")[0], OTHERWISE)
            if style not in STYLES[families[0]]:  # where letters do not slant, brackets and digits do not either
                style = upright
            names = [(family, style if style in STYLES[family] else upright) for family in families]
            if wanted.bold:  # the bold Chinese face has the common characters only
                names.append((CHINESE, "Regular"))
            self._chains[wanted] = tuple(self._face(family, style) for family, style in names)
        return self._chains[wanted]

    def find(self, wanted: Wanted, character: str) -> Face | None:
        """Return the first face of the chain that has the character."""
        key = (wanted, character)
        if key not in self._found:
            self._found[key] = next((face for face in self.chain(wanted) if face.has(character)), None)
        return self._found[key]

    def choose(self, text: str, start: int, end: int, wanted: Wanted) -> list[Face]:
        """Return the face of every character of ``text[start:end]``, a stretch of one style and one direction.

        Digits and punctuation follow the letters before them (in Arabic text a symbol like A/HRC/60/CRP.4 is set
        in one face); without any, the face of the language. Marks follow their letter.
        """
        chosen: list[Face] = []
        base = self.chain(wanted)[0]
        context = next(
            (self._of_letter(wanted, text[at]) for at in range(start, end) if bidi_class(text[at]) in {"L", "R", "AL"}),
            base,
        )
        for at in range(start, end):
            character = text[at]
            if character in IGNORABLE or character == "\u2028":
                face = chosen[-1] if chosen else context
            elif chosen and break_class(character) == "CM":
                face = chosen[-1] if chosen[-1].has(character) else self._of_letter(wanted, character)
                if face.has(text[at - 1]):  # a letter goes with its mark where its own face has none
                    chosen[-1] = face
            elif character == " ":
                face = base
            elif bidi_class(character) in STRONG_AS and bidi_class(character) not in {"EN", "AN"}:
                face = context = self._of_letter(wanted, character)
            elif context.has(character):
                face = context
            else:
                face = self._of_letter(wanted, character)
            chosen.append(face)
        return chosen

    def report(self, text: str, wanted: Wanted) -> str:
        """Count the characters that no face has."""
        for character in text:
            if character in IGNORABLE or character in "\u2028\n" or self.find(wanted, character):
                continue
            self.missing[character] = self.missing.get(character, 0) + 1
        return text

    def _of_letter(self, wanted: Wanted, character: str) -> Face:
        return self.find(wanted, character) or self._face(CHINESE, "Regular")

    def _face(self, family: str, style: str) -> Face:
        name = f"{family}-{style}"
        if name not in self._faces:
            path = self._folder / f"{name}.ttf"
            self._faces[name] = Face(name, path, "Bold" in style, SCALES.get(family, 1.0))
        return self._faces[name]
