"""The head of the first page."""

import pytest

from hrdesk.outcome.document import Masthead
from hrdesk.outcome.pdf import sheet
from hrdesk.outcome.pdf.masthead import masthead
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import RuleInk, TextInk
from tests.outcome.pdf.six_documents import outcome
from tests.outcome.pdf.test_lines import end_of, shown


def texts_of(language: str) -> list[tuple[float, str]]:
    strips = masthead(Press(language), outcome(language).masthead)
    return [(ink.x, shown(ink.line)) for strip in strips for ink in strip.inks if isinstance(ink, TextInk)]


def test_the_symbol_stands_right_and_its_first_letter_is_large():
    (_, organisation), (x, letter), (further, rest), *_ = texts_of("en")
    assert (organisation, letter, rest) == ("United Nations", "A", "/HRC/60/38")
    assert x > sheet.MEASURE / 2
    assert further > x


def test_in_arabic_the_symbol_stands_left_and_still_reads_from_the_left():
    _, (x, letter), (further, rest), *_ = texts_of("ar")
    assert (x, letter, rest) == (0.0, "A", "/HRC/60/38")
    assert further > x


def test_english_lines_of_an_arabic_masthead_read_from_the_left():
    assert "Distr.: General" in [text for _, text in texts_of("ar")]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_thin_rule_and_a_thick_one_part_its_blocks(language: str):
    strips = masthead(Press(language), outcome(language).masthead)
    rules = [ink.thickness for strip in strips for ink in strip.inks if isinstance(ink, RuleInk)]
    assert rules == [sheet.THIN, sheet.THICK]


def test_a_revision_over_an_arabic_date_ends_where_the_date_ends():
    head = Masthead("الأمم المتحدة", "", "مسودة للتفاوض", ("Rev.1", "21 تشرين الثاني/نوفمبر 2026"), ())
    inks = [ink for strip in masthead(Press("ar"), head) for ink in strip.inks if isinstance(ink, TextInk)]
    revision, date = (ink.x + end_of(ink.line) for ink in inks[-2:])
    assert revision == pytest.approx(date, abs=0.5)
