"""Bullets and numbers before paragraphs, and lists that stand inside a sentence."""

import re

BULLETS = "→⇒➔❖♦◆★·•▪●◦‣∙○■□➢➤►✓✔\uf0b7\uf0a7\uf0d8\uf0fc"

MARK = re.compile(
    rf"""(?P<bullet>[{BULLETS}]\s*|[-–—*]\s+(?=\S)|o\s+(?=[A-ZÀ-Þ"“(]))
    |(?P<number>
        \((?:\d{{1,2}}|[A-Za-z]|[ivx]{{1,5}}|[IVX]{{1,5}})\)(?:\s+|(?=[A-Z]))
        |(?:\d{{1,2}}|[ivx]{{1,5}}|[IVX]{{1,5}}|[A-Za-z])(?:\.-|[.)])(?:\s+|(?=[A-ZÀ-Þ][a-zà-þ]))
        |(?:[A-Z]\.|\d{{1,2}}\.)\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}[.)]?\s+(?=["“(]?[A-ZÀ-Þ])
    )""",
    re.VERBOSE,
)

NO_MARK = re.compile(r"[A-Z]\.\s?[A-Z]\.|\d{1,2}\.\d\d\s?(?:[-–—]|to\b|a\.m|p\.m|hrs|h\b)|(?:i\.e|e\.g)\.|M\.\s[A-Z]")
"""What looks like a number but begins a name ("H.E. Mr."), a time of day ("10.00 – 11.00") or an abbreviation."""

INLINE = re.compile(r"(?:^|(?<=[\s:;,.]))(\(?)([a-z]|[ivx]{1,5}|[A-H]|\d{1,2})\)\s?(?=\S)")

SMALL_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


def split_mark(text: str) -> tuple[str, str, bool]:
    """Split a line into its mark, the rest, and whether the mark is a bullet."""
    found = MARK.match(text)
    if found is None or (found["number"] and NO_MARK.match(text)):
        return "", text, False
    rest = text[found.end() :].strip()
    if not rest:
        return "", text, False
    return found.group().strip(), rest, found["bullet"] is not None


def bare(mark: str) -> str:
    """Give the number alone: "3" for "3.", "a" for "(a)", "B.1.2" for "B.1.2."."""
    return mark.strip("().- ")


def number_style(mark: str) -> str:
    """Tell the style of a number: arabic, roman, capital, small, dotted; "" for bullets and none."""
    number = bare(mark)
    if not number or not number[0].isalnum() or number == "o":
        return ""
    if "." in number:
        return "dotted"
    if number.isdigit():
        return "arabic"
    if number.casefold() in SMALL_ROMAN and number.casefold() not in ("c", "d"):
        return "roman" if number.isupper() else "small roman"
    return "capital" if number.isupper() else "small"


def inline_items(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Split "to: (a) share; (b) learn" into what stands before the list and its items with their marks.

    A list counts only when its marks follow each other from the first one on; otherwise the text stays whole.
    """
    marks = list(INLINE.finditer(text))
    for series in (SMALL_ROMAN, tuple("abcdefghijklmnopqrst"), tuple(str(n) for n in range(1, 30)), tuple("ABCDEFGH")):
        chosen: list[re.Match[str]] = []
        for found in marks:
            if len(chosen) < len(series) and found.group(2) == series[len(chosen)]:
                chosen.append(found)
        if len(chosen) > 1:
            ends = [found.start() for found in chosen[1:]] + [len(text)]
            items = [
                (text[found.start() : found.end()].strip(), text[found.end() : end].strip())
                for found, end in zip(chosen, ends, strict=True)
            ]
            if all(words for _, words in items):
                return text[: chosen[0].start()].strip(), items
    return text, []
