"""What a text from outside says piece by piece: a paragraph, a message, what one speaker said; with its place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

LONGEST = 4_000
"""Characters of one piece: what is longer is cut, where a sentence ends if one does."""

ROOMY = 700
"""Characters after which what one speaker says begins a new piece at the end of a sentence."""

_DROPPED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters and the signs that turn the direction of whatever follows them; a line keeps neither."""

_ENDS = re.compile(r"[.!?…؟۔](?=\s)|[。！？]|\n")
_LAST = re.compile(r"[.!?…؟۔。！？][\"'”’»)\]]*\Z")
_DENSE = re.compile("[\u3040-\u30ff\u3400-\u9fff\u3000-\u303f\uff00-\uffef]")


@dataclass(frozen=True)
class Piece:
    """One piece of a text from outside.

    ``place`` is where it stands ("¶ 12", "00:13:05"). ``seconds`` count from the beginning of a recording, or from
    midnight in a chat; ``days`` are the days that its date can mean, the likeliest first. ``private`` was not written
    to all; ``aside`` is what nobody said: a title, a line of the program that kept the log.
    """

    text: str
    place: str = ""
    speaker: str = ""
    seconds: int | None = None
    days: tuple[str, ...] = ()
    private: bool = False
    aside: bool = False


def cleaned(text: str) -> str:
    """Give a text without control characters, without the signs of direction around it, and without blank ends."""
    return _DROPPED.sub("", text.replace("\t", " ").replace("\xa0", " ")).strip(" \n\u200e\u200f\u061c\u200b\ufffd")


def clock_words(seconds: int) -> str:
    """Write seconds as hours, minutes and seconds."""
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def one_after_the_other(first: str, second: str) -> str:
    """Put what was said in two breaths together; Chinese leaves no blank."""
    is_dense = first and second and _DENSE.match(first[-1]) and _DENSE.match(second[0])
    return f"{first}{'' if is_dense else ' '}{second}".strip()


def said_by_one(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Join what the same speaker said in a row, until it is long and a sentence has ended."""
    held: Piece | None = None
    for one in pieces:
        if held is not None and _goes_on(held, one):
            held = replace(held, text=one_after_the_other(held.text, one.text))
            continue
        if held is not None:
            yield held
        held = one
    if held is not None:
        yield held


def in_bounds(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Cut what is longer than a note may be."""
    for one in pieces:
        start = 0
        while len(one.text) - start > LONGEST:
            end = _cut(one.text, start)
            yield replace(one, text=one.text[start:end].strip())
            start = end
        yield replace(one, text=one.text[start:].strip()) if start else one


def _goes_on(held: Piece, one: Piece) -> bool:
    if held.speaker != one.speaker or held.aside or one.aside or held.private != one.private:
        return False
    is_enough = len(held.text) >= ROOMY and _LAST.search(held.text[-8:])
    return len(held.text) + len(one.text) < LONGEST and not is_enough


def _cut(text: str, start: int) -> int:
    """Say where to cut: after the last sentence that fits, else after the last word, never inside a letter."""
    half, end = start + LONGEST // 2, start + LONGEST
    ends = [found.end() for found in _ENDS.finditer(text, half, end)]
    if ends:
        return ends[-1]
    blank = text.rfind(" ", half, end)
    if blank > 0:
        return blank
    while end > half and unicodedata.category(text[end])[0] == "M":
        end -= 1
    return end
