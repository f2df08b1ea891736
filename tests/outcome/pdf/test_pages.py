"""Filling pages: footnotes below their marks, headings with their text, nothing lost and nothing over another."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.outcome.document import Note, Paragraph, Run, Table
from hrdesk.outcome.pdf import sheet, write_pdf
from hrdesk.outcome.pdf.pages import fill
from hrdesk.outcome.pdf.paragraphs import paragraph
from hrdesk.outcome.pdf.press import Press
from hrdesk.outcome.pdf.strips import FootNote, Page, Strip
from tests.outcome.pdf.six_documents import plain
from tests.outcome.pdf.tag_tree import read, tree


def note_of(lines: int) -> FootNote:
    return FootNote(tuple(Strip(11.0) for _ in range(lines)))


def lowest(page: Page) -> float:
    return min((standing.top - standing.strip.height for standing in page.body), default=sheet.HEIGHT)


strips = st.lists(
    st.builds(
        Strip,
        st.sampled_from([5.0, 13.0, 30.0, 120.0]),
        above=st.sampled_from([0.0, 6.0, 18.0]),
        keep=st.booleans(),
        notes=st.lists(st.integers(1, 9).map(note_of), max_size=2).map(tuple),
    ),
    max_size=120,
)


@settings(deadline=None, max_examples=60)
@given(strips)
def test_every_strip_and_note_is_placed_once_in_order_and_clear_of_the_others(given_strips: list[Strip]):
    pages = fill(given_strips)
    placed = [standing.strip for page in pages for standing in page.body]
    assert [strip.height for strip in placed] == [strip.height for strip in given_strips]
    lines = sum(len(note.strips) for strip in given_strips for note in strip.notes)
    assert sum(len(page.notes) for page in pages) == lines
    for page in pages:
        assert lowest(page) >= max(sheet.BOTTOM, page.notes_top) - 0.1
        for above, below in pairwise(page.body):
            assert below.top <= above.top - above.strip.height + 0.01


@settings(deadline=None, max_examples=60)
@given(strips)
def test_a_note_stands_on_the_page_of_its_mark(given_strips: list[Strip]):
    for page in fill(given_strips):
        called = [line for standing in page.body for note in standing.strip.notes for line in note.strips]
        assert len(called) == len(page.notes)


def test_a_note_longer_than_a_page_is_continued():
    pages = fill([Strip(13.0), Strip(13.0, notes=(note_of(200),)), Strip(13.0)])
    assert len(pages) > 2
    assert sum(len(page.notes) for page in pages) == 200
    assert all(lowest(page) >= page.notes_top - 0.1 for page in pages)


def test_a_heading_goes_to_the_next_page_with_its_first_line():
    filler = [Strip(700.0)]
    pages = fill([*filler, Strip(20.0, keep=True, anchor=1), Strip(40.0)])
    assert [standing.strip.anchor for standing in pages[1].body] == [1, -1]


def test_strips_that_must_stay_together_but_cannot_are_set_all_the_same():
    pages = fill([Strip(50.0, keep=True) for _ in range(60)])
    assert sum(len(page.body) for page in pages) == 60


def test_a_long_footnote_and_a_tall_row_are_written_whole():
    long_text = "word " * 4_000
    called = Paragraph((Run("Text."),), "1.", notes=((4, Note("1", (Run(long_text),))),))
    table = Table(((Run("Head"),), (Run("Head"),)), (((Run(long_text),), (Run("short"),)),), (1, 1))
    written = write_pdf(plain(called, table))
    elements = list(tree(read(written.data)).walk())
    note = next(element for element in elements if element.kind == "Note")
    cell = next(element for element in elements if element.kind == "TD")
    assert note.whole_text(()).count("word") == 4_000
    assert cell.text.count("word") == 4_000


def test_a_paragraph_that_announces_a_list_stays_with_it():
    press = Press("zh")
    announcing, plain_one = (Paragraph((Run(text),)) for text in ("会议建议：", "会议建议。"))
    assert paragraph(press, announcing, press.root)[-1].keep
    assert not paragraph(press, plain_one, press.root)[-1].keep
