"""What waits for a person's look: recommendations that may say the same, and strengths that were only found."""

from dataclasses import dataclass

from hrdesk.recommendations.queries import current_recommendations, kept_apart
from hrdesk.recommendations.rules.alike import Likeness, Subject, alike
from hrdesk.recommendations.vocabularies import strength_of
from hrdesk.records import Addressee, Recommendation, Wording
from hrdesk.records.protection import is_adopted
from hrdesk.records.wording import standing
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Candidate:
    """Two recommendations that may say the same, with the texts in which that was seen."""

    likeness: Likeness
    first: Recommendation
    second: Recommendation
    first_text: str
    second_text: str


@dataclass(frozen=True)
class ToConfirm:
    """A recommendation whose strength nobody has confirmed, and where the words for it stand in its text."""

    recommendation: Recommendation
    start: int = 0
    end: int = 0


def candidates(reader: Reader) -> list[Candidate]:
    """Give the pairs that may say the same, the likeliest first; adopted ones and those kept apart are left alone.

    Slow for the window's thread: every text is read, and every translation that still fits its source.
    """
    held = {one.id: one for one in current_recommendations(reader) if one.text and not is_adopted(one)}
    texts = _texts(reader, held)
    bodies: dict[str, list[str]] = {}
    for one in reader.every(Addressee):
        bodies.setdefault(one.recommendation or "", []).append(one.name or "")
    subjects = [Subject(record, told, tuple(bodies.get(record, ()))) for record, told in texts.items()]
    return [
        Candidate(
            found,
            held[found.first],
            held[found.second],
            texts[found.first][found.language],
            texts[found.second][found.language],
        )
        for found in alike(subjects, kept_apart(reader))
    ]


def strengths_to_confirm(reader: Reader) -> list[ToConfirm]:
    """Give the recommendations whose strength was found and waits to be confirmed, in their order."""
    told = []
    for held in current_recommendations(reader):
        if held.strength_confirmed is False and held.strength:
            found = strength_of(held.text, held.language)
            told.append(ToConfirm(held, found.start, found.end) if found else ToConfirm(held))
    return told


def _texts(reader: Reader, held: dict[str, Recommendation]) -> dict[str, dict[str, str]]:
    """Give the texts of recommendations by language: their own, and translations that are not stale."""
    texts = {record: {one.language or "en": one.text or ""} for record, one in held.items()}
    for wording in reader.every(Wording, item_field="text"):
        one = held.get(wording.item or "")
        if one is None or not wording.language:
            continue
        if standing(wording, one.text or "") in ("draft", "reviewed"):
            texts[one.id].setdefault(wording.language, wording.text or "")
    return texts
