"""The desk file: what is no whole desk file is refused in one sentence, and nothing is touched or left behind."""

import contextlib
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store import desk_file, driver
from hrdesk.store.identity import Profile
from hrdesk.store.lock import WriterLock
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

ADD = COMMANDS["add"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of a desk file at rest."""
    folder = tmp_path_factory.mktemp("made")
    desk = Desk.create(folder / "a.hrdesk", Profile(folder / "profile"))
    for number in range(20):
        desk.run(ADD, kind="lesson", text=f"Lesson {number}. " * 40)
    desk.close()
    return (folder / "a.hrdesk").read_bytes()


@pytest.fixture
def path(tmp_path: Path, made: bytes) -> Path:
    file = tmp_path / "desk.hrdesk"
    file.write_bytes(made)
    return file


@pytest.fixture
def desk(path: Path, profile: Path) -> Iterator[Desk]:
    opened = Desk.open(path, Profile(profile))
    yield opened
    opened.close()


def refuse(path: Path, profile: Path) -> str:
    """Have ``path`` refused by writer, reader and check; give the writer's sentence. Nothing may have moved."""
    before = _fingerprint(path)
    with pytest.raises(Refused) as refusal:
        Desk.open(path, Profile(profile))
    with pytest.raises(Refused), desk_file.reader(path):
        pass
    with pytest.raises(Refused):
        verify(path)
    assert _fingerprint(path) == before
    told = str(refusal.value)
    assert told.count("\n") == 0
    assert "{" not in told
    return told


def _fingerprint(path: Path) -> dict[str, str]:
    return {
        one.name: hashlib.sha256(one.read_bytes()).hexdigest() if one.is_file() else "folder"
        for one in path.parent.iterdir()
    }


def test_a_desk_file_at_rest_has_no_companions_and_is_no_wal_file(path: Path, desk: Desk):
    desk.run(ADD, kind="lesson", text="x")
    desk.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert path.read_bytes()[18:20] == b"\x01\x01", "a copy of the file alone must be complete"


def test_opening_and_reading_change_no_content(path: Path, profile: Path):
    with desk_file.reader(path) as reader:
        before = reader.changes()
    Desk.open(path, Profile(profile)).close()
    with desk_file.reader(path) as reader:
        assert reader.changes() == before
    verify(path)


def test_reading_leaves_every_byte(path: Path):
    before = _fingerprint(path)
    with desk_file.reader(path) as reader:
        assert reader.value("SELECT count(*) FROM lesson") == 20
    verify(path)
    assert _fingerprint(path) == before


def test_a_missing_file_is_refused(tmp_path: Path, profile: Path):
    assert "no file" in refuse(tmp_path / "none.hrdesk", profile)


def test_a_folder_is_refused(tmp_path: Path, profile: Path):
    folder = tmp_path / "folder.hrdesk"
    folder.mkdir()
    assert "folder" in refuse(folder, profile)


@pytest.mark.parametrize(
    "content", [b"", b"x", b"Dear colleagues,\n" * 100, b"\x00" * 5000, b"SQLite format 4\x00" * 100]
)
def test_what_is_no_database_is_refused(tmp_path: Path, profile: Path, content: bytes):
    file = tmp_path / "text.hrdesk"
    file.write_bytes(content)
    assert "not a desk file" in refuse(file, profile)


def test_a_foreign_database_is_refused(tmp_path: Path, profile: Path):
    file = tmp_path / "foreign.hrdesk"
    other = sqlite3.connect(file)
    other.execute("CREATE TABLE change (id)")
    other.commit()
    other.close()
    assert "not a desk file" in refuse(file, profile)


def test_a_foreign_database_with_our_mark_is_refused(tmp_path: Path, profile: Path):
    file = tmp_path / "foreign.hrdesk"
    other = sqlite3.connect(file)
    other.execute(f"PRAGMA application_id = {0x68726473}")
    other.execute("PRAGMA user_version = 1")
    other.execute("CREATE TABLE x (id)")
    other.commit()
    other.close()
    refuse(file, profile)


def test_a_file_of_a_newer_hrdesk_is_refused(path: Path, profile: Path):
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 99")
    other.commit()
    other.close()
    assert "newer" in refuse(path, profile)


@pytest.mark.parametrize("share", [0.0005, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9999])
def test_a_file_that_is_cut_short_is_refused(path: Path, profile: Path, made: bytes, share: float):
    path.write_bytes(made[: int(len(made) * share)])
    assert "cut short" in refuse(path, profile)


@pytest.mark.parametrize("length", [1, 15, 16, 17, 60, 99, 100, 101, 511, 512, 4095, 4096, 4097])
def test_a_file_cut_short_in_its_head_is_refused(path: Path, profile: Path, made: bytes, length: int):
    path.write_bytes(made[:length])
    refuse(path, profile)


def test_a_damaged_page_is_found_by_verifying(path: Path, made: bytes):
    damaged = bytearray(made)
    page = len(made) // 2 // 4096 * 4096  # its head: what lies between a page's head and its cells means nothing
    damaged[page : page + 600] = b"\xff" * 600
    path.write_bytes(damaged)
    try:
        assert verify(path).faults
    except Refused:
        return


def test_making_a_desk_over_any_file_is_refused(path: Path, profile: Path):
    before = _fingerprint(path)
    with pytest.raises(Refused):
        Desk.create(path, Profile(profile))
    assert _fingerprint(path) == before


def test_making_a_desk_where_there_is_no_folder_is_refused(tmp_path: Path, profile: Path):
    with pytest.raises(Refused):
        Desk.create(tmp_path / "none" / "a.hrdesk", Profile(profile))
    assert list(tmp_path.iterdir()) == []


def test_leftovers_of_an_interrupted_making_are_no_hindrance(tmp_path: Path, profile: Path):
    (tmp_path / ".a.hrdesk.new").write_bytes(b"half")
    (tmp_path / ".a.hrdesk.new-journal").write_bytes(b"half")
    Desk.create(tmp_path / "a.hrdesk", Profile(profile)).close()
    assert [one.name for one in tmp_path.iterdir()] == ["a.hrdesk"]


def test_a_place_that_cannot_be_written_is_refused(path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch):
    """Tests may run as root, who may write anywhere: the system call is made to say what it says to others."""

    def forbidden(self: WriterLock) -> bool:
        raise PermissionError(13, "Permission denied")

    before = _fingerprint(path)
    monkeypatch.setattr(WriterLock, "take", forbidden)
    with pytest.raises(Refused, match="cannot be written"):
        Desk.open(path, Profile(profile))
    assert _fingerprint(path) == before
    with desk_file.reader(path) as reader:
        assert reader.value("SELECT count(*) FROM lesson") == 20


@contextlib.contextmanager
def _as_plain_user() -> Iterator[None]:
    """Be nobody for a while when the tests run as root, who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(sys.platform == "win32", reason="folders there have no such permission")
def test_a_read_only_folder_is_refused(path: Path, profile: Path):
    # Not under pytest's own folder, which only its owner may enter.
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        shut = Path(place) / "shut"
        shut.mkdir()
        desk = Path(shutil.copy(path, shut / path.name))
        desk.chmod(0o444)
        before = _fingerprint(desk)
        shut.chmod(0o555)
        try:
            with _as_plain_user(), pytest.raises(Refused, match="cannot be written"):
                Desk.open(desk, Profile(profile))
            with _as_plain_user(), desk_file.reader(desk) as reader:
                assert reader.value("SELECT count(*) FROM lesson") == 20
        finally:
            shut.chmod(0o755)
        assert _fingerprint(desk) == before


def test_a_second_writer_is_refused_and_the_first_goes_on(path: Path, profile: Path, desk: Desk):
    with pytest.raises(Refused, match="open for writing"):
        Desk.open(path, Profile(profile))
    desk.run(ADD, kind="lesson", text="x")
    desk.close()
    Desk.open(path, Profile(profile)).close()


WRITER = """
import sys
import tempfile
from pathlib import Path
from hrdesk.desk import Desk
from hrdesk.errors import Refused
from hrdesk.store.identity import Profile
try:
    desk = Desk.open(Path(sys.argv[1]), Profile(Path(sys.argv[2])))
except Refused as refusal:
    print("refused", refusal)
else:
    print("open", flush=True)
    sys.stdin.readline()
    desk.close()
"""


def other_process(path: Path, profile: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(profile)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )


def test_a_writer_in_another_process_is_refused_until_this_one_closes(path: Path, profile: Path, desk: Desk):
    other = other_process(path, profile)
    told, _ = other.communicate("\n")
    assert told.startswith("refused")
    desk.close()
    other = other_process(path, profile)
    told, _ = other.communicate("\n")
    assert told.startswith("open")
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_reader_sees_what_another_process_keeps_and_one_state_of_it(path: Path, desk: Desk):
    reading = (
        "import sys; from pathlib import Path; from hrdesk.store import desk_file\n"
        "with desk_file.reader(Path(sys.argv[1])) as r:\n"
        "    print(r.value('SELECT count(*) FROM lesson'), flush=True); sys.stdin.readline()\n"
        "    print(r.value('SELECT count(*) FROM lesson'), flush=True)\n"
    )
    desk.run(ADD, kind="lesson", text="one more")
    with subprocess.Popen(
        [sys.executable, "-c", reading, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "21\n"
        desk.run(ADD, kind="lesson", text="while it reads")
        other.stdin.write("\n")
        other.stdin.flush()
        assert other.stdout.readline() == "21\n"
    with desk.reader() as reader:
        assert reader.value("SELECT count(*) FROM lesson") == 22
    desk.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_full_disk_refuses_the_command_and_keeps_what_was_there(path: Path, desk: Desk):
    with desk.file.writing_already() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")

    def fill() -> None:
        for _ in range(50):
            desk.run(ADD, kind="lesson", text="x" * 20_000)

    with pytest.raises(Refused, match="cannot be written"):
        fill()
    with desk.file.writing_already() as connection:
        connection.execute("PRAGMA max_page_count = 1000000")
    desk.run(ADD, kind="lesson", text="room again")
    desk.close()
    assert verify(path).faults == ()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
def test_a_file_that_may_not_grow_refuses_the_command_and_stays_sound(path: Path, profile: Path):
    writing = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from hrdesk.desk import Desk; from hrdesk.errors import Refused\n"
        "from hrdesk.store.identity import Profile; from hrdesk.work import COMMANDS\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "desk = Desk.open(Path(sys.argv[1]), Profile(Path(sys.argv[2])))\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "kept = 0\n"
        "try:\n"
        "    for number in range(200):\n"
        "        desk.run(COMMANDS['add'], kind='lesson', text='x' * 9_000); kept += 1\n"
        "except Refused as refusal:\n"
        "    print(kept, refusal.message[:23])\n"
        "desk.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", writing, str(path), str(profile)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    kept, _, sentence = done.stdout.partition(" ")
    assert sentence == "{path} cannot be writte\n"
    with desk_file.reader(path) as reader:
        assert reader.value("SELECT count(*) FROM lesson") == 20 + int(kept)
    assert verify(path).faults == ()


def test_a_name_in_no_known_encoding_and_with_signs_of_addresses_works(tmp_path: Path, profile: Path):
    folder = tmp_path / "a?b#c %41"
    folder.mkdir()
    names = ["50% & 人权?x=1#y.hrdesk"]
    if sys.platform == "linux":
        names.append(os.fsdecode(b"caf\xe9.hrdesk"))
    for name in names:
        desk = Desk.create(folder / name, Profile(profile))
        desk.run(ADD, kind="lesson", text="x")
        desk.close()
        with desk_file.reader(folder / name) as reader:
            assert reader.value("SELECT count(*) FROM lesson") == 1
    assert sorted(one.name for one in folder.iterdir()) == sorted(names)


def test_other_declarations_ask_for_a_rebuild_when_the_file_is_opened(path: Path, profile: Path):
    connection = driver.connect(path, writing=True)
    connection.execute("UPDATE meta SET value = 'older' WHERE key = 'signature'")
    connection.execute("DROP TABLE lesson")
    connection.close()
    with pytest.raises(Refused, match="older"), desk_file.reader(path):
        pass
    Desk.open(path, Profile(profile)).close()
    assert verify(path).faults == ()
    with desk_file.reader(path) as reader:
        assert reader.value("SELECT count(*) FROM lesson") == 20


def test_a_table_that_differs_from_the_journal_is_found(path: Path):
    connection = driver.connect(path, writing=True)
    connection.execute("UPDATE lesson SET text = 'altered' WHERE id = (SELECT min(id) FROM lesson)")
    connection.close()
    assert verify(path).faults == ("the table lesson differs from the journal",)


def test_a_copy_at_rest_is_the_same_desk(path: Path, tmp_path: Path):
    copy = tmp_path / "copy" / "b.hrdesk"
    copy.parent.mkdir()
    shutil.copyfile(path, copy)
    assert verify(copy) == verify(path)


def test_what_is_made_later_sorts_later_however_quick_it_comes(tmp_path: Path, profile: Path):
    """Two commands within a millisecond, or a clock that is set back: notes of one second stand by their ids."""
    instants = iter([datetime(2026, 11, 20, 10, tzinfo=UTC)] * 30 + [datetime(2026, 11, 20, 9, tzinfo=UTC)] * 300)
    held = Desk.create(tmp_path / "new.hrdesk", Profile(profile), clock=lambda: next(instants))
    made = [held.run(COMMANDS["add"], kind="lesson", text="x")["id"] for _ in range(20)]
    held.close()
    assert made == sorted(made)


def test_an_id_that_follows_anothers_wrong_clock_does_not_push_those_of_later_commands(tmp_path: Path, profile: Path):
    held = Desk.create(tmp_path / "new.hrdesk", Profile(profile))
    with held.file.pen() as pen:
        pushed = pen.new_id(after="6zzzzzzzzzzzzzzzzzzzzzzzzz")
        assert pen.new_id() > pushed
    made = held.run(COMMANDS["add"], kind="lesson", text="x")["id"]
    held.close()
    assert made < "6"
