"""How a note takes its class from where it is taken, and which sitting is going on."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from hrdesk.records import Consultation, Note, Session
from hrdesk.records.classes import ATTRIBUTION, UNSAID_SENSITIVITY, is_milder, strictest_sensitivity


def class_of_session(session: Session, consultation: Consultation | None) -> str:
    """Give the class that notes of a session take: the strictest that was said, restricted when nothing was."""
    said = [value for value in (session.sensitivity, consultation.sensitivity if consultation else None) if value]
    return strictest_sensitivity(*said) if said else UNSAID_SENSITIVITY


def is_too_mild(wanted: str, session: Session, consultation: Consultation | None) -> bool:
    """Tell whether a note would be milder than what was said of its session or its consultation."""
    said = [value for value in (session.sensitivity, consultation.sensitivity if consultation else None) if value]
    return any(is_milder(wanted, value) for value in said)


def class_of_note(note: Note, session: Session | None, consultation: Consultation | None) -> str:
    """Give the class that counts for a note: the strictest of its own, its session's and its consultation's."""
    said = [owner.sensitivity for owner in (note, session, consultation) if owner is not None and owner.sensitivity]
    return strictest_sensitivity(*said) if said else UNSAID_SENSITIVITY


def levels_of(known: Mapping[str, tuple[str | None, ...]], *owners: str | None) -> tuple[str | None, ...]:
    """Give all that was said on attribution of what belongs to ``owners``; of one that is not known, the strictest."""
    return tuple(level for owner in owners if owner for level in known.get(owner, ATTRIBUTION[-1:]))


def session_at(sessions: Sequence[Session], moment: datetime) -> Session | None:
    """Give the sitting that goes on at ``moment`` by the clock of the venue; none where times or zone are not told."""
    for session in sessions:
        begins, ends = (_instant(told, session.time_zone) for told in (session.starts, session.ends))
        if begins and ends and begins <= moment <= ends:
            return session
    return None


def _instant(told: str | None, zone: str | None) -> datetime | None:
    """Read a time that is local to the venue; None for what is no time or no zone."""
    if not told or not zone:
        return None
    from zoneinfo import ZoneInfo  # a start with no zone told can do without

    try:
        return datetime.fromisoformat(told).replace(tzinfo=ZoneInfo(zone))
    except (ValueError, OSError, KeyError):  # KeyError: ZoneInfoNotFoundError, a zone that no table knows
        return None
