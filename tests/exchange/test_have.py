"""What a desk has: a signed file, and bundles that leave out what is in it."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Have, is_bundle, is_have, read_bundle, read_have, write_have
from hrdesk.exchange.bundle.have import holds
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import merge
from tests.exchange.making import bundle, change, written
from tests.exchange.rooms import Room


def has(room: Room) -> Have:
    with room.desk.reading() as reader:
        path = room.desk.path.with_name(f"{room.desk.path.stem}-has.json")
        return write_have(reader, path, room.desk.file.profile, room.desk.file.now())


def delta(room: Room, have: Have) -> Path:
    target = room.desk.path.with_name(f"{room.desk.path.stem}-delta.json")
    with room.desk.reading() as reader:
        give(reader, target, room.desk.file.profile, room.desk.file.now(), have=have)
    return target


def dots(room: Room) -> set[tuple[str, int]]:
    with room.desk.reading() as reader:
        return reader.dots()


def test_what_is_written_is_read_again(room: Room):
    room.note(room.start(), "x")
    made = has(room)
    read = read_have(made.path)
    assert read == made
    assert (read.device, read.desk) == (room.desk.file.device, room.desk.file.desk_id)
    assert {(dev, seq) for dev, spans in read.held.items() for lo, hi in spans for seq in range(lo, hi + 1)} == dots(
        room
    )
    assert is_have(made.path)
    assert not is_bundle(made.path)


def test_a_desk_in_many_pieces_tells_of_the_widest(room: Room, monkeypatch: pytest.MonkeyPatch):
    from hrdesk.exchange.bundle import have as module

    monkeypatch.setattr(module, "MOST_INTERVALS", 2)
    monkeypatch.setattr(
        module, "held", lambda _: {"a" * 16 + ".1": [(1, 9), (11, 11), (13, 20)], "b" * 16 + ".1": [(1, 1)]}
    )
    assert has(room).held == {"a" * 16 + ".1": [(1, 9)]}


def test_an_empty_desk_has_nothing(room: Room):
    assert has(room).held == {}


def test_a_bundle_for_whoever_has_most_holds_the_rest(room: Room, other: Room):
    session = room.start(sensitivity="public")
    for number in range(20):
        room.note(session, f"{number}")
    merge(other.desk, [room.write()])
    other.note(session, "theirs")
    before = len(room.bundle())
    new = room.note(session, "new")
    small = read_bundle(delta(room, has(other)))
    assert small.header.delta
    assert {one.record for one in small.changes()} == {new}
    assert 0 < len(small) < 10 < before
    assert all(one.unsealed == 0 for one in small.authors.values()), "lines that stay are sealed by their hash"
    merge(other.desk, [small.path])
    merge(room.desk, [delta(other, has(room))])
    assert dots(room) == dots(other)
    assert len(read_bundle(delta(room, has(other)))) == 0


def test_of_a_fork_both_lines_travel_whatever_the_other_desk_has(room: Room, other: Room, tmp_path: Path):
    author = other.desk.file.profile
    dev = f"{author.device}.7"
    for number, told in enumerate(("here", "there")):
        line = change(dev, 1, val=told)
        merge(room.desk, [written(tmp_path / f"{number}", bundle(author, [line]))])
    sent = read_bundle(delta(room, Have(tmp_path, dev, "x", "", {dev: [(1, 1)]}, "")))
    assert sorted(str(one.val) for one in sent.changes()) == ["here", "there"]


def test_every_altered_byte_of_it_is_noticed(room: Room):
    room.note(room.start(), "x")
    path = has(room).path
    data = path.read_bytes()
    for place in range(len(data)):
        damaged = bytearray(data)
        damaged[place] ^= 1 << place % 8
        with pytest.raises(Refused, match="Nothing was changed"):
            read_have(written(path, bytes(damaged)))
        with pytest.raises(Refused, match="Nothing was changed"):
            read_have(written(path, data[:place]))
    with pytest.raises(Refused):
        read_have(written(path, data + b"\n"))


def test_a_bundle_or_a_desk_says_not_what_a_desk_has(room: Room):
    room.start()
    for path in (room.write(), room.desk.path, room.desk.path.parent, room.desk.path.with_name("none")):
        with pytest.raises(Refused):
            read_have(path)
        assert not is_have(path)


@given(st.sets(st.integers(1, 60)), st.integers(-3, 70))
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_number_is_held_if_an_interval_says_so(numbers: set[int], asked: int):
    spans: list[tuple[int, int]] = []
    for seq in sorted(numbers):
        spans = [*spans[:-1], (spans[-1][0], seq)] if spans and spans[-1][1] == seq - 1 else [*spans, (seq, seq)]
    assert holds({"x": spans}, "x", asked) == (asked in numbers)
    assert not holds({"x": spans}, "y", asked)
