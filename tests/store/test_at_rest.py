"""What a thief can read: nothing of 200 names planted in an encrypted desk, while it is open, killed, and closed."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.settings import PROFILE_VARIABLE, Settings
from hrdesk.store import backup
from hrdesk.store.encryption import Key, paper_key
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

SYLLABLES = "Ba Ke Li Mo Nu Ra Shi To Va Zé Ша Лю عبد نور 王 芳".split()

PLANTING = """
import sys
from pathlib import Path
from hrdesk.desk import Desk
from hrdesk.settings import Settings
from hrdesk.store.encryption import key_from_text, salt_of
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
path, profile = Path(sys.argv[1]), Path(sys.argv[2])
paper, *names = sys.stdin.read().splitlines()
desk = Desk.open(path, Profile(profile), key=key_from_text(paper, salt_of(path)))
session = desk.run(COMMANDS["new-consultation"], title=names.pop(), language="en")["session"]
for number, name in enumerate(names):
    made = desk.run(COMMANDS["keep-note"], session=session, text=f"{name} said so.", speaker_label=name)
    if number % 5 == 0:
        desk.run(COMMANDS["edit"], id=made["id"], text=f"changed by {name}")
    if number % 7 == 0:
        desk.undo()
    desk.keep_draft(f"note/{number}", f"{name}, typed and not kept")
with desk.file.writing() as connection:
    connection.execute("INSERT INTO bundle_log (hash, merged_at, name, sender, new, known) VALUES ('h', '', ?, '', 0, 0)",
                       (f"from {names[0]}.hrdesk.json",))
settings = Settings.load(profile)
settings.remember(path)
settings.save(profile)
desk.back_up("schedule")
desk.restore(desk.back_up("merge"))
with desk.reader() as reader:  # a big sort, which would go into a temporary file
    reader.rows("SELECT a.val FROM change a, change b ORDER BY a.val || b.val LIMIT 10")
desk.keep_draft("here", names[1] + " again")
print("planted", flush=True)
sys.stdin.close()
import time
time.sleep(600)
"""


def names_of(count: int) -> list[str]:
    """Invent names that no program text holds by chance."""
    chance = random.Random(20261120)
    found: set[str] = set()
    while len(found) < count:
        found.add("".join(chance.choices(SYLLABLES, k=5)) + " " + "".join(chance.choices(SYLLABLES, k=4)))
    return sorted(found)


def readable(folders: list[Path], names: list[str]) -> list[str]:
    """Name each file below ``folders`` in which a planted name can be read, in any of the encodings of text.

    Both sides are folded byte by byte, which loses no find: what stands in the file as it is also stands there folded.
    """
    found = []
    forms = [name.encode(code).lower() for name in names for code in ("utf-8", "utf-16-le", "utf-16-be")]
    for file in (file for folder in folders for file in folder.rglob("*") if file.is_file()):
        folded = (file.read_bytes() + os.fsencode(str(file.name))).lower()
        found += [f"{file.name}: {form!r}" for form in forms if form in folded]
    return found


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_no_planted_name_can_be_read_while_open_after_a_kill_or_after_closing(tmp_path: Path, profile: Path):
    desks, scratch = tmp_path / "desks", tmp_path / "scratch"
    desks.mkdir()
    scratch.mkdir()
    key, names = Key(os.urandom(32), os.urandom(16)), names_of(200)
    path = desks / "workshop.hrdesk"
    Desk.create(path, Profile(profile), key=key).close()
    places = [desks, profile, scratch]
    with subprocess.Popen(
        [sys.executable, "-c", PLANTING, str(path), str(profile)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "TMPDIR": str(scratch), "SQLITE_TMPDIR": str(scratch), PROFILE_VARIABLE: str(profile)},
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write("\n".join([paper_key(key), *names]).encode())
        child.stdin.close()
        try:
            assert child.stdout.readline() == b"planted\n"
            assert path.with_name("workshop.hrdesk-wal").stat().st_size, "the journal of the open desk is searched too"
            assert readable(places, names) == []
        finally:
            child.send_signal(signal.SIGKILL)
    assert readable(places, names) == [], "after a kill"
    desk = Desk.open(path, Profile(profile), key=key)
    with desk.reading() as reader:
        assert reader.value("SELECT count(*) FROM note") > 150
    desk.close()
    assert readable(places, names) == [], "after closing"
    assert len(backup.list_of(path)) == 3
    assert all(verify(one.path, key).faults == () for one in backup.list_of(path)[:1])
    assert Settings.load(profile).recent == [str(path.resolve())]


def test_the_search_would_find_a_name_in_a_plain_desk(tmp_path: Path, profile: Path):
    desk = Desk.create(tmp_path / "plain.hrdesk", Profile(profile))
    desk.run(COMMANDS["new-consultation"], title=names_of(200)[7], language="en")
    desk.close()
    assert readable([tmp_path], names_of(200))
