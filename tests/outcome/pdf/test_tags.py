"""The tag tree of written files, walked by an independent reader."""

import re
from collections import Counter

import pytest

from hrdesk.outcome.document import Contents, Heading, Note, Paragraph, Run, Table
from hrdesk.outcome.pdf import write_pdf
from tests.outcome.pdf.six_documents import LANGUAGES, outcome, plain, words_of, written
from tests.outcome.pdf.tag_tree import faults, read, tree

BLANKS = re.compile("[\\s\u00a0\u202f\u200b]+")


def squeezed(text: str) -> str:
    return BLANKS.sub("", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_mark_is_tagged_or_an_artifact(language: str):
    assert faults(write_pdf(outcome(language, banner="Restricted")).data) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tree_reads_as_the_document_was_written(language: str):
    document = outcome(language)
    root = tree(read(written(language).data))
    found = [squeezed(element.whole_text()) for element in root.walk() if element.kind in {"P", "H1", "H2", "H3"}]
    for text in words_of(document):
        wanted = squeezed(text)
        if language == "ar":  # the letters of a line stand from left to right: compared without their order
            letters = Counter(wanted)
            assert any(not letters - Counter(one) and (Counter(one) - letters).total() <= len("III.") for one in found)
        else:
            assert any(one.endswith(wanted) and len(one) <= len(wanted) + len("III.") for one in found)


def test_a_document_without_a_title_or_with_skipped_levels_still_has_an_ordered_tree():
    document = plain(Heading(4, (Run("Deep"),), "1."), Heading(1, (Run("Again"),)), Contents("Contents", "Page"))
    data = write_pdf(document).data
    assert faults(data) == []
    kinds = [element.kind for element in tree(read(data)).walk() if element.kind.startswith("H")]
    assert kinds == ["H1", "H2", "H2", "H2"]


def test_a_footnote_follows_its_paragraph_and_is_called_where_it_was_asked_for():
    note = Note("1", (Run("See the report."),))
    root = tree(read(write_pdf(plain(Paragraph((Run("First, second."),), "1.", notes=((6, note),)))).data))
    paragraph = next(
        element for element in root.walk() if element.whole_text().startswith("1.") and element.kind == "P"
    )
    assert [child.kind for child in paragraph.children] == ["Reference", "Note"]
    assert paragraph.children[0].text == "1"
    assert [child.kind for child in paragraph.children[1].children] == ["Lbl", "P"]
    assert paragraph.children[1].whole_text(()).endswith("See the report.")


def test_the_title_calls_the_notes_of_its_page():
    title = tree(read(written("en").data)).children
    heading = next(element for element in title if element.kind == "H1")
    assert [child.text for child in heading.children] == ["**"]
    assert [element.kind for element in title].count("Note") == 1


def test_text_in_another_language_says_so():
    run = Run("sous réserve", italic=True, language="fr")
    pdf = read(write_pdf(plain(Paragraph((Run("It was "), run, Run(" adopted."))))).data)
    span = next(element for element in tree(pdf).walk() if element.kind == "Span")
    assert (span.text, str(span.dictionary.Lang)) == ("sous réserve", "fr")


def test_a_repeated_header_row_is_read_once():
    cell = (Run("Cell"),)
    table = Table(((Run("Header"),),), ((cell,),) * 120, (1,))
    repeated = write_pdf(plain(table))
    root = tree(read(repeated.data))
    assert repeated.pages > 2
    assert [element.text for element in root.walk() if element.kind == "TH"] == ["Header"]
    assert len([element for element in root.walk() if element.kind == "TD"]) == 120
    assert faults(repeated.data) == []
