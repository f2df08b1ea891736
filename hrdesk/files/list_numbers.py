"""Computes the numbers that Word prints before the paragraphs of automatic lists.

A list stands in numbering.xml as a definition with nine levels; a paragraph only says which list and which level.
"""

from dataclasses import dataclass, field

DEEPEST = 9

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip

BULLET = "•"


@dataclass(frozen=True)
class Level:
    """One level of a list: its number format, the text around the number ("(%1)") and where it starts."""

    number_format: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbering:
    """The lists of one document and how far each has counted."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _seen: set[tuple[str, int]] = field(default_factory=set)

    def next_mark(self, list_id: str, depth: int) -> str:
        """Count one paragraph of the list and give the mark that Word prints before it; "" for none."""
        definition = self.lists.get(list_id)
        if definition is None or not 0 <= depth < DEEPEST:
            return ""
        level = self.levels.get((definition, depth), Level())
        if level.number_format == "bullet":
            return "o" if level.text == "o" else "-" if level.text in ("-", "–", "—") else BULLET
        if level.number_format == "none":
            return ""
        counts = self._counts.setdefault(definition, [None] * DEEPEST)
        if (list_id, depth) in self.restarts and (list_id, depth) not in self._seen:
            counts[depth] = None
        current = counts[depth]
        start = self.restarts.get((list_id, depth), level.start)
        counts[depth] = start if current is None else current + 1
        self._seen.add((list_id, depth))
        counts[depth + 1 :] = [None] * (DEEPEST - depth - 1)
        return self._printed(definition, level, counts)

    def _printed(self, definition: str, level: Level, counts: list[int | None]) -> str:
        """Fill the numbers of this level and of those above into the level's text."""
        printed = level.text
        for place in range(DEEPEST):
            if f"%{place + 1}" in printed:
                upper = self.levels.get((definition, place), Level())
                count = counts[place]
                printed = printed.replace(
                    f"%{place + 1}", number_as(upper.number_format, upper.start if count is None else count)
                )
        return printed.strip()


def number_as(number_format: str, number: int) -> str:
    """Write ``number`` in one of Word's formats; formats we do not know are written in figures."""
    if number_format in ("lowerLetter", "upperLetter"):
        # After z Word doubles the letter: aa, bb.
        letters = chr(ord("a") + (number - 1) % 26) * min(1 + (number - 1) // 26, 9) if number > 0 else ""
        return letters.upper() if number_format == "upperLetter" else letters
    if number_format in ("lowerRoman", "upperRoman") and 0 < number < 4000:
        letters = ""
        for value, sign in ROMAN:
            while number >= value:
                letters += sign
                number -= value
        return letters.upper() if number_format == "upperRoman" else letters
    if number_format == "decimalZero":
        return f"{number:02d}"
    return str(number)
