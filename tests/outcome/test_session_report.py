"""The report on one session: what was noted in it, how its floor was shared, and nobody who is not to be named."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES
from hrdesk.outcome.document import Heading, Table
from hrdesk.outcome.session_report import export_session_report, session_report
from hrdesk.records.moment import Moment
from hrdesk.work import COMMANDS
from tests.floor.scenes import ask_for_floor, speak
from tests.store.desks import MemoryDesk

NOW = Moment(datetime(2026, 11, 20, 12, tzinfo=UTC))


@pytest.fixture
def desk() -> Iterator[MemoryDesk]:
    held = MemoryDesk(0)
    yield held
    held.close()


def do(desk: MemoryDesk, command: str, /, **arguments: Any) -> Any:
    return desk.run(COMMANDS[command], **arguments)


def a_session(desk: MemoryDesk, sensitivity: str = "public") -> str:
    made = do(desk, "new-consultation", title="Workshop", language="en", sensitivity=sensitivity)["session"]
    do(desk, "edit", id=made, title="Panel 1", starts="2026-11-20T10:00")
    asked = [
        do(desk, "inscribe", session=made, delegation="GHA")["id"],
        do(desk, "inscribe", session=made, label="A body that nobody knows")["id"],
    ]
    anna = do(desk, "add", kind="person", name="Anna Anders", category="ngo")["id"]
    do(desk, "protect-person", person=anna, pseudonym="Speaker 4")
    asked.append(ask_for_floor(desk.run, made, person=anna, speaker_class="ngo"))
    for minute, request in enumerate(asked):
        at = f"2026-11-20T10:0{minute}"
        speak(desk.run, made, request, f"{at}:00.000Z", f"{at}:30.000Z")
        do(desk, "edit", id=request, state="spoke")
    missed = do(desk, "inscribe", session=made, delegation="PER")["id"]
    do(desk, "edit", id=missed, state="not_reached")
    return str(made)


def blocks(desk: MemoryDesk, session: str, language: str = "en") -> tuple[Any, ...]:
    return session_report(desk.reader, session, language, NOW).document.blocks


def headings(found: tuple[Any, ...]) -> list[str]:
    return ["".join(run.text for run in one.runs) for one in found if isinstance(one, Heading)]


def tables(found: tuple[Any, ...]) -> dict[str, list[tuple[str, ...]]]:
    """Give the rows of each table by the heading before it."""
    told = {}
    for before, one in pairwise(found):
        if isinstance(one, Table):
            name = "".join(run.text for run in before.runs)
            told[name] = [tuple("".join(run.text for run in cell) for cell in row) for row in one.rows]
    return told


def test_the_report_bears_the_title_of_its_session_and_what_was_noted_there_alone(desk: MemoryDesk):
    session = a_session(desk)
    other = do(desk, "add", kind="session", title="Panel 2", sensitivity="public")["id"]
    do(desk, "keep-note", session=session, text="Noted here.", sensitivity="public")
    do(desk, "keep-note", session=other, text="Noted elsewhere.", sensitivity="public")
    found = blocks(desk, session)
    assert headings(found)[0] == "Panel 1"
    assert "How the floor was shared" in headings(found)
    assert "Noted here." in repr(found)
    assert "Noted elsewhere." not in repr(found)


def test_tables_tell_who_spoke_how_long_and_who_was_not_reached(desk: MemoryDesk):
    found = tables(blocks(desk, a_session(desk)))
    assert ("State", "1", "1", "1", "0:30", "33%") in found["By class"]
    assert [row[0] for row in found["Interventions"]] == ["Ghana", "A body that nobody knows", "civil society"]
    assert found["Not reached"] == [("Peru", "1", "no")]


def test_every_table_with_bars_has_one_for_each_row(desk: MemoryDesk):
    found = [one for one in blocks(desk, a_session(desk)) if isinstance(one, Table)]
    assert sum(bool(one.bars) for one in found) >= 2
    assert all(len(one.bars) in (0, len(one.rows)) for one in found)
    assert all(len(row) == len(one.header) == len(one.widths) for one in found for row in one.rows)


def test_a_session_without_a_floor_has_no_such_section(desk: MemoryDesk):
    session = do(desk, "new-consultation", title="Workshop", language="en", sensitivity="public")["session"]
    do(desk, "keep-note", session=session, text="Noted.", sensitivity="public")
    assert "How the floor was shared" not in headings(blocks(desk, session))


def test_a_protected_person_is_a_class_and_no_more(desk: MemoryDesk):
    told = repr(blocks(desk, a_session(desk)))
    assert "Anna" not in told
    assert "Speaker 4" not in told


def test_of_a_restricted_session_only_classes_are_told_and_each_page_says_so(desk: MemoryDesk):
    document = session_report(desk.reader, a_session(desk, "restricted"), "en", NOW).document
    assert document.banner == "Restricted"
    for name in ("Ghana", "Peru", "A body that nobody knows"):
        assert name not in repr(document)


def test_a_confidential_session_has_no_report(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk, "confidential")
    with pytest.raises(Refused, match="confidential"):
        export_session_report(desk.reader, session, "en", tmp_path / "x.pdf", NOW)
    assert not list(tmp_path.iterdir())


def test_it_is_written_in_all_six_languages(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk)
    for language in LANGUAGES:
        written = export_session_report(desk.reader, session, language, tmp_path / f"{language}.pdf", NOW)
        assert written.pages >= 1
        assert not written.missing
        assert written.path.read_bytes().startswith(b"%PDF")


def test_the_same_session_gives_the_same_bytes(desk: MemoryDesk, tmp_path: Path):
    session = a_session(desk)
    one, two = (
        export_session_report(desk.reader, session, "ar", tmp_path / name, NOW).path.read_bytes() for name in "ab"
    )
    assert one == two
