"""What runs along on every page: the symbol, the page number and the class of the document. All of it is artifact."""

from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.draw import Sheet
from hrdesk.outcome.pdf.file import number
from hrdesk.outcome.pdf.lines import Line
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import TextInk

BANNER_BASE = sheet.HEIGHT - 10 * sheet.MM
FOOT_BANNER_BASE = 8 * sheet.MM
FRAME = 3.0


def running(press: Press, drawn: Sheet, symbol: str, banner: str) -> None:
    """Draw header and footer of a page; the first page has its masthead instead of a header."""
    setting = press.setting("running")
    outer_right = (drawn.page % 2 == 0) != press.right_to_left
    if drawn.page and symbol:
        line = press.line(symbol, setting, direction=False)
        _place(drawn, line, outer_right, sheet.HEADER_BASE)
        drawn.rule(sheet.MARGIN, sheet.HEADER_BASE - 5, sheet.MEASURE, sheet.THIN)
    _place(drawn, press.line(str(drawn.page + 1), setting), outer_right, sheet.FOOTER_BASE)
    if banner:
        line = press.line(banner, press.setting("banner"))
        for base in (BANNER_BASE, FOOT_BANNER_BASE):
            x = (sheet.WIDTH - line.width) / 2
            _text(drawn, line, x, base)
            low, width = base - FRAME - 2, line.width + 4 * FRAME
            box = " ".join(number(value) for value in (x - 2 * FRAME, low, width, 10 + 2 * FRAME))
            drawn.artifact(f"{number(sheet.MIDDLE)} w {box} re S")


def _place(drawn: Sheet, line: Line, right: bool, base: float) -> None:
    _text(drawn, line, sheet.MARGIN + (sheet.MEASURE - line.width if right else 0.0), base)


def _text(drawn: Sheet, line: Line, x: float, base: float) -> None:
    drawn.text(TextInk(line, 0.0, 0.0, None), x, base)
