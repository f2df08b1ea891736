"""The receipt: only staff's signed word that everything is held lets a desk vanish."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import Have, read_have, write_have
from hrdesk.exchange.merging import join, merge
from hrdesk.exchange.receipt import check_receipt, lacking_of_others, leave_nothing, unbundled
from hrdesk.exchange.sending import send
from hrdesk.store.encryption import new_key
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
from tests.exchange.rooms import Room


@pytest.fixture
def staff(tmp_path: Path) -> Room:
    made = Room.make(tmp_path, "staff")
    made.start(sensitivity="public")
    made.do("take-seat", name="Staff", role="staff")
    return made


@pytest.fixture
def left(staff: Room, tmp_path: Path) -> Room:
    desk = join(staff.write("starter"), tmp_path / "left.hrdesk", Profile(tmp_path / "profiles" / "left"))
    made = Room(desk)
    made.add("lesson", text="mine")
    return made


def has(room: Room, name: str = "has") -> Have:
    path = room.desk.path.with_name(f"{name}.hrdesk-have.json")
    with room.desk.reading() as reader:
        return write_have(reader, path, room.desk.file.profile, room.desk.file.now())


def test_a_receipt_says_what_staff_still_lacks(staff: Room, left: Room):
    with left.desk.reading() as reader:
        before = check_receipt(reader, left.desk.file.profile, has(staff))
    assert (before.staff.level, before.lacking_count, before.is_complete) == ("staff", before.held, False)
    merge(staff.desk, [left.write()])
    with left.desk.reading() as reader:
        assert check_receipt(reader, left.desk.file.profile, has(staff)).is_complete
    left.add("lesson", text="later")
    with left.desk.reading() as reader:
        after = check_receipt(reader, left.desk.file.profile, has(staff))
    assert 0 < after.lacking_count < after.held


def test_what_other_desks_wrote_and_staff_lacks_is_counted_and_stands_in_nobodys_way(
    staff: Room, left: Room, other: Room
):
    other.add("lesson", text="theirs")
    merge(left.desk, [other.write()])
    before = has(staff)
    merge(staff.desk, [left.write()])
    with left.desk.reading() as reader:
        profile = left.desk.file.profile
        assert lacking_of_others(reader, profile, before) > 0
        assert lacking_of_others(reader, profile, has(staff)) == 0


def test_nobody_elses_word_is_a_receipt(staff: Room, left: Room, other: Room):
    merge(other.desk, [left.write()])
    merge(left.desk, [other.write()])
    for room in (other, left):
        with left.desk.reading() as reader, pytest.raises(Refused):
            check_receipt(reader, left.desk.file.profile, has(room, "other"))


def test_a_receipt_that_was_altered_is_refused(staff: Room, tmp_path: Path):
    have = has(staff)
    for old, new in ((b'"created":"2', b'"created":"1'), (b"[1,", b"[2,")):
        altered = tmp_path / "altered.hrdesk-have.json"
        data = have.path.read_bytes().replace(old, new, 1)
        assert data != have.path.read_bytes()
        altered.write_bytes(data)
        with pytest.raises(Refused):
            read_have(altered)


def test_nothing_is_destroyed_without_a_complete_receipt(staff: Room, left: Room):
    with pytest.raises(Refused):
        leave_nothing(left.desk, has(staff))
    left.add("lesson", text="still here")
    assert left.desk.path.exists()


def test_after_the_receipt_nothing_is_left_but_the_profile(staff: Room, left: Room, tmp_path: Path):
    left.desk.back_up("asked")
    change_key(left.desk.file, new_key("a passphrase of many words"))
    merge(staff.desk, [left.write()])
    key, profile = left.desk.file.key, left.desk.file.profile
    assert key is not None
    leave_nothing(left.desk, has(staff))
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(("left.hrdesk", ".left"))] == [
        "left.hrdesk.json"
    ], "the bundle that was written is not the desk's own"
    with pytest.raises(Refused, match="locked"):
        assert key.raw
    assert (profile.folder / "device.key").exists()
    again = Desk.create(tmp_path / "new.hrdesk", profile)
    assert again.file.device.endswith(".2")
    again.close()


def test_what_left_in_a_bundle_is_no_longer_unbundled(left: Room, tmp_path: Path):
    profile = left.desk.file.profile
    with left.desk.reading() as reader:
        before = unbundled(reader, profile)
        assert before == reader.value(
            "SELECT max(id) & 1099511627775 FROM change c JOIN device d ON d.n = c.id >> 40 WHERE d.dev LIKE ?",
            f"{profile.device}.%",
        )
    send(left.desk, tmp_path / "given.hrdesk.json")
    with left.desk.reading() as reader:
        assert unbundled(reader, profile) == 0
    left.add("lesson", text="later")
    with left.desk.reading() as reader:
        assert 0 < unbundled(reader, profile) <= before
