"""Fold text for search and loose matching: what a reader takes for the same letter becomes the same letter.

Case, accents and Arabic vowel signs go; the forms of alef, hamza, ya and ta marbuta fall together, as do ё and е,
œ and oe, full-width and ordinary figures, traditional and simplified Chinese. Marks that only direct the line go. й
stays apart from и, because they are two letters to every Russian reader and to the stemmers. The result is for
comparing, never for showing.
"""

import re
from functools import lru_cache
from unicodedata import category, normalize

from hrdesk.paths import resources_folder

_REPLACED = str.maketrans(
    {
        "œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ı": "i",
        "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ء": None, "ـ": None,
        "'": " ", "\u2019": " ", "\u2018": " ", "\u02bc": " ", "`": " ",
    }
    | {chr(0x0660 + digit): str(digit) for digit in range(10)}
    | {chr(0x06F0 + digit): str(digit) for digit in range(10)}
)  # fmt: skip
"""What decomposition leaves different: ligatures, stroked letters, Arabic letter forms, apostrophes, figures."""

_HAN = re.compile("[\u4e00-\u9fff]")
_BREVE = "\u0306"
_DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Marks set on letters, and the invisible signs of direction and joining."""


def fold(text: str) -> str:
    """Return ``text`` folded, its words parted by single spaces; folding twice changes nothing more."""
    if text.isascii():
        return " ".join(text.casefold().translate(_REPLACED).split())
    plain = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_REPLACED)
    if _HAN.search(plain):
        plain = plain.translate(_simplified())
    kept: list[str] = []
    for character in plain:
        if character == _BREVE and kept and kept[-1] == "и":
            kept[-1] = "й"
        elif category(character) not in _DROPPED:
            kept.append(character)
    return " ".join("".join(kept).split())


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    """Map traditional characters to simplified ones; read when the first Chinese text is."""
    text = (resources_folder() / "unicode" / "simplified.txt").read_text(encoding="utf-8")
    return {ord(pair[0]): pair[1] for pair in text.split()}
