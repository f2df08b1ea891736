"""Seals: what an author sealed is verified wherever it travels; what is forged, swapped or replayed is refused."""

from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Author, read_bundle
from hrdesk.exchange.bundle.layout import to_text
from hrdesk.exchange.bundle.seals import Forged, Lines, read_seal, vouch, write_seal
from hrdesk.exchange.merging import merge
from hrdesk.store.change import Change, encode, line_hash
from hrdesk.store.identity import Profile
from hrdesk.store.seals import HASH, MOST_LINES, Seal, disagreements, seal
from tests.exchange.making import body, bundle, change, closed, header, seals_of, written
from tests.exchange.rooms import Room


@pytest.fixture(scope="module")
def profiles(tmp_path_factory: pytest.TempPathFactory) -> list[Profile]:
    """Give three authors in the order of their names."""
    folder = tmp_path_factory.mktemp("authors")
    return sorted((Profile(folder / name) for name in "abc"), key=lambda one: one.device)


def lines(author: Profile, *numbers: int, **told: object) -> list[Change]:
    return [change(f"{author.device}.1", number, **told) for number in numbers]


def refused(path: Path, data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        read_bundle(written(path, data))
    assert "Nothing was changed" in str(refusal.value)
    return str(refusal.value)


def test_what_a_desk_writes_is_sealed(room: Room):
    session = room.start(sensitivity="public")
    room.note(session, "x")
    read = room.bundle()
    (author,) = read.authors.values()
    assert (author.sealed, author.unsealed) == (len(read), 0)
    assert author.key == room.desk.file.profile.public_key


def test_what_another_desk_relays_stays_sealed(room: Room, other: Room, tmp_path: Path):
    session = room.start(sensitivity="public")
    merge(other.desk, [room.write()])
    other.note(session, "theirs")
    third = Room.make(tmp_path, "third")
    merge(third.desk, [other.write()])
    relayed = third.bundle()
    third.desk.close()
    assert len(relayed.authors) == 2
    assert all(one.unsealed == 0 and one.sealed for one in relayed.authors.values())


def test_lines_that_stay_behind_are_sealed_by_their_hash_alone(room: Room):
    session = room.start(sensitivity="public")
    room.note(session, "XYZZY", sensitivity="confidential")
    room.note(session, "open")
    path = room.write()
    read = read_bundle(path)
    (author,) = read.authors.values()
    (one,) = read.seals
    assert (author.sealed, author.unsealed) == (len(read), 0)
    with room.desk.reading() as reader:
        held = list(reader.changes())
    assert len(held) > len(read)
    assert [one.of(change.seq) for change in held] == [line_hash(change) for change in held]
    assert b"XYZZY" not in path.read_bytes()


def test_a_seal_covers_256_lines_and_the_next_one_goes_on(room: Room):
    session = room.start(sensitivity="public")
    for number in range(120):
        room.note(session, f"{number}")
    read = room.bundle()
    assert len(read) > 2 * MOST_LINES
    assert [one.lo for one in read.seals] == list(range(1, len(read) + 1, MOST_LINES))
    assert sum(len(one.hashes) // HASH for one in read.seals) == len(read)


def test_a_seal_that_grew_takes_the_place_of_the_shorter_one(room: Room, other: Room):
    session = room.start(sensitivity="public")
    merge(other.desk, [room.write()])
    room.note(session, "more")
    merge(other.desk, [room.write()])
    with other.desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM seal") == 1
        assert reader.value("SELECT hi FROM seal") == len(room.bundle())
    assert not other.bundle().forked


def test_a_line_that_its_author_did_not_write_is_refused_with_its_place(profiles: list[Profile], tmp_path: Path):
    honest = [one for author in profiles for one in lines(author, *range(1, 300))]
    seals = sorted(one for author in profiles for one in seals_of(author, honest))
    assert len(read_bundle(written(tmp_path / "x", bundle(profiles[0], honest, seals)))) == len(honest)
    for place in (0, 298, 299, 600, len(honest) - 1):
        forged = [*honest]
        forged[place] = msgspec.structs.replace(forged[place], val="what nobody said")
        told = refused(tmp_path / "x", bundle(profiles[0], forged, seals))
        assert f"line {place + 4} " in told
        assert "not the one that its author sealed" in told


def test_lines_without_a_seal_are_counted_for_their_author(profiles: list[Profile], tmp_path: Path):
    first, second, _ = profiles
    told = [*lines(first, 1, 2, 3, 7), *lines(second, 5)]
    seals = [seal(first, f"{first.device}.1", 2, b"".join(line_hash(one) for one in told[1:3]))]
    read = read_bundle(written(tmp_path / "x", bundle(first, told, seals)))
    assert read.authors == {
        f"{first.device}.1": Author(2, 2, first.public_key),
        f"{second.device}.1": Author(0, 1, None),
    }


@pytest.mark.parametrize("what", ["dev", "incarnation", "lo", "hashes", "sig", "key", "shorter"])
def test_a_replayed_or_altered_seal_is_refused(profiles: list[Profile], tmp_path: Path, what: str):
    first, second, _ = profiles
    told = [*lines(first, 1, 2, 3), *lines(second, 1, 2, 3), *(change(f"{second.device}.2", 1),)]
    good = seals_of(first, told)[0]
    bad = {
        "dev": Seal(f"{second.device}.1", good.lo, good.hashes, good.sig, good.key),
        "incarnation": Seal(f"{first.device}.2", good.lo, good.hashes, good.sig, good.key),
        "lo": Seal(good.dev, 2, good.hashes, good.sig, good.key),
        "hashes": Seal(good.dev, good.lo, good.hashes[:-1] + b"x", good.sig, good.key),
        "sig": Seal(good.dev, good.lo, good.hashes, good.sig[:-1] + b"x", good.key),
        "key": Seal(good.dev, good.lo, good.hashes, good.sig, second.public_key),
        "shorter": Seal(good.dev, good.lo, good.hashes[:-HASH], good.sig, good.key),
    }[what]
    assert "line 13 " in refused(tmp_path / "x", bundle(first, told, [bad]))


def test_nobody_can_seal_in_anothers_name(profiles: list[Profile], tmp_path: Path):
    first, second, _ = profiles
    told = lines(second, 1, 2)
    made = seal(first, f"{second.device}.1", 1, b"".join(map(line_hash, told)))
    assert "another desk's key" in refused(tmp_path / "x", bundle(first, told, [made]))


def test_nobody_can_close_in_anothers_name(profiles: list[Profile], tmp_path: Path):
    first, second, _ = profiles
    told = lines(second, 1, 2)
    head = header(second, 2)
    forged = closed(body(head, [encode(one) for one in told], []), first)
    assert "another desk's key" in refused(tmp_path / "x", forged)


def test_two_true_seals_that_disagree_are_kept_and_told(profiles: list[Profile], tmp_path: Path):
    author = profiles[0]
    dev = f"{author.device}.1"
    here, there = lines(author, 1, 2, 3), lines(author, 1, 2, 3)
    there[1] = change(dev, 2, val="written on the copy")
    both = sorted({encode(one): one for one in [*here, *there]}.values(), key=lambda one: (one.seq, line_hash(one)))
    seals = sorted([*seals_of(author, here), *seals_of(author, there)])
    read = read_bundle(written(tmp_path / "x", bundle(author, both, seals)))
    assert read.forked == {dev}
    assert read.authors[dev] == Author(4, 0, author.public_key)
    assert [one.seq for one in read.changes()] == [1, 2, 2, 3]
    alone = read_bundle(written(tmp_path / "x", bundle(author, here, seals)))
    assert alone.forked == {dev}
    third = [here[0], change(dev, 2, val="of a third copy, whose seal was lost"), here[2]]
    lost = read_bundle(written(tmp_path / "x", bundle(author, third, seals)))
    assert lost.authors[dev] == Author(2, 1, author.public_key)


def test_a_cloned_key_is_flagged_where_both_seals_arrive(room: Room, profiles: list[Profile], tmp_path: Path):
    author = profiles[0]
    dev = f"{author.device}.1"
    here, there = lines(author, 1, 2), [lines(author, 1)[0], change(dev, 2, val="written on the copy")]
    merge(room.desk, [written(tmp_path / "here", bundle(author, here))])
    merge(room.desk, [written(tmp_path / "there", bundle(author, there))])
    with room.desk.reading() as reader:
        assert reader.value("SELECT forked FROM device WHERE dev = ?", dev) == 1
        assert reader.value("SELECT count(*) FROM seal") == 2
    relayed = room.bundle()
    assert relayed.forked == {dev}
    assert relayed.authors[dev].unsealed == 0


def test_a_desk_never_writes_a_bundle_that_is_refused_as_forged(room: Room, profiles: list[Profile], tmp_path: Path):
    """An unsealed line under a number whose true line is sealed: neither may be lost, and the seal stays behind."""
    author = profiles[0]
    dev = f"{author.device}.1"
    forged = change(dev, 2, val="what nobody said")
    merge(room.desk, [written(tmp_path / "forged", bundle(profiles[1], [forged], []))])
    merge(room.desk, [written(tmp_path / "true", bundle(author, lines(author, 1, 2, 3)))])
    relayed = room.bundle()
    told = {one.val for one in relayed.changes() if one.dev == dev}
    assert {"line 1", "line 2", "line 3"} <= told


@pytest.mark.parametrize("count", [0, 257])
def test_a_seal_covers_1_to_256_lines(profiles: list[Profile], count: int):
    made = seal(profiles[0], f"{profiles[0].device}.1", 1, b"h" * HASH * count)
    with pytest.raises(ValueError, match=r"1 to 256|length"):
        read_seal(write_seal(made))


def test_seals_out_of_order_doubled_or_of_nothing_here_are_refused(profiles: list[Profile], tmp_path: Path):
    first, second, _ = profiles
    told = [*lines(first, *range(1, 300)), *lines(second, 1)]
    good = sorted([*seals_of(first, told), *seals_of(second, told)])
    for bad, says in (
        (good[::-1], "order"),
        ([good[0], *good], "order"),
        ([*good, *seals_of(profiles[2], lines(profiles[2], 1))], "nothing"),
    ):
        assert says in refused(tmp_path / "x", bundle(first, told, bad))


def test_an_ocean_of_seals_is_refused(profiles: list[Profile], tmp_path: Path):
    author = profiles[0]
    dev = f"{author.device}.1"
    many = sorted(seal(author, dev, 1, bytes([number]) * HASH) for number in range(40))
    assert "nothing" in refused(tmp_path / "x", bundle(author, lines(author, 1), many))
    with pytest.raises(ValueError, match="too many seals"):
        disagreements(many)


@given(st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_seals_vouch_for_exactly_the_lines_they_tell(profiles: list[Profile], data: st.DataObject):
    """A brute-force count agrees, whatever lines are there and whatever is sealed."""
    author, dev = profiles[0], f"{profiles[0].device}.1"
    numbers = sorted(data.draw(st.sets(st.integers(1, 40), min_size=1, max_size=30)))
    hashes = {seq: bytes([seq]) * HASH for seq in range(1, 60)}
    wrong = data.draw(st.sets(st.integers(1, 40), max_size=1))
    seals = []
    for lo, length in data.draw(st.lists(st.tuples(st.integers(1, 40), st.integers(1, 12)), max_size=6)):
        told = b"".join(b"?" * HASH if seq in wrong else hashes[seq] for seq in range(lo, lo + length))
        seals.append(Seal(dev, lo, told, b"", author.public_key))
    held = Lines()
    for seq in numbers:
        held.add(seq, hashes[seq])
    covered = {seq for one in seals for seq in range(one.lo, one.hi + 1)} & set(numbers)
    if covered & wrong:
        with pytest.raises(Forged) as refusal:
            vouch({dev: held}, seals, ())
        assert refusal.value.seq in wrong
        return
    found = vouch({dev: held}, seals, ())[dev]
    assert (found.sealed, found.unsealed) == (len(covered), len(numbers) - len(covered))


def test_a_key_is_written_in_one_way_only(profiles: list[Profile], tmp_path: Path):
    told = lines(profiles[0], 1)
    good = bundle(profiles[0], told)
    key = to_text(profiles[0].public_key).encode()
    for last in b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        other = key[:-1] + bytes([last])
        if other != key:
            refused(tmp_path / "x", good.replace(key, other))
            refused(tmp_path / "x", key.join(good.rsplit(key, 1)[:1]) + other.join([b"", good.rsplit(key, 1)[1]]))


def test_however_many_seals_somebody_makes_a_desk_writes_what_others_read(
    room: Room, profiles: list[Profile], tmp_path: Path
):
    author = profiles[0]
    dev = f"{author.device}.1"
    for number in range(30):
        told = [change(dev, seq, val=f"{number} of many") for seq in range(number + 1, 40)]
        merge(room.desk, [written(tmp_path / "x", bundle(author, told))])
    relayed = room.bundle()
    assert relayed.forked == {dev}
    assert len(relayed.seals) > 2
