"""What was adopted is printed: whatever arrives later waits as a proposal, and two adoptions are a conflict."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.queries import conflicts
from hrdesk.outcome.material import recommendation_source
from hrdesk.recommendations.queries import proposals
from hrdesk.records import Recommendation
from hrdesk.store.derivation import heads
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desks() -> Iterator[list[MemoryDesk]]:
    made = [MemoryDesk(n) for n in range(3)]
    yield made
    for desk in made:
        desk.close()


def do(desk: MemoryDesk, command: str, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def begin(desks: list[MemoryDesk]) -> str:
    """Make a recommendation that all desks know."""
    do(desks[0], "new-consultation", title="W", language="en")
    made = str(do(desks[0], "make-recommendation", notes=[], text="States should act.", language="en")["id"])
    for desk in desks[1:]:
        desk.take(desks[0].changes())
    return made


def printed(desk: MemoryDesk, recommendation: str) -> tuple[str, str]:
    held = desk.reader.get(Recommendation, recommendation)
    assert held is not None
    source = recommendation_source(held)
    return source.text, source.language


def adoption(desk: MemoryDesk, recommendation: str) -> set[tuple[str, int]]:
    """Name the changes by which the text stands as adopted."""
    return {(one.dev, one.seq) for _, one in heads(desk.reader.cell(recommendation, "adoption"))}


def test_an_edit_that_arrives_after_the_adoption_is_a_proposal(desks: list[MemoryDesk]):
    here, there, _ = desks
    made = begin(desks)
    do(there, "edit", id=made, text="States must act.", status="under_negotiation")
    do(here, "adopt", recommendation=made)
    here.take(there.changes())
    there.take(here.changes())
    for desk in (here, there):
        assert printed(desk, made) == ("States should act.", "en")
        [found] = proposals(desk.reader)
        assert (found.text, found.device) == ("States must act.", there.device)
        with pytest.raises(Refused):
            do(desk, "edit", id=made, text="anything")


def test_a_recommendation_with_the_words_that_were_adopted_has_no_proposals(desks: list[MemoryDesk]):
    made = begin(desks)
    do(desks[0], "adopt", recommendation=made)
    assert proposals(desks[0].reader) == []


def test_two_adopted_texts_are_a_conflict_that_every_desk_decides_alike(desks: list[MemoryDesk]):
    here, there, third = desks
    made = begin(desks)
    do(here, "edit", id=made, text="States must act.")
    for desk in (here, there):
        do(desk, "adopt", recommendation=made)
    for desk, other in ((here, there), (there, here), (third, there), (third, here)):
        desk.take(other.changes())
    told = {printed(desk, made) for desk in desks}
    assert len(told) == 1
    for desk in desks:
        [found] = [one for one in conflicts(desk.reader) if one.field == "adoption"]
        assert {one.value["adopted_text"] for one in found.versions} == {"States must act.", "States should act."}


def test_opening_again_lets_the_proposal_stand(desks: list[MemoryDesk]):
    here, there, _ = desks
    made = begin(desks)
    do(there, "edit", id=made, text="States must act.")
    do(here, "adopt", recommendation=made)
    here.take(there.changes())
    do(here, "reopen", recommendation=made, reason="asked for by the group")
    assert printed(here, made)[0] == "States must act."
    assert proposals(here.reader) == []


STEPS = ("text", "status", "language", "adopt", "reopen", "delete", "take", "take", "take")
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 2), st.integers(0, 2)), max_size=20)


@given(steps)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_nothing_that_arrives_changes_what_is_printed_but_a_newer_adoption(told: list[tuple[str, int, int]]):
    desks = [MemoryDesk(n) for n in range(3)]
    made = begin(desks)
    arguments: dict[str, dict[str, Any]] = {
        "status": {"status": "not_adopted"},
        "language": {"language": "fr"},
    }
    try:
        for number, (name, which, other) in enumerate(told):
            desk = desks[which]
            held = desk.reader.get(Recommendation, made)
            if name == "take":
                before = (adoption(desk, made), printed(desk, made)) if held and held.adopted_text else None
                desk.take(desks[other].changes())
                if before:
                    assert adoption(desk, made) != before[0] or printed(desk, made) == before[1]
                continue
            try:
                if name in ("text", "language", "status"):
                    do(desk, "edit", id=made, **arguments.get(name, {"text": f"text {number}"}))
                elif name == "delete":
                    do(desk, "delete", id=made)
                else:
                    do(desk, name, recommendation=made, **({"reason": "why"} if name == "reopen" else {}))
            except Refused:
                continue
        for desk in desks:
            for other_desk in desks:
                desk.take(other_desk.changes())
        shown = {
            repr(recommendation_source(one)) if (one := desk.reader.get(Recommendation, made)) else "" for desk in desks
        }
        assert len(shown) == 1
    finally:
        for desk in desks:
            desk.close()
