"""Makes the files that a version leaves for ever: run once, when a version is finished, and never again for it.

``python -m tests.reference.freezing`` writes the folder ``version-…`` beside this file and prints its hashes for
test_frozen_files.py. Everything in it is invented, names no person, and is sealed with keys made for it and thrown
away; the one key kept is that of the desk which the encrypted bundle is for.
"""

import hashlib
import lzma
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from hrdesk.desk import Desk
from hrdesk.exchange.bundle import read_bundle, write_have
from hrdesk.exchange.bundle.layout import VERSION
from hrdesk.exchange.giving import give
from hrdesk.exchange.merging import merge
from hrdesk.exchange.scope import Scope
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS
from tests.exchange.making import bundle, change, written

HERE = Path(__file__).parent


def freeze(folder: Path, work: Path) -> None:
    """Write every file of this version into ``folder``, which is new; ``work`` is for what is thrown away."""
    folder.mkdir()
    ticks = count()

    def clock() -> datetime:
        return datetime(2026, 11, 20, 9, tzinfo=UTC) + timedelta(seconds=next(ticks))

    profiles = {name: Profile(work / name) for name in ("first", "second", "later", "cloned")}
    first, second = (Desk.create(work / f"{name}.hrdesk", profiles[name], clock) for name in ("first", "second"))

    def do(desk: Desk, command: str, **arguments: Any) -> dict[str, str]:
        return dict(desk.run(COMMANDS[command], **arguments))

    def hand(desk: Desk, name: str) -> Path:
        with desk.reading() as reader:
            scope = Scope(sensitivity="confidential")
            return give(reader, work / name, desk.file.profile, desk.file.now(), scope=scope).path

    session = do(first, "new-consultation", title="Workshop on water", language="en", sensitivity="public")["session"]
    do(first, "take-seat", name="First desk", role="staff")
    quoted = do(first, "keep-note", session=session, text="“Quoted” é 人权 \U0001f5fa", sensitivity="public")["id"]
    lines = do(first, "keep-note", session=session, text="two\nlines\tand a tab", sensitivity="restricted")["id"]
    do(first, "keep-note", session=session, text="\u202eturned\u202c الحق في الماء", sensitivity="confidential")
    gone = do(first, "keep-note", session=session, text="deleted", sensitivity="public")["id"]
    made = do(first, "make-recommendation", notes=[quoted], text="States should secure access to water.")["id"]
    merge(second, [hand(first, "one.json")])
    do(second, "take-seat", name="Second desk", role="rapporteur")
    do(second, "edit", id=made, text="All States should secure access to water.", language="en")
    do(first, "edit", id=made, text="States must secure access to water.", language="en")
    do(first, "delete", id=gone)
    do(second, "edit", id=gone, text="edited by who had not seen the deletion")
    merge(first, [hand(second, "two.json")])
    later, cloned = (f"{profiles[name].device}.1" for name in ("later", "cloned"))
    unknown = [
        change(later, 1, kind="sensor", field="reading", val=7, sv=99, record="r1"),
        change(later, 2, kind="note", field="mood", val=True, sv=99, record=lines),
    ]
    merge(first, [written(work / "later.json", bundle(profiles["later"], unknown))])
    for number, told in enumerate(("here", "there")):
        line = change(cloned, 1, kind="lesson", val=told, record="r2", lam=1)
        merge(first, [written(work / f"{number}.json", bundle(profiles["cloned"], [line]))])
    unsealed = change(cloned, 2, kind="lesson", field="pointer", val="nobody sealed this", record="r2")
    merge(first, [written(work / "unsealed.json", bundle(profiles["later"], [unsealed], []))])
    do(first, "keep-note", session=session, text="the last one", sensitivity="public")
    with first.reading() as reader:
        now, scope = first.file.now(), Scope(sensitivity="confidential")
        give(reader, folder / "small.hrdesk.json", profiles["first"], now, scope=scope)
        address = (profiles["second"].recipient,)
        give(reader, folder / "small.hrdesk.json.gz.age", profiles["first"], now, scope=scope, recipients=address)
        write_have(reader, folder / "small.hrdesk-have.json", profiles["first"], now)
    first.close()
    second.close()
    (folder / "age.key").write_bytes((profiles["second"].folder / "age.key").read_bytes())
    (folder / "small.hrdesk.xz").write_bytes(lzma.compress((work / "first.hrdesk").read_bytes(), preset=9))
    assert read_bundle(folder / "small.hrdesk.json").header.version == VERSION


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        made = HERE / f"version-{VERSION}"
        freeze(made, Path(place))
    for path in sorted(made.iterdir()):
        print(f'    "{path.name}": "{hashlib.sha256(path.read_bytes()).hexdigest()}",')
