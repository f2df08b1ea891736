"""How recommendations stand in cells of text: several words in one cell, and nothing that a spreadsheet would reckon.

A table that went out and comes back unchanged says what the desk says: both sides are read through ``plain``.
"""

import re
import unicodedata
from collections.abc import Iterable

_NO_CELL = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What files of tables cannot hold."""

_RECKONED = re.compile(r"[\s']*[=+\-@＝＋－＠]")
"""What a spreadsheet would reckon, in every width; also behind apostrophes, so that taking one off is certain."""

_GUARDED = re.compile(r"'[\s']*[=+\-@＝＋－＠]")
_PARTS = re.compile(r"((?:[^\\;]|\\.|\\\Z)*)(?:;|\Z)", re.DOTALL)


def plain(text: str | None) -> str:
    """Give a text as it is compared: composed, on one line, without what no table can hold."""
    return " ".join(_NO_CELL.sub("", unicodedata.normalize("NFC", text or "")).split())


def guarded(text: str) -> str:
    """Give a text as it is written: what a spreadsheet would reckon stands behind an apostrophe."""
    text = _NO_CELL.sub("", text)
    return f"'{text}" if _RECKONED.match(text) else text


def unguarded(cell: str) -> str:
    """Give a cell as it was meant, on one line."""
    text = plain(cell)
    return plain(text[1:]) if _GUARDED.match(text) else text


def several(words: Iterable[str]) -> str:
    """Put several words into one cell, parted by “; ”; a semicolon inside a word stands behind a backslash."""
    return "; ".join(plain(word).replace("\\", "\\\\").replace(";", "\\;") for word in words if plain(word))


def parted(cell: str) -> tuple[str, ...]:
    """Give the words of a cell, each once."""
    found = (re.sub(r"\\(.)", r"\1", one.strip(), flags=re.DOTALL) for one in _PARTS.findall(cell))
    return tuple(dict.fromkeys(plain(one) for one in found if plain(one)))
