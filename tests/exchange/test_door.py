"""The door: what it says of each line, whatever else is in the bundle; what is certain is not looked at twice."""

from pathlib import Path

import pytest

from hrdesk.exchange.acquaintance import compare
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.door import REFUSED, SEALED, UNSEALED, Passage, Terms, at_the_door, keep_out_of
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.preview import Preview, preview
from hrdesk.exchange.trust import trust_at
from hrdesk.records import Withdrawal
from hrdesk.store.identity import Profile
from tests.exchange.rooms import Room
from tests.exchange.test_trust import without_seals


@pytest.fixture
def mixed(room: Room, other: Room) -> Path:
    """Give a bundle with the sealed lines of its writer and lines of another that lost their seals on the way."""
    other.start(sensitivity="public")
    merge(room.desk, [without_seals(other.write())])
    room.add("lesson", text="mine")
    return room.write()


def passage(room: Room, path: Path, **terms: object) -> Passage:
    with room.desk.reading() as reader:
        trust = trust_at(reader, room.desk.file.profile)
        return at_the_door(reader, read_bundle(path), trust, Terms(**terms))  # type: ignore[arg-type]


@pytest.fixture
def third(tmp_path: Path) -> Room:
    return Room.make(tmp_path, "third")


def verdicts(found: Passage) -> dict[str, set[str]]:
    told: dict[str, set[str]] = {}
    for change in found.bundle.changes():
        told.setdefault(change.dev, set()).add(found.judge(change))
    return told


def test_every_line_is_told_by_its_own_authors_seal(third: Room, room: Room, other: Room, mixed: Path):
    found = passage(third, mixed)
    assert verdicts(found) == {room.desk.file.device: {SEALED}, other.desk.file.device: {UNSEALED}}
    assert found.is_certain(room.desk.file.device)
    assert not found.is_certain(other.desk.file.device)


def test_what_goes_through_is_what_was_judged_to_come_in(third: Room, mixed: Path):
    for terms in ({}, {"unsealed": False}, {"known_only": True}):
        found = passage(third, mixed, **terms)
        came = {(one.dev, one.seq) for one in found.changes()}
        judged = {(one.dev, one.seq) for one in found.bundle.changes() if found.judge(one) != REFUSED}
        assert came == judged
        assert found.left_out == len(found.bundle) - len(came)
        assert {dev for dev, _ in came} == found.authors
        assert found.unsealed == sum(found.judge(one) == UNSEALED for one in found.bundle.changes())


def test_whoever_is_kept_out_stays_out_with_all_names_and_seals(third: Room, room: Room, mixed: Path):
    found = passage(third, mixed, keep_out=keep_out_of([f"{room.desk.file.profile.device}.7"]))
    assert verdicts(found)[room.desk.file.device] == {REFUSED}
    assert not any(found.lets_in_seal(one) for one in found.bundle.seals)
    assert room.desk.file.device not in {one.dev for one in found.changes()}


def test_going_through_twice_counts_once(third: Room, mixed: Path):
    found = passage(third, mixed, unsealed=False)
    first = len(list(found.changes())), found.left_out
    assert (len(list(found.changes())), found.left_out) == first


@pytest.fixture
def stranger(room: Room, other: Room, tmp_path: Path) -> Room:
    """Give a desk that nobody knows and that withdraws, in its own name, what ``room`` wrote and ``other`` holds."""
    note = room.note(room.start(sensitivity="public"), "a testimony")
    merge(other.desk, [room.write()])
    made = Room.make(tmp_path, "stranger")
    merge(made.desk, [room.write()])
    made.do("withdraw", item=note, cause="other")
    return made


def notes(room: Room) -> list[str]:
    with room.desk.reading() as reader:
        return [row["text"] for row in reader.rows("SELECT text FROM note WHERE _state = 0")]


def seen_by(room: Room, path: Path) -> Preview:
    with room.desk.reading() as reader:
        return preview([read_bundle(path)], reader, room.desk.file.profile)


def test_a_withdrawal_by_somebody_unknown_waits_for_a_person(other: Room, stranger: Room):
    path = stranger.write()
    [told] = seen_by(other, path).held
    assert told.by.device == stranger.desk.file.profile.device
    for _press in range(3):  # however often: the author stays unknown until somebody says something
        done = merge(other.desk, [path])
        assert (done.held, done.removed) == (1, 0)
        with other.desk.reading() as reader:
            held = str([one.val for one in reader.changes()])
            assert not reader.every(Withdrawal)
        assert "a testimony" in held
        assert [one.words for one in done.strangers] == [one.author.words for one in seen_by(other, path).unknown]
    done = merge(other.desk, [path], withdrawals=True)
    assert (done.held, done.removed) == (0, told.lines)
    assert notes(other) == []
    assert not seen_by(other, path).unknown


def test_what_was_held_comes_in_once_the_words_were_compared(other: Room, stranger: Room):
    path = stranger.write()
    [author] = merge(other.desk, [path]).strangers
    compare(other.desk, author.device, author.words)
    assert merge(other.desk, [path]).removed
    assert notes(other) == []


def test_an_author_of_a_held_withdrawal_is_neither_known_only_nor_kept_out_by_it(other: Room, stranger: Room):
    path = stranger.write()
    merge(other.desk, [path])
    assert merge(other.desk, [path], known_only=True).held == 0
    [author] = seen_by(other, path).unknown
    assert (author.held > 0, author.refused) == (True, 0)


def test_what_staff_let_in_staff_hands_on(room: Room, stranger: Room, tmp_path: Path):
    """The desk that wrote the starter has let the stranger's withdrawal in; who joined from it need not ask again."""
    fresh = join(room.write("starter"), tmp_path / "joined.hrdesk", Profile(tmp_path / "profiles" / "joined"))
    assert merge(room.desk, [stranger.write()], withdrawals=True).removed
    done = merge(fresh, [room.write()])
    assert (done.held, done.removed > 0) == (0, True)
    fresh.close()


def test_nothing_without_a_seal_comes_in_in_the_name_of_staff(room: Room, other: Room, tmp_path: Path):
    """Of two lines with one number the smaller hash counts, and whoever forges one chooses it beforehand."""
    room.start(sensitivity="public")
    fresh = join(room.write("starter"), tmp_path / "joined.hrdesk", Profile(tmp_path / "profiles" / "joined"))
    room.add("lesson", text="what staff wrote")
    done = merge(fresh, [without_seals(room.write())])
    assert (done.new, done.left_out > 0) == (0, True)
    assert merge(fresh, [room.write()]).new
    fresh.close()
