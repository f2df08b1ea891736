"""Tables as strips."""

import pytest

from hrdesk.outcome.document import Run, Table
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import RuleInk, TextInk
from hrdesk.outcome.pdf.tables import table
from hrdesk.outcome.pdf.tags import Element
from tests.outcome.pdf.test_lines import shown

CELLS = Table(((Run("A"),), (Run("B"),)), (((Run("c"),), (Run("d"),)), ((Run("e"),),)), (1, 3))


def places(language: str) -> dict[str, float]:
    """Return the left end of every cell's text on the sheet."""
    inks = (ink for strip in table(Press(language), CELLS) for ink in strip.inks if isinstance(ink, TextInk))
    return {shown(ink.line): ink.x + ink.line.words[0].x for ink in inks}


def test_columns_begin_at_the_left_and_share_the_column():
    found = places("en")
    assert found["A"] == found["c"] == found["e"] == sheet.INSET
    assert found["B"] == found["d"] == sheet.INSET + sheet.COLUMN / 4


def test_columns_are_mirrored_in_arabic():
    found = places("ar")
    assert found["A"] > found["B"]


def test_a_row_shorter_than_the_header_still_has_its_cells():
    press = Press("en")
    table(press, CELLS)
    (element,) = press.root.kids
    assert isinstance(element, Element)
    sections = [kid for kid in element.kids if isinstance(kid, Element)]
    assert [[len(row.kids) for row in part.kids if isinstance(row, Element)] for part in sections] == [[2], [2, 2]]


def test_an_empty_table_takes_no_place():
    assert table(Press("en"), Table((), (), ())) == []


def bars(language: str, *shares: int) -> list[RuleInk]:
    block = Table(CELLS.header, CELLS.rows, CELLS.widths, shares)
    inks = [ink for strip in table(Press(language), block) for ink in strip.inks]
    return [ink for ink in inks if isinstance(ink, RuleInk) and ink.grey]


def test_a_bar_is_as_long_as_its_share_of_the_last_cell():
    half, whole = bars("en", 500, 1000)
    assert whole.width == pytest.approx(2 * half.width)
    assert half.x == whole.x > sheet.INSET + sheet.COLUMN / 4
    assert whole.x + whole.width <= sheet.INSET + sheet.COLUMN


def test_a_share_of_nothing_has_no_bar_and_one_beyond_the_whole_fills_the_cell():
    (only,) = bars("en", 0, 1460)
    (whole,) = bars("en", 1000)
    assert only.width == whole.width


def test_bars_grow_from_the_right_in_arabic():
    half, whole = bars("ar", 500, 1000)
    assert half.x + half.width == pytest.approx(whole.x + whole.width)
    assert whole.x >= sheet.INSET


def test_a_bar_is_no_content_and_its_row_keeps_its_cells():
    press = Press("en")
    table(press, Table(CELLS.header, CELLS.rows, CELLS.widths, (1000, 1000)))
    plain = Press("en")
    table(plain, CELLS)
    assert tree(press.root) == tree(plain.root)


def tree(element: Element) -> list[object]:
    return [element.kind, *(tree(kid) for kid in element.kids if isinstance(kid, Element))]
