"""A proof of the document in one language: its pages, the report on it, its length, and where each paragraph stands."""

from dataclasses import dataclass

from hrdesk.desktop.outcome.pages import Pages
from hrdesk.outcome.composition import Composed, compose
from hrdesk.outcome.document import Block, Heading, Paragraph
from hrdesk.outcome.length import count_words
from hrdesk.outcome.queries import material
from hrdesk.outcome.report import Report
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Place:
    """Where the text of a record begins: page from 0, points below its top."""

    record: str
    page: int
    down: float


@dataclass(frozen=True)
class Proof:
    """What the preview shows. ``words`` counts the document in its original language, ``original``."""

    language: str
    pages: Pages
    report: Report
    missing: dict[str, int]
    words: int
    original: str
    places: tuple[Place, ...]

    def place_of(self, record: str) -> Place | None:
        """Give where a paragraph stands."""
        return next((one for one in self.places if one.record == record), None)

    def record_at(self, page: int, down: float) -> str | None:
        """Give the paragraph that stands at a place: the last that begins above it."""
        above = [one for one in self.places if (one.page, one.down) <= (page, down + 2)]
        return above[-1].record if above else None


def make_proof(reader: Reader, language: str) -> Proof:
    """Compose and write the document in memory; takes up to a second, so it belongs in another thread."""
    from hrdesk.outcome.pdf import write_pdf  # the text layer and its fonts, only when something is shown

    held = material(reader)
    composed = compose(held, language)
    original = (held.document.language if held.document else None) or (
        held.consultation.language if held.consultation else None
    )
    source = composed if original in (None, language) else compose(held, original)
    written = write_pdf(composed.document)
    pages = Pages(written.data)
    return Proof(
        language,
        pages,
        composed.report,
        written.missing,
        count_words(source.document),
        original or language,
        _places(composed, pages),
    )


def _places(composed: Composed, pages: Pages) -> tuple[Place, ...]:
    found = pages.places([_text(block) for block in composed.document.blocks])
    return tuple(
        Place(origin, *place) for origin, place in zip(composed.origins, found, strict=True) if place and origin
    )


def _text(block: Block) -> str:
    return "".join(run.text for run in block.runs) if isinstance(block, Heading | Paragraph) else ""
