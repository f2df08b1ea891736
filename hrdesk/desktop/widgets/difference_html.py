"""Differences between two texts for the screen: what went out is struck through, what came in is underlined."""

from collections.abc import Iterable
from html import escape

from hrdesk.language.difference import Change, Piece

_MARKS = {"out": ("<s>", "</s>"), "in": ("<b><u>", "</u></b>"), "same": ("", "")}

BLANK = " "
"""Parts the word that went out from the one that came in."""


def difference_html(pieces: Iterable[Piece], *, without: Change | None = None) -> str:
    """Write pieces as HTML that shows each change by a line through or under it; ``without`` leaves one kind out."""
    told, before = "", "same"
    for piece in pieces:
        if piece.change == without:
            continue
        told += BLANK if "same" not in (before, piece.change) else ""
        told += _marked(piece)
        before = piece.change
    return told


def _marked(piece: Piece) -> str:
    """Mark the words of a piece and not the blanks around them."""
    before, after = _MARKS[piece.change]
    words = piece.text.strip()
    if not words or not before:
        return _escaped(piece.text)
    start = piece.text.index(words)
    lead, tail = piece.text[:start], piece.text[start + len(words) :]
    return f"{_escaped(lead)}{before}{_escaped(words)}{after}{_escaped(tail)}"


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")
