"""How a decision of the chair is put down: with a time that is later than that of every earlier one of the session."""

from datetime import UTC, datetime, timedelta

from hrdesk.records import FloorDecision, Value
from hrdesk.store.pen import Pen


def decide(pen: Pen, session: str, decision: str, **values: Value) -> str:
    """Write a decision and give its id.

    Decisions are replayed in the order of their times, so a clock that was put back must not turn them round: the time
    is then a millisecond after the last one.
    """
    return pen.create(FloorDecision, session=session, decision=decision, at=_after_all(pen, session), **values)


def _after_all(pen: Pen, session: str) -> str:
    now = _told(pen.clock().astimezone(UTC))
    latest = max((one.at or "" for one in pen.read.every(FloorDecision, session=session)), key=_comparable, default="")
    if _comparable(latest) < _comparable(now):
        return now
    try:
        return _told(datetime.fromisoformat(latest).astimezone(UTC) + timedelta(milliseconds=1))
    except (ValueError, OverflowError):
        return now


def _told(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _comparable(at: str) -> str:
    return at.rstrip("Z")
