"""A session with a format of two rounds at a desk in memory, whose clock is told the time."""

from typing import Any

from hrdesk.desk import Command
from hrdesk.floor.calling import COMMANDS as CALLING
from hrdesk.floor.marks import standings_here
from hrdesk.floor.rules.clock import Reading, read
from hrdesk.floor.rules.turns import Standing, last
from hrdesk.floor.segments import COMMANDS as SEGMENTS
from hrdesk.floor.timing import COMMANDS as TIMING
from hrdesk.records import (
    Floor,
    FloorMark,
    FloorRequest,
    FormatClass,
    FormatSegment,
    Intervention,
    Session,
    SessionFormat,
)
from hrdesk.records.ids import joined_id
from hrdesk.records.moment import Moment
from hrdesk.store.machine_clock import moment_by
from hrdesk.store.pen import Pen
from tests.floor.clocks import FakeClock
from tests.store.desks import MemoryDesk

COMMANDS = {command.name: command for command in (*TIMING, *CALLING, *SEGMENTS)}

SESSION = "session"


class Panel:
    """A desk at which one session is chaired."""

    def __init__(self, number: int = 0, clock: FakeClock | None = None) -> None:
        self.desk = MemoryDesk(number)
        self.clock = clock or FakeClock()
        self.desk.clock = self.clock  # type: ignore[method-assign]

    @classmethod
    def prepared(cls, speakers: int = 4, announced: int = 0) -> "Panel":
        """Make a panel of 2016 in small: presentations, a round, replies, a round; everybody has 120 seconds."""
        panel = cls()
        panel.do(Command("prepare", "prepare", lambda pen: prepare(pen, speakers, announced)))
        return panel

    def do(self, command: Command | str, **arguments: Any) -> Any:
        known = COMMANDS[command] if isinstance(command, str) else command
        return self.desk.run(known, **arguments)

    def floor(self, command: str, **arguments: Any) -> Any:
        """Run a command of the floor in the one session."""
        return self.do(command, session=SESSION, **arguments)

    def wait(self, seconds: float) -> None:
        self.clock.wait(seconds)

    @property
    def now(self) -> Moment:
        return moment_by(self.clock, self.desk.reader.desk, self.desk.device)

    @property
    def standings(self) -> list[Standing]:
        return standings_here(self.desk.reader, SESSION)

    @property
    def last(self) -> Standing:
        found = last(self.standings)
        assert found is not None
        return found

    def reading(self, standing: Standing | None = None) -> Reading:
        """Read the clock of an intervention, without one of the last."""
        shown = standing or self.last
        return read(shown.marks, self.now, shown.intervention.seconds)

    def segment_reading(self, segment: str) -> Reading:
        marks = self.desk.reader.every(FloorMark, session=SESSION, segment=segment)
        return read(marks, self.now, None)

    def state(self, request: str) -> str | None:
        held = self.desk.reader.get(FloorRequest, request)
        assert held is not None
        return held.state

    def take(self, other: "Panel") -> None:
        """Take in all that the other desk holds, as a bundle brings it."""
        self.desk.take(other.desk.changes())

    def hand_over(self, number: int = 1, wrong_by: float = 0) -> "Panel":
        """Give a spare laptop that took in all of it; its wall may be wrong, its run is another."""
        spare = Panel(number, FakeClock(self.clock.wall, "run of the spare laptop", 123))
        spare.clock.set_wall(wrong_by)
        spare.take(self)
        return spare


def prepare(pen: Pen, speakers: int, announced: int) -> None:
    """Write a session, its format and those who ask for the floor, of whom the first is ``r1``."""
    pen.create(Session, SESSION, title="Panel")
    pen.create(SessionFormat, "format", name="Panel", announced=announced)
    kinds = ("presentations", "floor_round", "replies", "floor_round")
    for place, kind in enumerate(kinds, 1):
        pen.create(
            FormatSegment,
            f"s{place}",
            session_format="format",
            segment_kind=kind,
            minutes=45,
            number=2 if place > 3 else 1,
            position=f"a{place}",
        )
    pen.create(FormatClass, "states", session_format="format", speaker_class="state", seconds=120, position="a1")
    pen.create(Floor, joined_id("floor", SESSION), session=SESSION, session_format="format")
    for place in range(1, speakers + 1):
        pen.create(
            FloorRequest,
            f"r{place}",
            session=SESSION,
            speaker_label=f"Delegation {place}",
            speaker_class="state",
            queue="floor",
            number=1,
            state="inscribed",
            position=f"a{place}",
        )


def interventions(panel: Panel) -> list[Intervention]:
    """Give the interventions as the desk holds them."""
    return panel.desk.reader.every(Intervention, session=SESSION)
