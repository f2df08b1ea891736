"""What a list of notes shows, row by row."""

from hrdesk.desktop.notes.note_model import NoteCards
from hrdesk.notes.queries import NoteLine


def rows(model: NoteCards) -> list[NoteLine]:
    """Give the lines of a list in its order; none of its rows may be empty."""
    found = [model.line_at(row) for row in range(model.rowCount())]
    assert None not in found
    return [line for line in found if line is not None]
