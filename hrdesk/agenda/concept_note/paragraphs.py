"""Makes paragraphs of a note's lines: joins what was broken, splits off marks, keeps where each stood."""

import re
from dataclasses import dataclass, field, replace

from hrdesk.agenda.concept_note.cleaning import CALL, IMAGE, RULE, calls_in, clean, collapse, words_of
from hrdesk.agenda.concept_note.footnoting import Notes, take_footnotes
from hrdesk.agenda.concept_note.marks import number_style, split_mark
from hrdesk.files.document import ForeignText

DANGLING = re.compile(
    r"(?:\b(?:of|the|and|or|for|to|in|on|with|between|by|from|a|an|at|as|their|its|de|des|du|la|le|les|et"
    r"|y|los|las|del|para)"
    r"|[,–-])$",
    re.IGNORECASE,
)
"""How a line ends that is not finished."""

ADDRESS_ALONE = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)

GOES_ON = re.compile(r"(?:of|and|for|between|in|to|on|with|de|des|et|y|para)\s", re.IGNORECASE)

SHORTEST_BROKEN = 25
"""A line shorter than this is taken for an entry of a list and not for the first part of a broken line."""

PROSE = 12
"""Words from which a paragraph is prose and no heading."""

ANCHOR_WORDS = 12
ANCHOR_SEARCHED = 600

MOST = 5_000
"""Paragraphs that are looked into; the longest note of the series has two hundred, and what follows is left over."""


@dataclass(frozen=True)
class Para:
    """One paragraph. ``cells`` are its parts between tabs; ``calls`` the footnotes it calls as (mark, words before)."""

    text: str
    first: int
    last: int
    mark: str = ""
    bullet: bool = False
    tabbed: bool = False
    spaced: bool = False
    style: str = ""
    bold: bool = False
    cell: tuple[int, ...] = ()
    cells: tuple[str, ...] = ()
    calls: tuple[tuple[str, str], ...] = ()
    topic: str = ""

    @property
    def lines(self) -> tuple[int, int]:
        """Give the first and the last line."""
        return self.first, self.last

    @property
    def words(self) -> int:
        """Count the words."""
        return len(self.text.split())

    @property
    def numbered(self) -> str:
        """Give the style of the number before it, "" when there is none."""
        return "" if self.bullet else number_style(self.mark)

    @property
    def capitals(self) -> bool:
        """Tell whether it is written in capitals."""
        letters = [character for character in self.text if character.isalpha()]
        return len(letters) > 3 and sum(1 for letter in letters if letter.isupper()) > 0.8 * len(letters)

    @property
    def prose(self) -> bool:
        """Tell whether it is a sentence or more, and no heading or entry."""
        return self.words >= PROSE or (self.words > 5 and self.text.endswith((".", ".”", "?")))


@dataclass
class Rough:
    """A paragraph while its lines are gathered."""

    text: str
    first: int
    last: int
    line: int
    spaced: bool
    tabbed: bool
    cells: tuple[str, ...]
    style: str
    bold: bool
    cell: tuple[int, ...]
    width: int


@dataclass
class Note:
    """A note as paragraphs, with its footnotes."""

    paras: list[Para]
    notes: Notes
    rules: set[int] = field(default_factory=set)


def read_paragraphs(document: ForeignText) -> Note:
    """Make the paragraphs of a document and take its footnotes out."""
    lines = [clean(line) for line in document.lines]
    for place in range(max(0, len(lines) - 20), len(lines)):
        if IMAGE.fullmatch(lines[place].strip()):
            lines[place:] = [""] * (len(lines) - place)
            break
    notes = take_footnotes(document, lines)
    width = wrapped_width(lines)
    rough: list[Rough] = []
    lost: list[tuple[int, str]] = []
    rules: set[int] = set()
    spaced = True
    for place, text in enumerate(lines):
        source = document.lines[place]
        if not words_of(text):
            spaced = spaced or not source.text.strip() or not source.cell
            continue
        if RULE.fullmatch(text):
            rules.add(source.number)
            spaced = True
            continue
        row, tabbed = table_row(text)
        before = rough[-1] if rough else None
        if before is not None and not tabbed and continues(before, text, spaced, source.cell, width):
            if text.lstrip()[:1] in ".,;" or text.startswith(" "):
                lost.append((len(rough) - 1, before.text))
            glue = "" if text.lstrip()[:1] in ".,;:)" else " "
            before.text += glue + text.strip()
            before.last, before.width = source.number, len(text)
        else:
            rough.append(
                Rough(
                    row[0] if len(row) == 1 else collapse(" ".join(row)),
                    source.number,
                    source.number,
                    place,
                    spaced,
                    tabbed or (bool(source.cell) and source.cell[-1] == 1),
                    tuple(row) if len(row) > 1 else (),
                    source.style,
                    source.bold,
                    source.cell,
                    len(text),
                )
            )
        spaced = False
    paras = with_small_bullets([finish(each) for each in rough[:MOST]])
    if notes.calls_lost and len(lost) == len(notes.texts) and len(rough) <= MOST:
        for mark, (place, before_call) in zip(notes.texts, lost, strict=True):
            paras[place] = replace(paras[place], calls=(*paras[place].calls, (mark, anchor(before_call))))
    return Note(paras, notes, rules)


def table_row(text: str) -> tuple[list[str], bool]:
    """Split a line into the cells of a flattened table and tell whether it begins with one."""
    if text.startswith("|") and text.rstrip().endswith("|"):
        return [part for part in (collapse(piece) for piece in text.strip().strip("|").split("|")) if part] or [
            ""
        ], True
    tabbed = text.startswith("\t")
    stripped = text.strip()
    mark, rest, _ = split_mark(stripped)
    if "\t" not in rest:
        return [stripped], tabbed
    cells = [collapse(piece) for piece in rest.split("\t") if piece.strip()]
    if mark:
        cells[0] = f"{mark} {cells[0]}"
    return cells, tabbed


def continues(before: Rough, text: str, spaced: bool, cell: tuple[int, ...], width: int) -> bool:
    """Tell whether a line is the rest of the paragraph before it."""
    head = text.lstrip()
    if cell != before.cell or split_mark(head)[0] or "\t" in head:
        return False
    if ADDRESS_ALONE.fullmatch(head.strip()) and not before.text.endswith((":", "at", "on", ",")):
        return False
    end = words_of(before.text)[-40:]
    if spaced:
        return bool(DANGLING.search(end)) and head[0].islower() and len(before.text) >= SHORTEST_BROKEN
    if head[0] in ".,;)" and (len(head) == 1 or head[1] in " \t"):
        return True
    if end.endswith((":", "?", "!")):
        return False
    if head[0].islower() and not end.endswith((".", ";")):
        indented = text.startswith("  ") and bool(split_mark(before.text)[0])
        return len(before.text) >= SHORTEST_BROKEN or indented or bool(DANGLING.search(end))
    if text.startswith(" ") and not text.startswith("  ") and end.endswith((".", ",", ";")):
        return len(before.text) >= 60
    if DANGLING.search(end) and len(before.text) >= SHORTEST_BROKEN and not end.endswith(("-", "–", "—")):
        return True
    if before.text.isupper() and GOES_ON.match(head) and head.isupper():
        return True
    return bool(width) and before.width > 0.75 * width and not head.isupper()


def wrapped_width(lines: list[str]) -> int:
    """Give the width at which the lines of a text were broken, 0 when each line is a whole paragraph."""
    lengths = [len(line.rstrip()) for line in lines if line.strip()]
    if len(lengths) < 10 or max(lengths) > 100:
        return 0
    width = max(lengths)
    full = sum(1 for length in lengths if length > 0.8 * width)
    return width if width > 55 and full > 0.35 * len(lengths) else 0


def with_small_bullets(paras: list[Para]) -> list[Para]:
    """Read the "o" of a word processor as a bullet before small letters too, where two lines in a row begin with it."""
    begins = [not para.mark and re.match(r"o\s+[a-z]", para.text) is not None for para in paras]
    near = [(begins[at - 1 : at] + begins[at + 1 : at + 2]).count(True) > 0 for at in range(len(paras))]
    return [
        replace(para, text=para.text[1:].strip(), mark="o", bullet=True) if one and other else para
        for para, one, other in zip(paras, begins, near, strict=True)
    ]


def finish(rough: Rough) -> Para:
    """Split the mark off and lift the calls of footnotes out of the text."""
    mark, rest, bullet = split_mark(rough.text.strip())
    calls = (
        tuple((called, anchor(rest[max(0, at - ANCHOR_SEARCHED) : at])) for at, called in calls_in(rest))
        if CALL in rest
        else ()
    )
    return Para(
        words_of(rest),
        rough.first,
        rough.last,
        mark,
        bullet,
        rough.tabbed,
        rough.spaced,
        rough.style,
        rough.bold,
        rough.cell,
        tuple(words_of(cell) for cell in rough.cells),
        calls,
    )


def anchor(before: str) -> str:
    """Give the words from which a footnote is called: the last of the sentence, at most twelve."""
    sentence = re.split(r"[.;:!?]\s", words_of(before)[-400:])[-1]
    return " ".join(sentence.split()[-ANCHOR_WORDS:]).strip(" .,;:")
