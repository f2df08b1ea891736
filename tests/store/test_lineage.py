"""The classes of a few records: the same that all records of the desk have when they are read together."""

import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import delete
from hrdesk.desk import Command
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY
from hrdesk.store.lineage import read_classes_of
from hrdesk.store.pen import Pen
from hrdesk.store.standings import read_classes
from tests.store.desks import MemoryDesk


def create(pen: Pen, kind: str, **fields: Any) -> dict[str, str]:
    """Make a record of any kind, also of those that only their own commands make."""
    return {"id": pen.create(KINDS[kind], **fields)}


ADD, DELETE = (Command(one.__name__, one.__name__, one) for one in (create, delete))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 2**32))
def test_a_few_records_have_the_class_they_have_among_all(seed: int) -> None:
    chance = random.Random(seed)
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
    made += [desk.run(ADD, kind="alternative", recommendation=chance.choice(made))["id"] for _ in range(2)]
    made.append(desk.run(ADD, kind="person", name="p", protected=chance.choice((True, None)))["id"])
    for _ in range(5):
        kind = chance.choice(("made_from", "joined_into", "split_from", "differs"))
        made.append(
            desk.run(ADD, kind="link", item=chance.choice(made), source=chance.choice(made), link_kind=kind)["id"]
        )
    lowered = {"decision_kind": "class_lowered", "subject": "sensitivity", "before": chance.choice(SENSITIVITY)}
    desk.run(ADD, kind="decision", item=chance.choice(made), **lowered)
    desk.run(DELETE, id=chance.choice(made))
    whole = read_classes(desk.reader)
    few = chance.sample(made, 4)
    told = read_classes_of(desk.reader, few)
    assert {one: told.of(one) for one in few} == {one: whole.of(one) for one in few}
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
