"""Filling pages: strips from the top, their footnotes from the bottom.

A footnote stands on the page of its mark. Only a note that cannot fit there is continued on the next page; no text,
however long, can fail.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.strips import FootNote, Page, Standing, Strip

RULE_ABOVE, RULE_BELOW = 8.0, 4.0
"""Blank over and under the rule that parts the footnotes from the text."""
MOST_NOTES = 0.6
"""Share of a page that notes carried over from the page before may take; a longer note begins where it is called."""
LEAST_LINES = 3
"""So many lines of such a note stand on the page of its mark."""


def fill(strips: Sequence[Strip], first_notes: Sequence[FootNote] = (), room: sheet.Room = sheet.PAPER) -> list[Page]:
    """Fill as many pages as the strips need; ``first_notes`` stand at the foot of the first page."""
    filling = _Filling(first_notes, room)
    for group in _groups(strips):
        filling.take(group)
    return filling.finished()


def _groups(strips: Sequence[Strip]) -> list[list[Strip]]:
    """Join strips that must stay together."""
    groups: list[list[Strip]] = []
    for before, strip in pairwise([Strip(0.0), *strips]):
        if groups and before.keep and not strip.starts_page:
            groups[-1].append(strip)
        else:
            groups.append([strip])
    return groups


class _Filling:
    """The page at hand and those already full."""

    def __init__(self, first_notes: Sequence[FootNote], room: sheet.Room) -> None:
        self._room = room
        self._pages: list[Page] = []
        self._body: list[tuple[Strip, float, bool]] = []
        self._notes: list[Strip] = [strip for note in first_notes for strip in note.strips]
        self._carried: list[Strip] = []
        self._top = room.height - room.first_top
        self._used = 0.0

    def take(self, group: Sequence[Strip]) -> None:
        """Place strips that stay together: on this page, else on a new one, else one by one."""
        if group[0].starts_page and self._body:
            self._turn()
        if self._fits(group):
            self._place(group)
            return
        if self._body and not self._begins_long_note(group[0]):
            self._turn()
        if self._fits(group):
            self._place(group)
            return
        for strip in group:
            if not self._fits([strip]) and self._body and not self._begins_long_note(strip):
                self._turn()
            if self._fits([strip]):
                self._place([strip])
            else:
                self._place_with_part_of_notes(strip)

    def finished(self) -> list[Page]:
        """Return all pages, the last one ended, notes carried over included."""
        self._end_page()
        while self._carried:
            self._begin_page()
            self._end_page()
        return self._pages

    @property
    def _height(self) -> float:
        return self._top - self._room.bottom

    def _fits(self, group: Sequence[Strip]) -> bool:
        notes = [*self._notes, *(line for strip in group for note in strip.notes for line in note.strips)]
        needed = self._used + _notes_height(notes)
        repeated: Sequence[Strip] = group[0].repeated if not self._body and self._pages else ()
        needed += sum(strip.height for strip in repeated)
        for at, strip in enumerate(group):
            needed += strip.height + (strip.above if self._body or at else 0.0)
        return needed <= self._height + 0.01

    def _begins_long_note(self, strip: Strip) -> bool:
        """Say whether a strip fits here with the first lines of notes that no turning of the page would keep whole."""
        lines = [line for note in strip.notes for line in note.strips]
        needed = self._used + strip.above + strip.height + _notes_height([*self._notes, *lines[:LEAST_LINES]])
        return _notes_height(lines) > self._height * MOST_NOTES and needed <= self._height

    def _place(self, group: Sequence[Strip]) -> None:
        if not self._body and self._pages:
            for strip in group[0].repeated:
                self._stand(strip, echo=True)
        for strip in group:
            self._stand(strip)
            self._notes += [line for note in strip.notes for line in note.strips]

    def _place_with_part_of_notes(self, strip: Strip) -> None:
        """Place a strip whose notes do not fit on a page of their own, and carry on what is left of them."""
        lines = [line for note in strip.notes for line in note.strips]
        self._place([replace(strip, notes=())])
        while lines and self._used + _notes_height([*self._notes, lines[0]]) <= self._height:
            self._notes.append(lines.pop(0))
        self._carried += lines

    def _stand(self, strip: Strip, echo: bool = False) -> None:
        if self._body:
            self._used += strip.above
        self._body.append((strip, self._top - self._used, echo))
        self._used += strip.height

    def _turn(self) -> None:
        self._end_page()
        self._begin_page()

    def _begin_page(self) -> None:
        self._body, self._notes = [], []
        self._top, self._used = self._room.height - self._room.top, 0.0
        while self._carried and _notes_height([*self._notes, self._carried[0]]) <= MOST_NOTES * self._height:
            self._notes.append(self._carried.pop(0))

    def _end_page(self) -> None:
        standing, top = [], 0.0
        if self._notes:
            top = self._room.bottom + _notes_height(self._notes) - RULE_ABOVE
            at = top - RULE_BELOW
            for strip in self._notes:
                standing.append(Standing(strip, at))
                at -= strip.height
        body = tuple(Standing(strip, place, echo) for strip, place, echo in self._body)
        self._pages.append(Page(body, tuple(standing), top))


def _notes_height(notes: Sequence[Strip]) -> float:
    return sum(strip.height for strip in notes) + RULE_ABOVE + RULE_BELOW if notes else 0.0
