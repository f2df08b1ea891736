"""What a rapporteur can do while people speak. Editing and deleting are those of any record."""

from datetime import UTC, datetime

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.rules import class_of_session, is_too_mild
from hrdesk.records import Consultation, Note, Person, Session
from hrdesk.store.pen import Pen


def keep_note(
    pen: Pen,
    session: str,
    text: str,
    note_kind: str = "other",
    speaker: str | None = None,
    speaker_label: str | None = None,
    sensitivity: str | None = None,
    language: str | None = None,
    at: str | None = None,
    question: str | None = None,
    interpreted: bool | None = None,
    attribution: str | None = None,
) -> dict[str, str]:
    """Keep a note of a session. Without a time it is now; without a class it takes that of the session."""
    if not text.strip():
        raise Refused(N_("There is no text to keep. Nothing was changed."))
    held = pen.read.get(Session, session)
    if held is None:
        raise Refused(
            N_("There is no session “{id}” here. The text stays in the line; please choose a session."), id=session
        )
    if language is not None and language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    consultation = pen.read.get(Consultation, held.consultation)
    if sensitivity and is_too_mild(sensitivity, held, consultation):
        raise Refused(
            N_("The session is stricter than “{wanted}”. The text stays in the line; please choose a stricter class."),
            wanted=sensitivity,
        )
    person = pen.read.get(Person, speaker)
    if speaker and person is None:
        raise Refused(
            N_("There is no speaker “{id}” here. The text stays in the line; please choose again."), id=speaker
        )
    made = pen.create(
        Note,
        consultation=held.consultation,
        session=session,
        text=text.strip(),
        language=language or (consultation.language if consultation else None) or "en",
        note_kind=note_kind,
        speaker=speaker,
        # A protected person is known by id and pseudonym alone; no name is written beside it.
        speaker_label=None if person and person.protected else speaker_label,
        sensitivity=sensitivity or class_of_session(held, consultation),
        at=_instant(at) if at else pen.now,
        question=question,
        interpreted=interpreted,
        attribution=attribution,
    )
    return {"id": made}


def _instant(at: str) -> str:
    """Give a time as notes keep it: in UTC, to the second."""
    try:
        told = datetime.fromisoformat(at)
        moment = told.astimezone(UTC) if told.tzinfo else None
    except (ValueError, OverflowError):
        moment = None
    if moment is None:
        raise Refused(
            N_("“{value}” is no time like 2026-09-08T08:06:10Z. The text stays in the line; please correct the time."),
            value=at,
        )
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


COMMANDS = (Command("keep-note", N_("Keep note"), keep_note),)
