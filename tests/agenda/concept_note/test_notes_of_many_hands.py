"""Whole notes in the manner of many drafters, each with what a person reads in it beside it."""

import json
from pathlib import Path

import pytest

from hrdesk.agenda.concept_note import read_concept_note
from hrdesk.files.document import read_document
from tests.agenda.concept_note.telling import differences, told

NOTES = sorted((Path(__file__).parent / "notes").glob("*.txt"))

EVERY_KIND = (
    "organiser",
    "mandate",
    "objective",
    "agenda_item",
    "guiding_question",
    "time_rule",
    "expected_output",
    "regional_consultation",
    "previous_workshop",
    "background_document",
    "attached_meeting",
    "footnote",
)
"""What must not be read where a note has none of it; participants and officers are compared where a person read them."""


@pytest.mark.parametrize("path", NOTES, ids=[path.stem for path in NOTES])
def test_a_note_is_read_as_a_person_reads_it(path: Path) -> None:
    wanted = {kind: [] for kind in EVERY_KIND} | json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    assert differences(wanted, told(read_concept_note(read_document(path)))) == []


def test_there_are_notes() -> None:
    assert len(NOTES) > 20
