"""The classes of a few records: the same that all records of the desk have when they are read together."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import delete
from hrdesk.desk import Command
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY, is_milder
from hrdesk.store import finding, ranking
from hrdesk.store.finding import find
from hrdesk.store.lineage import Lineage, read_classes_of
from hrdesk.store.narrowing import Narrowing
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes
from tests.store.desks import MemoryDesk


def create(pen: Pen, kind: str, **fields: Any) -> dict[str, str]:
    """Make a record of any kind, also of those that only their own commands make."""
    return {"id": pen.create(KINDS[kind], **fields)}


def claim(pen: Pen, record: str, sensitivity: str) -> None:
    """Write a field of another kind under the id of a record, as a hostile desk may."""
    pen.write_cell("session", record, "sensitivity", sensitivity)


ADD, DELETE, CLAIM = (Command(one.__name__, one.__name__, one) for one in (create, delete, claim))


def desk_of(chance: random.Random) -> tuple[MemoryDesk, list[str]]:
    """Make a desk where classes come from everywhere: own, owners, sources, what was lowered, a second kind."""
    desk = MemoryDesk(0)
    said = (None, *SENSITIVITY)
    owner = desk.run(ADD, kind="consultation", title="c", sensitivity=chance.choice(said))["id"]
    sessions = [
        desk.run(ADD, kind="session", title="s", consultation=owner, sensitivity=chance.choice(said))["id"]
        for _ in range(2)
    ]
    made = [
        desk.run(ADD, kind=kind, text="t", session=chance.choice(sessions), sensitivity=chance.choice(said))["id"]
        for kind in chance.choices(("note", "recommendation"), k=6)
    ]
    made += [desk.run(ADD, kind="alternative", text="t", recommendation=chance.choice(made))["id"] for _ in range(2)]
    made.append(desk.run(ADD, kind="person", name="p", protected=chance.choice((True, None)))["id"])
    for _ in range(5):
        kind = chance.choice(("made_from", "joined_into", "split_from", "differs"))
        made.append(
            desk.run(ADD, kind="link", item=chance.choice(made), source=chance.choice(made), link_kind=kind)["id"]
        )
    lowered = {"decision_kind": "class_lowered", "subject": "sensitivity", "before": chance.choice(SENSITIVITY)}
    desk.run(ADD, kind="decision", item=chance.choice(made), **lowered)
    desk.run(CLAIM, record=chance.choice(made), sensitivity=chance.choice(SENSITIVITY))
    desk.run(DELETE, id=chance.choice(made))
    return desk, made


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_a_few_records_have_the_class_they_have_among_all(seed: int) -> None:
    chance = random.Random(seed)
    desk, made = desk_of(chance)
    whole = read_classes(desk.reader)
    lineage = Lineage(desk.reader)
    for few in (chance.sample(made, 4), chance.sample(made, 4)):
        told = read_classes_of(desk.reader, few)
        on_a_later_page = lineage.classes_of(few)
        kinds = {one: held.kind for one in few if (held := desk.reader.find(one)) is not None}
        with_kinds = Lineage(desk.reader).classes_of(few, kinds)
        assert {one: told.of(one) for one in few} == {one: whole.of(one) for one in few}
        assert {one: on_a_later_page.of(one) for one in few} == {one: whole.of(one) for one in few}
        assert {one: with_kinds.of(one) for one in few} == {one: whole.of(one) for one in few}
    desk.close()


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**32))
def test_an_audience_finds_all_that_it_may_see_and_nothing_else(seed: int) -> None:
    desk, _ = desk_of(random.Random(seed))
    whole = read_classes(desk.reader)
    every = {one.record: one.kind for one in find(desk.reader, "t", "confidential")}
    lineage = Lineage(desk.reader)
    with pytest.MonkeyPatch.context() as patch:
        for name, few in (("_EQUALS", 1), ("_FEW_EQUALS", 3), ("_AT_ONCE", 2)):  # so that pages end everywhere
            patch.setattr(ranking, name, few)
        for name, few in (("_MANY", 2), ("_CLASSED_AT_ONCE", 3)):
            patch.setattr(finding, name, few)
        for limit in SENSITIVITY:
            may_be_seen = {one for one in every if not is_milder(limit, whole.of(one))}
            assert {one.record for one in find(desk.reader, "t", limit)} == may_be_seen
            classed = find(desk.reader, "t", "confidential", narrowing=Narrowing(sensitivity=limit))
            assert {one.record for one in classed} == {one for one in every if whole.of(one) == limit}
            for kind in {*every.values()}:
                held = {one for one in every if every[one] == kind}
                assert lineage.without_the_stricter(kind, held, limit) >= held & may_be_seen
    desk.close()


@pytest.mark.parametrize("owner", [None, "public", "restricted", "confidential"])
def test_what_is_stricter_for_certain_is_left_out_by_a_look(owner: str | None) -> None:
    desk = MemoryDesk(0)
    session = desk.run(ADD, kind="session", title="s", sensitivity=owner)["id"]
    note, unsaid = (
        desk.run(ADD, kind="note", text="t", session=session, sensitivity=own)["id"] for own in ("restricted", None)
    )
    left = [Lineage(desk.reader).without_the_stricter("note", {note, unsaid}, limit) for limit in SENSITIVITY]
    # Of one of whom nobody said anything it is not certain: what it was made from may be public.
    assert [unsaid in one for one in left] == [not is_milder(limit, owner or "public") for limit in SENSITIVITY]
    assert [note in one for one in left] == [False, owner != "confidential", True]
    desk.close()


def test_a_record_that_is_not_there_is_restricted() -> None:
    desk = MemoryDesk(0)
    assert read_classes_of(desk.reader, ["x" * 26]).of("x" * 26) == "restricted"
    desk.close()


@pytest.mark.parametrize("sensitivity", SENSITIVITY)
def test_only_what_bears_on_the_records_is_read(sensitivity: str) -> None:
    desk = MemoryDesk(0)
    session = desk.run(ADD, kind="session", sensitivity=sensitivity)["id"]
    note = desk.run(ADD, kind="note", text="t", session=session)["id"]
    desk.run(ADD, kind="note", text="t", session=session)
    told = read_classes_of(desk.reader, [note])
    assert told.standings.keys() == {note, session}
    assert told.of(note) == sensitivity
    desk.close()
