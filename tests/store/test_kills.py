"""A process that is killed while it runs commands: every command it acknowledged is there when the desk is opened."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hrdesk.desk import Desk
from hrdesk.store import desk_file
from hrdesk.store.identity import Profile
from hrdesk.store.verification import verify
from hrdesk.work import COMMANDS

KILLS = int(os.environ.get("HRDESK_KILLS", "5"))

LOOP = """
import sys
from pathlib import Path
from hrdesk.desk import Desk
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
desk = Desk.open(Path(sys.argv[1]), Profile(Path(sys.argv[2])))
for number in range(100000):
    made = desk.run(COMMANDS["keep-note"], session=sys.argv[3], text=f"note {number}")
    print("kept", made["id"], flush=True)
    desk.keep_draft("note", f"draft {number}")
    print("draft", number, flush=True)
"""

HALF_WRITTEN = """
import os, signal, sys
from pathlib import Path
from hrdesk.store import driver
connection = driver.connect(Path(sys.argv[1]), writing=True)
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE change SET at = at || 'x'")
connection.execute("UPDATE note SET text = 'half written'")
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.parametrize("kill", range(KILLS))
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_every_acknowledged_command_survives_a_kill(tmp_path: Path, profile: Path, kill: int):
    path = tmp_path / "a.hrdesk"
    desk = Desk.create(path, Profile(profile))
    session = desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]
    name = desk.file.device
    desk.close()
    with subprocess.Popen(
        [sys.executable, "-c", LOOP, str(path), str(profile), session],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as other:
        assert other.stdout is not None
        acknowledged = [other.stdout.readline()]
        time.sleep(random.random() * 0.4)
        other.send_signal(signal.SIGKILL)
        acknowledged += other.stdout.readlines()
    kept = {line.split()[1] for line in acknowledged if line.startswith("kept ") and line.endswith("\n")}
    drafts = [int(line.split()[1]) for line in acknowledged if line.startswith("draft ") and line.endswith("\n")]
    with desk_file.reader(path) as reader:  # a reader may come first, beside what the dead writer left
        there = {row["id"] for row in reader.rows("SELECT id FROM note")}
    assert kept <= there
    assert len(there) <= len(kept) + 1, "a command that nobody acknowledged may have been kept, but one at most"
    desk = Desk.open(path, Profile(profile))
    if drafts:
        assert int(desk.draft("note").split()[1]) in (drafts[-1], drafts[-1] + 1)
    assert desk.undo() == "keep-note"
    desk.run(COMMANDS["keep-note"], session=session, text="after")
    with desk.reading() as reader:
        dots = reader.dots()
    desk.close()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert verify(path).faults == ()
    assert len({seq for dev, seq in dots if dev == name}) == sum(dev == name for dev, _ in dots)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_a_reader_may_come_first_where_a_writer_died_while_it_closed_the_file(tmp_path: Path, profile: Path):
    """Closing takes the file out of WAL mode; killed in that, it leaves a journal that no reader may roll back."""
    path = tmp_path / "a.hrdesk"
    desk = Desk.create(path, Profile(profile))
    session = desk.run(COMMANDS["new-consultation"], title="W", language="en")["session"]
    for number in range(50):
        desk.run(COMMANDS["keep-note"], session=session, text=f"note {number}")
    desk.close()
    subprocess.run([sys.executable, "-c", HALF_WRITTEN, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert path.with_name("a.hrdesk-journal").exists()
    with desk_file.reader(path) as reader:
        assert reader.value("SELECT count(*) FROM note WHERE text = 'half written'") == 0
        assert reader.value("SELECT count(*) FROM note") == 50
    assert verify(path).faults == ()
