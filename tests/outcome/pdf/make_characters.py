"""Make resources/unicode/characters.txt from the Unicode Character Database (Debian package ``unicode-data``).

Run by hand when the shipped Unicode version changes: ``python tests/outcome/pdf/make_characters.py FOLDER``, where
FOLDER holds the files of the database (on Debian /usr/share/unicode). Classes are resolved here as far as they do
not depend on the text, so that the program need not do it: UAX #14 rule LB1, wide brackets (LB30), unassigned
pictographs (LB30b).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[3] / "resources" / "unicode" / "characters.txt"
LAST = 0x10FFFF
SHORT = {
    "Left_To_Right": "L",
    "Right_To_Left": "R",
    "Arabic_Letter": "AL",
    "European_Terminator": "ET",
    "Boundary_Neutral": "BN",
}


def entries(path: Path) -> Iterator[tuple[int, int, str, bool]]:
    """Yield (first, last, value, is a default) of a file of the database, defaults before stated values."""
    stated = []
    for line in path.read_text(encoding="utf-8").splitlines():
        default = line.startswith("# @missing:")
        data = line.removeprefix("# @missing:") if default else line.split("#")[0]
        if ";" not in data:
            continue
        span, value = (part.strip() for part in data.split(";")[:2])
        first, _, last = span.partition("..")
        entry = (int(first, 16), int(last or first, 16), value, default)
        if default:
            yield entry
        else:
            stated.append(entry)
    yield from stated


def values(path: Path, default: str) -> list[str]:
    """Return the value of every code point."""
    table = [default] * (LAST + 1)
    for first, last, value, _ in entries(path):
        table[first : last + 1] = [SHORT.get(value, value)] * (last - first + 1)
    return table


def ranges(table: list[str], left_out: str) -> Iterator[str]:
    """Yield one line per stretch of equal values, leaving out the commonest one."""
    start = 0
    for code in range(1, LAST + 2):
        if code <= LAST and table[code] == table[start]:
            continue
        if table[start] != left_out:
            yield f"{start:04X} {code - 1:04X} {table[start]}"
        start = code


def break_classes(folder: Path) -> list[str]:
    """Return the line breaking class of every code point, resolved by LB1."""
    table = values(folder / "LineBreak.txt", "XX")
    general = values(folder / "extracted" / "DerivedGeneralCategory.txt", "Cn")
    width = values(folder / "EastAsianWidth.txt", "N")
    pictographs: set[int] = set()
    for first, last, value, _ in entries(folder / "emoji" / "emoji-data.txt"):
        if value == "Extended_Pictographic":
            pictographs.update(range(first, last + 1))
    resolved = {"AI": "AL", "SG": "AL", "XX": "AL", "CJ": "NS"}
    for code, value in enumerate(table):
        if value == "SA":
            table[code] = "CM" if general[code] in {"Mn", "Mc"} else "AL"
        elif value in {"OP", "CP"} and width[code] in {"F", "W", "H"}:
            table[code] = value.lower()
        elif code in pictographs and general[code] == "Cn":
            table[code] = "XP"
        else:
            table[code] = resolved.get(value, value)
    return table


def main(folder: Path) -> None:
    """Write the table."""
    lines = [
        "# Made by tests/outcome/pdf/make_characters.py from the Unicode Character Database 15.0.0; see LICENSE.txt.",
        "[bidirectional class, left out: L]",
        *ranges(values(folder / "extracted" / "DerivedBidiClass.txt", "L"), "L"),
        "[paired brackets: opening, closing]",
    ]
    for line in (folder / "BidiBrackets.txt").read_text(encoding="utf-8").splitlines():
        parts = [part.strip() for part in line.split("#")[0].split(";")]
        if len(parts) == 3 and parts[2] == "o":
            lines.append(f"{parts[0]} {parts[1]}")
    lines += ["[line breaking class, left out: AL]", *ranges(break_classes(folder), "AL")]
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
