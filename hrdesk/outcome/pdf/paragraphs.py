"""Paragraphs, headings, footnotes and the summary, as strips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrdesk.outcome.document import Heading, Note, Paragraph, Run, Summary
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.lines import Line
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.sheet import Setting
from hrdesk.outcome.pdf.story import runs_right_to_left
from hrdesk.outcome.pdf.strips import FootNote, Strip, TextInk
from hrdesk.outcome.pdf.tags import Element

NUMBER_GAP = 0.5
"""Least blank after a number, in ems."""
HEADING_GAP = 10.0
NOTE_HANG = 12.0
DEEPEST_HEADING = 6
ANNOUNCING = (":", "\uff1a")
"""A paragraph that ends so stays with what it announces."""


@dataclass(frozen=True)
class Entry:
    """A heading as the contents and the bookmarks name it; ``anchor`` is its strip."""

    level: int
    number: str
    runs: tuple[Run, ...]
    anchor: int

    @property
    def text(self) -> str:
        """The heading in one string, its number first."""
        title = "".join(run.text for run in self.runs)
        return f"{self.number} {title}" if self.number else title


def paragraph(
    press: Press, block: Paragraph, parent: Element, offset: float = sheet.INSET, measure: float = sheet.COLUMN
) -> list[Strip]:
    """Set a paragraph into a column that begins ``offset`` from the margin.

    An unindented number stands on the first line, and the text returns under it (United Nations style). Deeper
    paragraphs and points hang beside their number, and so does text that runs against the document's direction.
    """
    setting = press.setting("body")
    element = parent.child("P")
    depth = min(block.indent, 6) * sheet.TAB
    number = press.line(block.number + " ", setting) if block.number else None
    step = sheet.POINT_TAB if block.hangs else sheet.TAB
    tab = max(step, number.width + NUMBER_GAP * setting.size) if number else 0.0
    against = runs_right_to_left(block.runs, press.language) != press.right_to_left
    hang = tab if block.indent or block.hangs or against else 0.0
    first = tab - hang
    width = measure - depth - hang
    lines = press.lines(block.runs, setting, width, block.align, first, block.notes)
    x = press.at(offset + depth + hang, width)
    strips = _stack(press, lines, setting, x, element, [note for _, note in block.notes])
    if number:
        ink = TextInk(number, press.at(offset + depth, number.width), setting.baseline, element)
        if not strips:
            return [Strip(setting.leading, (ink,), setting.above)]
        strips[0] = replace(strips[0], inks=(ink, *strips[0].inks))
    strips = _unwidowed(strips)
    if strips and "".join(run.text for run in block.runs).rstrip().endswith(ANNOUNCING):
        strips[-1] = replace(strips[-1], keep=True)
    return strips


def heading(press: Press, block: Heading, level: int, notes: Sequence[Note] = ()) -> tuple[list[Strip], Entry]:
    """Set a heading, tagged at ``level`` (1 to 6), its number hung into the margin's side.

    ``notes`` are called at its end and tagged beside it.
    """
    setting = press.setting("title" if block.level == 1 else f"heading {min(max(block.level, 2), 5)}")
    element = press.root.child(f"H{min(level, DEEPEST_HEADING)}")
    anchor = press.next_anchor()
    entry = Entry(level, block.number, block.runs, anchor)
    wide = sheet.COLUMN + (sheet.INSET if block.level == 1 else 0)
    end = sum(len(run.text) for run in block.runs)
    lines = press.lines(block.runs, setting, wide, notes=[(end, note) for note in notes])
    strips = _stack(press, lines, setting, press.at(sheet.INSET, wide), element, notes, press.root)
    if block.number:
        number = press.line(block.number + " ", setting)
        offset = max(0.0, sheet.INSET - HEADING_GAP - number.width)
        ink = TextInk(number, press.at(offset, number.width), setting.baseline, element)
        if strips:
            strips[0] = replace(strips[0], inks=(ink, *strips[0].inks))
        else:
            strips = [Strip(setting.leading, (ink,), setting.above)]
    strips = [replace(strip, keep=True) for strip in strips]
    if strips:
        strips[0] = replace(strips[0], anchor=anchor)
    return strips, entry


def summary(press: Press, block: Summary, level: int) -> list[Strip]:
    """Set the summary in its frame, its paragraphs indented on their first line."""
    setting = press.setting("summary title")
    element = press.root.child(f"H{level}")
    measure = sheet.MEASURE - 2 * sheet.INSET / 2
    offset = sheet.INSET / 2
    lines = press.lines([Run(block.heading)], setting, measure, "center")
    strips = [Strip(sheet.PAD, above=16, keep=True)]
    strips += [
        replace(strip, above=0.0, keep=True)
        for strip in _stack(press, lines, setting, press.at(offset, measure), element, ())
    ]
    for block_paragraph in block.paragraphs:
        strips += paragraph(press, block_paragraph, press.root, offset, measure)
    strips[-1] = replace(strips[-1], keep=True)
    strips.append(Strip(sheet.PAD * 1.5))
    return [replace(strip, boxed=True) for strip in strips]


def footnote(press: Press, note: Note, parent: Element) -> FootNote:
    """Set a footnote, its mark hung before it."""
    setting = press.setting("note")
    element = parent.child("Note", f"/ID (note-{press.next_note()})", later=True)
    label, body = element.child("Lbl", later=True), element.child("P", later=True)
    raised = replace(setting, size=setting.size * 0.8)
    mark = press.line(note.mark + " ", setting if not note.mark.strip("*") else raised)
    hang = max(NOTE_HANG, mark.width + 4)
    lines = press.lines(note.runs, setting, sheet.COLUMN - hang)
    x = press.at(sheet.INSET + hang, sheet.COLUMN - hang)
    strips = _stack(press, lines or [Line((), 0.0, ())], setting, x, body, ())
    rise = 0.0 if not note.mark.strip("*") else setting.size * 0.25
    place = press.at(sheet.INSET + hang - mark.width - 4, mark.width)
    ink = TextInk(mark, place, setting.baseline - rise, label)
    strips[0] = replace(strips[0], inks=(ink, *strips[0].inks))
    return FootNote(tuple(replace(strip, above=0.0, keep=False) for strip in strips))


def _stack(
    press: Press,
    lines: Sequence[Line],
    setting: Setting,
    x: float,
    element: Element,
    notes: Sequence[Note],
    home: Element | None = None,
) -> list[Strip]:
    """Return one strip for each line, with the footnotes called in it; these are tagged under ``home``."""
    calls = tuple(element.child("Reference", later=True) for _ in notes)
    strips = []
    for at, line in enumerate(lines):
        ink = TextInk(line, x, setting.baseline, element, calls)
        feet = tuple(footnote(press, notes[number], home or element) for number in line.notes)
        strips.append(Strip(setting.leading, (ink,), 0.0 if at else setting.above, notes=feet))
    return strips


def _unwidowed(strips: list[Strip]) -> list[Strip]:
    """Keep the first two lines and the last two lines of a paragraph together."""
    last = len(strips) - 2
    return [replace(strip, keep=True) if at in {0, last} and at <= last else strip for at, strip in enumerate(strips)]
