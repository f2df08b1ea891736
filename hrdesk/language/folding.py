"""Fold text for search and loose matching: what a reader takes for the same letter becomes the same letter.

Case, accents and Arabic vowel signs go; the forms of alef, hamza, ya and ta marbuta fall together, as do ё and е,
œ and oe, full-width and ordinary figures. Marks that only direct the line go. й stays apart from и, because they
are two letters to every Russian reader and to the stemmers. The result is for comparing, never for showing.
"""

from unicodedata import category, normalize

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

_BREVE = "\u0306"
_DROPPED = frozenset({"Mn", "Me", "Cf"})
"""Marks set on letters, and the invisible signs of direction and joining."""


def fold(text: str) -> str:
    """Return ``text`` folded, its words parted by single spaces; folding twice changes nothing more."""
    if text.isascii():
        return " ".join(text.casefold().translate(_REPLACED).split())
    plain = normalize("NFKD", normalize("NFKD", text).casefold()).translate(_REPLACED)
    kept: list[str] = []
    for character in plain:
        if character == _BREVE and kept and kept[-1] == "и":
            kept[-1] = "й"
        elif category(character) not in _DROPPED:
            kept.append(character)
    return " ".join("".join(kept).split())
