"""The table of contents: headings, dots and page numbers, every line a link."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from hrdesk.outcome.document import Contents, Run
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.paragraphs import Entry
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import Ink, Strip, TextInk
from hrdesk.outcome.pdf.tags import Element

DEEPEST = 4
NUMBER_ROOM = 30.0
PAGE_ROOM = 30.0
DOT_GAP = 6.0


@dataclass(frozen=True)
class ContentsPlace:
    """Where contents stand in the document, with the elements that every pass fills anew."""

    block: Contents
    heading: Element
    word: Element
    table: Element
    items: tuple[Element, ...]
    """The links, one for each entry."""


def contents_place(press: Press, block: Contents, level: int) -> ContentsPlace:
    """Take the place of the contents in the tag tree; the entries are known only later."""
    root = press.root
    return ContentsPlace(block, root.child(f"H{level}"), root.child("P"), root.child("TOC"), ())


def with_items(place: ContentsPlace, entries: Sequence[Entry]) -> ContentsPlace:
    """Return the place with a link element for every entry."""
    return replace(
        place, items=tuple(place.table.child("TOCI").child("Reference").child("Link") for _ in listed(entries))
    )


def listed(entries: Sequence[Entry]) -> list[Entry]:
    """Return the headings that contents name: neither the title nor the deepest ones."""
    return [entry for entry in entries if 1 < entry.level <= DEEPEST]


def contents(press: Press, place: ContentsPlace, entries: Sequence[Entry], pages: Sequence[int]) -> list[Strip]:
    """Set the contents; ``pages`` holds the page of every heading, counted from 1."""
    title, setting = press.setting("contents title"), press.setting("contents")
    small = replace(setting, size=setting.size * 0.85, italic=True)
    head = press.line(place.block.heading, title)
    word = press.line(place.block.page_word, small)
    end = sheet.INSET + sheet.COLUMN
    strips = [
        Strip(
            title.leading + 4,
            (
                TextInk(head, press.at(sheet.INSET, head.width), title.baseline, place.heading),
                TextInk(word, press.at(end - word.width, word.width), title.baseline, place.word),
            ),
            title.above,
            keep=True,
        )
    ]
    for entry, link in zip(listed(entries), place.items, strict=True):
        strips += _entry(press, entry, link, pages[entry.anchor] if pages else 0)
    return strips


def _entry(press: Press, entry: Entry, link: Element, page: int) -> list[Strip]:
    setting = press.setting("contents")
    offset = sheet.INSET + (entry.level - 2) * NUMBER_ROOM * 0.8
    inks: list[Ink] = []
    if entry.number:
        number = press.line(entry.number + " ", setting)
        inks.append(TextInk(number, press.at(offset, number.width), setting.baseline, link))
        offset += max(NUMBER_ROOM, number.width + 6) * (0.8 if entry.level > 2 else 1)
    measure = sheet.INSET + sheet.COLUMN - PAGE_ROOM - offset
    plain = [Run(run.text, italic=run.italic, language=run.language) for run in entry.runs]
    lines = press.lines(plain, setting, measure)
    strips = []
    for at, line in enumerate(lines):
        inks.append(TextInk(line, press.at(offset, measure), setting.baseline, link))
        if at == len(lines) - 1:
            inks += _page_number(press, offset + line.width, page, link)
        strips.append(
            Strip(
                setting.leading,
                tuple(inks),
                0.0 if at else setting.above * (2 if entry.level == 2 else 1),
                keep=at < len(lines) - 1,
                link=entry.anchor,
            )
        )
        inks = []
    return strips


def _page_number(press: Press, text_end: float, page: int, link: Element) -> list[Ink]:
    """Set the page number at the line's end and dots up to it; the dots are not read aloud."""
    setting = press.setting("contents")
    number = press.line(str(page), setting)
    end = sheet.INSET + sheet.COLUMN
    dot = press.line(".", setting)
    inks: list[Ink] = []
    count = int((end - PAGE_ROOM * 0.5 - text_end - DOT_GAP) // DOT_GAP)
    grid = end - PAGE_ROOM * 0.6
    inks += [TextInk(dot, press.at(grid - step * DOT_GAP, dot.width), setting.baseline, None) for step in range(count)]
    inks.append(TextInk(number, press.at(end - number.width, number.width), setting.baseline, link))
    return inks
