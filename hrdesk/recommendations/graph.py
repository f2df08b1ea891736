"""The trail as a graph, walked both ways: notes, recommendation, joined or split, amended, adopted, printed, worded.

A recommendation stands on it as it was worded first; every later text is a step of its own after that, and its
adoption, its paragraph and its wordings in other languages follow the last one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from hrdesk.recommendations.queries import versions
from hrdesk.records import Link, Note, Paragraph, Recommendation, Record, Wording
from hrdesk.records.protection import is_adopted
from hrdesk.records.wording import standing
from hrdesk.store.reading import Reader

StepKind = Literal["note", "recommendation", "amended", "adopted", "paragraph", "wording"]

WAYS = frozenset({"made_from", "joined_into", "split_from", "carried_over"})
"""The links that words came over."""

MOST = 60
"""Steps that are drawn at most; who sees more looks at one of them."""

_ADOPTED = "adopted"


@dataclass(frozen=True)
class Step:
    """One step of the trail. ``stage`` counts from 0 for what came first.

    ``status`` is that of a recommendation, what led to an amended text (as versions tell it), or how current a
    wording is; ``owner`` is the record that is shown when somebody goes there.
    """

    id: str
    kind: StepKind
    text: str
    stage: int
    status: str = ""
    language: str = ""
    owner: str = ""


@dataclass(frozen=True)
class Way:
    """That one step came from another, and over which kind of link ("" for amending, adopting, printing, wording)."""

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
    steps = sorted(
        (replace(step, stage=stages[one]) for one, step in held.items()), key=lambda step: (step.stage, step.id)
    )
    return TrailGraph(record, tuple(steps[:MOST]), tuple(one for one in kept if _drawn(one, steps[:MOST])))


def adopted_id(recommendation: str) -> str:
    """Give the id under which the adoption of a recommendation stands on the trail."""
    return f"{recommendation}:{_ADOPTED}"


def amended_id(recommendation: str, turn: int) -> str:
    """Give the id under which the text after an amendment stands on the trail, the first one under ``turn`` 1."""
    return f"{recommendation}:{turn}"


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


def _ways_up(reader: Reader, step: str) -> Iterator[Way]:
    record, _, after = step.partition(":")
    held = reader.get(Recommendation, record)
    if held is not None and after:
        chain = _chain(reader, held)
        if step in chain:
            yield Way(chain[chain.index(step) - 1], step, "")
        return
    for link in reader.every(Link, item=record):
        if link.link_kind in WAYS and link.source:
            yield Way(link.source, record, link.link_kind or "")
    if held is not None:
        return
    paragraph = reader.get(Paragraph, record)
    if paragraph is not None and paragraph.recommendation:
        yield from (Way(source, record, "") for source in _last(reader, paragraph.recommendation))
    wording = reader.get(Wording, record)
    if wording is not None and wording.item:
        printed = [one.id for one in reader.every(Paragraph, recommendation=wording.item)]
        yield from (Way(source, record, "") for source in printed or _last(reader, wording.item))


def _ways_down(reader: Reader, step: str) -> Iterator[Way]:
    record, _, after = step.partition(":")
    held = reader.get(Recommendation, record)
    if held is not None:
        chain = _chain(reader, held)
        place = chain.index(step) if step in chain else 0
        if place + 1 < len(chain):
            yield Way(step, chain[place + 1], "")
        else:
            yield from _ways_out(reader, step, record)
    if not after:
        for link in reader.every(Link, source=record):
            if link.link_kind in WAYS and link.item:
                yield Way(record, link.item, link.link_kind or "")
    paragraph = reader.get(Paragraph, record) if held is None else None
    if paragraph is not None:
        yield from (Way(record, one.id, "") for one in _wordings(reader, paragraph.recommendation or record))


def _ways_out(reader: Reader, last: str, recommendation: str) -> Iterator[Way]:
    """Give where the last text of a recommendation is printed; its wordings stand there, or by it when nothing does."""
    printed = reader.every(Paragraph, recommendation=recommendation)
    yield from (Way(last, one.id, "") for one in printed or _wordings(reader, recommendation))


def _chain(reader: Reader, held: Recommendation) -> list[str]:
    """Give the steps of one recommendation: as first worded, every text after that, its adoption."""
    turns = len(versions(reader, held.id).get(held.id, ()))
    adopted = [adopted_id(held.id)] if is_adopted(held) else []
    return [held.id, *(amended_id(held.id, turn) for turn in range(1, turns + 1)), *adopted]


def _last(reader: Reader, record: str) -> list[str]:
    """Give the step that a paragraph or a wording of a record follows."""
    held = reader.get(Recommendation, record)
    if held is not None:
        return _chain(reader, held)[-1:]
    return [record] if reader.find(record) is not None else []


def _wordings(reader: Reader, item: str) -> list[Wording]:
    return [one for one in reader.every(Wording, item=item, item_field="text") if one.text]


def _ends(record: str, ways: dict[tuple[str, str], Way]) -> Iterator[str]:
    yield record
    for way in ways.values():
        yield from (way.source, way.item)


def _step(reader: Reader, step: str) -> Step | None:
    record, _, after = step.partition(":")
    held = reader.get(Recommendation, record)
    if held is not None:
        return _step_of(reader, held, step, after)
    note = reader.get(Note, record)
    if note is not None:
        return Step(record, "note", note.text or "", 0, language=note.language or "", owner=record)
    paragraph = reader.get(Paragraph, record)
    if paragraph is not None:
        text, language = _printed(reader, paragraph)
        return Step(record, "paragraph", text, 0, language=language, owner=record)
    wording = reader.get(Wording, record)
    if wording is not None:
        source = _printed(reader, reader.find(wording.item))[0]
        status, language = standing(wording, source), wording.language or ""
        return Step(record, "wording", wording.text or "", 0, status, language, wording.item or "")
    return None


def _step_of(reader: Reader, held: Recommendation, step: str, after: str) -> Step | None:
    """Give the step of a recommendation: as it was worded first, as it read after a turn, as it was adopted."""
    if after == _ADOPTED:
        text, language = _printed(reader, held)
        return Step(step, "adopted", text, 0, held.status or "", language, held.id)
    earlier = versions(reader, held.id).get(held.id, [])
    texts = [*((one.text or "", one.language or "") for one in earlier), (held.text or "", held.language or "")]
    turn = int(after) if after.isdigit() else 0
    if not 0 <= turn < len(texts):
        return None
    text, language = texts[turn]
    if not turn:
        return Step(step, "recommendation", text, 0, held.status or "", language, held.id)
    return Step(step, "amended", text, 0, earlier[turn - 1].replaced_by or "", language, held.id)


def _printed(reader: Reader, held: Record | None) -> tuple[str, str]:
    """Give the words that are printed of a record, and their language."""
    if isinstance(held, Paragraph) and held.recommendation:
        return _printed(reader, reader.get(Recommendation, held.recommendation))
    if isinstance(held, Recommendation) and held.adopted_text:
        return held.adopted_text, held.adopted_language or held.language or ""
    if isinstance(held, Recommendation | Paragraph | Note):
        return held.text or "", held.language or ""
    return "", ""


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


def _drawn(way: Way, steps: list[Step]) -> bool:
    shown = {one.id for one in steps}
    return way.source in shown and way.item in shown
