"""Short marks in a line being typed: ``#tag``, ``@body``, ``?2`` for a guiding question, ``*4`` for a kind of note.

Several words stand in quotes (#"rights of the child") or are joined by underscores. Every sign has the variants that
other layouts put in its place: full-width signs, № where a Russian layout has #, " where it has @. What is read as a
mark is taken out of the text; what only looks like one stays where it is: № before a number, # in a name, @ in an
address, " around quoted words.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from unicodedata import category, digit, east_asian_width

KINDS = ("tag", "body", "question", "note_kind")
"""What a mark may say."""

SIGNS = {"#": "tag", "＃": "tag", "№": "tag", "@": "body", "＠": "body", '"': "body"}
NUMBERED = {"?": "question", "？": "question", "؟": "question", "*": "note_kind", "＊": "note_kind", "×": "note_kind"}
"""The signs that stand before a number, and what it counts."""

PLAIN = "#＃@＠"
"""The signs that mean a mark and nothing else: one that cannot be read is told."""

QUOTES = (('"', '"'), ("“", "”"), ("«", "»"), ("„", "“"), ("「", "」"), ("『", "』"), ("《", "》"), ("＂", "＂"))
"""Quotes around a name of several words, the plainest first."""

LONGEST = 120
"""Signs of a name in quotes; what is longer is a quotation and no name."""

_JOINING = frozenset("-_'’.&·/‑\u200c\u200d")
_OPENING = frozenset("([{（【〔“«„「『《‹¿¡–—，。、；：！？…")
"""What a mark may follow without a blank."""


@dataclass(frozen=True)
class Mark:
    """What one mark says: a tag or a body by name, a question or a kind by its number from 1."""

    kind: str
    name: str


@dataclass(frozen=True)
class Place:
    """A mark, and from where to where it stands in a text."""

    start: int
    end: int
    mark: Mark


@dataclass(frozen=True)
class Read:
    """A text without its marks, the marks in their order, and what looks like a mark and could not be read.

    What could not be read stands in the text still.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    malformed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """What a reader of marks must know: which names are bodies, how many questions and kinds there are."""

    is_body: Callable[[str], bool] = lambda _name: False
    questions: int = 0
    kinds: int = 0


NOBODY = Known()


def places(text: str, known: Known = NOBODY) -> list[Place]:
    """Find the marks of a text, in their order."""
    found: list[Place] = []
    at = 0
    while at < len(text):
        place = _mark_at(text, at, known) if text[at] in SIGNS or text[at] in NUMBERED else None
        if place is not None:
            found.append(place)
        at = place.end if place else at + 1
    return found


def read(text: str, known: Known = NOBODY) -> Read:
    """Take the marks out of a text; one without any stays as it is, blank by blank."""
    marks: list[Mark] = []
    while found := places(text, known):
        marks += [place.mark for place in found if place.mark not in marks]
        for place in reversed(found):
            start, end = around(text, place)
            text = text[:start] + text[end:]
    return Read(text, tuple(dict.fromkeys(marks)), tuple(_malformed(text)))


def around(text: str, place: Place) -> tuple[int, int]:
    """Give what goes with a mark that is taken out: the blank before it, or at the beginning the one after it."""
    start, end = place.start, place.end
    if start and text[start - 1].isspace():
        is_inside = end < len(text) and not text[end].isspace() and not category(text[end]).startswith("P")
        return (start if is_inside else start - 1), end
    return start, end + (start == 0 and end < len(text) and text[end].isspace())


def show(told: Read) -> str:
    """Write a text with its marks behind it, as they may be typed."""
    return " ".join(part for part in (told.text, *(show_mark(mark) for mark in told.marks)) if part)


def show_mark(mark: Mark) -> str:
    """Write one mark as it may be typed."""
    sign = {"tag": "#", "body": "@", "question": "?", "note_kind": "*"}[mark.kind]
    if mark.kind in NUMBERED.values() or ("_" not in mark.name and _name_end(mark.name, 0) == len(mark.name)):
        return sign + mark.name
    opening, closing = next(pair for pair in QUOTES if pair[1] not in mark.name)
    return f"{sign}{opening}{mark.name}{closing}"


def begun(text: str, cursor: int) -> Place | None:
    """Give the tag or body that is being typed just before ``cursor``, however little of it; for completion.

    The double quote of a Russian layout counts too: nothing is taken before a person chooses what is offered.
    """
    for start in range(cursor - 1, max(-1, cursor - LONGEST), -1):
        if text[start] in SIGNS and _may_begin(text, start):
            words = text[start + 1 : cursor]
            quoted = next((pair for pair in QUOTES if words.startswith(pair[0])), None)
            if quoted is not None and text[start] in PLAIN:
                is_open = quoted[1] not in words[1:] and "\n" not in words
                return Place(start, cursor, Mark(SIGNS[text[start]], words[1:])) if is_open else None
            if words and (_name_end(text[:cursor], start + 1) != cursor - (words[-1] in _JOINING)):
                return None
            return Place(start, cursor, Mark(SIGNS[text[start]], words.replace("_", " ")))
        if text[start] == "\n":
            return None
    return None


def _mark_at(text: str, at: int, known: Known) -> Place | None:
    if not _may_begin(text, at):
        return None
    sign = text[at]
    if sign in NUMBERED:
        return _numbered(text, at, known)
    if sign in PLAIN and (quoted := _quoted(text, at + 1)) is not None:
        name, end = quoted
    else:
        end = _name_end(text, at + 1)
        name = text[at + 1 : end].replace("_", " ")
    name = " ".join(name.split())
    if not name or not _may_end(text, end):
        return None
    if sign == '"' and not known.is_body(name):
        return None
    return Place(at, end, Mark(SIGNS[sign], name))


def _numbered(text: str, at: int, known: Known) -> Place | None:
    end = at + 1
    while end < len(text) and category(text[end]) == "Nd":
        end += 1
    if not at < end - 1 < at + 3 or not _may_end(text, end):
        return None
    kind = NUMBERED[text[at]]
    number = int("".join(str(digit(one)) for one in text[at + 1 : end]))
    most = known.questions if kind == "question" else known.kinds
    return Place(at, end, Mark(kind, str(number))) if 1 <= number <= most else None


def _quoted(text: str, at: int) -> tuple[str, int] | None:
    """Read a name in quotes from ``at`` on; nothing where no quote opens there or none closes it."""
    pair = next((one for one in QUOTES if text.startswith(one[0], at)), None)
    if pair is None:
        return None
    end = text.find(pair[1], at + 1, at + LONGEST)
    name = text[at + 1 : end]
    return (name, end + 1) if end > 0 and name.strip() and "\n" not in name else None


def _name_end(text: str, at: int) -> int:
    """Say where a name ends that begins at ``at`` with a letter; ``at`` itself where none begins."""
    if at >= len(text) or category(text[at])[0] != "L":
        return at
    end = at + 1
    while end < len(text):
        if category(text[end])[0] in "LMN":
            end += 1
        elif text[end] in _JOINING and end + 1 < len(text) and category(text[end + 1])[0] in "LMN":
            end += 2
        else:
            break
    return end


def _may_begin(text: str, at: int) -> bool:
    if at == 0:
        return True
    before = text[at - 1]
    return (
        before.isspace()
        or before in _OPENING
        or category(before) == "Cf"
        or (category(before) == "Lo" and east_asian_width(before) == "W")
    )


def _may_end(text: str, end: int) -> bool:
    if end >= len(text):
        return True
    after = text[end]
    return after.isspace() or (category(after)[0] in "PC" and after not in SIGNS and after not in NUMBERED)


_LONE = re.compile(rf"[{PLAIN}](?=\s*$|\s+[^\s\d])")


def _malformed(text: str) -> list[str]:
    """Name what looks like a mark and is none: a sign that stands alone, and a name whose quotes are not closed."""
    found: list[str] = []
    for at, sign in enumerate(text):
        if sign not in PLAIN or not _may_begin(text, at):
            continue
        opens = any(text.startswith(pair[0], at + 1) for pair in QUOTES)
        if opens and _quoted(text, at + 1) is None:
            found.append(text[at : at + 40].splitlines()[0])
        elif _LONE.match(text, at):
            found.append(sign)
    return found
