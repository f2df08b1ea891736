"""Takes the footnotes out of a note, however they were written into it.

Four ways are known: the document's own; ``[footnoteRef:3] [3: text]`` inside the paragraph; lines at the end that begin
with U+FFFD, where the calls are lost and only a broken line tells where each was; lines at the end that begin with a
superscript, "[3]", "[^3]:" or, where the text calls it, a bare number.
"""

import re
from dataclasses import dataclass, field

from hrdesk.agenda.concept_note.cleaning import CALL, CALL_END, collapse
from hrdesk.files.document import ForeignText

LOST = "\ufffd"

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
SUPERSCRIPT = re.compile("[⁰¹²³⁴-⁹]{1,3}")

REFERENCE = re.compile(r"\[(?:footnote|endnote)Ref:\s?(\d{1,3})\]", re.IGNORECASE)
INSERTED = re.compile(r"\[(\d{1,3}):\s?")
LONGEST_INSERTED = 60
"""Lines over which the text of an inserted footnote may run before it is taken for something else."""

AT_END = re.compile(
    r"\s*(?:(?P<sup>[⁰¹²³⁴-⁹]{1,3})\s*|\[\^?(?P<bracket>\d{1,3})\]:?\s*|\^(?P<caret>\d{1,3})\s+"
    r"|(?P<bare>\d{1,3})\s+)(?=\S)"
)
BRACKET_CALL = re.compile(r"(?<=\S)\s?\[\^?(\d{1,3})\]")
GLUED_CALL = re.compile(r"(?<=[A-Za-zà-þ)”’.,;])(?<!\d[.,])(\d{1,3})(?=[\s.,;:)]|$)")

MOST = 999


@dataclass
class Notes:
    """The footnotes of a note: text and lines by mark, in the order of the text.

    ``calls_lost``: only broken lines tell where they were called; ``inside``: they share their line with text.
    """

    texts: dict[str, str] = field(default_factory=dict)
    lines: dict[str, tuple[int, int]] = field(default_factory=dict)
    calls_lost: bool = False
    inside: bool = False


def take_footnotes(document: ForeignText, lines: list[str]) -> Notes:
    """Take the footnotes out of ``lines``, which are changed: their texts go, their calls become marks."""
    notes = Notes()
    if document.footnotes:
        notes.texts = dict(document.footnotes)
        notes.inside = True
        called = {mark: line.number for line in reversed(document.lines) for _, mark in line.calls}
        notes.lines = {mark: (called.get(mark, 1), called.get(mark, 1)) for mark in notes.texts}
    elif any(REFERENCE.search(line) for line in lines):
        take_inserted(lines, notes)
    elif any(line.lstrip().startswith(LOST) for line in lines):
        take_lost(lines, notes)
    else:
        take_from_end(lines, notes)
    return notes


def take_inserted(lines: list[str], notes: Notes) -> None:
    """Take ``[footnoteRef:3] [3: text]``; the text may run over lines and hold brackets of its own."""
    called = {found[1] for line in lines for found in REFERENCE.finditer(line)}
    place = 0
    while place < len(lines):
        opening = next((found for found in INSERTED.finditer(lines[place]) if found[1] in called), None)
        if opening is None or opening[1] in notes.texts:
            place += 1
            continue
        last, end = closing(lines, place, opening.end())
        if last < 0:
            place += 1
            continue
        body = [lines[place][opening.end() :], *lines[place + 1 : last + 1]] if last > place else []
        text = " ".join([*body[:-1], body[-1][:end]]) if body else lines[place][opening.end() : end]
        notes.texts[opening[1]] = collapse(text)
        notes.lines[opening[1]] = (place + 1, last + 1)
        after = lines[last][end + 1 :]
        lines[place] = lines[place][: opening.start()] + (after if last == place else "")
        notes.inside = True
        for emptied in range(place + 1, last + 1):
            lines[emptied] = after if emptied == last else ""
    for place, line in enumerate(lines):
        lines[place] = REFERENCE.sub(rf"{CALL}\1{CALL_END}", line)
    notes.texts = dict(sorted(notes.texts.items(), key=lambda note: int(note[0])))


def closing(lines: list[str], place: int, at: int) -> tuple[int, int]:
    """Find the bracket that closes the one opened before ``at``: (line, column), or (-1, -1) when none does."""
    depth = 1
    for further in range(place, min(place + LONGEST_INSERTED, len(lines))):
        line = lines[further]
        for column in range(at if further == place else 0, len(line)):
            if line[column] == "[":
                depth += 1
            elif line[column] == "]":
                depth -= 1
                if depth == 0:
                    return further, column
    return -1, -1


def take_lost(lines: list[str], notes: Notes) -> None:
    """Take the lines at the end that begin with U+FFFD; what stands directly below one belongs to it."""
    first = next(place for place, line in enumerate(lines) if line.lstrip().startswith(LOST))
    number = 0
    for place in range(first, len(lines)):
        text = lines[place]
        if text.lstrip().startswith(LOST):
            number += 1
            notes.texts[str(number)] = collapse(text.replace(LOST, " "))
            notes.lines[str(number)] = (place + 1, place + 1)
        elif text.strip() and place == notes.lines[str(number)][1]:
            notes.texts[str(number)] = collapse(f"{notes.texts[str(number)]} {text}")
            notes.lines[str(number)] = (notes.lines[str(number)][0], place + 1)
        else:
            continue
        lines[place] = ""
    notes.calls_lost = True


def take_from_end(lines: list[str], notes: Notes) -> None:
    """Take numbered lines at the end, when they count from 1 to the end and, if bare, when the text calls each."""
    begun: list[tuple[int, re.Match[str]]] = []
    place = len(lines) - 1
    while place >= 0:
        found = AT_END.match(lines[place])
        if (found is not None and found["bare"] is None) or found is not None:
            begun.append((place, found))
        elif lines[place].strip() and not (place and AT_END.match(lines[place - 1])):
            break
        place -= 1
    begun.reverse()
    numbers = [int((found[found.lastgroup or 0]).translate(SUPERSCRIPTS)) for _, found in begun]
    if 1 not in numbers:
        return
    start = len(numbers) - 1 - numbers[::-1].index(1)
    begun, numbers = begun[start:], numbers[start:]
    if numbers != list(range(1, len(numbers) + 1)) or len(numbers) > MOST:
        return
    body = begun[0][0]
    if not call_in_text(lines[:body], [found.lastgroup or "" for _, found in begun], apply=False):
        return
    marked = call_in_text(lines[:body], [found.lastgroup or "" for _, found in begun], apply=True)
    lines[:body] = marked
    ends = [place for place, _ in begun[1:]] + [len(lines)]
    for number, (place, found), end in zip(numbers, begun, ends, strict=True):
        rows = [row for row in range(place, end) if lines[row].strip()]
        notes.texts[str(number)] = collapse(" ".join([lines[place][found.end() :], *(lines[row] for row in rows[1:])]))
        notes.lines[str(number)] = (place + 1, rows[-1] + 1)
        for row in rows:
            lines[row] = ""


def call_in_text(body: list[str], kinds: list[str], apply: bool) -> list[str]:
    """Find the calls 1, 2, 3 … in the text, in order; give the lines with the calls marked, [] when one is missing."""
    marked = list(body)
    number, total = 1, len(kinds)
    for place, line in enumerate(body):
        pieces, last = [], 0
        pattern = {"sup": SUPERSCRIPT, "bare": GLUED_CALL, "caret": GLUED_CALL}.get(kinds[0], BRACKET_CALL)
        for found in pattern.finditer(line):
            written = (found[1] if found.re.groups else found.group()).translate(SUPERSCRIPTS)
            if number <= total and written == str(number):
                pieces.append(f"{line[last : found.start()]}{CALL}{number}{CALL_END}")
                last = found.end()
                number += 1
        if apply and pieces:
            marked[place] = "".join(pieces) + line[last:]
    return marked if number > total else []
