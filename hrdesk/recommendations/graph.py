"""The trail as a graph: from the notes over joining and splitting to what was adopted and printed, both ways."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from hrdesk.records import Link, Note, Paragraph, Recommendation
from hrdesk.records.protection import is_adopted
from hrdesk.store.reading import Reader

StepKind = Literal["note", "recommendation", "adopted", "paragraph"]

WAYS = frozenset({"made_from", "joined_into", "split_from", "carried_over"})
"""The links that words came over."""

MOST = 60
"""Steps that are drawn at most; who sees more looks at one of them."""


@dataclass(frozen=True)
class Step:
    """One record on the trail. ``stage`` counts from 0 for what came first; a recommendation tells its ``status``."""

    id: str
    kind: StepKind
    text: str
    stage: int
    status: str = ""
    language: str = ""


@dataclass(frozen=True)
class Way:
    """That one step came from another, and over which kind of link ("" for adopting and printing)."""

    source: str
    item: str
    kind: str


@dataclass(frozen=True)
class TrailGraph:
    """The steps by stage and order, and the ways between them; ``centre`` is the one that was asked for."""

    centre: str
    steps: tuple[Step, ...] = ()
    ways: tuple[Way, ...] = ()


def trail_graph(reader: Reader, record: str) -> TrailGraph:
    """Give what a note or a recommendation came from, what came of it, and what else went into that."""
    ways: dict[tuple[str, str], Way] = {}
    below = _walked(reader, [record], ways, down=True)
    _walked(reader, below, ways, down=False)
    held = {one: step for one in dict.fromkeys(_ends(record, ways)) if (step := _step(reader, one)) is not None}
    kept = [one for one in ways.values() if one.source in held and one.item in held]
    stages = _stages(set(held), kept)
    steps = sorted((_at(step, stages[one]) for one, step in held.items()), key=lambda step: (step.stage, step.id))
    return TrailGraph(record, tuple(steps[:MOST]), tuple(one for one in kept if _drawn(one, steps[:MOST])))


def adopted_id(recommendation: str) -> str:
    """Give the id under which the adoption of a recommendation stands on the trail."""
    return f"{recommendation}:adopted"


def _walked(reader: Reader, starts: list[str], ways: dict[tuple[str, str], Way], *, down: bool) -> list[str]:
    """Walk from some records one way, collecting ``ways``, and give all that was met, the starts first."""
    met, waiting = dict.fromkeys(starts), list(starts)
    while waiting and len(met) <= MOST:
        one = waiting.pop(0)
        for way in _ways_down(reader, one) if down else _ways_up(reader, one):
            ways[way.source, way.item] = way
            other = way.item if down else way.source
            if other not in met:
                met[other] = None
                waiting.append(other)
    return list(met)


def _ways_up(reader: Reader, record: str) -> Iterator[Way]:
    for link in reader.every(Link, item=record):
        if link.link_kind in WAYS and link.source:
            yield Way(link.source, record, link.link_kind or "")


def _ways_down(reader: Reader, record: str) -> Iterator[Way]:
    held = reader.get(Recommendation, record)
    printed = record
    if held is not None and is_adopted(held):
        printed = adopted_id(record)
        yield Way(record, printed, "")
    for link in reader.every(Link, source=record):
        if link.link_kind in WAYS and link.item:
            yield Way(record, link.item, link.link_kind or "")
    if held is not None:
        for paragraph in reader.every(Paragraph, recommendation=record):
            yield Way(printed, paragraph.id, "")


def _ends(record: str, ways: dict[tuple[str, str], Way]) -> Iterator[str]:
    yield record
    for way in ways.values():
        yield from (way.source, way.item)


def _step(reader: Reader, record: str) -> Step | None:
    owner, _, adopted = record.partition(":")
    held = reader.get(Recommendation, owner)
    if held is not None:
        if adopted:
            return Step(record, "adopted", held.adopted_text or "", 0, "adopted", held.adopted_language or "")
        return Step(record, "recommendation", held.text or "", 0, held.status or "", held.language or "")
    note = reader.get(Note, record)
    if note is not None:
        return Step(record, "note", note.text or "", 0, language=note.language or "")
    paragraph = reader.get(Paragraph, record)
    if paragraph is not None:
        return Step(record, "paragraph", paragraph.text or "", 0, language=paragraph.language or "")
    return None


def _stages(records: set[str], ways: list[Way]) -> dict[str, int]:
    """Place every step behind all that it came from; a circle, which a hostile desk could write, ends somewhere."""
    stages = dict.fromkeys(records, 0)
    for _round in range(len(records)):
        moved = False
        for way in ways:
            if stages[way.item] <= stages[way.source] < len(records):
                stages[way.item] = stages[way.source] + 1
                moved = True
        if not moved:
            break
    return stages


def _at(step: Step, stage: int) -> Step:
    return Step(step.id, step.kind, step.text, stage, step.status, step.language)


def _drawn(way: Way, steps: list[Step]) -> bool:
    shown = {one.id for one in steps}
    return way.source in shown and way.item in shown
