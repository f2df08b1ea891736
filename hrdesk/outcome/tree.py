"""The document as the person who edits it sees it: head, agenda items, paragraphs with their numbers, footnotes."""

from collections.abc import Iterator
from dataclasses import dataclass

from hrdesk.outcome.composition import compose
from hrdesk.outcome.document import Heading
from hrdesk.outcome.document import Paragraph as Printed
from hrdesk.outcome.material import Material, recommendation_source
from hrdesk.outcome.rules import belongs_in_document, in_tree_order
from hrdesk.records import Paragraph
from hrdesk.records.classes import SENSITIVITY


@dataclass(frozen=True)
class TreeLine:
    """One line of the tree: the record that is edited there, its number as printed, its words, its class.

    ``role`` is that of a paragraph, or the kind of any other record; ``recommendation`` is what a paragraph prints,
    ``language`` that of the text.
    """

    record: str
    role: str
    depth: int
    text: str
    number: str = ""
    sensitivity: str = SENSITIVITY[0]
    recommendation: str = ""
    language: str = ""
    has_risen: bool = False
    """A source was made stricter after somebody had classed it: a person should look at it again."""


def tree_lines(held: Material) -> list[TreeLine]:
    """Give the lines of the document in the order of the page, with the numbers of its original language."""
    return list(_lines(held)) if held.document else []


def missing_recommendations(held: Material) -> int:
    """Count the recommendations that the document should print and does not yet."""
    printed = {one.recommendation for one in held.paragraphs}
    return sum(one.id not in printed and belongs_in_document(one) for one in held.standing)


def _lines(held: Material) -> Iterator[TreeLine]:
    head = held.document
    assert head is not None
    yield TreeLine(head.id, head.kind, 0, head.title or "")
    for item in held.council_items:
        yield TreeLine(item.id, item.kind, 1, item.title or "", str(item.number or ""))
    for note in held.footnotes:
        if note.owner == head.id:
            yield TreeLine(note.id, note.kind, 1, note.text or "", "*")
    numbers = _numbers(held, head.language or "en")
    for depth, one in in_tree_order(held.paragraphs):
        yield _paragraph(held, one, depth, numbers.get(one.id, ""))
        for note in held.footnotes:
            if note.owner == one.id:
                yield TreeLine(note.id, note.kind, depth + 1, note.text or note.url or "")


def _paragraph(held: Material, one: Paragraph, depth: int, number: str) -> TreeLine:
    recommendation = held.recommendations.get(one.recommendation or "")
    text = recommendation_source(recommendation).text if recommendation else one.text or ""
    role = "recommendation" if one.recommendation else one.role or "paragraph"
    language = recommendation_source(recommendation).language if recommendation else one.language or ""
    return TreeLine(
        one.id,
        role,
        depth,
        text,
        number,
        held.classes.of(one.id),
        one.recommendation or "",
        language,
        held.classes.has_risen(one.id),
    )


def _numbers(held: Material, language: str) -> dict[str, str]:
    composed = compose(held, language)
    return {
        origin: block.number
        for origin, block in zip(composed.origins, composed.document.blocks, strict=True)
        if isinstance(block, Heading | Printed) and block.number
    }
