"""Slides: pages to be shown on a wall. A session begins a page; what has no room goes on under the same title."""

from collections.abc import Sequence
from dataclasses import replace

from hrdesk.outcome.document import Document, Heading, Paragraph, Run
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.paragraphs import Entry
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.sheet import Setting
from hrdesk.outcome.pdf.strips import Ink, RuleInk, Strip, TextInk
from hrdesk.outcome.pdf.tags import Element

OPENING_DOWN = 52.0
"""Blank over the title on the first slide, in points."""
HANG = 16.0
"""How far the text of a point stands from its mark."""
RULE_ROOM = 12.0
"""Height of the strip with the rule under a title."""
TALLEST_ECHO = 90.0
"""A title taller than this is not repeated on the next page: the points need it."""
KEPT_LINES = 8
"""Up to so many lines a point is kept on one slide."""
LIST = "/A << /O /List /ListNumbering /Disc >>"
SESSION, KIND = 2, 3
"""Levels of the headings that begin a slide, and that head points of one kind."""


def slides(press: Press, document: Document) -> tuple[list[list[Strip]], list[Entry]]:
    """Set a document as slides: strips, and the titles as the bookmarks name them."""
    setter = _Setter(press, document.masthead.organisation)
    for block in document.blocks:
        match block:
            case Heading(level=1):
                setter.open(block, (*document.masthead.body, *document.masthead.lines))
            case Heading(level=2):
                setter.begin(block)
            case Heading():
                setter.head(block)
            case Paragraph():
                setter.point(block)
            case _:
                raise TypeError(f"no slide can hold a {type(block).__name__}")
    return [setter.strips], setter.entries


class _Setter:
    """Sets block after block, with the title at hand that a further page repeats."""

    def __init__(self, press: Press, organisation: str) -> None:
        self.press = press
        self.strips: list[Strip] = []
        self.entries: list[Entry] = []
        self._organisation = organisation
        self._echo: tuple[Strip, ...] = ()
        self._title_echo: tuple[Strip, ...] = ()
        self._points: Element | None = None

    def open(self, block: Heading, lines: Sequence[str]) -> None:
        """Set the first slide: the organisation, the title, and the lines of the masthead."""
        self.strips.append(Strip(OPENING_DOWN, keep=True))
        self._plain(self._organisation)
        self._title(block, "slide opening", 1)
        for line in lines:
            self._plain(line)

    def begin(self, block: Heading) -> None:
        """Begin a slide under its title, with a rule under it."""
        self._points = None
        at = len(self.strips)
        self._title(block, "slide title", SESSION)
        self.strips.append(Strip(RULE_ROOM, (RuleInk(0.0, sheet.MEASURE, 5.0, sheet.MIDDLE),), keep=True))
        self.strips[at] = replace(self.strips[at], starts_page=True)
        title = self.strips[at:]
        self._echo = self._title_echo = _echo(title)

    def head(self, block: Heading) -> None:
        """Set the word for the points that follow; it stays with the first of them, and heads those of a next page."""
        self._points = None
        level = min(KIND, self.entries[-1].level + 1 if self.entries else 1)
        element = self.press.root.child(f"H{level}")
        self._echo, at = self._title_echo, len(self.strips)
        self._stack(block.runs, "slide kind", element, keep=True)
        self._echo = (*self._title_echo, *_echo(self.strips[at:])) if self._title_echo else ()

    def point(self, block: Paragraph) -> None:
        """Set a point beside its mark; a paragraph without one stands as it is."""
        if not block.number:
            self._points = None
            self._stack(block.runs, "slide point", self.press.root.child("P"))
            return
        if self._points is None:
            self._points = self.press.root.child("L", LIST)
        item = self._points.child("LI")
        label, body = item.child("Lbl"), item.child("LBody")
        at = len(self.strips)
        self._stack(block.runs, "slide point", body, HANG)
        setting = self.press.setting("slide point")
        mark = self.press.line(block.number, setting)
        ink = TextInk(mark, self.press.at(0.0, mark.width), setting.baseline, label)
        if len(self.strips) == at:
            self.strips.append(Strip(setting.leading, (ink,), setting.above, repeated=self._echo))
            return
        self.strips[at] = replace(self.strips[at], inks=(ink, *self.strips[at].inks))

    def _title(self, block: Heading, setting: str, level: int) -> None:
        anchor = self.press.next_anchor()
        level = level if self.entries else 1
        self.entries.append(Entry(level, block.number, block.runs, anchor))
        at = len(self.strips)
        self._echo = self._title_echo = ()
        self._stack(block.runs, setting, self.press.root.child(f"H{level}"), keep=True)
        if len(self.strips) == at:
            self.strips.append(Strip(self.press.setting(setting).leading, keep=True))
        self.strips[at] = replace(self.strips[at], anchor=anchor)

    def _plain(self, text: str) -> None:
        if text:
            self._stack((Run(text),), "slide lines", self.press.root.child("P"), keep=True)

    def _stack(
        self, runs: Sequence[Run], name: str, element: Element, hang: float = 0.0, *, keep: bool = False
    ) -> None:
        setting: Setting = self.press.setting(name)
        width = sheet.MEASURE - hang
        lines = self.press.lines(runs, setting, width)
        for at, line in enumerate(lines):
            ink: Ink = TextInk(line, self.press.at(hang, width), setting.baseline, element)
            kept = keep or (at < len(lines) - 1 and (len(lines) <= KEPT_LINES or at in {0, len(lines) - 2}))
            above = 0.0 if at else setting.above
            self.strips.append(Strip(setting.leading, (ink,), above, keep=kept, repeated=self._echo))


def _echo(strips: Sequence[Strip]) -> tuple[Strip, ...]:
    """Give what a further page repeats of these; nothing where it would take too much of the page."""
    return tuple(map(_unmarked, strips)) if sum(strip.height for strip in strips) < TALLEST_ECHO else ()


def _unmarked(strip: Strip) -> Strip:
    """Return the strip as an artifact, for its repetition."""
    inks = tuple(replace(ink, element=None) if isinstance(ink, TextInk) else ink for ink in strip.inks)
    return replace(strip, inks=inks, keep=False, starts_page=False, anchor=-1, above=0.0)
