"""The floor of one session as a moderator sees it: plain data that list, clock, screens and paper are drawn from."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from hrdesk.floor.rules.clock import Reading, moment_of, read
from hrdesk.floor.rules.fit import ASSUMED, Fit
from hrdesk.floor.rules.reasons import Reason as Reason  # noqa: PLC0414 - told on: those of the order
from hrdesk.records import (
    Floor,
    FloorDecision,
    FloorMark,
    FloorRequest,
    FormatSegment,
    Intervention,
    PanelQuestion,
    Session,
    SessionFormat,
)
from hrdesk.records.moment import Moment


@dataclass(frozen=True)
class Speaker:
    """Who asks for the floor. ``name`` is for this desk (a protected person by pseudonym), ``public`` for the room.

    ``public``, ``delegation`` and ``on_behalf_of`` are in the language of the room and empty where only the class may
    be shown; ``public`` is the delegation once more where it asks for the floor as such.
    """

    request: FloorRequest
    name: str
    public: str = ""
    delegation: str = ""
    on_behalf_of: str = ""
    regional_group: str = ""
    body: str = ""
    gender: str = ""
    is_protected: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the list: place 1 is next; 0 for who spoke or will not. ``seconds`` none: no limit."""

    speaker: Speaker
    place: int = 0
    reasons: tuple[Reason, ...] = ()
    seconds: int | None = None
    used: int = 0
    fits: bool = True
    is_proposed: bool = False
    twice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Clock:
    """A clock as marks, so that whoever shows it reads it at any instant without asking the desk again."""

    marks: tuple[FloorMark, ...] = ()
    seconds: int | None = None
    warn_at: int = 30
    urge_at: int = 10

    def read(self, now: Moment) -> Reading:
        """Read the clock at ``now``."""
        return self._at_its_end or read(self.marks, now, self.seconds)

    @cached_property
    def _at_its_end(self) -> Reading | None:
        """Give what a clock that was stopped shows at every instant; it is read again and again."""
        if all(mark.mark != "stop" for mark in self.marks):
            return None
        return read(self.marks, moment_of(self.marks[-1]), self.seconds)


@dataclass(frozen=True)
class Stretch:
    """A segment of the session: what was planned, what was used.

    ``state`` is "to_come", "running", "done" or "dropped". The clock's ``seconds`` are what it may take after all
    decisions of the chair; none: no budget.
    """

    segment: FormatSegment
    clock: Clock
    state: str = "to_come"


@dataclass(frozen=True)
class Turn:
    """An intervention with its speaker and its clock."""

    intervention: Intervention
    speaker: Speaker
    clock: Clock


@dataclass(frozen=True)
class Picture:
    """All there is of one floor. Queues are in the order in which the floor will be given.

    ``round`` is the one that goes on or comes next. ``changeover`` (milliseconds) and ``assumed`` (seconds for who has
    no limit) are what was measured so far; ``hard_end`` is when the session must be over.
    """

    session: Session
    floor: Floor | None = None
    format: SessionFormat | None = None
    stretches: tuple[Stretch, ...] = ()
    waiting: tuple[Line, ...] = ()
    replies: tuple[Line, ...] = ()
    rights: tuple[Line, ...] = ()
    done: tuple[Line, ...] = ()
    current: Turn | None = None
    last: Turn | None = None
    turns: tuple[Turn, ...] = ()
    list_is_open: bool = True
    round: int = 1
    fit: Fit | None = None
    decisions: tuple[FloorDecision, ...] = ()
    questions: tuple[PanelQuestion, ...] = ()
    may_name: bool = True
    language: str = "en"
    changeover: int = 0
    assumed: int = ASSUMED
    hard_end: datetime | None = None

    @property
    def running(self) -> Stretch | None:
        """Give the segment that goes on now."""
        return next((one for one in self.stretches if one.state == "running"), None)

    @property
    def proposed(self) -> Line | None:
        """Give the late dignitary or group who is proposed next, if there is one."""
        return next((one for one in self.waiting if one.is_proposed), None)
