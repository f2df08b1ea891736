"""How long the outcome document is, in words, against what the United Nations prints of a report."""

import re
from collections.abc import Iterator

from hrdesk.outcome.document import Document, Heading, Paragraph, Run, Summary, Table

MOST_WORDS = 8_500
"""Words of a report of the Secretariat, footnotes and headings counted (rules of documents management)."""

CHINESE_PER_WORD = 1.6
"""Characters of Chinese that stand for a word of another language: the usual reckoning of translators."""

_CHINESE = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def count_words(document: Document) -> int:
    """Count the words of a document as it is printed, without its masthead."""
    return sum(words_in("".join(run.text for run in runs)) for runs in _texts(document))


def words_in(text: str) -> int:
    """Count words between blanks; Chinese, which has none, by its characters."""
    chinese = len(_CHINESE.findall(text))
    others = _CHINESE.sub(" ", text)
    return round(chinese / CHINESE_PER_WORD) + sum(any(map(str.isalnum, word)) for word in others.split())


def _texts(document: Document) -> Iterator[tuple[Run, ...]]:
    for block in document.blocks:
        match block:
            case Heading():
                yield block.runs
            case Paragraph():
                yield from _paragraph(block)
            case Summary():
                for one in block.paragraphs:
                    yield from _paragraph(one)
            case Table():
                yield from block.header
                for row in block.rows:
                    yield from row
            case _:
                continue
    for note in document.page_notes:
        yield note.runs


def _paragraph(block: Paragraph) -> Iterator[tuple[Run, ...]]:
    yield block.runs
    for _, note in block.notes:
        yield note.runs
