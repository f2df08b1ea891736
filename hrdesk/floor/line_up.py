"""All that the order of one session's list follows from, read from a desk for a command."""

from dataclasses import dataclass, replace

from hrdesk.floor.clocks import stretches
from hrdesk.floor.picture import Stretch
from hrdesk.floor.queries import company_of, of_session, read_format
from hrdesk.floor.reckoning import stages_of
from hrdesk.floor.rules import turns
from hrdesk.floor.rules.clock import in_order
from hrdesk.floor.rules.order import Asking, Place, Precedence, order, precedence
from hrdesk.floor.rules.rounds import speaks_in, waiting
from hrdesk.records import (
    Delegation,
    Floor,
    FloorDecision,
    FloorMark,
    FloorRequest,
    FormatClass,
    FormatSegment,
    Intervention,
    Person,
    SessionFormat,
)
from hrdesk.records.ids import joined_id
from hrdesk.store.reading import Reader


@dataclass(frozen=True)
class LineUp:
    """The list of one session: who asks, by which format, what was decided, and how far the session is."""

    askings: tuple[Asking, ...]
    format: SessionFormat | None
    segments: tuple[FormatSegment, ...]
    classes: tuple[FormatClass, ...]
    decisions: tuple[FloorDecision, ...]
    stretches: tuple[Stretch, ...]
    begun: frozenset[str]
    last: str | None

    @property
    def rounds(self) -> list[FormatSegment]:
        """Give the floor rounds that go on or are to come; when all are over, the last of them."""
        return [one.segment for one in stages_of(self.stretches)]

    @property
    def round(self) -> int:
        """Give the round of the floor that goes on or comes next, as the picture does."""
        return (self.rounds[0].number or 1) if self.rounds else 1

    def precedence(self, segment: str | None = None) -> Precedence:
        """Give the precedence from a segment on; without one, from the floor round that goes on or is next."""
        here = segment or (self.rounds[0].id if self.rounds else None)
        return precedence(self.format, self.segments, self.classes, here)

    def places(self, queue: str = "floor", number: int | None = None, segment: str | None = None) -> tuple[Place, ...]:
        """Give who waits in a queue up to a round, without one the present round."""
        return order(
            self.askings,
            self.precedence(segment),
            self.decisions,
            queue=queue,
            number=number or self.round,
            last=self.last,
        )

    def waiting(self, queue: str = "floor") -> list[Place]:
        """Give who waits in a queue, as the picture shows them; of the floor only who is to speak in this round."""
        number = self.round
        found = waiting(self.askings, self.precedence(), self.decisions, queue=queue, number=number, last=self.last)
        return [one for one in found if queue != "floor" or speaks_in(number, one.request, one.reasons)]

    def place(self, request: FloorRequest) -> int:
        """Give the place of a request in its queue, 1 for the next; 0 for one that does not wait."""
        places = self.places(request.queue or "floor", request.number)
        return next((place for place, one in enumerate(places, 1) if one.request.id == request.id), 0)

    def joined_by(self, asked: Asking) -> "LineUp":
        """Give the list with a new request on it."""
        return replace(self, askings=(*self.askings, asked))


def floor_id(session: str) -> str:
    """Give the id of the floor of a session."""
    return joined_id("floor", session)


def line_up(reader: Reader, session: str) -> LineUp:
    """Read the list of a session."""
    floor = reader.get(Floor, floor_id(session))
    form = read_format(reader, floor.session_format if floor else None)
    requests = of_session(reader, FloorRequest, session)
    decisions = of_session(reader, FloorDecision, session)
    marks = in_order(of_session(reader, FloorMark, session))
    states = {one.id: one.state for one in requests}
    called = [one for one in of_session(reader, Intervention, session) if one.request in states]
    last = turns.last(turns.standings(called, marks, states))
    company = company_of(reader, requests)
    return LineUp(
        tuple(company.asking(one) for one in requests),
        form.made,
        form.segments,
        form.classes,
        tuple(decisions),
        stretches(form, marks, decisions),
        frozenset(mark.segment for mark in marks if mark.segment and not mark.intervention),
        last.intervention.request if last else None,
    )


def place_of(reader: Reader, request: FloorRequest) -> int:
    """Give the place at which a request now waits in its queue; 0 for one that does not wait."""
    return line_up(reader, request.session or "").place(request)


def delegation_of(reader: Reader, request: FloorRequest) -> Delegation | None:
    """Give the delegation of a request, or of its person; that of a protected person is not asked for."""
    if request.delegation or not request.person:
        return reader.get(Delegation, request.delegation)
    person = reader.get(Person, request.person)
    return reader.get(Delegation, person.delegation) if person and not person.protected else None
