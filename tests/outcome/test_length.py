"""How long a document is, in words."""

from hrdesk.outcome.document import Document, Heading, Masthead, Note, Paragraph, Run, Summary
from hrdesk.outcome.length import count_words, words_in


def test_words_stand_between_blanks_and_signs_alone_are_none():
    assert words_in("Each mechanism – every one – should report.") == 6


def test_chinese_is_counted_by_its_characters():
    assert words_in("各国人权机制应当每年报告情况二次") == 10


def test_headings_summary_and_footnotes_count_and_the_masthead_does_not():
    document = Document(
        "en",
        "Title",
        Masthead("United Nations", "A/HRC/1/1", "General Assembly", (), ()),
        (
            Heading(1, (Run("One two"),)),
            Summary("Summary", (Paragraph((Run("three"),)),)),
            Paragraph((Run("four "), Run("five")), notes=((4, Note("1", (Run("six"),))),)),
        ),
        page_notes=(Note("*", (Run("seven"),)),),
    )
    assert count_words(document) == 7
