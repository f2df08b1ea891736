"""What a rapporteur can do while people speak. Editing and deleting are those of any record."""

from datetime import UTC, datetime

from hrdesk.agenda.lowering import record_lowering
from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor.speaking import spoken_of
from hrdesk.language import LANGUAGES, N_
from hrdesk.notes.correcting import COMMANDS as CORRECTING
from hrdesk.notes.outside import COMMANDS as OUTSIDE
from hrdesk.notes.rules.sittings import class_of_session, is_too_mild
from hrdesk.notes.tagging import put_tags, tags_of
from hrdesk.records import Consultation, Intervention, Note, Person, Session, Value
from hrdesk.records.classes import SENSITIVITY, strictest_sensitivity
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
    intervention: str | None = None,
    tags: list[str] | None = None,
    bodies: list[str] | None = None,
    unresolved: list[str] | None = None,
) -> dict[str, str]:
    """Keep a note of a session. Without a time it is now; without a class it takes that of the session.

    ``intervention`` is what was being said from the floor. ``unresolved`` are marks that nobody could read: with any
    the note is confidential until they are looked at.
    """
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
    _refuse_elsewhere(pen, intervention, session)
    meant = sensitivity or class_of_session(held, consultation)
    doubt = "\n".join(unresolved or ()).strip()
    worn = tags_of(pen, tags or (), bodies or ())
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
        sensitivity=SENSITIVITY[-1] if doubt else meant,
        at=_instant(at) if at else pen.now,
        question=question,
        interpreted=interpreted,
        attribution=attribution,
        intervention=intervention,
        unresolved=doubt or None,
        meant_sensitivity=meant if doubt else None,
    )
    put_tags(pen, made, worn)
    return {"id": made}


def settle_marks(
    pen: Pen,
    note: str,
    tags: list[str] | None = None,
    bodies: list[str] | None = None,
    sensitivity: str | None = None,
) -> dict[str, str]:
    """Say that somebody looked at the marks of a note that nobody could read, and what they mean.

    The note takes the class that was meant for it, or ``sensitivity``; the decision on it names the marks.
    """
    held = pen.read.get(Note, note)
    if held is None:
        raise Refused(N_("There is no note “{id}” here. Nothing was changed."), id=note)
    if not held.unresolved:
        raise Refused(N_("There are no marks to look at in that note. Nothing was changed."))
    session = pen.read.get(Session, held.session)
    consultation = pen.read.get(Consultation, held.consultation)
    usual = class_of_session(session, consultation) if session else SENSITIVITY[-1]
    meant = sensitivity or strictest_sensitivity(held.meant_sensitivity or usual, usual)
    if session and is_too_mild(meant, session, consultation):
        raise Refused(N_("The session is stricter than “{wanted}”. Nothing was changed."), wanted=meant)
    told: dict[str, Value] = {"sensitivity": meant, "unresolved": None, "meant_sensitivity": None}
    record_lowering(pen, held, told, " ".join(held.unresolved.splitlines()))
    pen.change(Note, note, **told)
    put_tags(pen, note, tags_of(pen, tags or (), bodies or ()))
    return {"id": note}


def confirm_spoken(pen: Pen, pairs: list[str]) -> dict[str, list[str]]:
    """Say of which interventions notes were taken, each pair as “note:intervention”.

    Who spoke is taken over where no speaker stands in the note yet.
    """
    for pair in pairs:
        note, _, intervention = pair.partition(":")
        held, spoken = pen.read.get(Note, note), spoken_of(pen.read, intervention)
        if held is None or spoken is None:
            raise Refused(
                N_("“{pair}” is no note and intervention of this desk. Nothing was changed; please look again."),
                pair=pair,
            )
        _refuse_elsewhere(pen, intervention, held.session or "")
        told: dict[str, Value] = {"intervention": intervention}
        if held.speaker is None and not held.speaker_label:
            told |= {"speaker": spoken.person, "speaker_label": None if spoken.person else spoken.words}
        pen.change(Note, note, **told)
    return {"notes": [pair.partition(":")[0] for pair in pairs]}


def _refuse_elsewhere(pen: Pen, intervention: str | None, session: str) -> None:
    """Refuse what was not said in this session: a note of it would stand beside another meeting's speaker."""
    if intervention is None:
        return
    held = pen.read.get(Intervention, intervention)
    if held is None or held.session != session:
        raise Refused(
            N_("There is no intervention “{id}” in this session. Nothing was changed; please choose again."),
            id=intervention,
        )


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


COMMANDS = (
    Command("keep-note", N_("Keep note"), keep_note),
    Command("confirm-spoken", N_("Confirm who spoke"), confirm_spoken),
    Command("settle-marks", N_("Settle marks"), settle_marks),
    *OUTSIDE,
    *CORRECTING,
)
