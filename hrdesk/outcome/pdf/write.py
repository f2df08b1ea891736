"""Writing a document: compose it into strips, fill pages until the contents agree with them, draw, write the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from hrdesk.outcome.document import Contents, Document, Heading, Paragraph, Summary, Table
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.archive import information, metadata, output_intent
from hrdesk.outcome.pdf.contents import ContentsPlace, contents, contents_place, listed, with_items
from hrdesk.outcome.pdf.draw import Fonts, Sheet
from hrdesk.outcome.pdf.file import PdfFile, Reference, number, text_string
from hrdesk.outcome.pdf.masthead import masthead
from hrdesk.outcome.pdf.outlines import Bookmark, write_outlines
from hrdesk.outcome.pdf.pages import fill
from hrdesk.outcome.pdf.paragraphs import Entry, footnote, heading, paragraph, summary
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.running import line_numbers, running
from hrdesk.outcome.pdf.slides import slides
from hrdesk.outcome.pdf.strips import FootNote, Page, Standing, Strip, TextInk
from hrdesk.outcome.pdf.tables import table
from hrdesk.outcome.pdf.tags import Element, Linked, language_entry, write_tree
from hrdesk.outcome.pdf.typography import cleaned

PASSES = 4
"""Page numbers settle in two passes; a number that gains a digit can ask for a third."""
RULE_WIDTH = 60 * sheet.MM


@dataclass
class _Composed:
    """The document as strips, with the places of contents among them."""

    parts: list[list[Strip] | ContentsPlace] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    first_notes: list[FootNote] = field(default_factory=list)


@dataclass(frozen=True)
class Finished:
    """A written file."""

    data: bytes
    pages: int
    missing: dict[str, int]


def write(document: Document) -> Finished:
    """Return the document as a PDF file."""
    press = Press(document.language)
    press.root.entries = language_entry(document.language)
    room = sheet.ROOMS[document.form]
    composed = _shown(press, document) if document.form == "slides" else _compose(press, document)
    pages = _paged(press, composed, room)
    file = PdfFile()
    page_references = [file.reserve() for _ in pages]
    fonts = Fonts()
    sheets = [_drawn(press, page, at, fonts, document) for at, page in enumerate(pages)]
    destinations = _destinations(pages, page_references)
    links: list[Element] = []
    annotations = [
        [
            _link(file, standing, links, destinations, composed, at, len(pages))
            for standing in page.body
            if standing.strip.link >= 0
        ]
        for at, page in enumerate(pages)
    ]
    resources = " ".join(f"/{font.name} {font.write(file)}" for font in fonts.by_face.values())
    tree = file.reserve()
    for at, (drawn, reference) in enumerate(zip(sheets, page_references, strict=True)):
        content = file.add_stream("\n".join(drawn.operators).encode("ascii"))
        annotated = f" /Annots [{' '.join(map(str, annotations[at]))}]" if annotations[at] else ""
        file.fill(
            reference,
            f"<< /Type /Page /Parent {tree} /MediaBox [0 0 {number(sheet.WIDTH)} {number(room.height)}]"
            f" /Resources << /Font << {resources} >> >> /Contents {content} /StructParents {at} /Tabs /S{annotated} >>",
        )
    file.fill(tree, f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(map(str, page_references))}] >>")
    structure = write_tree(press.root, file, page_references, [drawn.marks for drawn in sheets], links)
    placed = [entry for entry in composed.entries if entry.anchor in destinations]
    bookmarks = write_outlines(
        file, [Bookmark(entry.level, entry.text, destinations[entry.anchor]) for entry in placed]
    )
    direction = "R2L" if press.right_to_left else "L2R"
    missing = dict(sorted(press.case.missing.items()))
    catalog = (
        f"<< /Type /Catalog /Pages {tree} /Lang {text_string(document.language)} /MarkInfo << /Marked true >>"
        f" /StructTreeRoot {structure} /Metadata {metadata(document, file, not missing)}"
        f" /OutputIntents [{output_intent(file)}]"
        f" /ViewerPreferences << /DisplayDocTitle true /Direction /{direction} >>"
        f"{f' /Outlines {bookmarks} /PageMode /UseOutlines' if bookmarks else ''} >>"
    )
    return Finished(file.finished(catalog, information(document)), len(pages), missing)


def _compose(press: Press, document: Document) -> _Composed:
    """Turn the document into strips, in reading order."""
    composed = _Composed([masthead(press, document.masthead)])
    level = 0
    called = False  # the title calls the notes of the page; without a title they stand there uncalled
    for block in document.blocks:
        match block:
            case Heading():
                level = _next_level(block.level, level)
                titled = block.level == 1 and not composed.entries
                strips, entry = heading(press, block, level, document.page_notes if titled else ())
                called |= titled
                composed.parts.append(_counted(strips) if block.level > 1 else strips)
                composed.entries.append(entry)
            case Summary():
                level = _next_level(2, level)
                composed.parts.append(summary(press, block, level))
            case Contents():
                level = _next_level(2, level)
                composed.parts.append(contents_place(press, block, level))
            case Table():
                composed.parts.append(table(press, block))
            case Paragraph():
                composed.parts.append(_counted(paragraph(press, block, press.root)))
    composed.parts = [
        with_items(part, composed.entries) if isinstance(part, ContentsPlace) else part for part in composed.parts
    ]
    if not called:
        composed.first_notes = [footnote(press, note, press.root) for note in document.page_notes]
    return composed


def _shown(press: Press, document: Document) -> _Composed:
    """Turn the document into strips of slides."""
    parts, entries = slides(press, document)
    return _Composed([*parts], entries)


def _counted(strips: Sequence[Strip]) -> list[Strip]:
    """Have lines of text counted, where the document numbers its lines."""
    return [replace(strip, counted=any(isinstance(ink, TextInk) for ink in strip.inks)) for strip in strips]


def _next_level(wanted: int, before: int) -> int:
    """Return the level a heading is tagged with: one title first, and no level left out on the way down."""
    return 1 if not before else min(max(wanted, 2), before + 1)


def _paged(press: Press, composed: _Composed, room: sheet.Room) -> list[Page]:
    """Fill pages until the numbers in the contents are those of the pages."""
    numbers: list[int] = []
    pages: list[Page] = []
    for _ in range(PASSES):
        strips: list[Strip] = []
        for part in composed.parts:
            strips += contents(press, part, composed.entries, numbers) if isinstance(part, ContentsPlace) else part
        pages = fill(strips, composed.first_notes, room)
        found = _page_numbers(pages, press.anchors)
        if found == numbers:
            break
        numbers = found
    return pages


def _page_numbers(pages: Sequence[Page], anchors: int) -> list[int]:
    numbers = [0] * anchors
    for at, page in enumerate(pages, start=1):
        for standing in page.body:
            if standing.strip.anchor >= 0:
                numbers[standing.strip.anchor] = at
    return numbers


def _drawn(press: Press, page: Page, at: int, fonts: Fonts, document: Document) -> Sheet:
    """Draw one page: frames and running heads, text, footnotes."""
    drawn = Sheet(at, fonts)
    running(press, drawn, document)
    if document.line_numbers:
        line_numbers(press, drawn, page.body)
    for top, bottom, edges in _boxes(page.body):
        drawn.frame(sheet.MARGIN, bottom, sheet.MEASURE, top - bottom, sheet.THIN, edges)
    for standing in page.body:
        _ink(drawn, standing)
    if page.notes:
        left = sheet.MARGIN + press.at(sheet.INSET, RULE_WIDTH)
        drawn.rule(left, page.notes_top, RULE_WIDTH, sheet.THIN)
        for standing in page.notes:
            _ink(drawn, standing)
    return drawn


def _ink(drawn: Sheet, standing: Standing) -> None:
    for ink in standing.strip.inks:
        if isinstance(ink, TextInk):
            drawn.text(ink, sheet.MARGIN, standing.top)
        else:
            drawn.rule(sheet.MARGIN + ink.x, standing.top - ink.down, ink.width, ink.thickness, ink.grey)


def _boxes(body: Sequence[Standing]) -> Iterator[tuple[float, float, str]]:
    """Yield (top, bottom, edges) of the frames around boxed strips; a frame cut by the page lacks an edge."""
    boxed = [standing for standing in body if standing.strip.boxed]
    if not boxed:
        return
    edges = ("t" if not boxed[0].strip.inks else "") + ("b" if not boxed[-1].strip.inks else "")
    yield boxed[0].top, boxed[-1].top - boxed[-1].strip.height, edges


def _destinations(pages: Sequence[Page], references: Sequence[Reference]) -> dict[int, str]:
    return {
        standing.strip.anchor: f"[{references[at]} /XYZ null {number(standing.top + 6)} null]"
        for at, page in enumerate(pages)
        for standing in page.body
        if standing.strip.anchor >= 0
    }


def _link(
    file: PdfFile,
    standing: Standing,
    links: list[Element],
    destinations: dict[int, str],
    composed: _Composed,
    page: int,
    pages: int,
) -> Reference:
    """Write the annotation of a line of the contents, and make it part of its link element."""
    strip = standing.strip
    element = next(ink.element for ink in strip.inks if isinstance(ink, TextInk) and ink.element)
    entry = next(entry for entry in listed(composed.entries) if entry.anchor == strip.link)
    left = sheet.MARGIN + sheet.INSET
    box = (left, standing.top - strip.height, left + sheet.COLUMN, standing.top)
    reference = file.add(
        f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(number, box))}] /Border [0 0 0] /F 4"
        f" /StructParent {pages + len(links)} /Contents {text_string(cleaned(entry.text))}"
        f" /Dest {destinations[strip.link]} >>"
    )
    links.append(element)
    element.kids.append(Linked(page, reference))
    return reference
