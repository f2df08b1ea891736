"""The trail from what was said to its wording in another language, and back."""

import itertools
from collections.abc import Iterator

import pytest

from hrdesk.recommendations.graph import Step, TrailGraph, adopted_id, amended_id, trail_graph
from hrdesk.records import Paragraph, Wording
from hrdesk.records.ids import joined_id
from hrdesk.records.wording import source_hash
from tests.recommendations.bench import do
from tests.store.desks import MemoryDesk

FINAL = "States must act now."


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


@pytest.fixture
def trail(desk: MemoryDesk) -> dict[str, str]:
    """Carry one thing that was said to its wording in Arabic."""
    session = do(desk, "new-consultation", title="W", language="en")["session"]
    note = do(desk, "keep-note", session=session, text="They have to act.")["id"]
    first = do(desk, "make-recommendation", notes=[note], text="States should act.", language="en")["id"]
    second = do(desk, "make-recommendation", notes=[], text="States should act now.", language="en")["id"]
    joined = do(desk, "join-recommendations", items=[first, second], text="States should act, now.")["id"]
    do(desk, "open-negotiation", recommendation=joined)
    do(desk, "reword", recommendation=joined, text="States shall act now.")
    amendment = do(desk, "propose-amendment", recommendation=joined, text=FINAL)["id"]
    do(desk, "apply-amendment", amendment=amendment)
    do(desk, "adopt", recommendation=joined)
    do(desk, "compose-outcome")
    [paragraph] = [one.id for one in desk.reader.every(Paragraph) if one.recommendation == joined]
    pen = desk.pen()
    wording = pen.create(
        Wording,
        joined_id("wording", joined, "text", "ar"),
        item=joined,
        item_field="text",
        language="ar",
        text="على الدول أن تعمل الآن.",
        status="reviewed",
        source_hash=source_hash(FINAL),
    )
    pen.finish()
    desk.seq = pen.seq
    return {
        "note": note,
        "first": first,
        "joined": joined,
        "amended": amended_id(joined, 1),
        "amended again": amended_id(joined, 2),
        "adopted": adopted_id(joined),
        "paragraph": paragraph,
        "wording": wording,
    }


def step(graph: TrailGraph, record: str) -> Step:
    return next(one for one in graph.steps if one.id == record)


@pytest.mark.parametrize("centre", ["note", "first", "joined", "paragraph", "wording"])
def test_the_whole_way_is_there_wherever_one_begins(desk: MemoryDesk, trail: dict[str, str], centre: str):
    graph = trail_graph(desk.reader, trail[centre])
    way = list(trail.values())
    ways = {(one.source, one.item) for one in graph.ways}
    assert set(itertools.pairwise(way)) <= ways
    assert [step(graph, one).stage for one in way] == list(range(len(way)))


def test_each_step_tells_its_text_and_what_led_to_it(desk: MemoryDesk, trail: dict[str, str]):
    graph = trail_graph(desk.reader, trail["joined"])
    told = {name: step(graph, record) for name, record in trail.items()}
    assert [(told[name].kind, told[name].text, told[name].status) for name in list(trail)[2:]] == [
        ("recommendation", "States should act, now.", "adopted"),
        ("amended", "States shall act now.", "reworded"),
        ("amended", FINAL, "amendment"),
        ("adopted", FINAL, "adopted"),
        ("paragraph", FINAL, ""),
        ("wording", "على الدول أن تعمل الآن.", "reviewed"),
    ]
    assert told["wording"].language == "ar"
    assert {told[name].owner for name in ("joined", "amended", "adopted", "wording")} == {trail["joined"]}


def test_a_wording_that_is_not_printed_hangs_on_the_text_itself(desk: MemoryDesk, trail: dict[str, str]):
    do(desk, "delete", id=trail["paragraph"])
    graph = trail_graph(desk.reader, trail["wording"])
    assert (trail["adopted"], trail["wording"]) in {(one.source, one.item) for one in graph.ways}
    assert trail["note"] in {one.id for one in graph.steps}


def test_a_translation_of_older_words_says_so(desk: MemoryDesk, trail: dict[str, str]):
    do(desk, "reopen", recommendation=trail["joined"], reason="asked for")
    do(desk, "reword", recommendation=trail["joined"], text="States may act.")
    assert step(trail_graph(desk.reader, trail["joined"]), trail["wording"]).status == "stale"
