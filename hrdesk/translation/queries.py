"""What a person can see of the translations: every text of the document beside its wording in one language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from hrdesk.language import LANGUAGES
from hrdesk.outcome.material import Material, Source, paragraph_source, recommendation_source
from hrdesk.outcome.queries import material
from hrdesk.outcome.rules import belongs_in_document, in_tree_order
from hrdesk.records import Recommendation, Wording
from hrdesk.records.ids import joined_id
from hrdesk.records.wording import Standing, source_hash, standing
from hrdesk.store.change import unpack_group
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Segment:
    """One text to translate: where it is from, its source, its wording, and how far that can be relied on."""

    source: Source
    role: str
    wording: Wording | None
    standing: Standing


def segments(reader: Reader, language: str) -> list[Segment]:
    """Give the texts of the document in its order, title first; those already in ``language`` are left out."""
    return _segments(material(reader), language)


def progress(reader: Reader) -> dict[str, Counter[str]]:
    """Count for each of the six languages how many texts are empty, drafts, reviewed, stale."""
    held = material(reader)
    return {language: Counter(one.standing for one in _segments(held, language)) for language in LANGUAGES}


def earlier_source(reader: Reader, wording: Wording) -> str | None:
    """Find in the journal the text that a stale wording was made from; nothing when it was never on this desk."""
    held = reader.find(wording.item)
    if held is None or not wording.source_hash:
        return None
    for name, infos in held.cells().items():
        for _number, change in reader.cell(held.id, name):
            values = unpack_group(change.val).values() if infos[0].group else (change.val,)
            for value in values:
                if isinstance(value, str) and source_hash(value) == wording.source_hash:
                    return value
    return None


def _segments(held: Material, language: str) -> list[Segment]:
    found = []
    for role, source in _sources(held):
        if source.text and source.language != language:
            wording = held.wordings.get((source.item, source.field, language))
            found.append(Segment(source, role, wording, standing(wording, source.text)))
    return found


def wording_id(item: str, field: str, language: str) -> str:
    """Give the id of the wording of one field of one record in one language."""
    return joined_id("wording", item, field, language)


def source_of(reader: Reader, item: str, field: str) -> Source | None:
    """Give the text that a wording of ``field`` of ``item`` translates, or nothing when there is none."""
    held = reader.find(item)
    if held is None:
        return None
    if isinstance(held, Recommendation) and field == "text":
        return recommendation_source(held)
    text = held.values().get(field)
    if not isinstance(text, str) or field not in {info.name for info in held.declared if info.translatable}:
        return None
    spoken = held.values().get("language")
    if not isinstance(spoken, str):
        spoken = reader.value("SELECT language FROM consultation WHERE _state <> 1 ORDER BY id LIMIT 1") or "en"
    return Source(item, field, text, str(spoken))


def _sources(held: Material) -> Iterator[tuple[str, Source]]:
    head, consultation = held.document, held.consultation
    spoken = (consultation.language if consultation else None) or "en"
    if head:
        for name in ("title", "author"):
            text = head.values().get(name)
            if isinstance(text, str):
                yield "heading", Source(head.id, name, text, head.language or spoken)
        for item in held.council_items:
            if item.title:
                yield "heading", Source(item.id, "title", item.title, head.language or spoken)
        for note in held.footnotes:
            if note.owner == head.id and note.text:
                yield "paragraph", Source(note.id, "text", note.text, head.language or spoken)
    elif consultation and consultation.title:
        yield "heading", Source(consultation.id, "title", consultation.title, spoken)
    printed: set[str] = set()
    for _, one in in_tree_order(held.paragraphs):
        recommendation = held.recommendations.get(one.recommendation or "")
        if recommendation:
            printed.add(recommendation.id)
            yield "recommendation", recommendation_source(recommendation)
        else:
            yield one.role or "paragraph", paragraph_source(one)
    for recommendation in held.recommendations.values():
        if recommendation.id not in printed and belongs_in_document(recommendation):
            yield "recommendation", recommendation_source(recommendation)
