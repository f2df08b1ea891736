"""The order of a summary report: introduction, a section for each session, conclusions and recommendations.

Sources: anatomy of the summary reports of the series (A/HRC/28/31, A/HRC/34/24) and the Editorial Manual: roman
numerals for sections, consecutive numbers for paragraphs, no numbers in the summary.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from hrdesk.language import LANGUAGES, N_
from hrdesk.language.dates import date_range
from hrdesk.language.words import Words, words_for
from hrdesk.records import Consultation, Mandate, Note, Paragraph, Recommendation, Session
from hrdesk.records.protection import adopted_way, is_adopted

INTRODUCTION = "introduction"
CONCLUSIONS = "conclusions"


def belongs_in_document(one: Recommendation) -> bool:
    """Tell whether the document should print a recommendation: all but those that were not adopted."""
    return one.status != "not_adopted" or is_adopted(one)


@dataclass(frozen=True)
class Planned:
    """A paragraph to be: ``texts`` by language where the words come from the catalogs, else only the source's."""

    key: str
    role: str
    texts: dict[str, str] = field(default_factory=dict)
    language: str = "en"
    under: str = ""
    recommendation: str | None = None
    session: str | None = None
    note: str | None = None


def outline(
    consultation: Consultation | None,
    mandates: Sequence[Mandate],
    sessions: Sequence[Session],
    notes: Sequence[Note],
    recommendations: Iterable[Recommendation],
    *,
    with_notes: bool = True,
) -> list[Planned]:
    """Plan a document from what a desk holds; what is confidential is left out when it is composed, not here.

    Each session in which something was noted has its section, with the notes in it or to be filled by hand.
    """
    planned = [_heading(INTRODUCTION, N_("Introduction"))]
    if consultation and consultation.title:
        planned.append(Planned("opening", "paragraph", _opening(consultation, mandates), under=INTRODUCTION))
    for session in sessions:
        said = [note for note in notes if note.session == session.id and note.note_kind != "recommendation"]
        if not said:
            continue
        language = (consultation.language if consultation else None) or "en"
        planned.append(
            Planned(session.id, "heading", {language: session.title or ""}, language=language, session=session.id)
        )
        for note in said if with_notes else ():
            spoken = note.language or "en"
            planned.append(
                Planned(
                    f"note-{note.id}",
                    "paragraph",
                    {spoken: note.text or ""},
                    spoken,
                    session.id,
                    None,
                    session.id,
                    note.id,
                )
            )
    found = list(recommendations)
    if found:
        planned.append(_heading(CONCLUSIONS, N_("Conclusions and recommendations")))
        for key in LEADS:
            those = [one for one in found if lead_of(one) == key]
            if those:
                planned.append(lead(key))
                planned += [_recommendation(one) for one in those]
    return planned


LEADS = {
    "adopted": N_("Participants adopted the following recommendations by consensus:"),
    "ad_referendum": N_("Participants adopted the following recommendations ad referendum:"),
    "noted": N_("Participants took note of the following recommendations:"),
    "under_negotiation": N_(
        "The following recommendations are still under negotiation; words in square brackets are not agreed:"
    ),
    "proposed": N_("The following recommendations were proposed:"),
}
"""The sentences before the recommendations, in their order, by what was decided."""

EARLIER = (
    ("en", "Participants adopted the following recommendations:", "adopted"),
    ("ar", "اعتمد المشاركون التوصيات التالية:", "adopted"),
    ("zh", "与会者通过了下列建议：", "adopted"),
    ("fr", "Les participants ont adopté les recommandations ci-après :", "adopted"),
    ("ru", "Участники приняли следующие рекомендации:", "adopted"),
    ("es", "Los participantes aprobaron las siguientes recomendaciones:", "adopted"),
)
"""Sentences that documents were composed with before: language, words, what they say."""


def lead_of(one: Recommendation) -> str:
    """Tell under which sentence a recommendation stands; nothing for what is not printed."""
    if is_adopted(one):
        return "ad_referendum" if adopted_way(one) == "ad_referendum" else "adopted"
    if not belongs_in_document(one):
        return ""
    return one.status if one.status in ("noted", "under_negotiation") else "proposed"


def lead(key: str) -> Planned:
    """Give the sentence before the recommendations that were decided on so, in the six languages."""
    texts = {language: words_for(language).text(LEADS[key]) for language in LANGUAGES}
    return Planned(f"lead-{key}", "paragraph", texts, under=CONCLUSIONS)


def in_tree_order(paragraphs: Sequence[Paragraph]) -> list[tuple[int, Paragraph]]:
    """Give paragraphs in the order of the page with their depth; one whose parent is not here stands at the top."""
    known = {one.id for one in paragraphs}
    children: dict[str, list[Paragraph]] = {}
    for one in paragraphs:
        parent = one.parent if one.parent in known and one.parent != one.id else ""
        children.setdefault(parent or "", []).append(one)
    found: list[tuple[int, Paragraph]] = []
    seen: set[str] = set()

    def walk(parent: str, depth: int) -> None:
        for one in children.get(parent, []):
            if one.id not in seen:
                seen.add(one.id)
                found.append((depth, one))
                walk(one.id, depth + 1)

    walk("", 0)
    # Two desks may have put two paragraphs under each other; nothing is lost, they stand at the end.
    found += [(0, one) for one in paragraphs if one.id not in seen]
    return found


def place_after(paragraphs: Sequence[Paragraph], record: str, role: str) -> tuple[str | None, str | None]:
    """Say where something new stands after a paragraph: under which one and before which one of those there.

    A paragraph after a heading is the first under it; a heading comes after the whole section. After what is no
    paragraph (the head of the document) a heading comes first and a paragraph last.
    """
    known = {one.id: one for one in paragraphs}
    chosen = known.get(record)
    if chosen is None:
        tops = [one.id for one in paragraphs if one.parent not in known]
        return None, tops[0] if tops and role == "heading" else None
    if role != "heading" and chosen.role == "heading":
        return chosen.id, next((one.id for one in paragraphs if one.parent == chosen.id), None)
    seen: set[str] = set()
    while role == "heading" and chosen.role != "heading" and chosen.parent in known and chosen.id not in seen:
        seen.add(chosen.id)
        chosen = known[chosen.parent or ""]
    parent = chosen.parent if chosen.parent in known else None
    beside = [one.id for one in paragraphs if (one.parent if one.parent in known else None) == parent]
    at = beside.index(chosen.id)
    return parent, beside[at + 1] if at + 1 < len(beside) else None


def place_beside(paragraphs: Sequence[Paragraph], record: str, *, down: bool) -> tuple[str | None, str | None] | None:
    """Say where a paragraph stands one step up or down: under which one and before which one of those there.

    At the end of its section it goes into the neighbouring one; None when there is nowhere to go.
    """
    known = {one.id: one for one in paragraphs}
    own = known.get(record)
    if own is None:
        return None
    children: dict[str | None, list[str]] = {}
    for one in paragraphs:
        children.setdefault(one.parent if one.parent in known else None, []).append(one.id)
    parent = own.parent if own.parent in known else None
    beside = children[parent]
    at = beside.index(record)
    if down and at + 1 < len(beside):
        return parent, (beside[at + 2] if at + 2 < len(beside) else None)
    if not down and at:
        return parent, beside[at - 1]
    if parent is None or own.role == "heading":
        return None
    above = known[parent].parent if known[parent].parent in known else None
    sections = [one for one in children[above] if known[one].role == "heading"]
    next_place = (sections.index(parent) + (1 if down else -1)) if parent in sections else -1
    if not 0 <= next_place < len(sections):
        return None
    section = sections[next_place]
    inside = children.get(section, [])
    return section, (inside[0] if down and inside else None)


def _opening(consultation: Consultation, mandates: Sequence[Mandate]) -> dict[str, str]:
    symbols = [one.symbol or one.symbol_as_written or "" for one in mandates if one.role == "mandate"]
    return {language: _opening_in(words_for(language), consultation, symbols) for language in LANGUAGES}


def _opening_in(words: Words, consultation: Consultation, symbols: Sequence[str]) -> str:
    place = ", ".join(part for part in (consultation.building, consultation.city) if part)
    place = place or consultation.venue_as_written or ""
    dates = date_range(consultation.start or "", consultation.end or "", words.language)
    fields = {"title": consultation.title, "place": place, "dates": dates, "mandate": symbols[0] if symbols else ""}
    if not place or not dates:
        return words.text(N_("“{title}” was held."), **fields)
    if not symbols:
        return words.text(N_("“{title}” was held. Place: {place}. Date: {dates}."), **fields)
    return words.text(N_("“{title}” was held. Place: {place}. Date: {dates}. Mandate: {mandate}."), **fields)


def _heading(key: str, message: str) -> Planned:
    return Planned(key, "heading", {language: words_for(language).text(message) for language in LANGUAGES})


def _recommendation(held: Recommendation) -> Planned:
    return Planned(
        f"recommendation-{held.id}",
        "recommendation",
        under=CONCLUSIONS,
        recommendation=held.id,
        session=held.session,
    )
