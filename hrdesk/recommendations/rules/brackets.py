"""Square brackets inside a text: what is not agreed yet, "[shall] [should]", and how it is settled.

Brackets side by side are alternatives of one place; one alone may stay or go. Brackets inside brackets belong to the
words around them and are settled after those. The full-width signs of Chinese count alike. "[...]" and "[sic]" are
an editor's and leave nothing open (Editorial Manual, quotations).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hrdesk.errors import Refused
from hrdesk.language import N_

_SIGNS = re.compile(r"[\[\]［］]")
_OPENING = "[［"
_EDITORIAL = re.compile(r"\s*(?:\.\s?\.\s?\.|…+|sic)\s*", re.IGNORECASE)
_BEFORE_STOP = re.compile(r"\s+(?=[,.;:!?)،؛؟，。；：、）»”]|$)")
_DOUBLED = re.compile(r"(?<=[ \t])[ \t]+")

NEITHER = 0
"""The choice by which nothing of a place stays."""


@dataclass(frozen=True)
class Piece:
    """A stretch of a text: its words, or the ``options`` of an open place, which is ``number`` from 1."""

    text: str
    options: tuple[str, ...] = ()
    number: int = 0


def pieces(text: str) -> tuple[Piece, ...]:
    """Cut a text into words and open places; joined, the texts of the pieces give it again.

    A sign without its partner is a word like any other.
    """
    found: list[Piece] = []
    done = 0
    for start, end, options in _places(text):
        if start > done:
            found.append(Piece(text[done:start]))
        number = sum(bool(one.options) for one in found) + 1
        found.append(Piece(text[start:end], options, number))
        done = end
    if done < len(text):
        found.append(Piece(text[done:]))
    return tuple(found)


def places(text: str) -> tuple[Piece, ...]:
    """Give the open places of a text alone."""
    return tuple(one for one in pieces(text) if one.options)


def has_brackets(text: str) -> bool:
    """Tell whether square brackets remain in a text, also one without its partner."""
    spans = [(start, end) for start, end in _pairs(text) if _EDITORIAL.fullmatch(text[start + 1 : end - 1])]
    return any(not any(start <= sign.start() < end for start, end in spans) for sign in _SIGNS.finditer(text))


def settled(text: str, choices: Sequence[int | None]) -> str:
    """Give a text with a choice made at each open place: an option from 1, ``NEITHER``, or None to leave it open.

    Places after the last choice stay open. Refuses a choice that is not there.
    """
    open_places = places(text)
    if len(choices) > len(open_places):
        raise Refused(
            N_("This text has {count} open places only. Nothing was changed; please look again."),
            count=len(open_places),
        )
    told = ""
    for piece in pieces(text):
        choice = choices[piece.number - 1] if piece.options and piece.number <= len(choices) else None
        if choice is None:
            told += piece.text
            continue
        if not NEITHER <= choice <= len(piece.options):
            raise Refused(
                N_("There is no option {choice} at open place {number}. Nothing was changed; please look again."),
                choice=choice,
                number=piece.number,
            )
        told = _joined(told, piece.options[choice - 1] if choice else "", piece.text)
    return _BEFORE_STOP.sub("", _DOUBLED.sub("", told)).strip() if told != text else text


def _joined(told: str, option: str, place: str) -> str:
    """Put an option in its place, with the blank after the place kept that stood within it."""
    return told + option + place[len(place.rstrip()) :]


def _places(text: str) -> list[tuple[int, int, tuple[str, ...]]]:
    """Give start, end and options of each open place; neighbours with nothing but blanks between are one."""
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for start, end in _pairs(text):
        inside = text[start + 1 : end - 1]
        if _EDITORIAL.fullmatch(inside):
            continue
        if found and not text[found[-1][1] : start].strip(" \t\u00a0\u3000/"):
            before = found.pop()
            found.append((before[0], end, (*before[2], inside.strip())))
        else:
            found.append((start, end, (inside.strip(),)))
    return found


def _pairs(text: str) -> list[tuple[int, int]]:
    """Give the outermost pairs of brackets, each from its opening sign to behind its closing one."""
    waiting: list[int] = []
    found: list[tuple[int, int]] = []
    for sign in _SIGNS.finditer(text):
        if sign[0] in _OPENING:
            waiting.append(sign.start())
        elif waiting:
            start = waiting.pop()
            found = [pair for pair in found if pair[0] < start]
            found.append((start, sign.end()))
    return found
