"""The mark of a desk: in place and quick while the desk is written, and never trusted when it may be too old."""

from pathlib import Path

import msgspec
import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store import marks, private_files
from hrdesk.store.change import new_nonce
from hrdesk.store.identity import Profile
from hrdesk.store.intake import Source
from hrdesk.store.marks import BLOCK, Mark, MarkFile
from tests.store.test_identity import cut_power, write


@pytest.fixture
def file(tmp_path: Path) -> MarkFile:
    return MarkFile(tmp_path / "desks" / "one.json")


def test_what_was_kept_is_read(file: MarkFile):
    file.keep(Mark(3, 41, "/there/né.hrdesk"))
    read = file.read()
    assert read is not None
    assert (read.incarnation, read.highest, read.place) == (3, 41, "/there/né.hrdesk")
    assert read.is_sure


def test_only_the_first_mark_waits_for_the_disk(file: MarkFile, monkeypatch: pytest.MonkeyPatch):
    waited: list[bytes] = []
    real = private_files.write_privately

    def waits(path: Path, told: bytes) -> None:
        waited.append(told)
        real(path, told)

    monkeypatch.setattr(marks, "write_privately", waits)
    for number in range(1, 2000, 99):
        file.keep(Mark(1, number, "here"))
        read = file.read()
        assert read is not None
        assert read.highest == number
    assert len(waited) == 1
    file.close()
    assert len(waited) == 2


def test_a_mark_of_another_run_is_not_sure_until_the_desk_was_closed(file: MarkFile, monkeypatch: pytest.MonkeyPatch):
    file.keep(Mark(1, 7, "here"))
    monkeypatch.setattr(marks, "name_of_run", lambda: "the next run")
    assert not (file.read() or Mark(0, 0, "")).is_sure
    file.close()
    assert file.read() == Mark(1, 7, "here")


@pytest.mark.parametrize("instead", [b"", b" " * BLOCK * 2, None])
def test_what_lies_there_instead_is_written_anew(file: MarkFile, instead: bytes | None):
    file.keep(Mark(1, 1, "here"))
    if instead is None:
        file.path.unlink()
    else:
        file.path.write_bytes(instead)
    file.keep(Mark(1, 2, "here"))
    assert (file.read() or Mark(0, 0, "")).highest == 2


def test_a_file_that_was_put_in_its_place_is_the_one_that_is_written(file: MarkFile):
    file.keep(Mark(1, 1, "here"))
    restored = file.path.with_name("restored")
    restored.write_bytes(file.path.read_bytes())
    restored.replace(file.path)
    for number in (2, 3):
        file.keep(Mark(1, number, "here"))
        assert (file.read() or Mark(0, 0, "")).highest == number
    file.close()


def test_a_place_that_cannot_be_written_is_refused_and_closing_is_not(file: MarkFile, tmp_path: Path):
    file.keep(Mark(1, 1, "here"))
    file.path.unlink()
    file.path.parent.rmdir()
    (tmp_path / "desks").write_text("in the way")
    with pytest.raises(Refused, match="cannot be written"):
        file.keep(Mark(1, 2, "here"))
    file.close()


def test_closing_a_desk_in_which_nothing_was_written_writes_no_mark(file: MarkFile):
    file.close()
    assert not file.path.parent.exists()


def test_what_was_written_before_the_machine_stopped_is_ours_to_seal(tmp_path: Path, profile: Path):
    """What stands under our name beyond the mark is taken for somebody else's: so an old mark is raised at once."""
    path = tmp_path / "one.hrdesk"
    write(path, profile)
    cut_power(path, profile, tmp_path / "backup")
    opened = Desk.open(path, Profile(profile))
    mark = Profile(profile).mark(opened.file.desk_id)
    with opened.reading() as reader:
        numbers = [seq for _, seq in reader.dots()]
    opened.close()
    assert mark is not None
    assert mark.highest == max(numbers)
    assert not mark.is_sure


def test_lines_that_come_after_that_are_never_taken_for_ours(tmp_path: Path, profile: Path):
    """Only what stood there at the first opening is; later anybody may have brought lines under our name."""
    path = tmp_path / "one.hrdesk"
    write(path, profile)
    cut_power(path, profile, tmp_path / "backup")
    opened = Desk.open(path, Profile(profile))
    held = Profile(profile).mark(opened.file.desk_id)
    with opened.reading() as reader:
        last = reader.changes()[-1]
    forged = msgspec.structs.replace(last, seq=last.seq + 1, lam=last.lam + 1, n=new_nonce(), record="forged")
    opened.take_in([forged], Source("0" * 64, "x.hrdesk.json", last.dev))
    opened.close()
    Desk.open(path, Profile(profile)).close()
    assert Profile(profile).mark(opened.file.desk_id) == held
