"""One stick, one button: three laptops are equal after two rounds, and what is foreign or broken is left alone."""

from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.exchange.bundle import read_have
from hrdesk.exchange.merging import join
from hrdesk.exchange.receipt import check_receipt, unbundled
from hrdesk.exchange.sending import Wrapping
from hrdesk.exchange.stick import own_name, swap
from hrdesk.store.identity import Profile
from hrdesk.store.verification import derived
from tests.exchange.rooms import Room


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def laptops(tmp_path: Path) -> list[Room]:
    """Give three desks of one consultation, each with a seat and a note of its own."""
    staff = Room.make(tmp_path, "staff")
    session = staff.start(sensitivity="public")
    staff.do("take-seat", name="Staff", role="staff")
    starter = staff.write("starter")
    rooms = [staff]
    for name in ("left", "right"):
        rooms.append(Room(join(starter, tmp_path / f"{name}.hrdesk", Profile(tmp_path / "profiles" / name))))
        rooms[-1].do("take-seat", name=name, role="rapporteur")
    for room in rooms:
        room.note(session, f"from {room.desk.path.stem}")
    return rooms


def states(rooms: list[Room]) -> list[object]:
    found: list[object] = []
    for room in rooms:
        with room.desk.reading() as reader:
            found.append(derived(reader))
    return found


def notes(room: Room) -> set[str]:
    with room.desk.reading() as reader:
        return {row["text"] for row in reader.rows("SELECT text FROM note")}


@pytest.mark.parametrize("wrapping", [None, Wrapping(), Wrapping(compress=True), Wrapping(passphrase=None)])
def test_three_laptops_are_equal_after_two_rounds_of_one_press_each(
    laptops: list[Room], stick: Path, wrapping: Wrapping | None
):
    for _round in range(2):
        for room in laptops:
            swap(room.desk, stick, wrapping=wrapping)
    assert all(notes(room) == {"from staff", "from left", "from right"} for room in laptops)
    first, *others = states(laptops)
    assert all(one == first for one in others)


def test_each_desk_has_one_bundle_on_the_stick_which_is_replaced(laptops: list[Room], stick: Path):
    for _round in range(3):
        for room in laptops:
            swap(room.desk, stick)
    names = sorted(one.name for one in stick.iterdir())
    assert len(names) == 6, "a bundle and what it has, for each of the three"
    for room in laptops:
        assert sum(name.startswith(own_name(room.desk)) for name in names) == 2
    assert all(name.endswith((".age", "-have.json")) for name in names), "by now everybody's address is known"


def test_a_press_tells_in_words_what_it_did(laptops: list[Room], stick: Path):
    alone = swap(laptops[0].desk, stick)
    assert alone.taken.new == 0
    told = [message for message, _ in alone.sentences]
    assert "not encrypted" in told[1], "nobody's key is known yet"
    assert told[2] == "Nothing new was on the stick."
    done = swap(laptops[1].desk, stick)
    assert done.taken.new > 0
    assert any("new changes" in message and fields["number"] == done.taken.new for message, fields in done.sentences)
    assert swap(laptops[1].desk, stick).taken.new == 0


def test_what_was_pressed_is_no_longer_unbundled_and_staffs_file_is_the_receipt(laptops: list[Room], stick: Path):
    staff, left, _ = laptops
    with left.desk.reading() as reader:
        assert unbundled(reader, left.desk.file.profile) > 0
    for room in (left, staff):
        swap(room.desk, stick)
    with left.desk.reading() as reader:
        assert unbundled(reader, left.desk.file.profile) == 0
        have = read_have(stick / f"{own_name(staff.desk)}.hrdesk-have.json")
        assert check_receipt(reader, left.desk.file.profile, have).is_complete


def test_bundles_of_another_consultation_stay_where_they_are(laptops: list[Room], stick: Path, other: Room):
    other.start(sensitivity="public")
    swap(other.desk, stick)
    done = swap(laptops[0].desk, stick)
    assert [path.name.startswith(own_name(other.desk)) for path in done.elsewhere] == [True]
    assert done.taken.new == 0


def test_a_broken_bundle_is_named_and_the_rest_is_taken(laptops: list[Room], stick: Path):
    swap(laptops[1].desk, stick, wrapping=Wrapping())
    (stick / "broken.hrdesk.json").write_bytes(b'{\n"header":')
    done = swap(laptops[0].desk, stick)
    assert [one.path.name for one in done.bad] == ["broken.hrdesk.json"]
    assert notes(laptops[0]) == {"from staff", "from left"}
    assert (stick / "broken.hrdesk.json").exists()


def test_lines_without_a_seal_do_not_come_in_with_a_press(laptops: list[Room], stick: Path, tmp_path: Path):
    from tests.exchange.test_trust import without_seals

    without_seals(laptops[1].write()).rename(stick / "old.hrdesk.json")
    done = swap(laptops[0].desk, stick)
    assert done.taken.new == 0
    assert done.taken.left_out > 0


def test_a_stick_that_is_not_there_is_refused_and_nothing_is_written(laptops: list[Room], tmp_path: Path):
    with pytest.raises(Refused):
        swap(laptops[0].desk, tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_confidential_notes_stay_on_their_desk(laptops: list[Room], stick: Path):
    with laptops[1].desk.reading() as reader:
        session = str(reader.value("SELECT id FROM session"))
    laptops[1].note(session, "secret", sensitivity="confidential")
    for room in laptops:
        swap(room.desk, stick)
    assert "secret" not in notes(laptops[2])


def test_two_desks_of_one_device_do_not_overwrite_each_other(tmp_path: Path, stick: Path):
    rooms = [Room(Desk.create(tmp_path / f"{name}.hrdesk", Profile(tmp_path / "one"))) for name in ("a", "b")]
    for room in rooms:
        room.start(sensitivity="public")
        swap(room.desk, stick)
    assert len({own_name(room.desk) for room in rooms}) == 2
    assert len(list(stick.iterdir())) == 4
