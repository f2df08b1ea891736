"""kill -9 while a desk is encrypted, given another key, backed up or restored: it is before or after, never between."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store import backup, copying
from hrdesk.store.encryption import Key, opens, paper_key
from hrdesk.store.file_check import is_encrypted
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

KILLS = int(os.environ.get("HRDESK_KILLS_AT_REST", "1"))
"""For each kind of work; the benchmarks kill more often."""

LONGEST = 0.25
"""Seconds after which a kill comes at the latest: what is done to this small desk takes about so long."""

WORK = """
import sys
from pathlib import Path
from hrdesk.desk import Desk
from hrdesk.store import backup
from hrdesk.store.encryption import key_from_text
from hrdesk.store.identity import Profile
from hrdesk.store.rekeying import change_key
work, path, profile = sys.argv[1], Path(sys.argv[2]), Profile(Path(sys.argv[3]))
before, after = (key_from_text(line, bytes.fromhex(salt)) if line else None
                 for line, salt in (line.split("|") for line in sys.stdin.read().splitlines()))
desk = Desk.open(path, profile, key=before)
print("begun", flush=True)
if work in ("encrypt", "passphrase", "decrypt"):
    change_key(desk.file, after)
elif work == "backup":
    for _ in range(6):
        desk.back_up("asked")
else:
    for _ in range(6):
        desk.restore(backup.list_of(path)[-1])
"""


@pytest.mark.parametrize("kill", range(KILLS))
@pytest.mark.parametrize("work", ["encrypt", "passphrase", "decrypt", "backup", "restore"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_kill_leaves_a_whole_desk_and_whole_backups(tmp_path: Path, profile: Path, work: str, kill: int):
    one, other = Key(os.urandom(32), os.urandom(16)), Key(os.urandom(32), os.urandom(16))
    keys: dict[str, tuple[Key | None, Key | None]] = {"encrypt": (None, one), "decrypt": (one, None)}
    before, after = keys.get(work, (one, other))
    path = _desk_with_backups(tmp_path / "a.hrdesk", profile, before)
    held = {file.name for file in copying.backups_folder(path).iterdir()}
    _kill_at_some_moment(work, path, profile, before, after)
    key = next((key for key in (before, after) if key and is_encrypted(path) and opens(key, path)), None)
    assert (key is None) is (not is_encrypted(path))
    desk = Desk.open(path, Profile(profile), key=key)
    try:
        with desk.reading() as reader:
            texts = {row["text"] for row in reader.rows("SELECT text FROM note WHERE _state = 0")}
        assert texts >= {"before the backup"}
        desk.run(COMMANDS["edit"], id=desk_note(desk), text="it goes on")
    finally:
        desk.close()
    assert verify(path, key).faults == ()
    assert held <= {one.path.name for one in backup.list_of(path)}
    for kept in backup.list_of(path):
        assert verify(kept.path, key).faults == (), "every backup opens with the key of the desk"
    left = [file.name for file in tmp_path.rglob(".*") if ".part" not in file.name]
    assert left == []


def desk_note(desk: Desk) -> str:
    with desk.reading() as reader:
        return str(reader.value("SELECT id FROM note ORDER BY id LIMIT 1"))


def _desk_with_backups(path: Path, profile: Path, key: Key | None) -> Path:
    desk = Desk.create(path, Profile(profile), key=key)
    session = desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]
    desk.run(COMMANDS["keep-note"], session=session, text="before the backup")
    desk.back_up("asked")
    desk.back_up("merge")
    desk.run(COMMANDS["keep-note"], session=session, text="after the backup")
    desk.close()
    return path


def _kill_at_some_moment(work: str, path: Path, profile: Path, before: Key | None, after: Key | None) -> None:
    told = "\n".join(f"{paper_key(key)}|{key.salt.hex()}" if key else "|" for key in (before, after))
    with subprocess.Popen(
        [sys.executable, "-c", WORK, work, str(path), str(profile)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(told.encode())
        child.stdin.close()
        assert child.stdout.readline() == b"begun\n"
        time.sleep(random.random() * LONGEST)
        child.send_signal(signal.SIGKILL)
