"""Tables as strips: one strip for every line across the cells, so that even a row taller than a page is set."""

from dataclasses import replace

from hrdesk.outcome.document import Run, Table
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.sheet import Setting
from hrdesk.outcome.pdf.strips import Ink, RuleInk, Strip, TextInk
from hrdesk.outcome.pdf.tags import Element

GUTTER = 8.0
PADDING = 2.5
NARROW_TABLE = 3
"""Up to so many columns a table stands in the text column; wider ones take the whole measure."""
TALLEST_ECHO = 200.0
"""A header row taller than this is not repeated: the table itself needs the page."""
KEPT_ROW = 12
"""Lines up to which a row is kept on one page."""
BAR_FROM = 0.3
"""Share of the last cell that its words take where a bar stands beside them."""
BAR_HEIGHT = 0.55
"""Height of a bar beside that of its line."""
BAR_GREY = 0.45


def table(press: Press, block: Table) -> list[Strip]:
    """Set a table; its header row is repeated on every page and is an artifact there."""
    columns = max([len(block.header), *(len(row) for row in block.rows)], default=0)
    if not columns:
        return []
    wide = columns > NARROW_TABLE
    offset, measure = (0.0, sheet.MEASURE) if wide else (sheet.INSET, sheet.COLUMN)
    shares = [max(1, share) for share in (*block.widths, *([1] * columns))[:columns]]
    places: list[tuple[float, float]] = []
    at = offset
    for share in shares:
        width = measure * share / sum(shares)
        places.append((at, width - GUTTER))
        at += width
    edge = press.at(offset, measure)
    element = press.root.child("Table")
    top = Strip(PADDING, (RuleInk(edge, measure, 0.0, sheet.THIN),), above=10, keep=True)
    header: list[Strip] = []
    if block.header:
        row = element.child("THead").child("TR")
        cells = [row.child("TH", "/A << /O /Table /Scope /Column >>") for _ in places]
        header = [top, *_row(press, block.header, places, press.setting("cell head"), cells)]
        header.append(Strip(PADDING * 2, (RuleInk(edge, measure, PADDING, sheet.MIDDLE),), keep=True))
    echoed = header if sum(strip.height for strip in header) < TALLEST_ECHO else []
    echoes = tuple(_unmarked(replace(strip, above=0.0)) for strip in echoed)
    body = element.child("TBody") if block.rows else element
    strips = list(header) or [top]
    for number, cells_of_row in enumerate(block.rows):
        row = body.child("TR")
        cells = [row.child("TD") for _ in places]
        lines = _row(press, cells_of_row, places, press.setting("cell"), cells)
        if number < len(block.bars):
            lines[0] = _with_bar(press, lines[0], places[-1], block.bars[number])
        last = number == len(block.rows) - 1
        thickness = sheet.THICK if last else sheet.THIN / 2
        lines.append(Strip(PADDING * 2, (RuleInk(edge, measure, PADDING, thickness),)))
        strips += [replace(strip, repeated=echoes) for strip in lines]
    return strips


def _row(
    press: Press,
    texts: tuple[tuple[Run, ...], ...],
    places: list[tuple[float, float]],
    setting: Setting,
    cells: list[Element],
) -> list[Strip]:
    columns = [press.lines(runs, setting, width) for runs, (_, width) in zip(texts, places, strict=False)]
    height = max((len(lines) for lines in columns), default=0) or 1
    strips = []
    for at in range(height):
        inks: list[Ink] = []
        for lines, (offset, width), cell in zip(columns, places, cells, strict=False):
            if at < len(lines):
                inks.append(TextInk(lines[at], press.at(offset, width), setting.baseline, cell))
        strips.append(Strip(setting.leading, tuple(inks), keep=height <= KEPT_ROW or at in {0, height - 2, height - 1}))
    return strips


def _with_bar(press: Press, strip: Strip, place: tuple[float, float], share: int) -> Strip:
    """Draw a bar in the last cell. It is an artifact: the words beside it say what it shows."""
    offset, width = place
    length = width * (1 - BAR_FROM) * min(max(share, 0), 1000) / 1000
    if not length:
        return strip
    x = press.at(offset + width * BAR_FROM, length)
    bar = RuleInk(x, length, strip.height / 2, strip.height * BAR_HEIGHT, BAR_GREY)
    return replace(strip, inks=(*strip.inks, bar))


def _unmarked(strip: Strip) -> Strip:
    """Return the strip as an artifact, for its repetition."""
    inks = tuple(replace(ink, element=None) if isinstance(ink, TextInk) else ink for ink in strip.inks)
    return replace(strip, inks=inks, keep=False)
