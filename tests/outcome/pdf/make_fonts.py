"""Make the subsets in resources/fonts from the fonts that resources/fonts/SOURCES.md names.

Run by hand when a font changes: ``python tests/outcome/pdf/make_fonts.py FOLDER``, where FOLDER holds the unpacked
packages. The same input gives the same bytes.
"""

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset

FONTS = Path(__file__).parents[3] / "resources" / "fonts"

LETTERS = (
    (0x20, 0x7E),
    (0xA0, 0x24F),  # Latin-1, Latin Extended-A and -B
    (0x2B0, 0x36F),  # modifier letters, combining marks
    (0x370, 0x3FF),  # Greek
    (0x400, 0x52F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Vietnamese and other names
    (0x1F00, 0x1FFF),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20CF),  # currencies
    (0x2100, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x25A0, 0x25FF),
    (0xFB00, 0xFB06),
    (0xFFFD, 0xFFFD),
)
SPOKEN_FEATURES = ["ccmp", "locl", "liga", "rlig", "calt", "init", "medi", "fina", "isol", "kern", "mark", "mkmk"]
IDEOGRAPHIC_FEATURES = ["ccmp", "kern", "mark"]


def repertoire(codec: str) -> set[int]:
    """Return every character of the basic plane that a Chinese codec can write."""
    characters = set()
    for code in range(0x20, 0xFFFE):
        if 0xD800 <= code <= 0xF8FF:
            continue
        try:
            chr(code).encode(codec)
        except UnicodeEncodeError:
            continue
        characters.add(code)
    return characters


def letters() -> set[int]:
    """Return the characters kept of the serif faces: Latin, Greek, Cyrillic and signs."""
    return {code for first, last in LETTERS for code in range(first, last + 1)}


def arabic_letters() -> set[int]:
    """Return all the Arabic face has but ASCII signs: its digits and stops would not match the serif's in symbols."""
    return set(range(0x20, 0xFFFE)) - set(range(0x21, 0x7F))


def make(source: Path, target: str, characters: Iterable[int], features: list[str]) -> None:
    """Write one subset and print its name, size and SHA-256, as SOURCES.md lists them."""
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.recalc_timestamp = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG", "STAT", "BASE", "vhea", "vmtx"]
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    path = FONTS / target
    subset.save_font(font, str(path), options)
    data = path.read_bytes()
    print(f"{target} {len(data)} {hashlib.sha256(data).hexdigest()}")


def main(folder: Path) -> None:
    """Make all eight faces."""
    serif, chinese = folder / "serif/package", folder / "sc/package"
    arabic = folder / "core/usr/share/fonts/truetype/noto"
    for weight, name in (
        ("400Regular", "Regular"),
        ("700Bold", "Bold"),
        ("400Regular_Italic", "Italic"),
        ("700Bold_Italic", "BoldItalic"),
    ):
        make(serif / weight / f"NotoSerif_{weight}.ttf", f"NotoSerif-{name}.ttf", letters(), SPOKEN_FEATURES)
    for name in ("Regular", "Bold"):
        arabic_file = arabic / f"NotoNaskhArabic-{name}.ttf"
        make(arabic_file, f"NotoNaskhArabic-{name}.ttf", arabic_letters(), SPOKEN_FEATURES)
    for weight, name, codec in (("400Regular", "Regular", "gbk"), ("700Bold", "Bold", "gb2312")):
        characters = repertoire(codec) | set(range(0x20, 0x7F)) | set(range(0xA0, 0x100))
        make(chinese / weight / f"NotoSansSC_{weight}.ttf", f"NotoSansSC-{name}.ttf", characters, IDEOGRAPHIC_FEATURES)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
