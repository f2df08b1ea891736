"""Trust: six words of a key, who is staff, roster and revocation, lines without a seal, forged and damaged names."""

import base64
import hashlib
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.acquaintance import acquaintances, compare, keep_out, let_in, revoke
from hrdesk.exchange.bundle import read_bundle
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.preview import preview
from hrdesk.exchange.trust import (
    Trust,
    check_words,
    fingerprint,
    fingerprint_words,
    staff_addresses,
    trust_at,
)
from hrdesk.paths import resources_folder
from hrdesk.records import RosterEntry, Seat
from hrdesk.store.change import encode
from hrdesk.store.holdings import limits
from hrdesk.store.identity import Profile, device_name
from tests.exchange.rooms import Room


@pytest.fixture
def staff(tmp_path: Path) -> Room:
    """Give staff's desk, with a consultation and a seat taken."""
    made = Room.make(tmp_path, "staff")
    made.start(sensitivity="public")
    made.do("take-seat", name="Staff", role="staff")
    return made


def joined(staff: Room, name: str) -> Room:
    """Join a desk from staff's starter and take a seat there."""
    folder = staff.desk.path.parent
    desk = join(staff.write(f"starter-{name}"), folder / f"{name}.hrdesk", Profile(folder / "profiles" / name))
    room = Room(desk)
    room.do("take-seat", name=name, role="rapporteur")
    return room


def trust_of(room: Room) -> Trust:
    with room.desk.reading() as reader:
        return trust_at(reader, room.desk.file.profile)


def device(room: Room) -> str:
    return room.desk.file.profile.device


def lessons(room: Room) -> set[str]:
    with room.desk.reading() as reader:
        return {row["text"] for row in reader.rows("SELECT text FROM lesson")}


def without_seals(path: Path) -> Path:
    """Make of a bundle what the first version wrote: nobody signs, and no line is sealed."""
    data = path.read_bytes().replace(b'"delta":false,', b"").replace(b'"version":2}', b'"version":1}')
    body = data[: data.index(b'"seals":[')] + b'"seals":[],\n'
    other = path.with_name(f"old-{path.name}")
    other.write_bytes(body + b'"close":{"sha256":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n}\n')
    return other


@pytest.mark.parametrize(
    ("key", "words"),
    [
        (bytes(32), "dragon clown chef square eye creek"),
        (bytes(range(32)), "chimney sing deposit name gossip foam"),
    ],
)
def test_the_six_words_of_a_key_are_the_same_for_ever(key: bytes, words: str):
    assert fingerprint(key) == words


def test_the_words_are_made_as_the_guide_says():
    """The first 66 bits of BLAKE2b-256 over the label and the key, eleven bits to a word."""
    listed = (resources_folder() / "vocabularies" / "words-en.txt").read_text("ascii").split()
    assert len(listed) == len(set(listed)) == 2048
    assert len({word[:4] for word in listed}) == 2048
    key = b"k" * 32
    bits = "".join(f"{byte:08b}" for byte in hashlib.blake2b(b"hrdesk fingerprint 1\n" + key, digest_size=32).digest())
    assert fingerprint_words(key) == tuple(listed[int(bits[at : at + 11], 2)] for at in range(0, 66, 11))


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_other_keys_have_other_words(one: bytes, other: bytes):
    assert (fingerprint(one) == fingerprint(other)) == (one == other)


def test_words_are_compared_whatever_stands_between_them():
    check_words(bytes(32), " Dragon, clown CHEF - square\neye creek.")
    for told in ("dragon clown chef square eye", "dragon clown chef square creek eye", ""):
        with pytest.raises(Refused):
            check_words(bytes(32), told)
    with pytest.raises(Refused):
        check_words(None, "dragon clown chef square eye creek")


def test_taking_a_seat_tells_the_key_and_the_address_of_the_device(staff: Room):
    with staff.desk.reading() as reader:
        [seat] = reader.every(Seat)
    profile = staff.desk.file.profile
    assert seat.key == base64.urlsafe_b64encode(profile.public_key).rstrip(b"=").decode()
    assert seat.recipient == profile.recipient


def test_a_seat_that_is_left_tells_no_key(staff: Room):
    seat = staff.add("seat", name="Other", role="staff")
    staff.do("take-seat", name="Other", role="staff", seat=seat)
    with staff.desk.reading() as reader:
        assert [one.key for one in reader.every(Seat) if one.id != seat] == [None]


def test_the_starter_brings_staffs_address_and_nobody_elses_word_changes_it(staff: Room):
    left, right = joined(staff, "left"), joined(staff, "right")
    address = {device(staff): ("Staff", staff.desk.file.profile.recipient)}
    with left.desk.reading() as reader:
        assert staff_addresses(reader, left.desk.file.profile) == address
        [seat] = [one for one in reader.every(Seat) if one.name == "Staff"]
    right.do("edit", id=seat.id, recipient=right.desk.file.profile.recipient)
    merge(left.desk, [right.write()])
    with left.desk.reading() as reader:
        assert staff_addresses(reader, left.desk.file.profile) == {}, "an address that another wrote is no address"
    right.do("edit", id=seat.id, role="rapporteur")
    merge(left.desk, [right.write()])
    assert trust_of(left).level(device(staff)) == "staff", "the root is staff whatever a seat says"


def test_a_desk_made_here_is_its_own_root(staff: Room):
    assert trust_of(staff).root == device(staff)
    assert trust_of(staff).level(device(staff)) == "own"


def test_whoever_wrote_an_unsigned_starter_is_nobodys_staff(staff: Room, tmp_path: Path):
    desk = join(without_seals(staff.write()), tmp_path / "old.hrdesk", Profile(tmp_path / "old"))
    room = Room(desk)
    assert trust_of(room).root == ""
    assert trust_of(room).level(device(staff)) == "unknown"
    with desk.reading() as reader:
        assert staff_addresses(reader, desk.file.profile) == {}


def test_the_roster_counts_from_the_root_under_its_seal_alone(staff: Room):
    left, right = joined(staff, "left"), joined(staff, "right")
    merge(staff.desk, [left.write(), right.write()])
    staff.do("enter-in-roster", device=device(right))
    merge(left.desk, [without_seals(staff.write())])
    assert trust_of(left).level(device(right)) == "unknown", "without the seal anybody may have written it"
    merge(left.desk, [staff.write()])
    assert trust_of(left).level(device(right)) == "roster"
    assert trust_of(left).author(device(right)).name == "right"
    assert trust_of(left).keys[device(right)] == right.desk.file.profile.public_key
    with pytest.raises(Refused):
        left.do("enter-in-roster", device=device(left))
    with left.desk.reading() as reader:
        [entry] = reader.every(RosterEntry)
    left.do("edit", id=entry.id, name="forged", role="staff")
    merge(right.desk, [left.write(), staff.write()])
    assert trust_of(right).author(device(right)).name == "right"
    assert trust_of(left).level(device(right)) == "roster"


def test_a_key_that_is_not_the_devices_own_is_refused(staff: Room):
    other = base64.urlsafe_b64encode(bytes(32)).rstrip(b"=").decode()
    with pytest.raises(Refused):
        staff.do("enter-in-roster", device="a" * 16, key=other)
    with pytest.raises(Refused):
        staff.do("enter-in-roster", device=device_name(b"x" * 32))
    staff.do("enter-in-roster", device=device_name(bytes(32)), key=other)
    assert trust_of(staff).level(device_name(bytes(32))) == "roster"


def test_an_unknown_author_is_shown_with_words_and_is_known_afterwards(staff: Room, other: Room):
    other.start(sensitivity="public")
    bundle = other.bundle()
    with staff.desk.reading() as reader:
        [seen] = preview([bundle], reader, staff.desk.file.profile).unknown
    words = fingerprint(other.desk.file.profile.public_key)
    assert (seen.author.device, seen.author.words) == (device(other), words)
    done = merge(staff.desk, [bundle])
    assert [one.words for one in done.strangers] == [words]
    assert trust_of(staff).level(device(other)) == "first_use"
    with pytest.raises(Refused):
        compare(staff.desk, device(other), "dragon clown chef square eye creek")
    assert trust_of(staff).level(device(other)) == "first_use"
    assert compare(staff.desk, other.desk.file.device, words.upper()).level == "compared"


def test_lines_without_a_seal_are_told_apart_and_may_stay_out(staff: Room, other: Room):
    other.start(sensitivity="public")
    old = read_bundle(without_seals(other.write()))
    with staff.desk.reading() as reader:
        seen = preview([old], reader, staff.desk.file.profile)
    assert [one.unsealed for one in seen.unsealed] == [len(old)]
    assert merge(staff.desk, [old], unsealed=False).new == 0
    done = merge(staff.desk, [old])
    assert (done.new, done.unsealed, done.strangers) == (len(old), len(old), ())
    with staff.desk.reading() as reader:
        [found] = [one for one in acquaintances(reader, staff.desk.file.profile) if one.author.device == device(other)]
    assert (found.changes, found.sealed, found.author.level) == (len(old), 0, "unknown")


def test_a_withdrawal_without_a_seal_never_comes_in(staff: Room, other: Room):
    lesson = staff.add("lesson", text="a testimony")
    merge(other.desk, [staff.write()])
    other.do("withdraw", item=lesson, cause="must_vanish")
    done = merge(staff.desk, [without_seals(other.write())])
    assert done.removed == 0
    assert done.left_out > 0
    assert lessons(staff) == {"a testimony"}


def test_a_forged_line_never_takes_the_place_of_one_whose_author_is_certain(staff: Room, other: Room, tmp_path: Path):
    """Of two lines with one number the smaller hash counts, so that whoever may forge one could choose a smaller."""
    staff.add("lesson", text="true")
    merge(other.desk, [staff.write()])
    path = without_seals(staff.write())
    for target in (staff, other):
        for attempt in range(12):
            data = path.read_bytes().replace(b'"val":"true"', f'"val":"false {attempt}"'.encode())
            body = data[: data.index(b'"close"')]
            forged = tmp_path / "forged.json"
            forged.write_bytes(body + b'"close":{"sha256":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n}\n')
            done = merge(target.desk, [forged])
            assert (done.new, done.forked) == (0, 0)
        assert lessons(target) == {"true"}


def test_after_a_revocation_nothing_beyond_the_number_comes_in_at_any_joined_desk(staff: Room):
    left, right = joined(staff, "left"), joined(staff, "right")
    left.add("lesson", text="before")
    merge(staff.desk, [left.write()])
    last = max(seq for dev, seq in dots(left) if dev == left.desk.file.device)
    left.add("lesson", text="after")
    late = left.write()
    revoke(staff.desk, left.desk.file.device, last)
    assert trust_of(staff).level(device(left)) == "revoked"
    merge(right.desk, [staff.write()])
    assert trust_of(right).level(device(left)) == "revoked"
    for room in (staff, right):
        with room.desk.reading() as reader:
            [seen] = preview([read_bundle(late)], reader, room.desk.file.profile).revoked
        assert seen.refused > 0
        done = merge(room.desk, [late])
        assert (done.new, done.left_out) == (0, seen.refused)
        assert lessons(room) == {"before"}
    let_in(staff.desk, device(left))
    merge(right.desk, [staff.write()])
    for room in (staff, right):
        merge(room.desk, [late])
        assert lessons(room) == {"before", "after"}


def test_a_stolen_key_gets_nothing_in_under_another_incarnation(staff: Room, tmp_path: Path):
    left = joined(staff, "left")
    merge(staff.desk, [left.write()])
    revoke(staff.desk, left.desk.file.device, 10_000)
    left.desk.close()
    thief = Room(Desk.create(tmp_path / "thief.hrdesk", left.desk.file.profile))
    thief.start(sensitivity="public")
    assert merge(staff.desk, [thief.write()]).new == 0


def test_a_stolen_key_puts_no_other_words_in_the_place_of_what_is_held(staff: Room, tmp_path: Path):
    """The thief goes back to an earlier copy of the desk and writes other lines under the same numbers."""
    left = joined(staff, "left")
    left.desk.close()
    copy = tmp_path / "copy"
    shutil.copy(left.desk.path, copy)
    kept = tmp_path / "kept"
    shutil.copytree(left.desk.file.profile.folder, kept)
    left = Room(Desk.open(left.desk.path, left.desk.file.profile))
    left.add("lesson", text="true")
    merge(staff.desk, [left.write()])
    revoke(staff.desk, left.desk.file.device, 10_000)
    left.desk.close()
    shutil.copy(copy, left.desk.path)
    thief = Room(Desk.open(left.desk.path, Profile(kept)))
    for attempt in range(4):
        thief.add("lesson", text=f"false {attempt}")
    assert thief.desk.file.device == left.desk.file.device
    done = merge(staff.desk, [thief.write()])
    assert done.forked == 0
    assert done.left_out > 0
    assert "true" in lessons(staff)
    assert "false 0" not in lessons(staff)


def test_of_two_forged_lines_with_one_number_neither_gets_in(staff: Room, other: Room, tmp_path: Path):
    staff.add("lesson", text="true")
    merge(other.desk, [staff.write()])
    data = without_seals(staff.write()).read_bytes()
    lines = data.split(b"\n")
    [place] = [number for number, line in enumerate(lines) if b'"val":"true"' in line]
    true = lines[place].rstrip(b",")
    tail = lines[place][len(true) :]
    pair = sorted((true, true.replace(b'"true"', b'"false"')), key=lambda line: hashlib.sha256(line).digest())
    lines[place] = pair[0] + b",\n" + pair[1] + tail
    count = len(read_bundle(without_seals(staff.write())))
    body = b"\n".join(lines).replace(f'"changes":{count},'.encode(), f'"changes":{count + 1},'.encode())
    body = body[: body.index(b'"close"')]
    forged = tmp_path / "pair.json"
    forged.write_bytes(body + b'"close":{"sha256":"' + hashlib.sha256(body).hexdigest().encode() + b'"}\n}\n')
    for target in (staff, other):
        done = merge(target.desk, [forged])
        assert (done.forked, done.left_out) == (0, 1)
        assert lessons(target) == {"true"}


def test_who_is_kept_out_may_be_let_in_again(staff: Room, other: Room):
    other.add("lesson", text="x")
    keep_out(staff.desk, device(other))
    assert merge(staff.desk, [other.write()]).new == 0
    with pytest.raises(Refused):
        compare(staff.desk, device(other), fingerprint(other.desk.file.profile.public_key))
    let_in(staff.desk, device(other))
    assert merge(staff.desk, [other.write()]).new > 0


@pytest.mark.parametrize("told", ["", "x", "A" * 16, "a" * 16 + "\n", "a" * 17, "0" * 16])
def test_only_a_device_is_decided_about(staff: Room, told: str):
    with pytest.raises(Refused):
        keep_out(staff.desk, told)


def test_nobody_decides_about_the_own_device(staff: Room):
    for decide in (keep_out, let_in):
        with pytest.raises(Refused):
            decide(staff.desk, device(staff))
    with pytest.raises(Refused):
        revoke(staff.desk, device(staff), 3)


def test_a_revocation_limits_the_incarnation_named_or_the_latest(staff: Room, other: Room):
    other.add("lesson", text="x")
    merge(staff.desk, [other.write()])
    with staff.desk.reading() as reader:
        assert limits(reader, device(other), 1) == {f"{device(other)}.1": 1}
        assert limits(reader, f"{device(other)}.7", 1) == {f"{device(other)}.1": 2, f"{device(other)}.7": 1}


def test_relayed_lines_keep_their_seals_over_three_desks(staff: Room, other: Room, room: Room):
    other.start(sensitivity="public")
    merge(staff.desk, [other.write()])
    merge(room.desk, [staff.write()])
    assert {dev: one.unsealed for dev, one in room.bundle().authors.items()} == dict.fromkeys(room.bundle().authors, 0)


def dots(room: Room) -> set[tuple[str, int]]:
    with room.desk.reading() as reader:
        return reader.dots()


def test_the_lines_of_a_journal_are_not_touched_by_trust(staff: Room, other: Room):
    other.add("lesson", text="x")
    merge(staff.desk, [other.write()])
    with staff.desk.reading() as reader:
        before = [encode(one) for one in reader.changes()]
    keep_out(staff.desk, device(other))
    with staff.desk.reading() as reader:
        assert [encode(one) for one in reader.changes()] == before
