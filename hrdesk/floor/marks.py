"""Writes a mark of a clock with the moment of the pen, and gives how the interventions of a session stand."""

from datetime import UTC

from hrdesk.errors import Refused
from hrdesk.floor.queries import of_session
from hrdesk.floor.rules.turns import Standing, standings
from hrdesk.language import N_
from hrdesk.records import FloorMark, FloorRequest, Intervention, Session
from hrdesk.store.pen import Pen
from hrdesk.store.reading import Reader


def make_mark(
    pen: Pen,
    session: str,
    mark: str,
    *,
    intervention: str | None = None,
    segment: str | None = None,
    amount: int | None = None,
) -> str:
    """Write a mark of this moment and give its id.

    It sorts after all marks that the session holds: these were made before, whatever the clock of the wall says.
    """
    moment = pen.moment()
    return pen.create(
        FloorMark,
        id_after_all(pen, session),
        session=session,
        intervention=intervention,
        segment=segment,
        mark=mark,
        at=moment.at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        boot=moment.boot or None,
        ticks=moment.ticks if moment.boot else None,
        device=pen.dev.partition(".")[0],
        amount=amount,
    )


def id_after_all(pen: Pen, session: str) -> str:
    """Give an id that sorts after all marks and interventions of a session.

    Of both: where the clock of the wall stands or was set back an id follows the last by one, and a mark that followed
    the last mark alone would get the id of the intervention that was made with it.
    """
    return pen.new_id(max(pen.read.greatest_id(noun, session=session) for noun in (FloorMark, Intervention)))


def standings_here(reader: Reader, session: str) -> list[Standing]:
    """Give the interventions of a session in the order in which they were called, or refuse where there is none."""
    session_here(reader, session)
    interventions = of_session(reader, Intervention, session)
    marks = of_session(reader, FloorMark, session)
    begun = {one.intervention for one in marks if one.mark == "start"}
    called = [reader.get(FloorRequest, one.request) for one in interventions if one.id not in begun]
    return standings(interventions, marks, {one.id: one.state for one in called if one})


def marks_of_segments(reader: Reader, session: str) -> list[FloorMark]:
    """Give the marks of the clocks of a session's segments."""
    return [one for one in reader.every(FloorMark, session=session, intervention=None) if one.segment]


def session_here(reader: Reader, session: str) -> Session:
    """Give the session, or refuse."""
    held = reader.get(Session, session)
    if held is None:
        raise Refused(N_("There is no session “{id}” here. Nothing was changed; please choose a session."), id=session)
    return held
