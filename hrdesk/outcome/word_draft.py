"""The draft for negotiation as a Word file: delegations write into it, and what comes back is read as proposals.

Each text stands alone between the ends of its bookmark, so that what comes back is the text itself: who proposed an
alternative is not told in it, and marks of translation stand in a line of their own.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hrdesk.errors import Refused
from hrdesk.language import N_, RIGHT_TO_LEFT
from hrdesk.language.dates import date_range
from hrdesk.language.numbers import paragraph_number
from hrdesk.language.repeated_numbers import repeated_number
from hrdesk.outcome.docx import Style, WordDocument, WordParagraph, write_docx
from hrdesk.outcome.export import Exported
from hrdesk.outcome.material import Source, recommendation_source
from hrdesk.outcome.paper import banner, name_of_consultation
from hrdesk.outcome.queries import material
from hrdesk.outcome.report import Report
from hrdesk.outcome.telling import Teller
from hrdesk.recommendations.negotiation_lines import Negotiation
from hrdesk.recommendations.negotiation_queries import draft_versions, hash_of_draft, negotiation_list
from hrdesk.recommendations.rules.anchors import CONSULTATION, VERSION, anchor, known_by, own_anchor
from hrdesk.records import DraftVersion
from hrdesk.records.disclosure import may_appear
from hrdesk.store.reading import Reader
from hrdesk.store.saving import write_safely

WORD = ".docx"
"""The ending of a file that is to hold Word."""

RIGHT_TO_LEFT_MARK = "\u200f"
"""Behind Latin letters in a line that runs from the right: else the number of the day is drawn with them."""


@dataclass(frozen=True)
class WordDraft:
    """A draft ready to be written, the report on it, and how many texts stand in it."""

    document: WordDocument
    report: Report
    version: str
    texts: int


def word_draft(reader: Reader, language: str) -> WordDraft:
    """Compose what is under negotiation; the version is the last that was kept, where the draft still reads so."""
    found = negotiation_list(reader)
    kept = draft_versions(reader)
    version = kept[-1] if kept and kept[-1].text_hash == hash_of_draft(found) else None
    whole = material(reader)
    teller = Teller(whole, language)
    body = tuple(line for one in found if teller.lets_in(one.recommendation.id) for line in _lines(teller, one))
    texts = sum(bool(one.anchor) for one in body)
    if not texts:
        raise Refused(
            N_(
                "Nothing that may be printed is under negotiation. Nothing was written;"
                " please open the negotiation of a text first."
            )
        )
    head = tuple(_head(teller, version))
    paragraphs = tuple(_anchored((*head, *body)))
    consultation = whole.consultation
    document = WordDocument(
        language=language,
        title=head[0].text,
        paragraphs=paragraphs,
        classes=frozenset(teller.classes),
        date=((version.at or "")[:10]) if version else "",
        banner=banner(teller.classes, teller.words),
        foot=(version.name or "") if version else "",
        properties={
            CONSULTATION: known_by(consultation.id) if consultation else "",
            VERSION: (version.name or "") if version else "",
        },
    )
    return WordDraft(document, teller.report, (version.name or "") if version else "", texts)


def export_word_draft(reader: Reader, language: str, target: Path) -> Exported:
    """Write the draft for negotiation as a Word file, which has no pages yet; what may go is asked once more here."""
    draft = word_draft(reader, language)
    if not all(may_appear(one) for one in draft.document.classes):
        raise RuntimeError("a confidential text was composed into the draft; nothing was written")
    write_safely(target, write_docx(draft.document))
    return Exported(target, language, 0, draft.report, {})


def _head(teller: Teller, version: DraftVersion | None) -> Iterator[WordParagraph]:
    """Give what stands above the texts: title, what this is, how to write into it."""
    words = teller.words
    title = name_of_consultation(teller) or words.text(N_("Recommendations under negotiation"))
    yield WordParagraph(title, "Title", teller.language)
    told = words.text(N_("Draft for negotiation"))
    if version:
        day = (version.at or "")[:10]
        said = N_("Draft for negotiation, {version}, {date}")
        name = f"{version.name or ''}{RIGHT_TO_LEFT_MARK if teller.language in RIGHT_TO_LEFT else ''}"
        told = words.text(said, version=name, date=date_range(day, day, teller.language))
    yield WordParagraph(told, "Subtitle", teller.language)
    how = N_(
        "Please write into the texts; your changes are tracked. Comments in the margin are read as well. Leave the"
        " numbers as they are. A new paragraph is read as a new recommendation."
    )
    yield WordParagraph(words.text(how), "Remark", teller.language)


def _lines(teller: Teller, one: Negotiation) -> Iterator[WordParagraph]:
    """Give the paragraphs of one recommendation: its text, and its alternatives with bis and ter, in brackets."""
    held, language = one.recommendation, teller.language
    others = [line for line in one.alternatives if teller.lets_in(line.alternative.id)]
    is_open = bool(one.alternatives)
    number = paragraph_number(one.number, language)
    yield from _text(teller, recommendation_source(held), held.id, "Recommendation", number, is_open)
    for line in others:
        other = line.alternative
        source = Source(other.id, "text", other.text or "", other.language or held.language or "en")
        mark = repeated_number(one.number, line.turn, language)
        yield from _text(teller, source, held.id, "Alternative", mark, is_open)


def _text(
    teller: Teller, source: Source, record: str, style: Style, number: str, is_bracketed: bool
) -> Iterator[WordParagraph]:
    """Give one text, and before it, in a line of its own, that it is in another language."""
    runs, is_marked = teller.text(source)
    if is_marked:
        yield WordParagraph(runs[0].text.strip(), "Remark", teller.language)
    text, language = runs[-1].text, runs[-1].language or teller.language
    if text.strip():
        yield WordParagraph(text, style, language, anchor(record, text), number, is_bracketed)


def _anchored(paragraphs: tuple[WordParagraph, ...]) -> Iterator[WordParagraph]:
    """Put a bookmark around every paragraph; two of one name cannot be, so the second of equal texts has its own."""
    met: set[str] = set()
    for number, one in enumerate(paragraphs):
        name = one.anchor if one.anchor and one.anchor not in met else own_anchor(number)
        met.add(name)
        yield WordParagraph(one.text, one.style, one.language, name, one.number, one.is_bracketed)
