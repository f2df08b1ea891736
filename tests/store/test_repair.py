"""Repair: a backup first, then everything derived anew; where pages are damaged, what can be read goes into a new file."""

import os
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store import backup, desk_file, driver, trust
from hrdesk.store import repair as repair_module
from hrdesk.store.encryption import Key
from hrdesk.store.identity import Profile
from hrdesk.store.repair import readable_rows, repair
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

AT = "2026-11-20T12:00:00.000Z"
PAGE = 4096


@pytest.fixture(params=["plain", "encrypted"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return Key(os.urandom(32), os.urandom(16)) if request.param == "encrypted" else None


@pytest.fixture
def path(tmp_path: Path, profile: Path, key: Key | None) -> Path:
    desk = Desk.create(tmp_path / "workshop.hrdesk", Profile(profile), key=key)
    session = desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]
    for number in range(60):
        desk.run(COMMANDS["keep-note"], session=session, text=f"note {number} " + "of some length " * 30)
    desk.close()
    return desk.path


def test_a_sound_desk_is_left_as_it_is_but_for_what_is_derived(path: Path, key: Key | None):
    before = verify(path, key)
    done = repair(path, key, AT)
    assert (done.before, done.after, done.carried_over) == ((), (), None)
    assert done.backup is not None
    assert done.backup.why == "repair"
    assert verify(path, key) == before
    assert done.changes == before.changes


def test_what_is_derived_is_made_anew(path: Path, key: Key | None):
    connection = driver.connect(path, writing=True, key=key)
    connection.execute("UPDATE note SET text = 'nobody wrote this'")
    connection.execute("DELETE FROM session")
    connection.close()
    assert verify(path, key).faults
    done = repair(path, key, AT)
    assert len(done.before) == 2
    assert done.after == ()
    assert verify(path, key).faults == ()
    assert done.backup is not None
    assert verify(done.backup.path, key).faults, "the backup is what was there"


@pytest.mark.parametrize("where", [0.4, 0.7, 0.8])  # 0.6 of an encrypted file is a page that names its tables
def test_what_can_be_read_of_a_damaged_file_is_carried_over_and_nothing_overwritten(
    path: Path, key: Key | None, profile: Path, where: float
):
    whole = verify(path, key).changes
    data = bytearray(path.read_bytes())
    page = _page_of_the_journal(path, key, where) if key is None else int(len(data) // PAGE * where)
    data[page * PAGE : (page + 1) * PAGE] = os.urandom(PAGE)
    path.write_bytes(bytes(data))
    done = repair(path, key, AT)
    assert done.before
    if done.carried_over is None:  # the page was in nothing but what is derived
        assert done.after == ()
        return
    assert path.read_bytes() == bytes(data)
    assert done.carried_over.name == "workshop (repaired).hrdesk"
    assert done.after == ()
    assert whole >= done.changes > whole * 0.6
    assert done.backup is not None
    assert done.backup.path.read_bytes() == bytes(data)
    desk = Desk.open(done.carried_over, Profile(profile), key=key)
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM note") > 30
    desk.close()


def test_a_file_of_which_nothing_can_be_read_is_refused_and_not_touched(tmp_path: Path, profile: Path):
    path = tmp_path / "a.hrdesk"
    Desk.create(path, Profile(profile)).close()
    data = path.read_bytes()[:200] + os.urandom(len(path.read_bytes()) - 200)
    path.write_bytes(data)
    with pytest.raises(Refused):
        repair(path, None, AT)
    assert path.read_bytes() == data
    assert [one.why for one in backup.list_of(path)] == ["damaged"]


def test_rows_behind_a_damaged_page_are_found(tmp_path: Path):
    path = tmp_path / "table.db"
    connection = driver.connect(path, writing=True)
    connection.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, told TEXT)")
    rows = [(device << 40 | number, "x" * 300) for device in (1, 2, 9) for number in range(1, 200)]
    connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
    connection.close()
    data = bytearray(path.read_bytes())
    for page in (20, 21, 35):
        data[page * PAGE : (page + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(bytes(data))
    found = [row[0] for row in readable_rows(lambda: driver.connect(path), "t", "id")]
    assert found == sorted(set(found))
    assert len(rows) - 3 * 15 <= len(found) < len(rows)


def _page_of_the_journal(path: Path, key: Key | None, where: float) -> int:
    """Find a page of the table of changes: one that holds a nonce of a change in the middle."""
    connection = driver.connect(path, key=key)
    rows = connection.execute("SELECT nonce FROM change ORDER BY id").fetchall()
    connection.close()
    nonce = rows[int(len(rows) * where)][0].encode()
    return path.read_bytes().index(nonce) // PAGE


def test_a_desk_that_was_carried_over_goes_by_the_roster_it_went_by(path: Path, key: Key | None, tmp_path: Path):
    connection = driver.connect(path, writing=True, key=key)
    connection.execute("BEGIN IMMEDIATE")
    trust.pin_root(connection, "b" * 16)
    connection.execute("COMMIT")
    connection.close()
    target = tmp_path / "anew.hrdesk"
    assert repair_module._carry_over(path, key, target)
    with desk_file.reader(target, key=key) as reader:
        assert trust.root_of(reader, "a" * 16) == "b" * 16
