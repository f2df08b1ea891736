"""A search that is narrowed: by session, speaker, kind of note, class, tag and time, alone and together."""

from typing import Any

import pytest

from hrdesk.desk import Command
from hrdesk.recommendations.commands import tag
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store import search
from hrdesk.store.finding import find
from hrdesk.store.narrowing import EVERYTHING, Narrowing, condition
from hrdesk.store.offers import read_offers
from hrdesk.store.pen import Pen
from hrdesk.translation.commands import translate
from tests.store.desks import MemoryDesk


def create(pen: Pen, kind: str, **fields: Any) -> dict[str, str]:
    """Make a record of any kind, also of those that only their own commands make."""
    return {"id": pen.create(KINDS[kind], **fields)}


ADD, TAG, TRANSLATE = (Command(one.__name__, one.__name__, one) for one in (create, tag, translate))


@pytest.fixture
def desk():
    made = MemoryDesk(0)
    yield made
    made.close()


def put(desk: MemoryDesk, kind: str, **fields: Any) -> str:
    return str(desk.run(ADD, kind=kind, **fields)["id"])


def found(
    desk: MemoryDesk, words: str = "water", audience: str = "confidential", kinds=None, **wanted: str
) -> set[str]:
    told = find(desk.reader, words, audience, kinds=kinds, narrowing=Narrowing(**wanted))
    return {one.record for one in told}


def test_a_session_is_wanted_with_all_that_belongs_to_it(desk: MemoryDesk):
    session, other = put(desk, "session", title="water"), put(desk, "session", title="water")
    note = put(desk, "note", session=session, text="water")
    made = put(desk, "recommendation", session=session, text="water")
    parts = {
        put(desk, kind, recommendation=made, text="clean water")
        for kind in ("alternative", "amendment", "reservation", "wording_version")
    }
    wording = str(desk.run(TRANSLATE, item=made, field="text", language="fr", text="water (eau)")["id"])
    elsewhere = put(desk, "note", session=other, text="water")
    put(desk, "note", text="water")
    assert found(desk, session=session) == {session, note, made, wording} | parts
    assert found(desk, session=other) == {other, elsewhere}


def test_a_delegation_speaks_through_its_persons_and_on_the_floor(desk: MemoryDesk):
    delegation = put(desk, "delegation", name="Ruritania")
    person = put(desk, "person", name="Strelsau", delegation=delegation)
    said = put(desk, "note", speaker=person, text="water")
    session = put(desk, "session", title="Morning")
    request = put(desk, "floor_request", session=session, delegation=delegation)
    turn = put(desk, "intervention", session=session, request=request)
    heard = put(desk, "note", intervention=turn, text="water")
    amendment = put(desk, "amendment", delegation=delegation, text="water")
    as_heard = put(desk, "note", speaker_label="A judge", text="water")
    assert found(desk, speaker=delegation) == {said, heard, amendment}
    assert found(desk, speaker=person) == {said}
    assert found(desk, speaker="A judge") == {as_heard}


def test_a_protected_person_is_not_found_by_the_delegation_it_came_with(desk: MemoryDesk):
    delegation = put(desk, "delegation", name="Ruritania")
    person = put(desk, "person", name="Zenda", delegation=delegation, protected=True, pseudonym="D")
    said = put(desk, "note", speaker=person, text="water")
    assert found(desk, speaker=delegation) == set()
    assert found(desk, speaker=person) == {said}


@pytest.mark.parametrize("audience", ["public", "restricted"])
def test_others_find_nothing_by_who_spoke(desk: MemoryDesk, audience: str):
    person = put(desk, "person", name="Strelsau")
    said = put(desk, "note", speaker=person, text="water", sensitivity="public")
    assert found(desk, audience=audience) == {said}
    assert found(desk, audience=audience, speaker=person) == set()
    assert read_offers(desk.reader, audience).speakers == ()


def test_kind_time_and_tag_are_wanted_together(desk: MemoryDesk):
    early = put(desk, "note", text="water", note_kind="challenge", at="2012-12-12T09:00:00Z")
    late = put(desk, "note", text="water", note_kind="challenge", at="2012-12-12T10:00:00Z")
    other = put(desk, "note", text="water", note_kind="quotation", at="2012-12-12T10:00:00Z")
    desk.run(TAG, item=late, name="health")
    health = desk.run(TAG, item=other, name="health")["tag"]
    assert found(desk, note_kind="challenge") == {early, late}
    assert found(desk, since="2012-12-12T10:00:00Z") == {late, other}
    assert found(desk, until="2012-12-12T10:00:00Z") == {early}
    assert found(desk, tag=health) == {late, other}
    assert found(desk, tag=health, note_kind="challenge", since="2012-12-12T09:30:00Z") == {late}
    assert found(desk, tag=health, kinds=["recommendation"]) == set()


def test_the_class_that_counts_is_wanted_and_not_the_one_a_record_bears(desk: MemoryDesk):
    closed = put(desk, "session", sensitivity="confidential")
    within = put(desk, "note", session=closed, sensitivity="public", text="water")
    public = put(desk, "note", sensitivity="public", text="water")
    unsaid = put(desk, "note", text="water")
    assert [found(desk, sensitivity=one) for one in SENSITIVITY] == [{public}, {unsaid}, {within}]
    assert found(desk, audience="restricted", sensitivity="confidential") == set()


def test_a_rare_class_is_found_behind_many_of_another(desk: MemoryDesk):
    for _ in range(120):
        put(desk, "note", text="water", sensitivity="public")
    rare = put(desk, "note", text="water in a text that fits less well", sensitivity="confidential")
    assert found(desk, sensitivity="confidential") == {rare}


def test_what_no_record_can_meet_finds_nothing(desk: MemoryDesk):
    put(desk, "lesson", text="water")
    assert found(desk, note_kind="challenge", tag="x") == set()
    for hostile in ("' OR 1 --", '"', "\0", "x" * 10_000):
        wanted = dict.fromkeys(("session", "speaker", "note_kind", "tag", "since", "until"), hostile)
        assert found(desk, **wanted) == set()


def test_protected_persons_are_not_among_what_is_narrowed(desk: MemoryDesk):
    person = put(desk, "person", name="Water Zenda", protected=True, pseudonym="D")
    assert found(desk) == found(desk, sensitivity="confidential") == {person}
    assert found(desk, sensitivity="public") == found(desk, session="x") == set()


def test_the_desk_s_people_choose_a_protected_person_by_pseudonym(desk: MemoryDesk):
    from hrdesk.store.offers import called

    put(desk, "person", name="Zenda", affiliation="Castle", protected=True, pseudonym="Speaker 7")
    put(desk, "person", name="Strelsau", affiliation="Court")
    told = [called(one) for one in read_offers(desk.reader, "confidential").speakers]
    assert told == ["Speaker 7", "Strelsau, Court"]


def test_others_choose_among_sessions_and_tags_they_may_see(desk: MemoryDesk):
    closed = put(desk, "session", title="Closed", sensitivity="confidential")
    seen = put(desk, "session", title="Open", sensitivity="public")
    secret, plain = put(desk, "note", session=closed, text="x"), put(desk, "note", session=seen, text="y")
    desk.run(TAG, item=secret, name="dungeon")
    desk.run(TAG, item=plain, name="health")
    offers = read_offers(desk.reader, "restricted")
    assert [one.id for one in offers.sessions] == [seen]
    assert [one.name for one in offers.tags] == ["health"]
    assert len(read_offers(desk.reader, "confidential").tags) == 2


WAYS = ["session", "speaker", "note_kind", "tag", "since"]


@pytest.mark.parametrize("name", WAYS)
def test_every_condition_asks_for_one_record_by_its_id(desk: MemoryDesk, name: str):
    """A table that is read whole for every question would cost a second in a desk of 200,000 notes."""
    put(desk, "note", text="water")
    told: list[str] = []
    desk.connection.set_trace_callback(told.append)
    search.find(desk.connection, "water", narrowing=Narrowing(**{name: "x"}))
    desk.connection.set_trace_callback(None)
    (asked,) = [sql for sql in told if sql.startswith("SELECT r.")]
    plans = [row[3] for row in desk.connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    scanned = {plan.split()[1] for plan in plans if plan.startswith("SCAN") and "CONSTANT" not in plan}
    # Few people and turns there are, and they are asked once for a question.
    assert scanned <= {"search_index", "person", "i", "json_each"}
    assert any(plan.startswith("SEARCH x ") and "PRIMARY KEY (id=?)" in plan for plan in plans)


def test_nothing_wanted_is_no_condition():
    assert not EVERYTHING.is_of_the_database
    assert not Narrowing(sensitivity="public").is_of_the_database
    assert condition(Narrowing(note_kind="challenge")).count("EXISTS") == 2  # notes, and their translations
