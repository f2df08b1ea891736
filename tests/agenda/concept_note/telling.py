"""Tells what was read out of a note in the shape in which the notes beside it were read by hand."""

import re
from typing import Any

from hrdesk.agenda.concept_note import ConceptNote
from tests.agenda.concept_note.reading_notes import of

Told = dict[str, Any]

HARD_RULES = ("speaking_time", "round", "list_opens", "list_closes", "priority")
"""The rules for the floor that a person reads out of a note; remarks on the format are words, not rules."""


def told(read: ConceptNote) -> Told:
    """Give everything that was read, each record with what hangs on it."""
    persons = {found.key: dict(found.values) for found in of(read, "person")}
    return {
        "consultation": dict(read.found[0].values),
        "organiser": [[each["name"], each["part"]] for each in hanging(read, "organiser", "owner", "consultation")],
        "mandate": [
            {**values, "as_written": values.get("symbol_as_written"), "paragraphs": numbers(read, key)}
            for key, values in records(read, "mandate")
        ],
        "objective": [values for _, values in records(read, "objective")],
        "participants": texts(read, "participant_category", "owner", "consultation"),
        "officer": [{**persons[str(each["person"])], **each} for _, each in records(read, "officer")],
        "agenda_item": [
            {
                **values,
                "questions": texts(read, "guiding_question", "owner", key),
                "subtopics": texts(read, "subtopic", "owner", key),
            }
            for key, values in records(read, "agenda_item")
        ],
        "guiding_question": texts(read, "guiding_question", "owner", "consultation"),
        "time_rule": [values for _, values in records(read, "time_rule") if values["rule"] in HARD_RULES],
        "service_language": {
            use: [values["language"] for _, values in records(read, "service_language") if values.get("use") == use]
            for use in ("interpretation", "documents")
        },
        "expected_output": [values for _, values in records(read, "expected_output")],
        "regional_consultation": [
            {
                **values,
                "co_organisers": [
                    each["name"] for each in hanging(read, "organiser", "owner", key) if each["name"] != "OHCHR"
                ],
                "key_points": texts(read, "key_point", "regional_consultation", key),
                "themes": texts(read, "theme_preference", "regional_consultation", key, "theme"),
                "participants": texts(read, "participant_category", "owner", key),
            }
            for key, values in records(read, "regional_consultation")
        ],
        **{
            kind: [values for _, values in records(read, kind)]
            for kind in ("previous_workshop", "background_document", "attached_meeting", "footnote")
        },
    }


def records(read: ConceptNote, kind: str) -> list[tuple[str, Told]]:
    """Give the records of a kind with their keys."""
    return [(found.key, dict(found.values)) for found in of(read, kind)]


def hanging(read: ConceptNote, kind: str, field: str, key: str) -> list[Told]:
    """Give the records of a kind that hang on the record ``key``."""
    return [values for _, values in records(read, kind) if values.get(field) == key]


def texts(read: ConceptNote, kind: str, field: str, key: str, of_field: str = "text") -> list[str]:
    """Give one field of the records that hang on the record ``key``."""
    return [str(values[of_field]) for values in hanging(read, kind, field, key)]


def numbers(read: ConceptNote, key: str) -> list[str]:
    """Give the numbers of the paragraphs of a resolution."""
    return texts(read, "mandate_paragraph", "mandate", key, "number")


def differences(wanted: Any, got: Any, where: str = "") -> list[str]:
    """Say where what was read is not what a person read; stops and signs at the ends of texts count for nothing."""
    if isinstance(wanted, dict):
        return [line for name in wanted for line in differences(wanted[name], got.get(name), f"{where}.{name}")]
    if not isinstance(wanted, list):
        return [] if plain(wanted) == plain(got) else [f"{where}: wanted {wanted!r}, read {got!r}"]
    left, lines = list(got or ()), []
    for each in wanted:
        if isinstance(each, list):
            match = next((one for one in left if list(map(plain, one)) == list(map(plain, each))), None)
        else:
            match = next((one for one in left if not differences(each, one)), None)
        if match is None:
            lines.append(f"{where}: not read: {each!r}")
        else:
            left.remove(match)
    return lines + [f"{where}: read and not there: {each!r}" for each in left]


def plain(value: Any) -> Any:
    """Reduce a text to its words."""
    if not isinstance(value, str):
        return value
    return re.sub(r"(?:[;,.:]|; and| and)+$", "", " ".join(value.split())).strip().removeprefix("the ").casefold()
