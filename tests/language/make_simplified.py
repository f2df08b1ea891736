"""Make resources/unicode/simplified.txt from the Unihan database (Debian package ``unicode-data``).

Run by hand when the shipped Unicode version changes: ``python tests/language/make_simplified.py FOLDER``, where
FOLDER holds Unihan_Variants.txt.bz2 (on Debian /usr/share/unicode). Of several simplified forms the first that is not
the character itself counts; only the characters of the first block (U+4E00 to U+9FFF) are kept, which hold all that
people write today.
"""

import bz2
import sys
from pathlib import Path

TARGET = Path(__file__).parents[2] / "resources" / "unicode" / "simplified.txt"
FIRST, LAST = "\u4e00", "\u9fff"
PER_LINE = 24


def pairs(text: str) -> dict[str, str]:
    """Map each traditional character to its simplified one, which is none that is mapped itself."""
    found = {}
    for line in text.splitlines():
        if "\tkSimplifiedVariant\t" not in line:
            continue
        code, _, told = line.split("\t")
        own = chr(int(code.removeprefix("U+"), 16))
        others = [one for one in (chr(int(told.removeprefix("U+"), 16)) for told in told.split()) if one != own]
        if others and FIRST <= own <= LAST and FIRST <= others[0] <= LAST:
            found[own] = others[0]
    for own, other in list(found.items()):
        seen, last = {own}, other
        while last in found and last not in seen:
            seen.add(last)
            last = found[last]
        found[own] = last
    return {own: other for own, other in found.items() if other not in found}


def main(folder: Path) -> None:
    """Write the table."""
    told = pairs(bz2.decompress((folder / "Unihan_Variants.txt.bz2").read_bytes()).decode())
    shown = [own + other for own, other in sorted(told.items())]
    lines = [" ".join(shown[at : at + PER_LINE]) for at in range(0, len(shown), PER_LINE)]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
