"""Laws of the journal, tried on random histories of two to five desks: same lines, same desk.

``HRDESK_HISTORIES`` says on how many histories (200 unless told).
"""

import os
import random
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from hrdesk.agenda.commands import add, delete, edit, restore
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.exchange.commands import settle
from hrdesk.exchange.queries import conflicts
from hrdesk.records import Withdrawal
from hrdesk.store import search
from hrdesk.store.change import Change
from hrdesk.store.knowledge import held
from hrdesk.store.merge import CONTESTED, GONE, rebuild
from hrdesk.store.pen import Pen
from hrdesk.store.withdrawals import hashes_of, written
from tests.store.desks import MemoryDesk
from tests.store.oracle import Expected, digest, expect, withdrawn

HISTORIES = int(os.environ.get("HRDESK_HISTORIES", "200"))
MOST_DESKS = 5


def withdraw(pen: Pen, record: str, chance: int) -> str:
    """Withdraw all lines of a record, or some."""
    lines = hashes_of(pen.read, record)
    if not lines:
        raise Refused("nothing to withdraw")
    chosen = lines if chance % 3 else lines[: chance % len(lines) + 1]
    return pen.create(Withdrawal, item=record, lines=written(chosen), cause="must_vanish")


ADD, EDIT, DELETE, RESTORE = (Command(one.__name__, one.__name__, one) for one in (add, edit, delete, restore))
SETTLE = Command("settle", "settle", settle, undoable=False)
WITHDRAW = Command("withdraw", "withdraw", withdraw, undoable=False)

STEPS = (
    *("add", "edit", "edit", "edit", "edit", "delete", "restore", "settle", "merge", "merge", "heads", "closed"),
    *("undo", "redo", "copy", "fork", "backup", "return", "withdraw"),
)
EDITS = (
    {"text": "water"},
    {"text": "land rights"},
    {"text": "eau", "language": "fr"},
    {"sensitivity": "public"},
    {"sensitivity": "confidential"},
    {"note_kind": "challenge"},
    {"note_kind": "other"},
    {"speaker_label": "x"},
)

step = st.tuples(st.sampled_from(STEPS), st.integers(0, 4), st.integers(0, 7), st.integers(0, 2**16))
history = st.lists(step, min_size=4, max_size=28)


class World:
    """Desks that live through steps, and all lines that anybody ever wrote."""

    def __init__(self) -> None:
        self.desks = [MemoryDesk(0), MemoryDesk(1, wrong_by=timedelta(days=-1100))]
        self.records = [self.desks[0].run(ADD, kind="note", text="start", sensitivity="restricted")["id"]]
        self.desks[1].take(self.desks[0].changes())
        self.backups: list[MemoryDesk] = []
        self.ever: dict[bytes, Change] = {}
        self.incarnations = 1
        self.notice()

    def notice(self) -> None:
        for desk in self.desks:
            self.ever |= {digest(one): one for one in desk.changes()}

    def step(self, name: str, which: int, what: int, chance: int) -> None:
        desk, record = self.desks[which % len(self.desks)], self.records[what % len(self.records)]
        other = self.desks[what % len(self.desks)]
        if name == "add":
            self.records.append(desk.run(ADD, kind="note", text=f"new {chance}")["id"])
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
            desk.take(part_of(other.changes(), chance))
        elif name == "heads":
            marks = {row[:2] for row in other.state()["change"] if row[2]}
            desk.take(one for one in other.changes() if (one.dev, one.seq) in marks)
        elif name == "closed":
            desk.take(one for one in other.changes() if one.record == record)
        elif name == "withdraw":
            desk.run(WITHDRAW, record=record, chance=chance)
        elif name == "undo":
            desk.undo()
        elif name == "redo":
            desk.redo()
        elif name == "backup":
            self.backups.append(desk.copy(int(desk.device.partition(".")[2])))
        elif len(self.desks) < MOST_DESKS:
            self.appear(name, desk, chance)

    def appear(self, name: str, desk: MemoryDesk, chance: int) -> None:
        """Let a desk appear: a copy that knows it is one, one that does not, or a backup that was restored."""
        self.incarnations += 1
        if name == "fork":
            self.desks.append(desk.copy(int(desk.device.partition(".")[2])))
        elif name == "copy":
            self.desks.append(desk.copy(self.incarnations))
        elif self.backups:
            self.desks.append(self.backups[chance % len(self.backups)].copy(self.incarnations))

    def close(self) -> None:
        for desk in (*self.desks, *self.backups):
            desk.close()


def play(steps: Sequence[tuple[str, int, int, int]]) -> World:
    """Let desks live through ``steps``; what a desk refuses has no effect."""
    world = World()
    for one in steps:
        try:
            world.step(*one)
        except Refused:
            continue
        finally:
            world.notice()
    return world


def part_of(changes: Sequence[Change], chance: int, share: float = 0.7) -> list[Change]:
    """Give some of ``changes`` in any order, some of them twice."""
    dice = random.Random(chance)
    chosen = [one for one in changes if dice.random() < share]
    chosen += dice.sample(chosen, len(chosen) // 3)
    dice.shuffle(chosen)
    return chosen


BOTH_LINES_OF_A_FORK_WITHDRAWN = [
    ("fork", 0, 0, 0),
    ("edit", 0, 0, 0),
    ("edit", 2, 0, 0),
    ("merge", 0, 2, 0),
    ("withdraw", 0, 0, 1),
]
"""Where the withdrawal comes before either line, the fork is known all the same."""


@given(history)
@example(BOTH_LINES_OF_A_FORK_WITHDRAWN)
@settings(max_examples=HISTORIES, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_history_keeps_the_laws_of_the_journal(steps: list[tuple[str, int, int, int]]):
    world = play(steps)
    try:
        everything = list(world.ever.values())
        gone = withdrawn(everything)
        for chance, desk in enumerate(world.desks):
            before = {digest(one) for one in desk.changes()}
            # Any order, in several helpings, some lines twice: also lines that were withdrawn come back.
            desk.take(part_of(everything, chance))
            desk.take(part_of(everything, chance + 1, share=1.0))
            after = {digest(one) for one in desk.changes()}
            assert after <= before | world.ever.keys(), "merging made changes of its own"
            assert after >= before - gone, "merging lost a line"
        expected = expect(everything)
        first = seen(world.desks[0])
        for desk in world.desks:
            assert seen(desk) == first, "the same lines gave another desk"
            check(desk, expected)
            check_that_nothing_is_lost(desk, expected)
        desk = world.desks[-1]
        assert desk.take(part_of(everything, 1)).new == 0
        assert seen(desk) == first, "taking known lines in changed something"
        rebuild(desk.connection)
        assert seen(desk) == first, "a rebuild gave other tables"
    finally:
        world.close()


def seen(desk: MemoryDesk) -> dict[str, Any]:
    """Give all that the same lines must make the same: tables, marks, forks, search, what is held."""
    connection = desk.connection
    asked = ("water", "land", "start", "new", "eau")
    return {
        **desk.state(),
        "lines": {digest(one) for one in desk.changes()},
        "fork": {bytes(row["hash"]) for row in desk.reader.rows("SELECT hash FROM fork")},
        "withdrawn": {
            (bytes(row["hash"]), row["withdrawal"], row["dev"], row["seq"], row["lam"], row["at"])
            for row in desk.reader.rows("SELECT * FROM withdrawn")
        },
        "forked": {row["dev"] for row in desk.reader.rows("SELECT dev FROM device WHERE forked")},
        "held": held(desk.reader),
        "search": [
            [(one.kind, one.record, round(one.score, 9)) for one in search.find(connection, word)] for word in asked
        ],
        "index": search.entries(connection),
    }


def check(desk: MemoryDesk, expected: Expected) -> None:
    """Compare a desk with the oracle."""
    state = desk.state()
    assert {digest(one) for one in desk.changes()} == expected.lines
    assert {row[:2]: row[2] for row in state["change"]} == expected.marks, "heads differ from the oracle"
    named = ("text", "language", "speaker_label", "note_kind", "sensitivity", "_state")
    rows = {row["id"]: {name: row[name] for name in named} for row in desk.reader.rows("SELECT * FROM note")}
    assert rows == expected.notes, "notes differ from the oracle"


def check_that_nothing_is_lost(desk: MemoryDesk, expected: Expected) -> None:
    """Every value that nobody answered is shown or listed."""
    listed = {(one.record, one.field): {version.name for version in one.versions} for one in conflicts(desk.reader)}
    contested = {
        cell: {f"{one.dev}:{one.seq}" for one in top}
        for cell, top in expected.standing.items()
        if any(expected.marks[one.dev, one.seq] == CONTESTED for one in top)
        and expected.notes.get(cell[0], {}).get("_state") != GONE
    }
    for cell, versions in contested.items():
        assert versions == listed[cell]
    assert all(cell in contested or cell[1] == "_del" for cell in listed)
