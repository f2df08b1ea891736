"""Backups: whole copies that are verified, rotated, restored and cleaned, and carried along when the key changes."""

import itertools
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrdesk.desk import Announcement, Desk
from hrdesk.errors import Refused
from hrdesk.records import Withdrawal
from hrdesk.store import backup, copying, desk_file, driver, vanishing, withdrawals
from hrdesk.store.backup import Backup, to_drop
from hrdesk.store.encryption import Key, opens
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source
from hrdesk.store.lock import WriterLock
from hrdesk.store.rekeying import change_key
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
AT = "2026-11-20T12:00:00.000Z"


class Keeper:
    """A desk with a session, and what the tests ask of it again and again."""

    def __init__(self, folder: Path, profile: Path, key: Key | None) -> None:
        ticks = itertools.count()
        self.profile = Profile(profile)
        self.clock = lambda: NOW + timedelta(seconds=next(ticks))
        self.desk = Desk.create(folder / "workshop.hrdesk", self.profile, self.clock, key)
        self.path = self.desk.path
        self.session = self.desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]

    def note(self, text: str) -> str:
        return str(self.desk.run(COMMANDS["keep-note"], session=self.session, text=text)["id"])

    def texts(self) -> list[str]:
        with self.desk.reading() as reader:
            return [row["text"] for row in reader.rows("SELECT text FROM note WHERE _state = 0 ORDER BY text")]


@pytest.fixture(params=["plain", "encrypted"])
def keeper(request: pytest.FixtureRequest, tmp_path: Path, profile: Path):
    key = Key(os.urandom(32), os.urandom(16)) if request.param == "encrypted" else None
    (tmp_path / "desks").mkdir()
    made = Keeper(tmp_path / "desks", profile, key)
    yield made
    made.desk.close()


def test_a_backup_is_a_whole_desk_encrypted_like_the_desk(keeper: Keeper):
    keeper.note("first")
    made = keeper.desk.back_up("asked")
    assert made.path.parent == keeper.path.with_name("workshop.hrdesk.backups")
    assert backup.list_of(keeper.path) == [made]
    key = keeper.desk.file.key
    assert (made.path.read_bytes()[:16] == b"SQLite format 3\x00") is (key is None)
    assert verify(made.path, key).faults == ()
    assert sorted(file.name for file in made.path.parent.iterdir()) == [made.path.name]


def test_restoring_keeps_what_was_there_empties_undo_and_starts_an_incarnation(keeper: Keeper):
    keeper.note("before")
    kept = keeper.desk.back_up("merge")
    keeper.note("after")
    before = keeper.desk.file.device
    told: list[Announcement] = []
    keeper.desk.listeners.append(told.append)
    keeper.desk.restore(kept)
    assert keeper.texts() == ["before"]
    assert keeper.desk.file.device != before
    assert keeper.desk.next_undo() is None
    assert keeper.desk.next_redo() is None
    assert told == [Announcement("restore", frozenset(), None)]
    newest = backup.list_of(keeper.path)[0]
    assert newest.why == "restore"
    keeper.note("anew")
    keeper.desk.restore(newest)
    assert keeper.texts() == ["after", "before"]


def test_the_desk_goes_on_after_a_restore_and_is_sound(keeper: Keeper):
    kept = keeper.desk.back_up("asked")
    keeper.note("lost")
    keeper.desk.restore(kept)
    keeper.note("kept")
    key = keeper.desk.file.key
    keeper.desk.close()
    assert verify(keeper.path, key).faults == ()
    assert sorted(file.name for file in keeper.path.parent.iterdir()) == [keeper.path.name, "workshop.hrdesk.backups"]


def test_a_restore_waits_for_no_reader_for_ever_and_leaves_the_desk_open(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(desk_file, "PATIENCE", 0.1)
    kept = keeper.desk.back_up("asked")
    keeper.note("still here")
    keeper.desk.file._connection.execute("PRAGMA busy_timeout = 50")  # SQLite's own five seconds of waiting
    with keeper.desk.reader() as reader:
        assert reader.value("SELECT count(*) FROM note") == 1
        with pytest.raises(Refused, match="is being read"):
            keeper.desk.restore(kept)
    assert keeper.texts() == ["still here"]
    keeper.note("and goes on")
    assert len(keeper.texts()) == 2


def test_a_desk_that_is_damaged_or_gone_is_restored_and_kept_as_found(keeper: Keeper):
    keeper.note("kept")
    kept = keeper.desk.back_up("asked")
    key = keeper.desk.file.key
    keeper.desk.close()
    keeper.path.write_bytes(b"damaged")
    found = backup.restore(keeper.path, kept, key, AT)
    assert found is not None
    assert found.why == "damaged"
    assert found.path.read_bytes() == b"damaged"
    assert verify(keeper.path, key).faults == ()
    keeper.path.unlink()
    assert backup.restore(keeper.path, kept, key, AT) is None
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    assert keeper.texts() == ["kept"]


def test_a_desk_that_is_open_elsewhere_is_not_restored(keeper: Keeper):
    kept = keeper.desk.back_up("asked")
    key = keeper.desk.file.key
    keeper.desk.close()
    lock = WriterLock(keeper.path)
    assert lock.take()
    try:
        with pytest.raises(Refused, match="open for writing"):
            backup.restore(keeper.path, kept, key, AT)
    finally:
        lock.drop()


def test_a_damaged_backup_is_refused_and_the_desk_is_as_it_was(keeper: Keeper):
    for number in range(40):
        keeper.note(f"a longer note with the number {number} " * 20)
    kept = keeper.desk.back_up("asked")
    data = bytearray(kept.path.read_bytes())
    data[4096 * 8 : 4096 * 12] = os.urandom(4096 * 4)
    kept.path.write_bytes(bytes(data))
    with pytest.raises(Refused):
        keeper.desk.restore(kept)
    assert len(keeper.texts()) == 40
    keeper.note("goes on")


def test_a_full_disk_makes_no_backup_and_one_sentence(keeper: Keeper, monkeypatch: pytest.MonkeyPatch):
    made = keeper.desk.back_up("asked")

    def full(*_told: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(copying, "sync", full)
    with pytest.raises(Refused, match="No backup"):
        keeper.desk.back_up("schedule")
    assert backup.list_of(keeper.path) == [made]
    assert [file.name for file in made.path.parent.iterdir()] == [made.path.name]


def test_two_backups_in_one_millisecond_are_two(keeper: Keeper):
    key = keeper.desk.file.key
    names = {backup.make_of(keeper.path, key, "asked", AT).path for _ in range(3)}
    assert len(names) == 3


def test_another_key_for_the_desk_is_another_key_for_every_backup(keeper: Keeper):
    keeper.note("kept")
    keeper.desk.back_up("asked")
    keeper.desk.back_up("merge")
    broken = keeper.desk.back_up("schedule")
    broken.path.write_bytes(broken.path.read_bytes()[:5000])
    device = keeper.desk.file.device
    other = Key(os.urandom(32), os.urandom(16))
    assert change_key(keeper.desk.file, other) == [broken.path.name]
    held = backup.list_of(keeper.path)
    assert [one.why for one in held] == ["merge", "asked"]
    assert all(opens(other, one.path) for one in [*held, Backup(keeper.path, AT, "asked")])
    assert keeper.texts() == ["kept"]
    assert keeper.desk.file.device == device, "nothing went back, so that the device goes on counting"
    keeper.desk.restore(held[0])
    change_key(keeper.desk.file, None)
    keeper.desk.close()
    for one in [keeper.path, *(kept.path for kept in backup.list_of(keeper.path))]:
        assert verify(one).faults == ()
    names = sorted(file.name for file in keeper.path.parent.rglob(".*"))
    assert names == [], "nothing that was begun is left"


def test_what_fails_after_the_desk_was_put_in_place_is_finished_when_it_is_opened(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
):
    keeper.note("kept")
    kept = keeper.desk.back_up("asked")
    key, wipe = Key(os.urandom(32), os.urandom(16)), copying.wipe

    def broken(path: Path) -> None:
        if path.name.endswith(".old"):
            raise OSError(5, "Input/output error")
        wipe(path)

    monkeypatch.setattr(copying, "wipe", broken)
    assert change_key(keeper.desk.file, key) == []
    keeper.note("goes on")
    assert list(keeper.path.parent.rglob(".*.old"))
    monkeypatch.undo()
    keeper.desk.close()
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    assert keeper.texts() == ["goes on", "kept"]
    assert list(keeper.path.parent.rglob(".*")) == []
    assert verify(kept.path, key).faults == ()


@pytest.mark.parametrize("at", [1, 2, 3])
def test_a_full_disk_leaves_the_desk_and_its_backups_with_their_key(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, at: int
):
    keeper.note("kept")
    keeper.desk.back_up("asked")
    keeper.desk.back_up("merge")
    key, sync, calls = keeper.desk.file.key, copying.sync, itertools.count(1)

    def full(path: Path) -> None:
        if next(calls) == at:
            raise OSError(28, "No space left on device")
        sync(path)

    monkeypatch.setattr(copying, "sync", full)
    with pytest.raises(Refused, match="No space left"):
        change_key(keeper.desk.file, Key(os.urandom(32), os.urandom(16)))
    monkeypatch.undo()
    keeper.note("goes on")
    assert keeper.texts() == ["goes on", "kept"]
    assert list(keeper.path.parent.rglob(".*")) == []
    keeper.desk.close()
    for one in [keeper.path, *(kept.path for kept in backup.list_of(keeper.path))]:
        assert verify(one, key).faults == ()


def test_what_was_readable_is_overwritten_when_a_desk_is_encrypted(tmp_path: Path, profile: Path):
    keeper = Keeper(tmp_path, profile, None)
    keeper.note("a sentence in the clear")
    os.link(keeper.path, tmp_path / "the same sectors")
    made = keeper.desk.back_up("asked")
    os.link(made.path, tmp_path / "the backup's sectors")
    change_key(keeper.desk.file, Key(os.urandom(32), os.urandom(16)))
    keeper.desk.close()
    for name in ("the same sectors", "the backup's sectors"):
        assert set((tmp_path / name).read_bytes()) == {0}


def test_lines_that_were_withdrawn_vanish_from_every_backup(keeper: Keeper):
    keeper.note("stays")
    gone = keeper.note("a testimony")
    keeper.desk.keep_draft(f"note/{gone}", "a testimony, typed again")
    keeper.desk.back_up("asked")
    broken = keeper.desk.back_up("merge")
    broken.path.write_bytes(b"not a desk")
    key = keeper.desk.file.key
    with keeper.desk.reading() as reader:
        hashes = withdrawals.hashes_of(reader, gone)
    assert backup.clean(keeper.path, hashes, key) == [broken.path.name]
    (left,) = backup.list_of(keeper.path)
    assert verify(left.path, key).faults == ()
    connection = driver.connect(left.path, key=key)
    assert [row[0] for row in connection.execute("SELECT text FROM note")] == ["stays"]
    connection.close()
    if key is None:
        assert b"testimony" not in left.path.read_bytes()
    keeper.desk.restore(left)
    assert keeper.texts() == ["stays"]


def test_leave_nothing_here(keeper: Keeper):
    keeper.desk.back_up("asked")
    keeper.desk.close()
    backup.destroy(keeper.path)
    assert list(keeper.path.parent.iterdir()) == []


def test_a_change_of_the_key_that_was_stopped_is_finished_or_forgotten(keeper: Keeper):
    """Stopped after the desk had its new key, the backups follow; stopped before, they stay as they are."""
    kept = keeper.desk.back_up("asked")
    before, other = keeper.desk.file.key, Key(os.urandom(32), os.urandom(16))
    copying.copy(kept.path, before, copying.beside(kept.path), other)
    copying.copy(keeper.path, before, copying.beside(keeper.path), other)
    keeper.desk.close()
    Desk.open(keeper.path, keeper.profile, keeper.clock, before).close()
    assert list(keeper.path.parent.rglob(".*")) == []
    assert verify(kept.path, before).faults == ()
    copying.copy(kept.path, before, copying.beside(kept.path), other)
    copying.copy(keeper.path, before, copying.beside(keeper.path), other)
    copying.beside(keeper.path).replace(keeper.path)
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, other)
    assert list(keeper.path.parent.rglob(".*")) == []
    assert verify(kept.path, other).faults == ()


def test_a_change_of_the_key_that_was_stopped_before_the_file_was_put_in_place_overwrites_nothing(keeper: Keeper):
    """The second name was given, and the first still is that of the file that counts."""
    keeper.note("kept")
    kept = keeper.desk.back_up("asked")
    key = keeper.desk.file.key
    keeper.desk.close()
    for file in (keeper.path, kept.path):
        os.link(file, file.with_name(f".{file.name}.old"))
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    assert keeper.texts() == ["kept"]
    assert list(keeper.path.parent.rglob(".*")) == []
    assert verify(kept.path, key).faults == ()


MOMENTS = st.lists(
    st.tuples(st.integers(0, 60 * 24 * 40), st.sampled_from(sorted(backup.WHYS))),
    max_size=60,
    unique_by=lambda one: one[0],
)


@given(MOMENTS)
@settings(max_examples=60)
def test_rotation_keeps_the_newest_one_a_day_and_those_before_merges(moments: list[tuple[int, str]]):
    held = [_backup(minutes, why) for minutes, why in moments]
    dropped = to_drop(held, NOW)
    kept = [one for one in held if one not in dropped]
    newest = sorted(held, key=lambda one: one.at, reverse=True)
    assert set(newest[: backup.NEWEST]) <= set(kept)
    whole = [one for one in held if one.is_whole]
    if whole:
        assert max(whole, key=lambda one: one.at) in kept
    for minutes, why in moments:
        if why == "merge" and minutes < 60 * 24 * backup.DAYS_OF_MERGES:
            assert _backup(minutes, why) in kept
    for days in range(backup.DAYS - 1):
        that_day = [one for one in whole if one.at[:10] == f"{NOW - timedelta(days=days):%Y-%m-%d}"]
        assert not that_day or any(one in kept for one in that_day)
    assert to_drop(kept, NOW) == []


def _backup(minutes: int, why: str) -> Backup:
    at = f"{NOW - timedelta(minutes=minutes):%Y-%m-%dT%H:%M:%S}.000Z"
    return Backup(Path(at), at, why)


def test_a_restore_starts_an_incarnation_also_where_nothing_was_written_since(keeper: Keeper):
    keeper.note("before")
    kept = keeper.desk.back_up("asked")
    before, key = keeper.desk.file.device, keeper.desk.file.key
    keeper.desk.restore(kept)
    assert keeper.desk.file.device != before
    keeper.note("after")
    written = keeper.desk.file.device
    assert written != before
    keeper.desk.close()
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    keeper.note("and goes on")
    assert keeper.desk.file.device == written
    keeper.desk.close()
    backup.restore(keeper.path, kept, key, AT)
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    keeper.note("anew")
    assert keeper.desk.file.device not in {before, written}


@pytest.mark.parametrize("closed", [False, True])
def test_what_was_withdrawn_stays_withdrawn_when_an_older_copy_is_restored(
    keeper: Keeper, tmp_path: Path, closed: bool
):
    """A copy that was carried away cannot be cleaned; restored, it says no more than the desk did."""
    gone = keeper.note("a testimony")
    kept = keeper.desk.back_up("asked")
    away = Backup(tmp_path / "copy.hrdesk", kept.at, kept.why)
    away.path.write_bytes(kept.path.read_bytes())
    with keeper.desk.reading() as reader:
        lines = [one for one in reader.changes() if one.record == gone]
    keeper.desk.run(COMMANDS["withdraw"], item=gone)
    key = keeper.desk.file.key
    if closed:
        keeper.desk.close()
        backup.restore(keeper.path, away, key, AT)
        keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    else:
        keeper.desk.restore(away)
    assert keeper.texts() == []
    with keeper.desk.reading() as reader:
        assert [one.item for one in reader.every(Withdrawal)] == [gone]
    taken = keeper.desk.take_in(lines, Source("0" * 64, "old.hrdesk.json", "a" * 16 + ".1"))
    assert (taken.new, taken.withdrawn) == (0, len(lines))
    keeper.desk.close()
    assert verify(keeper.path, key).faults == ()
    assert b"testimony" not in keeper.path.read_bytes()


def test_what_was_not_cleaned_when_the_program_was_killed_is_cleaned_at_the_next_opening(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
):
    gone = keeper.note("a testimony")
    kept = keeper.desk.back_up("asked")
    key = keeper.desk.file.key
    with monkeypatch.context() as patched:
        patched.setattr(vanishing, "clean", lambda _file: None)
        keeper.desk.run(COMMANDS["withdraw"], item=gone)
    keeper.desk.close()
    keeper.desk = Desk.open(keeper.path, keeper.profile, keeper.clock, key)
    for path in (keeper.path, kept.path):
        connection = driver.connect(path, key=key)
        assert (
            connection.execute("SELECT count(*) FROM change WHERE record = ? AND field <> '_del'", (gone,)).fetchone()[
                0
            ]
            == 0
        )
        connection.close()
        assert b"testimony" not in path.read_bytes()


def test_a_file_that_is_named_like_a_backup_of_no_day_is_read_over(keeper: Keeper):
    kept = keeper.desk.back_up("asked")
    (kept.path.parent / "20269999T999999999Z-asked.hrdesk").write_bytes(b"x")
    assert backup.list_of(keeper.path) == [kept]
    keeper.desk.back_up("asked")
