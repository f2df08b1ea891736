"""A session with the format of the panel of 2016, chaired by commands at a desk in memory whose clock is told."""

from datetime import UTC, datetime
from typing import Any

from hrdesk.floor.picture import Line, Picture
from hrdesk.floor.queries import picture
from hrdesk.floor.rules.fit import Option
from hrdesk.records import FloorDecision
from hrdesk.work import COMMANDS
from tests.floor.clocks import FakeClock
from tests.store.desks import MemoryDesk

TEN = datetime(2016, 11, 9, 9, tzinfo=UTC)
"""Ten o'clock in Geneva."""


class Chaired:
    """A desk at which one session is chaired."""

    def __init__(self, number: int = 0, sensitivity: str | None = "public") -> None:
        self.desk = MemoryDesk(number)
        self.clock = FakeClock(TEN)
        self.desk.clock = self.clock  # type: ignore[method-assign]
        self.session = self.do("new-consultation", title="Panel discussion", language="en")["session"]
        if sensitivity:
            self.do("edit", id=self.session, sensitivity=sensitivity)
        self.do("edit", id=self.session, time_zone="Europe/Zurich")
        self.floor("choose-format", format="panel-2016")

    def do(self, command: str, /, **arguments: Any) -> Any:
        return self.desk.run(COMMANDS[command], **arguments)

    def floor(self, command: str, **arguments: Any) -> Any:
        """Run a command of the floor in the one session."""
        return self.do(command, session=self.session, **arguments)

    def inscribe(self, *codes: str, **fields: Any) -> list[str]:
        """Put delegations on the list and give their requests."""
        return [self.floor("inscribe", delegation=code, **fields)["id"] for code in codes]

    def inscribe_many(self, count: int, **fields: Any) -> list[str]:
        """Put so many names on the list as they are written."""
        held = len(self.seen.waiting)
        told = {"speaker_class": "state", **fields}
        return [self.floor("inscribe", label=f"Delegation {held + one}", **told)["id"] for one in range(count)]

    @property
    def seen(self) -> Picture:
        return picture(self.desk.reader, self.session, self.clock.moment())

    @property
    def waiting(self) -> list[str]:
        return [line.speaker.request.id for line in self.seen.waiting]

    def line(self, request: str) -> Line:
        seen = self.seen
        found = (*seen.waiting, *seen.replies, *seen.rights, *seen.done)
        return next(line for line in found if line.speaker.request.id == request)

    def option(self, kind: str, seconds: int | None = None) -> Option:
        fit = self.seen.fit
        assert fit is not None
        return next(one for one in fit.options if one.kind == kind and seconds in (None, one.seconds))

    def kinds(self) -> list[str]:
        """Name the kinds of options that are offered."""
        fit = self.seen.fit
        return [one.kind for one in fit.options] if fit else []

    def begin_round(self, number: int = 1) -> None:
        """Begin a round of the floor."""
        segment = next(
            one.segment
            for one in self.seen.stretches
            if one.segment.segment_kind == "floor_round" and one.segment.number == number
        )
        self.floor("begin-segment", segment=segment.id)

    def speak(self, seconds: float) -> str:
        """Let whoever was called speak for so long, and call the next."""
        self.floor("start")
        self.clock.wait(seconds)
        spoke = self.seen.current
        assert spoke is not None
        self.floor("next")
        return spoke.speaker.request.id

    def decisions(self, kind: str) -> list[FloorDecision]:
        return [one for one in self.seen.decisions if one.decision == kind]

    @property
    def time(self) -> str:
        """Give the time of the day in UTC."""
        return self.clock.wall.strftime("%H:%M:%S")

    def close(self) -> None:
        self.desk.close()
