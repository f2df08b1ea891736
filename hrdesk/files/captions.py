"""Reads captions: WebVTT and SubRip, and the transcripts in Word that are cut into cues in the same way.

A speaker is told as WebVTT tells a voice (``<v Name>``), as "Name: text", or in a line of its own. Captions that roll
say each line twice; it is taken once.
"""

import html
import re
from collections.abc import Iterator, Sequence

from hrdesk.files.pieces import Piece, cleaned, clock_words, said_by_one

_ARROW = re.compile(
    r"\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,7})\s*-->\s*(?:\d{1,4}:)?\d{1,2}:(\d{1,2})[.,]\d{1,7}"
)
_TERSE = re.compile(r"\s*\d+:\d{1,2}:\d{1,2}\.\d+\s*-->")
_TWO_FIGURES = re.compile(r"\s*(?:\d+:)?\d{2}:\d{2}[.,]\d{3}\s*-->")
_NUMBER = re.compile(r"\s*(?:\d{1,6}|[0-9a-f-]{36}(?:/[\d-]+)?)\s*\Z", re.IGNORECASE)
_BLOCK = re.compile(r"(?:NOTE|STYLE|REGION)\b")
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,60})*\s+([^>]{1,160})>")
_TAG = re.compile(r"<[^<>]{0,200}>|\{\\[^{}]{0,60}\}")
_NAMED = re.compile(r"(?:>>|-)?\s*([^:：<>]{1,80})[:：]\s*(\S.*)\Z", re.DOTALL)

NAMED_SHARE = 4
"""One cue in so many must begin with a name and a colon, else a colon is a colon."""

Cue = tuple[int, list[str]]


def is_captions(lines: Sequence[str]) -> bool:
    """Tell whether lines are captions: two of them say from when to when."""
    if lines and lines[0].lstrip("\ufeff").startswith("WEBVTT"):
        return True
    return sum(1 for line in lines[:400] if "-->" in line[:40] and _ARROW.match(line[:80])) > 1


def read_captions(lines: Sequence[str]) -> list[Piece]:
    """Give what each speaker said, with the time from the beginning."""
    cues = list(_cues(lines))
    if _has_names_above(lines):
        return list(said_by_one(_named_above(cues)))
    return list(said_by_one(_spoken(cues)))


def _cues(lines: Sequence[str]) -> Iterator[Cue]:
    """Give when each cue begins and its lines, without numbers, remarks and styles."""
    at = [number for number, line in enumerate(lines) if "-->" in line[:40] and _ARROW.match(line[:80])]
    has_numbers = bool(at) and at[0] > 0 and bool(_NUMBER.match(lines[at[0] - 1][:80]))
    for place, number in enumerate(at):
        end = at[place + 1] if place + 1 < len(at) else len(lines)
        if has_numbers and place + 1 < len(at) and _NUMBER.match(lines[end - 1][:80]):
            end -= 1
        yield _begins(lines[number]), list(_words(lines[number + 1 : end]))


def _words(lines: Sequence[str]) -> Iterator[str]:
    is_remark, after_blank = False, False
    for line in lines:
        if not line.strip():
            is_remark, after_blank = False, True
            continue
        is_remark = is_remark or (after_blank and bool(_BLOCK.match(line)))
        after_blank = False
        if not is_remark:
            yield line


def _begins(line: str) -> int:
    found = _ARROW.match(line[:80])
    hours, minutes, seconds = (int(one or 0) for one in found.groups()[:3]) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _has_names_above(lines: Sequence[str]) -> bool:
    """Tell the older transcripts of Teams in Word: their times are written as short as can be, names stand alone."""
    arrows = [line[:80] for line in lines if _TERSE.match(line[:80])]
    return bool(arrows) and not all(_TWO_FIGURES.match(line) for line in arrows)


def _named_above(cues: Sequence[Cue]) -> Iterator[Piece]:
    for seconds, lines in cues:
        speaker = cleaned(lines[0]) if len(lines) > 1 else ""
        text = cleaned(" ".join(lines[1:] if speaker else lines))
        yield Piece(text, clock_words(seconds), speaker, seconds)


def _spoken(cues: Sequence[Cue]) -> Iterator[Piece]:
    told = [" ".join(lines) for _at, lines in cues]
    are_named = sum(1 for text in told if _NAMED.match(_TAG.sub("", text))) * NAMED_SHARE >= max(1, len(told))
    speaker, last = "", ""
    for seconds, lines in cues:
        fresh = [line for place, line in enumerate(lines) if place or _plain(line) != last or len(lines) == 1]
        last = _plain(lines[-1]) if lines else ""
        for voice, words in _voices("\n".join(fresh)):
            text = _plain(words)
            named = _NAMED.match(text) if are_named and not voice else None
            if named:
                speaker, text = cleaned(named[1]), cleaned(named[2])
            elif voice:
                speaker = voice
            yield Piece(text, clock_words(seconds), speaker, seconds)


def _voices(text: str) -> Iterator[tuple[str, str]]:
    """Part a cue where another voice begins."""
    parts = _VOICE.split(text)
    if parts[0].strip():
        yield "", parts[0]
    for place in range(1, len(parts), 2):
        yield cleaned(html.unescape(parts[place])), parts[place + 1]


def _plain(text: str) -> str:
    return cleaned(" ".join(html.unescape(_TAG.sub("", text)).split()))
