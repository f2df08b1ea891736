"""What a moderator can set for the floor of a session: its format, language, hard end and message."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from hrdesk.desk import Command
from hrdesk.errors import Refused
from hrdesk.floor import formats
from hrdesk.floor.line_up import floor_id
from hrdesk.floor.marks import session_here
from hrdesk.language import LANGUAGES, N_
from hrdesk.records import Consultation, Floor, Session, SessionFormat, Value
from hrdesk.store.pen import Pen


def choose_format(pen: Pen, session: str, format: str) -> dict[str, str]:  # noqa: A002 - the word of the floor
    """Choose how the floor of a session is shared: ``format`` is the key of a shipped one or an id."""
    held = session_here(pen.read, session)
    made = _format(pen, format, held.consultation)
    floor = pen.create(Floor, floor_id(session), session=session, session_format=made)
    return {"id": floor, "format": made}


def copy_format(pen: Pen, format: str, name: str) -> dict[str, str]:  # noqa: A002 - the word of the floor
    """Make an own copy of a format, to be edited; sessions keep the one they have."""
    words = " ".join(name.split())
    if not words:
        raise Refused(N_("The copy needs a name. Nothing was changed."))
    held = pen.read.get(SessionFormat, format) or pen.read.get(SessionFormat, _format(pen, format, None))
    assert held is not None  # _format gives one that was made
    return {"id": formats.copy(pen, held, words)}


def set_floor(
    pen: Pen,
    session: str,
    language: str | None = None,
    hard_end: str | None = None,
    message: str | None = None,
) -> dict[str, str]:
    """Set the language of the room's screen, when the interpreters leave, or the chair's message; empty takes it away.

    ``hard_end`` is an instant with its zone, or a time by the clock of the venue, such as 13:00.
    """
    held = session_here(pen.read, session)
    if language and language not in LANGUAGES:
        raise Refused(N_("“{language}” is none of the six languages. Nothing was changed."), language=language)
    given: dict[str, Value] = {
        "language": language,
        "hard_end": _instant(pen, held, hard_end.strip()) if hard_end and hard_end.strip() else hard_end,
        "message": message.strip() if message else message,
    }
    values = {name: value for name, value in given.items() if value is not None}
    return {"id": pen.create(Floor, floor_id(session), session=session, **values)}


def _format(pen: Pen, wanted: str, consultation: str | None) -> str:
    """Give the id of a format of this desk, making it where it is a shipped one that the desk has not used yet."""
    if pen.read.get(SessionFormat, wanted) is not None:
        return wanted
    if wanted not in formats.shipped():
        raise Refused(
            N_("There is no format “{format}”. Nothing was changed; please choose one of {formats}."),
            format=wanted,
            formats=", ".join(formats.shipped()),
        )
    if consultation is None:
        held = pen.read.every(Consultation)
        consultation = held[0].id if held else ""
    return formats.make(pen, consultation, wanted)


def _instant(pen: Pen, session: Session, told: str) -> str:
    """Read when the session must end; a time alone is that of the venue, on the day of the session or else today."""
    try:
        moment = _at_the_venue(pen, session, time.fromisoformat(told)) if len(told) <= len("13:00:00") else None
        moment = moment or datetime.fromisoformat(told)
        if moment.tzinfo is not None:
            return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError, KeyError):  # KeyError: a zone that no table knows
        pass
    raise Refused(
        N_(
            "“{value}” is no time like 13:00 (where the time zone of the session is known) or 2026-09-08T11:00:00Z."
            " Nothing was changed."
        ),
        value=told,
    )


def _at_the_venue(pen: Pen, session: Session, told: time) -> datetime:
    zone = ZoneInfo(session.time_zone or _zone_of_venue(pen, session) or "")
    began = datetime.fromisoformat(session.starts) if session.starts else pen.clock().astimezone(zone)
    return datetime.combine(began.date(), told.replace(tzinfo=None), zone)


def _zone_of_venue(pen: Pen, session: Session) -> str | None:
    held = pen.read.get(Consultation, session.consultation)
    return held.time_zone if held else None


COMMANDS = (
    Command("choose-format", N_("Choose a format"), choose_format),
    Command("copy-format", N_("Copy a format"), copy_format),
    Command("set-floor", N_("Set up the floor"), set_floor),
)
