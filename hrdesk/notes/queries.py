"""What a person can see of the notes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hrdesk.notes.rules import class_of_note
from hrdesk.records import Consultation, Note, Person, Session
from hrdesk.records.classes import UNSAID_SENSITIVITY
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class NoteLine:
    """A note as a list shows it: the note, who spoke, how many recommendations were made from it, what class counts."""

    note: Note
    speaker: str
    recommendations: int
    sensitivity: str = UNSAID_SENSITIVITY


def notes(reader: Reader, session: str | None = None) -> list[Note]:
    """Give the notes of a session, or of all, in the order in which things were said."""
    found = reader.every(Note, session=session) if session else reader.every(Note)
    return sorted(found, key=lambda note: (note.at or "", note.id))


def note_lines(reader: Reader, session: str | None = None) -> list[NoteLine]:
    """Give the notes of a session as a list shows them."""
    return _lines(reader, notes(reader, session))


def note_lines_of(reader: Reader, ids: Iterable[str]) -> list[NoteLine]:
    """Give the living ones of some notes as a list shows them, in the order in which things were said."""
    found = [note for note in (reader.get(Note, one) for one in ids) if note]
    people = {one: reader.get(Person, one) for one in {note.speaker for note in found if note.speaker}}
    sessions = {one: reader.get(Session, one) for one in {note.session for note in found if note.session}}
    wanted = {note.consultation for note in found if note.consultation}
    consultations = {one: reader.get(Consultation, one) for one in wanted}
    used = {note.id: times_used(reader, note.id).get(note.id, 0) for note in found}
    return [
        _line(note, people, sessions, consultations, used)
        for note in sorted(found, key=lambda note: (note.at or "", note.id))
    ]


def times_used(reader: Reader, note: str | None = None) -> dict[str, int]:
    """Count, for each note that was used or for one, the recommendations made from it."""
    rows = reader.rows(
        "SELECT l.source, count(*) AS n FROM link l JOIN recommendation r ON r.id = l.item AND r._state <> 1"
        f" WHERE l.link_kind = 'made_from' AND l._state <> 1 {'AND l.source = ?' if note else ''} GROUP BY l.source",
        *([note] if note else []),
    )
    return {row["source"]: row["n"] for row in rows}


def session_of_last_note(reader: Reader) -> str | None:
    """Give the session in which the last note was taken."""
    found = reader.value("SELECT session FROM note WHERE _state <> 1 ORDER BY at DESC, id DESC LIMIT 1")
    return str(found) if found else None


def _lines(reader: Reader, found: list[Note]) -> list[NoteLine]:
    """Put beside each note what a list shows of it; people and sessions are read once."""
    people = {person.id: person for person in reader.every(Person)}
    sessions = {session.id: session for session in reader.every(Session)}
    consultations = {one.id: one for one in reader.every(Consultation)}
    used = times_used(reader)
    return [_line(note, people, sessions, consultations, used) for note in found]


def _line(
    note: Note,
    people: Mapping[str, Person | None],
    sessions: Mapping[str, Session | None],
    consultations: Mapping[str, Consultation | None],
    used: Mapping[str, int],
) -> NoteLine:
    return NoteLine(
        note,
        speaker_name(people.get(note.speaker or ""), note.speaker_label),
        used.get(note.id, 0),
        class_of_note(note, sessions.get(note.session or ""), consultations.get(note.consultation or "")),
    )


def speaker_name(person: Person | None, label: str | None) -> str:
    """Give the words by which a speaker is shown on this desk; a protected person by pseudonym here too."""
    if person is None:
        return label or ""
    if person.protected:
        return person.pseudonym or ""
    return person.name or person.affiliation or label or ""
