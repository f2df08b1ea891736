"""Laws of the journal, tried on random histories of two to four desks: same changes, same desk.

``HRDESK_HISTORIES`` says on how many histories (200 unless told).
"""

import os
import random
from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import add, delete, edit, restore
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.commands import settle
from hrdesk.exchange.queries import conflicts
from hrdesk.records import KINDS
from hrdesk.records.classes import SENSITIVITY, rank
from hrdesk.store.change import DELETED, Change, encode
from hrdesk.store.merge import CONTESTED, GONE, SETTLED, SUPERSEDED, rebuild
from tests.store.desks import MemoryDesk

HISTORIES = int(os.environ.get("HRDESK_HISTORIES", "200"))

ADD, EDIT, DELETE, RESTORE = (Command(one.__name__, one.__name__, one) for one in (add, edit, delete, restore))
SETTLE = Command("settle", "settle", settle, undoable=False)

STEPS = ("add", "edit", "edit", "edit", "delete", "restore", "settle", "merge", "merge", "undo", "redo", "copy", "fork")
EDITS = (
    {"text": "a"},
    {"text": "b"},
    {"text": "c", "language": "fr"},
    {"sensitivity": "public"},
    {"sensitivity": "confidential"},
    {"note_kind": "challenge"},
    {"note_kind": "other"},
    {"speaker_label": "x"},
)

step = st.tuples(st.sampled_from(STEPS), st.integers(0, 3), st.integers(0, 7), st.integers(0, 2**16))
history = st.lists(step, min_size=4, max_size=24)


def play(steps: Sequence[tuple[str, int, int, int]]) -> list[MemoryDesk]:
    """Let desks live through ``steps``; what a desk refuses has no effect."""
    desks = [MemoryDesk(0), MemoryDesk(1, wrong_by=timedelta(days=-1100))]
    starter = desks[0].run(ADD, kind="note", text="start", sensitivity="restricted")["id"]
    desks[1].take(desks[0].changes())
    records = [starter]
    for name, which, what, chance in steps:
        desk = desks[which % len(desks)]
        record = records[what % len(records)]
        try:
            if name == "add":
                records.append(desk.run(ADD, kind="note", text=f"new {chance}")["id"])
            elif name == "edit":
                desk.run(EDIT, id=record, reason="because", **EDITS[chance % len(EDITS)])
            elif name == "delete":
                desk.run(DELETE, id=record)
            elif name == "restore":
                desk.run(RESTORE, kind="note", id=record)
            elif name == "settle":
                found = conflicts(desk.reader)
                if found:
                    one = found[chance % len(found)]
                    version = one.versions[chance % len(one.versions)].name
                    desk.run(SETTLE, record=one.record, field=one.field, version=version, reason="agreed")
            elif name == "merge":
                desk.take(part_of(desks[what % len(desks)].changes(), chance))
            elif name == "undo":
                desk.undo()
            elif name == "redo":
                desk.redo()
            elif len(desks) < 4:
                same = int(desk.device.partition(".")[2])
                desks.append(desk.copy(same if name == "fork" else same + len(desks)))
        except Refused:
            continue
    return desks


def part_of(changes: list[Change], chance: int) -> list[Change]:
    """Give some of ``changes`` in any order, some of them twice."""
    dice = random.Random(chance)
    chosen = [one for one in changes if dice.random() < 0.7]
    chosen += dice.sample(chosen, len(chosen) // 3)
    dice.shuffle(chosen)
    return chosen


def oracle(changes: Sequence[Change]) -> dict[tuple[str, int], int]:
    """Find heads the long way: compare everything with everything, field by field."""
    marks: dict[tuple[str, int], int] = {}
    for _, cell in groupby(sorted(changes, key=lambda one: one.cell), key=lambda one: one.cell):
        held = list(cell)
        tops = [one for one in held if not any(other.covers(one) for other in held)]
        mark = SETTLED if len({encode_value(one) for one in tops}) == 1 else CONTESTED
        marks |= {(one.dev, one.seq): SUPERSEDED for one in held} | {(one.dev, one.seq): mark for one in tops}
    return marks


def encode_value(change: Change) -> bytes:
    return encode(change).partition(b'"val":')[2]


@given(history)
@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_history_keeps_the_laws_of_the_journal(steps: list[tuple[str, int, int, int]]):
    desks = play(steps)
    try:
        for chance, desk in enumerate(desks):
            for other in desks:
                before = {(one.dev, one.seq) for one in (*desk.changes(), *other.changes())}
                parts = part_of(other.changes(), chance)
                desk.take(parts)
                desk.take(other.changes())
                assert {(one.dev, one.seq) for one in desk.changes()} == before, "merging made changes of its own"
        for desk in desks:
            desk.take(desks[-1].changes())
        first = desks[0].state()
        for desk in desks[1:]:
            assert desk.state() == first, "the same changes gave another desk"
        desk = desks[0]
        assert {row[:2]: row[2] for row in first["change"]} == oracle(desk.changes()), "heads differ from the oracle"
        assert desk.take(part_of(desk.changes(), 1)).new == 0
        assert desk.state() == first, "taking known changes in changed something"
        rebuild(desk.connection)
        assert desk.state() == first, "a rebuild gave other tables"
        check_that_nothing_is_lost(desk)
    finally:
        for desk in desks:
            desk.close()


def check_that_nothing_is_lost(desk: MemoryDesk) -> None:
    """Every value that nobody answered is shown or listed, and a contested class counts as its strictest."""
    gone = {row["id"] for row in desk.reader.rows(f"SELECT id FROM note WHERE _state = {GONE}")}
    listed = {(one.record, one.field): {version.name for version in one.versions} for one in conflicts(desk.reader)}
    marks = oracle(desk.changes())
    contested: dict[tuple[str, str], list[Change]] = {}
    for one in desk.changes():
        if marks[one.dev, one.seq] == CONTESTED and one.record not in gone:
            contested.setdefault((one.record, one.field), []).append(one)
    for (record, field), tops in contested.items():
        assert {f"{one.dev}:{one.seq}" for one in tops} == listed[record, field]
        if field == "sensitivity":
            noun = KINDS[tops[0].kind]
            strictest = max(rank(SENSITIVITY, "restricted", one.val) for one in tops)
            row = desk.reader.value(f'SELECT sensitivity FROM "{noun.kind}" WHERE id = ?', record)
            assert rank(SENSITIVITY, "restricted", row) == strictest
    assert all((record, field) in contested or field == DELETED for record, field in listed)
