"""Taking bundles in: twice, in any order, looked at first, stopped half-way, from a starter."""

from itertools import permutations
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.merging import join, look, merge
from hrdesk.exchange.queries import authors, incoming
from hrdesk.store.identity import Profile
from hrdesk.store.verification import derived, verify
from tests.exchange.rooms import Room


@pytest.fixture
def bundles(tmp_path: Path) -> list[Path]:
    """Give the bundles of three desks that edited one consultation."""
    rooms = [Room.make(tmp_path, name) for name in ("staff", "left", "right")]
    session = rooms[0].start(sensitivity="public")
    note = rooms[0].note(session, "base")
    for room in rooms[1:]:
        room.take(rooms[0])
        room.do("edit", id=note, text=f"from {room.desk.path.stem}")
        room.note(session, f"new from {room.desk.path.stem}")
    rooms[1].do("delete", id=note)
    paths = [room.write() for room in rooms]
    for room in rooms:
        room.desk.close()
    return paths


def state(desk: Desk) -> object:
    with desk.reading() as reader:
        return derived(reader)


def test_any_order_and_any_number_of_times_give_the_same_desk(tmp_path: Path, bundles: list[Path], profile: Path):
    states = []
    for number, order in enumerate(permutations(bundles)):
        desk = Desk.create(tmp_path / f"{number}.hrdesk", Profile(profile))
        merge(desk, [*order, order[0], *order])
        states.append(state(desk))
        desk.close()
        assert verify(desk.path).faults == ()
    assert all(one == states[0] for one in states)


def test_merging_makes_no_change(room: Room, bundles: list[Path]):
    done = merge(room.desk, bundles)
    with room.desk.reading() as reader:
        held = reader.dots()
    assert held == {(one.dev, one.seq) for path in bundles for one in read_bundle(path).changes}
    assert sum(one.new for one in done) == len(held)
    assert [one.new for one in merge(room.desk, bundles)] == [0, 0, 0]


def test_a_look_tells_what_is_new_and_changes_nothing(room: Room, bundles: list[Path]):
    before = state(room.desk)
    with room.desk.reading() as reader:
        seen = look(read_bundle(bundles[0]), reader)
        alone = look(read_bundle(bundles[0]), None)
    assert state(room.desk) == before
    assert seen == alone
    assert (seen.known, seen.records["note"], seen.new_records["note"]) == (0, 1, 1)
    merge(room.desk, bundles[:1])
    with room.desk.reading() as reader:
        again = look(read_bundle(bundles[1]), reader)
    assert again.known > 0
    assert again.new > 0
    assert len(again.authors) == 2


def test_a_merge_that_is_stopped_holds_whole_bundles(room: Room, bundles: list[Path]):
    def stop(done: int, _all: int) -> bool:
        return done < 1

    assert len(merge(room.desk, bundles, progress=stop)) == 1
    with room.desk.reading() as reader:
        assert reader.dots() == {(one.dev, one.seq) for one in read_bundle(bundles[0]).changes}
        assert [row["name"] for row in incoming(reader)] == [bundles[0].name]


def test_listeners_hear_of_a_merge_once_and_not_of_one_that_brought_nothing(room: Room, bundles: list[Path]):
    heard: list[str] = []
    room.desk.listeners.append(lambda told: heard.append(told.command))
    merge(room.desk, bundles[:1])
    assert heard == ["merge"]
    merge(room.desk, bundles[:1])
    assert heard == ["merge"]


def test_authors_are_named_by_their_seats(room: Room, other: Room):
    room.start(sensitivity="public")
    room.do("take-seat", name="Staff", role="staff")
    other.take(room)
    other.do("take-seat", name="Left", role="rapporteur")
    room.take(other)
    with room.desk.reading() as reader:
        assert sorted(one["by"] for one in authors(reader)) == ["Left", "Staff"]


def test_a_starter_makes_a_desk_that_holds_the_same_consultation(tmp_path: Path, room: Room):
    session = room.start(sensitivity="public")
    starter = room.write("starter")
    desk = join(starter, tmp_path / "joined.hrdesk", Profile(tmp_path / "other"))
    assert state(desk) == state(room.desk)
    assert desk.file.device != room.desk.file.device
    with desk.reading() as reader:
        assert reader.value("SELECT id FROM session") == session
    desk.close()


def test_a_bundle_without_a_consultation_is_no_starter_and_leaves_no_file(tmp_path: Path, room: Room):
    room.add("lesson", text="x")
    with pytest.raises(Refused):
        join(room.write(), tmp_path / "joined.hrdesk", Profile(tmp_path / "other"))
    assert not (tmp_path / "joined.hrdesk").exists()


def test_joining_over_a_file_is_refused(tmp_path: Path, room: Room):
    room.start()
    path = tmp_path / "joined.hrdesk"
    path.write_bytes(b"mine")
    with pytest.raises(Refused):
        join(room.write(), path, Profile(tmp_path / "other"))
    assert path.read_bytes() == b"mine"
