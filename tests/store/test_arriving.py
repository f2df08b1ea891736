"""Many changes at once: the same as one by one, asked of SQLite in the way that is quick, stopped when a person asks."""

import random
from collections.abc import Iterator
from typing import Any

import pytest

from hrdesk.records import Note
from hrdesk.store import arriving, merge
from hrdesk.store.change import Change
from hrdesk.store.journal import row_of, rows_of
from hrdesk.store.knowledge import held
from hrdesk.store.merge import Cancelled, rebuild, unite
from tests.benchmarks.offices import Offices
from tests.store.desks import MemoryDesk, device_name
from tests.store.test_merge import BASE, change

SMALL = Offices(base=600, local=60, arriving=400, contested=30)


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    made = MemoryDesk(0)
    yield made
    made.close()


def told() -> list[Change]:
    return [*SMALL.known(), *SMALL.here(), *SMALL.there()]


@pytest.mark.parametrize("size", [1, 7, 150, 20_000])
def test_the_size_of_a_chunk_changes_nothing(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch, size: int):
    plain = MemoryDesk(1)
    for one in told():
        plain.take([one])
    monkeypatch.setattr(merge, "CHUNK", size)
    shuffled = told()
    random.Random(size).shuffle(shuffled)
    desk.take(shuffled)
    assert desk.state() == plain.state()
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") > 30
    before = desk.state()
    rebuild(desk.connection)
    assert desk.state() == before
    plain.close()


def test_counts_say_what_was_new_and_known(desk: MemoryDesk):
    first = desk.take([*SMALL.known(), *SMALL.known()])
    assert (first.new, first.known, first.forked) == (600, 600, 0)
    again = desk.take(list(told())[300:900])
    assert (again.new, again.known) == (300, 300)


def test_too_many_records_are_not_named(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch):
    assert desk.take([change()]).records == {("note", "x")}
    monkeypatch.setattr(merge, "MOST_NAMED", 20)
    assert desk.take(SMALL.known()).records == set()


def test_a_merge_that_is_stopped_leaves_nothing(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch):
    desk.take(SMALL.known())
    before, changes = desk.state(), desk.changes()
    monkeypatch.setattr(merge, "CHUNK", 50)
    reports: list[int] = []

    def progress(done: int) -> bool:
        reports.append(done)
        return done < 150

    desk.connection.execute("BEGIN")
    with pytest.raises(Cancelled):
        unite(desk.connection, SMALL.there(), progress=progress)
    desk.connection.execute("ROLLBACK")
    assert reports == [50, 100, 150]
    assert (desk.state(), desk.changes()) == (before, changes)


def test_the_stream_is_not_held_in_memory(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(merge, "CHUNK", 50)
    given: list[int] = []
    behind: list[int] = []

    def stream() -> Iterator[Change]:
        for number, one in enumerate(SMALL.known(), 1):
            given.append(number)
            yield one

    def progress(done: int) -> bool:
        behind.append(given[-1] - done)
        return True

    desk.connection.execute("BEGIN")
    unite(desk.connection, stream(), progress=progress)
    desk.connection.execute("COMMIT")
    assert max(behind) == 0


def plan(desk: MemoryDesk, sql: str, *values: Any) -> str:
    return "\n".join(row["detail"] for row in desk.reader.rows(f"EXPLAIN QUERY PLAN {sql}", *values))


def test_fields_where_changes_meet_are_looked_up_by_the_index_of_cells(desk: MemoryDesk):
    desk.take(SMALL.known())
    desk.take(SMALL.there())
    found = plan(desk, arriving.MEETING)
    assert found.startswith("SCAN a"), found
    assert "SEARCH c USING INDEX change_cell (record=? AND field=?)" in found


def test_records_that_are_held_are_looked_up_by_index_alone(desk: MemoryDesk):
    found = plan(desk, arriving.HELD_RECORDS, '["x"]')
    assert "USING COVERING INDEX change_cell (record=?)" in found
    assert "USING COVERING INDEX change_deletion (record=?)" in found


def test_a_rebuild_reads_the_journal_in_the_order_of_the_index(desk: MemoryDesk):
    found = plan(desk, merge.BY_RECORD)
    assert "SCAN c USING INDEX change_cell" in found
    assert "TEMP B-TREE" not in found


def test_known_changes_are_looked_up_by_their_numbers(desk: MemoryDesk):
    assert "SEARCH c USING INTEGER PRIMARY KEY (rowid=?)" in plan(desk, merge.BY_NUMBER, "[1]")
    assert "SEARCH change USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)" in plan(desk, merge.BY_RANGE, 1, 2)


def test_rows_are_made_the_same_way_one_by_one_and_together():
    changes = [
        change(val=value, seq=n, seen={device_name(2): 1} if n > 2 else {})
        for n, value in enumerate((1, True, "x", None), 1)
    ]
    assert rows_of(enumerate(changes)) == [row_of(n, one) for n, one in enumerate(changes)]


def test_an_old_change_that_comes_late_changes_nothing_that_shows(desk: MemoryDesk):
    older = change(val="public")
    newer = change(dev=device_name(6), lam=2, seen={BASE.dev: 1}, val="confidential")
    desk.take([newer])
    desk.take([older])
    note = desk.reader.get(Note, "x")
    assert note is not None
    assert note.sensitivity == "confidential"
    assert desk.reader.value("SELECT count(*) FROM change WHERE head = 2") == 0


def test_a_superseded_change_still_covers_what_comes_late(desk: MemoryDesk):
    """Contexts need not be transitive where a hostile or an older desk wrote them: what anybody covers is covered."""
    first = change(dev=device_name(1), lam=1, val="public")
    second = change(dev=device_name(2), lam=2, seen={device_name(1): 1}, val="restricted")
    third = change(dev=device_name(3), lam=3, seen={device_name(2): 1}, val="confidential")
    other = MemoryDesk(1)
    desk.take([first, second, third])
    for one in (second, third, first):
        other.take([one])
    assert desk.state() == other.state()
    assert other.reader.value("SELECT count(*) FROM change WHERE head <> 0") == 1
    other.close()


def test_what_is_held_is_told_in_runs(desk: MemoryDesk):
    desk.take([change(seq=n, lam=n) for n in (1, 2, 3, 7, 9, 10)] + [change(dev=device_name(6), seq=4, lam=1)])
    assert held(desk.reader) == {BASE.dev: [(1, 3), (7, 7), (9, 10)], device_name(6): [(4, 4)]}


def test_a_context_that_claims_a_later_line_of_ones_own_covers_nothing(desk: MemoryDesk):
    dev = BASE.dev
    lines = [
        change(seq=9, lam=5, val="nine"),
        change(seq=3, lam=7, val="three", seen={dev: 9}, n="a" * 11),
    ]
    desk.take([lines[0]])
    desk.take([lines[1]])
    held = desk.state()
    rebuild(desk.connection)
    assert desk.state() == held


@pytest.mark.parametrize("seed", range(20))
def test_fields_that_many_changes_of_one_bundle_meet_in_end_as_one_by_one(desk: MemoryDesk, seed: int):
    dice = random.Random(seed)
    lines = [
        change(
            dev=device_name(dice.randrange(3)),
            seq=n + 1,
            lam=dice.randint(1, 12),
            record=dice.choice("xyz"),
            field=dice.choice(("at", "sensitivity", "wording")),
            seen={device_name(dice.randrange(3)): dice.randint(1, 30)} if dice.random() < 0.6 else {},
            val=dice.choice((None, "public", "confidential", '{"text":"{a}"}', '{"text":"b"}', 1, True)),
        )
        for n in range(30)
    ]
    plain = MemoryDesk(1)
    for one in lines:
        plain.take([one])
    desk.take(lines[:10])
    desk.take(lines[10:])
    assert desk.state() == plain.state()
    before = desk.state()
    rebuild(desk.connection)
    assert desk.state() == before
    plain.close()
