"""What a person can see of the recommendations: the list, one with all that hangs on it, the trail to its notes."""

from dataclasses import dataclass

from hrdesk.notes.queries import NoteLine, addressees_for, note_lines_of, tags_for
from hrdesk.records import Addressee, Decision, Link, Mechanism, Note, Recommendation, Tag, Tagging, WordingVersion
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.change import unpack_group
from hrdesk.store.derivation import heads
from hrdesk.store.reading import Reader
from hrdesk.store.standings import read_classes

WORDING = Recommendation.field("text").group
"""The journal field in which the text travels with its language."""


@dataclass(frozen=True)
class RecommendationSheet:
    """A recommendation with its notes, addressees and tags."""

    recommendation: Recommendation
    notes: tuple[Note, ...]
    addressees: tuple[Addressee, ...]
    tags: tuple[Tag, ...]


@dataclass(frozen=True)
class RecommendationLine:
    """A recommendation as a list shows it: its place from 1, the class that counts, its notes, bodies and words."""

    recommendation: Recommendation
    number: int
    sensitivity: str
    notes: int
    addressees: tuple[str, ...]
    tags: tuple[str, ...]
    became: str = ""
    """How others took its place: it was joined ("joined_into") or split ("split_from"); nothing where it stands."""
    has_risen: bool = False
    """A source was made stricter after somebody had classed the recommendation: a person should look at it again."""


@dataclass(frozen=True)
class Trail:
    """Where a recommendation came from and what was decided on it; ``sensitivity`` is the class that counts."""

    sensitivity: str
    notes: tuple[NoteLine, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True)
class Proposal:
    """Another wording of an adopted text, written by a desk that did not know of the adoption; it waits for a person.

    ``version`` names it as conflicts do (device:number).
    """

    recommendation: str
    adopted_text: str
    adopted_language: str | None
    text: str | None
    language: str | None
    version: str
    device: str
    at: str


def recommendations(reader: Reader) -> list[Recommendation]:
    """Give the recommendations in their order."""
    return reader.every(Recommendation)


def superseded(reader: Reader) -> dict[str, str]:
    """Give the recommendations that were joined into living ones or split into them, and by which kind of link.

    One that was adopted is none of them: it stands, whatever another desk made of it meanwhile.
    """
    rows = reader.rows(
        "SELECT l.source, min(l.link_kind) AS kind FROM link l JOIN recommendation r ON r.id = l.item AND r._state <> 1"
        " WHERE l.link_kind IN ('joined_into', 'split_from') AND l._state <> 1 AND NOT EXISTS (SELECT 1 FROM"
        " recommendation s WHERE s.id = l.source AND (s.adopted_text <> '' OR s.status LIKE 'adopted%'))"
        " GROUP BY l.source"
    )
    return {row["source"]: row["kind"] for row in rows}


def current_recommendations(reader: Reader) -> list[Recommendation]:
    """Give the recommendations that stand: without those in whose place joined or split ones stand."""
    gone = superseded(reader)
    return [one for one in recommendations(reader) if one.id not in gone]


def numbers(reader: Reader) -> dict[str, int]:
    """Number the recommendations as their list does."""
    rows = reader.rows('SELECT id FROM recommendation WHERE _state <> 1 ORDER BY "position", id')
    return {row["id"]: number for number, row in enumerate(rows, 1)}


def versions(reader: Reader, recommendation: str | None = None) -> dict[str, list[WordingVersion]]:
    """Give the earlier texts of all recommendations, or of one, in the order in which they stood.

    A text that two desks replaced at the same time was kept by both and stands here once.
    """
    found: dict[str, list[WordingVersion]] = {}
    for one in reader.every(WordingVersion, **({"recommendation": recommendation} if recommendation else {})):
        before = found.setdefault(one.recommendation or "", [])
        if not before or before[-1].text != one.text:
            before.append(one)
    return found


def kept_apart(reader: Reader) -> set[frozenset[str]]:
    """Give the pairs of records of any kind of which a person said that they are not the same."""
    return {frozenset((one.item or "", one.source or "")) for one in reader.every(Link, link_kind="differs")}


def recommendation_lines(reader: Reader) -> list[RecommendationLine]:
    """Give the recommendations as a list shows them, in their order."""
    classes, became = read_classes(reader), superseded(reader)
    names: dict[str, list[str]] = {}
    for addressee in reader.every(Addressee):
        names.setdefault(addressee.recommendation or "", []).append(addressee.name or "")
    words: dict[str, list[str]] = {}
    known = {tag.id: tag.name or "" for tag in reader.every(Tag)}
    for tagging in reader.every(Tagging):
        words.setdefault(tagging.item or "", []).append(known.get(tagging.tag or "", ""))
    sources: dict[str, int] = {}
    for row in reader.rows(
        "SELECT l.item, count(*) AS n FROM link l JOIN note s ON s.id = l.source AND s._state <> 1"
        " WHERE l.link_kind = 'made_from' AND l._state <> 1 GROUP BY l.item"
    ):
        sources[row["item"]] = row["n"]
    return [
        RecommendationLine(
            held,
            number,
            classes.of(held.id),
            sources.get(held.id, 0),
            tuple(name for name in names.get(held.id, ()) if name),
            tuple(sorted(word for word in words.get(held.id, ()) if word)),
            became.get(held.id, ""),
            classes.has_risen(held.id),
        )
        for number, held in enumerate(recommendations(reader), 1)
    ]


def proposals(reader: Reader) -> list[Proposal]:
    """Give the wordings of adopted texts that differ from what was adopted, in the order of the recommendations."""
    found: list[Proposal] = []
    for held in recommendations(reader):
        if not held.adopted_text:
            continue
        for _, change in heads(reader.cell(held.id, WORDING)):
            told = unpack_group(change.val)
            text, language = told.get("text"), told.get("language")
            if (text, language) == (held.adopted_text, held.adopted_language):
                continue
            found.append(
                Proposal(
                    held.id,
                    held.adopted_text,
                    held.adopted_language,
                    text if isinstance(text, str) else None,
                    language if isinstance(language, str) else None,
                    f"{change.dev}:{change.seq}",
                    change.dev,
                    change.at,
                )
            )
    return found


def trail(reader: Reader, recommendation: str) -> Trail:
    """Give the notes a recommendation was made from and the decisions on it, the latest last."""
    return Trail(
        read_classes(reader).of(recommendation),
        tuple(note_lines_of(reader, _sources(reader, recommendation))),
        tuple(sorted(reader.every(Decision, item=recommendation), key=lambda one: (one.at or "", one.id))),
    )


def _sources(reader: Reader, recommendation: str) -> list[str]:
    """Give what a recommendation was made from, and what those were made from that it was joined or split from."""
    found, waiting = dict.fromkeys([recommendation]), [recommendation]
    while waiting:
        for link in reader.every(Link, item=waiting.pop()):
            if link.link_kind in ("made_from", "joined_into", "split_from") and link.source not in found:
                found[link.source or ""] = None
                waiting.append(link.source or "")
    return [one for one in found if one]


def tags_by_scheme(reader: Reader, audience: str = SENSITIVITY[-1]) -> dict[str, list[str]]:
    """Give the words in use that may be offered to an audience, by scheme and in order, for completion."""
    found: dict[str, list[str]] = {}
    for tag in tags_for(reader, audience):
        found.setdefault(tag.scheme or "", []).append(tag.name or "")
    return {scheme: sorted({name for name in names if name}) for scheme, names in found.items()}


def body_names(reader: Reader, audience: str = SENSITIVITY[-1]) -> list[str]:
    """Give the names of bodies that were addressed, as far as an audience may know, or are known as mechanisms."""
    names = [one.name for one in addressees_for(reader, audience)] + [one.name for one in reader.every(Mechanism)]
    return sorted({name for name in names if name})


def sheet(reader: Reader, recommendation: str) -> RecommendationSheet | None:
    """Give one recommendation with all that hangs on it."""
    held = reader.get(Recommendation, recommendation)
    if held is None:
        return None
    links = reader.every(Link, item=recommendation, link_kind="made_from")
    notes = [reader.get(Note, link.source) for link in links]
    tags = [reader.get(Tag, one.tag) for one in reader.every(Tagging, item=recommendation)]
    return RecommendationSheet(
        held,
        tuple(sorted((note for note in notes if note), key=lambda note: (note.at or "", note.id))),
        tuple(reader.every(Addressee, recommendation=recommendation)),
        tuple(sorted((tag for tag in tags if tag), key=lambda tag: (tag.scheme or "", tag.name or ""))),
    )
