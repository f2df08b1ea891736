"""Joining and splitting: a new wording, every original kept with its strength and source, nothing made stronger."""

from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.exchange.withdrawing import outlook
from hrdesk.recommendations.candidates import candidates, strengths_to_confirm
from hrdesk.recommendations.graph import adopted_id, trail_graph
from hrdesk.recommendations.queries import current_recommendations, kept_apart, recommendation_lines, sheet, trail
from hrdesk.records import Decision, Link, Recommendation, Tag
from hrdesk.store.standings import read_classes
from hrdesk.work import COMMANDS
from tests.store.desks import MemoryDesk


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    do(held, "new-consultation", title="W", language="en", sensitivity="public")
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def note(desk: MemoryDesk, text: str = "x", **fields: Any) -> str:
    session = desk.reader.value("SELECT id FROM session")
    return str(do(desk, "keep-note", session=session, text=text, **fields)["id"])


def make(desk: MemoryDesk, text: str, *notes: str, **fields: Any) -> str:
    return str(do(desk, "make-recommendation", notes=list(notes), text=text, **fields)["id"])


def held(desk: MemoryDesk, record: str) -> Recommendation:
    found = desk.reader.get(Recommendation, record)
    assert found is not None
    return found


def join(desk: MemoryDesk, *items: str, text: str = "Visits could be joint.", **arguments: Any) -> str:
    return str(do(desk, "join-recommendations", items=list(items), text=text, **arguments)["id"])


def test_the_strength_is_found_when_a_recommendation_is_made_and_waits_for_a_person(desk: MemoryDesk):
    first = make(desk, "It was decided to draft a joint report.")
    silent = make(desk, "Joint report.")
    told = make(desk, "Meetings could be held.", strength="should")
    one = held(desk, first)
    assert (one.strength, one.strength_as_written, one.strength_confirmed) == ("decided", "was decided", False)
    assert held(desk, silent).strength is None
    assert (held(desk, told).strength, held(desk, told).strength_confirmed) == ("should", None)
    [waiting] = strengths_to_confirm(desk.reader)
    assert waiting.recommendation.id == first
    assert (one.text or "")[waiting.start : waiting.end] == "was decided"
    do(desk, "confirm-strengths", pairs=[f"{first}:agreed"])
    one = held(desk, first)
    assert (one.strength, one.strength_confirmed) == ("agreed", True)
    assert strengths_to_confirm(desk.reader) == []
    desk.undo()
    assert len(strengths_to_confirm(desk.reader)) == 1
    for wrong in (f"{first}:loud", "none:agreed", "x"):
        with pytest.raises(Refused):
            do(desk, "confirm-strengths", pairs=[wrong])


def test_strengths_are_looked_for_where_none_stands(desk: MemoryDesk):
    made = str(do(desk, "add", kind="recommendation", text="States should act.", language="en")["id"])
    assert do(desk, "find-strengths", recommendations=["other"]) == {"ids": []}
    assert do(desk, "find-strengths") == {"ids": [made]}
    assert held(desk, made).strength == "should"
    assert do(desk, "find-strengths") == {"ids": []}


def test_a_shipped_word_in_any_language_is_one_tag(desk: MemoryDesk):
    made = make(desk, "x")
    first = do(desk, "tag", item=made, name="Enfants", scheme="group")
    assert do(desk, "tag", item=made, name="儿童", scheme="group") == first
    assert [one.name for one in desk.reader.every(Tag)] == ["Children"]


def test_joining_keeps_every_original_and_links_it(desk: MemoryDesk):
    source = note(desk, sensitivity="confidential")
    first = make(desk, "Visits should be joint.", source, area="joint_activities")
    second = make(desk, "Visits could be made jointly.", area="joint_activities", sensitivity="public")
    do(desk, "tag", item=first, name="visits")
    do(desk, "tag", item=second, name="experts")
    do(desk, "address", recommendation=first, name="States", implied=True)
    do(desk, "address", recommendation=second, name="STATES")
    made = join(desk, first, second)
    joined = held(desk, made)
    assert (joined.strength, joined.strength_confirmed, joined.area) == ("could", False, "joint_activities")
    assert joined.sensitivity == "confidential"
    assert {one.source for one in desk.reader.every(Link, item=made, link_kind="joined_into")} == {first, second}
    assert held(desk, first).text == "Visits should be joint."
    assert held(desk, first).strength == "should"
    found = sheet(desk.reader, made)
    assert found is not None
    assert {one.name for one in found.tags} == {"visits", "experts"}
    assert [(one.name, one.implied) for one in found.addressees] == [("States", False)]
    became = {line.recommendation.id: line.became for line in recommendation_lines(desk.reader)}
    assert became == {first: "joined_into", second: "joined_into", made: ""}
    assert [one.id for one in current_recommendations(desk.reader)] == [made]
    desk.undo()
    assert len(current_recommendations(desk.reader)) == 2


def test_a_deleted_joined_one_gives_the_originals_back(desk: MemoryDesk):
    first, second = make(desk, "Visits should be joint."), make(desk, "Joint visits could be made.")
    do(desk, "delete", id=join(desk, first, second))
    assert {one.id for one in current_recommendations(desk.reader)} == {first, second}


def test_joining_never_makes_could_a_decision_on_its_own(desk: MemoryDesk):
    first, second = make(desk, "It was decided to visit jointly."), make(desk, "Visits could be made jointly.")
    for wrong in ({"strength": "decided"}, {"text": "It was decided to visit jointly."}, {"strength": "loud"}):
        with pytest.raises(Refused):
            join(desk, first, second, **wrong)
    made = join(desk, first, second, text="Joint visits", strength="should", raised_by_a_person=True, reason="agreed")
    assert (held(desk, made).strength, held(desk, made).strength_confirmed) == ("should", True)
    [told] = desk.reader.every(Decision, item=made)
    assert (told.decision_kind, told.before, told.after, told.reason) == (
        "strength_raised",
        "could",
        "should",
        "agreed",
    )


def test_what_was_never_marked_counts_by_its_words(desk: MemoryDesk):
    first, second = make(desk, "It was decided to visit.", strength="decided"), make(desk, "Visits could be made.")
    do(desk, "edit", id=second, strength=None)
    with pytest.raises(Refused, match="weak"):
        join(desk, first, second, text="It was decided to visit.")


def test_what_cannot_be_joined_is_refused(desk: MemoryDesk):
    first, second, third = (make(desk, text) for text in ("One should act.", "Two should act.", "Three should act."))
    for items in ((first,), (first, first), (first, "none")):
        with pytest.raises(Refused):
            join(desk, *items)
    for wrong in ({"text": " "}, {"language": "de"}):
        with pytest.raises(Refused):
            join(desk, first, second, **wrong)
    do(desk, "adopt", recommendation=third)
    with pytest.raises(Refused, match="adopted"):
        join(desk, first, third)
    made = join(desk, first, second)
    with pytest.raises(Refused, match="already joined"):
        join(desk, first, made)


def test_a_long_one_is_split_and_stays(desk: MemoryDesk):
    first = make(desk, "States could reply. States should publish.", note(desk, sensitivity="confidential"))
    do(desk, "tag", item=first, name="replies")
    made = do(desk, "split-recommendation", recommendation=first)["ids"]
    parts = [held(desk, one) for one in made]
    assert [one.text for one in parts] == ["States could reply.", "States should publish."]
    # The whole was found to be "could": no part of it is more on its own.
    assert [one.strength for one in parts] == ["could", "could"]
    assert {one.sensitivity for one in parts} == {"confidential"}
    assert {one.source for one in desk.reader.every(Link, link_kind="split_from")} == {first}
    assert [one.id for one in current_recommendations(desk.reader)] == made
    with pytest.raises(Refused):
        do(desk, "split-recommendation", recommendation=made[0])
    assert len(do(desk, "split-recommendation", recommendation=made[0], parts=["a", "b"])["ids"]) == 2


def test_a_source_that_becomes_stricter_makes_what_was_split_from_it_stricter(desk: MemoryDesk):
    first = make(desk, "Reply. Publish.", sensitivity="public")
    made = do(desk, "split-recommendation", recommendation=first)["ids"][0]
    do(desk, "edit", id=first, sensitivity="confidential")
    assert read_classes(desk.reader).of(made) == "confidential"


def test_what_is_kept_apart_is_remembered_on_every_desk_and_is_no_source(desk: MemoryDesk):
    first = make(desk, "Publish a shared calendar of country visits.")
    second = make(desk, "A calendar of visits to countries should be shared.")
    other = MemoryDesk(1)
    other.take(desk.changes())
    assert [{one.first.id, one.second.id} for one in candidates(desk.reader)] == [{first, second}]
    here = do(desk, "keep-apart", first=second, second=first)
    there = do(other, "keep-apart", first=first, second=second)
    assert here == there
    assert candidates(desk.reader) == []
    assert kept_apart(desk.reader) == {frozenset((first, second))}
    with pytest.raises(Refused):
        do(desk, "keep-apart", first=first, second=first)
    assert outlook(desk.reader, first).made_from_it == ()
    assert outlook(desk.reader, second).made_from_it == ()
    other.close()


def test_a_translation_that_fits_makes_candidates_across_languages(desk: MemoryDesk):
    english = make(desk, "Publish a shared calendar of country visits.")
    french = make(desk, "Publier un calendrier commun des visites de pays.", language="fr")
    assert candidates(desk.reader) == []
    text = "Publish a common calendar of visits to countries."
    do(desk, "translate", item=french, language="en", text=text)
    [found] = candidates(desk.reader)
    assert {found.first.id, found.second.id} == {english, french}
    assert {found.first_text, found.second_text} == {"Publish a shared calendar of country visits.", text}
    do(desk, "edit", id=french, text="Tout autre chose.")
    assert candidates(desk.reader) == []


def test_the_trail_is_walked_both_ways(desk: MemoryDesk):
    source = note(desk, "Visits were made apart.")
    first, second = make(desk, "Visits could be joint.", source), make(desk, "Joint visits could be made.")
    made = join(desk, first, second)
    do(desk, "adopt", recommendation=made)
    steps = {source, first, second, made, adopted_id(made)}
    for start in (source, first, made):
        graph = trail_graph(desk.reader, start)
        assert {one.id for one in graph.steps} == steps
        stage = {one.id: one.stage for one in graph.steps}
        assert all(stage[way.source] < stage[way.item] for way in graph.ways)
    assert [one.note.id for one in trail(desk.reader, made).notes] == [source]
    assert {one.id for one in trail_graph(desk.reader, "none").steps} == set()
    alone = make(desk, "Alone.")
    assert [one.id for one in trail_graph(desk.reader, alone).steps] == [alone]
