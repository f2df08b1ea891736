"""Keep pieces of another direction together in a right-to-left line.

Symbols, dates and telephone numbers turn around inside an Arabic sentence unless they are wrapped in the
isolates of the Unicode Bidirectional Algorithm (UAX #9, section 2.4).
"""

import re
from unicodedata import bidirectional, category

_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_MARKS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_REACHING = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF"})
_TURNING = _REACHING | {"LRI", "RLI", "FSI", "PDI"}
_ISOLATES = ("\u2066", "\u2067", "\u2068")


def isolate(text: str) -> str:
    """Wrap ``text`` so that it neither turns around nor turns its surroundings around.

    A piece without right-to-left letters runs from left to right; any other finds its direction by its first
    letter. What is empty or already wrapped stays as it is. Marks that would reach beyond the piece are shown.
    """
    text = _contained(text)
    if not text or _is_wrapped(text):
        return text
    mark = _FIRST_STRONG_ISOLATE if any(map(_is_right_to_left, text)) else _LEFT_TO_RIGHT_ISOLATE
    return mark + text + _POP_ISOLATE


def visible(text: str) -> str:
    r"""Show characters that would steer whoever shows them instead of being shown, such as ``\u202e``, by their number.

    These are all control characters but tab and line feed, the line and paragraph separators, and the marks that turn
    text around; the harmless marks that every Arabic keyboard has stay.
    """
    return "".join(_escaped(character) if _steers(character) else character for character in text)


def _contained(text: str) -> str:
    """Show overrides and embeddings, and isolates that are not closed or were never opened: a name may hold any."""
    if not _MARKS.search(text):
        return text
    signs = list(text)
    opened: list[int] = []
    for place, sign in enumerate(text):
        if sign in _ISOLATES:
            opened.append(place)
        elif sign == _POP_ISOLATE and opened:
            opened.pop()
        elif sign == _POP_ISOLATE or bidirectional(sign) in _REACHING:
            signs[place] = _escaped(sign)
    for place in opened:
        signs[place] = _escaped(text[place])
    return "".join(signs)


def _is_wrapped(text: str) -> bool:
    """Tell whether the isolate that a contained text begins with is closed by its last character."""
    if not text.startswith(_ISOLATES):
        return False
    depth = 0
    for place, sign in enumerate(text):
        depth += (sign in _ISOLATES) - (sign == _POP_ISOLATE)
        if not depth:
            return place == len(text) - 1
    return False


def _steers(character: str) -> bool:
    return bidirectional(character) in _TURNING or (
        category(character) in {"Cc", "Zl", "Zp"} and character not in "\t\n"
    )


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) > 0xFF else f"\\x{ord(character):02x}"


def _is_right_to_left(character: str) -> bool:
    return bidirectional(character) in {"R", "AL"}
