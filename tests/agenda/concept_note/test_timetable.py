"""Timetables: hours before titles, breaks, days, columns of a table."""

from pathlib import Path

import docx
import pytest

from hrdesk.agenda.concept_note import read_concept_note
from hrdesk.agenda.concept_note.timetable import is_break, timed
from hrdesk.files.document import read_document
from tests.agenda.concept_note.reading_notes import every, note


def test_an_item_that_begins_lasts_until_the_next_one() -> None:
    read = note("Workshop\nConcept note\n\nProgramme\n\n09:30 Welcome\n10:00 Session 1: Reprisals\n11:30 Remedies\n")
    assert every(read, "agenda_item", "title") == ["Welcome", "Reprisals", "Remedies"]
    assert every(read, "agenda_item", "minutes") == [30, 90, None]


@pytest.mark.parametrize("title", ["Coffee break", "Lunch", "Registration of participants", "Pause-café", "Almuerzo"])
def test_a_break_is_no_item(title: str) -> None:
    assert is_break(title)


def test_a_session_on_breaks_with_the_past_is_one() -> None:
    assert not is_break("Session 2: Lunch with the judges")
    assert not is_break("Breaking the silence")


def test_the_line_of_a_day_is_no_question_of_the_item_above_it() -> None:
    read = note(
        "Workshop\nConcept note\n\nAgenda\n\nPanel 1: Reprisals\nGuiding questions:\n• Who helps?\n\nSecond day, morning\n\n"
        "Panel 2: Remedies\nGuiding questions:\n• Who pays?\n"
    )
    assert every(read, "guiding_question", "text") == ["Who helps?", "Who pays?"]


def test_an_afternoon_hour_is_counted_from_noon() -> None:
    found = timed("2.30 p.m. Working groups")
    assert found is not None
    assert (found.begins, found.rest) == (14 * 60 + 30, "Working groups")


def test_a_name_after_an_hour_keeps_its_first_letter() -> None:
    found = timed("10:30 Panel I")
    assert found is not None
    assert found.rest == "Panel I"


def test_a_timetable_in_word_is_read_by_its_columns(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Concept note")
    document.add_paragraph("Workshop on early warning")
    table = document.add_table(rows=0, cols=3)
    for row in (
        ("Time", "Session", "Speaker"),
        ("09:00–09:20", "Opening", "OHCHR"),
        ("09:20–10:30", "Session 1: Signals", "African Union Commission"),
        ("10:30–10:45", "Coffee break", ""),
        ("10:45–12:15", "Session 2: Channels", "Council of Europe"),
    ):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    path = tmp_path / "note.docx"
    document.save(str(path))
    read = read_concept_note(read_document(path))
    assert every(read, "agenda_item", "title") == ["Opening", "Signals", "Channels"]
    assert every(read, "agenda_item", "minutes") == [20, 70, 90]
