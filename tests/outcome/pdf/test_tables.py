"""Tables as strips."""

from hrdesk.outcome.document import Run, Table
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import TextInk
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
