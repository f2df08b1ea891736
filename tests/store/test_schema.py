"""A file of an older hrdesk is carried to this version with all it holds."""

from pathlib import Path
from typing import Any

import pytest

from hrdesk.desk import Desk
from hrdesk.store import driver, schema
from hrdesk.store.identity import Profile
from hrdesk.work import COMMANDS

ADD, EDIT = COMMANDS["add"], COMMANDS["edit"]


def lessons(desk: Desk) -> list[str]:
    with desk.reading() as reader:
        return [row["text"] for row in reader.rows("SELECT text FROM lesson WHERE _state <> 1 ORDER BY id")]


def as_older_versions_wrote_it(connection: Any) -> None:
    """Give each field of what was made a row of its own, as it was before version 4."""
    connection.execute(
        "INSERT INTO command_cell SELECT m.command, m.kind, m.record, f.key, 'null', 'null', '', f.value"
        " FROM command_cell m, json_each(m.after) f WHERE m.before_state LIKE 'unmade/%'"
    )
    connection.execute("UPDATE command_cell SET after = 'false' WHERE before_state LIKE 'unmade/%'")
    assert connection.execute("SELECT count(*) FROM command_cell WHERE before_state = ''").fetchone()[0]


@pytest.mark.parametrize("version", [2, 3])
def test_what_can_be_undone_in_an_older_file_can_be_undone_in_this_one(
    tmp_path: Path, profile: Path, monkeypatch: pytest.MonkeyPatch, version: int
):
    path = tmp_path / "old.hrdesk"
    with monkeypatch.context() as older:
        older.setattr(schema, "FORMAT", version)
        older.setattr(schema, "_migrations", [one for one in schema._migrations if one[0] <= version])
        desk = Desk.create(path, Profile(profile))
        made = desk.run(ADD, kind="lesson", text="one")["id"]
        desk.run(EDIT, id=made, text="two")
        desk.run(EDIT, id=made, text="three")
        desk.undo()
        desk.close()
    connection = driver.connect(path, writing=True)
    as_older_versions_wrote_it(connection)
    assert connection.execute("PRAGMA user_version").fetchone()[0] == version
    connection.close()
    desk = Desk.open(path, Profile(profile))
    assert lessons(desk) == ["two"]
    desk.redo()
    assert lessons(desk) == ["three"]
    for left in (["two"], ["one"], []):
        desk.undo()
        assert lessons(desk) == left
    desk.redo()
    assert lessons(desk) == ["one"]
    desk.close()
