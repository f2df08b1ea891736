"""Reads a note written in a test, and picks records out of what was found."""

import textwrap

from hrdesk.agenda.concept_note import ConceptNote, Found, read_concept_note
from hrdesk.files.document import ForeignText, Line
from hrdesk.records import Value


def note(text: str) -> ConceptNote:
    """Read a note given as text; indentation shared by all lines is the test's own."""
    lines = textwrap.dedent(text).strip("\n").split("\n")
    return read_concept_note(ForeignText(tuple(Line(line, number) for number, line in enumerate(lines, start=1))))


def of(read: ConceptNote, kind: str) -> list[Found]:
    """Give the records of one kind, in the order of the note."""
    return [found for found in read.found if found.kind == kind]


def every(read: ConceptNote, kind: str, field: str) -> list[Value]:
    """Give one field of every record of a kind."""
    return [found.values.get(field) for found in of(read, kind)]


def consultation(read: ConceptNote) -> dict[str, Value]:
    """Give what the note says of the consultation itself."""
    return dict(read.found[0].values)


def left(read: ConceptNote) -> str:
    """Give what was left over, as one text."""
    return "\n".join(line.text for line in read.leftover)
