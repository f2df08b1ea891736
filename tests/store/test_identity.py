"""Who writes: a key outside the desk file, and a new incarnation whenever two copies might write under one name."""

import shutil
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store import desk_file, driver, private_files
from hrdesk.store.change import Change, new_nonce
from hrdesk.store.identity import FAR_AWAY, Profile
from hrdesk.store.intake import Source
from hrdesk.store.machine_clock import name_of_run
from hrdesk.work import COMMANDS

SOURCE = Source("0" * 64, "x.hrdesk.json", "a" * 16 + ".1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "one.hrdesk"


def write(path: Path, profile: Path, text: str = "x") -> str:
    """Open a desk, write into it, close it; give the name it wrote as."""
    opened = Desk.open(path, Profile(profile)) if path.exists() else Desk.create(path, Profile(profile))
    opened.run(COMMANDS["add"], kind="lesson", text=text)
    name = opened.file.device
    opened.close()
    return name


def cut_power(path: Path, profile: Path, copy: Path) -> Path:
    """Write twice and stop the machine: the desk has both, the mark is that of the first. Copy what was between."""
    opened = Desk.open(path, Profile(profile))
    opened.run(COMMANDS["add"], kind="lesson", text="before")
    mark = profile / "desks" / f"{opened.file.desk_id}.json"
    held = mark.read_bytes()
    beside = driver.connect(path)
    beside.execute("VACUUM INTO ?", (str(copy),))
    beside.close()
    opened.run(COMMANDS["add"], kind="lesson", text="after")
    opened.close()
    mark.write_bytes(held.replace(name_of_run().encode(), b"an earlier run"))
    return copy


def dots(path: Path) -> set[tuple[str, int]]:
    with desk_file.reader(path) as reader:
        return reader.dots()


def incarnation(name: str) -> int:
    return int(name.partition(".")[2])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_key_and_marks_are_for_their_owner_alone(path: Path, profile: Path):
    write(path, profile)
    files = [one for one in profile.rglob("*") if one.is_file()]
    assert {one.name for one in files} >= {"device.key"}
    assert [stat.S_IMODE(one.stat().st_mode) for one in files] == [0o600] * len(files)
    assert all(stat.S_IMODE(one.stat().st_mode) & 0o077 == 0 for one in profile.rglob("*") if one.is_dir())


def test_the_same_file_opened_again_goes_on_under_the_same_name(path: Path, profile: Path):
    assert [write(path, profile) for _ in range(3)] == [write(path, profile)] * 3
    numbers = sorted(seq for _, seq in dots(path))
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_device_is_named_after_its_key_and_never_shows_it(path: Path, profile: Path):
    name = write(path, profile)
    assert Profile(profile).device == name.partition(".")[0]
    seed = (profile / "device.key").read_bytes()
    assert seed not in path.read_bytes()
    assert seed.hex() not in path.read_bytes().hex()


def test_a_copied_desk_writes_under_another_name(path: Path, tmp_path: Path, profile: Path):
    first = write(path, profile)
    copy = tmp_path / "copy.hrdesk"
    shutil.copy(path, copy)
    names = [write(copy, profile), write(path, profile), write(copy, profile), write(path, profile)]
    assert len({first, *names}) == 5
    assert not dots(copy) - dots(path) & {(first, 1)}


def test_two_copies_written_in_turn_never_give_one_name_to_two_changes(path: Path, tmp_path: Path, profile: Path):
    write(path, profile)
    copy = tmp_path / "copy.hrdesk"
    shutil.copy(path, copy)
    for turn in range(4):
        write((path, copy)[turn % 2], profile, f"{turn}")
    opened = Desk.open(path, Profile(profile))
    with desk_file.reader(copy) as reader:
        taken = opened.take_in(reader.changes(), SOURCE)
    opened.close()
    assert taken.forked == 0
    assert dots(copy) <= dots(path)


def test_a_moved_file_writes_under_another_name(path: Path, tmp_path: Path, profile: Path):
    first = write(path, profile)
    moved = path.rename(tmp_path / "moved.hrdesk")
    assert incarnation(write(moved, profile)) > incarnation(first)


def test_a_restored_backup_writes_under_another_name(path: Path, tmp_path: Path, profile: Path):
    write(path, profile)
    backup = tmp_path / "backup"
    shutil.copy(path, backup)
    later = write(path, profile)
    shutil.copy(backup, path)
    assert incarnation(write(path, profile)) > incarnation(later)


def test_a_desk_that_was_open_when_the_machine_stopped_writes_under_another_name(path: Path, profile: Path):
    """The mark may be older than what was given away: even a backup of just that age must not go on from it."""
    first = write(path, profile)
    copy = cut_power(path, profile, path.with_name("backup"))
    given = dots(path)
    shutil.copy(copy, path)
    later = write(path, profile)
    assert incarnation(later) > incarnation(first)
    assert not (dots(path) - dots(copy)) & given


def test_a_desk_whose_program_was_killed_goes_on_under_the_same_name(path: Path, profile: Path):
    first = write(path, profile)
    opened = Desk.open(path, Profile(profile))
    for number in range(3):
        opened.run(COMMANDS["add"], kind="lesson", text=f"{number}")
    mark = profile / "desks" / f"{opened.file.desk_id}.json"
    as_killed = mark.read_bytes()
    opened.close()
    assert mark.read_bytes() != as_killed
    mark.write_bytes(as_killed)
    assert write(path, profile) == first


@pytest.mark.parametrize("lost", ["everything", "marks", "a mark cut short", "a mark of another shape"])
def test_a_lost_profile_means_another_name(path: Path, profile: Path, lost: str):
    first = write(path, profile)
    [mark] = (profile / "desks").iterdir()
    if lost == "everything":
        shutil.rmtree(profile)
    elif lost == "marks":
        shutil.rmtree(profile / "desks")
    else:
        mark.write_bytes(mark.read_bytes()[:9] if lost == "a mark cut short" else b"[1]")
    assert write(path, profile) != first


def test_two_desks_of_one_device_never_give_one_name_to_two_changes(tmp_path: Path, profile: Path):
    one, other, office = (tmp_path / f"{name}.hrdesk" for name in ("one", "other", "office"))
    assert write(one, profile) != write(other, profile)
    opened = Desk.create(office, Profile(tmp_path / "staff"))
    for path in (one, other):
        with desk_file.reader(path) as reader:
            assert opened.take_in(reader.changes(), SOURCE).forked == 0
    with opened.reading() as reader:
        assert len(reader.rows("SELECT id FROM lesson")) == 2
    opened.close()


def test_two_programs_that_open_new_desks_at_once_write_under_two_names(tmp_path: Path, profile: Path):
    both = [Desk.create(tmp_path / f"{number}.hrdesk", Profile(profile)) for number in range(2)]
    for opened in both:
        opened.run(COMMANDS["add"], kind="lesson", text="x")
    assert len({opened.file.device for opened in both}) == 2
    for opened in both:
        opened.close()


def test_no_number_is_given_twice(profile: Path):
    given = [Profile(profile).claim(1) for _ in range(3)]
    assert given == [1, 2, 3]
    assert Profile(profile).claim(9) == 9
    assert Profile(profile).next_incarnation() == 10


def test_a_profile_that_forgot_all_but_its_key_goes_on_far_away(path: Path, tmp_path: Path, profile: Path):
    first = write(path, profile)
    for folder in ("desks", "incarnations"):
        shutil.rmtree(profile / folder)
    name = write(tmp_path / "new.hrdesk", profile)
    assert name.partition(".")[0] == first.partition(".")[0]
    assert incarnation(name) >= FAR_AWAY


def test_opening_a_desk_without_writing_uses_no_number_up(path: Path, tmp_path: Path, profile: Path):
    write(path, profile)
    copy = tmp_path / "copy.hrdesk"
    shutil.copy(path, copy)
    for _ in range(3):
        Desk.open(copy, Profile(profile)).close()
    assert incarnation(write(copy, profile)) == 2


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["new", "write", "copy", "move", "keep", "restore", "forget marks", "power cut", "merge"]),
        st.integers(0, 9),
        st.integers(0, 9),
    ),
    min_size=3,
    max_size=12,
)


@given(STEPS)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whatever_is_done_to_files_no_two_changes_have_one_name(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[str, int, int]]
):
    """Copies, moves, backups put back, marks lost, machines that stop: all that is left meets in one desk without two of one name."""
    folder = tmp_path_factory.mktemp("steps")
    profile = folder / "profile"
    desks: list[Path] = []
    backups: list[Path] = []
    for number, (step, one, other) in enumerate(steps):
        path = desks[one % len(desks)] if desks else folder / "first.hrdesk"
        if step == "new" or not desks:
            path = folder / f"{number}.hrdesk"
            write(path, profile, f"{number}")
            desks.append(path)
        elif step == "write":
            write(path, profile, f"{number}")
        elif step in {"copy", "keep"}:
            copy = folder / f"{number}.{step}.hrdesk"
            shutil.copy(path, copy)
            (desks if step == "copy" else backups).append(copy)
        elif step == "move":
            desks[desks.index(path)] = path.rename(folder / f"{number}.moved.hrdesk")
        elif step == "restore" and backups:
            shutil.copy(backups[other % len(backups)], path)
        elif step == "forget marks":
            shutil.rmtree(profile / "desks", ignore_errors=True)
        elif step == "power cut":
            copy = folder / f"{number}.keep.hrdesk"
            backups.append(cut_power(path, profile, copy))
        elif step == "merge":
            opened = Desk.open(path, Profile(profile))
            with desk_file.reader(desks[other % len(desks)], is_open=path == desks[other % len(desks)]) as reader:
                assert opened.take_in(reader.changes(), SOURCE).forked == 0
            opened.close()
    office = Desk.create(folder / "office.hrdesk", Profile(folder / "staff"))
    for path in [*desks, *backups]:
        with desk_file.reader(path) as reader:
            assert office.take_in(reader.changes(), SOURCE).forked == 0
    office.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_the_age_key_is_made_once_and_for_its_owner_alone(profile: Path):
    address = Profile(profile).recipient
    assert address.startswith("age1")
    assert Profile(profile).recipient == address
    file = profile / "age.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_text("ascii").startswith("AGE-SECRET-KEY-1")


@pytest.mark.parametrize("links", [True, False])
def test_two_programs_that_make_a_key_at_once_go_on_with_the_same_one(
    profile: Path, monkeypatch: pytest.MonkeyPatch, links: bool
):
    """The other program's key appears after this one has looked and found none."""
    write_privately = private_files.write_privately

    def late(file: Path, data: bytes) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(private_files, "write_privately", write_privately)
            told.append(Profile(profile).device if b"AGE" not in data else Profile(profile).recipient)
        write_privately(file, data)

    def no_links(*_given: object) -> None:
        raise PermissionError

    if not links:
        monkeypatch.setattr(Path, "hardlink_to", no_links)
    told: list[str] = []
    monkeypatch.setattr(private_files, "write_privately", late)
    first = Profile(profile)
    assert first.device == told[-1] == Profile(profile).device
    assert first.recipient == told[-1] == Profile(profile).recipient
    assert sorted(one.name for one in profile.iterdir() if one.is_file()) == ["age.key", "device.key"]


def test_a_damaged_age_key_is_refused_and_left_as_it_is(profile: Path):
    assert Profile(profile).recipient
    (profile / "age.key").write_text("AGE-SECRET-KEY-1nonsense")
    with pytest.raises(Refused):
        assert Profile(profile).recipient
    assert (profile / "age.key").read_text() == "AGE-SECRET-KEY-1nonsense"


def test_a_damaged_key_is_refused_and_nothing_is_written(path: Path, profile: Path):
    write(path, profile)
    before = path.read_bytes()
    (profile / "device.key").write_bytes(b"short")
    with pytest.raises(Refused):
        Desk.open(path, Profile(profile))
    assert path.read_bytes() == before
    assert sorted(one.name for one in path.parent.iterdir()) == [path.name]


def test_a_whole_machine_restored_from_an_image_stops_writing_under_its_old_name(
    path: Path, tmp_path: Path, profile: Path
):
    """Desk and profile agree with each other and know nothing of what was written since: only a bundle tells."""
    write(path, profile)
    image, kept = tmp_path / "image", tmp_path / "kept"
    shutil.copy(path, image)
    shutil.copytree(profile, kept)
    later = write(path, profile, "lost with the disk")
    with desk_file.reader(path) as reader:
        travelled = reader.changes()
    shutil.copy(image, path)
    shutil.rmtree(profile)
    shutil.copytree(kept, profile)
    opened = Desk.open(path, Profile(profile))
    assert opened.file.device == later
    opened.take_in(travelled, SOURCE)
    opened.run(COMMANDS["add"], kind="lesson", text="new")
    assert incarnation(opened.file.device) > incarnation(later)
    with opened.reading() as reader:
        assert reader.value("SELECT count(*) FROM fork") == 0
        assert reader.value("SELECT count(*) FROM lesson") == 3
    opened.close()


def test_a_change_forged_under_our_own_name_costs_no_work(path: Path, profile: Path):
    opened = Desk.create(path, Profile(profile))
    opened.run(COMMANDS["add"], kind="lesson", text="one")
    forged = Change(
        at="2026-11-20T10:11:12.123Z",
        dev=opened.file.device,
        field="text",
        kind="lesson",
        lam=9,
        n=new_nonce(),
        record="forged",
        seen={},
        seq=4,
        sv=1,
        val="forged",
    )
    opened.take_in([forged], SOURCE)
    for text in ("two", "three", "four"):
        opened.run(COMMANDS["add"], kind="lesson", text=text)
    with opened.reading() as reader:
        assert {row["text"] for row in reader.rows("SELECT text FROM lesson")} == {
            "one",
            "two",
            "three",
            "four",
            "forged",
        }
        assert reader.value("SELECT count(*) FROM fork") == 0
    opened.close()


def test_a_profile_on_a_full_disk_refuses_the_command_and_nothing_is_kept(
    path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
):
    import os

    write(path, profile, "one")
    opened = Desk.open(path, Profile(profile))

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(Refused, match="No space left"):
            opened.run(COMMANDS["add"], kind="lesson", text="two")
    opened.run(COMMANDS["add"], kind="lesson", text="three")
    with opened.reading() as reader:
        assert [row["text"] for row in reader.rows("SELECT text FROM lesson ORDER BY id")] == ["one", "three"]
    opened.close()


def test_incarnations_forged_under_our_name_do_not_use_the_numbers_up(path: Path, tmp_path: Path, profile: Path):
    """Of a higher number than nine digits no desk could read a line."""
    name = write(path, profile)
    opened = Desk.open(path, Profile(profile))
    for number in (FAR_AWAY * 10 - 1, FAR_AWAY * 9):
        forged = Change(
            at="2026-11-20T10:00:00.000Z",
            dev=f"{name.partition('.')[0]}.{number}",
            field="text",
            kind="lesson",
            lam=1,
            n=new_nonce(),
            record="forged",
            seen={},
            seq=1,
            sv=1,
            val="x",
        )
        opened.take_in([forged], SOURCE)
    opened.close()
    copy = tmp_path / "copy.hrdesk"
    shutil.copy(path, copy)
    assert incarnation(name) < incarnation(write(copy, profile)) < FAR_AWAY
