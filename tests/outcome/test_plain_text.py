"""A paper as plain text: every word of it, its class first and last."""

from hrdesk.outcome.document import Document, Heading, Masthead, Paragraph, Run, Summary, Table
from hrdesk.outcome.plain_text import plain_text


def test_every_word_stands_in_the_text_and_its_class_first_and_last():
    document = Document(
        language="en",
        title="Title",
        masthead=Masthead("United Nations", "", "Draft", ("Rev.1",), ("Workshop",)),
        blocks=(
            Heading(1, (Run("Title"),)),
            Summary("Summary", (Paragraph((Run("In short."),)),)),
            Heading(3, (Run("Part"),), "A."),
            Paragraph((Run("One\n"), Run("two")), "1."),
            Paragraph((Run("Point"),), "•", hangs=True),
            Table(((Run("Who"),), (Run("What"),)), (((Run("State"),), (Run("3"),)),), (1, 1)),
        ),
        banner="Restricted",
        foot="Draft Rev.1",
    )
    assert plain_text(document).splitlines() == [
        *("Restricted", "United Nations", "Draft", "Workshop", "Rev.1", "", "", "Title", "=====", "", "Summary"),
        *("In short.", "", "A. Part", "1. One two", "", "• Point", "Who\tWhat", "State\t3", "", "Draft Rev.1"),
        "Restricted",
    ]
