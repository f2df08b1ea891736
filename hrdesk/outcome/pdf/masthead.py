"""The head of the first page, as on United Nations documents (Editorial Manual, "Masthead and cover page").

Organisation and symbol, a rule; organ and the block of distribution, date and languages, a thick rule; then the
body, session and agenda items. The emblem is not ours to print.
"""

from hrdesk.outcome.document import Masthead, Run
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.bidi import base_level
from hrdesk.outcome.pdf.characters import bidi_class
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import Ink, RuleInk, Strip, TextInk

BLOCK_AT = 122 * sheet.MM
"""Where the block of distribution and languages begins."""
BLOCK_LEAST = 62.0
BODY_BOLD = 2
"""The body's name and its session are bold, what follows is not."""


def masthead(press: Press, head: Masthead) -> list[Strip]:
    """Set the masthead."""
    return [_first(press, head), _second(press, head), *_body(press, head.body)]


def _first(press: Press, head: Masthead) -> Strip:
    name, letter, rest = (press.setting(kind) for kind in ("organisation", "symbol letter", "symbol"))
    down = 26.0
    organisation = press.line(head.organisation, name)
    inks: list[Ink] = [TextInk(organisation, press.at(sheet.INSET, organisation.width), down, press.root.child("P"))]
    if head.symbol:
        element = press.root.child("P")
        series, slash, tail = head.symbol.partition("/")
        large = press.line(series, letter, direction=False)
        small = press.line(slash + tail, rest, direction=False)
        width = large.width + small.width
        x = 0.0 if press.right_to_left else sheet.MEASURE - width
        inks += [TextInk(large, x, down, element), TextInk(small, x + large.width, down, element)]
    inks.append(RuleInk(0.0, sheet.MEASURE, 32.0, sheet.THIN))
    return Strip(32.0, tuple(inks), keep=True)


def _second(press: Press, head: Masthead) -> Strip:
    organ, small = press.setting("organ"), press.setting("distribution")
    inks: list[Ink] = []
    measure = BLOCK_AT - sheet.INSET - 10
    down = 10.0
    element = press.root.child("P")
    for line in press.lines([Run(head.organ)], organ, measure):
        inks.append(TextInk(line, press.at(sheet.INSET, measure), down + organ.baseline, element))
        down += organ.leading
    lowest = down
    down = 10.0
    measure = sheet.MEASURE - BLOCK_AT
    # One line from right to left, and all of the block stands at the right: "Rev.1" over an Arabic date.
    direction = press.right_to_left and any(base_level([bidi_class(sign) for sign in text]) for text in head.lines)
    for text in head.lines:
        element = press.root.child("P")
        for line in press.lines([Run(text)], small, measure, direction=direction):
            inks.append(TextInk(line, press.at(BLOCK_AT, measure), down + small.baseline, element))
            down += small.leading
        if text is head.lines[0]:
            down += small.leading * 0.4
    height = max(lowest, down, BLOCK_LEAST) + 10
    inks.append(RuleInk(0.0, sheet.MEASURE, height, sheet.THICK))
    return Strip(height, tuple(inks), keep=True)


def _body(press: Press, texts: tuple[str, ...]) -> list[Strip]:
    strips = []
    for at, text in enumerate(texts):
        setting = press.setting("body line" if at else "body name")
        element = press.root.child("P")
        lines = press.lines([Run(text, bold=0 < at < BODY_BOLD)], setting, BLOCK_AT)
        for line in lines:
            above = (8.0 if not at else 1.0) if line is lines[0] else 0.0
            ink = TextInk(line, press.at(0.0, BLOCK_AT), setting.baseline, element)
            strips.append(Strip(setting.leading, (ink,), above, keep=True))
    return strips
