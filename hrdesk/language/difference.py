"""What changed between two texts, word by word: for whoever carries an edit over, or chooses between two versions."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from hrdesk.language.sentences import sentences

Change = Literal["same", "out", "in"]

_PIECES = re.compile(
    r"[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]|\s+|[\w/.\-’'\u064b-\u0652]+?(?=[.,]?(?:\s|$))|\w+|[^\w\s]"
)
"""Words with their symbols and numbers whole (A/HRC/RES/12/2), blanks, single signs; a Chinese character by itself."""

MOST_PAIRS = 200_000
"""Pairs of equal pieces that are compared at once, about a twentieth of a second; a longer text goes by larger ones."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both share (``same``), that only the earlier has (``out``) or only the later (``in``)."""

    change: Change
    text: str


def difference(before: str, after: str) -> list[Piece]:
    """Give the pieces of both texts in reading order; what went out stands before what came in.

    A long text is compared sentence by sentence and only what differs word by word, so that nobody waits for it.
    """
    return list(_joined(_pieces(before, after, (_words, _sentences, _words, _spaced))))


def _words(text: str) -> list[str]:
    return _PIECES.findall(text)


def _sentences(text: str) -> list[str]:
    return [one.text + one.blank for one in sentences(text)]


def _spaced(text: str) -> list[str]:
    """Give words with the blank behind them: a tenth of the pairs, where even one sentence is very long."""
    return re.findall(r"\s+|\S+\s*", text)


def _pieces(before: str, after: str, ways: tuple[Callable[[str], list[str]], ...]) -> Iterator[Piece]:
    """Cut both texts in the first of ``ways`` that leaves few enough pairs, and what then differs in the next ones."""
    if not (before and after and ways):
        yield from (Piece("out", before),) if before else ()
        yield from (Piece("in", after),) if after else ()
        return
    way, others = ways[0], ways[1:]
    old, new = way(before), way(after)
    if _pairs(old, new) > MOST_PAIRS:
        yield from _pieces(before, after, others)
        return
    goes_on = way is _sentences
    for verb, low, high, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        out, into = "".join(old[low:high]), "".join(new[start:end])
        if verb == "equal":
            yield Piece("same", out)
        elif goes_on:
            yield from _pieces(out, into, others)
        else:
            yield from (Piece("out", out),) if out else ()
            yield from (Piece("in", into),) if into else ()


def _pairs(old: list[str], new: list[str]) -> int:
    counts = Counter(new)
    return sum(counts[piece] * count for piece, count in Counter(old).items())


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
