"""All notes read at once, in the order in which things were said: what every quicker way of reading must come to."""

from hrdesk.notes.queries import NoteLine, note_lines_of, notes
from hrdesk.store.reading import Reader


def note_lines(reader: Reader, session: str | None = None) -> list[NoteLine]:
    """Give the notes of a session, or of all, as a list shows them."""
    return note_lines_of(reader, [note.id for note in notes(reader, session)])
