"""Taking bundles in: all or none, in any order, looked at first, stopped half-way, taken back, from a starter."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange import merging
from hrdesk.exchange.bundle import read_bundle, reading
from hrdesk.exchange.merging import Stopped, back_to_before_merge, before_merge, join, merge
from hrdesk.exchange.preview import preview, read_all
from hrdesk.exchange.queries import authors, incoming
from hrdesk.exchange.trust import trust_at
from hrdesk.records import Withdrawal
from hrdesk.store.encryption import new_key
from hrdesk.store.file_check import is_encrypted
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
from hrdesk.store.verification import derived, verify
from tests.exchange.making import bundle, change, written
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


def device_of(path: Path) -> str:
    return read_bundle(path).header.sender.partition(".")[0]


def held_authors(desk: Desk) -> set[str]:
    with desk.reading() as reader:
        return {dev.partition(".")[0] for dev, _ in reader.dots()}


def test_any_order_and_any_number_of_times_give_the_same_desk(tmp_path: Path, bundles: list[Path], profile: Path):
    states = []
    for number, order in enumerate(permutations(bundles)):
        desk = Desk.create(tmp_path / f"{number}.hrdesk", Profile(profile))
        if number % 2:
            merge(desk, [*order, order[0], *order])
        else:
            for path in order:
                merge(desk, [path])
        states.append(state(desk))
        desk.close()
        assert verify(desk.path).faults == ()
    assert all(one == states[0] for one in states)


def test_merging_makes_no_change(room: Room, bundles: list[Path]):
    done = merge(room.desk, bundles)
    with room.desk.reading() as reader:
        held = reader.dots()
    assert held == {(one.dev, one.seq) for path in bundles for one in read_bundle(path).changes()}
    assert done.new == len(held)
    assert [one.new for one in merge(room.desk, bundles).files] == [0, 0, 0]


def test_a_summary_says_what_came_from_whom_and_what_is_to_be_settled(room: Room, bundles: list[Path]):
    room.add("lesson", text="mine")
    done = merge(room.desk, bundles)
    assert done.by_kind == {"consultation": 1, "session": 1, "note": 3}
    assert done.contested == 2, "the words, and the deletion against the edit"
    assert {one.device for one in done.strangers} == {device_of(path) for path in bundles}
    assert all(len(one.words.split()) == 6 for one in done.strangers)
    again = merge(room.desk, bundles)
    assert (again.new, again.contested, again.strangers, again.by_kind) == (0, 0, (), {})
    with room.desk.reading() as reader:
        log = incoming(reader)
    assert sum(one["new"] for one in log) == done.new
    assert sum(one["told"].get("by_kind", {}).get("note", 0) for one in log) == 3
    assert again.known == done.new + done.known


def test_a_preview_tells_what_is_new_and_changes_nothing(room: Room, bundles: list[Path]):
    before = state(room.desk)
    good, bad = read_all(bundles)
    with room.desk.reading() as reader:
        seen = preview(good, reader, room.desk.file.profile)
    assert state(room.desk) == before
    assert not bad
    assert seen.new == {"consultation": 1, "note": 3, "session": 1}
    assert seen.lines == merge(room.desk, good).new
    assert len(seen.unknown) == 3
    with room.desk.reading() as reader:
        again = preview(good, reader, room.desk.file.profile)
    assert (again.lines, again.new, again.unknown) == (0, {}, ())
    assert all(one.merged_at for one in again.files)


def test_a_preview_names_what_would_become_contested_with_both_values(room: Room, other: Room):
    note = room.note(room.start(sensitivity="public"), "base")
    other.take(room)
    other.do("take-seat", name="Desk 2", role="rapporteur")
    room.do("edit", id=note, text="mine")
    other.do("edit", id=note, text="theirs", note_kind="challenge")
    with room.desk.reading() as reader:
        seen = preview([other.bundle()], reader, room.desk.file.profile)
    [met] = seen.meetings
    assert (met.kind, met.record, met.field, met.by) == ("note", note, "wording", "Desk 2")
    assert (met.ours["text"], met.theirs["text"]) == ("mine", "theirs")
    assert seen.meeting_count == merge(room.desk, [other.bundle()]).contested == 1
    assert seen.touched["note"] == 1


def test_a_file_that_is_there_twice_is_told_and_counts_once(room: Room, other: Room, tmp_path: Path):
    other.start(sensitivity="public")
    path = other.write()
    copy = tmp_path / "copy.hrdesk.json"
    copy.write_bytes(path.read_bytes())
    good, _ = read_all([path, copy])
    with room.desk.reading() as reader:
        seen = preview(good, reader, room.desk.file.profile)
    assert [one.same_as for one in seen.files] == [None, path]
    assert [one.new > 0 for one in seen.files] == [True, False]


def test_a_bad_file_is_named_and_does_not_keep_the_good_ones_back(room: Room, bundles: list[Path], tmp_path: Path):
    broken = tmp_path / "broken.hrdesk.json"
    broken.write_bytes(bundles[0].read_bytes()[:-40])
    good, bad = read_all([broken, *bundles])
    assert [one.path for one in bad] == [broken]
    assert "Nothing was changed" in str(bad[0].refusal)
    with room.desk.reading() as reader:
        seen = preview(good, reader, room.desk.file.profile, bad=bad)
    assert [one.path for one in seen.files] == bundles
    assert seen.bad == tuple(bad)


def test_a_merge_that_is_stopped_takes_nothing_in(room: Room, bundles: list[Path]):
    room.add("lesson", text="mine")
    before = state(room.desk)
    asked = []

    def stop(done: int, whole: int) -> bool:
        asked.append((done, whole))
        return done < whole

    with pytest.raises(Stopped):
        merge(room.desk, bundles, progress=stop)
    assert asked[-1][0] == asked[-1][1]
    assert state(room.desk) == before
    with room.desk.reading() as reader:
        assert incoming(reader) == []
        assert reader.rows("SELECT * FROM trust") == []


def test_a_bundle_that_is_refused_half_way_takes_all_of_them_back(room: Room, bundles: list[Path]):
    before = state(room.desk)
    broken = bundles[1].with_name("broken.json")
    broken.write_bytes(bundles[1].read_bytes()[:-40])
    with pytest.raises(Refused):
        merge(room.desk, [bundles[0], broken])
    assert state(room.desk) == before


def test_listeners_hear_of_a_merge_once_and_not_of_one_that_brought_nothing(room: Room, bundles: list[Path]):
    heard: list[str] = []
    room.desk.listeners.append(lambda told: heard.append(told.command))
    merge(room.desk, bundles)
    assert heard == ["merge"]
    merge(room.desk, bundles)
    assert heard == ["merge"]


def test_authors_are_named_by_their_seats(room: Room, other: Room):
    room.start(sensitivity="public")
    room.do("take-seat", name="Staff", role="staff")
    other.take(room)
    other.do("take-seat", name="Left", role="rapporteur")
    room.take(other)
    with room.desk.reading() as reader:
        assert sorted(one["by"] for one in authors(reader)) == ["Left", "Staff"]


def test_lines_of_who_is_kept_out_are_nowhere_in_the_desk_now_or_later(room: Room, bundles: list[Path]):
    out = device_of(bundles[1])
    done = merge(room.desk, bundles, keep_out=[out])
    assert out not in held_authors(room.desk)
    assert done.left_out > 0
    assert merge(room.desk, bundles).left_out == done.left_out
    assert out not in held_authors(room.desk)
    with room.desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM seal WHERE dev LIKE ?", f"{out}%") == 0
        seen = preview(read_all(bundles)[0], reader, room.desk.file.profile)
    assert [one.author.device for one in seen.kept_out] == [out]
    assert [one.refused for one in seen.kept_out] == [done.left_out]


def test_known_only_leaves_everybody_out_who_is_unknown(room: Room, bundles: list[Path]):
    assert merge(room.desk, bundles, known_only=True).new == 0
    merge(room.desk, bundles[:1])
    known = device_of(bundles[0])
    merge(room.desk, bundles, known_only=True)
    assert held_authors(room.desk) == {known}


def test_a_merge_is_taken_back_until_the_next_edit(room: Room, bundles: list[Path]):
    lesson = room.add("lesson", text="mine")
    before = state(room.desk)
    out = device_of(bundles[1])
    merge(room.desk, bundles, keep_out=[out])
    assert before_merge(room.desk) is not None
    back_to_before_merge(room.desk)
    assert state(room.desk) == before
    assert before_merge(room.desk) is None
    assert room.desk.next_undo() is None
    with room.desk.reading() as reader:
        assert trust_at(reader, room.desk.file.profile).level(out) == "kept_out"
    room.do("edit", id=lesson, text="again")
    assert merge(room.desk, bundles).forked == 0
    room.do("edit", id=lesson, text="edited")
    assert before_merge(room.desk) is None
    with pytest.raises(Refused):
        back_to_before_merge(room.desk)


def test_the_first_merge_of_an_empty_desk_needs_no_backup(room: Room, bundles: list[Path]):
    assert merge(room.desk, bundles[:1]).backup is None
    assert merge(room.desk, bundles).backup is not None


def test_a_starter_makes_a_desk_that_holds_the_same_consultation(tmp_path: Path, room: Room):
    session = room.start(sensitivity="public")
    room.do("take-seat", name="Staff", role="staff")
    starter = room.write("starter")
    desk = join(starter, tmp_path / "joined.hrdesk", Profile(tmp_path / "other"))
    assert state(desk) == state(room.desk)
    assert desk.file.device != room.desk.file.device
    with desk.reading() as reader:
        assert reader.value("SELECT id FROM session") == session
        trust = trust_at(reader, desk.file.profile)
    assert trust.root == room.desk.file.profile.device
    assert trust.author(trust.root).level == "staff"
    assert trust.author(trust.root).name == "Staff"
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


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Give bundles of three desks written at different times: later ones hold more."""
    folder = tmp_path_factory.mktemp("rounds")
    rooms = [Room.make(folder, name) for name in ("one", "two", "three")]
    session = rooms[0].start(sensitivity="public")
    note = rooms[0].note(session, "base")
    paths = [rooms[0].write("start")]
    for turn in range(2):
        for number, room in enumerate(rooms):
            room.take(rooms[number - 1])
            room.do("edit", id=note, text=f"{turn} {number}")
            room.note(session, f"{turn} {number}")
            paths.append(room.write(f"{turn}-{number}"))
    for room in rooms:
        room.desk.close()
    return paths


@given(st.data())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_comes_first_and_whoever_is_kept_out_the_desk_is_the_same(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[Path], data: st.DataObject
):
    """A preview changes nothing and foretells what is new; the order of files and of merges says nothing."""
    folder = tmp_path_factory.mktemp("order")
    out = data.draw(st.sampled_from(["", *sorted({device_of(path) for path in rounds})]))
    states = []
    for name in ("first", "second"):
        desk = Desk.create(folder / f"{name}.hrdesk", Profile(folder / name))
        if out:
            merge(desk, [], keep_out=[out])
        left = data.draw(st.permutations(rounds))
        while left:
            count = data.draw(st.integers(1, len(left)))
            good, _ = read_all(left[:count])
            before = state(desk)
            with desk.reading() as reader:
                seen = preview(good, reader, desk.file.profile)
            assert state(desk) == before
            assert seen.lines == merge(desk, good).new
            left = left[count:]
        assert out not in held_authors(desk)
        states.append(state(desk))
        desk.close()
    assert states[0] == states[1]


def test_a_merge_into_an_encrypted_desk_is_taken_back_as_well(room: Room, bundles: list[Path]):
    room.add("lesson", text="mine")
    change_key(room.desk.file, new_key("a passphrase of many words"))
    before = state(room.desk)
    done = merge(room.desk, bundles)
    assert done.backup is not None
    assert is_encrypted(done.backup.path)
    assert state(room.desk) != before
    back_to_before_merge(room.desk)
    assert state(room.desk) == before


def test_a_withdrawal_that_arrives_leaves_no_word_in_desk_or_backups(room: Room, other: Room):
    note = room.note(room.start(sensitivity="public"), "a testimony nobody may read again")
    merge(other.desk, [room.write()])
    other.add("lesson", text="theirs")
    merge(room.desk, [other.write()])
    other.do("withdraw", item=note, cause="must_vanish")
    bundle = other.bundle()
    with room.desk.reading() as reader:
        [seen] = preview([bundle], reader, room.desk.file.profile).withdrawals
    assert (seen.item, seen.cause, seen.by.device) == (note, "must_vanish", other.desk.file.profile.device)
    done = merge(room.desk, [bundle])
    assert done.removed == seen.lines
    room.desk.close()
    files = [one for one in room.desk.path.parent.rglob("first.hrdesk*") if one.is_file() and one.suffix != ".json"]
    files += [one for folder in room.desk.path.parent.glob("first.hrdesk.backups") for one in folder.iterdir()]
    assert len(files) > 1
    assert not [one.name for one in files if b"testimony" in one.read_bytes()]
    room.desk = Desk.open(room.desk.path, room.desk.file.profile)
    assert merge(room.desk, [other.write()]).new == 0


def test_a_second_merge_with_a_stranger_let_in_again_brings_what_stayed_out(room: Room, bundles: list[Path]):
    whole = merge(room.desk, bundles, known_only=True)
    assert whole.new == 0
    assert whole.left_out > merge(room.desk, bundles).new > 0


def test_one_file_given_twice_comes_in_once(room: Room, bundles: list[Path]):
    done = merge(room.desk, [bundles[0], bundles[0]])
    first, second = done.files
    assert (second.new, second.known, second.forked) == (0, first.new, 0)


def test_a_bundle_that_was_taken_in_is_only_read(room: Room, bundles: list[Path], monkeypatch: pytest.MonkeyPatch):
    first = merge(room.desk, bundles[:1])
    before = state(room.desk)
    monkeypatch.setattr(merging, "unite", None)
    again = merge(room.desk, bundles[:1])
    assert (again.new, again.known, again.backup) == (0, first.new, None)
    assert state(room.desk) == before


def test_what_was_lost_since_comes_back_with_the_same_bundle(room: Room, bundles: list[Path]):
    merge(room.desk, bundles[:1])
    before = state(room.desk)
    with room.desk.file.writing() as connection:
        connection.execute("DELETE FROM change WHERE id = (SELECT max(id) FROM change)")
    assert merge(room.desk, bundles[:1]).new == 1
    assert state(room.desk) == before


def test_of_many_bundles_no_more_is_kept_in_memory_than_of_one(
    room: Room, other: Room, bundles: list[Path], monkeypatch: pytest.MonkeyPatch
):
    whole = merge(other.desk, bundles).new
    monkeypatch.setattr(reading, "KEPT", bundles[0].stat().st_size)
    good, _bad = read_all(bundles)
    assert 0 < sum(one.kept_size for one in good) <= reading.KEPT
    assert [one.kept is not None for one in good] == [True, False, False]
    assert merge(room.desk, good).new == whole
    assert state(room.desk) == state(other.desk)


def test_a_file_that_changed_after_it_was_looked_at_changes_nothing(
    room: Room, bundles: list[Path], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(reading, "KEPT", 0)
    good, _bad = read_all(bundles, beside=())
    good[-1].path.write_bytes(bundles[0].read_bytes())
    before = state(room.desk)
    with pytest.raises(Refused, match="altered"):
        merge(room.desk, good)
    assert state(room.desk) == before
    good[-1].path.unlink()
    with pytest.raises(Refused, match="no file"):
        merge(room.desk, good)
    assert state(room.desk) == before


def test_going_back_to_before_a_merge_brings_nothing_back_that_it_withdrew(room: Room, other: Room):
    note = room.note(room.start(sensitivity="public"), "a testimony nobody may read again")
    early = room.write("early")
    merge(other.desk, [early])
    other.add("lesson", text="theirs")
    merge(room.desk, [other.write()])
    other.do("withdraw", item=note, cause="must_vanish")
    assert merge(room.desk, [other.write()]).removed
    back_to_before_merge(room.desk)
    assert "a testimony" not in str(state(room.desk))
    with room.desk.reading() as reader:
        assert [one.item for one in reader.every(Withdrawal)] == [note]
    room.desk.take_in(read_bundle(early).changes(), read_bundle(early).source)
    assert "a testimony" not in str(state(room.desk))
    third = Room(Desk.create(room.desk.path.with_name("third.hrdesk"), Profile(room.desk.path.with_name("p3"))))
    done = merge(third.desk, [early, room.write()], withdrawals=True)  # and it travels on, under its author's seal
    assert (done.removed + done.withdrawn > 0, done.left_out) == (True, 0)
    assert "a testimony" not in str(state(third.desk))
    third.desk.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["one", "two", "three"])), min_size=2, max_size=12),
    order=st.permutations(range(3)),
)
def test_whoever_says_two_things_under_one_number_says_the_same_to_every_desk(
    tmp_path_factory: pytest.TempPathFactory, lines: list[tuple[int, str]], order: list[int]
):
    """A key at work in several places, each of which seals what it wrote: a fork, in whatever order it is heard of."""
    folder = tmp_path_factory.mktemp("forked")
    signer = Profile(folder / "signer")
    paths = []
    for number in range(3):
        told = {seq: f"{text} {number}" for seq, text in lines[number::3]}
        wrote = [change(f"{signer.device}.1", seq, val=text) for seq, text in sorted(told.items())]
        paths.append(written(folder / f"{number}.json", bundle(signer, wrote)))
    desks = [Room.make(folder, name) for name in ("first", "second", "third", "fourth")]
    for path in paths:
        merge(desks[0].desk, [path])
    for place in order:
        merge(desks[1].desk, [paths[place]])
    merge(desks[2].desk, [paths[place] for place in order])
    merge(desks[3].desk, [desks[1].write("relayed")])
    states = [state(one.desk) for one in desks]
    assert all(one == states[0] for one in states)
    for one in desks:
        one.desk.close()
