"""The writer's lock: one holder, gone with its process, never left behind."""

from pathlib import Path

from hrdesk.store.lock import WriterLock, lock_file


def test_one_holder_at_a_time(tmp_path: Path):
    desk = tmp_path / "a.hrdesk"
    first, second = WriterLock(desk), WriterLock(desk)
    assert first.take()
    assert not second.take()
    second.drop()
    assert not WriterLock(desk).take()
    first.drop()
    first.drop()
    assert second.take()
    second.drop()
    assert list(tmp_path.iterdir()) == []


def test_a_lock_file_that_nobody_holds_is_no_hindrance(tmp_path: Path):
    desk = tmp_path / "a.hrdesk"
    lock_file(desk).write_bytes(b"")
    lock = WriterLock(desk)
    assert lock.take()
    lock.drop()
    assert list(tmp_path.iterdir()) == []
