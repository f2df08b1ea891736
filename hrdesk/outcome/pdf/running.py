"""What runs along on every page: symbol, page number, class, version, numbers of the lines. All of it is artifact."""

from collections.abc import Sequence

from hrdesk.outcome.document import Document
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.draw import Sheet
from hrdesk.outcome.pdf.file import number
from hrdesk.outcome.pdf.lines import Line
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import Standing, TextInk

FRAME = 3.0


def running(press: Press, drawn: Sheet, document: Document) -> None:
    """Draw header and footer of a page; the first page has its masthead instead of a header."""
    room = sheet.ROOMS[document.form]
    symbol, banner = document.masthead.symbol, document.banner
    setting = press.setting("running")
    is_right_page = drawn.page % 2 == 0 or document.form == "slides"
    outer_right = is_right_page != press.right_to_left
    if drawn.page and symbol and document.form == "paper":
        line = press.line(symbol, setting, direction=False)
        _place(drawn, line, outer_right, room.header_base)
        drawn.rule(sheet.MARGIN, room.header_base - 5, sheet.MEASURE, sheet.THIN)
    _place(drawn, press.line(str(drawn.page + 1), setting), outer_right, room.footer_base)
    if document.foot:
        _place(drawn, press.line(document.foot, press.setting("foot")), not outer_right, room.footer_base)
    if banner:
        line = press.line(banner, press.setting("banner"))
        for base in room.banner_bases:
            x = (sheet.WIDTH - line.width) / 2
            _text(drawn, line, x, base)
            low, width = base - FRAME - 2, line.width + 4 * FRAME
            box = " ".join(number(value) for value in (x - 2 * FRAME, low, width, 10 + 2 * FRAME))
            drawn.artifact(f"{number(sheet.MIDDLE)} w {box} re S")


def line_numbers(press: Press, drawn: Sheet, body: Sequence[Standing]) -> None:
    """Number the lines of a page in the margin on the side where they begin, from 1 on every page."""
    setting = press.setting("line number")
    counted = [standing for standing in body if standing.strip.counted]
    for count, standing in enumerate(counted, 1):
        line = press.line(str(count), setting)
        down = max(ink.down for ink in standing.strip.inks if isinstance(ink, TextInk))
        x = press.at(sheet.LINE_NUMBERS_END - line.width, line.width)
        _text(drawn, line, sheet.MARGIN + x, standing.top - down)


def _place(drawn: Sheet, line: Line, right: bool, base: float) -> None:
    _text(drawn, line, sheet.MARGIN + (sheet.MEASURE - line.width if right else 0.0), base)


def _text(drawn: Sheet, line: Line, x: float, base: float) -> None:
    drawn.text(TextInk(line, 0.0, 0.0, None), x, base)
