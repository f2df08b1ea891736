"""What the room knows of the session in which notes are taken: its people, questions, classes and clock."""

from dataclasses import dataclass, replace
from datetime import tzinfo

from hrdesk.agenda.queries import people, questions
from hrdesk.notes.queries import NoteLine, attributions, shifts
from hrdesk.notes.rules.rota import Shift
from hrdesk.notes.rules.sittings import class_of_session, is_too_mild, levels_of
from hrdesk.records import Consultation, GuidingQuestion, Person, Session
from hrdesk.records.classes import SENSITIVITY
from hrdesk.records.disclosure import attribution
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class Sitting:
    """A session with what a rapporteur needs beside it."""

    session: Session
    consultation: Consultation | None
    people: tuple[Person, ...]
    questions: tuple[GuidingQuestion, ...]
    shifts: tuple[Shift, ...] = ()
    levels: tuple[str | None, ...] = ()
    """All that was said on attribution, also by a consultation that was deleted."""

    @property
    def usual_class(self) -> str:
        """Give the class that its notes take."""
        return class_of_session(self.session, self.consultation)

    @property
    def classes(self) -> list[str]:
        """Give the classes that its notes may have."""
        return [one for one in SENSITIVITY if not is_too_mild(one, self.session, self.consultation)]

    def told_to_hall(self, line: NoteLine) -> NoteLine:
        """Give a note as a hall may see it: who spoke is named as it would be in a document, or not at all."""
        note = line.note
        speaker = next((one for one in self.people if one.id == note.speaker), None)
        if note.speaker and speaker is None:
            return replace(line, speaker="")
        owners = (note, self.session, self.consultation)
        levels = (*(one.attribution for one in owners if one is not None), *self.levels)
        return replace(line, speaker=attribution(line.sensitivity, levels, speaker, note.speaker_label))

    @property
    def language(self) -> str:
        """Give the language in which its notes are written until a person says another."""
        return (self.consultation.language if self.consultation else None) or "en"

    @property
    def zone(self) -> tzinfo | None:
        """Give the time zone of the venue; none where it is not told or not known."""
        return zone_of(self.session) or zone_of(self.consultation)


def zone_of(place: Session | Consultation | None) -> tzinfo | None:
    """Give the time zone that a session or a consultation tells; none where it is not told or not known."""
    if place is None or not place.time_zone:
        return None
    from zoneinfo import ZoneInfo  # slow to load

    try:
        return ZoneInfo(place.time_zone)
    except (ValueError, OSError, KeyError):  # KeyError: ZoneInfoNotFoundError, a zone that no table knows
        return None


def read_sitting(reader: Reader, session: str) -> Sitting | None:
    """Read a session with its people and questions; nothing when it is gone."""
    held = reader.get(Session, session)
    if held is None:
        return None
    owner = reader.get(Consultation, held.consultation)
    levels = levels_of(attributions(reader), held.id)
    return Sitting(
        held, owner, tuple(people(reader)), tuple(questions(reader, held)), tuple(shifts(reader, held.id)), levels
    )
