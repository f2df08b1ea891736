"""Keep pieces of another direction together in a right-to-left line.

Symbols, dates and telephone numbers turn around inside an Arabic sentence unless they are wrapped in the
isolates of the Unicode Bidirectional Algorithm (UAX #9, section 2.4).
"""

from unicodedata import bidirectional

_LEFT_TO_RIGHT_ISOLATE = "\u2066"
_FIRST_STRONG_ISOLATE = "\u2068"
_POP_ISOLATE = "\u2069"
_ISOLATES = ("\u2066", "\u2067", "\u2068")


def isolate(text: str) -> str:
    """Wrap ``text`` so that it neither turns around nor turns its surroundings around.

    A piece without right-to-left letters runs from left to right; any other finds its direction by its first
    letter. What is empty or already wrapped stays as it is.
    """
    if not text or (text.startswith(_ISOLATES) and text.endswith(_POP_ISOLATE)):
        return text
    mark = _FIRST_STRONG_ISOLATE if any(map(_is_right_to_left, text)) else _LEFT_TO_RIGHT_ISOLATE
    return mark + text + _POP_ISOLATE


def _is_right_to_left(character: str) -> bool:
    return bidirectional(character) in {"R", "AL"}
