"""Slides: one title on every page, points whole and tagged as a list, nothing lost however long."""

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.document import Document, Heading, Masthead, Paragraph, Run
from hrdesk.outcome.pdf import sheet, write_pdf
from hrdesk.outcome.pdf.pages import fill
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.slides import slides
from hrdesk.outcome.pdf.strips import TextInk
from tests.outcome.pdf.tag_tree import faults, read, tree
from tests.outcome.pdf.test_lines import shown as said

TITLE = (Run("Panel"),)


def shown(*points: str, language: str = "en") -> Document:
    return Document(
        language=language,
        title="Report",
        masthead=Masthead("United Nations", "", "", ("8 May",), ("Workshop",)),
        blocks=(
            Heading(1, (Run("Report"),)),
            Heading(2, TITLE),
            Heading(3, (Run("Key issues"),)),
            *(Paragraph((Run(text),), "•", hangs=True) for text in points),
        ),
        form="slides",
    )


def test_a_slide_file_keeps_the_standards_and_its_points_are_a_list():
    for language in ("en", "ar"):
        data = write_pdf(shown(*["What was said. " * 12] * 6, language=language)).data
        assert faults(data) == []
        kinds = [child.kind for child in tree(read(data)).children]
        assert kinds == ["P", "H1", "P", "P", "H2", "H3", "L"]


@given(st.lists(st.integers(0, 400), max_size=8))
@settings(deadline=None, max_examples=25)
def test_no_line_is_lost_or_stands_below_the_page_however_long_the_points(lengths: list[int]):
    strips, _ = slides(Press("en"), shown(*["word " * length for length in lengths]))
    pages = fill(strips[0], room=sheet.SLIDES)
    placed = [standing for page in pages for standing in page.body]
    assert [one.strip for one in placed if not one.echo] == strips[0]
    assert all(one.top - one.strip.height >= sheet.SLIDES.bottom - 0.1 for one in placed)


def test_a_page_begins_where_a_title_does_and_repeats_it_when_it_goes_on():
    strips, entries = slides(Press("en"), shown(*["word " * 60] * 6))
    pages = fill(strips[0], room=sheet.SLIDES)
    assert [entry.text for entry in entries] == ["Report", "Panel"]
    assert pages[1].body[0].strip.starts_page
    assert len(pages) > 3
    assert all(page.body[0].echo for page in pages[2:])


def test_a_page_that_goes_on_says_of_which_kind_its_points_are():
    strips, _ = slides(Press("en"), shown(*["word " * 60] * 6))
    pages = fill(strips[0], room=sheet.SLIDES)
    for page in pages[2:]:
        echoed = [said(ink.line) for one in page.body if one.echo for ink in one.strip.inks if isinstance(ink, TextInk)]
        assert echoed == ["Panel", "Key issues"]
