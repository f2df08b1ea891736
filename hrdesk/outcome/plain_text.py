"""A paper as plain text: for a message, a speech, or a screen that shows no pages."""

from collections.abc import Iterator, Sequence

from hrdesk.outcome.document import Block, Contents, Document, Heading, Paragraph, Run, Summary, Table

STEP = "    "
"""One step of depth."""
OPENING, SECTION = 1, 2
"""Levels of the title, and of the headings with a line under them."""


def plain_text(document: Document) -> str:
    """Give the words of a paper, line by line; its class stands first and last."""
    head = document.masthead
    lines = [one for one in (document.banner, head.organisation, head.organ, *head.body, *head.lines) if one]
    lines += ["", *(line for block in document.blocks for line in _lines(block))]
    lines += ["", *(one for one in (document.foot, document.banner) if one)]
    return "\n".join(lines).strip("\n") + "\n"


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            title = _joined(block.number, _words(block.runs))
            yield from ("", title)
            if block.level <= SECTION:
                yield ("=" if block.level == OPENING else "-") * min(len(title), 60)
        case Paragraph():
            yield STEP * block.indent + _joined(block.number, _words(block.runs))
            if not block.hangs:
                yield ""
        case Summary():
            yield from ("", block.heading)
            yield from (_words(one.runs) for one in block.paragraphs)
        case Table():
            yield from ("\t".join(_words(cell) for cell in row) for row in (block.header, *block.rows))
        case Contents():
            return


def _words(runs: Sequence[Run]) -> str:
    return " ".join("".join(run.text for run in runs).split())


def _joined(number: str, words: str) -> str:
    return f"{number} {words}" if number else words
