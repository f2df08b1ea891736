"""Withdrawals: what is named vanishes, in whatever order it comes, and no byte of it stays in the file."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from hrdesk.agenda.commands import add, delete, edit
from hrdesk.desk import Command, Desk
from hrdesk.records import Note, Withdrawal
from hrdesk.store import drafts, search
from hrdesk.store.change import Change, line_hash
from hrdesk.store.forks import of_dot
from hrdesk.store.identity import Profile
from hrdesk.store.knowledge import held
from hrdesk.store.merge import rebuild
from hrdesk.store.pen import Pen
from hrdesk.store.unfinished import is_due
from hrdesk.store.withdrawals import (
    SHARED_NUMBERS,
    WITHDRAWN_AMONG,
    clean_up,
    hashes_of,
    late_lines,
    read,
    written,
)
from tests.store.desks import MemoryDesk, device_name
from tests.store.test_merge import BASE, change

ADD, EDIT, DELETE = (Command(one.__name__, one.__name__, one) for one in (add, edit, delete))
SECRET = "Testimonium Perterritum"
CLOCK = datetime(2026, 11, 20, 10, tzinfo=UTC)


def withdraw(pen: Pen, record: str) -> str:
    return pen.create(Withdrawal, item=record, lines=written(hashes_of(pen.read, record)), cause="must_vanish")


WITHDRAW = Command("withdraw", "withdraw", withdraw, undoable=False)


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    made = MemoryDesk(0)
    yield made
    made.close()


def naming(*changes: Change, record: str = "w1", dev: int = 9, item: str | None = None) -> list[Change]:
    """Give the lines of a withdrawal that names ``changes``."""
    lines = written(line_hash(one) for one in changes)
    told = [change(kind="withdrawal", record=record, field="lines", dev=device_name(dev), lam=50, val=lines)]
    if item:
        told.append(
            change(kind="withdrawal", record=record, field="item", dev=device_name(dev), seq=2, lam=51, val=item)
        )
    return told


def test_what_is_withdrawn_is_as_if_it_had_never_been_written(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text=SECRET)["id"]
    other = desk.run(ADD, kind="note", text="stays")["id"]
    desk.run(WITHDRAW, record=note)
    assert [one.text for one in desk.reader.every(Note)] == ["stays"]
    assert {one.record for one in desk.changes() if one.kind == "note"} == {other}
    assert not search.find(desk.connection, "Testimonium")
    assert search.find(desk.connection, "stays")


def test_a_withdrawn_line_is_refused_when_it_comes_back(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text=SECRET)["id"]
    before = desk.changes()
    desk.run(WITHDRAW, record=note)
    state = desk.state()
    taken = desk.take(before)
    assert (taken.withdrawn, taken.new, taken.known) == (len(before), 0, 0)
    assert desk.state() == state


@pytest.mark.parametrize("order", list(permutations(range(5))))
def test_lines_and_withdrawals_may_come_in_any_order(order: tuple[int, ...]):
    lines = [change(val="public"), change(seq=2, lam=2, val="confidential"), change(field="note_kind", seq=3, val="x")]
    told = [*lines, *naming(lines[1], item="x")]
    whole, parts = MemoryDesk(0), MemoryDesk(1)
    whole.take(told)
    for place in order:
        parts.take([told[place]])
    assert whole.state() == parts.state()
    assert parts.reader.value("SELECT sensitivity FROM note") == "public", (
        "what the withdrawn line covered stands again"
    )
    rebuild(parts.connection)
    assert whole.state() == parts.state()
    assert held(whole.reader) == held(parts.reader)
    whole.close()
    parts.close()


def test_a_withdrawal_that_does_not_say_where_still_takes_out(desk: MemoryDesk):
    line = change()
    desk.take([line])
    taken = desk.take(naming(line))
    assert taken.removed == 1
    assert desk.visible().keys() == {"withdrawal"}


def test_a_withdrawn_number_counts_as_held_also_when_its_line_came_later(desk: MemoryDesk):
    lines = [change(seq=n, lam=n) for n in (1, 2, 3)]
    desk.take([*naming(lines[1]), lines[0], lines[2]])
    assert held(desk.reader)[BASE.dev] == [(1, 1), (3, 3)]
    desk.take([lines[1]])
    assert held(desk.reader)[BASE.dev] == [(1, 3)]


def test_a_withdrawal_is_not_withdrawn(desk: MemoryDesk):
    line = change()
    first = naming(line)
    desk.take([line, *first, *naming(*first, record="w2", dev=8)])
    assert {one.record for one in desk.changes()} == {"w1", "w2"}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_of_a_fork_the_other_line_counts_when_one_is_withdrawn(order: tuple[int, ...]):
    one, other = sorted((change(val="public"), change(val="confidential")), key=line_hash)
    told = [one, other, naming(one)[0]]
    desk = MemoryDesk(0)
    for place in order:
        desk.take([told[place]])
    assert desk.reader.value("SELECT sensitivity FROM note") == other.val
    assert of_dot(desk.connection, one.dev, one.seq) == []
    assert desk.reader.value("SELECT forked FROM device WHERE dev = ?", one.dev) == 1
    desk.close()


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_a_fork_is_known_also_when_both_its_lines_are_withdrawn(order: tuple[int, ...]):
    one, other = change(val="public"), change(val="confidential")
    told = [one, other, naming(one, other)[0]]
    desk = MemoryDesk(0)
    for place in order:
        desk.take([told[place]])
    assert desk.reader.value("SELECT forked FROM device WHERE dev = ?", one.dev) == 1
    desk.close()


def test_a_withdrawal_that_lost_a_fork_still_withdraws():
    line = change()
    told = naming(line)[0]
    rivals = [
        change(kind="withdrawal", record="w1", field="cause", dev=told.dev, lam=n, val="other") for n in (1, 2, 3)
    ]
    for order in ([told, *rivals, line], [*rivals, line, told], [line, rivals[0], told, *rivals]):
        desk = MemoryDesk(0)
        for one in order:
            desk.take([one])
        assert desk.reader.get(Note, "x") is None
        rebuild(desk.connection)
        assert desk.reader.get(Note, "x") is None
        desk.close()


def test_what_comes_after_a_withdrawal_and_is_not_named_is_listed(desk: MemoryDesk):
    line = change()
    desk.take([line, *naming(line, item="x")])
    assert late_lines(desk.reader) == []
    desk.take([change(seq=2, lam=2, val="public")])
    assert late_lines(desk.reader) == ["x"]


def test_undo_and_drafts_hold_nothing_of_what_was_withdrawn(desk: MemoryDesk):
    note = desk.run(ADD, kind="note", text=SECRET)["id"]
    desk.run(EDIT, id=note, text="milder")
    desk.run(ADD, kind="note", text="stays")
    drafts.keep(desk.connection, f"correction/{note}", SECRET, "now")
    drafts.keep(desk.connection, "session/other", "stays", "now")
    desk.run(WITHDRAW, record=note)
    tables = ("change", "note", "command", "command_cell", "stand", "draft", "fork")
    told = str([desk.reader.rows(f"SELECT * FROM {table}") for table in tables])
    assert SECRET not in told
    assert "milder" not in told
    assert drafts.held(desk.connection, "session/other") == "stays"


def test_what_names_no_line_is_read_over():
    digest = line_hash(BASE)
    assert read(written([digest]) + "\nAAAA\n!!\n\nünicode") == {digest}
    assert read(None) == read(5) == read("") == set()


def test_no_byte_of_a_withdrawn_text_stays_in_the_file(tmp_path: Path, profile: Path):
    path = tmp_path / "a.hrdesk"
    desk = Desk.create(path, Profile(profile))
    notes = [desk.run(ADD, kind="note", text=f"{SECRET if n % 7 == 3 else 'plain'} {n} " * 9)["id"] for n in range(120)]
    for note in notes[3::7]:
        desk.run(EDIT, id=note, text=f"{SECRET} again")
        desk.keep_draft(f"correction/{note}", SECRET)
    assert SECRET in bytes_of(tmp_path)
    for note in notes[3::7]:
        desk.run(WITHDRAW, record=note)
    assert clean_up(desk.file)
    with desk.file.writing_already() as connection:
        assert not is_due(connection)
    assert SECRET not in bytes_of(tmp_path), "while the desk is open"
    assert "estimoni" not in bytes_of(tmp_path)
    desk.close()
    assert SECRET not in bytes_of(tmp_path), "in the closed file"
    again = Desk.open(path, Profile(profile))
    with again.reading() as reader:
        assert len(reader.every(Note)) == 120 - len(notes[3::7])
    again.close()


def bytes_of(folder: Path) -> str:
    """Give all bytes of a desk and its companions, in lower-case words as an index would keep them too."""
    found = b"".join(file.read_bytes() for file in sorted(folder.glob("a.hrdesk*")))
    return found.decode("latin-1")


@pytest.mark.parametrize("sql", [WITHDRAWN_AMONG, SHARED_NUMBERS])
def test_what_was_withdrawn_is_looked_up_by_index(desk: MemoryDesk, sql: str):
    found = " / ".join(row["detail"] for row in desk.reader.rows(f"EXPLAIN QUERY PLAN {sql}", "[]"))
    assert "SEARCH w USING" in found
    assert "SCAN w" not in found
