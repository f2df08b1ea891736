"""What changed between two texts, word by word: for whoever carries an edit over, or chooses between two versions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Change = Literal["same", "out", "in"]

_PIECES = re.compile(
    r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]|\s+|[\w/.\-’'\u064b-\u0652]+?(?=[.,]?(?:\s|$))|\w+|[^\w\s]"
)
"""Words with their symbols and numbers whole (A/HRC/RES/12/2), blanks, single signs; a Chinese character by itself."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both share (``same``), that only the earlier has (``out``) or only the later (``in``)."""

    change: Change
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Give the pieces of both texts in reading order; what went out stands before what came in."""
    old, new = _PIECES.findall(before), _PIECES.findall(after)
    return list(_joined(_pieces(old, new)))


def _pieces(old: list[str], new: list[str]) -> Iterator[Piece]:
    for verb, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if verb == "equal":
            yield Piece("same", "".join(old[low:high]))
            continue
        if high > low:
            yield Piece("out", "".join(old[low:high]))
        if end > start:
            yield Piece("in", "".join(new[start:end]))


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Let one blank between two changed words not cut a change in two: "a b" to "c d" reads as one."""
    out, into = "", ""
    for piece in pieces:
        if piece.change == "same" and not piece.text.isspace():
            yield from _changed(out, into)
            out = into = ""
            yield piece
        elif piece.change == "same" and not (out or into):
            yield piece
        else:
            out += piece.text if piece.change != "in" else ""
            into += piece.text if piece.change != "out" else ""
    yield from _changed(out, into)


def _changed(out: str, into: str) -> Iterator[Piece]:
    """Give a change, with the blank that both end in as what it is: the same."""
    tail = ""
    if out and into and out[-1].isspace() and out[-1] == into[-1]:
        tail, out, into = out[-1], out[:-1], into[:-1]
    if out == into:
        out, tail, into = "", out + tail, ""
    if out:
        yield Piece("out", out)
    if into:
        yield Piece("in", into)
    if tail:
        yield Piece("same", tail)
