"""Where a line may end: the Unicode line breaking algorithm (UAX #14), and what our documents ask beyond it.

Numbers are kept together by the expression of UAX #14 section 8.2, example 7, as the official test file expects.
``tailored`` adds the habits of our languages: a document symbol (``A/HRC/RES/18/14``) is broken after a slash only
when nothing else helps, its last number stays with its letters (``Add.1``), a dash never begins a line except in
Chinese, Chinese quotation marks open and close, and a Chinese numeral keeps its counter.
"""

from enum import IntEnum
from functools import cache

from hrdesk.outcome.pdf.characters import break_class


class Chance(IntEnum):
    """May a line end before this character?"""

    NEVER = 0
    LAST_RESORT = 1
    ALLOWED = 2
    MUST = 3


HARD = frozenset({"BK", "CR", "LF", "NL"})
NO_BASE = HARD | {"SP", "ZW"}
LETTERS = frozenset({"AL", "HL"})
HANGUL = frozenset({"JL", "JV", "JT", "H2", "H3"})
IDEOGRAPHS = frozenset({"ID", "EB", "EM"})
NUMBER_PARTS = frozenset({"NU", "SY", "IS"})
COUNTERS = frozenset("年月日时分条段项届次号个名位章节国人")
ORDINAL = "第"
CHINESE_QUOTES = {"\u201c": "op", "\u2018": "op", "\u201d": "CL", "\u2019": "CL"}
DASHES = frozenset("\u2013\u2014\u2015")


def chances(classes: list[str]) -> list[Chance]:
    """Return for every position the chance of a break before it, from line breaking classes.

    The first entry is NEVER (LB2); the end of the text is not listed (LB3).
    """
    result = [Chance.NEVER] * len(classes)
    left = ""  # class of the last base character (LB9), "SP" after blanks
    before_blanks = ""
    joined = False  # after U+200D (LB8a)
    number = 0  # 1 inside NU (NU|SY|IS)*, 2 after its closing bracket (LB25)
    hebrew_hyphen = False
    flags = 0
    for at, right in enumerate(classes):
        if right in {"CM", "ZWJ"}:
            if at and left not in NO_BASE:
                joined = right == "ZWJ"
                continue
            kind = "AL"
        else:
            kind = right
        if at:
            result[at] = _chance(classes, at, left, kind, before_blanks, joined, number, hebrew_hyphen, flags)
        if kind in {"NU"} or (number == 1 and kind in NUMBER_PARTS):
            number = 1
        elif number == 1 and kind in {"CL", "CP", "cp"}:
            number = 2
        else:
            number = 0
        hebrew_hyphen = left == "HL" and kind in {"HY", "BA"}
        flags = flags + 1 if kind == "RI" else 0
        joined = right == "ZWJ"
        if kind != "SP":
            before_blanks = kind
        left = kind
    return result


def _chance(
    classes: list[str],
    at: int,
    left: str,
    right: str,
    before_blanks: str,
    joined: bool,
    number: int,
    hebrew_hyphen: bool,
    flags: int,
) -> Chance:
    """Decide one position: what depends on more than two neighbours here, the rest in ``_pair``."""
    if left in HARD:
        return Chance.NEVER if (left, right) == ("CR", "LF") else Chance.MUST
    if right in HARD or right in {"SP", "ZW"}:
        return Chance.NEVER
    if before_blanks == "ZW" and left in {"ZW", "SP"}:
        return Chance.ALLOWED
    if joined:
        return Chance.NEVER
    if left == "SP":
        return Chance.NEVER if _kept_across_blanks(before_blanks, right) else Chance.ALLOWED
    if hebrew_hyphen and right not in {"CB"}:
        return Chance.NEVER
    if number and right in {"PO", "PR"}:
        return Chance.NEVER
    if number == 1 and right in NUMBER_PARTS:
        return Chance.NEVER
    if left == "RI" and right == "RI":
        return Chance.NEVER if flags % 2 else Chance.ALLOWED
    if left in {"PR", "PO"} and right in {"OP", "op", "HY"}:
        follower = next((kind for kind in classes[at + 1 :] if kind not in {"CM", "ZWJ"}), "")
        if follower == "NU":
            return Chance.NEVER
    return Chance.NEVER if _pair(left, right) else Chance.ALLOWED


def _kept_across_blanks(left: str, right: str) -> bool:
    """Say whether a rule that reaches over blanks forbids the break (LB11 to LB17)."""
    if right in {"WJ", "CL", "CP", "cp", "EX", "IS", "SY"} or left in {"OP", "op"}:
        return True
    return (
        (left == "QU" and right in {"OP", "op"})
        or (left in {"CL", "CP", "cp"} and right == "NS")
        or (left == "B2" and right == "B2")
    )


@cache
def _pair(left: str, right: str) -> bool:
    """Say whether two neighbours stay together (LB11 to LB30b; what needs more context is in ``_chance``)."""
    if "WJ" in {left, right} or left == "GL" or (right == "GL" and left not in {"BA", "HY"}):
        return True
    if _kept_across_blanks(left, right) or "QU" in {left, right}:
        return True
    if "CB" in {left, right}:
        return False
    rules = (
        right in {"BA", "HY", "NS", "IN"} or left == "BB",
        left == "SY" and right == "HL",
        left in LETTERS and right in LETTERS | {"NU", "PR", "PO"},
        left == "NU" and right in LETTERS | {"NU"},
        left == "PR" and right in IDEOGRAPHS | HANGUL,
        left in IDEOGRAPHS | HANGUL and right == "PO",
        left in {"PR", "PO"} and right in LETTERS | {"NU"},
        left == "HY" and right == "NU",
        left == "IS" and right in LETTERS,
        left == "JL" and right in {"JL", "JV", "H2", "H3"},
        left in {"JV", "H2"} and right in {"JV", "JT"},
        left in {"JT", "H3"} and right == "JT",
        left in LETTERS | {"NU"} and right == "OP",
        left == "CP" and right in LETTERS | {"NU"},
        left in {"EB", "XP"} and right == "EM",
    )
    return any(rules)


def tailored(text: str, language: str) -> list[Chance]:
    """Return the chance of a break before every character of a paragraph in a language (``"zh"``, ``"fr"``)."""
    classes = [break_class(character) for character in text]
    chinese = language.startswith("zh")
    if chinese:
        for at, character in enumerate(text):
            if character in CHINESE_QUOTES and not _within_letters(classes, at):
                classes[at] = CHINESE_QUOTES[character]
    result = chances(classes)
    for at in range(1, len(text)):
        if result[at] is not Chance.ALLOWED:
            continue
        before, character = text[at - 1], text[at]
        if before == "/":
            result[at] = Chance.LAST_RESORT
        elif _kept_by_habit(text, at, classes[at - 1], classes[at], chinese):
            result[at] = Chance.NEVER
    return result


def _kept_by_habit(text: str, at: int, left: str, right: str, chinese: bool) -> bool:
    """Say whether our languages keep two neighbours together that the algorithm would part."""
    before, character = text[at - 1], text[at]
    if (left, right) == ("IS", "NU"):  # CRP.4, Add.1
        return True
    if chinese:
        return (before == ORDINAL and right == "NU") or (left == "NU" and character in COUNTERS)
    opens = before in DASHES and (at == 1 or text[at - 2].isspace())  # Spanish: –designados en 1993–
    return opens or (character in DASHES and not before.isspace())


def _within_letters(classes: list[str], at: int) -> bool:
    """Say whether a quotation mark stands between letters, as an apostrophe does."""
    return 0 < at < len(classes) - 1 and classes[at - 1] in LETTERS and classes[at + 1] in LETTERS
