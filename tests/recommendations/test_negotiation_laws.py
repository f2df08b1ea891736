"""Laws of negotiating: no text that stood is lost, what was adopted changes only by a decision, desks agree."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.queries import conflict_about
from hrdesk.recommendations.negotiation_queries import negotiation
from hrdesk.records import Alternative, Amendment, Decision, Recommendation
from hrdesk.records.protection import is_adopted
from tests.recommendations.bench import begin, do
from tests.store.desks import MemoryDesk

STEPS = (
    "edit", "edit-status", "reword", "propose-alternative", "choose-alternative", "withdraw-alternative",
    "settle-brackets", "propose-amendment", "apply-amendment", "apply-with-words", "reject-amendment",
    "reopen-amendment", "adopt", "ad-referendum", "confirm-ad-referendum", "note-recommendation", "not-adopt", "reopen",
    "take", "take", "settle", "delete-alternative", "restore-alternative", "edit-alternative", "settle-adoption",
)  # fmt: skip
steps = st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 1), st.integers(0, 2)), max_size=14)


def arguments(desk: MemoryDesk, made: str, name: str, number: int, which: int) -> tuple[str, dict[str, Any]]:
    """Give a command and what it takes, as far as there is anything to take."""
    reader = desk.reader
    words = f"[text] {number}" if which == 1 else f"text {number}"
    others = [one.id for one in reader.every(Alternative)] or ["?"]
    amendments = [one.id for one in reader.every(Amendment)] or ["?"]
    gone = [row["id"] for row in reader.rows("SELECT id FROM alternative WHERE _state = 1")] or ["?"]
    conflict = conflict_about(reader, made, "adoption")
    adoptions = [one.name for one in conflict.versions] if conflict else ["?"]
    about: dict[str, Any] = {"recommendation": made}
    told: dict[str, tuple[str, dict[str, Any]]] = {
        "edit": ("edit", {"id": made, "text": words}),
        "edit-status": ("edit", {"id": made, "status": ("proposed", "noted", "under_negotiation")[which]}),
        "reword": ("reword", {**about, "text": words}),
        "propose-alternative": ("propose-alternative", {**about, "text": words}),
        "choose-alternative": ("choose-alternative", {**about, "alternative": others[-1] if which else None}),
        "withdraw-alternative": ("withdraw-alternative", {"alternative": others[-1]}),
        "settle-brackets": ("settle-brackets", {**about, "choices": [str(which)]}),
        "propose-amendment": ("propose-amendment", {**about, "text": words}),
        "apply-amendment": ("apply-amendment", {"amendment": amendments[which % len(amendments)]}),
        "apply-with-words": ("apply-amendment", {"amendment": amendments[which % len(amendments)], "text": words}),
        "reject-amendment": ("reject-amendment", {"amendment": amendments[-1]}),
        "reopen-amendment": ("reopen-amendment", {"amendment": amendments[which % len(amendments)]}),
        "ad-referendum": ("adopt", {**about, "way": "ad_referendum"}),
        "delete-alternative": ("delete", {"id": others[-1]}),
        "restore-alternative": ("restore", {"kind": "alternative", "id": gone[-1]}),
        "edit-alternative": ("edit", {"id": others[-1], "text": words if which else None}),
        "settle-adoption": (
            "settle",
            {"record": made, "field": "adoption", "version": adoptions[which % len(adoptions)]},
        ),
        "reopen": ("reopen", {**about, "reason": "why"}),
        "settle": ("settle", {"record": made, "field": "wording", "value": {"text": words, "language": "en"}}),
    }
    return told.get(name, (name, about))


def open_here(desk: MemoryDesk, made: str) -> bool:
    """Tell whether alternatives or brackets are open on a text."""
    found = negotiation(desk.reader, made)
    return found is not None and not found.is_agreed


def texts(desk: MemoryDesk, made: str) -> set[str]:
    found = negotiation(desk.reader, made)
    assert found is not None
    adopted, held = found.recommendation.adopted_text, found.recommendation.text
    standing = desk.reader.contested_texts("recommendation", made)
    return {*(one.text for one in found.versions), *standing, adopted or "", held or ""}


@given(steps)
@settings(max_examples=40, deadline=None)
def test_whatever_is_done_no_text_that_stood_is_lost_and_an_adopted_one_changes_by_a_decision(
    told: list[tuple[str, int, int]],
):
    desks = [MemoryDesk(n) for n in range(2)]
    try:
        made = begin(desks[0], "text")
        desks[1].take(desks[0].changes())
        stood = [{"text"}, {"text"}]
        for number, (name, at, which) in enumerate(told):
            desk, before = desks[at], desks[at].reader.get(Recommendation, made)
            assert before is not None
            if name == "take":
                desk.take(desks[1 - at].changes())
                stood[at] |= stood[1 - at]
            else:
                decisions = len(desk.reader.every(Decision))
                shown, lines = desk.visible(), desk.seq
                command, given_ = arguments(desk, made, name, number, which)
                try:
                    do(desk, command, **given_)
                except Refused:
                    assert desk.visible() == shown
                    continue
                after = desk.reader.get(Recommendation, made)
                assert after is not None
                if name == "settle-adoption":
                    assert len(desk.reader.every(Decision)) > decisions
                if command in ("adopt", "confirm-ad-referendum", "restore") and is_adopted(after):
                    assert not open_here(desk, made) or command == "confirm-ad-referendum"
                if is_adopted(before) and command != "settle":
                    assert after.text == before.text
                    assert after.adopted_text in (before.adopted_text, None)
                    assert after.adopted_text == before.adopted_text or len(desk.reader.every(Decision)) > decisions
                if command != "settle" and desk.seq > lines:
                    desk.undo()
                    assert desk.visible() == shown
                    desk.redo()
                stood[at].add(after.text or "")
            assert stood[at] <= texts(desk, made)
        for at in (0, 1):
            desks[at].take(desks[1 - at].changes())
        assert negotiation(desks[0].reader, made) == negotiation(desks[1].reader, made)
        assert texts(desks[0], made) >= stood[0] | stood[1]
    finally:
        for desk in desks:
            desk.close()
