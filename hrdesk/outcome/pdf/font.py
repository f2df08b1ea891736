"""A face inside the file: a composite font that names every pair of glyph and text with a number of its own.

Two characters that share a glyph keep two numbers, so that copying, searching and reading aloud yield exactly what
was written (ToUnicode is exact); the numbers are led to the glyphs of a subset (CIDToGIDMap).
"""

import hashlib
from dataclasses import dataclass, field

import uharfbuzz

from hrdesk.outcome.pdf.faces import Face
from hrdesk.outcome.pdf.file import PdfFile, Reference
from hrdesk.outcome.pdf.shaping import Glyph

BLOCK = 100
"""Most entries in one block of a character map (PDF 32000-1, 9.7.5.4 by way of Adobe note 5411)."""
SYMBOLIC, SERIF, ITALIC, FORCE_BOLD = 4, 2, 64, 1 << 18
KEPT_TABLES = ("head", "hhea", "maxp", "hmtx", "loca", "glyf")


@dataclass(eq=False)
class EmbeddedFont:
    """One face as the pages use it: its name in their resources, and the numbers given so far."""

    face: Face
    name: str
    numbers: dict[tuple[int, str], int] = field(default_factory=dict)

    def number(self, glyph: Glyph) -> int:
        """Return the number under which the pages show a glyph with its text; numbers count from 1."""
        return self.numbers.setdefault((glyph.number, glyph.text), len(self.numbers) + 1)

    def natural(self, glyph: Glyph) -> int:
        """Return the advance that the file states for a glyph, in thousandths of its size."""
        advance: int = self.face.shaper.get_glyph_h_advance(glyph.number)
        return advance

    def write(self, file: PdfFile) -> Reference:
        """Write the font into the file."""
        glyphs = [0, *(number for number, _ in self.numbers)]
        data, places = _subset(self.face, sorted(set(glyphs)))
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(data).digest()[:6])
        name = f"{tag}+{self.face.name}"
        program = file.add_stream(data, f"/Length1 {len(data)}")
        descriptor = file.add(self._descriptor(name, program, glyphs))
        led_to = file.add_stream(b"".join(places[glyph].to_bytes(2, "big") for glyph in glyphs))
        shaper = self.face.shaper
        widths = " ".join(str(shaper.get_glyph_h_advance(glyph)) for glyph in glyphs)
        descendant = file.add(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor {descriptor} /DW 1000"
            f" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [0 [{widths}]]"
            f" /CIDToGIDMap {led_to} >>"
        )
        meaning = file.add_stream(self._character_map().encode("ascii"))
        return file.add(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant}] /ToUnicode {meaning} >>"
        )

    def _descriptor(self, name: str, program: Reference, glyphs: list[int]) -> str:
        shaper = self.face.shaper
        lefts, rights, tops, bottoms = [0], [0], [0], [0]
        for glyph in glyphs:
            box = shaper.get_glyph_extents(glyph)
            if box:
                lefts.append(box.x_bearing)
                rights.append(box.x_bearing + box.width)
                tops.append(box.y_bearing)
                bottoms.append(box.y_bearing + box.height)
        extents = shaper.get_font_extents("ltr")
        slanted = "Italic" in self.face.name
        flags = SYMBOLIC | (ITALIC if slanted else 0) | (FORCE_BOLD if self.face.bold else 0)
        flags |= SERIF if "Serif" in self.face.name else 0
        return (
            f"<< /Type /FontDescriptor /FontName /{name} /Flags {flags}"
            f" /FontBBox [{min(lefts)} {min(bottoms)} {max(rights)} {max(tops)}] /ItalicAngle {-12 if slanted else 0}"
            f" /Ascent {extents.ascender} /Descent {extents.descender} /CapHeight 714"
            f" /StemV {140 if self.face.bold else 80} /FontFile2 {program} >>"
        )

    def _character_map(self) -> str:
        entries = [
            f"<{at:04x}> <{text.encode('utf-16-be').hex()}>" for at, (_, text) in enumerate(self.numbers, start=1)
        ]
        blocks = [entries[at : at + BLOCK] for at in range(0, len(entries), BLOCK)]
        body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            f"1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n{body}\n"
            "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, dict[int, int]]:
    """Return a font program with these glyphs only, and where each of them now is."""
    source = face.shaper.face
    wanted = uharfbuzz.SubsetInput()
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyphs)
    wanted.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG).update(
        int.from_bytes(tag.encode("ascii"), "big") for tag in source.table_tags if tag not in KEPT_TABLES
    )
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    plan = uharfbuzz.SubsetPlan(source, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)
