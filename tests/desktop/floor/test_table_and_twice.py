"""The table of the floor, saved from its room; and a speaker who came onto the list twice."""

import csv

import pytest
from PySide6.QtWidgets import QFileDialog


@pytest.fixture
def saved(panel, settled, qtbot, monkeypatch, tmp_path):
    """Give a way to save the table by an action of the room: gives the suggested name and the rows that were written.

    Rows are None where nothing was written.
    """

    def save(action):
        asked = []

        def answer(_parent, _title, suggested, _kind):
            asked.append(suggested)
            return str(tmp_path / "table"), ""

        monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
        next(one for one in panel.actions_of_room() if one.name == action).do()
        settled()
        qtbot.waitUntil(lambda: panel.workplace.is_idle)
        path = tmp_path / "table.csv"
        if not path.exists():
            return asked[0], None
        with path.open(encoding="utf-8-sig", newline="") as file:
            return asked[0], list(csv.DictReader(file))

    return save


@pytest.fixture
def told(workplace):
    """Collect what the status line said."""
    said: list[str] = []
    workplace.kept.connect(said.append)
    return said


def speakers(rows):
    return [row["Who"] for row in rows if row["Table"] == "Interventions"]


def test_the_table_is_saved_as_the_room_knew_it_and_its_name_tells_the_class(panel, press, saved, told, clock):
    press("F6", "Space", "Space")
    clock.wait(30)
    press("F4")
    name, rows = saved("floor.table")
    assert name.endswith("-restricted.csv")
    assert speakers(rows) == ["State"]
    assert any("Table written" in one for one in told)


def test_the_table_for_the_desk_holds_names_and_is_called_confidential(panel, press, saved):
    press("F6", "Space", "Space", "F4")
    name, rows = saved("floor.table_names")
    assert name.endswith("-confidential.csv")
    assert speakers(rows) == ["Armenia"]


def test_of_a_confidential_session_no_table_is_saved_but_the_desk_s_own(panel, saved, settled, workplace, refused):
    workplace.run("edit", id=settled().session.id, sensitivity="confidential", title="Xyzzy")
    settled()
    name, rows = saved("floor.table")
    assert rows is None
    assert "Xyzzy" not in name
    assert "confidential" in str(refused[0])
    assert saved("floor.table_names")[1] is not None


def test_a_speaker_who_is_on_the_list_twice_is_joined_by_one_key(panel, press, settled, workplace, told):
    one = settled().waiting[0].speaker.request
    workplace.run("inscribe", session=one.session, delegation=one.delegation, again=True)
    lines = settled().waiting
    assert len(lines) == 5
    assert [line.place for line in lines if line.twice] == [1, 5]
    panel.queues.show_request(lines[4].speaker.request.id)
    press("Ctrl+Shift+J")
    assert len(settled().waiting) == 4
    assert settled().waiting[0].speaker.request.id == one.id
    assert not settled().waiting[0].twice
    assert any("Joined" in one for one in told)
    workplace.desk.undo()
    assert len(settled().waiting) == 5


def test_a_speaker_who_is_there_once_is_joined_with_nobody(panel, press, settled, told):
    panel.queues.show_request(settled().waiting[1].speaker.request.id)
    press("Ctrl+Shift+J")
    assert len(settled().waiting) == 4
    assert "only once" in told[-1]
