"""A file stands in its place whole, or what was there before does."""

import os
import sys
from pathlib import Path

import pytest

from hrdesk.errors import Refused
from hrdesk.store.placing import check_place, placed


def test_what_is_written_stands_in_its_place(tmp_path: Path):
    with placed(tmp_path / "x") as file:
        file.write(b"told")
    assert (tmp_path / "x").read_bytes() == b"told"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


@pytest.mark.parametrize("what", ["fsync", "replace", "writing", "looking", "another", "read"])
def test_whatever_fails_what_was_there_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str):
    target = tmp_path / "x"
    target.write_bytes(b"before")

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    def look(path: Path) -> None:
        if what == "looking":
            fail()
        if what == "another":
            raise Refused("It is not whole.")

    if what == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    if what == "replace":
        monkeypatch.setattr(Path, "replace", fail)

    def write() -> None:
        with placed(target, look) as file:
            file.write(b"after")
            if what == "writing":
                fail()
            if what == "read":  # as a stick does that forgets
                file.flush()
                os.truncate(tmp_path / ".x.new", 0)

    with pytest.raises(Refused):
        write()
    monkeypatch.undo()
    assert target.read_bytes() == b"before"
    assert [one.name for one in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path):
    with pytest.raises(Refused, match="cannot be written"), placed(tmp_path / "none" / "x") as file:
        file.write(b"x")


def test_a_desk_file_is_not_written_over(tmp_path: Path):
    target = tmp_path / "x"
    target.write_bytes(b"SQLite format 3\x00")
    with pytest.raises(Refused, match="desk file"), placed(target) as file:
        file.write(b"x")


@pytest.mark.skipif(sys.platform == "win32", reason="a link asks for rights there")
def test_a_link_that_lies_on_a_strangers_stick_is_not_followed(tmp_path: Path):
    ours, target = tmp_path / "desk.hrdesk", tmp_path / "x"
    ours.write_bytes(b"ours")
    for write in (lambda: check_place(target), lambda: _write(target)):
        (tmp_path / ".x.new").symlink_to(ours)
        write()
        assert ours.read_bytes() == b"ours"
    target.unlink()
    target.symlink_to(ours)
    _write(target)
    assert ours.read_bytes() == b"ours"


def _write(target: Path) -> None:
    with placed(target) as file:
        file.write(b"told")
