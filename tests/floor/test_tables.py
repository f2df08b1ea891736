"""How the floor was shared, as a table: right to the second, and no more names than the room has seen."""

import csv
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.floor.queries import picture
from hrdesk.floor.tables import COLUMNS, export_table, rows, written
from hrdesk.language.words import words_for
from hrdesk.records.moment import Moment
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, choose, speak
from tests.store.desks import MemoryDesk

NOW = Moment(datetime(2026, 11, 20, 12, tzinfo=UTC))
ENGLISH = words_for("en").text


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def a_session(desk: MemoryDesk, sensitivity: str = "public") -> str:
    """Make a session in which two States and a protected person spoke and a third State was not reached."""
    made = do(desk, "new-consultation", title="Panel", language="en", sensitivity=sensitivity)["session"]
    ghana, peru, nepal = (
        do(desk, "add", kind="delegation", name=name, code=code, category="state", regional_group=group)["id"]
        for name, code, group in (
            ("=Ghana", "XGH", "african"),
            ("Peru", "XPE", "latin_american_caribbean"),
            ("Nepal", "XNE", "asia_pacific"),
        )
    )
    anna = do(desk, "add", kind="person", name="Anna Anders", category="ngo", gender="woman")["id"]
    do(desk, "protect-person", person=anna, pseudonym="Speaker 4")
    asked = [
        ask_for_floor(desk.run, made, delegation=ghana, speaker_class="state", state="spoke"),
        ask_for_floor(desk.run, made, delegation=peru, speaker_class="state", state="spoke", on_behalf_of="Andean"),
        ask_for_floor(desk.run, made, person=anna, speaker_class="ngo", state="spoke"),
    ]
    ask_for_floor(desk.run, made, delegation=nepal, speaker_class="state", state="not_reached", written=True)
    for minute, request in enumerate(asked):
        at = f"2026-11-20T10:0{minute}"
        speak(desk.run, made, request, f"{at}:00.000Z", f"{at}:{30 + 10 * minute}.400Z")
    return str(made)


def told(desk: MemoryDesk, session: str, **more: Any) -> list[dict[str, str]]:
    found = rows(picture(desk.reader, session, NOW), NOW, ENGLISH, **more)
    text = written(found, ENGLISH).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_every_row_has_every_column(desk: MemoryDesk):
    found = rows(picture(desk.reader, a_session(desk), NOW), NOW, ENGLISH)
    assert found
    assert {len(row) for row in found} == {len(COLUMNS)}


def test_the_balance_tells_time_turns_and_who_was_not_reached_by_class_and_group(desk: MemoryDesk):
    found = told(desk, a_session(desk))
    by_class = {one["Who"]: one for one in found if one["Table"] == "By class"}
    assert {name: one["Seconds used"] for name, one in by_class.items()} == {"State": "71", "civil society": "50"}
    assert (by_class["State"]["Interventions"], by_class["State"]["Not reached"]) == ("2", "1")
    assert by_class["State"]["Share of the time, per mille"] == "584"
    by_group = {one["Who"] for one in found if one["Table"] == "By regional group"}
    assert {"African States", "Latin American and Caribbean States", "Asia-Pacific States"} <= by_group


def test_each_intervention_tells_when_how_long_and_who_as_the_room_saw_it(desk: MemoryDesk):
    found = [one for one in told(desk, a_session(desk)) if one["Table"] == "Interventions"]
    assert [(one["Who"], one["Seconds used"]) for one in found] == [
        ("'=Ghana", "30"),
        ("Peru (Andean)", "40"),
        ("civil society", "50"),
    ]
    assert found[0]["Begun at"].startswith("2026-11-20T10:00:00")
    assert (found[2]["Kind of body"], found[2]["Regional group"]) == ("", "")
    assert "Anna" not in str(told(desk, a_session(desk)))


def test_who_was_not_reached_stands_with_the_written_statement(desk: MemoryDesk):
    (one,) = [one for one in told(desk, a_session(desk)) if one["Table"] == "Not reached"]
    assert (one["Who"], one["Not reached"], one["Remark"]) == ("Nepal", "1", "written statement received")


def test_planned_stands_beside_used_for_each_segment(desk: MemoryDesk):
    session = a_session(desk)
    consultation = desk.reader.value("SELECT id FROM consultation")
    made = do(desk, "add", kind="session_format", consultation=consultation, name="Panel")["id"]
    do(desk, "add", kind="format_segment", session_format=made, segment_kind="floor_round", number=1, minutes=45)
    choose(desk.run, session, made)
    (one,) = [one for one in told(desk, session) if one["Table"] == "Planned and used"]
    assert (one["Who"], one["Seconds allowed"], one["Seconds used"]) == ("The floor, round 1", "2700", "0")


def test_of_a_restricted_session_only_classes_are_told_and_the_desk_sees_more(desk: MemoryDesk):
    session = a_session(desk, "restricted")
    turns = [one for one in told(desk, session) if one["Table"] == "Interventions"]
    assert {one["Who"] for one in turns} == {"State", "civil society"}
    assert {one["Regional group"] for one in turns} == {""}
    own = [one for one in told(desk, session, for_desk=True) if one["Table"] == "Interventions"]
    assert [one["Who"] for one in own] == ["'=Ghana", "Peru", "Speaker 4"]
    assert [one["Regional group"] for one in own][:2] == ["African States", "Latin American and Caribbean States"]


def test_a_confidential_session_leaves_nothing_unless_for_the_desk(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk, "confidential")
    target = tmp_path / "floor.csv"
    with pytest.raises(Refused, match="confidential"):
        export_table(desk.reader, session, target, NOW, "en")
    assert not target.exists()
    assert export_table(desk.reader, session, target, NOW, "en", for_desk=True)
    assert "Anna" not in target.read_text("utf-8-sig")


def test_the_file_is_read_by_a_spreadsheet_in_every_language(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk)
    for language in ("en", "ar", "zh"):
        target = tmp_path / f"{language}.csv"
        count = export_table(desk.reader, session, target, NOW, language)
        data = target.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert len(list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))) == count + 1


def test_a_session_that_is_not_there_is_refused(desk: MemoryDesk, tmp_path: Path):
    with pytest.raises(Refused, match="no session"):
        export_table(desk.reader, "nothing", tmp_path / "x.csv", NOW, "en")


def test_a_rule_of_attribution_does_not_go_with_the_consultation_that_told_it(desk: MemoryDesk):
    session = a_session(desk)
    consultation = desk.reader.value("SELECT id FROM consultation")
    do(desk, "edit", id=consultation, attribution="chatham_house")
    before = told(desk, session)
    do(desk, "delete", id=consultation)
    assert told(desk, session) == before
    assert "Speaker 4" not in repr(before)


def test_a_class_does_not_go_with_the_consultation_that_told_it(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk, "confidential")
    do(desk, "edit", id=session, sensitivity=None, reason="the consultation says it")
    do(desk, "delete", id=desk.reader.value("SELECT id FROM consultation"))
    with pytest.raises(Refused, match="confidential"):
        export_table(desk.reader, session, tmp_path / "floor.csv", NOW, "en")
