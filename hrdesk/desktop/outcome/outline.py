"""What the left side of the room shows of the document, read at one moment."""

from dataclasses import dataclass

from hrdesk.outcome.following import Behind, behind
from hrdesk.outcome.queries import material
from hrdesk.outcome.tree import TreeLine, missing_recommendations, tree_lines
from hrdesk.records.disclosure import may_be_found
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Outline:
    """What the left side shows: the lines, how many are hidden, how many recommendations are not printed yet.

    ``behind`` counts those that were decided on otherwise than the document tells.
    """

    lines: list[TreeLine]
    hidden: int
    missing: int
    behind: Behind


def read_outline(reader: Reader, audience: str) -> Outline:
    """Read the outline as ``audience`` may see it; the head stays, so that there is a document to see."""
    held = material(reader)
    lines = tree_lines(held)
    seen = [one for one in lines if one.role == "document" or may_be_found(held.classes.of(one.record), audience)]
    return Outline(seen, len(lines) - len(seen), missing_recommendations(held), behind(reader, held))
